"""Conditions in VSAQ's words: names of choices with `&&`, `||`, `!` and brackets, since its operators have no precedence."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from questionnaires.conditions import AllOf, AnyOf, Compare, Condition, Not, Operator
from questionnaires.formats.vsaq.naming import LONGEST, Names, shortened
from questionnaires.model import Choice, Question, QuestionKind, Questionnaire, YesNo

_UNFIT = re.compile(r'[\s!&|(),"/?#%\\]+')
_CHECKED = "checked"


class Saying:
    """Knows what questions and choices are called there."""

    def __init__(self, asked: Questionnaire) -> None:
        self._asked = asked
        taken = Names()
        self.names = {question.ref: taken.take(_UNFIT.sub("_", question.ref)) for question in asked.questions}
        counts = Counter(choice.value for question in asked.questions for choice in self.choices(question))
        counts.update(self.names.values())
        self.choice_names: Mapping[str, Mapping[str, str]] = {
            question.ref: {choice.value: self._name(question, choice, counts) for choice in self.choices(question)}
            for question in asked.questions
        }

    def _name(self, question: Question, choice: Choice, counts: Mapping[str, int]) -> str:
        """Call a choice by its value where nothing else has that name and conditions can hold it."""
        if counts[choice.value] == 1 and not _UNFIT.search(choice.value):
            return choice.value
        return shortened(_UNFIT.sub("_", f"{self.names[question.ref]}_{choice.value}"), 2 * LONGEST)

    def choices(self, question: Question) -> Sequence[Choice]:
        """Return what can be chosen."""
        if question.kind is QuestionKind.YES_NO:
            return [Choice(answer.value, answer.label) for answer in YesNo]
        return question.choices

    def is_yes_no(self, question: Question) -> bool:
        """Tell whether it is one choice of yes and no."""
        return question.kind is QuestionKind.SINGLE and [one.value for one in question.choices] == ["yes", "no"]

    def is_check(self, question: Question) -> bool:
        """Tell whether it is a box to tick."""
        alone = question.kind is QuestionKind.MULTIPLE and question.choices == (Choice(_CHECKED, "Yes"),)
        return alone or question.kind is QuestionKind.ATTESTATION

    def say(self, condition: Condition) -> str | None:
        """Write the condition; None where it looks at an answer in a way that VSAQ cannot."""
        match condition:
            case AllOf(parts):
                return _joined(" && ", [self._term(part) for part in parts])
            case AnyOf(parts):
                return _joined(" || ", [self._term(part) for part in parts])
            case Not(part):
                said = self._term(part)
                return None if said is None else f"!{said}"
            case Compare():
                return self._compared(condition)

    def _term(self, condition: Condition) -> str | None:
        said = self.say(condition)
        return f"({said})" if said is not None and (" && " in said or " || " in said) else said

    def _compared(self, test: Compare) -> str | None:
        question = self._asked.find_question(test.question)
        if question is None:
            return None
        name = self.names[question.ref]
        match test.operator:
            case Operator.ANSWERED:
                said = self._answered(question, name)
                return said if said is None or test.values == ("true",) else f"!{_bracketed(said)}"
            case Operator.CONTAINS if question.kind is QuestionKind.TEXT:
                text = re.sub(r'(["\\])', r"\\\1", test.values[0])
                return f'contains({name}, "{text}")'
            case Operator.EQUALS if question.kind is QuestionKind.MULTIPLE:
                return self._only(question, test.values[0])
            case Operator.EQUALS | Operator.IN | Operator.CONTAINS:
                return _joined(" || ", [self._taken(question, value) for value in test.values])
        return None

    def _answered(self, question: Question, name: str) -> str | None:
        """A group's own name is no name of a choice, so it stands for any answer."""
        return f"{name}/yes" if self.is_check(question) else name

    def _only(self, question: Question, value: str) -> str | None:
        others = [one.value for one in question.choices if one.value != value]
        parts = [self._taken(question, value), *(_not(self._taken(question, one)) for one in others)]
        return _joined(" && ", parts)

    def _taken(self, question: Question, value: str) -> str | None:
        if self.is_check(question):
            return f"{self.names[question.ref]}/yes"
        if self.is_yes_no(question):
            return f"{self.names[question.ref]}/{value}"
        return self.choice_names[question.ref].get(value)


def _not(said: str | None) -> str | None:
    return None if said is None else f"!{said}"


def _bracketed(said: str) -> str:
    return f"({said})" if " " in said else said


def _joined(between: str, parts: Iterable[str | None]) -> str | None:
    said = list(parts)
    return None if None in said else between.join(part for part in said if part)
