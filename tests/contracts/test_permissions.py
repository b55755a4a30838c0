"""Every route for every principal: what the table says, nothing changed where it says no, an audit entry where it says yes."""

import pytest
from litestar import Litestar

from portal.core.tables import AuditEntry
from tests.client import Browser
from tests.contracts.objects import World, changes, fingerprint
from tests.contracts.permissions import FORMS, PRINCIPALS, UNRECORDED, rows
from tests.contracts.snapshots import Snapshot
from tests.contracts.visiting import Visitor, visitors

pytestmark = pytest.mark.anyio
ROWS = rows()


def routes(app: Litestar) -> set[str]:
    """Return every route of the application, apart from the static files and the framework's OPTIONS."""
    return {
        f"{method} {route.path}"
        for route in app.routes
        if not route.path.startswith("/static")
        for method in route.methods
        if method != "OPTIONS"
    }


def may(route: str, wanted: str) -> bool:
    """Say whether the row lets this principal change something (a refused sign-in is on record, too)."""
    return route.startswith("POST") and wanted in ("200", "201", "303", "422")


async def test_every_route_stands_in_the_table(app: Litestar) -> None:
    """A route nobody has thought about fails here, and so does a row whose route is gone."""
    assert routes(app) == set(ROWS)
    assert {len(PRINCIPALS)} == {len(row) for row in ROWS.values()}
    assert set(FORMS) <= set(ROWS)


async def test_who_may_not_is_refused_and_changes_nothing(world: World, browser: Browser) -> None:
    """Each principal gets what the table says; neither a refusal nor a look at a page changes a row."""
    people = await visitors(world, browser)
    before, wrong = await fingerprint(), list[str]()
    for route, expected in ROWS.items():
        for name, wanted in zip(PRINCIPALS, expected, strict=True):
            if not may(route, wanted):
                wrong += await _mismatch(people[name], route, wanted, world)
        wrong += [f"{route}: nobody might, and yet {table} changed" for table in await changes(before)]
    assert not wrong, "\n" + "\n".join(wrong)


async def test_who_may_changes_it_on_record(world: World, browser: Browser) -> None:
    """Each unsafe route works with its valid form for whoever may, and leaves at least one audit entry."""
    if world.settings.postgres:
        return  # there is no cheap way back from a change; what PostgreSQL does differently the areas' own tests show
    people = await visitors(world, browser)
    snapshot, before, wrong = await Snapshot.taken(world.settings), await fingerprint(), list[str]()
    for route, expected in ROWS.items():
        for name, wanted in zip(PRINCIPALS, expected, strict=True):
            if may(route, wanted):
                wrong += await _mismatch(people[name], route, wanted, world)
                changed = await changes(before)
                if changed and AuditEntry._meta.tablename not in changed and route not in UNRECORDED:
                    wrong.append(f"{route} as {name}: {changed} changed without an audit entry")
                if not changed and wanted != "200" and name not in ("nobody", "ended"):
                    wrong.append(f"{route} as {name}: nothing changed")
                await snapshot.restore()
    assert not wrong, "\n" + "\n".join(wrong)


async def _mismatch(person: Visitor, route: str, wanted: str, world: World) -> list[str]:
    answer = await person.visit(route, world.own)
    got, door = str(answer.status_code), "/invitation" if " /answer" in route else "/sign-in"
    if got == "302" and answer.headers["location"].startswith(door):
        got = "in"
    return [] if got == wanted else [f"{route} as {person.name}: {got} instead of {wanted}"]
