"""Asks the heads of the bank what sentences do to a claim."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock

import numpy as np

from knowledge.embedding import Embedder
from knowledge.heads.matrix import Vectors
from knowledge.stances.material import NOT, SO
from knowledge.stances.model import SURE, Model, shipped
from knowledge.stances.statements import Made, made

KEPT = 20_000
DOUBT = 0.2
_SINGLE, _ONLY = "single", " only"
_kept: OrderedDict[bytes, Vectors] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Told:
    """How sure the heads are, from 0 to 1, that a sentence says the claim is so, that it is not, that it names another choice."""

    so: float
    against: float
    other: float

    @property
    def is_so(self) -> bool:
        """Say whether it is sure enough to be shown as so, and no other head speaks against it."""
        return self.so >= SURE[SO] and max(self.against, self.other) < DOUBT

    @property
    def is_against(self) -> bool:
        """Say whether it is sure enough to be shown as against the claim."""
        return self.against >= SURE[NOT] and self.against > self.so


def told(claim: str, texts: Sequence[str], embedder: Embedder) -> list[Told]:
    """Return what each text does to a claim of the bank, nothing for another claim; blocking, some 3 ms a new text."""
    statement = made(claim)
    if statement is None or not texts:
        return []
    return _judged(statement, texts, _vectors(texts, embedder), shipped())


def forget() -> None:
    """Drop every vector that is kept: a document was removed."""
    with _lock:
        _kept.clear()


def _judged(made: Made, texts: Sequence[str], vectors: Vectors, model: Model) -> list[Told]:
    ref, choices = made.statement.ref, made.statement.choices
    one = made.statement.kind == _SINGLE or _ONLY in made.statement.text
    others = [key for key in choices if key not in made.chosen] if one else []
    if choices and not made.chosen:
        return []
    names = [f"{ref} {SO}", *(f"{ref} {key}" for key in made.chosen)]
    sure = model.sure([*names, f"{ref} {NOT}", *(f"{ref} {key}" for key in others)], texts, vectors)
    so, against, other = sure[:, : len(names)].min(axis=1), sure[:, len(names)], sure[:, len(names) + 1 :]
    most = other.max(axis=1) if other.shape[1] else np.zeros(len(texts))
    return [Told(*map(float, three)) for three in zip(so, against, most, strict=True)]


def _vectors(texts: Sequence[str], embedder: Embedder) -> Vectors:
    """Embed what was not embedded lately: the claims of a questionnaire meet the same sentences again and again.

    No text of a document is kept, only what names it.
    """
    names = {text: blake2b(f"{type(embedder).__name__} {text}".encode(), digest_size=16).digest() for text in texts}
    with _lock:
        found = {text: vector for text in texts if (vector := _kept.get(names[text])) is not None}
    missing = [text for text in dict.fromkeys(texts) if text not in found]
    if missing:
        found |= dict(zip(missing, embedder.embed(missing), strict=True))
        with _lock:
            _kept.update((names[text], found[text]) for text in missing)
            while len(_kept) > KEPT:
                _kept.popitem(last=False)
    return np.array([found[text] for text in texts], np.float32)
