"""Until when each vendor's documents hold: of several reports of one kind, the one that holds longest counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from knowledge.facts import EvidenceKind, facts_from_json, valid_until
from knowledge.tables import Document, DocumentState
from portal.evidence.current import superseded
from portal.evidence.tables import Evidence

_MOST = 20_000
_AT_ONCE = 500
# Kinds of which a newer document replaces the older; policies stand beside each other.
_RENEWED = frozenset({EvidenceKind.SOC_REPORT, EvidenceKind.ISO_CERTIFICATE, EvidenceKind.PENETRATION_TEST})


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document that holds until a date."""

    vendor: UUID
    evidence: UUID
    document: UUID
    name: str
    kind: EvidenceKind
    until: date


@dataclass(frozen=True, slots=True)
class _Held:
    kind: EvidenceKind
    until: date | None


# What is known of a document changes only when it is read or reviewed again: worked out once per process and version.
_Version = tuple[UUID, datetime, datetime | None]
_known: dict[_Version, _Held] = {}


async def dated_documents() -> list[DatedDocument]:
    """Return every current document that has an end, over all vendors, the earliest end first."""
    held, gone = await _held(), await superseded()
    rows = await (
        Evidence.select(Evidence.id, Evidence.vendor, Evidence.document, Evidence.name)
        .where(Evidence.removed_at.is_null())
        .limit(_MOST)
    )
    found = []
    for row in rows:
        one = held.get(row["document"])
        if one is not None and one.until is not None and row["document"] not in gone:
            found.append(DatedDocument(row["vendor"], row["id"], row["document"], row["name"], one.kind, one.until))
    return sorted(found, key=lambda document: (document.until, document.name))


def still_leading(documents: list[DatedDocument]) -> list[DatedDocument]:
    """Keep, of each vendor and kind of report, the one that holds longest: last year's report is no news."""
    newest = {(document.vendor, _replaces(document)): document for document in documents}
    return list(newest.values())


def _replaces(document: DatedDocument) -> EvidenceKind | UUID:
    return document.kind if document.kind in _RENEWED else document.document


async def _held() -> dict[UUID, _Held]:
    columns = (Document.id, Document.updated_at, Document.facts_at)
    rows = await Document.select(*columns).where(Document.state == DocumentState.READY.value)
    wanted = {row["id"]: _version(row) for row in rows}
    unknown = [identity for identity, key in wanted.items() if key not in _known]
    if len(_known) > 2 * _MOST:
        _known.clear()
        unknown = list(wanted)
    for start in range(0, len(unknown), _AT_ONCE):
        await _learn(unknown[start : start + _AT_ONCE])
    return {identity: _known[key] for identity, key in wanted.items() if key in _known}


async def _learn(identities: list[UUID]) -> None:
    columns = (Document.id, Document.updated_at, Document.facts_at, Document.facts)
    for row in await Document.select(*columns).where(Document.id.is_in(identities)):
        if row["facts"]:
            facts = facts_from_json(row["facts"])
            _known[_version(row)] = _Held(facts.kind, valid_until(facts))


def _version(row: Mapping[str, Any]) -> _Version:
    return row["id"], row["updated_at"], row["facts_at"]
