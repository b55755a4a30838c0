"""Tests of documents that a password protects: asked for, used, kept nowhere."""

import pytest
from fpdf.enums import AccessPermission, EncryptionMethod
from litestar import Litestar

from knowledge.tables import Document, DocumentState, Page
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, Job
from portal.evidence.tables import Evidence
from portal.evidence.unlocking import unlock
from portal.worker import Worker
from tests.cast import Cast
from tests.client import Browser
from tests.knowledge.pdfs import blank_pdf

pytestmark = pytest.mark.anyio

PASSWORD = "correct horse battery"


@pytest.fixture
async def locked(browser: Browser, cast: Cast, app: Litestar, settings: Settings) -> Evidence:
    """A document of Helio's that waits for its password."""
    pdf = blank_pdf()
    pdf.add_page()
    pdf.cell(text="Keys are rotated every year.")
    pdf.set_encryption("owner", PASSWORD, EncryptionMethod.AES_256, AccessPermission.none())
    await browser.become(cast.helio.who)
    await browser.submit("/answer/documents", files={"files": ("locked.pdf", bytes(pdf.output()), "application/pdf")})
    await Worker(settings, app.state.engines).work_off()
    row = await Evidence.objects().first()
    assert row is not None
    return row


async def document_of(row: Evidence) -> Document:
    """Return the document behind a piece of evidence."""
    document = await Document.objects().where(Document.id == row.document).first()
    assert document is not None
    return document


async def test_a_protected_document_asks_for_its_password(browser: Browser, locked: Evidence) -> None:
    """The vendor reads what is wanted, and the document waits."""
    document = await document_of(locked)

    assert document.locked
    assert DocumentState.UNREADABLE == document.state
    assert "Please enter the password" in (await browser.get("/answer/library")).text


async def test_the_right_password_opens_it_and_is_kept_nowhere(
    locked: Evidence, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """Its pages are read; no row, file or audit entry holds the password."""
    await unlock(cast.helio.who, locked.id, PASSWORD, settings, app.state.engines)

    document = await document_of(locked)
    page = await Page.objects().where(Page.document == locked.document).first()
    assert page is not None
    assert DocumentState.READY == document.state and not document.locked
    assert "Keys are rotated every year." in page.text
    entries = await AuditEntry.select()
    assert PASSWORD not in repr([await Document.select(), await Page.select(), entries, await Job.select()])
    kept = [path.read_bytes() for path in settings.data.rglob("*") if path.is_file()]
    assert not any(PASSWORD.encode() in content for content in kept)
    assert "evidence.unlocked" in [entry["action"] for entry in entries]


async def test_a_wrong_password_says_so_at_its_field(
    locked: Evidence, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """The document goes on waiting."""
    with pytest.raises(InvalidForm) as refused:
        await unlock(cast.helio.who, locked.id, "guess", settings, app.state.engines)

    assert ["password"] == list(refused.value.errors)
    assert (await document_of(locked)).locked


async def test_nobody_else_may_try(locked: Evidence, cast: Cast, app: Litestar, settings: Settings) -> None:
    """Another vendor's document is not there, and an opened one takes no password."""
    with pytest.raises(NotFound):
        await unlock(cast.corvid.who, locked.id, PASSWORD, settings, app.state.engines)
    await unlock(cast.reviewer, locked.id, PASSWORD, settings, app.state.engines)
    with pytest.raises(Conflict):
        await unlock(cast.helio.who, locked.id, PASSWORD, settings, app.state.engines)
