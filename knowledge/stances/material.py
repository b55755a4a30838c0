"""Reads the example sentences that the heads of the bank learn from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from knowledge.stances.statements import statements

SO, NOT, BESIDE = "so", "not", "beside"
FOLDER = files("knowledge.stances") / "material"
PASSAGES = files("knowledge.cross_encoder") / "passages"
SHARED = (
    "audit",
    "clinic",
    "field",
    "letters",
    "planted",
    "rulebook",
    "works",
)  # authors of passages whose single sentences heads learn from too
BREAK = " // "


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
    return (*found, *_shared(known))


def _shared(known: Mapping[str, object]) -> Iterator[Example]:
    """Return what is one sentence of the second reader's passages; a label may name the choices claimed after a blank."""
    for author in SHARED:
        for line in (PASSAGES / f"{author}.tsv").read_text(encoding="utf-8").splitlines():
            ref, label, text = line.split("\t")
            stance, _, claimed = label.partition(" ")
            if BREAK in text or stance == "but":
                continue
            yield _example(ref, claimed if claimed and stance == SO else stance, text, author, known[ref])


def _example(ref: str, label: str, text: str, author: str, choices: object) -> Example:
    named = tuple(label.split("+")) if label not in (NOT, BESIDE, SO) and not label.startswith(f"{SO}=") else ()
    denied = label == NOT or named in (("none",), ("never",), ("no",))
    stance = BESIDE if label == BESIDE else NOT if denied else SO
    return Example(ref, stance, named if stance == SO else (), text, author)


def digest(learnt: Sequence[Example]) -> str:
    """Name a set of examples by its content."""
    return sha256(repr([astuple(example) for example in learnt]).encode()).hexdigest()
