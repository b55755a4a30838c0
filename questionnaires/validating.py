"""Find out whether a questionnaire can be asked at all, before anyone is asked."""

from datetime import date

from questionnaires.conditions import Compare, Operator, comparisons
from questionnaires.errors import InvalidQuestionnaire
from questionnaires.expectations import bound, days_allowed
from questionnaires.model import Question, QuestionKind, Questionnaire, Section, Tip, YesNo

_WITH_CHOICES = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
_CLOSED = (QuestionKind.YES_NO, *_WITH_CHOICES)
_COMPARABLE = {
    Operator.CONTAINS: (QuestionKind.MULTIPLE, QuestionKind.TEXT, QuestionKind.FILE),
    Operator.GREATER_THAN: (QuestionKind.NUMBER, QuestionKind.DATE),
}
_LONGEST_REF = 60
_LONGEST_KEY = 120
_LONGEST_TITLE = 300


def validate(questionnaire: Questionnaire) -> None:
    """Raise `InvalidQuestionnaire` for the first fault; conditions look back only, so there are no cycles."""
    _check_outline(questionnaire)
    earlier: dict[str, Question] = {}
    later = {question.ref for question in questionnaire.questions}
    tips: set[str] = set()
    for section in questionnaire.sections:
        _check_tips(section, "", earlier, tips)
        for question in section.questions:
            if question.ref in earlier:
                raise _fault(question, "stands twice; every reference is used once")
            _check_question(question)
            _check_condition(question, earlier, later)
            earlier[question.ref] = question
            _check_tips(section, question.ref, earlier, tips)
    for tip in (tip for section in questionnaire.sections for tip in section.tips if tip.ref not in tips):
        raise InvalidQuestionnaire(f"Tip {tip.ref} stands behind {tip.after}, which its section does not ask.")


def _check_tips(section: Section, after: str, earlier: dict[str, Question], known: set[str]) -> None:
    """Check the tips that stand here; they may look at every answer given so far."""
    for tip in section.tips:
        if tip.after != after:
            continue
        if tip.ref in known or not tip.text.strip() or not 0 < len(tip.ref) <= _LONGEST_KEY:
            raise InvalidQuestionnaire(f"Tip {tip.ref or '(no reference)'} needs a text and a reference of its own.")
        for test in comparisons(tip.applies_when) if tip.applies_when else ():
            if test.question not in earlier:
                raise InvalidQuestionnaire(f"Tip {tip.ref} depends on {test.question}, which is not asked before it.")
            _check_comparison(_fault_of_tip(tip, test, earlier[test.question]), test, earlier[test.question])
        known.add(tip.ref)


def _fault_of_tip(tip: Tip, test: Compare, target: Question) -> InvalidQuestionnaire:
    return InvalidQuestionnaire(f"Tip {tip.ref} {_incomparable(test, target)}.")


def _check_outline(questionnaire: Questionnaire) -> None:
    if not questionnaire.key or len(questionnaire.key) > _LONGEST_KEY or len(questionnaire.title) > _LONGEST_TITLE:
        limits = f"at most {_LONGEST_KEY} characters and a title of at most {_LONGEST_TITLE}"
        raise InvalidQuestionnaire(f"A questionnaire needs a key of {limits}.")
    if not questionnaire.sections:
        raise InvalidQuestionnaire("A questionnaire needs at least one section.")
    keys = [section.key for section in questionnaire.sections]
    for section in questionnaire.sections:
        if keys.count(section.key) > 1:
            raise InvalidQuestionnaire(f"Section {section.key} stands twice; every section key is used once.")
        if not section.questions:
            raise InvalidQuestionnaire(f"Section {section.key} has no questions.")


def _check_question(question: Question) -> None:
    if not 0 < len(question.ref) <= _LONGEST_REF or any(char.isspace() for char in question.ref):
        raise _fault(question, f"needs a reference of at most {_LONGEST_REF} characters without spaces")
    if not question.text.strip():
        raise _fault(question, "asks nothing; it needs a text")
    _check_choices(question)
    _check_range(question)
    _check_expected(question)
    _check_claim(question)


def _check_choices(question: Question) -> None:
    if (question.kind in _WITH_CHOICES) != bool(question.choices):
        wants = "needs choices" if question.kind in _WITH_CHOICES else "takes no choices"
        raise _fault(question, f"is of kind {question.kind.value} and {wants}")
    values = [choice.value for choice in question.choices]
    if len(set(values)) != len(values):
        raise _fault(question, "has a choice twice")
    if any(choice.score is not None and not 0 <= choice.score <= 100 for choice in question.choices):
        raise _fault(question, "has a choice whose score is not from 0 to 100")


def _check_range(question: Question) -> None:
    low, high = question.minimum, question.maximum
    if question.kind is not QuestionKind.NUMBER and (low is not None or high is not None or question.unit):
        raise _fault(question, "has a unit or range, which only numbers have")
    if low is not None and high is not None and low > high:
        raise _fault(question, "has a minimum above its maximum")


def _check_expected(question: Question) -> None:
    try:
        for expected in question.expected:
            _check_expectation(question, expected)
    except InvalidQuestionnaire as error:
        raise InvalidQuestionnaire(f"Question {question.ref}: {error.sentence}") from None


def _check_expectation(question: Question, expected: str) -> None:
    match question.kind:
        case QuestionKind.NUMBER:
            bound(expected)
        case QuestionKind.DATE:
            days_allowed(expected)
        case QuestionKind.TEXT | QuestionKind.FILE:
            raise InvalidQuestionnaire("Nothing can be expected of a text or document.")
        case _ if not _is_possible(question, expected):
            raise InvalidQuestionnaire(f"“{expected}” is expected but is no possible answer.")
    if question.kind in (QuestionKind.NUMBER, QuestionKind.DATE) and len(question.expected) > 1:
        raise InvalidQuestionnaire("Only one bound can be expected of a number or date.")


def _check_claim(question: Question) -> None:
    takes_answer = question.kind not in (QuestionKind.YES_NO, QuestionKind.FILE)
    if question.claim and ("{answer}" in question.claim) != takes_answer:
        wants = "must hold {answer}" if takes_answer else "must not hold {answer}"
        raise _fault(question, f"is of kind {question.kind.value}, so its claim {wants}")


def _check_condition(question: Question, earlier: dict[str, Question], known: set[str]) -> None:
    if question.applies_when is None:
        return
    for test in comparisons(question.applies_when):
        if test.question == question.ref:
            raise _fault(question, "depends on its own answer")
        if test.question in earlier:
            target = earlier[test.question]
            _check_comparison(_fault(question, _incomparable(test, target)), test, target)
        elif test.question in known:
            raise _fault(question, f"depends on {test.question}, which is asked later")
        else:
            raise _fault(question, f"depends on {test.question}, which does not exist")


def _incomparable(test: Compare, target: Question) -> str:
    return f"cannot compare {target.ref} by {test.operator.value} with {', '.join(test.values)}"


def _check_comparison(fault: InvalidQuestionnaire, test: Compare, target: Question) -> None:
    if not test.values:
        raise fault
    if test.operator is Operator.ANSWERED:
        possible = test.values in (("true",), ("false",))
    else:
        fits_kind = target.kind in _COMPARABLE.get(test.operator, tuple(QuestionKind))
        possible = fits_kind and all(_is_possible(target, value) for value in test.values)
    if not possible:
        raise fault


def _is_possible(target: Question, value: str) -> bool:
    if target.kind in _CLOSED:
        return value in set(YesNo) if target.kind is QuestionKind.YES_NO else target.choice(value) is not None
    return _is_readable(target.kind, value)


def _is_readable(kind: QuestionKind, value: str) -> bool:
    try:
        if kind is QuestionKind.NUMBER:
            float(value)
        elif kind is QuestionKind.DATE:
            date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _fault(question: Question, what: str) -> InvalidQuestionnaire:
    return InvalidQuestionnaire(f"Question {question.ref or '(no reference)'} {what}.")
