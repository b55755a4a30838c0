"""Asks the heads of the bank what sentences do to a claim."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding import Embedder
from knowledge.heads.matrix import Numbers, Vectors
from knowledge.stances.learnt import Learnt
from knowledge.stances.material import NOT, SO
from knowledge.stances.model import SURE, Model, shipped
from knowledge.stances.statements import Made, made

KEPT = 20_000
DOUBT = 0.2
LIKELY = 0.5
DOUBTED = 0.75  # how sure what reviewers taught has to be that words decide nothing
EDGE, FARTHEST = 1e-3, 3.0
_SINGLE, _ONLY = "single", " only"
_kept: OrderedDict[bytes, Vectors] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Told:
    """How sure the heads are, from 0 to 1, that a sentence says the claim is so, that it is not, that it names another choice.

    `ahead` is by how much (in log-odds, 3 at most) heads of this statement are surer than those of any other, `near` how near the
    sentence is to the claim by its meaning, from -1 to 1. `doubted` is how sure reviewers' decisions make it that such words
    decide nothing.
    """

    so: float
    against: float
    other: float
    ahead: float = 0.0
    near: float = 0.0
    doubted: float = 0.0

    @property
    def is_so(self) -> bool:
        """Say whether it is sure enough to be shown as so, and no other head speaks against it."""
        return self.so >= SURE[SO] and self.is_alone

    @property
    def is_alone(self) -> bool:
        """Say whether no head speaks against it."""
        return max(self.against, self.other) < DOUBT

    @property
    def is_doubted(self) -> bool:
        """Say whether reviewers decided of such words that they do not say it, and the heads are not sure that they do."""
        return self.doubted >= DOUBTED and self.so < LIKELY

    @property
    def is_against(self) -> bool:
        """Say whether it is sure enough to be shown as against the claim."""
        return self.against >= SURE[NOT] and self.against > self.so


def told(claim: str, texts: Sequence[str], embedder: Embedder, learnt: Learnt | None = None) -> list[Told]:
    """Return what each text does to a claim of the bank, nothing for another claim; blocking, some 3 ms a new text.

    Where heads of the claim's statement were `learnt` from reviewers' decisions, they judge instead of the shipped ones.
    """
    statement = made(claim)
    if statement is None or not texts:
        return []
    vectors = _vectors([*texts, claim], embedder)
    ref, model = statement.statement.ref, shipped()
    features = model.features(texts, vectors[:-1])
    near = vectors[:-1] @ vectors[-1]
    if learnt is None or ref not in learnt.refs:
        return _judged(statement, model.judged(features), near, np.zeros(len(texts)), model)
    model = learnt.over(model, ref)
    return _judged(statement, model.judged(features), near, learnt.doubted(ref, features), model)


def forget() -> None:
    """Drop every vector that is kept: a document was removed."""
    with _lock:
        _kept.clear()


def _judged(made: Made, every: Numbers, near: Vectors, doubted: Numbers, model: Model) -> list[Told]:
    ref, choices = made.statement.ref, made.statement.choices
    one = made.statement.kind == _SINGLE or _ONLY in made.statement.text
    others = [key for key in choices if key not in made.chosen] if one else []
    if choices and not made.chosen:
        return []
    names = [f"{ref} {SO}", *(f"{ref} {key}" for key in made.chosen)]
    sure = model.picked([*names, f"{ref} {NOT}", *(f"{ref} {key}" for key in others)], every)
    so, against, other = sure[:, : len(names)].min(axis=1), sure[:, len(names)], sure[:, len(names) + 1 :]
    most = other.max(axis=1) if other.shape[1] else np.zeros(len(every))
    figures = (so, against, most, _ahead(every, model.of(ref)), near, doubted)
    return [Told(*map(float, one)) for one in zip(*figures, strict=True)]


def _ahead(every: Numbers, own: NDArray[np.bool_]) -> Numbers:
    """Return by how much a statement's own heads are surer of each text than those of any other."""
    odds = np.log(np.clip(every, EDGE, 1 - EDGE) / (1 - np.clip(every, EDGE, 1 - EDGE)))
    found: Numbers = np.clip(odds[:, own].max(axis=1) - odds[:, ~own].max(axis=1), -FARTHEST, FARTHEST)
    return found


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
