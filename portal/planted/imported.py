"""Puts claims of invented vendors as an imported questionnaire does: made from the question's words, which no head has learnt."""

from dataclasses import replace

from knowledge.attesting import decision_for
from knowledge.readings import find_reading
from knowledge.stances.statements import made
from portal.planted.planning import Claimed
from questionnaires.claiming import claim_of
from questionnaires.kinds import QuestionKind


def imported(claimed: Claimed) -> Claimed | None:
    """Return the claim in words nothing was learnt of; None where the question makes none, or one that the bank knows."""
    question = claimed.question
    if question.kind is not QuestionKind.YES_NO:
        return None
    claim = claim_of(question.text, question.expected)
    if not claim or made(claim) is not None or find_reading(claim) is not None or decision_for(claim) is not None:
        return None
    return replace(claimed, claim=claim, words=("", ""))
