"""What a reviewer's decision on a verdict teaches about the words it shows, and what it says of how sure verdicts are; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from knowledge.heads.calibrating import Outcome
from knowledge.stances.learnt import Outcomes
from knowledge.stances.material import BESIDE, NOT, SO
from knowledge.stances.relearning import Lesson
from knowledge.stances.statements import Made, made
from knowledge.verdicts import VerdictState

_PLAIN = (VerdictState.SUPPORTED, VerdictState.CONTRADICTED)
_STANCES = {VerdictState.SUPPORTED: SO, VerdictState.CONTRADICTED: NOT, VerdictState.NOT_EVIDENCED: BESIDE}
DATED = (VerdictState.STALE, VerdictState.OUT_OF_SCOPE)


class Nothing(StrEnum):
    """Why a decision teaches nothing about words."""

    at_once = "at_once"
    other_claim = "other_claim"
    no_words = "no_words"
    unclear = "unclear"

    @property
    def label(self) -> str:
        """The reason in words."""
        return {
            "at_once": "agreed with many at once: nobody looked at the words",
            "other_claim": "the claim is not one that heads were trained for",
            "no_words": "the verdict showed no words",
            "unclear": "it does not say what the words do: an exception, a date, a scope, a number, or several quotes",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision on a verdict: what the machine `said`, what `holds`, and the words that were shown, the deciding ones first.

    `sure` is how likely right it was shown to be, None where no outcomes tell; `mark` names learnt heads that it was made by.
    """

    assessment: UUID
    vendor: UUID
    ref: str
    claim: str
    said: VerdictState
    holds: VerdictState
    quotes: tuple[str, ...]
    person: str
    at_once: bool = False
    sure: float | None = None
    mark: str = ""

    @property
    def corrects(self) -> bool:
        """Whether the reviewer found the machine wrong."""
        return self.said is not self.holds

    @property
    def raises(self) -> bool:
        """Whether the reviewer found evidence where the machine found none, or the contrary."""
        return self.corrects and self.holds is VerdictState.SUPPORTED

    @property
    def statement(self) -> str:
        """The statement of the bank that the claim makes, by its question; empty where it makes none."""
        found = made(self.claim)
        return found.statement.ref if found is not None else ""


def lessons_of(ruling: Ruling) -> tuple[Lesson, ...] | Nothing:
    """Return what a decision teaches about the words shown, or why it teaches nothing."""
    claim = made(ruling.claim)
    if ruling.at_once:
        return Nothing.at_once
    if claim is None:
        return Nothing.other_claim
    quotes = tuple(flat for quote in ruling.quotes if (flat := " ".join(quote.split())))
    if not quotes:
        return Nothing.no_words
    stance, telling = _stance(ruling, claim, quotes)
    if not telling:
        return Nothing.unclear
    chosen = claim.chosen if stance == SO else ()
    source = str(ruling.vendor)
    return tuple(Lesson(claim.statement.ref, stance, chosen, quote, source, ruling.corrects) for quote in telling)


def _stance(ruling: Ruling, claim: Made, quotes: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Say what the words do, and of which of them the decision says it.

    Whoever agrees that nothing is evidenced may do so for another reason than the words. Of a choice or a number the contrary
    is another one, which the statement's heads do not deny.
    """
    stance = _STANCES.get(ruling.holds, "")
    if ruling.said not in _STANCES or not stance:
        return "", ()
    if stance == NOT and (claim.is_measured or claim.statement.choices):
        return "", ()
    if not ruling.corrects:
        return stance, quotes[:1] if ruling.said in _PLAIN else ()
    return stance, quotes if stance == BESIDE or len(quotes) == 1 else ()


def outcomes_of(rulings: Iterable[Ruling]) -> Outcomes:
    """Return how sure verdicts of each kind were and whether they were right, as people who looked at each of them decided.

    A document past its date or about another service is no fault of the reading.
    """
    found: dict[VerdictState, tuple[Outcome, ...]] = {}
    for each in rulings:
        if each.said in _PLAIN and each.holds not in DATED and not each.at_once and each.sure is not None:
            found[each.said] = (*found.get(each.said, ()), Outcome(each.sure, not each.corrects))
    return found
