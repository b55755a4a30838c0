"""Weighs what the heads and the second reader make of a sentence together."""

from collections.abc import Callable
from dataclasses import replace
from math import exp, log

from knowledge.caveats import next_of
from knowledge.cross_encoder.reading import Read, read
from knowledge.evidence import Candidate
from knowledge.stances.judging import Told

Reads = Callable[[Candidate], Read | None]
WORTH = 0.05  # how sure a head has to be of anything before the second reader is asked
TAKEN_BACK = 0.5
# Weights of the two readers' log-odds and a constant, fitted on authors whom neither had read.
_SO = (0.55, 0.63, 1.05)
_AGAINST = (0.45, 0.71, 1.27)
_EDGE = 1e-4


def nobody(candidate: Candidate) -> Read | None:
    """Read nothing: the claim is not of the bank."""
    return None


def reader_of(claim: str) -> Reads:
    """Return what reads a candidate, with the sentence after it, beside a claim; blocking, some 5 ms each."""

    def reads(candidate: Candidate) -> Read | None:
        found = read(claim, [passage_of(candidate)])
        return found[0] if found else None

    return reads


def passage_of(candidate: Candidate) -> str:
    """Return a sentence with the one after it in its paragraph, which may take something back."""
    at = next_of(candidate)
    return candidate.said if at is None else f"{candidate.said} {candidate.sentences[at].flat}"


def is_worth(told: Told) -> bool:
    """Say whether the heads see enough in a sentence to have it read again."""
    return max(told.so, told.against, told.other) >= WORTH


def joined(told: Told, seen: Read | None) -> Told:
    """Return how sure both are together; a passage that takes something back says it all the same."""
    if seen is None:
        return told
    return replace(
        told,
        so=_together(_SO, told.so, seen.so + seen.but),
        against=_together(_AGAINST, told.against, seen.against),
    )


def _together(weights: tuple[float, float, float], first: float, second: float) -> float:
    return 1 / (1 + exp(-(weights[0] * _odds(first) + weights[1] * _odds(second) + weights[2])))


def _odds(share: float) -> float:
    share = min(max(share, _EDGE), 1 - _EDGE)
    return log(share / (1 - share))
