"""Running numbers for things that people speak of by number: findings, ratings, contract checks."""

from piccolo.columns import Integer

from portal.core.database import is_postgres, run_sql

_NUMBER_LOCK = 7_301_965


async def next_number(column: Integer) -> int:
    """Return one more than the highest number in the column, inside the open transaction; others wait until it ends."""
    if is_postgres():
        await run_sql("SELECT pg_advisory_xact_lock({})", _NUMBER_LOCK)
    table = column._meta.table
    row = await table.select(column).order_by(column, ascending=False).first()
    return (int(row[column._meta.name]) if row else 0) + 1
