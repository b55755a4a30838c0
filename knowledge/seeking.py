"""Finds where the pages of a scope put a known claim, for what a search by likeness passes over."""

import re
from collections.abc import Iterator
from uuid import UUID

from knowledge.evidence import Pages, Place
from knowledge.readings.reading import Reading
from knowledge.scope import Scope
from knowledge.tables import Document, Page

PAGES = 600
PLACES = 16
REACH = 260
_LINE_ENDS = re.compile(r"[\r\n\t\u00a0]")


async def sought(reading: Reading, scope: Scope) -> tuple[list[Place], Pages]:
    """Return where all slots of a way stand close together, or words against the claim; nothing of too large a scope."""
    if not scope.collections:
        return [], {}
    documents = await Document.select(Document.id, Document.name, Document.page_count).where(
        Document.collection.is_in(list(scope.collections)), Document.state == "ready"
    )
    names = {row["id"]: row["name"] for row in documents if scope.documents is None or row["id"] in scope.documents}
    if not names or sum(row["page_count"] for row in documents if row["id"] in names) > PAGES:
        return [], {}
    rows = await (
        Page.select(Page.document, Page.number, Page.label, Page.text)
        .where(Page.document.is_in(list(names)))
        .order_by(Page.document, Page.number)
    )
    places: list[Place] = []
    texts: dict[tuple[UUID, int], str] = {}
    for row in rows:
        for start, end in _spans(reading, row["text"]):
            document = row["document"]
            places.append(Place(document, names[document], row["number"], row["label"], start, end))
            texts[(document, row["number"])] = row["text"]
    return places[:PLACES], texts


def _spans(reading: Reading, page: str) -> Iterator[tuple[int, int]]:
    text = _LINE_ENDS.sub(" ", page)
    for pattern in reading.against:
        yield from ((match.start(), min(match.end(), match.start() + REACH)) for match in pattern.finditer(text))
    for way in reading.ways:
        rarest = _rarest(way.slots, text)
        for at in rarest:
            around = text[max(0, at - REACH) : at + REACH]
            if all(slot.search(around) for slot in way.slots):
                yield at, at + 1


def _rarest(slots: tuple[re.Pattern[str], ...], text: str) -> list[int]:
    """Return where the slot that is filled least often on the page is filled; nothing when one is empty."""
    found = [[match.start() for match in slot.finditer(text)] for slot in slots]
    return min(found, key=len) if found else []
