"""Makes phrases of the passages of an author whom neither reader has learnt from, for the vendors and papers of the second group.

They tell how sure a verdict is; nothing is trained on them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

from knowledge.stances.material import BREAK, PASSAGES, SO
from knowledge.stances.statements import Statement, statements
from portal.planted.phrases import KEPT, Area, Asked, Form, Phrase, Row, bank
from portal.planted.teaching import BY_VALUES, LABELS
from questionnaires.values import Value

_TRUTHS = {label: truth for truth, label in LABELS.items()}
_AUTHOR = "saas"


def areas() -> tuple[Area, ...]:
    """Return the second group's areas with this author's words; what a number or a day decides is left out."""
    known = {each.ref: each for each in statements() if each.kind not in BY_VALUES}
    said = _said()
    return tuple(
        replace(area, asked=tuple(_asked(known[one.ref], one, said[one.ref]) for one in area.asked if one.ref in known))
        for area in bank(KEPT)
    )


def _said() -> Mapping[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {each.ref: [] for each in statements()}
    for line in (PASSAGES / f"{_AUTHOR}.tsv").read_text(encoding="utf-8").splitlines():
        ref, label, text = line.split("\t")
        found[ref].append((label, text.replace(BREAK, " ").replace("{", "(").replace("}", ")")))
    return found


def _asked(statement: Statement, usual: Asked, said: list[tuple[str, str]]) -> Asked:
    """Put the lines in an order by chance, so that no vendor gets all that was written in one mood."""
    said = Random(statement.ref).sample(said, len(said))  # noqa: S311 -- orders examples, no secrets
    first = next(iter(statement.choices), "")
    answer: Value = _answer(statement, first) if first else usual.answer
    paper = next(iter(usual.phrases)).papers
    return Asked(statement.ref, usual.area, answer, tuple(_phrases(statement, said, paper)), usual.never)


def _phrases(statement: Statement, said: list[tuple[str, str]], papers: Row) -> Iterator[Phrase]:
    for number, (label, text) in enumerate(said, start=1):
        named = label if label not in _TRUTHS else ""
        answer = _answer(statement, named) if named else None
        truth = _TRUTHS[SO if named else label]
        yield Phrase(statement.ref, number, truth, Form(say=text), answer, papers, text)


def _answer(statement: Statement, named: str) -> Value:
    keys = tuple(named.split("+"))
    return keys[0] if statement.kind == "single" else keys
