"""The register's forms: who may use them, what they keep, and what they say."""

import re
from uuid import uuid4

import pytest

from portal.core.tables import AuditEntry
from portal.people.tables import SignIn
from portal.vendors.tables import Contact, Service, Vendor
from tests.cast import Cast
from tests.client import Browser

pytestmark = pytest.mark.anyio

SERVICE: dict[str, str | list[str]] = {
    "name": "Card processing API",
    "summary": "Takes card payments.",
    "data": ["payment", "personal"],
    "records": "millions",
    "access": "data_only",
    "criticality": "hours",
    "replaceability": "hard",
    "internet_facing": "yes",
}


async def test_a_vendor_is_added_through_the_form(browser: Browser, cast: Cast) -> None:
    """Adding a vendor leads to its page, keeps what was entered and leaves an audit entry."""
    await browser.become(cast.reviewer)

    answer = await browser.submit("/vendors/new", {"name": "Northpine Cloud", "website": "northpine.example"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/vendors/northpine-cloud")
    vendor = await Vendor.objects().where(Vendor.slug == "northpine-cloud").first()
    assert vendor is not None
    assert (vendor.website, vendor.tier, vendor.inherent) == ("https://northpine.example", "", "")
    assert await AuditEntry.exists().where((AuditEntry.action == "vendor.added") & (AuditEntry.vendor == vendor.id))


async def test_a_form_with_mistakes_keeps_what_was_typed(browser: Browser, cast: Cast) -> None:
    """A wrong website is told beside its field, and the name typed is still there."""
    await browser.become(cast.reviewer)

    answer = await browser.submit("/vendors/new", {"name": "Northpine <Cloud>", "website": "javascript://x"})

    assert answer.status_code == 422
    assert "please enter an address like https://example.com" in answer.text
    assert 'value="Northpine &lt;Cloud&gt;"' in answer.text


async def test_a_name_in_the_register_is_refused(browser: Browser, cast: Cast) -> None:
    """A second vendor of the same name is refused with the slug of the first."""
    await browser.become(cast.reviewer)

    answer = await browser.submit("/vendors/new", {"name": "helio  payments"})

    assert answer.status_code == 422
    assert "Helio Payments is in the register already, as helio-payments." in answer.text


async def test_a_vendor_is_edited_and_keeps_its_address(browser: Browser, cast: Cast) -> None:
    """Editing changes name and owner, not the slug."""
    await browser.become(cast.reviewer)
    form = {"name": "Helio Payments Ltd", "website": "", "summary": "Cards", "owner": cast.reviewer.id}

    answer = await browser.submit("/vendors/helio-payments/edit", form)

    assert answer.status_code == 303
    vendor = await Vendor.objects().where(Vendor.slug == "helio-payments").first()
    assert vendor is not None
    assert (vendor.name, str(vendor.owner)) == ("Helio Payments Ltd", cast.reviewer.id)


async def test_an_owner_must_work_here(browser: Browser, cast: Cast) -> None:
    """An owner who is no person of the company is refused."""
    await browser.become(cast.reviewer)

    answer = await browser.submit("/vendors/helio-payments/edit", {"name": "Helio Payments", "owner": str(uuid4())})

    assert answer.status_code == 422


async def test_archiving_ends_sessions_and_can_be_undone(browser: Browser, cast: Cast) -> None:
    """An archived vendor's contacts are signed out; restoring puts it back."""
    await browser.become(cast.helio.who)
    await browser.become(cast.reviewer)

    await browser.submit("/vendors/helio-payments/archive")

    assert not await SignIn.exists().where(SignIn.principal == cast.helio.contact.id)
    assert await Vendor.exists().where((Vendor.slug == "helio-payments") & Vendor.archived.eq(True))
    await browser.submit("/vendors/helio-payments/restore")
    assert await Vendor.exists().where((Vendor.slug == "helio-payments") & Vendor.archived.eq(False))


async def test_a_service_gets_its_tier_from_its_profile(browser: Browser, cast: Cast) -> None:
    """The tier is worked out, kept with its reasons, and becomes the vendor's as the most critical."""
    await browser.become(cast.reviewer)

    answer = await browser.submit("/vendors/helio-payments/services/new", SERVICE)

    assert answer.status_code == 303
    service = await Service.objects().where(Service.name == "Card processing API").first()
    vendor = await Vendor.objects().where(Vendor.slug == "helio-payments").first()
    assert service is not None and vendor is not None
    assert (service.tier, service.likelihood, service.impact, service.inherent) == ("1", 4, 4, "critical")
    assert (vendor.tier, vendor.inherent) == ("1", "critical")
    assert "Reachable from the internet" in service.reasons


async def test_the_tier_shows_while_the_form_is_filled(browser: Browser, cast: Cast) -> None:
    """The preview gives tier and reasons once all is chosen, says what it waits for before, and keeps nothing."""
    await browser.become(cast.reviewer)

    early = await browser.submit("/vendors/helio-payments/services/tier", {"data": ["payment"]})
    full = await browser.submit("/vendors/helio-payments/services/tier", SERVICE | {"name": ""})

    assert (early.status_code, full.status_code) == (200, 200)
    assert "Not worked out yet" in early.text
    assert "Reachable from the internet" in full.text
    assert "Inherent risk critical" in re.sub(r"\s+", " ", full.text)
    assert await Service.count() == 2


async def test_no_data_does_not_go_with_data(browser: Browser, cast: Cast) -> None:
    """Choosing "No data of ours" and payment data together is refused, and every mistake is told at once."""
    await browser.become(cast.reviewer)
    form = SERVICE | {"data": ["none", "payment"], "name": ""}

    answer = await browser.submit("/vendors/helio-payments/services/new", form)

    assert answer.status_code == 422
    assert "2 things need your attention" in answer.text
    assert "does not go with other kinds" in answer.text


async def test_a_service_name_is_taken_once_per_vendor(browser: Browser, cast: Cast) -> None:
    """A second service of one name at one vendor is refused; another vendor may use the name."""
    await browser.become(cast.reviewer)

    again = await browser.submit("/vendors/helio-payments/services/new", SERVICE | {"name": "main service"})
    elsewhere = await browser.submit("/vendors/corvid-analytics/services/new", SERVICE)

    assert (again.status_code, elsewhere.status_code) == (422, 303)


async def test_retiring_and_resuming_a_service_moves_the_vendors_tier(browser: Browser, cast: Cast) -> None:
    """Without active services a vendor has no tier; using the service again brings it back."""
    await browser.become(cast.reviewer)
    url = f"/vendors/helio-payments/services/{cast.helio.service.id}"

    await browser.submit(f"{url}/retire")
    without = await Vendor.objects().where(Vendor.slug == "helio-payments").first()
    await browser.submit(f"{url}/resume")
    again = await Vendor.objects().where(Vendor.slug == "helio-payments").first()

    assert without is not None and again is not None
    assert (without.tier, without.likelihood) == ("", 0)
    assert again.tier == "2"


async def test_a_service_is_edited_and_its_tier_worked_out_again(browser: Browser, cast: Cast) -> None:
    """The form shows what is kept; saving a smaller profile lowers service and vendor."""
    await browser.become(cast.reviewer)
    url = f"/vendors/helio-payments/services/{cast.helio.service.id}"
    shown = await browser.get(url)
    form = {
        "name": "Main service", "data": ["none"], "records": "none", "access": "none", "criticality": "months",
        "replaceability": "easy",
    }  # fmt: skip

    answer = await browser.submit(url, form)

    assert shown.status_code == 200
    assert "Passes work on to other companies" in shown.text
    assert answer.status_code == 303
    vendor = await Vendor.objects().where(Vendor.slug == "helio-payments").first()
    assert vendor is not None
    assert vendor.tier == "4"


async def test_a_contact_is_added_once(browser: Browser, cast: Cast) -> None:
    """An address is taken once per vendor, whatever its case."""
    await browser.become(cast.reviewer)
    form = {"name": "Li Wei", "email": "Li@helio.example", "title": "Privacy"}

    first = await browser.submit("/vendors/helio-payments/contacts/new", form)
    second = await browser.submit("/vendors/helio-payments/contacts/new", form | {"email": "li@HELIO.example"})

    assert (first.status_code, second.status_code) == (303, 422)
    assert await Contact.exists().where(Contact.email == "li@helio.example")


async def test_retiring_a_contact_ends_their_sessions(browser: Browser, cast: Cast) -> None:
    """A retired contact is signed out on every device at once."""
    await browser.become(cast.helio.who)
    await browser.become(cast.reviewer)
    url = f"/vendors/helio-payments/contacts/{cast.helio.contact.id}"

    answer = await browser.submit(f"{url}/retire")

    assert answer.status_code == 303
    assert not await SignIn.exists().where(SignIn.principal == cast.helio.contact.id)
    assert await Contact.exists().where((Contact.id == cast.helio.contact.id) & Contact.active.eq(False))
    await browser.submit(f"{url}/resume")
    assert await Contact.exists().where((Contact.id == cast.helio.contact.id) & Contact.active.eq(True))


async def test_a_new_address_signs_a_contact_out(browser: Browser, cast: Cast) -> None:
    """Sessions opened by links to the old address end when the address changes, and stay when only the name does."""
    await browser.become(cast.helio.who)
    await browser.become(cast.reviewer)
    url = f"/vendors/helio-payments/contacts/{cast.helio.contact.id}"

    await browser.submit(url, {"name": "Dana O.", "email": cast.helio.contact.email})
    kept = await SignIn.exists().where(SignIn.principal == cast.helio.contact.id)
    await browser.submit(url, {"name": "Dana O.", "email": "new@helio.example"})

    assert kept
    assert not await SignIn.exists().where(SignIn.principal == cast.helio.contact.id)


async def test_another_vendors_service_and_contact_are_not_found(browser: Browser, cast: Cast) -> None:
    """Ids of another vendor under this vendor's address are 404, and nothing changes."""
    await browser.become(cast.reviewer)
    base = "/vendors/helio-payments"

    answers = [
        await browser.get(f"{base}/services/{cast.corvid.service.id}"),
        await browser.submit(f"{base}/services/{cast.corvid.service.id}/retire"),
        await browser.get(f"{base}/contacts/{cast.corvid.contact.id}"),
        await browser.submit(f"{base}/contacts/{cast.corvid.contact.id}/retire"),
        await browser.get("/vendors/nobody/edit"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 5
    assert await Service.exists().where((Service.id == cast.corvid.service.id) & Service.active.eq(True))
    assert await Contact.exists().where((Contact.id == cast.corvid.contact.id) & Contact.active.eq(True))


@pytest.mark.parametrize("role", ["procurement", "auditor"])
async def test_roles_without_editing_are_refused(browser: Browser, cast: Cast, role: str) -> None:
    """Procurement and auditors may not change the register."""
    await browser.become(cast.staff[role])

    answers = [
        await browser.get("/vendors/new"),
        await browser.submit("/vendors/new", {"name": "X"}),
        await browser.submit("/vendors/helio-payments/archive"),
        await browser.submit("/vendors/helio-payments/services/new", SERVICE),
        await browser.submit("/vendors/helio-payments/contacts/new", {"name": "X", "email": "x@y.example"}),
    ]

    assert [answer.status_code for answer in answers] == [403] * 5


async def test_a_vendors_contact_finds_nothing_here(browser: Browser, cast: Cast) -> None:
    """Staff forms do not exist for a contact, not even those of the own vendor."""
    await browser.become(cast.helio.who)

    answers = [
        await browser.get("/vendors/helio-payments/edit"),
        await browser.submit(f"/vendors/helio-payments/contacts/{cast.helio.contact.id}/retire"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
