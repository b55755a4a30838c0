"""The lines of a condition as their form shows them: which questions, operators and values there are to choose from; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from portal.assessments.authoring.assembling import Piece, Whole
from portal.assessments.authoring.condition_lines import ALL, ANY, TEST
from portal.assessments.authoring.reading import NOT
from portal.assessments.authoring.typed import TypedLine
from questionnaires.conditions import Operator
from questionnaires.kinds import QuestionKind, YesNo
from questionnaires.saying import operator_words

GROUPS = (
    (ALL, "All of these hold"),
    (ANY, "At least one of these holds"),
    (NOT + ALL, "Not all of these hold"),
    (NOT + ANY, "None of these holds"),
)
_FITTING = {
    QuestionKind.YES_NO: (Operator.EQUALS, Operator.IN),
    QuestionKind.SINGLE: (Operator.EQUALS, Operator.IN),
    QuestionKind.MULTIPLE: (Operator.CONTAINS, Operator.IN, Operator.EQUALS),
    QuestionKind.TEXT: (Operator.CONTAINS, Operator.EQUALS),
    QuestionKind.NUMBER: (Operator.GREATER_THAN, Operator.EQUALS),
    QuestionKind.DATE: (Operator.GREATER_THAN, Operator.EQUALS),
}


@dataclass(frozen=True, slots=True)
class LineView:
    """One line; `field` is text, number, date, choice, several or none, and says how its value is entered."""

    number: int
    line: TypedLine
    questions: Sequence[tuple[str, str]]
    operators: Sequence[tuple[str, str]]
    field: str
    values: Sequence[tuple[str, str]]

    @property
    def group(self) -> bool:
        """Whether this is a group of conditions."""
        return self.line.kind != TEST

    @property
    def joining(self) -> str:
        """How the conditions of a group are joined."""
        return (NOT if self.line.negations % 2 else "") + self.line.kind

    @property
    def operator(self) -> str:
        """The operator with its sign of negation."""
        return (NOT if self.line.negations % 2 else "") + self.line.operator

    @property
    def depth(self) -> int:
        """How far it is set in."""
        return min(self.line.depth, 4)


def usual_line(line: TypedLine, kind: QuestionKind) -> TypedLine:
    """Return the line as a question of this kind is looked at as a rule, its answer still to be chosen."""
    operator = _FITTING.get(kind, (Operator.ANSWERED,))[0]
    values = ("true",) if operator is Operator.ANSWERED else ()
    return TypedLine(line.depth, line.kind, line.negations, line.question, operator.value, values)


def line_views(whole: Whole, piece: Piece) -> list[LineView]:
    """Show the lines of a question's condition."""
    place = next((n for n, one in enumerate(whole.pieces) if one.id == piece.id), len(whole.pieces))
    return line_views_of(whole, place, piece.typed.when)


def line_views_of(whole: Whole, before: int, lines: Sequence[TypedLine]) -> list[LineView]:
    """Show the lines of a condition that may look at the first questions, as many as are asked `before`."""
    earlier = [(str(one.id), _title(one)) for one in whole.pieces[:before]]
    known = {str(one.id): one for one in whole.pieces}
    return [_view(number, line, earlier, known, whole.refs) for number, line in enumerate(lines)]


def _title(piece: Piece) -> str:
    text = piece.typed.text
    return f"{piece.typed.ref} · {text[:70]}{'…' if len(text) > 70 else ''}"


def _view(
    number: int,
    line: TypedLine,
    earlier: list[tuple[str, str]],
    known: Mapping[str, Piece],
    refs: Mapping[str, str],
) -> LineView:
    questions = earlier
    if line.question and all(line.question != one for one, _ in earlier):
        state = "asked later" if line.question in known else "removed"
        questions = [*earlier, (line.question, f"{refs.get(line.question) or line.question} ({state})")]
    target = known.get(line.question)
    field, values = _field(target, line)
    return LineView(number, line, questions, _operators(target, line), field, values)


def _operators(target: Piece | None, line: TypedLine) -> list[tuple[str, str]]:
    kind = QuestionKind(target.typed.kind) if target else None
    fitting = [*(_FITTING.get(kind, ()) if kind else (Operator.EQUALS,)), Operator.ANSWERED]
    if (current := Operator(line.operator)) not in fitting:
        fitting.append(current)
    found = []
    for operator in fitting:
        words = operator_words(operator, kind)
        if operator is Operator.ANSWERED and line.operator == operator.value and line.values == ("false",):
            words = words[::-1]
        found += [(operator.value, words[0]), (NOT + operator.value, words[1])]
    return found


def _field(target: Piece | None, line: TypedLine) -> tuple[str, list[tuple[str, str]]]:
    if line.operator == Operator.ANSWERED.value:
        return "none", []
    kind = QuestionKind(target.typed.kind) if target else QuestionKind.TEXT
    if target is not None and kind is QuestionKind.YES_NO:
        values = [(answer.value, answer.label) for answer in YesNo]
    elif target is not None and kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
        values = [(choice.value, choice.label or "(no words yet)") for choice in target.typed.choices]
    elif line.operator == Operator.IN.value:
        return "listed", []
    else:
        return {QuestionKind.NUMBER: "number", QuestionKind.DATE: "date"}.get(kind, "text"), []
    gone = [(value, f"{value} (no choice any more)") for value in line.values if value not in dict(values)]
    return ("several" if line.operator == Operator.IN.value else "choice"), values + gone
