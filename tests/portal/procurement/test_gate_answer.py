"""The gate answers from rows: the same on the page, by the API and by the command."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from portal.core.clock import now, today
from portal.core.errors import NotAllowed, NotFound
from portal.core.settings import Settings
from portal.findings.tables import Finding, RiskAcceptance
from portal.people.adding import create_token, get_person_by_email
from portal.procurement import commands
from portal.procurement.gate_answer import answer
from portal.risk.levels import GateDecision
from portal.vendors.profiles import profile_from_json
from portal.vendors.services import add_service
from portal.vendors.tables import Service, Vendor
from tests.cast import Cast
from tests.client import Browser
from tests.portal.procurement.cases import CASES, OTHER, Case
from tests.portal.procurement.rating import publish

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_page_and_api_and_command_agree(case: Case, browser: Browser, cast: Cast, settings: Settings) -> None:
    """Whoever asks, and by whichever way, hears the same."""
    await case.arrange(cast)
    token = await create_token(cast.procurement, await get_person_by_email(cast.procurement.email), "contracts")
    asked = f"?service={quote(case.service)}" if case.service else ""

    await browser.become(cast.procurement)
    page = await browser.get(f"/partners/helio-payments{asked}")
    api = await browser.get(f"/api/v1/vendors/helio-payments/check{asked}", authorization=f"Bearer {token}")
    direct = await answer(cast.procurement, "helio-payments", case.service)

    assert (page.status_code, api.status_code) == (200, 200)
    assert (api.json()["decision"], case.decision) == (case.decision, direct.decision.decision.value)
    assert direct.decision.headline.startswith(case.headline)
    assert api.json()["headline"] == direct.decision.headline
    shown = BeautifulSoup(page.text, "html.parser").select_one("h2.answer-words")
    assert shown is not None and shown.get_text() == direct.decision.headline
    assert commands.EXIT_CODES[direct.decision.decision] == case.exit_code


async def test_what_is_missing_is_said(browser: Browser, cast: Cast) -> None:
    """A partner never rated shows how far its assessment is."""
    await next(case for case in CASES if case.name == "questionnaire out").arrange(cast)

    given = await answer(cast.procurement, "helio-payments")

    assert "The questionnaire is with the partner, to be answered by" in given.decision.reasons[0].text


async def test_a_rating_being_prepared_is_no_rating(cast: Cast) -> None:
    """Until a second person approves, the answer is no."""
    await publish(cast.helio, state="proposed")

    given = await answer(cast.procurement, "helio-payments")

    assert given.decision.decision is GateDecision.BLOCKED
    assert "a second person has to approve it" in given.decision.reasons[0].text


async def test_a_newer_rating_of_all_speaks_for_the_service(cast: Cast) -> None:
    """Of the ratings that cover a service, the newest counts."""
    await publish(cast.helio, service=cast.helio.service, approved_on=today() - timedelta(days=9))
    await publish(cast.helio, number=2)

    given = await answer(cast.procurement, "helio-payments", "main SERVICE")

    assert given.rating is not None and 2 == given.rating.number


async def test_a_newer_rating_of_another_service_does_not_speak(cast: Cast) -> None:
    """A rating given later for something else leaves the service's own rating in force."""
    await next(case for case in CASES if case.service == OTHER).arrange(cast)
    other = await Service.objects().where(Service.name == OTHER).first()
    await publish(cast.helio, service=other, number=2)

    given = await answer(cast.procurement, "helio-payments", "Main service")

    assert given.rating is not None and 1 == given.rating.number


async def test_an_accepted_critical_finding_does_not_block_until_its_last_day(cast: Cast) -> None:
    """A risk acceptance counts up to and including its day."""
    await next(case for case in CASES if case.name == "critical finding").arrange(cast)
    finding = await Finding.objects().first()
    assert finding is not None
    await Finding.update({Finding.state: "accepted"}).where(Finding.id == finding.id)
    for until, decision in ((today() - timedelta(days=1), GateDecision.BLOCKED), (today(), GateDecision.ALLOWED)):
        await RiskAcceptance.insert(
            RiskAcceptance(
                finding=finding.id, reason="", until=until, accepted_by="", accepted_by_name="", accepted_at=now()
            )
        )

        assert decision is (await answer(cast.procurement, "helio-payments")).decision.decision


async def test_unknown_service_and_foreign_service_are_not_found(cast: Cast) -> None:
    """A service of another vendor, even by its id, is no service of this one."""
    for wanted in ("Nothing", str(cast.corvid.service.id).replace("a", "b")):
        with pytest.raises(NotFound):
            await answer(cast.procurement, "helio-payments", wanted)
    with pytest.raises(NotFound):
        await answer(cast.procurement, "nobody")


async def test_an_archived_vendor_is_no_partner(cast: Cast) -> None:
    """Nothing is signed with a vendor taken out of the register."""
    await Vendor.update({Vendor.archived: True}).where(Vendor.id == cast.helio.vendor.id)

    with pytest.raises(NotFound, match="archived"):
        await answer(cast.procurement, "helio-payments")


async def test_a_contact_may_not_ask(cast: Cast) -> None:
    """The vendor does not learn what procurement is told."""
    with pytest.raises(NotAllowed):
        await answer(cast.helio.who, "helio-payments")


async def test_a_critical_finding_of_another_service_does_not_block(cast: Cast) -> None:
    """A finding about one service says nothing of the others; one about the vendor stands in the way of all."""
    await next(case for case in CASES if case.name == "critical finding").arrange(cast)
    other = await add_service(cast.reviewer, cast.helio.vendor, OTHER, profile_from_json(cast.helio.service.profile))
    await Finding.update({Finding.service: other.id}).where(Finding.title == "Keys in the repository")

    given = await answer(cast.procurement, "helio-payments", "Main service")

    assert given.decision.decision is GateDecision.ALLOWED
