"""Routes of feedback: say what one thinks of an answer, and give the sets out to an administrator."""

from uuid import UUID

import msgspec
from litestar import Response, post
from litestar.response import Redirect
from litestar.types import ControllerRouterHandler

from portal.assistant.access import turn_for
from portal.assistant.feedback.exporting import export
from portal.assistant.feedback.forms import ExportForm, FeedbackForm
from portal.assistant.feedback.giving import give_feedback
from portal.assistant.queries import turn_view_of, vendor_of
from portal.core.forms import parse
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of


@post("/assistant/turns/{turn_id:uuid}/feedback", guards=[allows(Can.read_evidence)], include_in_schema=False)
async def give(request: PortalRequest, turn_id: UUID) -> Response[str] | Redirect:
    """Keep what the person says of their answer."""
    who, form = principal_of(request), parse(FeedbackForm, await entered(request))
    await give_feedback(who, turn_id, form.judgement, form.note, form.about)
    turn, row = await turn_for(who, turn_id)
    if not is_fragment(request):
        return go(f"/assistant/{row.id}#turn-{turn.id}", "Your feedback is kept.")
    return render(request, "assistant/_feedback.html", await turn_view_of(who, turn, await vendor_of(row)))


@post("/feedback/export", guards=[allows(Can.manage_people)], include_in_schema=False)
async def give_out(request: PortalRequest) -> Response[bytes]:
    """Give out a set as JSON lines."""
    what = parse(ExportForm, await entered(request)).what
    lines = b"".join(msgspec.json.encode(one) + b"\n" for one in await export(principal_of(request), what))
    name = f'attachment; filename="feedback-{what.value}.jsonl"'
    return Response(lines, status_code=200, media_type="application/x-ndjson", headers={"content-disposition": name})


ROUTES: list[ControllerRouterHandler] = [give, give_out]
