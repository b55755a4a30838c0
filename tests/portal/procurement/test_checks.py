"""A recorded check: its number, its signature, and that it stays as it is."""

import asyncio
import json
import stat
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from portal.core.clock import today
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.procurement.recording import record_check
from portal.procurement.signing import is_signed, key_id, signing_key
from portal.procurement.statements import canonical
from portal.procurement.tables import ContractCheck
from portal.risk.levels import Grade
from tests.cast import Cast
from tests.client import Browser
from tests.portal.procurement.rating import demand, publish

pytestmark = pytest.mark.anyio


async def test_recording_keeps_what_was_answered(browser: Browser, cast: Cast) -> None:
    """Recording gives a number, a page with the answer, and an audit entry with the vendor."""
    await demand(await publish(cast.helio), "Retest of leaver access", today() + timedelta(days=20))
    await browser.become(cast.procurement)
    form: dict[str, str | list[str]] = {"purpose": "Framework 2027", "service": str(cast.helio.service.id)}

    answer = await browser.submit("/partners/helio-payments/check", form)
    page = await browser.get("/checks/1")

    assert (303, "/checks/1") == (answer.status_code, answer.headers["location"])
    for words in (
        "Yes, with 1 condition",
        "Framework 2027",
        "Retest of leaver access",
        "Signature fits",
        "Main service",
    ):
        assert words in page.text
    entry = await AuditEntry.objects().where(AuditEntry.action == "check.recorded").first()
    assert entry is not None and entry.vendor == cast.helio.vendor.id


async def test_a_no_is_recorded_too(browser: Browser, cast: Cast) -> None:
    """That somebody was told no belongs into the file as well."""
    await browser.become(cast.procurement)

    await browser.submit("/partners/helio-payments/check", {"purpose": "Framework 2027"})

    check = await ContractCheck.objects().first()
    assert check is not None
    assert ("blocked", "No: this partner has not been rated") == (check.decision, check.headline)


async def test_without_a_purpose_nothing_is_recorded(browser: Browser, cast: Cast) -> None:
    """The purpose is asked for again beside its field, and the answer still stands on the page."""
    await browser.become(cast.procurement)

    answer = await browser.submit("/partners/helio-payments/check", {"purpose": "  "})

    assert 422 == answer.status_code
    assert "Purpose: please say" in answer.text and "has not been rated" in answer.text
    assert 0 == await ContractCheck.count()


async def test_anybody_can_verify_the_statement(browser: Browser, cast: Cast) -> None:
    """The file and the public key are enough; the key's id is the one the statement names."""
    await publish(cast.helio)
    await browser.become(cast.procurement)
    await browser.submit("/partners/helio-payments/check", {"purpose": "Überweisungen 2027"})

    file = await browser.get("/checks/1/statement.json")
    await browser.leave()
    key = load_pem_public_key((await browser.get("/checks/key")).content)

    document = json.loads(file.content)
    text = json.dumps(document["statement"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert isinstance(key, Ed25519PublicKey)
    assert is_signed(text, document["signature"], key)
    assert document["key"] == document["statement"]["key"] == key_id(key)
    said = document["statement"]
    assert (1, "Überweisungen 2027", "allowed") == (said["number"], said["purpose"], said["decision"])
    assert (1, "ab" * 32) == (said["rating"]["number"], said["rating"]["record_hash"])
    assert ("Main service", ["personal"]) == (said["service"]["name"], said["service"]["data"])
    assert "attachment" in file.headers["content-disposition"]


@pytest.mark.parametrize(
    ("member", "value"),
    [("decision", "allowed"), ("number", 2), ("purpose", "Another contract"), ("valid_until", "2099-01-01")],
)
async def test_a_changed_statement_does_not_verify(member: str, value: object, cast: Cast, settings: Settings) -> None:
    """Whatever of it is changed, the signature does not fit any more."""
    check = await record_check(cast.procurement, "helio-payments", None, "Framework 2027", settings, "Aldgate Bank")
    public = signing_key(settings).private.public_key()

    changed = {**json.loads(check.statement), member: value}

    assert is_signed(canonical(json.loads(check.statement)), check.signature, public)
    assert not is_signed(canonical(changed), check.signature, public)
    assert not is_signed(check.statement, "not base64!", public)


async def test_a_check_that_no_longer_verifies_says_so(browser: Browser, cast: Cast, settings: Settings) -> None:
    """With another key in the data folder the page warns instead of showing a certificate."""
    await record_check(cast.procurement, "helio-payments", None, "Framework 2027", settings, "Aldgate Bank")
    (settings.data / "signing.key").unlink()
    await browser.become(cast.procurement)

    page = await browser.get("/checks/1")

    assert "Signature does not fit" in page.text and "Do not rely on it" in page.text


async def test_a_changed_answer_is_shown_on_the_old_check(browser: Browser, cast: Cast, settings: Settings) -> None:
    """A check recorded as a no says that today the answer is another one."""
    await record_check(cast.procurement, "helio-payments", "Main service", "Framework", settings, "Aldgate Bank")
    await browser.become(cast.procurement)
    before = await browser.get("/checks/1")
    await publish(cast.helio, grade=Grade.A)

    after = await browser.get("/checks/1")

    assert "The answer has changed since" not in before.text
    assert "Today it is “Yes”" in after.text


async def test_racing_checks_get_numbers_of_their_own(cast: Cast, settings: Settings) -> None:
    """Ten at once get the numbers 1 to 10, and one key between them."""
    given = await asyncio.gather(
        *(
            record_check(cast.procurement, "helio-payments", None, f"Contract {n}", settings, "Aldgate Bank")
            for n in range(10)
        )
    )

    assert list(range(1, 11)) == sorted(check.number for check in given)
    assert 1 == len({json.loads(check.statement)["key"] for check in given})


async def test_the_key_is_the_owners_alone(settings: Settings) -> None:
    """The private key is readable by nobody else, and is made once."""
    first, second = signing_key(settings), signing_key(settings)

    assert 0o600 == stat.S_IMODE((settings.data / "signing.key").stat().st_mode)
    assert first.id == second.id


async def test_checks_are_kept_for_good(cast: Cast, settings: Settings) -> None:
    """The database itself refuses to change or delete one."""
    await record_check(cast.procurement, "helio-payments", None, "Framework", settings, "Aldgate Bank")

    with pytest.raises(Exception, match="kept for good"):
        await ContractCheck.update({ContractCheck.decision: "allowed"}).where(ContractCheck.number == 1)
    with pytest.raises(Exception, match="kept for good"):
        await ContractCheck.delete().where(ContractCheck.number == 1)


async def test_the_list_tells_mine_from_all(browser: Browser, cast: Cast, settings: Settings) -> None:
    """All checks are there for whoever asks the gate; my checks are those I recorded."""
    await record_check(cast.procurement, "helio-payments", None, "By procurement", settings, "Aldgate Bank")
    await record_check(cast.reviewer, "corvid-analytics", None, "By the reviewer", settings, "Aldgate Bank")
    await browser.become(cast.procurement)

    everybody, mine = await browser.get("/checks"), await browser.get("/checks?mine=yes")
    older = await browser.get("/checks?before=2")

    assert "By procurement" in everybody.text and "By the reviewer" in everybody.text
    assert "By procurement" in mine.text and "By the reviewer" not in mine.text
    assert "By procurement" in older.text and "By the reviewer" not in older.text
    assert 404 == (await browser.get("/checks/99999999999999999999")).status_code
