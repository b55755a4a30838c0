"""Choosing the language in which a questionnaire is read."""

import re
from uuid import UUID

from litestar import post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assessments.speaking import choose_language
from portal.core.pages import go
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of

_PAGE = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")


@post("/answer/{assessment_id:uuid}/language", guards=[allows(Can.answer_part)], include_in_schema=False)
async def choose(request: PortalRequest, assessment_id: UUID) -> Redirect:
    """Remember the language, and go back to the page on which it was chosen."""
    given = await entered(request)
    await choose_language(principal_of(request), assessment_id, given.get("language", [""])[-1])
    at = given.get("at", [""])[-1]
    return go(f"/answer/{assessment_id}/{at}" if _PAGE.fullmatch(at) else f"/answer/{assessment_id}")


ROUTES: list[ControllerRouterHandler] = [choose]
