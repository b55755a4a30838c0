"""The page that says what changed since an older version: passages side by side, and the facts above them."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

import anyio.to_thread

from knowledge.diffing import Change, ChangeKind, Side, changes, counts
from knowledge.facts import DocumentFacts, facts_from_json
from knowledge.facts.keys import Key
from knowledge.facts.reviewing import all_facts
from knowledge.tables import Document
from portal.core.dates import plural
from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.evidence.access import evidence_for
from portal.evidence.current import SuccessionState
from portal.evidence.fact_lines import fact_line
from portal.evidence.succeeding import page_texts_of
from portal.evidence.tables import Evidence
from portal.evidence.version_panel import VersionPanel, version_panel
from portal.vendors.tables import Vendor

_SHOWN = 100
_KEPT = 8
_HEARD = 1500
_Pair = tuple[UUID, datetime, UUID, datetime]
_known: OrderedDict[_Pair, list[Change]] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Words:
    """One version of a passage: its words, marked where they differ, and the address of its page."""

    page: int
    url: str
    segments: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class PassageLine:
    """One passage in both versions; one side is missing when it was added or removed."""

    kind: ChangeKind
    heading: str
    moved: bool
    old: Words | None
    new: Words | None


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is not what it was."""

    label: str
    old: list[str]
    new: list[str]


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list."""

    label: str
    url: str
    count: int
    active: bool


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What changed between two versions; without an older one it asks for it."""

    id: UUID
    name: str
    vendor: str
    slug: str
    since: UUID | None
    older: str
    summary: str
    unread: str
    facts: list[FactChange]
    filters: list[Filter]
    lines: list[PassageLine]
    total: int
    first: int
    last: int
    previous_url: str
    next_url: str
    versions: VersionPanel


async def changes_page(who: Principal, row: Evidence, since: UUID | None, kind: str, start: int) -> ChangesPage:
    """Return what changed since an older version: the one asked for, or the one this document replaces."""
    vendor = await Vendor.objects().where(Vendor.id == row.vendor).first()
    assert vendor is not None
    versions = await version_panel(row)
    older = await _older(who, row, since, versions)
    if older is None:
        return ChangesPage(
            row.id, row.name, vendor.name, vendor.slug, None, "", "", "", [], [], [], 0, 0, 0, "", "", versions
        )
    before, after = await _document(older), await _document(row)
    found = await _changes(before, after)
    tally = counts(found)
    wanted = ChangeKind(kind) if kind in set(ChangeKind) else None
    listed = [one for one in found if _is_listed(one, wanted)]
    start = min(max(start, 0), max(len(listed) - 1, 0)) // _SHOWN * _SHOWN
    address = _Address(row.id, older.id, kind)
    return ChangesPage(
        id=row.id,
        name=row.name,
        vendor=vendor.name,
        slug=vendor.slug,
        since=older.id,
        older=older.name,
        summary=_summary(found),
        unread=_unread(before, after),
        facts=changed_facts(facts_from_json(before.facts), facts_from_json(after.facts)),
        filters=_filters(address, tally, wanted),
        lines=[_line(one, older.id, row.id) for one in listed[start : start + _SHOWN]],
        total=len(listed),
        first=start + 1 if listed else 0,
        last=min(start + _SHOWN, len(listed)),
        previous_url=address.at(start - _SHOWN) if start else "",
        next_url=address.at(start + _SHOWN) if start + _SHOWN < len(listed) else "",
        versions=versions,
    )


@dataclass(frozen=True, slots=True)
class _Address:
    newer: UUID
    older: UUID
    kind: str

    def at(self, start: int = 0, kind: str | None = None) -> str:
        given = {"since": str(self.older), "kind": self.kind if kind is None else kind, "start": start or ""}
        return f"/documents/{self.newer}/changes?{urlencode({name: value for name, value in given.items() if value})}"


def changed_facts(old: DocumentFacts, new: DocumentFacts) -> list[FactChange]:
    """Say which facts are not what they were; of several under one key, only those that differ."""
    before, after = _told(old), _told(new)
    found = [FactChange("Kind", [old.kind.label], [new.kind.label])] if old.kind is not new.kind else []
    for key in dict.fromkeys((*before, *after)):
        ours, theirs = before.get(key, []), after.get(key, [])
        gone, come = [one for one in ours if one not in theirs], [one for one in theirs if one not in ours]
        if gone or come:
            found.append(FactChange(key.label, gone, come))
    return found


def _told(facts: DocumentFacts) -> dict[Key, list[str]]:
    told: dict[Key, list[str]] = {}
    for key, fact in all_facts(facts):
        line = fact_line(key, fact)
        parts = "; ".join(f"{label.lower()}: {value}" for label, value in line.parts)
        told.setdefault(key, []).append(f"{line.shown} ({parts})" if parts else line.shown)
    return told


async def _older(who: Principal, row: Evidence, since: UUID | None, versions: VersionPanel) -> Evidence | None:
    if since is None:
        open_ = [one for one in versions.lines if one.older and one.state is not SuccessionState.declined]
        since = open_[-1].evidence if open_ else None
    if since is None:
        return None
    older = await evidence_for(who, since)
    if older.vendor != row.vendor or older.id == row.id:
        raise NotFound()
    return older


async def _document(row: Evidence) -> Document:
    document = await Document.objects().where(Document.id == row.document).first()
    if document is None:
        raise NotFound()
    return document


async def _changes(before: Document, after: Document) -> list[Change]:
    """Compare two documents, or take what was worked out for these very readings before."""
    key = (before.id, before.updated_at, after.id, after.updated_at)
    if key not in _known:
        old, new = await page_texts_of(before.id), await page_texts_of(after.id)
        _known[key] = await anyio.to_thread.run_sync(changes, old, new)
        while len(_known) > _KEPT:
            _known.popitem(last=False)
    return _known[key]


def _is_listed(change: Change, wanted: ChangeKind | None) -> bool:
    if wanted is None:
        return change.kind is not ChangeKind.UNCHANGED or change.moved
    return change.kind is wanted


def _summary(found: list[Change]) -> str:
    tally = counts(found)
    if not found:
        return "Neither version has a passage that could be read."
    if tally[ChangeKind.UNCHANGED] == len(found):
        return f"Nothing changed: all {plural(len(found), 'passage')} are the same."
    moved = sum(change.moved for change in found)
    pieces = [
        f"{tally[ChangeKind.CHANGED]} changed",
        f"{tally[ChangeKind.ADDED]} new",
        f"{tally[ChangeKind.REMOVED]} gone",
        f"{tally[ChangeKind.UNCHANGED]} the same" + (f" ({moved} moved)" if moved else ""),
    ]
    return f"{plural(len(found), 'passage')} compared: {', '.join(pieces)}."


def _unread(before: Document, after: Document) -> str:
    missing = [
        f"{document.page_count - document.pages_read} of {plural(document.page_count, 'page')} of {which}"
        for document, which in ((before, "the older version"), (after, "the newer one"))
        if document.pages_read < document.page_count
    ]
    return f"{' and '.join(missing)} could not be read, so changes on them are not shown." if missing else ""


def _filters(address: _Address, tally: dict[ChangeKind, int], wanted: ChangeKind | None) -> list[Filter]:
    words = {
        ChangeKind.CHANGED: "Changed",
        ChangeKind.ADDED: "New",
        ChangeKind.REMOVED: "Gone",
        ChangeKind.UNCHANGED: "The same",
    }
    every = sum(count for kind, count in tally.items() if kind is not ChangeKind.UNCHANGED)
    found = [Filter("All changes", address.at(kind=""), every, wanted is None)]
    return found + [
        Filter(label, address.at(kind=kind.value), tally[kind], wanted is kind) for kind, label in words.items()
    ]


def _line(change: Change, older: UUID, newer: UUID) -> PassageLine:
    side = change.new or change.old
    assert side is not None
    return PassageLine(
        change.kind,
        side.heading if side.heading != side.text else "",
        change.moved,
        _words(change.old, older),
        _words(change.new, newer),
    )


def _words(side: Side | None, evidence: UUID) -> Words | None:
    if side is None:
        return None
    at, segments = 0, list[tuple[str, bool]]()
    for start, end in side.marks:
        segments += [(side.text[at:start], False), (side.text[start:end], True)]
        at = end
    segments.append((side.text[at:], False))
    url = f"/documents/{evidence}?{urlencode({'page': side.page, 'quote': side.text[:_HEARD]})}"
    return Words(side.page, url, [segment for segment in segments if segment[0]])
