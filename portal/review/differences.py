"""Where the answers of a response differ from one another and from those given in other questionnaires; pure."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from knowledge.differing import Asked, Statement, asked, falls_short, same_thing, statement
from knowledge.sentences import sentences
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.review.answers import Answered, Answers
from portal.review.sides import ConflictKind, Found, Side, found
from questionnaires.contradictions import contradictions
from questionnaires.expectations import bound
from questionnaires.grading import grade
from questionnaires.model import QuestionKind, YesNo
from questionnaires.values import Given

ANSWER_STRENGTH = 0.5
_SAID = {YesNo.YES.value, YesNo.NO.value, YesNo.IN_PART.value}
_LONGEST = 600


def answer_side(assessment: Assessment, one: Answered, text: str = "") -> Side:
    """Return an answer as one side of a conflict."""
    words = text or f"{one.words}{f'. {one.comment}' if one.comment else ''}"
    return Side(
        source=f"Answer to {one.ref}, {assessment.title}",
        text=words[:_LONGEST],
        day=one.answered_at.date().isoformat() if one.answered_at else "",
        strength=ANSWER_STRENGTH,
        ref=one.ref,
        assessment=assessment.id,
        revision=one.revision,
    )


def within(assessment: Assessment, answers: Answers) -> list[Found]:
    """Return what contradicts itself inside one response: by the rules kept as data, and by values in what is written."""
    given = {one.ref: one.row.given for one in answers.answered if one.row is not None and one.row.given is not None}
    day = assessment.submitted_at.date() if assessment.submitted_at else date.max
    by_rule = [
        found(
            rule.refs[0],
            ConflictKind.answers,
            rule.why,
            *(answer_side(assessment, one) for ref in rule.refs if (one := answers.find(ref)) is not None),
        )
        for rule in contradictions(answers.questionnaire.key, given, day)
    ]
    return [*by_rule, *_by_value(assessment, answers)]


def _by_value(assessment: Assessment, answers: Answers) -> Iterator[Found]:
    texts = [(one, text) for one in answers.answered if one.is_answered for text in _written(one)]
    for one in answers.answered:
        on = asked(one.claim) if one.claim else None
        if on is None:
            continue
        for other, text in texts:
            said = next((line for line in sentences(text) if _breaks(on, line.flat, answers.service)), None)
            if said is not None:
                why = f"{on.matter.label}: {on.value.text} is answered, and another value is written beside an answer."
                yield found(
                    one.ref, ConflictKind.answers, why, answer_side(assessment, one, one.words),
                    answer_side(assessment, other, said.flat),
                )  # fmt: skip


def _written(one: Answered) -> list[str]:
    own = [one.words] if one.question.kind is QuestionKind.TEXT else []
    return [text for text in (*own, one.comment) if len(text) > 12]


def _breaks(on: Asked, text: str, service: str) -> bool:
    said = statement(on, text)
    return said is not None and falls_short(on, said.value) and same_thing(Statement(on.value), said, service)


def against(assessment: Assessment, answers: Answers, other: Assessment, earlier: Answers) -> list[Found]:
    """Return where an answer differs from the same question's in another questionnaire of the vendor's, of one service.

    A completed one is an earlier one: what is answered better since then is no conflict with it.
    """
    if None not in (assessment.service, other.service) and _id(assessment.service) != _id(other.service):
        return []
    kind = ConflictKind.earlier if _is_before(other, assessment) else ConflictKind.answers
    differing = []
    for one in answers.answered:
        match = _same_question(one, answers, earlier)
        if match is not None and _differs(one, match) and not (kind is ConflictKind.earlier and _is_better(one, match)):
            why = f"The same question was answered “{_short(match.words)}” in “{other.title}”."
            differing.append(found(one.ref, kind, why, answer_side(assessment, one), answer_side(other, match)))
    return differing


def _is_before(other: Assessment, assessment: Assessment) -> bool:
    done = AssessmentState(other.state) is AssessmentState.completed
    return done and other.submitted_at is not None and (
        assessment.submitted_at is None or other.submitted_at < assessment.submitted_at
    )  # fmt: skip


def _id(service: UUID | None) -> str:
    return str(service)


def _same_question(one: Answered, answers: Answers, earlier: Answers) -> Answered | None:
    """Find the same question: by its reference in the same set, else by the same words of question or claim."""
    if not one.is_answered:
        return None
    same_set = answers.questionnaire.key == earlier.questionnaire.key
    found_there = earlier.find(one.ref) if same_set else None
    if found_there is None:
        found_there = next((other for other in earlier.answered if _asks_the_same(one, other)), None)
    return found_there if found_there is not None and found_there.is_answered else None


def _asks_the_same(one: Answered, other: Answered) -> bool:
    if one.question.kind is not other.question.kind or one.question.unit != other.question.unit:
        return False
    if one.question.text.casefold() == other.question.text.casefold():
        return True
    return bool(one.question.claim) and one.question.claim == other.question.claim


def _differs(one: Answered, other: Answered) -> bool:
    mine, theirs = _given(one), _given(other)
    if mine is None or theirs is None or one.question.kind is not other.question.kind:
        return False
    match one.question.kind:
        case QuestionKind.YES_NO:
            return mine.value != theirs.value and {mine.value, theirs.value} <= _SAID
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return set(mine.texts) != set(theirs.texts) and _same_choices(one, other)
        case QuestionKind.NUMBER:
            return mine.value != theirs.value
        case QuestionKind.DATE:
            backwards = isinstance(mine.value, date) and isinstance(theirs.value, date) and mine.value < theirs.value
            return backwards and "last" in one.question.text.casefold().split()
    return False


def _is_better(one: Answered, before: Answered) -> bool:
    """Say whether this year's answer is the better one: getting better is a change, and no conflict."""
    question, mine, theirs = one.question, _given(one), _given(before)
    if mine is None or theirs is None:
        return False
    if question.kind is QuestionKind.NUMBER and question.expected:
        most = bound(question.expected[0]).at_least
        better = (mine.value, theirs.value) if most else (theirs.value, mine.value)
        return isinstance(better[0], float) and isinstance(better[1], float) and better[0] > better[1]
    now, then = grade(question, mine, None), grade(question, theirs, None)
    return now is not None and then is not None and now > then


def _same_choices(one: Answered, other: Answered) -> bool:
    return {choice.value for choice in one.question.choices} == {choice.value for choice in other.question.choices}


def _given(one: Answered) -> Given | None:
    return one.row.given if one.row is not None else None


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79]}…"
