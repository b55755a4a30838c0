"""Reads the example sentences that the heads of the bank learn from."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from knowledge.stances.statements import statements

SO, NOT, BESIDE = "so", "not", "beside"
FOLDER = files("knowledge.stances") / "material"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, what it does to a statement (so, not, beside), the choices it names, and who wrote it."""

    ref: str
    stance: str
    chosen: tuple[str, ...]
    text: str
    author: str


@cache
def examples() -> tuple[Example, ...]:
    """Return all examples, in the order of their authors' names."""
    known = {statement.ref: statement.choices for statement in statements()}
    found = []
    for file in sorted((each for each in FOLDER.iterdir() if each.name.endswith(".tsv")), key=lambda each: each.name):
        for line in file.read_text(encoding="utf-8").splitlines():
            ref, label, text = line.split("\t")
            found.append(_example(ref, label, text, file.name.removesuffix(".tsv"), known[ref]))
    return tuple(found)


def _example(ref: str, label: str, text: str, author: str, choices: object) -> Example:
    named = tuple(label.split("+")) if label not in (NOT, BESIDE, SO) and not label.startswith(f"{SO}=") else ()
    denied = label == NOT or named in (("none",), ("never",), ("no",))
    stance = BESIDE if label == BESIDE else NOT if denied else SO
    return Example(ref, stance, named if stance == SO else (), text, author)


def digest(learnt: Sequence[Example]) -> str:
    """Name a set of examples by its content."""
    return sha256(repr([astuple(example) for example in learnt]).encode()).hexdigest()
