"""What a vendor's documents page shows: each with what it is, how it was read and how far it reaches, filtered if many."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import UUID

from piccolo.query.functions import Count

from knowledge.pages import PageState
from knowledge.tables import DocumentState, Page
from portal.evidence.current import superseded
from portal.evidence.queries import EvidenceLine, evidence_lines
from portal.evidence.strips import coverage_words
from portal.evidence.version_panel import Undecided, undecided
from portal.vendors.tables import Vendor

_MANY = 10


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter of the list."""

    label: str
    url: str
    count: int
    active: bool
    tone: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One document in the list; `newer` is the evidence that took its place."""

    line: EvidenceLine
    read: str
    newer: UUID | None


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """A vendor's documents, for the company's people."""

    vendor: str
    slug: str
    total: int
    rows: list[EvidenceRow]
    chips: list[Chip]
    errors: dict[str, str]
    may_upload: bool
    limit: int
    refresh: str
    undecided: list[Undecided]

    @property
    def busy(self) -> int:
        """How many documents are being worked off."""
        return sum(row.line.busy for row in self.rows)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What an address asks the list to be narrowed to, and what went wrong before it is shown."""

    kind: str = ""
    state: str = ""
    errors: dict[str, str] = field(default_factory=dict)


async def evidence_page(vendor: Vendor, may_upload: bool, limit: int, narrowed: Narrowed) -> EvidencePage:
    """Return a vendor's documents page."""
    lines = await evidence_lines(vendor.id)
    states, newer = await _page_states(lines), await superseded([vendor.id])
    url = f"/vendors/{vendor.slug}/documents"
    shown = [line for line in lines if _matches(line, narrowed)]
    return EvidencePage(
        vendor=vendor.name,
        slug=vendor.slug,
        total=len(lines),
        rows=[EvidenceRow(one, _read(one, states[one.document]), newer.get(one.document)) for one in shown],
        chips=_chips(lines, narrowed, url) if len(lines) > _MANY else [],
        errors=narrowed.errors,
        may_upload=may_upload,
        limit=limit,
        refresh=_address(f"{url}/list", narrowed.kind, narrowed.state),
        undecided=await undecided(vendor.id),
    )


async def _page_states(lines: Sequence[EvidenceLine]) -> dict[UUID, Counter[PageState]]:
    """Count each document's pages by their state."""
    found: dict[UUID, Counter[PageState]] = {line.document: Counter() for line in lines}
    if not found:
        return found
    rows = await (
        Page.select(Page.document, Page.state, Count())
        .where(Page.document.is_in(list(found)))
        .group_by(Page.document, Page.state)
    )
    for row in rows:
        found[row["document"]][PageState(row["state"])] += row["count"]
    return found


def _read(line: EvidenceLine, states: Counter[PageState]) -> str:
    return coverage_words(states, sum(states.values())) if line.state is DocumentState.READY else ""


_STATES = {
    "busy": ("Being read", "mute"),
    "unreadable": ("Cannot be read", "bad"),
    "partly": ("Not read in full", "warn"),
    "expired": ("Expired", "warn"),
    "remarked": ("Look at the file", "bad"),
}


def _state_of(line: EvidenceLine) -> set[str]:
    found = {
        "busy": line.busy,
        "unreadable": line.state is DocumentState.UNREADABLE,
        "partly": line.state is DocumentState.READY and bool(line.reason),
        "expired": line.stale,
        "remarked": line.alarming,
    }
    return {name for name, holds in found.items() if holds}


def _matches(line: EvidenceLine, narrowed: Narrowed) -> bool:
    state = narrowed.state if narrowed.state in _STATES else ""
    return (not narrowed.kind or line.kind == narrowed.kind) and (not state or state in _state_of(line))


def _chips(lines: Sequence[EvidenceLine], narrowed: Narrowed, url: str) -> list[Chip]:
    kinds, states = Counter(line.kind for line in lines if line.kind), Counter[str]()
    for line in lines:
        states.update(_state_of(line))
    chips = [Chip("All", url, len(lines), not (narrowed.kind or narrowed.state), "mute")]
    chips += [
        Chip(label, _address(url, "", name), states[name], narrowed.state == name, tone)
        for name, (label, tone) in _STATES.items()
        if states[name]
    ]
    return chips + [
        Chip(kind, _address(url, kind, ""), count, narrowed.kind == kind, "mute") for kind, count in kinds.most_common()
    ]


def _address(url: str, kind: str, state: str) -> str:
    query = urlencode({name: value for name, value in (("kind", kind), ("state", state)) if value})
    return f"{url}?{query}" if query else url
