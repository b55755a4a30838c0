"""Find out whether a questionnaire can be asked at all, before anyone is asked."""

from collections.abc import Iterator

from questionnaires.checking import Fault, is_possible, question_faults
from questionnaires.conditions import Compare, Operator, comparisons, questions_named
from questionnaires.errors import InvalidQuestionnaire
from questionnaires.model import Question, QuestionKind, Questionnaire, Section
from questionnaires.structured import STRUCTURED
from questionnaires.translating import translation_faults

_WHOLE = tuple(kind for kind in QuestionKind if kind not in STRUCTURED)
_COMPARABLE = {
    Operator.EQUALS: _WHOLE,
    Operator.IN: _WHOLE,
    Operator.CONTAINS: (QuestionKind.MULTIPLE, QuestionKind.TEXT, QuestionKind.FILE),
    Operator.GREATER_THAN: (QuestionKind.NUMBER, QuestionKind.DATE),
}
_LONGEST_KEY = 120
_LONGEST_TITLE = 300


def validate(questionnaire: Questionnaire) -> None:
    """Raise `InvalidQuestionnaire` for the first fault; conditions look back only, so there are no cycles."""
    for fault in faults(questionnaire):
        raise InvalidQuestionnaire(fault.sentence)


def faults(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Yield every fault, each with the place it is about, in the order of the questionnaire."""
    yield from _of_outline(questionnaire)
    asked = questionnaire.questions
    earlier: dict[str, Question] = {}
    tips: set[str] = set()
    place = 0
    for number, section in enumerate(questionnaire.sections):
        yield from _of_tips(section, number, "", earlier, tips)
        for question in section.questions:
            for field, sentence in _of_question(question, earlier, asked):
                yield Fault(sentence, field, place, number)
            earlier.setdefault(question.ref, question)
            place += 1
            yield from _of_tips(section, number, question.ref, earlier, tips)
    for number, section in enumerate(questionnaire.sections):
        for tip in section.tips:
            if tip.ref not in tips:
                what = f"Tip {tip.ref} stands behind {tip.after}, which its section does not ask."
                yield Fault(what, "tips", section=number)
    yield from (Fault(sentence, "translations") for sentence in translation_faults(questionnaire))


def _of_question(
    question: Question, earlier: dict[str, Question], asked: tuple[Question, ...]
) -> Iterator[tuple[str, str]]:
    if question.ref in earlier:
        yield "ref", f"Question {question.ref} stands twice; every reference is used once."
    yield from question_faults(question)
    for test in comparisons(question.applies_when) if question.applies_when else ():
        if what := _wrong_with(test, question, earlier, asked):
            yield "applies_when", f"Question {question.ref or '(no reference)'} {what}."


def _wrong_with(test: Compare, question: Question, earlier: dict[str, Question], asked: tuple[Question, ...]) -> str:
    if test.question == question.ref:
        return "depends on its own answer"
    if test.question in earlier:
        target = earlier[test.question]
        return "" if _is_comparable(test, target) else _incomparable(test, target)
    if not any(one.ref == test.question for one in asked):
        return f"depends on {test.question}, which does not exist"
    if _leads_back(test.question, question.ref, asked):
        return f"depends on {test.question}, which depends on {question.ref} in turn, so neither could ever be asked"
    return f"depends on {test.question}, which is asked later"


def _leads_back(start: str, to: str, asked: tuple[Question, ...]) -> bool:
    """Tell whether the conditions of the question `start`, and of those it looks at, look at the question `to`."""
    conditions = {question.ref: question.applies_when for question in asked if question.applies_when}
    seen, waiting = set[str](), [start]
    while waiting:
        ref = waiting.pop()
        if ref == to:
            return True
        if ref in conditions and ref not in seen:
            waiting += questions_named(conditions[ref])
        seen.add(ref)
    return False


def _of_tips(
    section: Section, number: int, after: str, earlier: dict[str, Question], known: set[str]
) -> Iterator[Fault]:
    """Check the tips that stand here; they may look at every answer given so far."""
    for tip in section.tips:
        if tip.after != after:
            continue
        if tip.ref in known or not tip.text.strip() or not 0 < len(tip.ref) <= _LONGEST_KEY:
            what = f"Tip {tip.ref or '(no reference)'} needs a text and a reference of its own."
            yield Fault(what, "tips", section=number)
        for test in comparisons(tip.applies_when) if tip.applies_when else ():
            if test.question not in earlier:
                what = f"Tip {tip.ref} depends on {test.question}, which is not asked before it."
                yield Fault(what, "tips", section=number)
            elif not _is_comparable(test, earlier[test.question]):
                what = f"Tip {tip.ref} {_incomparable(test, earlier[test.question])}."
                yield Fault(what, "tips", section=number)
        known.add(tip.ref)


def _of_outline(questionnaire: Questionnaire) -> Iterator[Fault]:
    if not questionnaire.key or len(questionnaire.key) > _LONGEST_KEY or len(questionnaire.title) > _LONGEST_TITLE:
        limits = f"at most {_LONGEST_KEY} characters and a title of at most {_LONGEST_TITLE}"
        yield Fault(f"A questionnaire needs a key of {limits}.", "title")
    if not questionnaire.sections:
        yield Fault("A questionnaire needs at least one section.", "sections")
    keys = [section.key for section in questionnaire.sections]
    for number, section in enumerate(questionnaire.sections):
        if section.key in keys[:number]:
            yield Fault(f"Section {section.key} stands twice; every section key is used once.", "key", section=number)
        if not section.questions:
            yield Fault(f"Section {section.key} has no questions.", "questions", section=number)


def _incomparable(test: Compare, target: Question) -> str:
    return f"cannot compare {target.ref} by {test.operator.value} with {', '.join(test.values)}"


def _is_comparable(test: Compare, target: Question) -> bool:
    if not test.values:
        return False
    if test.operator is Operator.ANSWERED:
        return test.values in (("true",), ("false",))
    fits_kind = target.kind in _COMPARABLE[test.operator]
    return fits_kind and all(is_possible(target, value) for value in test.values)
