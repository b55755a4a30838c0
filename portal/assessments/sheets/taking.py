"""Taking a spreadsheet in as a questionnaire, by the columns that somebody pointed out."""

from collections.abc import Sequence
from uuid import UUID

from portal.assessments.file_tables import SheetFile
from portal.assessments.imported_files import ImportedFile
from portal.assessments.sheets.forms import Pointed
from portal.assessments.sheets.keeping import get_sheets, remember
from portal.assessments.transferring import keep_imported
from portal.core.database import transaction
from portal.core.errors import InvalidForm
from portal.core.scope import Principal
from questionnaires.formats.spreadsheet import PlainSheet, as_imported, laid_out


async def take_sheets_in(who: Principal, file_id: UUID, pointed: Pointed) -> ImportedFile:
    """Keep the questionnaire and remember the layout; raises QuestionnaireError, Conflict and InvalidForm."""
    row, sheets = await get_sheets(who, file_id)
    if not pointed.title:
        raise InvalidForm({"title": "Title: please fill this in."})
    brought = await keep_imported(who, as_imported(laid_out(sheets, pointed.layout), pointed.key, pointed.title))
    await _finish(who, row, sheets, pointed)
    return brought


async def _finish(who: Principal, row: SheetFile, sheets: Sequence[PlainSheet], pointed: Pointed) -> None:
    async with transaction():
        await SheetFile.delete().where(SheetFile.id == row.id)
        await remember(who, row, sheets, pointed.layout)
