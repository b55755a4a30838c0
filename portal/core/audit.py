"""What happened, for good: entries written in the change's own transaction, sealed into a hash chain, and verified."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID

import msgspec

from portal.core.clock import now
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.scope import Principal
from portal.core.tables import AuditEntry

_ZERO = "0" * 64
_SEAL_LOCK = 7_301_964


class Row(Protocol):
    """Anything kept in a table with an id."""

    id: object


@dataclass(frozen=True, slots=True)
class Verification:
    """What a walk along the chain found: how many entries are sealed, and the first that does not fit (0: none)."""

    entries: int
    broken_at: int
    last_hash: str


async def record(
    principal: Principal,
    action: str,
    subject: object,
    detail: dict[str, object] | None = None,
    *,
    vendor: UUID | None = None,
) -> None:
    """Write one entry inside the open transaction; `action` is dotted and in the past tense ("finding.closed").

    `subject` is a table row, or a "kind:id" string.
    """
    kind, _, identity = subject.partition(":") if isinstance(subject, str) else (_kind(subject), "", str(_id(subject)))
    await AuditEntry.insert(
        AuditEntry(
            at=now(),
            actor_kind=principal.kind,
            actor_id=principal.id,
            actor_name=principal.name,
            vendor=vendor,
            action=action,
            subject_kind=kind,
            subject_id=identity,
            detail=msgspec.json.encode(detail or {}, order="sorted").decode(),
            previous_hash="",
            hash="",
        )
    )


async def seal() -> int:
    """Chain every entry not yet sealed, in the order of their ids; returns how many. The worker calls it all the time."""
    if not await AuditEntry.exists().where(AuditEntry.position.is_null()):
        return 0
    async with transaction():
        if is_postgres():
            await run_sql("SELECT pg_advisory_xact_lock({})", _SEAL_LOCK)
        unsealed = await AuditEntry.objects().where(AuditEntry.position.is_null()).order_by(AuditEntry.id)
        if not unsealed:
            return 0
        last = (
            await AuditEntry.objects()
            .where(AuditEntry.position.is_not_null())
            .order_by(AuditEntry.position, ascending=False)
            .first()
        )
        position, previous = (last.position, last.hash) if last else (0, _ZERO)
        for entry in unsealed:
            position += 1
            digest = entry_hash(entry, position, previous)
            await AuditEntry.update(
                {AuditEntry.position: position, AuditEntry.previous_hash: previous, AuditEntry.hash: digest}
            ).where(AuditEntry.id == entry.id)
            previous = digest
        return len(unsealed)


async def verify() -> Verification:
    """Walk the whole chain and compare every hash; also notices removed, reordered and inserted entries."""
    position, previous = 0, _ZERO
    while True:
        page = await (
            AuditEntry.objects().where(AuditEntry.position > position).order_by(AuditEntry.position).limit(1000)
        )
        if not page:
            return Verification(position, 0, previous)
        for entry in page:
            fits = entry.position == position + 1 and entry.previous_hash == previous
            if not fits or entry.hash != entry_hash(entry, entry.position, previous):
                return Verification(position, position + 1, previous)
            position, previous = entry.position, entry.hash


def entry_hash(entry: AuditEntry, position: int, previous: str) -> str:
    """Return SHA-256 over the previous hash and the entry's canonical JSON (keys sorted, time in UTC)."""
    at: datetime = entry.at
    facts = {
        "position": position,
        "at": at.astimezone(UTC).isoformat(),
        "actor": [entry.actor_kind, entry.actor_id, entry.actor_name],
        "vendor": str(entry.vendor or ""),
        "action": entry.action,
        "subject": [entry.subject_kind, entry.subject_id],
        "detail": entry.detail,
    }
    return hashlib.sha256(previous.encode() + msgspec.json.encode(facts, order="sorted")).hexdigest()


def _kind(subject: object) -> str:
    return type(subject).__name__.lower()


def _id(subject: object) -> object:
    return getattr(subject, "id", "")
