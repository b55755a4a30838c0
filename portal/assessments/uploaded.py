"""The one questionnaire file of a form."""

from portal.core import reading
from portal.core.scope import PortalRequest
from questionnaires.formats import Source


async def uploaded(request: PortalRequest) -> Source | None:
    """Return the file that was chosen, or None."""
    given = await reading.uploaded(request)
    return Source(*given) if given else None
