"""Answering a question from rows where it is one over rows: for a turn of a conversation, and for one vendor."""

from collections.abc import Sequence

from knowledge.language import Language
from knowledge.retrieval import Tools
from portal.assistant.drafting.asking import drafted
from portal.assistant.records.answering import elsewhere, nobody, tell
from portal.assistant.records.naming import Named, mentions, vendors_for
from portal.assistant.records.query import Asked
from portal.assistant.records.reading import read
from portal.assistant.records.telling import Told
from portal.assistant.tables import Conversation, Turn
from portal.assistant.threads import ids_from_json
from portal.core.clock import today
from portal.core.scope import Principal
from portal.vendors.tables import Vendor

_FEWEST_COMPARED = 2


async def looked_up(
    turn: Turn, conversation: Conversation, who: Principal, tools: Tools, language: Language | None = None
) -> tuple[Told, bool] | None:
    """Return what rows answer and whether they do; None where the question is one for the evidence."""
    readable = await vendors_for(who)
    if conversation.vendor is None:
        narrowed = ids_from_json(turn.vendors)
        inside = readable if narrowed is None else [one for one in readable if one.id in narrowed]
        return await looked_up_among(turn.read_as or turn.question, who, readable, tools, inside, language=language)
    here = await vendors_for(who, conversation.vendor)
    if turn.read_as:
        others = [one.vendor for one in mentions(turn.question, readable) if one.vendor.id != conversation.vendor]
        if others:
            return elsewhere(turn.read_as, others, here[0]), False
    return await looked_up_among(turn.read_as or turn.question, who, readable, tools, here, here[0], language)


async def looked_up_at(
    question: str, who: Principal, vendor: Vendor, tools: Tools, language: Language | None = None
) -> tuple[Told, bool] | None:
    """Return what one vendor's rows answer; None where the question is one for the evidence."""
    here = Named(vendor.id, vendor.slug, vendor.name)
    inside = await vendors_for(who, vendor.id)
    return await looked_up_among(question, who, await vendors_for(who), tools, inside, here, language)


async def looked_up_among(
    question: str,
    who: Principal,
    readable: Sequence[Named],
    tools: Tools,
    inside: Sequence[Named] | None = None,
    here: Named | None = None,
    language: Language | None = None,
) -> tuple[Told, bool] | None:
    """Return what the rows of the vendors inside answer, of all that the person may read; `here` if it is about one."""
    inside = readable if inside is None else inside
    query = read(question, [*readable, *(one for one in inside if one not in readable)], today())
    if query is None:
        return None
    if query.unknown:
        return nobody(query, readable), False
    allowed = {one.id for one in inside}
    others = [one for one in query.vendors if one.id not in allowed]
    if here is not None and others:
        return elsewhere(question, others, here), False
    if query.vendors and not query.everywhere:
        inside = [one for one in query.vendors if one.id in allowed] if here else query.vendors
    if query.draft is not None:
        return await drafted(query, who, inside, language)
    if query.asked is Asked.comparison and len(inside) < _FEWEST_COMPARED:
        return None
    return await tell(query, who, inside, tools), True
