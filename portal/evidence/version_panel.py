"""What a document's page says of its other versions, and which of a vendor's documents wait for a word on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.core.scope import SYSTEM
from portal.evidence.current import SuccessionState, evidence_of
from portal.evidence.tables import Evidence, Succession


@dataclass(frozen=True, slots=True)
class VersionLine:
    """Another version of a document: `older` says that it is the older of the two."""

    id: UUID
    evidence: UUID
    name: str
    older: bool
    state: SuccessionState
    why: str
    reason: str
    by: str
    at: datetime | None

    @property
    def by_itself(self) -> bool:
        """Whether nobody has decided this."""
        return self.by == SYSTEM.name


@dataclass(frozen=True, slots=True)
class VersionPanel:
    """A document's versions, the newest word last, and the other documents that it might replace."""

    lines: list[VersionLine]
    others: list[tuple[str, str]]

    @property
    def replaced_by(self) -> VersionLine | None:
        """The newer document that stands in this one's place."""
        standing = [one for one in self.lines if one.state is SuccessionState.standing and not one.older]
        return standing[-1] if standing else None


@dataclass(frozen=True, slots=True)
class Undecided:
    """A document that looks like a newer version of another."""

    evidence: UUID
    name: str
    older: str


async def version_panel(row: Evidence) -> VersionPanel:
    """Return a document's versions."""
    rows = await Succession.objects().where((Succession.newer == row.id) | (Succession.older == row.id))
    present = {one.id: one for one in await evidence_of(row.vendor)}
    lines = [
        _line(one, present[other], other == one.older)
        for one in sorted(rows, key=lambda one: one.created_at)
        if (other := one.older if one.newer == row.id else one.newer) in present
    ]
    taken = {line.evidence for line in lines if line.state is not SuccessionState.declined}
    others = [(str(one.id), one.name) for one in present.values() if one.id != row.id and one.id not in taken]
    return VersionPanel(lines, others)


async def undecided(vendor_id: UUID) -> list[Undecided]:
    """Return the vendor's documents that look like newer versions and wait for a reviewer's word."""
    present = {one.id: one for one in await evidence_of(vendor_id)}
    rows = await Succession.objects().where(
        (Succession.state == SuccessionState.suggested.value) & Succession.newer.is_in(_ids(present.values()))
    )
    return [
        Undecided(one.newer, present[one.newer].name, present[one.older].name)
        for one in rows
        if one.newer in present and one.older in present
    ]


def _ids(rows: Iterable[Evidence]) -> list[UUID]:
    return [row.id for row in rows] or [UUID(int=0)]


def _line(pair: Succession, other: Evidence, older: bool) -> VersionLine:
    return VersionLine(
        pair.id, other.id, other.name, older, SuccessionState(pair.state), pair.why, pair.reason, pair.by_name, pair.at
    )
