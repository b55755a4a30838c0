"""The trained heads of the bank: how sure they are of what a sentence does to each statement."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import KnowledgeError
from knowledge.heads.features import hashed
from knowledge.heads.fitting import sigmoid
from knowledge.heads.matrix import Numbers, Places, Rows, Vectors
from knowledge.stances.material import NOT, SO

VERSION = "bank-1"
DENSE, SHARE = 1.5, 0.5
# From here on a judgement is shown: about one in twenty is then wrong on authors that the heads have not read.
SURE = {SO: 0.8, NOT: 0.85}
WEIGHTS = files("knowledge.stances") / "weights.npz"


class UnknownWeights(KnowledgeError):
    """The weights are of another version, or of none."""

    def __init__(self, version: str) -> None:
        super().__init__(f"Heads of version '{version}' cannot be used here; run `python -m knowledge.stances`.")


@dataclass(frozen=True)
class Model:
    """Two layers of linear heads.

    `manner` (3 rows) tells from words and meaning alone how a sentence says something: so, not, or beside; each row has a weight
    a column of hashed words, one a dimension of the vector, and a constant. `heads` tell from the vector and those three what the
    sentence does to one statement; `names` names their rows ("AC-05 so", "AC-05 not", "AC-08 monthly"). `learnt` says what
    they were trained on.
    """

    columns: Places
    centre: Numbers
    manner: Numbers
    names: tuple[str, ...]
    heads: Numbers
    learnt: str

    def manners(self, texts: Sequence[str], vectors: Vectors) -> Numbers:
        """Return three log-odds a text."""
        rows = rows_of(texts, vectors, self.columns, self.centre)
        return np.stack([rows.times(weights[:-1]) + weights[-1] for weights in self.manner], axis=1)

    def sure(self, names: Sequence[str], texts: Sequence[str], vectors: Vectors) -> Numbers:
        """Return how sure each named head is of each text: one row a text, from 0 to 1; 0 where there is no such head."""
        return self.picked(names, self.every(texts, vectors))

    def picked(self, names: Sequence[str], every: Numbers) -> Numbers:
        """Take the named heads out of what `every` returned."""
        at = {name: place for place, name in enumerate(self.names)}
        found = np.zeros((len(every), len(names)))
        for place, name in enumerate(names):
            if name in at:
                found[:, place] = every[:, at[name]]
        return found

    def of(self, ref: str) -> NDArray[np.bool_]:
        """Say for each head whether it is of a question's statement."""
        return np.array([name.startswith(f"{ref} ") for name in self.names], bool)

    def features(self, texts: Sequence[str], vectors: Vectors) -> Numbers:
        """Return what the second layer sees of each text."""
        return features_of(vectors, self.centre, self.manners(texts, vectors))

    def every(self, texts: Sequence[str], vectors: Vectors) -> Numbers:
        """Return how sure each head is of each text, in the order of `names`."""
        return self.judged(self.features(texts, vectors))

    def judged(self, features: Numbers) -> Numbers:
        """Return how sure each head is of what the second layer sees."""
        found: Numbers = sigmoid(features @ self.heads[:, :-1].T + self.heads[:, -1])
        return found

    def to_bytes(self) -> bytes:
        """Write the heads so that `from_bytes` reads them; numbers and the names of heads, no text of anybody."""
        about = {"version": VERSION, "names": self.names, "learnt": self.learnt}
        file = BytesIO()
        np.savez_compressed(
            file,
            about=np.frombuffer(json.dumps(about).encode(), np.uint8),
            columns=self.columns.astype("<i4"),
            centre=self.centre.astype("<f4"),
            manner=self.manner.astype("<f2"),
            heads=self.heads.astype("<f4"),
        )
        return file.getvalue()


def from_bytes(kept: bytes) -> Model:
    """Read what `to_bytes` wrote."""
    with np.load(BytesIO(kept), allow_pickle=False) as file:
        about = json.loads(file["about"].tobytes())
        if about["version"] != VERSION:
            raise UnknownWeights(about["version"])
        numbers = {name: file[name].astype(np.float64) for name in ("centre", "manner", "heads")}
        columns = file["columns"].astype(np.int64)
    return Model(
        columns, numbers["centre"], numbers["manner"], tuple(about["names"]), numbers["heads"], about["learnt"]
    )


@cache
def shipped() -> Model:
    """Return the heads that come with the package."""
    return from_bytes(WEIGHTS.read_bytes())


def rows_of(texts: Sequence[str], vectors: Vectors, columns: Places, centre: Numbers) -> Rows:
    """Lay out what the first layer sees of texts."""
    return Rows(hashed(texts).on(columns), (vectors - centre) * DENSE)


def features_of(vectors: Vectors, centre: Numbers, manners: Numbers) -> Numbers:
    """Lay out what the second layer sees of texts."""
    return np.hstack([(vectors - centre) * DENSE, manners * SHARE])
