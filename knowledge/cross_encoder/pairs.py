"""Makes the pairs of statement and passage that the cross-encoder learns from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING

from knowledge.stances.material import BESIDE, BREAK, NOT, PASSAGES, SO
from knowledge.stances.material import FOLDER as SENTENCES
from knowledge.stances.statements import OPEN, Statement, statements

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

BUT = "but"
LABELS = (SO, BUT, NOT, BESIDE)
_CAVEATS = "caveats"
HELD = ("practice", "saas")  # authors that only measure
_MEASURED = {"number": "within a stated time", "date": "a stated day"}
OTHERS = 0.3  # how often a passage meets a statement it is not about
OWN, LESS = 1.0, 0.7  # what each kind of pair counts
_PROBED = 500
_VERBATIM, _FIRST = "verbatim", 0.3
_TESTS = """Inspected the configuration.
Inspected the records for a sample of items.
Inquired of the control owner.
Observed the procedure for one item.
Attempted it without the right and saw the attempt refused.
Selected a sample of 25 items and compared them with the records.
Reperformed the control for one month.
For a sample of 30 items, inspected the tickets. No exceptions noted.
Tests of this control found no deviations.""".splitlines()
_FILLING = """Questions go to the owner of this document.
The heading was changed in the last edition.
Terms are explained in the glossary.
The team meets on Tuesdays.
Old editions are kept in the archive.
Room plans hang next to the lifts.
This paragraph is reviewed by the legal team.
The intranet has a page on it.
Colours in the diagrams carry no meaning.""".splitlines()


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement and a passage, what the passage does to it, what the pair counts, its author and question."""

    claim: str
    passage: str
    label: str
    counts: float
    author: str
    ref: str


def worded(statement: Statement, chosen: Sequence[str] = ()) -> str:
    """Word a statement with its choices; a number or a day stays open, which other checks compare."""
    if OPEN not in statement.text:
        return statement.text
    named = " and ".join(statement.choices[key] for key in chosen if key in statement.choices)
    return statement.text.replace(OPEN, named or _MEASURED.get(statement.kind, "as stated"))


@cache
def own_pairs() -> tuple[Pair, ...]:
    """Return each example with the statement it was written for."""
    known = {statement.ref: statement for statement in statements()}
    found: list[Pair] = []
    for folder in (SENTENCES, PASSAGES):
        for author, (ref, label, text) in _lines(folder):
            if author != _CAVEATS:
                found += _pairs(known[ref], label, text.replace(BREAK, " "), author)
    return tuple(found)


def caveats() -> Iterator[Pair]:
    """Return the pairs that have no statement: the first sentence is its own claim."""
    for author, (label, first, second) in _lines(PASSAGES):
        if author == _CAVEATS:
            yield Pair(first, f"{first} {second}", BUT if label == "caveat" else SO, LESS, author, "")


def turning_pairs() -> Iterator[Pair]:
    """Let the second of two sentences stand to the first, whatever the statement, as taking something back or not."""
    for author, fields in _lines(PASSAGES):
        first, found, second = fields[-1].partition(BREAK)
        if found and BREAK not in second and author not in (*HELD, _CAVEATS) and fields[1] in (SO, BUT):
            yield Pair(first, f"{first} {second}", fields[1], LESS, author, fields[0])


def verbatim_pairs() -> Iterator[Pair]:
    """Let each statement meet its own words: alone, before an auditor's test, among words that decide nothing; and others'."""
    known = statements()
    chance = Random(0)  # noqa: S311 -- draws examples, no secrets
    for statement in known:
        for chosen in [[key] for key in statement.choices] or [[]]:
            said = worded(statement, chosen)
            beside = chance.choice(_FILLING)
            yield Pair(said, said, SO, OWN, _VERBATIM, statement.ref)
            yield Pair(said, f"{said} {chance.choice(_TESTS)}", SO, OWN, _VERBATIM, statement.ref)
            yield Pair(
                said,
                f"{beside} {said}" if chance.random() < _FIRST else f"{said} {beside}",
                SO,
                OWN,
                _VERBATIM,
                statement.ref,
            )
            other = [key for key in statement.choices if key not in chosen]
            if statement.kind == "single" and other:
                wrong = worded(statement, [chance.choice(other)])
                yield Pair(said, wrong, NOT, OWN, _VERBATIM, statement.ref)


def foreign_pairs(own: Sequence[Pair], near: Mapping[str, Sequence[str]], share: float = OTHERS) -> Iterator[Pair]:
    """Let some passages meet a statement near their own, which they are not about; `near` names those of each question."""
    known = {statement.ref: statement for statement in statements()}
    chance = Random(0)  # noqa: S311 -- draws examples, no secrets
    for pair in own:
        if chance.random() < share:
            other = known[chance.choice(near[pair.ref])]
            chosen = [chance.choice(sorted(other.choices))] if other.choices else []
            yield Pair(worded(other, chosen), pair.passage, BESIDE, LESS, pair.author, other.ref)


def learnt_pairs() -> list[Pair]:
    """Return each example of the authors that are learnt from, with the statement it was written for."""
    return [pair for pair in own_pairs() if pair.author not in HELD]


def probes() -> list[Pair]:
    """Return a few pairs on which what ships is held against what was trained."""
    return list(own_pairs()[::_PROBED])


def digest() -> str:
    """Name all examples that are learnt from by their content."""
    examples = (*learnt_pairs(), *verbatim_pairs(), *turning_pairs(), *caveats())
    return sha256(repr([astuple(pair) for pair in examples]).encode()).hexdigest()


def _lines(folder: "Traversable") -> Iterator[tuple[str, list[str]]]:
    for file in sorted((each for each in folder.iterdir() if each.name.endswith(".tsv")), key=lambda each: each.name):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield file.name.removesuffix(".tsv"), line.split("\t")


def _pairs(statement: Statement, label: str, passage: str, author: str) -> Iterator[Pair]:
    """Read a label: a choice that is named is so, and of a question with one answer another choice is not.

    A label may name the choices claimed after a blank: `not yearly`.
    """
    stance, _, claimed = label.partition(" ")
    if claimed and stance in LABELS:
        yield Pair(worded(statement, claimed.split("+")), passage, stance, OWN, author, statement.ref)
        return
    if label in LABELS or label.startswith(f"{SO}="):
        stance, chosen = (label if label in LABELS else SO), list(statement.choices)[:1]
        yield Pair(worded(statement, chosen), passage, stance, OWN, author, statement.ref)
        return
    named = label.split("+")
    yield Pair(worded(statement, named), passage, SO, OWN, author, statement.ref)
    others = [key for key in statement.choices if key not in named]
    if statement.kind == "single" and others:
        other = Random(passage).choice(others)  # noqa: S311 -- the same passage always meets the same one
        yield Pair(worded(statement, [other]), passage, NOT, OWN, author, statement.ref)
