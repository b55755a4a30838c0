"""Many at once: what may happen once happens once, and a limit holds for a burst as for a trickle."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest

from portal.assessments.inviting import accept_invitation, resend_invitation, send_fresh_code
from portal.assessments.submitting import submit_assessment
from portal.assistant.asking import ask
from portal.core.database import TakenAlready
from portal.core.errors import Conflict, InvalidForm, NotFound, PortalError
from portal.core.tables import OutboxMessage
from portal.findings.settling import remediate_finding
from portal.people.signing_in import sign_in, sign_in_by_link, sign_out_device
from portal.people.tables import SignIn
from portal.programme.setting import set_requirement
from portal.ratings.approving import approve_rating
from portal.ratings.conditions import meet_condition
from portal.ratings.proposing import refuse_rating
from portal.vendors.contacts import retire_contact
from portal.vendors.editing import archive_vendor
from tests.client import Browser
from tests.contracts.objects import COMPANY, World
from tests.contracts.permissions import SERVICE
from tests.contracts.visiting import visitors
from tests.portal.assessments.sending import mailed_code

pytestmark = pytest.mark.anyio
MANY = 30


async def outcomes(attempt: Callable[[], Awaitable[object]], many: int = MANY) -> Counter[str]:
    """Start many at once and count how each ended."""

    async def one() -> str:
        try:
            await attempt()
        except (PortalError, TakenAlready) as error:
            return type(error).__name__
        return "done"

    return Counter(await asyncio.gather(*(one() for _ in range(many))))


async def test_what_may_happen_once_happens_once(world: World) -> None:
    """Links, submissions, refusals and approvals, remediations, conditions, devices: one of thirty succeeds."""
    cast, own = world.cast, world.own
    revision = int(own["proposed_revision"])
    attempts: dict[str, Callable[[], Awaitable[object]]] = {
        "invitation": lambda: accept_invitation(own["code"], "test"),
        "sign-in link": lambda: sign_in_by_link(own["door"], "test"),
        "submit": lambda: submit_assessment(cast.helio.who, UUID(own["open"]), "Dana Ortiz", "Lead"),
        "condition": lambda: meet_condition(cast.reviewer, UUID(own["signed"]), UUID(own["condition"])),
        "approve": lambda: approve_rating(cast.approver, UUID(own["proposed"]), revision),
        "remediate": lambda: remediate_finding(cast.reviewer, UUID(own["finding"]), "Seen."),
        "device": lambda: sign_out_device(cast.reviewer, UUID(own["session"])),
        "requirement": lambda: set_requirement(cast.approver, "R-77", "Backups", "Backups are tested."),
    }
    for name, attempt in attempts.items():
        found = await outcomes(attempt)
        assert 1 == found["done"], (name, found)


async def test_a_rating_is_approved_or_refused_never_both(world: World) -> None:
    """Of an approval and a refusal at the same moment one counts."""
    rating, revision = UUID(world.own["proposed"]), int(world.own["proposed_revision"])

    results = await asyncio.gather(
        *(approve_rating(world.cast.approver, rating, revision) for _ in range(10)),
        *(refuse_rating(world.cast.approver, rating, "No.", revision) for _ in range(10)),
        return_exceptions=True,
    )

    assert 19 == sum(isinstance(result, Conflict) for result in results)


async def test_a_burst_of_guesses_is_counted_like_a_trickle(world: World) -> None:
    """Of forty guesses at the same moment no more than ten are looked at."""
    email = world.cast.reviewer.email

    found = await outcomes(lambda: sign_in(email, "a wrong guess, again", "test", "192.0.2.7"), 40)

    assert 40 == found["InvalidForm"] + found["TooManyAttempts"]
    assert found["InvalidForm"] <= 10


async def test_a_long_address_does_not_escape_its_limit(world: World) -> None:
    """The counter's key is cut where it is kept, and looked up as it was cut."""
    email, address = f"{'x' * 90}@aldgate.example", "2001:0db8:85a3:0000:0000:8a2e:0370:7334"
    seen = [type(await _error(email, address)) for _ in range(11)]

    assert [InvalidForm] * 10 == seen[:10]
    assert InvalidForm is not seen[10]


async def test_a_burst_of_questions_is_limited(world: World) -> None:
    """A person's limit on questions holds when they all come at once."""
    found = await outcomes(lambda: ask(world.cast.auditor, "Is it encrypted?", world.cast.helio.vendor, None), 45)

    assert found["done"] <= 30
    assert 45 == found["done"] + found["TooManyAttempts"]


async def test_a_retired_contacts_link_opens_nothing(world: World) -> None:
    """Whoever is retired while a link is exchanged is either out again or never in."""
    contact, vendor = world.cast.helio.contact, world.cast.helio.vendor

    await asyncio.gather(
        retire_contact(world.cast.reviewer, vendor, contact),
        *(accept_invitation(world.own["code"], "test") for _ in range(10)),
        return_exceptions=True,
    )

    assert 0 == await SignIn.count().where(SignIn.principal == contact.id)


async def test_an_archived_vendors_contacts_do_not_come_in_again(world: World) -> None:
    """Archiving signs contacts out; a link in their mailbox or a fresh code does not let them back in."""
    await resend_invitation(world.settings, COMPANY, world.cast.reviewer, UUID(world.own["open"]))
    code, contact = await mailed_code(), world.cast.helio.contact
    mails = await OutboxMessage.count()
    await archive_vendor(world.cast.reviewer, world.cast.helio.vendor)

    with pytest.raises(NotFound):
        await accept_invitation(code, "test")
    await send_fresh_code(world.settings, COMPANY, contact.email, "192.0.2.8")

    assert mails == await OutboxMessage.count()
    assert 0 == await SignIn.count().where(SignIn.principal == contact.id)


async def _error(email: str, address: str) -> PortalError | None:
    try:
        await sign_in(email, "a wrong guess, again", "test", address)
    except PortalError as error:
        return error
    return None


async def test_whoever_comes_second_is_told_so(world: World, browser: Browser) -> None:
    """Forms that add something there may be once: one is taken, the others are told, and none is our own fault."""
    person = (await visitors(world, browser))["administrator"]
    forms = {
        "/standard/new": {"ref": "R-88", "title": "Backups", "text": "Backups are tested."},
        "/people": {"email": "twin@aldgate.example", "role": "auditor", "name": "Twin"},
        "/vendors/new": {"name": "Twin Hosting"},
        f"/vendors/{world.own['slug']}/contacts/new": {"name": "Twin", "email": "twin@helio.example"},
        f"/vendors/{world.own['slug']}/services/new": {"name": "Twin", **SERVICE},
    }
    for url, form in forms.items():
        answers = await asyncio.gather(*(person.call("POST", url, form) for _ in range(8)))
        found = Counter(answer.status_code for answer in answers)
        assert 1 == found[200] + found[303], (url, found)
        assert 8 == found[200] + found[303] + found[409] + found[422], (url, found)
