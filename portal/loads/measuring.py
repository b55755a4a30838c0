"""`surety evaluate forms`: opening a long questionnaire, saving one answer, and the board of a large campaign."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from litestar import Litestar

from portal.app import create_app
from portal.assessments.inviting import principal_of_contact
from portal.assessments.tables import Assessment
from portal.core.clock import now
from portal.core.database import open_database
from portal.core.migrating import migrate
from portal.core.scope import Principal, Role
from portal.core.settings import Settings, load_settings, with_secret_key
from portal.loads.asking import Caller, Reply
from portal.loads.counting import counted
from portal.loads.filling import add_vendors, assessment_of, campaign_to, long_questionnaire
from portal.loads.postgres import own_database
from portal.people.sessions import principal
from portal.people.tables import Person
from portal.vendors.tables import Contact

Ask = Callable[[int], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a portal is measured."""

    questions: int
    vendors: int


SMALL, LARGE = Size(30, 100), Size(300, 1000)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one page costs: milliseconds on the clock, one request at a time, and the most queries that any asked."""

    p50_ms: float
    p95_ms: float
    queries: int


async def run(server: str = "", sizes: Sequence[Size] = (SMALL, LARGE), times: int = 50) -> dict[str, object]:
    """Measure each page at each size; `grown` counts the pages that ask more queries at the larger size.

    On SQLite, or on a PostgreSQL server: each size in a database of its own, which is gone afterwards.
    """
    costs = [await _measured(size, server, times) for size in sizes]
    grown = sum(costs[-1][name].queries > costs[0][name].queries for name in costs[0])
    return {"small": costs[0], "large": costs[-1], "grown": grown}


async def pages(app: Litestar, settings: Settings, size: Size) -> dict[str, Ask]:
    """Fill the portal, and return by name what is asked of it; the number tells one request from the next."""
    who = await _reviewer()
    vendors = await add_vendors(size.vendors)
    contact = await Contact.objects().where(Contact.vendor == vendors[0]).first()
    assert contact is not None, "every vendor was given one"
    campaign = await campaign_to(settings, who, vendors)
    assessment = await assessment_of(settings, who, vendors[0], contact.id, size.questions)
    staff, vendor = await Caller.of(app, who), await Caller.of(app, principal_of_contact(contact))
    board, form = f"/campaigns/{campaign.id}", f"/answer/{assessment.id}"
    return {
        "open": lambda _: vendor.get(f"{form}/part-1"),
        "save": _saving(vendor, assessment, size),
        "read": lambda _: staff.get(f"/assessments/{assessment.id}"),
        "board": lambda _: staff.get(f"{board}?sort=vendor"),
        "started": lambda _: staff.get(f"{board}?show=in_progress"),
        "search": lambda _: staff.get(f"{board}?q=vendor+00&sort=due&desc=1"),
        "campaigns": lambda _: staff.get("/campaigns"),
    }


async def measure(ask: Ask, times: int) -> Cost:
    """Ask once to warm up, then so many times."""
    await ask(0)
    clock, queries = list[float](), 0
    for number in range(1, times + 1):
        with counted() as asked:
            began = time.perf_counter()
            await ask(number)
            clock.append(1e3 * (time.perf_counter() - began))
        queries = max(queries, asked.count)
    ordered = sorted(clock)
    return Cost(ordered[times // 2], ordered[min(times - 1, int(0.95 * times))], queries)


async def _measured(size: Size, server: str, times: int) -> dict[str, Cost]:
    async with _portal(server) as (app, settings):
        asks = await pages(app, settings, size)
        return {name: await measure(ask, times) for name, ask in asks.items()}


@asynccontextmanager
async def _portal(server: str) -> AsyncIterator[tuple[Litestar, Settings]]:
    """Serve an empty portal in this process, without a worker, from a data folder that is gone afterwards."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        given = {"SURETY_DATABASE_URL": await stack.enter_async_context(own_database(server))} if server else {}
        settings = with_secret_key(load_settings(given, folder))
        await stack.enter_async_context(open_database(settings))
        await migrate()
        app = create_app(settings, worker=False, database_open=True)
        await stack.enter_async_context(app.lifespan())
        yield app, settings


def _saving(vendor: Caller, assessment: Assessment, size: Size) -> Ask:
    """Answer the last question, each time another way, over the revision before."""
    ref = long_questionnaire(size.questions).questions[-1].ref

    async def save(number: int) -> Reply:
        answer = {"answer": "yes" if number % 2 else "no", "revision": str(number)}
        return await vendor.post(f"/answer/{assessment.id}/questions/{ref}", answer)

    return save


async def _reviewer() -> Principal:
    person = Person(
        email="reviewer@surety.example",
        name="A reviewer",
        role=Role.reviewer.value,
        password_hash="",
        active=True,
        created_at=now(),
    )
    await person.save()
    return principal(person)
