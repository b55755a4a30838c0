"""Reads a claim of the bank and passages together, with the graph that ships inside the package."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from knowledge.cross_encoder.pairs import worded
from knowledge.embedding import MODEL_FOLDER, ModelMissing, session_of
from knowledge.stances.statements import made

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

MAX_TOKENS = 128
KEPT = 20_000
_kept: "OrderedDict[bytes, Read]" = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Read:
    """How a passage stands to a claim, four shares that make one.

    It says so; says so but takes something back; says that it is not so; or decides nothing.
    """

    so: float
    but: float
    against: float
    beside: float


def read(claim: str, passages: Sequence[str]) -> list[Read]:
    """Return how each passage stands to a claim of the bank, nothing for another claim; blocking, some 10 ms a new passage."""
    known = made(claim)
    if known is None or (known.statement.choices and not known.chosen):
        return []
    statement = worded(known.statement, known.chosen)
    return [_read(statement, passage) for passage in passages]


def read_any(statement: str, passage: str) -> Read:
    """Return how words stand to a statement that nothing was learnt of; blocking, some 10 ms a new pair."""
    return _read(statement, passage)


def read_after(first: str, second: str) -> Read:
    """Return how words stand to what the words before them say, whatever that is about; blocking, some 10 ms a new pair."""
    return _read(first, f"{first} {second}")


def is_there() -> bool:
    """Say whether the graph is in this installation; without it verdicts are made by rules and heads."""
    return _graph(MODEL_FOLDER).is_file()


def forget() -> None:
    """Drop every judgement that is kept: a document was removed."""
    with _lock:
        _kept.clear()


def _read(statement: str, passage: str) -> Read:
    """Ask the graph about a pair it was not asked about lately; no text is kept, only what names it."""
    name = blake2b(f"{statement}\n{passage}".encode(), digest_size=16).digest()
    with _lock:
        if name in _kept:
            return _kept[name]
    found = _judged(statement, passage)
    with _lock:
        _kept[name] = found
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found


def _judged(statement: str, passage: str) -> Read:
    import numpy as np

    session, tokenizer = _loaded(MODEL_FOLDER)
    ids, kinds = shortened(tokenizer.encode(statement, passage))
    given = {"input_ids": np.array([ids], np.int64), "token_type_ids": np.array([kinds], np.int64)}
    (shares,) = session.run(None, given)
    return Read(*map(float, shares[0]))


def shortened(encoded: "Encoding") -> tuple[list[int], list[int]]:
    """Return a pair's tokens and which text each belongs to; a pair too long loses its end, not its last mark."""
    ids, kinds = list(encoded.ids), list(encoded.type_ids)
    if len(ids) > MAX_TOKENS:
        ids, kinds = [*ids[: MAX_TOKENS - 1], ids[-1]], kinds[:MAX_TOKENS]
    return ids, kinds


@lru_cache(maxsize=1)
def _loaded(folder: Path) -> "tuple[InferenceSession, Tokenizer]":
    model, vocabulary = _graph(folder), folder / "tokenizer.json"
    if not (model.is_file() and vocabulary.is_file()):
        raise ModelMissing
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return session_of(model, threads=1), tokenizer


def _graph(folder: Path) -> Path:
    return folder / "cross_encoder.onnx"
