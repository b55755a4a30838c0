"""Sending a questionnaire: the version is frozen, the contact is mailed a link, and nothing of another vendor is mixed in."""

import re
from datetime import timedelta

import pytest

from portal.assessments.sending import Sending, send_assessment
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment, Invitation
from portal.core.clock import today
from portal.core.errors import InvalidForm
from portal.core.routes import HELP
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, OutboxMessage
from portal.people.sessions import secret_hash
from portal.vendors.tables import Contact
from questionnaires.bank import KEYS, questionnaire
from questionnaires.storing import get_questionnaire
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import COMPANY, mailed_code, sent

pytestmark = pytest.mark.anyio


async def test_sending_freezes_the_version_and_mails_a_link(database: Settings, cast: Cast) -> None:
    """The assessment holds the version asked, and the contact gets a link whose code is kept as a hash only."""
    assessment = await sent(database, cast)

    frozen = await get_questionnaire(assessment.questionnaire)
    code = await mailed_code()
    invitation = await Invitation.objects().first()
    message = await OutboxMessage.objects().first()
    assert invitation is not None and message is not None
    assert questionnaire("lite").version == frozen.version
    assert AssessmentState.sent == assessment.state
    assert secret_hash(code) == invitation.code_hash
    assert len(code) >= 43
    assert cast.helio.contact.email == message.recipient
    assert {"assessment.sent", "invitation.sent"} == {entry.action for entry in await AuditEntry.objects()}


async def test_a_reviewer_sends_from_the_page(browser: Browser, cast: Cast) -> None:
    """The form sends, leads to the assessment's page, and that page shows state and link."""
    await browser.become(cast.reviewer)
    form: dict[str, str | list[str]] = {
        "questionnaire": "core",
        "service": str(cast.helio.service.id),
        "due": (today() + timedelta(days=9)).isoformat(),
        "new_name": "Li Wei",
        "new_email": "Li.Wei@helio-payments.example",
        "message": "Please have a look.",
    }

    shown = await browser.get("/assessments/new?vendor=helio-payments")
    answer = await browser.submit("/assessments/new?vendor=helio-payments", form)
    page = await browser.get(answer.headers["location"])

    assert "Core due diligence" in shown.text
    assert 303 == answer.status_code
    assert "li.wei@helio-payments.example" in page.text
    assert "due in 9 days" in page.text
    assert "waits in the outbox" in page.text
    assert 200 == (await browser.get("/assessments/new")).status_code


async def test_what_cannot_be_sent_is_said_at_the_field(browser: Browser, cast: Cast) -> None:
    """Missing contact and a past date are told, and nothing typed is lost."""
    await browser.become(cast.reviewer)
    url = "/assessments/new?vendor=helio-payments"

    no_contact = await browser.submit(url, {"questionnaire": "lite", "message": "Keep this"})
    past = await browser.submit(url, {"questionnaire": "lite", "due": "2020-01-01", "new_email": "a@b.example"})

    assert [422, 422] == [no_contact.status_code, past.status_code]
    assert "please choose whom to write to" in no_contact.text
    assert "Keep this" in no_contact.text
    assert "today or a later day" in past.text
    assert not await Assessment.exists()


async def test_contacts_and_services_of_another_vendor_are_refused(database: Settings, cast: Cast) -> None:
    """Foreign ids in the form are no way to write to somebody else's contact."""
    foreign_contact = Sending(cast.helio.vendor.id, "lite", contact=cast.corvid.contact.id)
    foreign_service = Sending(cast.helio.vendor.id, "lite", cast.corvid.service.id, contact=cast.helio.contact.id)

    for sending in (foreign_contact, foreign_service):
        with pytest.raises(InvalidForm):
            await send_assessment(database, COMPANY, cast.reviewer, sending)

    assert not await Assessment.exists()
    assert 2 == await Contact.count()


async def test_who_may_not_assess_cannot_send(browser: Browser, cast: Cast) -> None:
    """Procurement and auditors cannot send; a vendor's contact does not even learn of the page."""
    statuses = []
    for who in (cast.procurement, cast.auditor, cast.helio.who):
        await browser.become(who)
        statuses.append((await browser.get("/assessments/new")).status_code)

    assert [403, 403, 404] == statuses


async def test_staff_read_questionnaires(browser: Browser, cast: Cast) -> None:
    """The list and each questionnaire's questions are shown."""
    await browser.become(cast.auditor)

    listed = await browser.get("/questionnaires")
    shown = await browser.get("/questionnaires/lite")

    assert "/questionnaires/core" in listed.text
    assert questionnaire("lite").questions[0].text.split("'")[0] in shown.text
    assert 404 == (await browser.get("/questionnaires/none-such")).status_code


async def test_a_cancelled_assessment_stays_as_it_is(browser: Browser, cast: Cast, database: Settings) -> None:
    """Cancelling ends it for good: its link is dead and no second change is taken."""
    assessment = await sent(database, cast)
    code = await mailed_code()
    await browser.become(cast.reviewer)

    first = await browser.submit(f"/assessments/{assessment.id}/cancel")
    again = await browser.submit(f"/assessments/{assessment.id}/cancel")
    due = await browser.submit(f"/assessments/{assessment.id}/due", {"due": "2099-01-01"})
    await browser.leave()
    used = await browser.submit("/invitation", {"code": code})

    assert [303, 409, 409, 422] == [first.status_code, again.status_code, due.status_code, used.status_code]


@pytest.mark.parametrize("key", KEYS)
def test_help_tells_each_of_our_sets_with_its_size(key: str) -> None:
    """The help names every questionnaire of ours and how many questions it has."""
    ours = questionnaire(key)

    rows = [line for line in (HELP / "sending.md").read_text().splitlines() if line.startswith(f"| {ours.title} |")]

    assert [str(len(ours.questions))] == [re.split(r"\D", row.split("|")[2].strip())[0] for row in rows]
