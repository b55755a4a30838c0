"""The evidence clock: who is told before a document's validity ends, once and in words, and what ends by itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from litestar import Litestar

from knowledge.facts import EvidenceKind
from knowledge.facts.keys import SharedKey
from portal.core.clock import freeze, now, today
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, Job, OutboxMessage
from portal.evidence.correcting import Stated, correct_fact, fact_id
from portal.evidence.current import SuccessionState
from portal.evidence.expiry_letters import wanted
from portal.evidence.receiving import remove
from portal.evidence.reminding import start_day, step_of, tick
from portal.evidence.tables import Evidence, ExpiryReminder, Succession
from portal.review.standing import review_of
from portal.review.tables import AnswerVerdict
from portal.vendors.tables import Contact, Vendor
from tests.cast import Cast
from tests.portal.evidence.test_correcting import facts_of
from tests.portal.review import story

pytestmark = pytest.mark.anyio
START = date(2027, 3, 1)
END = date(2026, 6, 30)  # of the report's period: it counts until 30 June 2027
UNTIL = date(2027, 6, 30)


def at(day: date) -> None:
    """Put the clock to the morning of a day."""
    freeze(datetime(day.year, day.month, day.day, 6, tzinfo=UTC))


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """Let the clock run again after each test."""
    yield
    freeze(None)


async def given(app: Litestar, settings: Settings, cast: Cast, folder: Path) -> Evidence:
    """Take a report in, of a vendor that the reviewer looks after."""
    at(START)
    await Vendor.update({Vendor.owner: UUID(cast.reviewer.id)}).where(Vendor.id == cast.helio.vendor.id)
    row = await story.give(settings, cast.helio, story.report(folder / "Report.pdf", END))
    await story.work_off(app, settings)
    return row


async def on(settings: Settings, day: date) -> list[str]:
    """Look at the clock on a day; returns to whom what was written."""
    at(day)
    before = {mail.id for mail in await OutboxMessage.objects()}
    await tick(settings)
    mails = [mail for mail in await OutboxMessage.objects() if mail.id not in before]
    return sorted(f"{mail.recipient}: {mail.subject}" for mail in mails)


async def test_vendor_and_owner_are_told_at_each_step_once(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """At 60, 30 and 7 days and on the day after; on the days between, and a second time, nobody."""
    await given(app, settings, cast, tmp_path)
    ends, ended = "Report.pdf is valid until 30 June 2027", "Report.pdf has expired"
    told: dict[int, list[str]] = {}

    for left in (61, 60, 59, 30, 30, 29, 7, 1, 0, -1, -2):
        told[left] = told.get(left, []) + await on(settings, UNTIL - timedelta(days=left))

    both = [
        f"contact@helio-payments.example: Aldgate Bank: {ends}",
        f"rosa@aldgate.example: Helio Payments: {ends}",
    ]
    assert {61: [], 60: both, 59: [], 30: both, 29: [], 7: both, 1: [], 0: []} == {
        left: lines for left, lines in told.items() if left >= 0
    }
    assert [line.replace(ends, ended) for line in both] == told[-1]
    assert [] == told[-2]
    assert 3 == await AuditEntry.count().where(AuditEntry.action == "evidence.expiry_reminded")


async def test_the_letters_say_what_to_do(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """The vendor reads what ends, when, what to upload and where; the owner who was asked for what."""
    await given(app, settings, cast, tmp_path)

    await on(settings, UNTIL - timedelta(days=30))

    bodies = {mail.recipient: mail.body for mail in await OutboxMessage.objects()}
    vendor, owner = bodies["contact@helio-payments.example"], bodies["rosa@aldgate.example"]
    assert "It is valid until 30 June 2027, which is in 30 days." in vendor
    assert "Please upload the next SOC report, or, until it is there, a bridge letter" in vendor
    assert f"{settings.public_url}/answer" in vendor
    assert "Dana Ortiz of Helio Payments got a mail that asks for the next SOC report" in owner
    assert "/vendors/helio-payments/documents" in owner
    assert all(wanted(kind) for kind in EvidenceKind)


async def test_a_worker_that_was_away_sends_the_step_that_is_due_alone(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Five days before the end the seven-day mail goes out, and those before it never do; long after, nothing does."""
    await given(app, settings, cast, tmp_path)

    late = await on(settings, UNTIL - timedelta(days=5))

    assert 2 == len(late)
    assert [7] == [row.step for row in await ExpiryReminder.objects()]
    assert [] == await on(settings, UNTIL + timedelta(days=31))


async def test_nothing_is_asked_for_that_is_there_or_gone(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Not for a document with a newer version, not for a removed one, not for a vendor that is archived."""
    row = await given(app, settings, cast, tmp_path)
    await story.give(settings, cast.helio, story.report(tmp_path / "Next.pdf", END + timedelta(days=240)))
    await story.work_off(app, settings)
    newer_there = await on(settings, UNTIL - timedelta(days=60))
    for one in await Evidence.objects():
        await remove(cast.reviewer, one.id, settings, app.state.engines)
    removed = await on(settings, UNTIL - timedelta(days=30))
    again = await story.give(settings, cast.helio, story.report(tmp_path / "Report.pdf", END))
    await story.work_off(app, settings)
    await Vendor.update({Vendor.archived: True}).where(Vendor.id == cast.helio.vendor.id)

    assert again.id != row.id
    assert ([], [], []) == (newer_there, removed, await on(settings, UNTIL - timedelta(days=7)))


async def test_a_corrected_end_begins_its_steps_anew(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """When a reviewer says that the document holds longer, the vendor is told before that end as well."""
    row = await given(app, settings, cast, tmp_path)
    await on(settings, UNTIL - timedelta(days=30))

    facts = await facts_of(row)
    assert facts.period_end is not None
    wanted_fact = fact_id(SharedKey.PERIOD_END, facts.period_end)

    await correct_fact(cast.reviewer, row.id, wanted_fact, Stated("2026-09-30"))

    assert 2 == len(await on(settings, date(2027, 9, 30) - timedelta(days=30)))


async def test_without_a_contact_the_owner_reads_that_nobody_was_asked(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A vendor may have nobody to write to."""
    await given(app, settings, cast, tmp_path)
    await Contact.update({Contact.active: False}).where(Contact.vendor == cast.helio.vendor.id)

    told = await on(settings, UNTIL - timedelta(days=30))

    (mail,) = await OutboxMessage.objects()
    assert 1 == len(told)
    assert "Helio Payments has no contact, so nobody was asked" in mail.body


async def test_expired_evidence_stops_supporting_by_itself(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The day after its end the verdicts are worked out again, with nobody at a keyboard: what it supported is stale."""
    await given(app, settings, cast, tmp_path)
    assessment = await story.submitted(settings, cast)
    await story.work_off(app, settings)
    before = {one.ref: one.state for one in (await review_of(assessment)).reviewed}
    kept = await AnswerVerdict.count()

    at(UNTIL + timedelta(days=1))
    await start_day()
    await story.work_off(app, settings)

    stored = [verdict.state for verdict in await AnswerVerdict.objects().where(AnswerVerdict.ref == "CR-01")]
    after = {one.ref: one.state for one in (await review_of(assessment)).reviewed}
    assert ("supported", "stale") == (before["CR-01"], after["CR-01"])
    assert "stale" in stored
    assert kept < await AnswerVerdict.count()


async def test_what_a_newer_version_seems_to_replace_stops_supporting_too(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Whether it does is for a person to say; until then nobody is asked for one, and what has ended supports nothing."""
    older = await given(app, settings, cast, tmp_path)
    newer = await story.give(settings, cast.helio, story.note(tmp_path / "Note.pdf", "The canteen serves soup."))
    await story.work_off(app, settings)
    await Succession.insert(
        Succession(newer=newer.id, older=older.id, state=SuccessionState.suggested.value, created_at=now())
    )
    await story.submitted(settings, cast)
    await story.work_off(app, settings)

    mails = await on(settings, UNTIL + timedelta(days=1))
    again = await on(settings, UNTIL + timedelta(days=2))
    await story.work_off(app, settings)

    stored = await AnswerVerdict.objects().where(AnswerVerdict.ref == "CR-01").order_by(AnswerVerdict.worked_out_at)
    assert ([], []) == (mails, again)
    assert ["supported", "stale"] == [verdict.state for verdict in stored]


async def test_each_day_is_begun_once(app: Litestar, settings: Settings, cast: Cast) -> None:
    """However often the workers look, and also when today's job is done already."""
    at(START)
    await start_day()
    await story.work_off(app, settings)
    await start_day()
    at(START + timedelta(days=1))
    await start_day()

    assert 2 == await Job.count().where(Job.kind == "evidence.clock")


async def test_the_days_are_the_operators(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """Other days, or none: then nobody is written to, and an expired document still stops supporting."""
    await given(app, settings, cast, tmp_path)
    silent = replace(settings, expiry_reminders="")
    at(UNTIL - timedelta(days=90))

    assert (None, 90) == (step_of(UNTIL, settings), step_of(UNTIL, replace(settings, expiry_reminders="14, 90")))
    assert [] == await on(silent, UNTIL - timedelta(days=7))
    assert [] == await on(silent, UNTIL + timedelta(days=1))
    assert [-1] == [row.step for row in await ExpiryReminder.objects()]
    assert today() == UNTIL + timedelta(days=1)
