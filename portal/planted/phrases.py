"""Reads the phrase banks: for each question what documents say, and what a careful reader makes of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from knowledge.verdicts import VerdictState
from portal.core.errors import PortalError
from questionnaires.entries import Entry
from questionnaires.model import Question, QuestionKind
from questionnaires.values import Value
from questionnaires.written import load_yaml

SEEN, KEPT, FRESH, SEALED = GROUPS = "seen", "kept", "fresh", "sealed"
TRUTHS = {
    "supported": VerdictState.SUPPORTED,
    "excepted": VerdictState.SUPPORTED_WITH_EXCEPTION,
    "contradicted": VerdictState.CONTRADICTED,
    "silent": VerdictState.NOT_EVIDENCED,
    "stale": VerdictState.STALE,
    "elsewhere": VerdictState.OUT_OF_SCOPE,
}
_PLANTED = ("supported", "excepted", "contradicted", "silent")
Row = tuple[str, ...]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Form:
    """How words stand on a page: prose, a list, a row of a table, a labelled value or a tested control."""

    say: str = ""
    lead: str = ""
    items: Row = ()
    at: int = 1
    row: Row = ()
    head: Row = ()
    beside: tuple[Row, ...] = ()
    label: str = ""
    value: str = ""
    control: str = ""
    test: str = ""
    result: str = ""

    @property
    def name(self) -> str:
        """The word for the form in figures."""
        named = {"list": self.items, "row": self.row, "label": self.label, "control": self.control}
        return next((name for name, filled in named.items() if filled), "prose")

    @property
    def words(self) -> str:
        """The words that decide, on one line."""
        decisive = {
            "list": lambda: self.items[self.at - 1],
            "row": lambda: " ".join(self.row),
            "label": lambda: f"{self.label} {self.value}",
            "control": lambda: self.result or self.control,
            "prose": lambda: self.say,
        }
        return " ".join(decisive[self.name]().split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of a bank: words that make a careful reader come to `truth` on a question answered so."""

    ref: str
    number: int
    truth: VerdictState
    form: Form
    answer: Value | None
    papers: Row
    quote: str
    why: str = ""
    also: tuple[VerdictState, ...] = ()
    touches: Mapping[str, VerdictState] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Its name in figures: AC-05/contradicted/2."""
        return f"{self.ref}/{self.truth.value}/{self.number}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a bank with the vendors' usual answer to it and its phrases."""

    ref: str
    area: str
    answer: Value
    phrases: tuple[Phrase, ...]
    never: frozenset[VerdictState]

    def of(self, truth: VerdictState) -> tuple[Phrase, ...]:
        """Return the phrases that make this truth."""
        return tuple(phrase for phrase in self.phrases if phrase.truth is truth)


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a bank: what stands around its phrases."""

    key: str
    headings: Row
    filler: Row
    asked: tuple[Asked, ...]


@cache
def bank(group: str) -> tuple[Area, ...]:
    """Load a group's phrase bank, in the order of its files' names; empty while there is none."""
    return tuple(_area(path) for path in sorted((Path(__file__).parent / group).glob("*.yaml")))


def _area(path: Path) -> Area:
    entry = Entry(load_yaml(path.read_text(encoding="utf-8")), f"The phrases in {path.name}")
    key, papers = entry.text("area"), _texts(entry.take("papers"))
    asked = [_asked(ref, plain, key, papers) for ref, plain in _mapping(entry.take("questions"), path.name).items()]
    found = Area(key, _texts(entry.take("headings")), _texts(entry.take("filler")), tuple(asked))
    entry.finish()
    return found


def _asked(ref: str, plain: object, area: str, papers: Row) -> Asked:
    given = dict(_mapping(plain, ref))
    answer, never = value_of(given.pop("answer")), frozenset(TRUTHS[name] for name in _texts(given.pop("never", [])))
    phrases = [
        _phrase(ref, number, TRUTHS[name], entry, papers)
        for name in _PLANTED
        for number, entry in enumerate(_list(given.pop(name, [])), start=1)
    ]
    if given:
        raise PortalError(f"{ref} has something that a phrase bank does not know: {', '.join(given)}.")
    return Asked(ref, area, answer, tuple(phrases), never)


def _phrase(ref: str, number: int, truth: VerdictState, plain: object, papers: Row) -> Phrase:
    given = {"say": plain} if isinstance(plain, str) else dict(_mapping(plain, ref))
    where = _texts(given.pop("in", ("soc",) if "control" in given else papers))
    quote, why = str(given.pop("quote", "")), str(given.pop("why", ""))
    answer = value_of(given.pop("answer")) if "answer" in given else None
    also = tuple(VerdictState(name) for name in _texts(given.pop("also", [])))
    touches = {key: VerdictState(str(name)) for key, name in _mapping(given.pop("touches", {}), ref).items()}
    try:
        form = Form(**{name: int(str(value)) if name == "at" else _frozen(value) for name, value in given.items()})  # type: ignore[arg-type]
    except TypeError as error:
        raise PortalError(f"{ref}, entry {number} under {truth.value}: {error}") from error
    if any(len(other) != len(form.row) for other in (*form.beside, form.head) if other):
        raise PortalError(f"{ref}, entry {number} under {truth.value}: the rows of its table differ in length.")
    return Phrase(ref, number, truth, form, answer, where, quote or form.words, why, also, touches)


def _frozen(value: object) -> object:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return str(value)


def value_of(plain: object) -> Value:
    """Turn an answer as a bank writes it into the value that a person would have given."""
    match plain:
        case int() | float():
            return float(plain)
        case list():
            return tuple(str(item) for item in plain)
    text = str(plain)
    return date.fromisoformat(text) if _DAY.fullmatch(text) else text


def answer_fits(question: Question, value: Value) -> bool:
    """Say whether an answer is of the kind that the question asks for."""
    kinds: dict[QuestionKind, type] = {
        QuestionKind.NUMBER: float,
        QuestionKind.DATE: date,
        QuestionKind.MULTIPLE: tuple,
        QuestionKind.FILE: tuple,
    }
    chosen = question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
    texts = value if isinstance(value, tuple) else (value,)
    return isinstance(value, kinds.get(question.kind, str)) and (
        not chosen or all(question.choice(str(text)) for text in texts)
    )


def _mapping(plain: object, name: str) -> dict[str, object]:
    if not isinstance(plain, dict):
        raise PortalError(f"{name} has to be written as names and values.")
    return {str(key): value for key, value in plain.items()}


def _list(plain: object) -> list[object]:
    return plain if isinstance(plain, list) else [plain]


def _texts(plain: object) -> Row:
    return tuple(str(item) for item in (plain if isinstance(plain, list | tuple) else [plain]))
