"""The trained part of the cross-encoder: what is added to the embedding model's weights, and its outputs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

LAYERS, SCALE = 6, 2.0
DENSE = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
BESIDE_NUMBERS = ("about", "probed")
FILE = files("knowledge.cross_encoder") / "adapters.npz"


Numbers = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True)
class Adapters:
    """Two factors a linear layer (`NAME.first`, `NAME.second`, their product times 2 is added to it), the norms of layers, the
    embedding of the two texts, the four outputs; `learnt` says what they were trained on, `probed` what they made of a few pairs.
    """

    numbers: Numbers
    learnt: str
    probed: NDArray[np.float32]

    def to_bytes(self) -> bytes:
        """Write the numbers in half precision; no text of anybody."""
        file = BytesIO()
        kept = {name: value.astype("<f2") for name, value in self.numbers.items()}
        about = np.frombuffer(json.dumps({"learnt": self.learnt}).encode(), np.uint8)
        np.savez_compressed(file, allow_pickle=False, about=about, probed=self.probed.astype("<f4"), **kept)
        return file.getvalue()


def from_bytes(kept: bytes) -> Adapters:
    """Read what `to_bytes` wrote."""
    with np.load(BytesIO(kept), allow_pickle=False) as file:
        numbers = {name: file[name].astype(np.float32) for name in file.files if name not in BESIDE_NUMBERS}
        return Adapters(numbers, json.loads(file["about"].tobytes())["learnt"], file["probed"])


def shipped() -> Adapters:
    """Return the adapters that the graph in the package was made with."""
    return from_bytes(FILE.read_bytes())
