"""An original as a download, only ever that: never shown by the browser as a page of ours."""

from litestar.response import File

from portal.core.settings import Settings
from portal.evidence.files import existing_path
from portal.evidence.quarantine import require_open
from portal.evidence.tables import Evidence


def download(row: Evidence, settings: Settings) -> File:
    """Return the file of evidence that the caller has found this person may read; raises for one that is set aside."""
    require_open(row, settings)
    return File(
        path=existing_path(settings, row.sha256),
        filename=row.name,
        media_type="application/octet-stream",
        content_disposition_type="attachment",
        headers={"content-security-policy": "sandbox; default-src 'none'"},
    )
