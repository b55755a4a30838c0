"""Makes the pairs of statement and passage that the cross-encoder learns from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
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
# How often a passage meets a statement near its own that it is not about, and one far from it; and which those are, by nearness.
NEAR, FAR = (0.3, slice(3, 18)), (0.35, slice(18, None))  # the two nearest statements may be true of the same sentence
ALONE = 0.5  # how often only one of its sentences does
FILLED = 8  # how many statements each sentence meets that is about none
# How often a sentence about something else follows a passage, and the number of a section stands before it.
FOLLOWED, NUMBERED = 0.2, 0.1
OWN, LESS = 1.0, 0.7  # what each kind of pair counts
_PROBED = 500
_VERBATIM, _FILLING, _FIRST = "verbatim", "filling", 0.3
_SCOPE = "GV-09"  # about what an auditor left out, of which filling speaks
_TESTS = """Inspected the configuration.
Inspected the records for a sample of items.
Inquired of the control owner.
Observed the procedure for one item.
Attempted it without the right and saw the attempt refused.
Selected a sample of 25 items and compared them with the records.
Reperformed the control for one month.
For a sample of 30 items, inspected the tickets. No exceptions noted.
Tests of this control found no deviations.""".splitlines()


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
            beside = chance.choice(filling())
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


def foreign_pairs(own: Sequence[Pair], nearness: Mapping[str, Sequence[str]]) -> Iterator[Pair]:
    """Let some passages, or one of their sentences, meet statements that they are not about.

    `nearness` names all questions by how near they stand to each, which comes first.
    """
    chance = Random(0)  # noqa: S311 -- draws examples, no secrets
    for pair in own:
        for share, which in (NEAR, FAR):
            if chance.random() < share:
                alone = chance.choice(_sentences(pair)) if chance.random() < ALONE else pair.passage
                yield _beside(chance.choice(nearness[pair.ref][which]), alone, pair.author, chance)


def filling_pairs() -> Iterator[Pair]:
    """Let sentences that no statement is about meet some."""
    chance = Random(0)  # noqa: S311 -- draws examples, no secrets
    refs = [each.ref for each in statements() if each.ref != _SCOPE]
    for said in filling():
        for ref in chance.sample(refs, FILLED):
            yield _beside(ref, said, _FILLING, chance)


def surrounded(own: Sequence[Pair], nearness: Mapping[str, Sequence[str]]) -> Iterator[Pair]:
    """Put some passages as they stand on a page: with the number of their section, before a sentence about something else."""
    chance = Random(1)  # noqa: S311 -- draws examples, no secrets
    said: dict[str, list[str]] = {}
    for pair in own:
        said.setdefault(pair.ref, []).extend(_sentences(pair)[:1])
    for pair in own:
        passage = pair.passage
        if chance.random() < FOLLOWED:
            elsewhere = said[chance.choice(nearness[pair.ref][FAR[1]])]
            passage = f"{passage} {chance.choice(elsewhere if chance.random() < ALONE else filling())}"
        if chance.random() < NUMBERED:
            passage = f"{chance.randint(1, 14)}.{chance.randint(1, 9)} {passage}"
        yield replace(pair, passage=passage)


@cache
def filling() -> tuple[str, ...]:
    """Return sentences of documents that decide nothing that is asked."""
    return tuple((files("knowledge.cross_encoder") / "filling.txt").read_text(encoding="utf-8").splitlines())


def _beside(ref: str, passage: str, author: str, chance: Random) -> Pair:
    statement = next(each for each in statements() if each.ref == ref)
    chosen = [chance.choice(sorted(statement.choices))] if statement.choices else []
    return Pair(worded(statement, chosen), passage, BESIDE, LESS, author, ref)


def _sentences(pair: Pair) -> list[str]:
    return [said for said in re.split(r"(?<=[.!?]) +(?=[A-Z\d])", pair.passage) if said]


def learnt_pairs() -> list[Pair]:
    """Return each example of the authors that are learnt from, with the statement it was written for."""
    return [pair for pair in own_pairs() if pair.author not in HELD]


def probes() -> list[Pair]:
    """Return a few pairs on which what ships is held against what was trained."""
    return list(own_pairs()[::_PROBED])


def digest() -> str:
    """Name all examples that are learnt from by their content."""
    examples = (*learnt_pairs(), *verbatim_pairs(), *turning_pairs(), *caveats(), *filling_pairs())
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
