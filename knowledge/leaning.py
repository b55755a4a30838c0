"""Lets the heads of the bank speak of a sentence that the rules do not understand; every check that can lower still holds."""

import re
from dataclasses import dataclass

from knowledge.amounts import by_values, members
from knowledge.checks import by_label, by_narrowing
from knowledge.comparing import Comparison
from knowledge.lexicon import ALL_MEANT
from knowledge.numerals import NUMBER
from knowledge.outcomes import Relation, Verdicted
from knowledge.polarity import Modality, Party, denials, exception, is_planned, modality, party, permits
from knowledge.specifics import ValueKind
from knowledge.stances.statements import made
from knowledge.stating import Stated

LONGEST = 600
COVERED = 0.95
_LAST = re.compile(r"\b(?:last|latest|most\s+recent(?:ly)?)\b", re.I)
_IS_NOUGHT = " is 0."
_NOUGHT = re.compile(
    r"\b(?:no|none|zero)\b[^.;,]{0,60}\b(?:findings?|open|remains?)\b|\b(?:0|nil|none|zero)\s*\.?\s*$", re.I
)
_SOME = re.compile(rf"\b(?!(?:0|zero)\b){NUMBER}(?!\w)|\bno\s+(?:more|fewer|later)\b", re.I)
PARTLY = "The document says it and takes something back, in other words than the claim's."
_SAME = "The document says the same in other words."
_OTHERWISE = "The document says otherwise, in other words than the claim's."


@dataclass(frozen=True, slots=True)
class Leaning:
    """Whether readers are sure enough that a sentence says a claim is so, or that it is not, and how sure of the latter.

    `is_but`: that it says so and takes something back.
    """

    is_so: bool
    is_against: bool
    against: float
    is_but: bool = False


def leant(claim: Stated, said: str, leaning: Leaning, *, whole: bool = True) -> Comparison | None:
    """Return what a sentence or a row of a table does to a claim as readers see it, or None when they are not sure.

    A row, which is no whole sentence, seldom names what its day is of.
    """
    if len(said) > LONGEST or not (leaning.is_so or leaning.is_against or leaning.is_but):
        return None
    for outcome in (_by_modality(said, is_against=leaning.is_against), _by_party(claim, said)):
        if outcome is not None:
            return Comparison(*outcome, COVERED)
    if leaning.is_against:
        return Comparison(Relation.CONFLICTS, _OTHERWISE, leaning.against, soft=True)
    for check in (_by_kind, by_label, by_values, by_narrowing):
        outcome = check(claim, said, party(said))
        if outcome is not None:
            return Comparison(*_undated(claim, said if whole else "", outcome), COVERED, soft=True)
    besides = exception(said)
    if not leaning.is_so:
        return Comparison(Relation.RESTRICTS, PARTLY, COVERED, soft=True)
    if besides and not exception(claim.text):
        return Comparison(Relation.RESTRICTS, f"The document names an exception: '{besides}'.", COVERED, soft=True)
    return Comparison(Relation.SUPPORTS, _SAME, COVERED)


def _undated(claim: Stated, said: str, outcome: Verdicted) -> Verdicted:
    """Another day than the claim's is most often that of another time it was done, unless both tell of the last time."""
    dated = any(value.kind is ValueKind.DATE for value in claim.values)
    last = _LAST.search(claim.text) and _LAST.search(said)
    return (Relation.FALLS_SHORT, outcome[1]) if dated and not last else outcome


def _by_kind(claim: Stated, said: str, whole_party: Party) -> Verdicted | None:
    """Of a number the claim must state it; a denial among things listed may mean one of them only."""
    statement = made(claim.text)
    none_left = (
        claim.text.endswith(_IS_NOUGHT)
        and _NOUGHT.search(said)
        and not _SOME.search(said)
        and _names_each(claim.text, said)
    )
    if statement is None or (statement.is_measured and not claim.values and not none_left):
        return Relation.FALLS_SHORT, "The document speaks of it; the numbers are for a person to compare."
    if statement.lists and denials(said):
        return Relation.FALLS_SHORT, "The document denies a part of it; a person has to read it."
    return None


def _names_each(claim: str, said: str) -> bool:
    """Say whether whatever is rated high, critical and the like in the claim is named in the words too."""
    return all(members(claim, group) <= members(said, group) for group in ALL_MEANT)


def _by_modality(said: str, *, is_against: bool) -> Verdicted | None:
    """What is only advised is not so, and may well say that it is not: "encouraged, yet left to you"."""
    how = Modality.PLANNED if is_planned(said) else modality(said)
    advised = how is Modality.ADVISED and not permits(said) and not is_against
    if how in (Modality.PLANNED, Modality.ASKED) or advised:
        return Relation.FALLS_SHORT, f"The document only {how.label}; the claim says that it is so."
    return None


def _by_party(claim: Stated, said: str) -> Verdicted | None:
    who = party(said)
    if who in (Party.VENDOR, claim.party):
        return None
    return Relation.FALLS_SHORT, f"The document speaks of what {who.label} does, the claim of {claim.party.label}."
