"""What the ground floor's own pages read: the outbox, the audit log, and whether the database answers."""

from portal.core.database import run_sql
from portal.core.tables import AuditEntry, OutboxMessage

ENTRIES = 100


async def newest_messages() -> list[OutboxMessage]:
    """Return the newest hundred messages of the outbox."""
    messages: list[OutboxMessage] = (
        await OutboxMessage.objects().order_by(OutboxMessage.created_at, ascending=False).limit(100)
    )
    return messages


async def newest_entries(before: int | None = None) -> list[AuditEntry]:
    """Return the newest hundred audit entries, or those with smaller ids than `before`."""
    query = AuditEntry.objects().order_by(AuditEntry.id, ascending=False).limit(ENTRIES)
    rows: list[AuditEntry] = await (query.where(AuditEntry.id < before) if before else query)
    return rows


async def database_answers() -> bool:
    """Whether the database answers a question at all; raises what the driver raises."""
    return bool(await run_sql("SELECT 1 AS one"))
