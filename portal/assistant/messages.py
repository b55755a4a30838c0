"""A turn as server-sent events: pieces as `text`, then `failed` or `cannot` where that is so, and always `done` at the end."""

import logging
from collections.abc import AsyncIterator
from dataclasses import replace

from litestar.response.sse import ServerSentEventMessage

from portal.assistant.access import turn_for
from portal.assistant.answering import FAILED
from portal.assistant.queries import TurnView, turn_view, turn_view_of, vendor_of
from portal.assistant.states import TurnState
from portal.assistant.streaming import follow
from portal.assistant.tables import Conversation, Turn
from portal.core.pages import html
from portal.core.scope import PortalRequest, Principal
from portal.engines import Engines

log = logging.getLogger("surety.assistant")


async def messages(
    request: PortalRequest, turn: Turn, conversation: Conversation, who: Principal, engines: Engines
) -> AsyncIterator[ServerSentEventMessage]:
    """Send the answer while it comes; `done` holds it whole, as it is kept, so that a reload shows the same.

    An error becomes a `failed` fragment: without `done` the browser would come back and ask again for ever.
    """
    vendor = await vendor_of(conversation)
    try:
        async for piece in follow(turn.id, who, engines):
            if piece is None:
                yield ServerSentEventMessage(data=None, comment="at work")
            else:
                yield ServerSentEventMessage(html(request, "assistant/_piece.html", piece), event="text")
        turn, _ = await turn_for(who, turn.id)
        view = await turn_view_of(who, turn, vendor)
    except Exception:  # the page must learn that nothing more comes
        log.exception("turn %s could not be streamed", turn.id)
        view = replace(turn_view(who, turn, vendor, ()), state=TurnState.failed, note=FAILED)
    for message in _ending(request, view):
        yield message


def _ending(request: PortalRequest, view: TurnView) -> list[ServerSentEventMessage]:
    ending = [ServerSentEventMessage(html(request, "assistant/_answer.html", view), event="done")]
    if view.state is TurnState.failed:
        ending.insert(0, ServerSentEventMessage(html(request, "assistant/_failed.html", view), event="failed"))
    elif not view.answered:
        ending.insert(0, ServerSentEventMessage(html(request, "assistant/_cannot.html", view), event="cannot"))
    return ending
