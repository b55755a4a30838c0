"""Compare a file of answers with what stands just now."""

import json
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from piccolo.custom_types import Combinable

from portal.assessments.answer_pages import Form
from portal.assessments.answer_queries import load_form
from portal.assessments.asking_again import is_editable, returned_questions
from portal.assessments.file_tables import AnswerFile, OfflineCopy
from portal.assessments.offline.contents import Contents, contents_from_json
from portal.assessments.offline.copies import base_of
from portal.assessments.offline.pages import AnswerFileLine, Compared, MergeLine, MergePage, OfflinePage, side_of
from portal.assessments.offline.states import AnswerFileState
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.assessments.wording import answer_words
from portal.core.errors import NotFound
from portal.core.scope import Principal
from questionnaires.merging import Meeting, Met, meetings
from questionnaires.model import Question, Questionnaire
from questionnaires.values import AnswerRow, Given

FILE, ONLINE = "file", "online"
_WORDS = {
    AnswerFileState.open: "waits for you",
    AnswerFileState.merged: "taken in",
    AnswerFileState.dropped: "put away",
}


async def offline_page(who: Principal, assessment_id: UUID, error: str = "") -> OfflinePage:
    """Return the page with the download and the files that were brought."""
    form = await load_form(who, assessment_id, "offline")
    rows = await (
        AnswerFile.select(*_LISTED)
        .where((AnswerFile.assessment == assessment_id) & _listed_for(who))
        .order_by(AnswerFile.brought_at, ascending=False)
        .limit(20)
    )
    return OfflinePage(form, [_listed(row) for row in rows], side_of(who, assessment_id), error)


async def merge_page(
    who: Principal,
    assessment_id: UUID,
    file_id: UUID,
    chosen: Mapping[str, str] | None = None,
    moved: Collection[str] = (),
) -> MergePage:
    """Return what would change; raises NotFound for a file that is settled or of another assessment."""
    form = await load_form(who, assessment_id, "offline")
    row = await open_file(who, assessment_id, file_id)
    contents = contents_from_json(row.content)
    found = await compared(form.assessment, form.state, form.questionnaire, form.rows, row)
    documents = {str(document.id): document.name for document in form.documents}
    lines = [_line(form, contents, one, documents, chosen, moved) for one in found]
    seen = json.dumps({one.question.ref: one.revision for one in found if one.meeting.may_be_taken})
    side, known = side_of(who, assessment_id), row.download is not None
    return MergePage(form, _file_line(row), lines, contents.refused, known, seen, side)


async def open_file(who: Principal, assessment_id: UUID, file_id: UUID) -> AnswerFile:
    """Return a file that waits and was brought by this person's side; raises NotFound."""
    mine = (AnswerFile.id == file_id) & (AnswerFile.assessment == assessment_id)
    mine = mine & AnswerFile.ours.eq(not who.role.outside)
    row = await AnswerFile.objects().where(mine & (AnswerFile.state == AnswerFileState.open.value)).first()
    if row is None:
        raise NotFound("This file was taken in or put away already.")
    return row


async def compared(
    assessment: Assessment,
    state: AssessmentState,
    asked: Questionnaire,
    standing: Mapping[str, AnswerRow],
    row: AnswerFile,
) -> list[Met]:
    """Compare each answer of the file with the one that stands."""
    contents = contents_from_json(row.content)
    copy = await OfflineCopy.objects().where(OfflineCopy.id == row.download).first() if row.download else None
    base = await base_of(copy, assessment.response) if copy else None
    returned = await returned_questions(assessment.id, state)
    refs = [question.ref for question in asked.questions]
    closed = {ref for ref in refs if not is_editable(state, ref, standing.get(ref), returned)}
    return meetings(asked, contents.given, contents.blank, standing, base, closed)


def _line(
    form: Form,
    contents: Contents,
    met: Met,
    documents: Mapping[str, str],
    chosen: Mapping[str, str] | None,
    moved: Collection[str],
) -> MergeLine:
    ref, row = met.question.ref, met.standing
    worded = contents.worded.get(ref, "") if met.meeting.may_be_taken else ""
    return MergeLine(
        met.question,
        met.meeting,
        _side(met.question, met.filed, documents),
        _side(met.question, row.given if row else None, documents),
        row.answered_by if row else "",
        row.answered_at if row else None,
        worded,
        ref in form.outline.refs,
        _usual(met.meeting, worded) if chosen is None or ref in moved else chosen.get(ref, ""),
        ref in moved,
    )


def _usual(meeting: Meeting, worded: str) -> str:
    """What is chosen until the person says otherwise: nothing where only a person can say."""
    if worded:
        return ""
    return {Meeting.NEW: FILE, Meeting.CHANGED: FILE, Meeting.EMPTIED: ONLINE}.get(meeting, "")


def _side(question: Question, given: Given | None, documents: Mapping[str, str]) -> Compared:
    if given is None:
        return Compared("No answer")
    return Compared(answer_words(question, given, documents), given.comment, given.reason)


def _listed_for(who: Principal) -> Combinable:
    """Each side lists its own files; the vendor also those of the company from which something was taken."""
    own: Combinable = AnswerFile.ours.eq(not who.role.outside)
    return own | (AnswerFile.state == AnswerFileState.merged.value) if who.role.outside else own


_LISTED = (
    AnswerFile.id,
    AnswerFile.name,
    AnswerFile.state,
    AnswerFile.brought_by_name,
    AnswerFile.brought_at,
)


def _listed(row: Mapping[str, Any]) -> AnswerFileLine:
    state = AnswerFileState(row["state"])
    is_open = state is AnswerFileState.open
    return AnswerFileLine(row["id"], row["name"], row["brought_by_name"], row["brought_at"], is_open, _WORDS[state])


def _file_line(row: AnswerFile) -> AnswerFileLine:
    return _listed(row.to_dict())
