"""Weighs what the heads and the second reader make of a sentence together, more strictly where it raises than where it lowers."""

from collections.abc import Callable
from math import exp, log

from knowledge.caveats import next_of
from knowledge.cross_encoder.reading import Read, is_there, read
from knowledge.evidence import Candidate
from knowledge.leaning import Leaning
from knowledge.stances.judging import Told
from knowledge.verdicts import UNCALIBRATED

Reads = Callable[[Candidate], Read | None]
METHOD = "readers-1"
ALONE = "heads-1, second reader missing"
WORTH = 0.05  # how sure a head has to be of anything before the second reader is asked
TAKEN_BACK = 0.5  # from here on a passage takes something back
BESIDE = 0.7  # from here on a passage does not answer at all, whatever rules make of it
# Weights of the heads' log-odds, the second reader's, what the heads are ahead, how near the sentence is, and a constant:
# fitted on whole documents by an author whom neither has read.
_SO = (0.3, 0.44, 0.27, 0.96, -0.04)
_AGAINST = (0.41, 0.5, 0.17, 1.52, -2.13)
SO, AGAINST = 0.85, 0.7
_EDGE = 1e-3


def method(*, calibrated: bool) -> str:
    """Name the way a verdict was made, for whoever reads it, and say where no outcomes tell how often such a one is wrong."""
    made_by = METHOD if is_there() else ALONE
    return made_by if calibrated else f"{made_by}, {UNCALIBRATED}"


def nobody(candidate: Candidate) -> Read | None:
    """Read nothing: the claim is not of the bank."""
    return None


def reader_of(claim: str) -> Reads:
    """Return what reads a candidate, with the sentence after it, beside a claim; nobody where the graph is missing.

    Blocking, some 8 ms a candidate that was not read lately.
    """
    if not is_there():
        return nobody

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


def leaning(told: Told, seen: Read | None) -> Leaning:
    """Return what both readers make of a sentence together; the heads alone where there is no second reader."""
    if seen is None:
        return Leaning(told.is_so, told.is_against, told.against)
    so = _together(_SO, told, told.so, seen.so + seen.but)
    against = _together(_AGAINST, told, told.against, seen.against)
    return Leaning(so >= SO and told.is_alone, against >= AGAINST and against > so, against)


def _together(weights: tuple[float, float, float, float, float], told: Told, first: float, second: float) -> float:
    figures = (_odds(first), _odds(second), told.ahead, told.near, 1.0)
    return 1 / (1 + exp(-sum(weight * figure for weight, figure in zip(weights, figures, strict=True))))


def _odds(share: float) -> float:
    share = min(max(share, _EDGE), 1 - _EDGE)
    return log(share / (1 - share))
