"""A question as it was typed, finished or not, so that nothing entered is ever lost; pure."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from questionnaires.kinds import QuestionKind, Weight


class TypedChoice(msgspec.Struct, frozen=True, omit_defaults=True):
    """One choice; `value` names it in answers and conditions and stays when the label is worded anew.

    A new one has a mark that begins with `~` instead; its value is made from the label when it is published.
    """

    value: str = ""
    label: str = ""
    score: str = ""
    exclusive: bool = False
    other: bool = False


class TypedColumn(msgspec.Struct, frozen=True, omit_defaults=True):
    """One column of a table; `choices` are typed one a line. `key` stays when the label is worded anew."""

    key: str = ""
    label: str = ""
    kind: str = "text"
    required: bool = True
    choices: str = ""


class TypedLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of a condition, as deep as the groups around it: a group (`all` or `any`) or a `test` of an answer.

    `question` is the id of a row, so that it is followed whatever its reference becomes.
    """

    depth: int = 0
    kind: str = "test"
    negations: int = 0
    question: str = ""
    operator: str = "equals"
    values: tuple[str, ...] = ()


class Typed(msgspec.Struct, frozen=True, omit_defaults=True):
    """Every field of a question; what its kind does not use is kept for the case that the kind is changed back."""

    ref: str = ""
    kind: str = QuestionKind.YES_NO.value
    text: str = ""
    guidance: str = ""
    evidence: str = ""
    claim: str = ""
    required: bool = True
    weight: str = Weight.NORMAL.value
    expected: tuple[str, ...] = ()
    bound: str = ""
    limit: str = ""
    days: str = ""
    lasting: str = ""
    columns: tuple[TypedColumn, ...] = ()
    statement: str = ""
    choices: tuple[TypedChoice, ...] = ()
    unit: str = ""
    minimum: str = ""
    maximum: str = ""
    controls: str = ""
    when: tuple[TypedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """What the engine calls things: the `refs` of questions by id, and the `values` of their choices by mark."""

    refs: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]


def write_typed(typed: Typed) -> str:
    """Write a typed question as it is kept."""
    return msgspec.json.encode(typed).decode()


def read_typed(content: str) -> Typed:
    """Read a kept one."""
    return msgspec.json.decode(content, type=Typed)
