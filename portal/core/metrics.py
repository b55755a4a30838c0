"""Counts for Prometheus, read from the database when asked."""

from portal.core.queue import JobState
from portal.core.tables import AuditEntry, Job, OutboxMessage


async def exposition() -> str:
    """Return the counts in Prometheus' text format."""
    lines = ["# HELP surety_jobs Jobs by state.", "# TYPE surety_jobs gauge"]
    for state in JobState:
        count = await Job.count().where(Job.state == state.value)
        lines.append(f'surety_jobs{{state="{state.value}"}} {count}')
    unsealed = await AuditEntry.count().where(AuditEntry.position.is_null())
    kept = await OutboxMessage.count().where(OutboxMessage.state == "failed")
    lines += [
        "# HELP surety_audit_unsealed Audit entries not yet in the chain.",
        "# TYPE surety_audit_unsealed gauge",
        f"surety_audit_unsealed {unsealed}",
        "# HELP surety_mail_failed Messages that could not be sent.",
        "# TYPE surety_mail_failed gauge",
        f"surety_mail_failed {kept}",
        "",
    ]
    return "\n".join(lines)
