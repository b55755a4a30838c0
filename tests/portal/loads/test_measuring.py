"""No page asks more queries when questionnaires and campaigns grow, on SQLite and on PostgreSQL."""

import pytest
from litestar import Litestar

from portal.core.settings import Settings
from portal.loads.counting import counted
from portal.loads.measuring import Size, measure, pages

pytestmark = pytest.mark.anyio
_COSTS: dict[bool, dict[Size, dict[str, int]]] = {}
SMALL, LARGE = Size(30, 20), Size(300, 160)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_page_costs_the_same_queries_at_any_size(app: Litestar, settings: Settings, size: Size) -> None:
    """Opening a section, saving an answer, reading it all and the board cost the same for 300 questions or 160 vendors."""
    async with app.lifespan():
        found = {name: (await measure(ask, 2)).queries for name, ask in (await pages(app, settings, size)).items()}

    seen = _COSTS.setdefault(settings.postgres, {})
    seen[size] = found
    assert {"open", "save", "read", "board", "started", "search", "campaigns"} == set(found)
    assert 25 >= max(found.values())
    assert all(one == found for one in seen.values()), seen


async def test_queries_are_counted_whoever_asks(database: Settings) -> None:
    """The counter sees reads and writes, inside a transaction and outside, and stops at the end of its block."""
    from portal.core.database import run_sql, transaction
    from portal.core.queue import enqueue

    with counted() as asked:
        await run_sql("SELECT 1 AS one")
        async with transaction():
            await enqueue("a", "b")
    await run_sql("SELECT 2 AS two")

    assert 3 == asked.count
