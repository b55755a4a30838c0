"""Pages of the assistant: ask about one vendor or all, follow the answer as it comes, read it again."""

from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, ServerSentEvent
from litestar.types import ControllerRouterHandler

from portal.assistant import asking
from portal.assistant.access import conversation_for, document_for, turn_for
from portal.assistant.forms import LONGEST_QUESTION, AskForm
from portal.assistant.messages import messages
from portal.assistant.placing import Place, document_in, place_of
from portal.assistant.queries import AskedFragment, ask_box_for, assistant_page, turn_view_of, vendor_of
from portal.assistant.streaming import settle
from portal.assistant.tables import Turn
from portal.core.errors import InvalidForm, TooManyAttempts
from portal.core.forms import parse
from portal.core.pages import go, is_fragment, render
from portal.core.reading import entered
from portal.core.scope import Can, PortalRequest, allows, principal_of
from portal.engines import Engines
from portal.vendors.access import vendor_for

READ = [allows(Can.read_evidence)]


@get("/vendors/{slug:str}/assistant", guards=READ, include_in_schema=False)
async def vendor_assistant(
    request: PortalRequest, slug: str, engines: NamedDependency[Engines], q: str = "", document: UUID | None = None
) -> Response[str]:
    """Show where one asks about a vendor, or about one of its documents."""
    who = principal_of(request)
    vendor = await vendor_for(who, slug)
    if document is not None:
        await document_for(who, vendor.id, document)
    page = await assistant_page(who, engines, vendor, question=q[:LONGEST_QUESTION], document=document)
    return render(request, "assistant/conversation.html", page)


@get("/assistant", guards=READ, include_in_schema=False)
async def portfolio_assistant(request: PortalRequest, engines: NamedDependency[Engines], q: str = "") -> Response[str]:
    """Show where one asks about all vendors."""
    page = await assistant_page(principal_of(request), engines, None, question=q[:LONGEST_QUESTION])
    return render(request, "assistant/conversation.html", page)


@get("/assistant/{conversation_id:uuid}", guards=READ, include_in_schema=False)
async def conversation(
    request: PortalRequest, conversation_id: UUID, engines: NamedDependency[Engines]
) -> Response[str]:
    """Show one of the person's own conversations."""
    who = principal_of(request)
    row = await conversation_for(who, conversation_id)
    return render(request, "assistant/conversation.html", await assistant_page(who, engines, await vendor_of(row), row))


@post("/assistant/ask", guards=READ, include_in_schema=False)
async def ask(request: PortalRequest, engines: NamedDependency[Engines]) -> Response[str] | Redirect:
    """Take a question: answered on the page that asked, or, with scripts off, before the next page is shown."""
    who, given = principal_of(request), await entered(request)
    place = await place_of(who, given)
    try:
        form = parse(AskForm, given)
        turn = await asking.ask(
            who, form.question, place.vendor, place.conversation, form.older, form.among, form.document
        )
    except (InvalidForm, TooManyAttempts) as error:
        return await _not_taken(request, engines, place, given, error)
    return await _taken(request, engines, place, turn, form.beside)


@post("/assistant/turns/{turn_id:uuid}/again", guards=READ, include_in_schema=False)
async def ask_again(
    request: PortalRequest, turn_id: UUID, engines: NamedDependency[Engines]
) -> Response[str] | Redirect:
    """Answer a question once more whose answer failed."""
    who = principal_of(request)
    turn, row = await turn_for(who, turn_id)
    await asking.ask_again(who, turn, row.vendor)
    if not is_fragment(request):
        await settle(turn.id, who, engines)
        return go(f"/assistant/{row.id}#turn-{turn.id}")
    turn, row = await turn_for(who, turn_id)
    return render(request, "assistant/_answer.html", await turn_view_of(who, turn, await vendor_of(row)))


@get("/assistant/turns/{turn_id:uuid}/stream", guards=READ, include_in_schema=False)
async def stream(request: PortalRequest, turn_id: UUID, engines: NamedDependency[Engines]) -> ServerSentEvent:
    """Stream a turn's answer; opened again it gives the same answer again."""
    who = principal_of(request)
    turn, row = await turn_for(who, turn_id)
    return ServerSentEvent(messages(request, turn, row, who, engines))


async def _taken(
    request: PortalRequest, engines: Engines, place: Place, turn: Turn, beside: bool
) -> Response[str] | Redirect:
    """Show where the answer comes: on the page that asked, or on the page of the conversation that began."""
    who = principal_of(request)
    if not is_fragment(request):
        await settle(turn.id, who, engines)
        return go(f"/assistant/{turn.conversation}#turn-{turn.id}")
    if place.conversation is None and not beside:
        return Response("", headers={"hx-redirect": f"/assistant/{turn.conversation}"}, status_code=200)
    begun = await conversation_for(who, turn.conversation)
    box = await ask_box_for(who, place.vendor, begun, beside=beside)
    page = AskedFragment(await turn_view_of(who, turn, place.vendor), box)
    return render(request, "assistant/_asked.html", page)


async def _not_taken(
    request: PortalRequest,
    engines: Engines,
    place: Place,
    given: dict[str, list[str]],
    error: InvalidForm | TooManyAttempts,
) -> Response[str]:
    """Show the form again with what was typed and the sentence that says why it was not taken."""
    who, question, document = principal_of(request), given.get("question", [""])[-1], document_in(given)
    said = error.sentence if isinstance(error, TooManyAttempts) else next(iter(error.errors.values()))
    if is_fragment(request):
        beside = bool(given.get("beside", [""])[-1])
        box = await ask_box_for(
            who, place.vendor, place.conversation, beside=beside, question=question, error=said, document=document
        )
        response = render(request, "assistant/_form.html", box, 422)
        response.headers.update({"hx-retarget": "#ask-form", "hx-reswap": "outerHTML"})
        return response
    page = await assistant_page(
        who, engines, place.vendor, place.conversation, question=question, error=said, document=document
    )
    response = render(request, "assistant/conversation.html", page, error.status)
    if isinstance(error, TooManyAttempts):
        response.headers["retry-after"] = str(error.retry_after)
    return response


ROUTES: list[ControllerRouterHandler] = [
    vendor_assistant, portfolio_assistant, conversation, ask, ask_again, stream,
]  # fmt: skip
