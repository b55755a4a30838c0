"""Says how likely a verdict is right, from how it came about, as learnt from verdicts whose truth is known."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from math import exp, log

from knowledge.heads.calibrating import RATE, Outcome, calibrated
from knowledge.verdicts import UNCALIBRATED, VerdictState, learnt_in

LEARNT = files("knowledge").joinpath("sureness.json")
NEVER = 2.0  # more than any verdict can be sure
STRONG = 0.6  # how sure a support is of which no outcomes tell, when its source is a strong one
ENOUGH = 19  # fewer hold no threshold at 5 %: one wrong one more than was seen is counted, and 1 / (18 + 1) is above it
_EDGE = 1e-3
_SCALE = 4.0  # brings log-odds to the size of a mark


@dataclass(frozen=True, slots=True)
class Basis:
    """How a verdict came about; shares are from 0 to 1.

    What the heads and the second reader see in the deciding sentence (`so` or not), what the second reader sees taken back
    (`but`) or denied (`against`) in any sentence that was weighed; whether one sentence decides `alone`, and whether
    another speaks for the other side (`opposed`).
    """

    state: VerdictState
    head: float
    reader: float
    but: float
    against: float
    alone: bool
    opposed: bool


@dataclass(frozen=True, slots=True)
class Sureness:
    """What was learnt of one kind of verdict: weights, what is added, and the outcomes that thresholds are taken from."""

    weights: tuple[float, ...]
    bias: float
    outcomes: tuple[Outcome, ...]

    def of(self, basis: Basis) -> float:
        """Return how likely a verdict is right, from 0 to 1."""
        odds = sum(weight * value for weight, value in zip(self.weights, marks(basis), strict=True)) + self.bias
        return 1 / (1 + exp(-odds))


def marks(basis: Basis) -> tuple[float, ...]:
    """Return a basis as numbers about as large as one."""
    shares = (basis.head, basis.reader, basis.but, basis.against)
    return (
        *(_odds(share) / _SCALE for share in shares),
        *map(float, (basis.alone, basis.opposed)),
    )


def sure(basis: Basis) -> float | None:
    """Return how likely a verdict is right, from 0 to 1; None for a kind of verdict nothing was learnt of."""
    found = learnt().get(basis.state)
    return None if found is None else found.of(basis)


def least(state: VerdictState, rate: float = RATE, own: Sequence[Outcome] = ()) -> float:
    """Return how sure a verdict has to be, so that at most `rate` of those as sure is wrong; above 1 where nothing holds it.

    Outcomes of one's `own` can only ask for more: the rate has to hold on those that ship, on both together, and, from ENOUGH
    on, on one's own alone.
    """
    known = learnt().get(state)
    if known is None:
        return NEVER
    sets = [known.outcomes, *([(*known.outcomes, *own)] if own else []), *([own] if len(own) >= ENOUGH else [])]
    held = [calibrated(outcomes, rate) for outcomes in sets]
    return max(NEVER if each is None else each.threshold for each in held)


def is_calibrated(method: str) -> bool:
    """Say whether outcomes tell how many verdicts made this way, and as sure, are wrong: those that ship today."""
    return UNCALIBRATED not in method and mark() in method


@cache
def mark() -> str:
    """Name what was learnt, so that a confidence is never held against what another one was learnt with."""
    return blake2b(LEARNT.read_bytes(), digest_size=3).hexdigest() if LEARNT.is_file() else ""


def is_certain(confidence: float, method: str, at_least: float | None = None) -> bool:
    """Say whether supports as sure as this, to a ten thousandth, hold the error rate: what ships says, or `at_least`.

    Where no outcomes tell how sure a support is, its source makes it certain, unless heads learnt from decisions made it. One
    that was worked out before what ships was learnt is not: it has to be worked out again.
    """
    if UNCALIBRATED in method:
        return confidence >= STRONG and not learnt_in(method)
    threshold = least(VerdictState.SUPPORTED) if at_least is None else at_least
    return is_calibrated(method) and round(confidence, 4) >= round(threshold, 4)


@cache
def learnt() -> Mapping[VerdictState, Sureness]:
    """Read what was learnt; nothing where the file is absent."""
    if not LEARNT.is_file():
        return {}
    kinds = json.loads(LEARNT.read_text(encoding="utf-8"))["kinds"]
    return {VerdictState(name): _sureness(kind) for name, kind in kinds.items()}


def _sureness(kind: Mapping[str, Sequence[float]]) -> Sureness:
    *weights, bias = kind["weights"]
    outcomes = [Outcome(sure, True) for sure in kind["right"]] + [Outcome(sure, False) for sure in kind["wrong"]]
    return Sureness(tuple(weights), bias, tuple(outcomes))


def _odds(share: float) -> float:
    share = min(max(share, _EDGE), 1 - _EDGE)
    return log(share / (1 - share))
