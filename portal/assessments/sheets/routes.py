"""The page on which somebody says which column of a spreadsheet holds what."""

from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.imported_files import said_of
from portal.assessments.sheets.forms import at_first, pointed
from portal.assessments.sheets.keeping import drop_sheets, find_remembered, get_sheets
from portal.assessments.sheets.pages import mapping_page
from portal.assessments.sheets.taking import take_sheets_in
from portal.core.errors import Conflict, InvalidForm
from portal.core.pages import go, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from questionnaires.errors import QuestionnaireError
from questionnaires.formats.spreadsheet import guessed

STAFF = [allows(Can.assess)]
_AT, _PAGE = "/questionnaires/sheets/{file_id:uuid}", "assessments/mapping.html"


@get(_AT, guards=STAFF, include_in_schema=False)
async def mapping(request: PortalRequest, file_id: UUID) -> Response[str]:
    """Show a first guess, or what was pointed out in a file of the same shape."""
    row, sheets = await get_sheets(principal_of(request), file_id)
    remembered = await find_remembered(sheets)
    now = at_first(row.name, remembered.layout if remembered else guessed(sheets))
    return render(request, _PAGE, await mapping_page(row, sheets, now, remembered))


@post(_AT, guards=STAFF, include_in_schema=False)
async def point(request: PortalRequest, file_id: UUID) -> Response[str] | Redirect:
    """Show what comes of what was pointed out, or take it in."""
    who, given = principal_of(request), await entered(request)
    row, sheets = await get_sheets(who, file_id)
    now = pointed(given, sheets)
    if given.get("do", [""])[-1] != "take":
        return render(request, _PAGE, await mapping_page(row, sheets, now))
    try:
        found = await take_sheets_in(who, file_id, now)
    except InvalidForm as error:
        return render(request, _PAGE, await mapping_page(row, sheets, now, errors=error.errors), 422)
    except (QuestionnaireError, Conflict) as error:
        return render(request, _PAGE, await mapping_page(row, sheets, now, errors={"key": error.sentence}), 422)
    return go(f"/questionnaires/{found.questionnaire}", said_of(found))


@post(_AT + "/drop", guards=STAFF, include_in_schema=False)
async def drop(request: PortalRequest, file_id: UUID) -> Redirect:
    """Put the file away."""
    await drop_sheets(principal_of(request), file_id)
    return go("/questionnaires", "Put away: nothing was taken in.")


ROUTES: list[ControllerRouterHandler] = [mapping, point, drop]
