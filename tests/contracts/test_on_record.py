"""The audit entry is part of the change: where it cannot be written, the change does not happen."""

import pytest

from portal.core.database import run_sql
from tests.client import Browser
from tests.contracts.objects import World, changes, fingerprint
from tests.contracts.permissions import PRINCIPALS, UNRECORDED, rows
from tests.contracts.visiting import visitors

pytestmark = pytest.mark.anyio
LOG = "audit_entry"
ROWS = rows()


async def test_without_an_audit_entry_nothing_is_changed(world: World, browser: Browser) -> None:
    """With the log out of reach every unsafe route fails as a whole: not a row of any other table differs."""
    people = await visitors(world, browser)
    before, wrong = await fingerprint(LOG), list[str]()
    await run_sql(f'ALTER TABLE "{LOG}" RENAME TO "audit_away"')
    for route, row in ROWS.items():
        if route.startswith("POST") and route not in UNRECORDED and set(row) - {"404"}:
            who = next(
                name for name, s in reversed(list(zip(PRINCIPALS, row, strict=True))) if s[0] in "23" or s == "422"
            )
            answer = await people[who].visit(route, world.own)
            wrong += [f"{route} as {who}: {answer.status_code}"] if answer.status_code != 500 else []
            wrong += [f"{route} as {who}: {name} changed" for name in await changes(before, LOG)]
    await run_sql(f'ALTER TABLE "audit_away" RENAME TO "{LOG}"')
    assert not wrong, "\n" + "\n".join(wrong)
