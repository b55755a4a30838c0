"""Vendors side by side on a topic: what each answered and its verdict, else what comes nearest in its documents."""

from collections.abc import Sequence

from knowledge.answering import whole_answer
from knowledge.citations import Quote
from knowledge.retrieval import Tools
from portal.assistant.records.answers import answers_about
from portal.assistant.records.naming import Named, short
from portal.assistant.records.query import Query
from portal.assistant.records.telling import Block, Line, Told
from portal.evidence.current import current_scope

MOST_VENDORS = 6
_QUOTED = 2


async def comparison(query: Query, vendors: Sequence[Named], tools: Tools) -> Told:
    """Tell what each vendor says about the topic, one block a vendor."""
    shown = vendors[:MOST_VENDORS]
    blocks = tuple([await _block(vendor, query.topic, tools) for vendor in shown])
    more = len(vendors) - len(shown)
    notes = (f"{more} more are left out: compare at most {MOST_VENDORS} at once.",) if more else ()
    return Told(f"“{query.topic}” at {short(shown, MOST_VENDORS)}, side by side", blocks, notes, beside=True)


async def _block(vendor: Named, topic: str, tools: Tools) -> Block:
    answered = await answers_about(vendor, topic)
    if answered:
        lines = tuple(Line(line.cells[1:], line.link, line.label, line.quote) for line in answered)
        return Block(("Question", "Answer", "Verdict"), lines, vendor.name)
    found = await whole_answer(topic, await current_scope([vendor.id]), tools)
    if not found.searched.documents:
        return Block((), (), vendor.name, "No answer about it, and no documents to look in.")
    if found.citations:
        note = "No answer about it. Its documents say:"
        return Block(("Page",), _quoted(vendor, found.citations), vendor.name, note)
    if found.cannot is not None and found.cannot.nearest:
        note = "No answer about it, and its documents do not say it. What comes nearest, which may be about something else:"
        return Block(("Page",), _quoted(vendor, found.cannot.nearest), vendor.name, note)
    return Block((), (), vendor.name, "No answer about it, and nothing in its documents comes near.")


def _quoted(vendor: Named, quotes: Sequence[Quote]) -> tuple[Line, ...]:
    return tuple(
        Line((" ".join(quote.text.split()),), f"/vendors/{vendor.slug}/documents", "documents", quote)
        for quote in quotes[:_QUOTED]
    )
