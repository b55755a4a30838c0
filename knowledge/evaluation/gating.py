"""Tries the gates with statements of known truth, each with every sentence of the shelf as its quote."""

from dataclasses import dataclass

from knowledge.bearing import lacking
from knowledge.evaluation.claims import BUILDING, KEPT_APART, Golden
from knowledge.evaluation.verdicts import everything
from knowledge.evidence import Candidate
from knowledge.verdicts import VerdictState

_NOT_SO = (VerdictState.CONTRADICTED, VerdictState.NOT_EVIDENCED)


@dataclass(frozen=True, slots=True)
class GateFigures:
    """Statements that no sentence bears out, how many passed all the same and which; statements that are so, the share kept."""

    not_so: int
    let_through: int
    so: int
    kept: float
    slips: tuple[str, ...]


def run() -> GateFigures:
    """Put the golden claims through the gates that hold a sentence against its page."""
    found, claims = everything(), (*BUILDING, *KEPT_APART)
    not_so = [claim for claim in claims if claim.truth in _NOT_SO]
    so = [claim for claim in claims if claim.truth is VerdictState.SUPPORTED]
    slips = tuple(claim.text for claim in not_so if _passes(claim, found))
    return GateFigures(len(not_so), len(slips), len(so), sum(_passes(claim, found) for claim in so) / len(so), slips)


def _passes(claim: Golden, found: list[Candidate]) -> bool:
    return any(lacking(claim.text, item.quote.text, item) is None for item in found)
