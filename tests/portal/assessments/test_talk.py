"""Talk at a question: who reads it, and the mail about it: once, a day's together, never with the words, never to strangers."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from litestar import Litestar

from portal.assessments.colleagues.arriving import principal_of_colleague
from portal.assessments.colleagues.asking import Asking, ask_colleague, withdraw_colleague
from portal.assessments.colleagues.parts import Part
from portal.assessments.inviting import invite, revoke_invitation
from portal.assessments.sending import Sending, cancel_assessment, send_assessment
from portal.assessments.tables import Assessment, Invitation
from portal.assessments.talk.tables import Message, MessageNotice
from portal.assessments.talk.telling import tell_vendor, tell_vendors
from portal.assessments.talk.writing import GRACE, TELL_STAFF, TELL_VENDOR, write_to_company, write_to_vendor
from portal.core.clock import freeze, now
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotAllowed, NotFound
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, Job, OutboxMessage
from portal.people.adding import choose_mail
from portal.people.choices import MessageMail
from portal.people.tables import Person
from portal.review.telling import DAILY, start_talk_day, tell_at_once, tell_everybody
from portal.vendors.tables import Contact
from portal.worker import Worker
from questionnaires.model import QuestionKind
from questionnaires.storing import get_questionnaire
from tests.cast import Cast
from tests.client import Browser
from tests.journeys.test_mail import Postbox
from tests.portal.assessments.sending import COMPANY, filled, question_of, sent

pytestmark = pytest.mark.anyio
WORDS = "Which accounts are privileged at your side, CANARY-WORDS?"
REPLY = "Those of the platform team, CANARY-REPLY."


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """Hold the clock, and let it run again after each test."""
    freeze(now())
    yield
    freeze(None)


def later(**step: float) -> None:
    """Let some time go by."""
    freeze(now() + timedelta(**step))


async def mails(to: str, since: int = 0) -> list[OutboxMessage]:
    """Return what was written to an address, oldest first, without the first few."""
    rows: list[OutboxMessage] = (
        await OutboxMessage.objects().where(OutboxMessage.recipient == to).order_by(OutboxMessage.created_at)
    )
    return rows[since:]


@pytest.fixture
async def asked(database: Settings, cast: Cast) -> Assessment:
    """A questionnaire that was sent to Helio, whose contact has the invitation."""
    return await sent(database, cast)


async def ref_in(assessment: Assessment) -> str:
    """Return the reference of a question that is always asked."""
    return (await question_of(assessment, QuestionKind.YES_NO)).ref


async def test_both_sides_read_the_thread(asked: Assessment, cast: Cast, browser: Browser) -> None:
    """A journey: the vendor asks at a question, the reviewer replies on the staff's page, the vendor reads it at the question."""
    ref, section = await ref_in(asked), ""
    await browser.become(cast.helio.who)
    done = await browser.submit(f"/answer/{asked.id}/questions/{ref}/messages", {"text": WORDS})
    section = done.headers["location"]
    await browser.become(cast.reviewer)
    shown = (await browser.get(f"/assessments/{asked.id}/talk")).text
    head = (await browser.get(f"/assessments/{asked.id}")).text
    overview = (await browser.get("/")).text
    await browser.submit(f"/assessments/{asked.id}/talk", {"ref": ref, "text": REPLY})
    await browser.become(cast.helio.who)

    pages = [(await browser.get(url)).text for url in (section.partition("#")[0], f"/answer/{asked.id}/talk")]

    assert f"#m-{ref}" in section
    assert WORDS in shown and "Waits for you" in shown
    assert "Messages (1 new)" in head
    assert "Vendors wrote to you" in overview and f"/assessments/{asked.id}/talk" in overview
    assert all(WORDS in page and REPLY in page for page in pages)
    assert "1 new" in pages[0]
    assert cast.reviewer.name in pages[0]


async def test_with_scripts_only_the_thread_comes_back(asked: Assessment, cast: Cast, browser: Browser) -> None:
    """htmx gets the thread alone, and an empty message as the same with a sentence."""
    await browser.become(cast.helio.who)
    url, token = f"/answer/{asked.id}/questions/{await ref_in(asked)}/messages", await browser.token()
    head = {"x-csrftoken": token, "hx-request": "true", "sec-fetch-site": "same-origin"}

    fine = await browser.client.post(url, data={"text": WORDS}, headers=head)
    empty = await browser.client.post(url, data={"text": "  "}, headers=head)

    assert [200, 422] == [fine.status_code, empty.status_code]
    assert "<html" not in fine.text and WORDS in fine.text
    assert f"/answer/{asked.id}/talk" in fine.text
    assert "please write something first" in empty.text


async def test_without_scripts_a_refused_message_is_not_lost(asked: Assessment, cast: Cast, browser: Browser) -> None:
    """A message that is too long comes back in its field with a sentence."""
    await browser.become(cast.helio.who)

    page = await browser.submit(f"/answer/{asked.id}/questions/{await ref_in(asked)}/messages", {"text": "x" * 4001})

    assert 422 == page.status_code
    assert "x" * 4001 in page.text
    assert "please shorten this to 4000 characters" in page.text


async def test_another_vendor_reads_and_writes_nothing(asked: Assessment, cast: Cast) -> None:
    """Neither a foreign contact nor staff who may only read can write; a question that is not asked is none."""
    ref = await ref_in(asked)

    for who in (cast.corvid.who, cast.reviewer):
        with pytest.raises((NotFound, NotAllowed)):
            await write_to_company(who, asked.id, ref, WORDS)
    with pytest.raises(NotAllowed):
        await write_to_vendor(cast.auditor, asked.id, ref, WORDS)
    with pytest.raises(NotFound):
        await write_to_vendor(cast.reviewer, asked.id, "NO-99", WORDS)
    with pytest.raises(InvalidForm):
        await write_to_vendor(cast.reviewer, asked.id, ref, " \n ")
    assert 0 == await Message.count()


async def test_nothing_is_written_once_it_is_over(asked: Assessment, cast: Cast) -> None:
    """A cancelled questionnaire takes no message of either side."""
    ref = await ref_in(asked)
    await cancel_assessment(cast.reviewer, asked.id)

    with pytest.raises(Conflict):
        await write_to_vendor(cast.reviewer, asked.id, ref, WORDS)
    with pytest.raises(Conflict):
        await write_to_company(cast.helio.who, asked.id, ref, WORDS)


async def test_the_first_message_is_told_soon_and_the_next_with_the_days_others(
    database: Settings, asked: Assessment, cast: Cast
) -> None:
    """What is written in ten minutes goes in one mail; what follows waits for the morning; nothing is told twice."""
    ref, to = await ref_in(asked), cast.helio.contact.email
    await write_to_vendor(cast.reviewer, asked.id, ref, WORDS)
    await write_to_vendor(cast.reviewer, asked.id, ref, "And one more thing.")
    waiting = await Job.objects().where(Job.kind == TELL_VENDOR)

    counts = [await tell_vendor(database, asked.id), await tell_vendor(database, asked.id)]
    later(hours=2)
    await write_to_vendor(cast.reviewer, asked.id, ref, "Sorry, also this.")
    counts += [await tell_vendor(database, asked.id), await tell_vendors(database), await tell_vendors(database)]

    first, second = await mails(to, since=1)
    assert [1, 0, 0, 1, 0] == counts
    assert [now() - timedelta(hours=2) + GRACE] == [job.not_before for job in waiting]
    assert f"{COMPANY}: 2 new messages about your answers" == first.subject
    assert f"{COMPANY}: 1 new message about your answers" == second.subject
    assert f"- {ref} " in first.body and "2 messages from Rosa Lindqvist" in first.body
    assert 3 == await MessageNotice.count()


async def test_no_words_travel_by_mail(database: Settings, asked: Assessment, cast: Cast) -> None:
    """Neither side's mail has what was written, only who, where, and the way there."""
    ref = await ref_in(asked)
    await write_to_vendor(cast.reviewer, asked.id, ref, WORDS)
    await tell_vendors(database)
    await write_to_company(cast.helio.who, asked.id, ref, REPLY)
    await tell_everybody(database)

    told = await OutboxMessage.objects()

    assert [] == [mail.subject for mail in told if "CANARY" in mail.subject + mail.body]
    [to_staff] = await mails(cast.reviewer.email)
    assert "1 new message from Helio Payments" in to_staff.subject.lower().replace("helio payments", "Helio Payments")
    assert f"/assessments/{asked.id}/talk#m-{ref}" in to_staff.body
    assert "Dana Ortiz" in to_staff.body
    assert [] == await mails(cast.corvid.contact.email)


async def test_the_link_in_the_mail_opens_the_questionnaire(
    database: Settings, asked: Assessment, cast: Cast, browser: Browser
) -> None:
    """A contact comes in by it as by an invitation."""
    await write_to_vendor(cast.reviewer, asked.id, await ref_in(asked), WORDS)
    await tell_vendors(database)
    [mail] = await mails(cast.helio.contact.email, since=1)
    code = re.search(r"/invitation#(\S+)", mail.body)
    assert code is not None

    opened = await browser.submit("/invitation", {"code": code.group(1)}, page="/invitation")

    assert 303 == opened.status_code
    assert f"/answer/{asked.id}" == opened.headers["location"]


async def test_who_has_answered_already_is_told_nothing(database: Settings, asked: Assessment, cast: Cast) -> None:
    """A message that the other side has replied to on the page needs no mail."""
    ref = await ref_in(asked)
    await write_to_vendor(cast.reviewer, asked.id, ref, WORDS)
    await write_to_company(cast.helio.who, asked.id, ref, REPLY)

    assert 0 == await tell_vendors(database)
    assert 1 == await tell_everybody(database)


async def test_nothing_is_told_by_a_link_that_was_withdrawn(database: Settings, asked: Assessment, cast: Cast) -> None:
    """Withdrawn, cancelled or switched off: no mail goes; with a new link the contact is told again."""
    ref, to = await ref_in(asked), cast.helio.contact
    await write_to_vendor(cast.reviewer, asked.id, ref, WORDS)
    await _revoke_newest(asked, cast.reviewer)
    counts = [await tell_vendors(database)]
    await Contact.update({Contact.active: False}).where(Contact.id == to.id)
    async with transaction():
        await invite(database, COMPANY, asked, to, cast.reviewer)
    counts.append(await tell_vendors(database))
    await Contact.update({Contact.active: True}).where(Contact.id == to.id)
    counts.append(await tell_vendors(database))
    await write_to_vendor(cast.reviewer, asked.id, ref, "And this?")
    await cancel_assessment(cast.reviewer, asked.id)
    counts.append(await tell_vendors(database))

    assert [0, 0, 1, 0] == counts


async def test_a_mail_that_still_waits_goes_down_with_its_link(
    database: Settings, asked: Assessment, cast: Cast
) -> None:
    """A message in the outbox that was not sent yet is not sent once its link is withdrawn, and its text is gone."""
    settings = replace(database, smtp_url="smtp://127.0.0.1:9")
    await write_to_vendor(cast.reviewer, asked.id, await ref_in(asked), WORDS)
    later(minutes=11)
    await tell_vendors(settings)
    before = [mail.state for mail in await mails(cast.helio.contact.email, since=1)]

    await _revoke_newest(asked, cast.reviewer)

    [mail] = await mails(cast.helio.contact.email, since=1)
    assert (["waiting"], "dropped", "") == (before, mail.state, mail.body)


async def test_of_two_workers_one_tells(database: Settings, asked: Assessment, cast: Cast) -> None:
    """The same day worked off twice at once gives each person one mail."""
    ref = await ref_in(asked)
    other = await sent(database, cast, "core")
    await write_to_vendor(cast.reviewer, asked.id, ref, WORDS)
    await write_to_company(cast.helio.who, other.id, await ref_in(other), REPLY)

    counts = await asyncio.gather(*(tell_everybody(database) for _ in range(4)))

    assert 2 == sum(counts)
    assert [1, 1] == [len(await mails(cast.reviewer.email)), len(await mails(cast.helio.contact.email, since=2))]


async def test_a_crash_before_the_commit_tells_later_and_once(
    database: Settings, asked: Assessment, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was told and the mail that tells it are one transaction: half of it is never kept."""
    await write_to_vendor(cast.reviewer, asked.id, await ref_in(asked), WORDS)

    async def dies(*_: object, **__: object) -> None:
        raise ConnectionError("the box went down")

    with monkeypatch.context() as broken:
        broken.setattr("portal.assessments.talk.telling.audit.record", dies)
        with pytest.raises(ConnectionError):
            await tell_vendors(database)
    after_crash = len(await mails(cast.helio.contact.email, since=1)), await MessageNotice.count()

    counts = [await tell_vendors(database), await tell_vendors(database)]

    assert (0, 0) == after_crash
    assert [1, 0] == counts


async def test_each_reviewer_chooses(database: Settings, asked: Assessment, cast: Cast) -> None:
    """At once brings a mail after ten minutes, as usual the next morning, never none; the sender is told unless others wrote."""
    ref = await ref_in(asked)
    await write_to_company(cast.helio.who, asked.id, ref, WORDS)
    counts = [await tell_at_once(database, asked.id)]
    await choose_mail(cast.reviewer, MessageMail.at_once)
    counts += [await tell_at_once(database, asked.id), await tell_everybody(database)]
    await choose_mail(cast.reviewer, MessageMail.never)
    await write_to_company(cast.helio.who, asked.id, ref, REPLY)
    counts += [await tell_at_once(database, asked.id), await tell_everybody(database)]
    await write_to_vendor(cast.approver, asked.id, ref, "I look after this.")
    await write_to_company(cast.helio.who, asked.id, ref, "Fine.")
    counts.append(await tell_everybody(database))

    assert [0, 1, 0, 0, 0, 1] == counts
    assert 1 == len(await mails(cast.approver.email))
    assert await Job.exists().where(Job.kind == TELL_STAFF)


async def test_what_a_vendor_writes_never_goes_unread(database: Settings, asked: Assessment, cast: Cast) -> None:
    """When the sender is gone and the vendor has no owner, an administrator is told."""
    await Person.update({Person.active: False}).where(Person.id == UUID(cast.reviewer.id))
    await write_to_company(cast.helio.who, asked.id, await ref_in(asked), WORDS)

    await tell_everybody(database)

    assert 1 == len(await mails(cast.administrator.email))


async def test_a_colleague_talks_at_the_questions_they_were_asked_for(
    database: Settings, asked: Assessment, cast: Cast, browser: Browser
) -> None:
    """They read and write there and nowhere else, are told of replies as long as their link lives, and not of others."""
    questionnaire = await get_questionnaire(asked.questionnaire)
    ref, other = questionnaire.sections[0].questions[0].ref, questionnaire.sections[1].questions[0].ref
    asking = Asking("Li Wei", "li.wei@helio-payments.example", Part(refs=(ref,)))
    row = await ask_colleague(database, COMPANY, cast.helio.who, asked.id, asking)
    who = principal_of_colleague(row, cast.helio.vendor.id)
    await write_to_company(cast.helio.who, asked.id, other, "CANARY-OTHERS")
    await write_to_company(who, asked.id, ref, WORDS)
    await write_to_vendor(cast.reviewer, asked.id, ref, REPLY)
    await browser.become(who)

    page = (await browser.get(f"/answer/{asked.id}/talk")).text
    with pytest.raises(NotFound):
        await write_to_company(who, asked.id, other, WORDS)
    counts = [await tell_vendors(database)]
    mailed = await mails(row.email, since=1)
    later(days=1)
    await withdraw_colleague(cast.helio.who, asked.id, row.id)
    await write_to_vendor(cast.reviewer, asked.id, ref, "One more thing.")
    counts.append(await tell_vendors(database))

    assert WORDS in page and REPLY in page and "CANARY-OTHERS" not in page
    assert [2, 1] == counts
    assert [f"{COMPANY}: 1 new message about your answers"] == [mail.subject for mail in mailed]
    assert 1 == len(await mails(row.email, since=1))


async def test_the_day_begins_at_its_hour(database: Settings, asked: Assessment, cast: Cast) -> None:
    """The day's mail is put among the jobs once, when its hour has come."""
    freeze(now().replace(hour=6, minute=59))
    await start_talk_day(database)
    before = await Job.count().where(Job.kind == DAILY)
    freeze(now().replace(hour=7, minute=1))

    for _ in range(3):
        await start_talk_day(database)

    assert (0, 1) == (before, await Job.count().where(Job.kind == DAILY))


async def test_messages_arrive_over_a_real_mail_server(app: Litestar, database: Settings, cast: Cast) -> None:
    """Invitation, then one letter about two messages, each to its reader alone; working on sends no second one."""
    with Postbox() as postbox:
        settings = replace(
            database, smtp_url=f"smtp://127.0.0.1:{postbox.port}", mail_from="Surety <risk@aldgate.example>"
        )
        worker = Worker(settings, app.state.engines)
        asked = await send_assessment(
            settings, COMPANY, cast.reviewer,
            Sending(cast.helio.vendor.id, "lite", cast.helio.service.id, contact=cast.helio.contact.id),
        )  # fmt: skip
        ref = await ref_in(asked)
        for text in (WORDS, "And one more thing."):
            await write_to_vendor(cast.reviewer, asked.id, ref, text)
        await worker.work_off()
        early = len(postbox.letters)
        later(minutes=11)
        for _ in range(2):
            await worker.work_off()
            await Job.update({Job.state: "waiting"}).where(Job.kind.is_in([TELL_VENDOR, "mail.send"]))  # run once more
        letters = [letter for to, letter in postbox.letters if to == [cast.helio.contact.email]]

    assert 1 == early
    assert 2 == len(letters) == len(postbox.letters)
    assert f"{COMPANY}: 2 new messages about your answers" == letters[1]["subject"]
    assert "CANARY" not in letters[1].get_content()
    assert letters[1]["message-id"].endswith("@aldgate.example>")
    assert letters[0]["message-id"] != letters[1]["message-id"]


async def test_a_reviewer_writes_from_the_workbench(database: Settings, cast: Cast, browser: Browser) -> None:
    """In the review the thread stands beside the question with a place to write; an empty message says so."""
    assessment = await filled(database, cast)
    ref = await ref_in(assessment)
    await browser.become(cast.helio.who)
    form = {"name": "Dana Ortiz", "title": "CISO", "confirmed": "yes"}
    await browser.submit(f"/answer/{assessment.id}/submit", form)
    await browser.become(cast.reviewer)

    done = await browser.submit(f"/reviews/{assessment.id}/message", {"ref": ref, "text": WORDS})
    empty = await browser.submit(f"/reviews/{assessment.id}/message", {"ref": ref, "text": ""})

    assert [303, 303] == [done.status_code, empty.status_code]
    assert WORDS in (await browser.get(done.headers["location"])).text
    assert 1 == await AuditEntry.count().where(AuditEntry.action == "message.written")


async def _revoke_newest(assessment: Assessment, who: Principal) -> None:
    newest = await (
        Invitation.objects()
        .where(Invitation.assessment == assessment.id)
        .order_by(Invitation.created_at, ascending=False)
        .first()
    )
    assert newest is not None
    await revoke_invitation(who, assessment.id, newest.id)
