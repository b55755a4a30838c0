"""Answers a question that was understood as one over rows; every quote is found on its page again before it is shown."""

import difflib
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from knowledge.citations import Quote, confirmed
from knowledge.retrieval import Tools
from portal.assistant.records import answers, documents, findings, ratings, tiers, waiting
from portal.assistant.records.changing import changes
from portal.assistant.records.comparing import comparison
from portal.assistant.records.naming import Named, short
from portal.assistant.records.query import Asked, Query
from portal.assistant.records.telling import Block, Line, Told
from portal.core.dates import plural
from portal.core.scope import Principal
from portal.evidence.current import current_scope

_Tell = Callable[[Query, Sequence[Named], str], Awaitable[Told]]
_TELLERS: dict[Asked, _Tell] = {
    Asked.ends: documents.ends,
    Asked.opinions: documents.opinions,
    Asked.exceptions: documents.exceptions,
    Asked.tests: documents.tests,
    Asked.cover: documents.cover,
    Asked.subservices: documents.subservices,
    Asked.documents: documents.documents,
    Asked.verdicts: answers.verdicts,
    Asked.answers: answers.answers,
    Asked.findings: findings.findings,
    Asked.ratings: ratings.ratings,
    Asked.tiers: tiers.tiers,
    Asked.overdue: waiting.overdue,
    Asked.unanswered: waiting.unanswered,
}
_LIKE, _VENDOR = 0.6, "Vendor"


async def tell(query: Query, who: Principal, vendors: Sequence[Named], tools: Tools) -> Told:
    """Answer from the rows of these vendors, which the caller has found that this person may read."""
    if query.asked is Asked.comparison:
        told = await comparison(query, vendors, tools)
    elif query.asked is Asked.changes:
        told = await changes(query, who, vendors)
    else:
        return await _rows(query, vendors)
    return await _shown(told, vendors)


async def _rows(query: Query, vendors: Sequence[Named]) -> Told:
    return await _shown(await _TELLERS[query.asked](query, vendors, among(vendors)), vendors)


async def _shown(told: Told, vendors: Sequence[Named]) -> Told:
    return _without_vendor(await _confirmed(told, vendors)) if len(vendors) == 1 else await _confirmed(told, vendors)


async def meeting(condition: Query, vendors: Sequence[Named]) -> tuple[Told, list[Named]] | None:
    """Return the rows that meet a condition, and the vendors they are of; two of one name are each looked up alone.

    None where not everything was looked at: a vendor left out may meet it as well.
    """
    told = await _rows(condition, vendors)
    if told.left:
        return None
    if len(vendors) == 1:
        return told, list(vendors) if told.lines else []
    met = {line.cells[block.columns.index(_VENDOR)] for block in told.blocks for line in block.lines}
    known = Counter(vendor.name for vendor in vendors)
    return told, [
        one for one in vendors if one.name in met and (known[one.name] == 1 or (await _rows(condition, [one])).lines)
    ]


def _without_vendor(told: Told) -> Told:
    """Leave the vendor out of every line where there is one alone, which the first line names."""
    return replace(told, blocks=tuple(_narrower(block) for block in told.blocks))


def _narrower(block: Block) -> Block:
    if _VENDOR not in block.columns or len(block.columns) == 1:
        return block
    at = block.columns.index(_VENDOR)
    lines = tuple(replace(line, cells=(*line.cells[:at], *line.cells[at + 1 :])) for line in block.lines)
    return replace(block, columns=(*block.columns[:at], *block.columns[at + 1 :]), lines=lines)


def nobody(query: Query, vendors: Sequence[Named]) -> Told:
    """Say that nobody has the name a question gives, and who has one like it."""
    names = _folded(vendors)
    like = difflib.get_close_matches(query.unknown.casefold(), names, 1, _LIKE)
    lines = tuple(Line((names[one].name,), f"/vendors/{names[one].slug}", "vendor") for one in like)
    blocks = (Block(("Did you mean",), lines),) if lines else ()
    return Told(f"There is no vendor named “{query.unknown}” among the {len(vendors)} you may read.", blocks)


def _folded(vendors: Sequence[Named]) -> dict[str, Named]:
    whole = {vendor.name.casefold(): vendor for vendor in vendors}
    return {vendor.name.split()[0].casefold(): vendor for vendor in vendors if vendor.name.split()} | whole


def elsewhere(question: str, others: Sequence[Named], here: Named) -> Told:
    """Say that a conversation about one vendor does not tell of another, and where to ask instead."""
    lines = tuple(
        Line((one.name,), f"/vendors/{one.slug}/assistant?{urlencode({'q': question})}", "ask there") for one in others
    )
    asked = f"This conversation is about {here.name} alone. Ask about {short(others)} there, or ask across all vendors."
    return Told(asked, (Block(("Vendor",), lines),))


def among(vendors: Sequence[Named]) -> str:
    """Return "at Helio Payments and Corvid Analytics", or "among 9 vendors"."""
    return f"at {short(vendors)}" if 0 < len(vendors) <= 3 else f"among {plural(len(vendors), 'vendor')}"


async def _confirmed(told: Told, vendors: Sequence[Named]) -> Told:
    """Let go of every quote whose words do not stand on their page any more, in these vendors' documents."""
    quotes = [line.quote for line in told.lines if line.quote is not None]
    if not quotes:
        return told
    scope = await current_scope([vendor.id for vendor in vendors], older=True)
    standing = {_place(quote): quote for quote in await confirmed(quotes, scope)}
    blocks = tuple(
        replace(block, lines=tuple(replace(line, quote=_found(line.quote, standing)) for line in block.lines))
        for block in told.blocks
    )
    return replace(told, blocks=blocks)


def _place(quote: Quote) -> tuple[object, int, str]:
    return quote.document_id, quote.page, " ".join(quote.text.split())


def _found(quote: Quote | None, standing: dict[tuple[object, int, str], Quote]) -> Quote | None:
    return standing.get(_place(quote)) if quote else None
