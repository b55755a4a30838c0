"""The audit log: entries are chained, and whatever is done to one of them is noticed."""

import random
from collections.abc import AsyncIterator

import pytest

from portal.core import audit
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.core.tables import AuditEntry

pytestmark = pytest.mark.anyio

ENTRIES = 40


async def filled() -> None:
    """Write a chain and seal it."""
    for number in range(ENTRIES):
        async with transaction():
            await audit.record(SYSTEM, "thing.done", f"thing:{number}", {"number": number})
    await audit.seal()


@pytest.fixture
async def unlocked(database: Settings) -> AsyncIterator[None]:
    """Take the triggers away, as somebody with the database's password could."""
    if not is_postgres():
        for name in ("audit_entry_sealed_update", "audit_entry_sealed_delete"):
            await run_sql(f"DROP TRIGGER {name}")
        yield
        return
    await run_sql("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    yield
    await run_sql("ALTER TABLE audit_entry ENABLE TRIGGER USER")


async def test_a_whole_chain_verifies(database: Settings) -> None:
    """Every entry follows from the one before it; sealing again adds nothing."""
    await filled()

    assert 0 == await audit.seal()
    assert (ENTRIES, 0) == ((found := await audit.verify()).entries, found.broken_at)


async def test_a_sealed_entry_can_be_neither_changed_nor_deleted(database: Settings) -> None:
    """The database itself refuses."""
    await filled()

    for statement in ("UPDATE audit_entry SET action = 'x' WHERE position = 3", "DELETE FROM audit_entry WHERE id > 0"):
        with pytest.raises(Exception, match="kept for good"):
            await run_sql(statement)


@pytest.mark.parametrize("column", ["actor_name", "action", "detail", "subject_id", "previous_hash", "hash"])
async def test_a_changed_entry_is_found(unlocked: None, column: str) -> None:
    """Whatever is changed behind the portal's back, the chain breaks there."""
    await filled()
    position = random.Random(column).randint(1, ENTRIES)

    await run_sql(f"UPDATE audit_entry SET {column} = 'forged' WHERE position = {position}")

    assert position == (await audit.verify()).broken_at


async def test_a_removed_and_a_reordered_entry_are_found(unlocked: None) -> None:
    """A gap and a swap break the chain where they begin."""
    await filled()
    await run_sql("DELETE FROM audit_entry WHERE position = 7")

    assert 7 == (await audit.verify()).broken_at

    await run_sql("UPDATE audit_entry SET position = 1000 WHERE position = 3")

    assert 3 == (await audit.verify()).broken_at


async def test_an_entry_belongs_to_the_transaction_of_its_change(database: Settings) -> None:
    """When the change is undone, so is the entry that speaks of it."""
    with pytest.raises(ZeroDivisionError):
        async with transaction():
            await audit.record(SYSTEM, "thing.done", "thing:1")
            raise ZeroDivisionError

    assert 0 == await AuditEntry.count()
