"""Files in a form: each is streamed on to where it is kept; what cannot be taken is told per file, the rest is kept."""

from collections.abc import AsyncIterator
from uuid import UUID

from litestar.datastructures import UploadFile

from portal.core.errors import InvalidForm, PortalError
from portal.core.reading import clean_name
from portal.core.scope import PortalRequest, Principal
from portal.core.settings import Settings
from portal.evidence.receiving import receive
from portal.evidence.tables import Evidence

_CHUNK = 1 << 18


async def chunks(file: UploadFile) -> AsyncIterator[bytes]:
    """Give a form's file in pieces."""
    while piece := await file.read(_CHUNK):
        yield piece


async def receive_form(
    request: PortalRequest, who: Principal, vendor_id: UUID, settings: Settings, field: str = "files"
) -> tuple[list[Evidence], dict[str, str]]:
    """Take in every file of the form; returns what was taken and a sentence for each that was not."""
    taken: list[Evidence] = []
    errors: dict[str, str] = {}
    files = [f for f in (await request.form()).getall(field, []) if isinstance(f, UploadFile) and f.filename]
    if not files:
        return [], {field: "Please choose a file first."}
    for file in files:
        try:
            taken.append(await receive(who, vendor_id, file.filename, chunks(file), settings))
        except InvalidForm as error:
            errors[field] = f"{clean_name(file.filename)}: {next(iter(error.errors.values()))}"
        except PortalError as error:
            errors[field] = f"{clean_name(file.filename)}: {error.sentence}"
    return taken, errors
