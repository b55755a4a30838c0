"""A question's form to what was typed; fields that the form did not show keep what stands."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from portal.assessments.authoring.condition_lines import ALL, ANY, DEEPEST, TEST
from portal.assessments.authoring.naming import new_mark
from portal.assessments.authoring.typed import Typed, TypedChoice, TypedColumn, TypedLine
from questionnaires.conditions import Operator
from questionnaires.kinds import ColumnKind, QuestionKind, Weight
from questionnaires.parsing import clean

Entered = Mapping[str, Sequence[str]]

LONGEST = 8_000
MOST_LINES = 200
NOT = "!"
_TEXTS = (
    "ref", "text", "guidance", "evidence", "claim", "limit", "days", "lasting", "statement", "unit", "minimum", "maximum",
    "controls",
)  # fmt: skip
_LISTED = re.compile(r"(choice|column|when)\.(\d{1,3})\.(\w+)")


def read_question(given: Entered, standing: Typed) -> Typed:
    """Read the fields of the form over what stands."""
    changed: dict[str, object] = {name: _text(given, name) for name in _TEXTS if name in given}
    changed |= {name: _one_of(given, name, known) for name, known in _CLOSED.items() if name in given}
    shown = set(given.get("shown", ()))
    if "required" in shown:
        changed["required"] = "yes" in given.get("required", ())
    if "expected" in shown:
        changed["expected"] = tuple(map(clean, given.get("expected", ())))
    if "choices" in shown:
        changed["choices"] = tuple(_choices(given))
    if "columns" in shown:
        changed["columns"] = tuple(map(_column, _listed(given, "column")))
    if "when" in shown:
        changed["when"] = tuple(_lines(given))
    return msgspec.structs.replace(standing, **changed)


_CLOSED: dict[str, tuple[str, ...]] = {
    "kind": tuple(QuestionKind),
    "weight": tuple(Weight),
    "bound": ("", "<=", ">="),
}


def newly_asked(given: Entered) -> set[int]:
    """Find the places of the condition's lines for which another question was just chosen."""
    rows = [{name: "".join(values[-1:]) for name, values in row.items()} for row in _listed(given, "when")]
    return {number for number, row in enumerate(rows) if row.get("question") and row["question"] != row.get("about")}


def _text(given: Entered, name: str) -> str:
    return clean(given[name][-1])[:LONGEST]


def _one_of(given: Entered, name: str, known: tuple[str, ...]) -> str:
    value = given[name][-1]
    return value if value in known else known[0]


def _listed(given: Entered, kind: str) -> list[dict[str, list[str]]]:
    """Collect fields such as `choice.2.label` into one mapping for each number, in the order of the numbers."""
    found: dict[int, dict[str, list[str]]] = {}
    for name, values in given.items():
        at = _LISTED.fullmatch(name)
        if at and at[1] == kind:
            found.setdefault(int(at[2]), {})[at[3]] = [clean(value)[:LONGEST] for value in values]
    return [found[number] for number in sorted(found)[:MOST_LINES]]


def _choices(given: Entered) -> list[TypedChoice]:
    return [_choice(row) for row in _listed(given, "choice")]


def _choice(row: Mapping[str, list[str]]) -> TypedChoice:
    mark, label, score = ("".join(row.get(name, [])[-1:]) for name in ("value", "label", "score"))
    flags = ("yes" in row.get(name, ()) for name in ("exclusive", "other"))
    return TypedChoice(mark or new_mark(), label, score, *flags)


def _column(row: Mapping[str, list[str]]) -> TypedColumn:
    one = {name: "".join(values[-1:]) for name, values in row.items()}
    kind = one.get("kind", "")
    kind = kind if kind in set(ColumnKind) else ColumnKind.TEXT.value
    return TypedColumn(
        one.get("key") or new_mark(),
        one.get("label", ""),
        kind,
        "yes" in row.get("required", ()),
        one.get("choices", ""),
    )


def _lines(given: Entered) -> list[TypedLine]:
    lines: list[TypedLine] = []
    for row in _listed(given, "when"):
        deepest = lines[-1].depth + (lines[-1].kind != TEST) if lines else 0
        lines.append(_line(row, deepest))
    return lines


def _line(row: Mapping[str, list[str]], deepest: int) -> TypedLine:
    one = {name: "".join(values[-1:]) for name, values in row.items()}
    kind, times = _negated(one.get("kind", TEST), one)
    depth = min(_digits(one.get("depth", "")), deepest, DEEPEST)
    if kind in (ALL, ANY):
        return TypedLine(depth, kind, times)
    operator, times = _negated(one.get("operator", ""), one)
    operator = operator if operator in set(Operator) else Operator.EQUALS.value
    question = one.get("question", "")
    return TypedLine(depth, TEST, times, question, operator, _values(row, one, question, operator))


def _negated(text: str, one: Mapping[str, str]) -> tuple[str, int]:
    """Take the sign of negation off; further ones that came in with a file stay, two at a time."""
    return text.removeprefix(NOT), text.startswith(NOT) + 2 * (_digits(one.get("negations", "")) // 2)


def _values(row: Mapping[str, list[str]], one: Mapping[str, str], question: str, operator: str) -> tuple[str, ...]:
    """Read the values; those shown for another question or another way to look at its answer are no use any more."""
    answered = Operator.ANSWERED.value
    values = tuple(value for value in row.get("value", ()) if value)
    if operator == answered:
        return values[:1] if values[:1] in (("true",), ("false",)) else ("true",)
    stale = one.get("about", question) != question or one.get("was", operator) == answered
    return () if stale else values


def _digits(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 3 else 0
