"""Compares a claim with one sentence of a document by slots: the ideas it names, its values, and how it says them."""

import re
from dataclasses import dataclass

from knowledge.checks import checked
from knowledge.clauses import clauses, without_asides, without_carriers
from knowledge.outcomes import Relation
from knowledge.polarity import Party, party
from knowledge.relating import says_it_exists
from knowledge.stating import Stated, stated
from knowledge.terms import fills, names

__all__ = ["Comparison", "Relation", "Stated", "compare", "stated"]

_STRENGTH = (Relation.SILENT, Relation.FALLS_SHORT, Relation.RESTRICTS, Relation.SUPPORTS, Relation.CONFLICTS)
_ADDRESS = re.compile(r"\bhttps?://\S+|\bwww\.\S+|\S+@\S+")
_CARRYING = re.compile(
    r"\b(?:transit|transmi\w*|transfer\w*|sent|networks?|channels?|connections?|links?|tunnels?|vpns?|remote\w*)\b",
    re.I,
)
_POINTING = re.compile(r"\s*(?:it|they|these|this|those|such|the\s+(?:same|latter))\b", re.I)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome for one sentence; `covered` is the share of the claim's ideas that it names, `soft` that heads alone see it."""

    relation: Relation
    reason: str
    covered: float
    soft: bool = False

    @property
    def rank(self) -> tuple[int, float]:
        """Order outcomes: the one that says most comes last."""
        return _STRENGTH.index(self.relation), self.covered


def compare(claim: Stated, sentence: str, context: str = "") -> Comparison:
    """Return what the sentence does to the claim; `context` (a lead-in, a table's row name) may name ideas, not values."""
    said = _ADDRESS.sub(" ", sentence)
    pieces = clauses(said if _CARRYING.search(claim.text) else without_carriers(said))
    whole_party = party(sentence)
    outcomes = []
    for before, piece in zip(["", *pieces], pieces, strict=False):
        around = f"{context} {before}" if _POINTING.match(piece) else context
        outcomes.append(_compare_clause(claim, piece, around, whole_party))
    return max(outcomes, key=lambda outcome: outcome.rank)


def _missing(claim: Stated, clause: str, context: str) -> list[str]:
    """Name the ideas the clause lacks; what stands around it may fill one, when two slots are filled in the clause."""
    missing = [need for need in claim.needs if not fills(need, names(clause))]
    slots = len(claim.needs) - 1 + len(claim.values)
    if len(missing) == 1 and slots >= 2 and context and fills(missing[0], names(context)):
        return []
    return missing


def _compare_clause(claim: Stated, clause: str, context: str, whole_party: Party) -> Comparison:
    missing = _missing(claim, clause, context)
    covered = 1 - len(missing) / max(1, len(claim.needs))
    if missing or not claim.needs:
        return Comparison(Relation.SILENT, "The documents found do not speak of this." if missing else "", covered)
    if len(claim.needs) == 1 and not claim.values and not says_it_exists(claim.needs[0], clause):
        return Comparison(Relation.SILENT, "The documents found only name it.", covered)
    core = without_asides(clause)
    relation, reason = checked(claim, clause if _missing(claim, core, context) else core, whole_party)
    return Comparison(relation, reason, covered)
