"""Taking a file of answers in: nothing of it counts before somebody has seen what would change."""

from dataclasses import replace
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.file_tables import AnswerFile, OfflineCopy
from portal.assessments.offline.contents import Contents, filled_in, imported
from portal.assessments.offline.states import AnswerFileState, require_bringing
from portal.assessments.opening_files import FilledIn, Opened, open_upload
from portal.assessments.scanned_uploads import require_harmless
from portal.assessments.sheets.keeping import find_remembered
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.scope import Principal
from portal.core.settings import Settings
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import Imported, Source
from questionnaires.formats.spreadsheet import PlainSheet, as_imported, laid_out
from questionnaires.model import Questionnaire
from questionnaires.storing import get_questionnaire

MOST_OPEN = 20
_UNKNOWN = (
    "{name} is no file that answers can be read from: it is neither a workbook downloaded here nor a CAIQ, "
    "a HECVAT or our own YAML. Download the workbook and copy the answers into it."
)


async def receive_answers(who: Principal, assessment_id: UUID, source: Source, settings: Settings) -> UUID:
    """Keep what the file says until somebody chooses; raises QuestionnaireError or Conflict with a sentence."""
    ours = require_bringing(who)
    assessment = await assessment_for(who, assessment_id)
    _require_answerable(assessment)
    await require_harmless(who, source, settings)
    opened = await open_upload(source)
    contents, copy = await _contents(assessment, source, opened)
    row = AnswerFile(
        assessment=assessment.id,
        download=copy,
        name=source.name,
        content=contents.to_json(),
        state=AnswerFileState.open.value,
        ours=ours,
        brought_by_name=who.name,
        brought_at=now(),
        decided_by_name="",
    )
    async with transaction():
        waiting = (AnswerFile.assessment == assessment.id) & (AnswerFile.state == AnswerFileState.open.value)
        if await AnswerFile.count().where(waiting) >= MOST_OPEN:
            raise Conflict(f"{MOST_OPEN} files wait already; please take them in or put them away first.")
        await row.save()
        detail: dict[str, object] = {"file": source.name, "answers": len(contents.given), "for_vendor": ours}
        await audit.record(who, "answer_file.received", assessment, detail, vendor=assessment.vendor)
    return row.id


def _require_answerable(assessment: Assessment) -> None:
    state = AssessmentState(assessment.state)
    if not state.answerable:
        raise Conflict(f"This questionnaire is {state.label.lower()}: its answers can no longer be changed.")


async def _contents(assessment: Assessment, source: Source, opened: Opened) -> tuple[Contents, UUID | None]:
    asked = await get_questionnaire(assessment.questionnaire)
    match opened:
        case FilledIn():
            return filled_in(asked, opened.rows), await _download(assessment, opened.copy)
        case Imported():
            return imported(asked, opened), None
    return await _by_template(asked, source, opened), None


async def _download(assessment: Assessment, copy: str) -> UUID | None:
    """Find which download the file was; raises for one of another questionnaire."""
    if not copy:
        return None
    row = await OfflineCopy.objects().where(OfflineCopy.id == UUID(copy)).first()
    if row is None:
        return None
    if row.assessment != assessment.id:
        raise UnreadableQuestionnaire("This file was downloaded for another questionnaire; please upload it there.")
    return row.id


async def _by_template(asked: Questionnaire, source: Source, sheets: tuple[PlainSheet, ...]) -> Contents:
    """Read a spreadsheet of a shape whose columns were pointed out when its questionnaire came in."""
    remembered = await find_remembered(sheets)
    if remembered is None:
        raise UnreadableQuestionnaire(_UNKNOWN.format(name=source.name))
    laid = laid_out(sheets, remembered.layout)
    return imported(asked, as_imported(replace(laid, left_out=laid.unanswered), "sheet", source.name))
