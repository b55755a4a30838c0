"""A worker killed while it sends a campaign: whoever goes on sends to the rest, nobody gets two and nobody is forgotten."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from uuid import UUID

import anyio

from portal.campaigns.starting import Plan, draft_for, send_campaign
from portal.core.clock import today
from portal.core.database import open_database
from portal.core.migrating import migrate
from portal.core.settings import Settings, load_settings, with_secret_key
from portal.loads.filling import add_vendors
from tests.cast import make_cast
from tests.journeys.losses import interrupted, pending
from tests.journeys.server import Daemon, wait_for

VENDORS, KILLS = 150, 3


async def _launched(settings: Settings) -> list[UUID]:
    async with open_database(settings):
        await migrate()
        cast = await make_cast()
        vendors = await add_vendors(VENDORS)
        campaign = await draft_for(cast.reviewer, Plan("Yearly", "lite", today()), vendors, "Every vendor")
        await send_campaign(cast.reviewer, campaign.id)
        return vendors


def _count(data: Path, table: str) -> int:
    with closing(sqlite3.connect(data / "surety.sqlite", timeout=60)) as database:
        count: int = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return count


def _has_more(data: Path, than: int) -> bool:
    return _count(data, "assessment") > than


def test_nobody_gets_two_and_nobody_is_forgotten(tmp_path: Path) -> None:
    """Killed three times at work, once it has sent to some more; in the end each vendor has one questionnaire and one mail."""
    data = tmp_path / "data"
    vendors = anyio.run(_launched, with_secret_key(load_settings({}, data)))
    for _ in range(KILLS):
        before = _count(data, "assessment")
        worker = Daemon(data, ["work"]).start()
        wait_for("a few more vendors", partial(_has_more, data, before + 5), pause=0.01)
        worker.kill()

    at_the_kills = _count(data, "assessment")
    worker = Daemon(data, ["work"]).start()
    wait_for("the end of all jobs", lambda: pending(data) == 0)
    worker.stop()

    with closing(sqlite3.connect(data / "surety.sqlite")) as database:
        sent = sorted(row[0] for row in database.execute("SELECT vendor FROM assessment"))
    assert at_the_kills < VENDORS
    assert interrupted(data) >= 1
    assert sorted(str(vendor) for vendor in vendors) == sent
    assert [VENDORS] * 4 == [
        _count(data, table) for table in ("assessment", "invitation", "outbox_message", "response")
    ]
