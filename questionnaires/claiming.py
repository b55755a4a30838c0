"""The sentence that a vendor asserts by a yes or no, made from a question whose author wrote none."""

from collections.abc import Sequence
from dataclasses import replace

from questionnaires.english.stating import stated
from questionnaires.kinds import QuestionKind, YesNo
from questionnaires.model import Question, Questionnaire
from questionnaires.translations import ENGLISH

_YES, _NO = (YesNo.YES.value,), (YesNo.NO.value,)


def claim_of(text: str, expected: Sequence[str] = ()) -> str:
    """Turn a question into the sentence that the expected answer asserts; nothing where that is not sure.

    A sentence that says something else could be proved by the wrong evidence, so a doubt is worth an empty claim.
    """
    answers = set(expected) or set(_YES)
    if answers not in (set(_YES), set(_NO)):
        return ""
    return stated(text, is_denied=answers == set(_NO))


def with_claims(questionnaire: Questionnaire) -> Questionnaire:
    """Give each yes/no question that has no claim the one that its words make, so that its answer can be proved."""
    if questionnaire.language != ENGLISH:
        return questionnaire
    sections = tuple(
        replace(section, questions=tuple(_claiming(question) for question in section.questions))
        for section in questionnaire.sections
    )
    return replace(questionnaire, sections=sections)


def _claiming(question: Question) -> Question:
    if question.kind is not QuestionKind.YES_NO or question.claim:
        return question
    return replace(question, claim=claim_of(question.text, question.expected))
