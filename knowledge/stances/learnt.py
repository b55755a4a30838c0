"""What was learnt from reviewers' decisions where the program runs: heads of single statements, and how sure verdicts were.

It stands beside what ships and never in its place: a statement nothing was learnt of is judged by the shipped heads alone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from io import BytesIO

import numpy as np

from knowledge.heads.calibrating import Outcome
from knowledge.heads.fitting import sigmoid
from knowledge.heads.matrix import Numbers
from knowledge.stances.model import WEIGHTS, Model
from knowledge.verdicts import VerdictState

Outcomes = Mapping[VerdictState, tuple[Outcome, ...]]
_MARK = 8  # as many signs of a digest name the heads of a statement


@dataclass(frozen=True)
class Learnt:
    """Weights by the name of their head ("AC-05 so") and, by statement, of what tells words that decide nothing about it.

    `outcomes` are how sure verdicts of each kind were and whether reviewers found them right; `calibrated` names the kinds for
    which enough of them stand behind the learnt heads; `base` names the shipped heads that all this was learnt over.
    """

    base: str = ""
    heads: Mapping[str, Numbers] = field(default_factory=dict)
    doubts: Mapping[str, Numbers] = field(default_factory=dict)
    outcomes: Outcomes = field(default_factory=dict)
    calibrated: frozenset[VerdictState] = frozenset()

    @property
    def refs(self) -> tuple[str, ...]:
        """Return the statements whose heads were learnt."""
        return tuple(sorted({name.split()[0] for name in self.heads}))

    def mark(self, ref: str) -> str:
        """Name the heads of a statement by their content; empty where the shipped ones judge it."""
        own = sorted(name for name in self.heads if name.startswith(f"{ref} "))
        if not own:
            return ""
        weights = [(name, self.heads[name].tolist()) for name in own]
        doubt = self.doubts[ref].tolist() if ref in self.doubts else None
        told = [self.base, weights, doubt, sorted(self.calibrated)]
        return sha256(json.dumps(told).encode()).hexdigest()[:_MARK]

    @property
    def digest(self) -> str:
        """Name all that was learnt by its content; empty where nothing was."""
        if not self.heads and not any(self.outcomes.values()):
            return ""
        told = [self.base, [(ref, self.mark(ref)) for ref in self.refs], _plain(self.outcomes)]
        return sha256(json.dumps(told).encode()).hexdigest()

    def over(self, model: Model, ref: str) -> Model:
        """Return the shipped heads with those of one statement in their places."""
        heads = model.heads.copy()
        for place, name in enumerate(model.names):
            if name.startswith(f"{ref} ") and name in self.heads:
                heads[place] = self.heads[name]
        return replace(model, heads=heads)

    def doubted(self, ref: str, features: Numbers) -> Numbers:
        """Return how sure it is of each row of features that such words decide nothing about a statement."""
        weights = self.doubts.get(ref)
        return np.zeros(len(features)) if weights is None else sigmoid(features @ weights[:-1] + weights[-1])

    def to_bytes(self) -> bytes:
        """Write what was learnt so that `from_bytes` reads it: numbers and names, no text of anybody; the same gives the same."""
        about = {
            "base": self.base,
            "heads": list(self.heads),
            "doubts": list(self.doubts),
            "outcomes": _plain(self.outcomes),
            "calibrated": sorted(self.calibrated),
        }
        weights = {f"heads{at}": each for at, each in enumerate(self.heads.values())}
        weights |= {f"doubts{at}": each for at, each in enumerate(self.doubts.values())}
        file = BytesIO()
        np.savez_compressed(
            file,
            about=np.frombuffer(json.dumps(about).encode(), np.uint8),
            **{name: each.astype("<f4") for name, each in weights.items()},  # type: ignore[arg-type]
        )
        return file.getvalue()


def from_bytes(kept: bytes) -> Learnt:
    """Read what `to_bytes` wrote."""
    with np.load(BytesIO(kept), allow_pickle=False) as file:
        about = json.loads(file["about"].tobytes())
        heads = {name: file[f"heads{at}"].astype(np.float64) for at, name in enumerate(about["heads"])}
        doubts = {ref: file[f"doubts{at}"].astype(np.float64) for at, ref in enumerate(about["doubts"])}
    outcomes = {
        VerdictState(kind): tuple(Outcome(sure, right) for sure, right in known)
        for kind, known in about["outcomes"].items()
    }
    calibrated = frozenset(VerdictState(kind) for kind in about["calibrated"])
    return Learnt(about["base"], heads, doubts, outcomes, calibrated)


def narrow(weights: Numbers) -> Numbers:
    """Return weights as they are kept, so that what was just learnt and what is read back judge alike."""
    return weights.astype("<f4").astype(np.float64)


@cache
def base() -> str:
    """Name the shipped heads by the content of their file."""
    return sha256(WEIGHTS.read_bytes()).hexdigest()


def _plain(outcomes: Outcomes) -> dict[str, list[list[float | bool]]]:
    return {kind.value: [[each.sure, each.right] for each in outcomes[kind]] for kind in sorted(outcomes)}
