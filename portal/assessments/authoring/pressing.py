"""The buttons inside a question's form that add, remove and reorder its choices and conditions."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from portal.assessments.authoring.condition_lines import ALL, ANY, TEST, with_test, without
from portal.assessments.authoring.naming import new_mark
from portal.assessments.authoring.typed import Typed, TypedChoice, TypedColumn, TypedLine
from questionnaires.kinds import QuestionKind

Item = TypeVar("Item")
_CHOSEN = (QuestionKind.SINGLE.value, QuestionKind.MULTIPLE.value)


def pressed(typed: Typed, button: str) -> Typed:
    """Do what a button says: `choice.add`, `choice.up.2`, `when.add.0`, `when.any.0`, `when.remove.3` and the like.

    A question of choices, and a table, gets two empty ones to begin with.
    """
    part, _, rest = button.partition(".")
    verb, _, number = rest.partition(".")
    at = int(number) if number.isdigit() and len(number) < 4 else None
    if typed.kind in _CHOSEN and not typed.choices:
        typed = msgspec.structs.replace(typed, choices=(TypedChoice(new_mark()), TypedChoice(new_mark())))
    if typed.kind == QuestionKind.TABLE.value and not typed.columns:
        typed = msgspec.structs.replace(typed, columns=(TypedColumn(new_mark()), TypedColumn(new_mark())))
    if part == "column":
        return msgspec.structs.replace(typed, columns=_listed(typed.columns, verb, at, TypedColumn(new_mark())))
    if part == "choice":
        return msgspec.structs.replace(typed, choices=_listed(typed.choices, verb, at, TypedChoice(new_mark())))
    if part == "when":
        return msgspec.structs.replace(typed, when=_lines(typed, verb, at))
    return typed


def _listed(listed: tuple[Item, ...], verb: str, at: int | None, fresh: Item) -> tuple[Item, ...]:
    if verb == "add":
        return (*listed, fresh)
    if at is None or at >= len(listed):
        return listed
    rest = (*listed[:at], *listed[at + 1 :])
    if verb == "remove":
        return rest
    to = max(0, at - 1) if verb == "up" else at + 1
    return (*rest[:to], listed[at], *rest[to:])


def _lines(typed: Typed, verb: str, at: int | None) -> tuple[TypedLine, ...]:
    if verb in ("add", ALL, ANY):
        return with_test(typed.when, at, "" if verb == "add" else verb)
    if verb == "remove" and at is not None:
        return without(typed.when, at)
    return typed.when


def focus_after(typed: Typed, button: str) -> str:
    """Return the id of the field that a person wants next after pressing the button; empty for none."""
    if button == "choice.add":
        return f"choice-{len(typed.choices) - 1}-label"
    if button == "column.add":
        return f"column-{len(typed.columns) - 1}-label"
    fresh = [n for n, line in enumerate(typed.when) if line.kind == TEST and not line.question]
    return f"when-{fresh[-1]}-question" if fresh and button.startswith("when.") and "remove" not in button else ""


def to_redraw(typed: Typed, given: Mapping[str, Sequence[str]], button: str) -> frozenset[str]:
    """Choose the parts of the form that look different after what was entered: the answers, the condition."""
    parts = set()
    if button.startswith(("choice", "column")) or typed.kind != given.get("drawn", [typed.kind])[-1]:
        parts.add("answers")
    if button.startswith("when"):
        parts.add("when")
    for name, shown in given.items():
        now = name.replace(".about", ".question").replace(".was", ".operator")
        if (
            re.fullmatch(r"column\.\d+\.drawn", name)
            and given.get(name.replace("drawn", "kind"), shown)[-1] != shown[-1]
        ):
            parts.add("answers")
        if name.startswith("when.") and now != name and list(given.get(now, shown)) != list(shown):
            parts.add("when")
    return frozenset(parts)
