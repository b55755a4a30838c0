"""The database under load: racing changes queue up, nothing is lost, nothing is locked out."""

import asyncio
from datetime import timedelta

import pytest
from litestar import Litestar

from portal.core import queue
from portal.core.clock import now
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.jobs import Handler
from portal.core.settings import Settings
from portal.core.tables import Fact, Job
from portal.core.workers import own_mark
from portal.engines import Engines
from portal.worker import HANDLERS, Worker

ENDED = "~".join([*own_mark().split("~")[:3], "0"])  # this process's number, held by another before
pytestmark = pytest.mark.anyio


async def test_racing_read_modify_writes_all_count(database: Settings) -> None:
    """Eighty changes of one value at once: each sees the one before it."""
    await Fact.insert(Fact(name="counter", value="0"))

    async def add_one() -> None:
        async with transaction():
            if is_postgres():
                await run_sql("SELECT value FROM installation_fact WHERE name = 'counter' FOR UPDATE")
            row = await Fact.objects().where(Fact.name == "counter").first()
            assert row is not None
            await Fact.update({Fact.value: str(int(row.value) + 1)}).where(Fact.name == "counter")

    await asyncio.gather(*(add_one() for _ in range(80)))

    row = await Fact.objects().where(Fact.name == "counter").first()
    assert row is not None
    assert "80" == row.value


async def test_reads_go_on_while_a_transaction_is_open(database: Settings) -> None:
    """A reader sees what was committed and does not wait for the writer."""
    await Fact.insert(Fact(name="colour", value="blue"))
    inside, seen = asyncio.Event(), asyncio.Event()

    async def write() -> None:
        async with transaction():
            await Fact.update({Fact.value: "red"}).where(Fact.name == "colour")
            inside.set()
            await seen.wait()

    writer = asyncio.create_task(write())
    await inside.wait()
    row = await asyncio.wait_for(Fact.objects().where(Fact.name == "colour").first(), 5)
    seen.set()
    await writer

    assert row is not None
    assert "blue" == row.value


async def test_a_failed_transaction_leaves_the_database_usable(database: Settings) -> None:
    """After an error inside a transaction the next one works."""
    for _ in range(10):
        with pytest.raises(ZeroDivisionError):
            async with transaction():
                await Fact.insert(Fact(name="half", value="done"))
                raise ZeroDivisionError

    async with transaction():
        await Fact.insert(Fact(name="whole", value="done"))

    assert 1 == await Fact.count()


async def test_every_job_is_claimed_by_exactly_one(database: Settings) -> None:
    """Twelve claimers over thirty jobs: each job once."""
    for number in range(30):
        await queue.enqueue("test.job", str(number))

    async def claimer() -> list[str]:
        taken = []
        while job := await queue.claim():
            taken.append(job.subject)
        return taken

    lists = await asyncio.gather(*(claimer() for _ in range(12)))

    assert sorted(map(str, range(30))) == sorted(subject for taken in lists for subject in taken)


async def test_short_jobs_do_not_wait_behind_a_long_one(
    database: Settings, app: Litestar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one file takes its time, a mail that came after it is sent."""
    reading, sent = asyncio.Event(), asyncio.Event()

    async def read(settings: Settings, engines: Engines, job: Job) -> None:
        reading.set()
        await sent.wait()

    async def send(settings: Settings, engines: Engines, job: Job) -> None:
        sent.set()

    monkeypatch.setitem(HANDLERS, "test.long", Handler(read, long=True))
    monkeypatch.setitem(HANDLERS, "test.short", Handler(send))
    await queue.enqueue("test.long", "scan.pdf")
    await queue.enqueue("test.short", "mail")
    worker = Worker(database, app.state.engines)
    running = asyncio.create_task(worker.run())

    await asyncio.wait_for(asyncio.gather(reading.wait(), sent.wait()), 30)

    worker.stop()
    await running
    done = await Job.select(Job.kind).where(Job.state == queue.JobState.done.value)  # the day's own may be among them
    assert {"test.long", "test.short"} <= {job["kind"] for job in done}


async def test_a_lost_workers_job_goes_back_and_a_hopeless_one_is_given_up(database: Settings) -> None:
    """What was running when its worker died waits again; after five failures a job stays failed."""
    await queue.enqueue("test.job", "1")
    assert await queue.claim() is not None
    await Job.update({Job.worker: ENDED}, force=True)

    assert 1 == await queue.recover()

    for _ in range(5):
        await run_sql("UPDATE job SET not_before = created_at")
        job = await queue.claim()
        if job is None:
            break
        given_up = await queue.fail(job, "it does not work")
    assert given_up
    assert 1 == await Job.count().where(Job.state == queue.JobState.failed.value)


@pytest.mark.parametrize(
    ("worker", "minutes", "only_box", "put_back"),
    [
        (own_mark(), 1, True, 0),
        (own_mark(), 4, False, 1),
        ("elsewhere~~7~9", 1, False, 0),
        ("elsewhere~~7~9", 4, False, 1),
        ("elsewhere~~7~9", 1, True, 1),
        (None, 1, False, 0),
        (None, 1, True, 1),
    ],
    ids=[
        "here",
        "here and silent",
        "elsewhere",
        "elsewhere and silent",
        "elsewhere of one box",
        "unmarked",
        "of one box",
    ],
)
async def test_a_job_is_put_back_only_when_its_worker_is_dead_or_silent(
    database: Settings, worker: str | None, minutes: int, only_box: bool, put_back: int
) -> None:
    """One at work here keeps its job; of another host's, three minutes' silence tells, or that there is only this box."""
    await queue.enqueue("test.job", "1")
    await queue.claim()
    await Job.update({Job.worker: worker, Job.heartbeat: now() - timedelta(minutes=minutes)}, force=True)

    assert put_back == await queue.recover(only_box)


async def test_the_same_work_is_not_queued_twice(database: Settings) -> None:
    """A second request for waiting work adds nothing."""
    await queue.enqueue("test.job", "1")
    await queue.enqueue("test.job", "1")

    assert 1 == await Job.count()


async def test_a_job_that_takes_its_worker_down_each_time_is_given_up(database: Settings) -> None:
    """Recovered again and again, it lets others go first, and is not tried for ever."""
    await queue.enqueue("mail.send", "00000000-0000-0000-0000-000000000000")
    at_once = 0
    for _ in range(queue.ATTEMPTS):
        assert await queue.claim() is not None
        await Job.update({Job.worker: ENDED}, force=True)
        await queue.recover()
        at_once += await Job.count().where(Job.not_before <= now())
        await run_sql("UPDATE job SET not_before = created_at")

    assert 1 == at_once
    await Worker(database, None).work_off()  # type: ignore[arg-type]

    job = await Job.objects().first()
    assert job is not None
    assert (queue.JobState.failed.value, "interrupted" in job.error) == (job.state, True)
