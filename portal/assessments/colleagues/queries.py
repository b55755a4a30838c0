"""What the page of colleagues and the history of an answer show, each in a handful of queries."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from portal.assessments.answer_pages import Form
from portal.assessments.answer_queries import question_card
from portal.assessments.colleagues.asking import MOST
from portal.assessments.colleagues.pages import (
    AnsweredBy,
    Change,
    Choosable,
    ColleagueLine,
    ColleaguesPage,
    HistoryPage,
)
from portal.assessments.colleagues.parts import Part, part_from_json
from portal.assessments.colleagues.standing import colleagues_of, finished_among
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.outline import find_slug, outline
from portal.assessments.wording import answer_words
from questionnaires.answering import changes_of
from questionnaires.model import Question, Questionnaire
from questionnaires.values import AnswerRow


async def colleagues_page(
    form: Form,
    chosen: frozenset[str],
    mail_is_sent: bool,
    errors: dict[str, str] | None = None,
    entered: dict[str, str] | None = None,
) -> ColleaguesPage:
    """Return who is asked for what, and the form with `chosen` ticked."""
    given = {ref: row for ref, row in form.rows.items() if row.given is not None}
    return ColleaguesPage(
        form,
        await lines_of(form.assessment.id, form.questionnaire, form.applicable, form.rows),
        _people(form, given),
        _choosable(form, chosen),
        chosen,
        MOST,
        mail_is_sent,
        errors or {},
        entered or {},
    )


async def lines_of(
    assessment_id: UUID, questionnaire: Questionnaire, applicable: frozenset[str], answers: Mapping[str, AnswerRow]
) -> list[ColleagueLine]:
    """Return everybody who was asked for something, the latest first; also for the company's own page."""
    rows = await colleagues_of(assessment_id)
    given = {ref: row.given for ref, row in answers.items() if row.given is not None}
    done = {row.id for row in finished_among(rows, questionnaire, outline(questionnaire, given), answers)}
    return [_line(row, questionnaire, applicable, frozenset(given), row.id in done) for row in rows]


async def history_page(form: Form, ref: str) -> HistoryPage:
    """Return every change of one answer; raises NotFound where this person may not read the question."""
    card = question_card(form, ref)
    names = {str(document.id): document.name for document in form.documents}
    changes = await changes_of(form.assessment.response, card.question.ref)
    return HistoryPage(form, card, [_change(card.question, row, names) for row in reversed(changes)])


def _line(
    row: Colleague, asked: Questionnaire, applicable: frozenset[str], answered: frozenset[str], finished: bool
) -> ColleagueLine:
    part: Part = part_from_json(row.part)
    mine = part.questions(asked) & applicable
    return ColleagueLine(
        row.id,
        row.name,
        row.email,
        part.words(asked),
        row.note,
        row.asked_by_name,
        row.asked_at,
        row.mailed_at,
        row.code_expires_at,
        row.code_used_at is not None,
        row.opened_at,
        row.withdrawn_at,
        row.withdrawn_by_name,
        len(mine & answered),
        len(mine),
        finished,
    )


def _people(form: Form, given: dict[str, AnswerRow]) -> list[AnsweredBy]:
    base, found = f"/answer/{form.assessment.id}", dict[str, list[tuple[Question, str, datetime]]]()
    for question in form.questionnaire.questions:
        if row := given.get(question.ref):
            url = f"{base}/{find_slug(form.questionnaire, question.ref)}#q-{question.ref}"
            found.setdefault(row.answered_by, []).append((question, url, row.answered_at))
    return [AnsweredBy(name, found[name]) for name in sorted(found)]


def _choosable(form: Form, chosen: frozenset[str]) -> list[Choosable]:
    return [
        Choosable(s.slug, s.title, s.questions, any(f"question:{q.ref}" in chosen for q in s.questions))
        for s in form.outline.sections
    ]


def _change(question: Question, row: AnswerRow, names: dict[str, str]) -> Change:
    given = row.given
    words = answer_words(question, given, names) if given else ""
    return Change(words, given.comment if given else "", row.answered_by, row.answered_at)
