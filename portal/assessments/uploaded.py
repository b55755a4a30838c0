"""The one file of a form."""

from litestar.datastructures import UploadFile

from portal.core.scope import PortalRequest
from portal.evidence.receiving import clean_name
from questionnaires.formats import Source


async def uploaded(request: PortalRequest) -> Source | None:
    """Return the file that was chosen, or None."""
    files = (await request.form()).getall("files", [])
    given = [file for file in files if isinstance(file, UploadFile) and file.filename]
    return Source(clean_name(given[0].filename), await given[0].read()) if given else None
