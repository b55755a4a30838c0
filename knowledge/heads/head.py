"""A linear head for one statement: what it learnt, how it judges the spans of a document, and how it is kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import TypedDict

import numpy as np

from knowledge.embedding import Embedder
from knowledge.errors import KnowledgeError
from knowledge.heads.calibrating import Calibration
from knowledge.heads.features import hashed
from knowledge.heads.fitting import Linear, sigmoid
from knowledge.heads.matrix import Numbers, Places, Rows, Vectors, full
from knowledge.heads.summing import direction, strength
from knowledge.outcomes import Relation

VERSION = "linear-1"
DENSE = 0.7
RELATIONS = (Relation.SUPPORTS, Relation.CONFLICTS, Relation.SILENT)


class UnknownHead(KnowledgeError):
    """The bytes are of another version, or of none."""

    def __init__(self, version: str) -> None:
        super().__init__(f"A head of version '{version}' cannot be used here; train it again.")


@dataclass(frozen=True, slots=True)
class Judgement:
    """How strongly each span speaks of the statement (log-odds), and what the document does to it (adds up to 1)."""

    evidence: Numbers
    shares: tuple[float, float, float]

    @property
    def relation(self) -> Relation:
        """Name what the document most likely does to the statement."""
        return RELATIONS[int(np.argmax(self.shares))]

    @property
    def sure(self) -> float:
        """Say how likely that is."""
        return max(self.shares)


class Kept(TypedDict):
    """What is written beside the weights."""

    version: str
    statement: str
    counts: dict[str, int]
    calibration: dict[str, float] | None


@dataclass(frozen=True)
class Parts:
    """The four linear parts: a span speaks of it; if so, against it; a document speaks of it; if so, against it."""

    speaks: Linear
    against: Linear
    told: Linear
    denied: Linear


@dataclass(frozen=True)
class Head:
    """A trained head; `columns` are the hashed features it knows, `counts` what it was trained on."""

    statement: str
    columns: Places
    centre: Numbers
    parts: Parts
    counts: Mapping[str, int]
    calibration: Calibration | None

    def judge(self, spans: Sequence[str], embedder: Embedder) -> Judgement:
        """Judge a whole document from its spans; there must be one at least."""
        return self.judge_rows(rows_of(spans, embedder.embed(spans), self.columns, self.centre))

    def judge_rows(self, rows: Rows) -> Judgement:
        """Judge a whole document from the features of its spans."""
        evidence = self.parts.speaks.score(rows)
        return Judgement(evidence, shares(self.parts, evidence, self.parts.against.score(rows)))

    def shown(self, judgement: Judgement) -> Relation | None:
        """Return the relation when it is sure enough to hold the error rate; None when it is not, or uncalibrated."""
        sure = self.calibration is not None and judgement.sure >= self.calibration.threshold
        return judgement.relation if sure else None

    def to_bytes(self) -> bytes:
        """Write the head so that `from_bytes` reads it; it holds numbers and no text but the statement's name."""
        calibration = None if self.calibration is None else asdict(self.calibration)
        about = Kept(version=VERSION, statement=self.statement, counts=dict(self.counts), calibration=calibration)
        parts = {name: _written(getattr(self.parts, name)) for name in Parts.__annotations__}
        file = BytesIO()
        np.savez_compressed(
            file,
            about=np.frombuffer(json.dumps(about).encode(), np.uint8),
            columns=self.columns,
            centre=self.centre.astype("<f4"),
            **parts,  # type: ignore[arg-type]
        )
        return file.getvalue()


def from_bytes(kept: bytes) -> Head:
    """Read what `to_bytes` wrote."""
    with np.load(BytesIO(kept), allow_pickle=False) as file:
        about: Kept = json.loads(file["about"].tobytes())
        if about["version"] != VERSION:
            raise UnknownHead(about["version"])
        parts = Parts(**{name: _read(file[name]) for name in Parts.__annotations__})
        calibration = about["calibration"]
        return Head(
            about["statement"],
            file["columns"],
            file["centre"].astype(np.float64),
            parts,
            about["counts"],
            None if calibration is None else _calibration(calibration),
        )


def _calibration(kept: Mapping[str, float]) -> Calibration:
    return Calibration(kept["threshold"], kept["rate"], int(kept["outcomes"]))


def _written(part: Linear) -> Vectors:
    return np.append(part.weights, part.bias).astype("<f4")


def _read(numbers: Vectors) -> Linear:
    return Linear(numbers[:-1].astype(np.float64), float(numbers[-1]))


def shares(parts: Parts, evidence: Numbers, against: Numbers) -> tuple[float, float, float]:
    """Return how likely the document supports the statement, is against it, or is silent."""
    told = float(sigmoid(parts.told.score(full(strength(evidence)[None])))[0])
    denied = float(sigmoid(parts.denied.score(full(direction(evidence, against)[None])))[0])
    return told * (1 - denied), told * denied, 1 - told


def rows_of(spans: Sequence[str], vectors: Vectors, columns: Places, centre: Numbers) -> Rows:
    """Lay out the features of spans as a head sees them."""
    return Rows(hashed(spans).on(columns), (vectors - centre) * DENSE)
