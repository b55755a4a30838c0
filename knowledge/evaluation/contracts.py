"""Reads the public agreements whose spans are marked for seventeen statements, and pairs of the same kind to learn from."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict

import numpy as np

from knowledge.heads.head import RELATIONS
from knowledge.outcomes import Relation

PAIRS = Path("benchmarks/contractnli_pairs/dataset/csv/all_labels/train.csv")
MEASURED_PAIRS = PAIRS.with_name("validation.csv")
WHOLE = Path("benchmarks/contractnli/dataset/dev.json")
SEED = 20
_PAIRED = {"0": Relation.SUPPORTS, "1": Relation.CONFLICTS, "2": Relation.SILENT}
_CHOSEN = {"Entailment": Relation.SUPPORTS, "Contradiction": Relation.CONFLICTS, "NotMentioned": Relation.SILENT}


@dataclass(frozen=True, slots=True)
class Stand:
    """What an agreement does to one statement, and the places of the spans that do it."""

    relation: Relation
    spans: frozenset[int]

    @property
    def truth(self) -> int:
        """Give the relation by its place."""
        return RELATIONS.index(self.relation)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement cut into spans, with what it does to each statement; `size` is how many spans the whole has."""

    spans: tuple[str, ...]
    stands: tuple[Stand, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages of an agreement beside one statement, by its place; the truth is a place in RELATIONS."""

    spans: tuple[str, ...]
    statement: int
    truth: int


class _Choice(TypedDict):
    choice: str
    spans: list[int]


class _Annotations(TypedDict):
    annotations: dict[str, _Choice]


class _Document(TypedDict):
    text: str
    spans: list[tuple[int, int]]
    annotation_sets: list[_Annotations]


def statements(folder: Path) -> tuple[str, ...]:
    """Return the statements in the order of the pairs."""
    return tuple(dict.fromkeys(row["hypothesis"] for row in _pairs(folder)))


def pairs(folder: Path, file: Path) -> tuple[Pair, ...]:
    """Return the pairs of a file whose passages have any text; silent ones come with passages on other matters."""
    order = statements(folder)
    made = (
        Pair(_spans(row), order.index(row["hypothesis"]), RELATIONS.index(_PAIRED[row["label"]]))
        for row in _pairs(folder, file)
    )
    return tuple(pair for pair in made if pair.spans)


def learnt(folder: Path) -> tuple[Agreement, ...]:
    """Return the agreements to learn from: the spans that came with their pairs, filled up to their true length.

    What fills an agreement up is drawn from the spans of others that are marked for nothing, always the same ones.
    """
    rows = list(_pairs(folder))
    at_once = len(statements(folder))
    partial = [_gathered(rows[start : start + at_once]) for start in range(0, len(rows), at_once)]
    draw = np.random.default_rng(SEED)
    spare = [span for agreement in partial for span in _idle(agreement)]
    return tuple(_filled(agreement, spare, draw) for agreement in partial)


def whole(folder: Path) -> tuple[Agreement, ...]:
    """Return the agreements to measure on, with all their spans."""
    read = json.loads((folder / WHOLE).read_text(encoding="utf-8"))
    documents: list[_Document] = read["documents"]
    keys = {label["hypothesis"]: key for key, label in read["labels"].items()}
    order = [keys[statement] for statement in statements(folder)]
    return tuple(_agreement(document, order) for document in documents)


def _pairs(folder: Path, file: Path = PAIRS) -> Iterator[dict[str, str]]:
    with (folder / file).open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


def _spans(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(flat for span in row["concatenated_spans"].split("\n") if (flat := " ".join(span.split())))


def _gathered(rows: Sequence[dict[str, str]]) -> Agreement:
    places: dict[str, int] = {}
    stands = []
    for row in rows:
        found = frozenset(places.setdefault(span, len(places)) for span in _spans(row))
        relation = _PAIRED[row["label"]]
        stands.append(Stand(relation, frozenset() if relation is Relation.SILENT else found))
    return Agreement(tuple(places), tuple(stands), int(rows[0]["num_spans"]))


def _idle(agreement: Agreement) -> list[str]:
    marked = frozenset().union(*(stand.spans for stand in agreement.stands))
    return [span for place, span in enumerate(agreement.spans) if place not in marked]


def _filled(agreement: Agreement, spare: Sequence[str], draw: np.random.Generator) -> Agreement:
    missing = max(0, agreement.size - len(agreement.spans))
    drawn = [spare[place] for place in draw.integers(0, len(spare), missing)]
    return replace(agreement, spans=agreement.spans + tuple(span for span in drawn if span not in agreement.spans))


def _agreement(document: _Document, order: Sequence[str]) -> Agreement:
    chosen = document["annotation_sets"][0]["annotations"]
    spans = tuple(" ".join(document["text"][start:end].split()) for start, end in document["spans"])
    stands = tuple(Stand(_CHOSEN[chosen[key]["choice"]], frozenset(chosen[key]["spans"])) for key in order)
    return Agreement(spans, stands, len(spans))
