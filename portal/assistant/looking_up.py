"""Answering a question from rows where it is one over rows, or of which vendors it is asked: for a turn, and for one vendor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from knowledge.language import Language
from knowledge.retrieval import Tools
from portal.assistant.drafting.asking import drafted
from portal.assistant.records.answering import among, elsewhere, meeting, nobody, tell
from portal.assistant.records.naming import Named, mentions, vendors_for
from portal.assistant.records.narrowing import Narrowing, narrowing
from portal.assistant.records.query import Asked
from portal.assistant.records.reading import read
from portal.assistant.records.telling import Told, listed, told_text
from portal.assistant.tables import Conversation, Turn
from portal.assistant.threads import ids_from_json
from portal.core.clock import today
from portal.core.dates import plural
from portal.core.scope import Principal
from portal.vendors.tables import Vendor

_FEWEST_COMPARED = 2
_MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The vendors that rows narrow a question to, what rows say of that, and what is asked of these vendors."""

    vendors: tuple[Named, ...]
    told: Told
    question: str


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


async def narrowed(question: str, who: Principal, vendor: UUID | None, among: Sequence[UUID] | None) -> Narrowed | None:
    """Return of which vendors a question is asked that names them by what rows say; None where it is no such question.

    They are of those that the person may read: the one vendor it is asked about, or those `among` all.
    """
    readable = await vendors_for(who)
    if vendor is not None:
        return await narrowed_among(question, readable, await vendors_for(who, vendor), alone=True)
    return await narrowed_among(question, readable, [one for one in readable if among is None or one.id in among])


async def narrowed_among(
    question: str, readable: Sequence[Named], inside: Sequence[Named], alone: bool = False
) -> Narrowed | None:
    """Return of which of the vendors inside a question is asked; `alone` if it is about one of them to begin with."""
    found = narrowing(question, [*readable, *(one for one in inside if one not in readable)], today())
    if found is None or (alone and found.condition.asked is Asked.tiers and "tier" not in found.words.lower()):
        return None  # asked about one vendor, "the critical vendors" may be that one's
    meets = await meeting(found.condition, inside)
    if meets is None:
        return None
    told, met = meets
    told = replace(told, asked=f"{_meant(found, met, inside)} Read as: {told.asked}.")
    if not met:
        return Narrowed((), told, found.rest)
    return Narrowed(tuple(met), replace(told, ends=len(told_text(told)[0])), found.rest)


def _meant(found: Narrowing, met: Sequence[Named], inside: Sequence[Named]) -> str:
    """Say which vendors the words are taken to mean; the words are the person's, and stand in quotes."""
    if not met:
        return f"“{found.words}” means no vendor {among(inside)}, so nothing was searched."
    names = f": {listed([one.name for one in met], 'and')}" if len(met) <= _MOST_NAMES else ""
    return f"“{found.words}” means {plural(len(met), 'vendor')}{names}."
