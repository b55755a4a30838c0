"""Puts the whole core set to invented vendors with nothing answered, and holds what their documents suggest against the truth."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.retrieval import Tools
from knowledge.scope import Scope
from knowledge.verdicts import VerdictState
from portal.assessments.suggestions.finding import Evidenced, Proposed, find_answers
from portal.planted.figures import PASSING
from portal.planted.measuring import Shelved, is_found, taken_in
from portal.planted.planning import SET, Claimed
from portal.planted.vendors import TODAY, Held, Vendor, vendors
from questionnaires.bank import questionnaire
from questionnaires.model import Question, QuestionKind
from questionnaires.values import Given
from questionnaires.wording import claim_made

_ATTESTATIONS = "GV-05"


class Judged(StrEnum):
    """What a suggestion is worth, held against what is planted."""

    RIGHT = "right"
    INCOMPLETE = "incomplete"
    WRONG = "wrong"
    UNTOLD = "untold"

    @property
    def label(self) -> str:
        """The word in figures."""
        return self.value


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to an invented vendor with nothing answered yet, and what its documents were found to say of it."""

    vendor: str
    question: Question
    claimed: Claimed | None
    proposed: Proposed | None
    judged: Judged | None
    in_place: bool

    @property
    def answers(self) -> bool:
        """Whether an answer is suggested, rather than nothing or words to look at."""
        return self.proposed is not None and self.proposed.value is not None


async def asked_all(group: str, tools: Tools, most: int | None = None) -> list[Asked]:
    """Look for answers to every question of the core set in the documents of a group's vendors, or of the first few."""
    found: list[Asked] = []
    for vendor in vendors(group)[:most]:
        found += await _asked(await taken_in(group, vendor, tools), tools)
    return found


async def _asked(shelved: Shelved, tools: Tools) -> list[Asked]:
    truths = {claimed.question.ref: claimed for claimed in shelved.claims}
    evidenced = Evidenced(Scope((shelved.shelf,)), tools, TODAY, shelved.vendor.service)
    answers = await find_answers(questionnaire(SET).questions, evidenced)
    found = []
    for question in questionnaire(SET).questions:
        proposed, claimed = answers.get(question.ref), truths.get(question.ref)
        in_place = bool(proposed and claimed and is_found(claimed, proposed.quotes, shelved))
        worth = judged(question, proposed, claimed, in_place, shelved.vendor) if proposed and proposed.value else None
        found.append(Asked(shelved.vendor.key, question, claimed, proposed, worth, in_place))
    return found


def judged(question: Question, proposed: Proposed, claimed: Claimed | None, in_place: bool, vendor: Vendor) -> Judged:
    """Hold a suggested answer against what is planted.

    It is right when the vendor's own answer is so and says the same, or is not so and the suggestion is read off the very
    words that contradict it.
    """
    assert proposed.value is not None
    if question.ref == _ATTESTATIONS:
        return _of_choices(proposed.value, held(vendor))
    if claimed is None:
        return Judged.UNTOLD
    says = claim_made(question, Given(proposed.value))
    if claimed.truth is VerdictState.CONTRADICTED:
        return Judged.RIGHT if says != claimed.claim and in_place else Judged.WRONG
    if claimed.truth not in PASSING:
        return Judged.WRONG
    if question.kind is QuestionKind.FILE:
        return Judged.RIGHT if in_place else Judged.WRONG
    if question.kind is QuestionKind.MULTIPLE:
        return _of_choices(proposed.value, _claimed_choices(question, claimed.claim))
    return Judged.RIGHT if says == claimed.claim else Judged.WRONG


def held(vendor: Vendor) -> frozenset[str]:
    """Return which of the attestations asked for a vendor holds, current and of the service."""
    reports = {"soc2_type2": vendor.soc, "iso27001": vendor.iso}
    return frozenset(name for name, state in reports.items() if state is Held.CURRENT)


def _claimed_choices(question: Question, claim: str) -> frozenset[str]:
    alone = {choice.value: claim_made(question, Given((choice.value,))) for choice in question.choices}
    stem = question.claim.partition("{answer}")
    return frozenset(
        value for value, said in alone.items() if said and said.removeprefix(stem[0]).removesuffix(stem[2]) in claim
    )


def _of_choices(value: object, truth: frozenset[str]) -> Judged:
    chosen = frozenset(value) if isinstance(value, tuple) else frozenset([str(value)])
    if chosen == truth:
        return Judged.RIGHT
    return Judged.INCOMPLETE if chosen < truth else Judged.WRONG
