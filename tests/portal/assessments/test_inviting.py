"""Invitations: looking burns nothing, a code works once, and a fresh one goes to the contact's own address only."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from portal.assessments.inviting import accept_invitation, extend_invitation, resend_invitation, revoke_invitation
from portal.assessments.link_life import GRACE, LONGEST, WITHOUT_DUE, later_end, link_end
from portal.assessments.sending import Sending, change_due, send_assessment
from portal.assessments.tables import Assessment, Invitation
from portal.core.clock import now, today
from portal.core.errors import NotFound
from portal.core.settings import Settings
from portal.core.tables import OutboxMessage
from portal.people.tables import SignIn
from portal.vendors.tables import Contact
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import COMPANY, mailed_code, sent

pytestmark = pytest.mark.anyio


async def test_a_code_opens_one_session_and_looking_burns_nothing(
    browser: Browser, cast: Cast, database: Settings
) -> None:
    """The page may be fetched by anybody's scanner; the code then works once, on this device."""
    assessment = await sent(database, cast)
    code = await mailed_code()
    for _ in range(3):
        assert 200 == (await browser.get("/invitation")).status_code

    first = await browser.submit("/invitation", {"code": code})
    home = await browser.get("/answer")
    await browser.leave()
    second = await browser.submit("/invitation", {"code": code})

    assert (303, f"/answer/{assessment.id}") == (first.status_code, first.headers["location"])
    assert 200 == home.status_code
    assert 422 == second.status_code
    assert "no longer valid" in second.text


async def test_the_whole_link_may_be_pasted(browser: Browser, cast: Cast, database: Settings) -> None:
    """With scripts off a person may paste the link where the code belongs."""
    await sent(database, cast)
    code = await mailed_code()

    answer = await browser.submit("/invitation", {"code": f" http://127.0.0.1:8000/invitation#{code} "})

    assert 303 == answer.status_code


async def test_of_racing_exchanges_one_wins(database: Settings, cast: Cast) -> None:
    """Twenty exchanges of one code at once open exactly one session."""
    await sent(database, cast)
    code = await mailed_code()

    results = await asyncio.gather(*(accept_invitation(code, "test") for _ in range(20)), return_exceptions=True)

    assert 1 == sum(isinstance(result, tuple) for result in results)
    assert 19 == sum(isinstance(result, NotFound) for result in results)
    assert 1 == await SignIn.count()


async def test_expired_revoked_and_unknown_codes_open_nothing(database: Settings, cast: Cast) -> None:
    """A code past its day, one withdrawn and one never made are refused alike."""
    assessment = await sent(database, cast)
    expired = await mailed_code()
    await Invitation.update({Invitation.expires_at: now() - timedelta(seconds=1)}, force=True)
    await resend_invitation(database, COMPANY, cast.reviewer, assessment.id)
    revoked = await mailed_code()
    newest = await Invitation.objects().order_by(Invitation.created_at, ascending=False).first()
    assert newest is not None
    await revoke_invitation(cast.reviewer, assessment.id, newest.id)

    for code in (expired, revoked, "never-made", ""):
        with pytest.raises(NotFound):
            await accept_invitation(code, "test")

    assert 0 == await SignIn.count()


async def test_a_contact_who_was_switched_off_cannot_come_in(database: Settings, cast: Cast) -> None:
    """The code is bound to the contact as invited: switched off or with another address it opens nothing."""
    await sent(database, cast)
    code = await mailed_code()
    await Contact.update({Contact.active: False}).where(Contact.id == cast.helio.contact.id)

    with pytest.raises(NotFound):
        await accept_invitation(code, "test")


async def test_resending_withdraws_links_not_used_before(database: Settings, cast: Cast) -> None:
    """After a new link is mailed only the new one works."""
    assessment = await sent(database, cast)
    old = await mailed_code()
    await resend_invitation(database, COMPANY, cast.reviewer, assessment.id)
    new = await mailed_code()

    with pytest.raises(NotFound):
        await accept_invitation(old, "test")

    assert assessment.id == (await accept_invitation(new, "test"))[1]


async def test_extending_and_revoking(browser: Browser, database: Settings, cast: Cast) -> None:
    """An unused link can live longer; revoking a used one signs its devices out."""
    assessment = await sent(database, cast)
    code = await mailed_code()
    invitation = await Invitation.objects().first()
    assert invitation is not None
    await Invitation.update({Invitation.expires_at: now() - timedelta(days=1)}, force=True)
    await extend_invitation(cast.reviewer, assessment.id, invitation.id)
    await browser.submit("/invitation", {"code": code})
    inside = await browser.get("/answer")

    await revoke_invitation(cast.reviewer, assessment.id, invitation.id)

    assert 200 == inside.status_code
    assert "/invitation" == (await browser.get("/answer")).headers["location"]
    extended = await Invitation.objects().first()
    assert extended is not None
    assert extended.expires_at > now() + GRACE - timedelta(minutes=1)


@pytest.mark.parametrize(
    ("due", "until"),
    [
        (date(2026, 7, 1), datetime(2026, 7, 15, 23, 59, 59, tzinfo=UTC)),
        (date(2026, 6, 1), datetime(2026, 6, 15, 23, 59, 59, tzinfo=UTC)),
        (date(2026, 5, 1), datetime(2026, 6, 1, 9, tzinfo=UTC) + GRACE),
        (date(2028, 1, 1), datetime(2026, 6, 1, 9, tzinfo=UTC) + LONGEST),
        (None, datetime(2026, 6, 1, 9, tzinfo=UTC) + WITHOUT_DUE),
    ],
)
def test_a_link_lives_as_long_as_the_questionnaire_is_to_be_answered(due: date | None, until: datetime) -> None:
    """A fortnight beyond the due date, never less than a fortnight, and never for ever."""
    assert until == link_end(due, datetime(2026, 6, 1, 9, tzinfo=UTC))


def test_lengthening_has_an_end() -> None:
    """However often a link is lengthened, it ends half a year from the last time."""
    at = datetime(2026, 6, 1, 9, tzinfo=UTC)
    end = at

    for _ in range(40):
        end = later_end(end, at)

    assert at + LONGEST == end


async def test_a_later_due_date_lengthens_the_links_that_still_work(database: Settings, cast: Cast) -> None:
    """The living link follows; one that was withdrawn stays so, and an earlier date cuts nothing short."""
    assessment = await _due_in(database, cast, 30)
    withdrawn = await Invitation.objects().first()
    assert withdrawn is not None
    await revoke_invitation(cast.reviewer, assessment.id, withdrawn.id)
    await resend_invitation(database, COMPANY, cast.reviewer, assessment.id)
    code = await mailed_code()

    first = await _ends(assessment)
    await change_due(cast.reviewer, assessment.id, today() + timedelta(days=60))
    later = await _ends(assessment)
    await change_due(cast.reviewer, assessment.id, today() + timedelta(days=3))

    assert [44, 44] == first
    assert [44, 74] == later == await _ends(assessment)
    assert assessment.id == (await accept_invitation(code, "test"))[1]


async def test_a_link_that_has_run_out_is_not_brought_back_by_another_date(database: Settings, cast: Cast) -> None:
    """Whoever finds an old mail cannot come in because a date was moved meanwhile."""
    assessment = await _due_in(database, cast, 30)
    code = await mailed_code()
    await Invitation.update({Invitation.expires_at: now() - timedelta(minutes=1)}, force=True)

    await change_due(cast.reviewer, assessment.id, today() + timedelta(days=60))

    with pytest.raises(NotFound):
        await accept_invitation(code, "test")


async def test_the_mail_says_until_when_its_link_works(database: Settings, cast: Cast) -> None:
    """The day is that of the link itself."""
    await _due_in(database, cast, 30)

    message = await OutboxMessage.objects().first()

    assert message is not None
    day = today() + timedelta(days=44)
    assert f"on one device, until {day.day} {day:%B} {day.year}." in message.body


async def _due_in(settings: Settings, cast: Cast, days: int) -> Assessment:
    side = cast.helio
    due = today() + timedelta(days=days)
    return await send_assessment(
        settings, COMPANY, cast.reviewer, Sending(side.vendor.id, "lite", contact=side.contact.id, due=due)
    )


async def _ends(assessment: Assessment) -> list[int]:
    """Return in how many days each link ends, the oldest link first."""
    rows = await Invitation.objects().where(Invitation.assessment == assessment.id).order_by(Invitation.created_at)
    return [(row.expires_at.date() - today()).days for row in rows]


async def test_an_invitation_of_another_assessment_is_out_of_reach(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Staff change a link only under its own assessment."""
    first, second = await sent(database, cast), await sent(database, cast, "core")
    invitation = await Invitation.objects().where(Invitation.assessment == second.id).first()
    assert invitation is not None
    await browser.become(cast.reviewer)

    answer = await browser.submit(f"/assessments/{first.id}/invitations/{invitation.id}/revoke")

    assert 409 == answer.status_code


async def test_a_fresh_code_goes_to_the_contacts_own_address(browser: Browser, database: Settings, cast: Cast) -> None:
    """Known and unknown addresses get the same page; only the known one gets mail, which opens a session."""
    await sent(database, cast)
    before = await OutboxMessage.count()

    known = await browser.submit("/invitation/fresh", {"email": cast.helio.contact.email.upper()})
    unknown = await browser.submit("/invitation/fresh", {"email": "nobody@elsewhere.example"})
    nothing_open = await browser.submit("/invitation/fresh", {"email": cast.corvid.contact.email})

    assert [200, 200, 200] == [known.status_code, unknown.status_code, nothing_open.status_code]
    assert known.text.replace(cast.helio.contact.email.upper(), "") == unknown.text.replace(
        "nobody@elsewhere.example", ""
    )
    assert before + 1 == await OutboxMessage.count()
    assert 303 == (await browser.submit("/invitation", {"code": await mailed_code()})).status_code


async def test_fresh_codes_are_limited(browser: Browser, database: Settings, cast: Cast) -> None:
    """The fourth request for one address within an hour is refused, known or not."""
    answers = [await browser.submit("/invitation/fresh", {"email": "a@b.example"}) for _ in range(4)]

    assert [200, 200, 200, 429] == [answer.status_code for answer in answers]


async def test_whoever_lost_the_session_is_led_to_the_invitation(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """A contact without a session is led to where a fresh code is mailed, not to the staff's sign-in."""
    assessment = await sent(database, cast)

    page = await browser.get(f"/answer/{assessment.id}")
    fragment = await browser.get(f"/answer/{assessment.id}", **{"hx-request": "true"})

    assert "/invitation" == page.headers["location"]
    assert "/invitation" == fragment.headers["hx-redirect"]
