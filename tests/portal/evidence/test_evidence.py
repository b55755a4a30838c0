"""Evidence from upload to the page it is read on: whose it is, what becomes of it, and that nothing acknowledged is lost."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
from fpdf import FPDF
from litestar import Litestar

from knowledge.children import births
from knowledge.evaluation.drafting import Draft, line
from knowledge.tables import Document, DocumentState, Page, Passage
from portal.core.database import run_sql
from portal.core.reading import clean_name
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, Job
from portal.core.workers import own_mark
from portal.evidence.files import path_of, sweep_incoming
from portal.evidence.sweeping import sweep_files
from portal.evidence.tables import Evidence
from portal.worker import Worker
from tests.cast import Cast
from tests.client import Browser

pytestmark = pytest.mark.anyio

SENTENCE = "All customer data at rest is encrypted with AES-256."


def pdf(*pages: str) -> bytes:
    """Return a PDF with these texts, one a page."""
    document = FPDF()
    document.set_font("Helvetica", size=11)
    for text in pages:
        document.add_page()
        document.multi_cell(0, 6, text)
    return bytes(document.output())


async def work_off(app: Litestar, settings: Settings) -> None:
    """Work every job off."""
    await Worker(settings, app.state.engines).work_off()


async def upload(browser: Browser, url: str, content: bytes, name: str = "policy.pdf") -> int:
    """Upload one file by the form and return the status."""
    return (await browser.submit(url, files={"files": (name, content, "application/pdf")})).status_code


async def test_a_reviewer_uploads_and_reads_the_page_with_the_words_marked(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """A document is taken in, read, listed as ready, and its words are marked on the page."""
    await browser.become(cast.reviewer)

    status = await upload(browser, "/vendors/helio-payments/documents", pdf("Cover", SENTENCE))
    await work_off(app, settings)

    assert 303 == status
    assert "All pages read" in (await browser.get("/vendors/helio-payments/documents")).text
    row = await Evidence.objects().first()
    assert row is not None
    shown = await browser.get(f"/documents/{row.id}?page=2&quote={SENTENCE}&view=text")
    assert f'id="quote" tabindex="-1" data-focus data-shown>{SENTENCE}</mark>' in shown.text


async def test_hidden_text_is_shown_to_the_reviewer_and_kept_on_record(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """The list warns of hidden text, which is in no page's text, and the record counts what was noticed."""
    await browser.become(cast.reviewer)
    draft = Draft()
    draft.page(line(SENTENCE, y=700) + line("All controls passed the audit.", before="1 g"))

    await upload(browser, "/vendors/helio-payments/documents", draft.written())
    await work_off(app, settings)

    assert "Hidden text, left out" in (await browser.get("/vendors/helio-payments/documents")).text
    assert [SENTENCE] == [text.strip() for text in await Page.select(Page.text).output(as_list=True)]
    entry = await AuditEntry.objects().where(AuditEntry.action == "evidence.ready").first()
    assert entry is not None and {"hidden_text": 1} == msgspec.json.decode(entry.detail)["remarks"]


async def test_a_contact_sees_their_own_documents_and_nobody_elses(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """A contact's library holds what their vendor gave; another vendor's contact gets 404 for the same file."""
    await browser.become(cast.helio.who)
    await upload(browser, "/answer/documents", pdf(SENTENCE), "own.pdf")
    row = await Evidence.objects().first()
    assert row is not None

    own = await browser.get(f"/answer/documents/{row.id}/file")
    await browser.become(cast.corvid.who)
    foreign = await browser.get(f"/answer/documents/{row.id}/file")
    library = await browser.get("/answer/library")

    assert [200, 404] == [own.status_code, foreign.status_code]
    assert "attachment" in own.headers["content-disposition"]
    assert "own.pdf" not in library.text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"<html>not a pdf</html>", "cannot be read here"),
        (b"GIF89a" + b"0" * 2000 + b"%PDF-1.4", "cannot be read here"),
    ],
)
async def test_what_cannot_be_read_is_refused_in_words(
    browser: Browser, cast: Cast, settings: Settings, content: bytes, words: str
) -> None:
    """The sentence says what to upload instead, and nothing is kept."""
    await browser.become(cast.helio.who)

    answer = await browser.submit("/answer/documents", files={"files": ("x.pdf", content, "application/pdf")})

    assert 422 == answer.status_code
    assert words in answer.text
    assert 0 == await Evidence.count()
    assert [] == [p for p in settings.files.rglob("*") if p.is_file()]


async def test_a_file_over_the_limit_is_refused_and_leaves_nothing(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """Bytes are counted while they come in."""
    from portal.core.errors import TooLarge
    from portal.evidence.files import write_stream

    async def endless() -> AsyncIterator[bytes]:
        yield b"%PDF-1.7"
        while True:
            yield b"0" * (1 << 20)

    with pytest.raises(TooLarge, match="larger than 50"):
        await write_stream(settings, "a.pdf", endless())

    assert [] == [p for p in settings.files.rglob("*") if p.is_file()]


async def test_the_same_bytes_twice_are_one_document(browser: Browser, cast: Cast) -> None:
    """A second upload of the same file changes nothing; for another vendor it is another document."""
    content = pdf(SENTENCE)
    await browser.become(cast.helio.who)
    await upload(browser, "/answer/documents", content)
    await upload(browser, "/answer/documents", content, "again.pdf")
    await browser.become(cast.corvid.who)
    await upload(browser, "/answer/documents", content)

    assert 2 == await Evidence.count()
    assert 2 == await Document.count()


async def test_a_page_without_text_is_called_a_scan(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """The vendor reads why the file cannot be used and what to do."""
    blank = FPDF()
    blank.add_page()
    blank.rect(10, 10, 100, 100, style="F")
    await browser.become(cast.helio.who)

    await upload(browser, "/answer/documents", bytes(blank.output()), "scan.pdf")
    await work_off(app, settings)

    library = await browser.get("/answer/library")
    assert "Cannot be read" in library.text
    assert "no text" in library.text


async def test_working_a_document_off_twice_changes_nothing(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """A job repeated after a crash leaves the same pages and passages."""
    await browser.become(cast.helio.who)
    await upload(browser, "/answer/documents", pdf(SENTENCE, SENTENCE * 3))
    await work_off(app, settings)
    before = await Passage.count()

    await Job.update({Job.state: "waiting"}).where(Job.kind == "evidence.read")
    await work_off(app, settings)

    assert before == await Passage.count() > 0


async def test_a_file_waits_for_a_reader_that_does_not_start(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no reader gets going the file is not to blame: it is tried more often than a failing job, and read in the end."""
    await browser.become(cast.helio.who)
    await upload(browser, "/answer/documents", pdf(SENTENCE))
    births.end()
    with monkeypatch.context() as patched:
        patched.setattr("sys.executable", shutil.which("false"))
        for _ in range(7):
            await run_sql("UPDATE job SET not_before = created_at")
            await work_off(app, settings)
    waiting = (await browser.get("/answer/library")).text

    await run_sql("UPDATE job SET not_before = created_at")
    await work_off(app, settings)

    assert "Opening the file" in waiting or "Reading" in waiting
    assert 1 == await Document.count().where(Document.state == DocumentState.READY.value)


async def test_removing_a_document_removes_everything_read_from_it(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """Text, passages and the file itself are gone; a contact cannot do it."""
    await browser.become(cast.helio.who)
    await upload(browser, "/answer/documents", pdf(SENTENCE))
    await work_off(app, settings)
    row = await Evidence.objects().first()
    assert row is not None
    assert 404 == (await browser.submit(f"/documents/{row.id}/remove")).status_code

    await browser.become(cast.reviewer)
    await browser.submit(f"/documents/{row.id}/remove")

    assert 0 == await Passage.count()
    assert not path_of(settings, row.sha256).exists()
    assert 404 == (await browser.get(f"/documents/{row.id}")).status_code


@pytest.mark.parametrize("role", ["procurement"])
async def test_procurement_reads_no_evidence(browser: Browser, cast: Cast, role: str) -> None:
    """Evidence is under NDA and for the reviewers."""
    await browser.become(cast.staff[role])

    assert 403 == (await browser.get("/vendors/helio-payments/documents")).status_code


def test_a_files_name_is_made_safe_to_show() -> None:
    """Folders, control characters and direction marks are taken out of a name."""
    assert "report.pdf" == clean_name("C:\\temp\\..\\report.pdf")
    assert "fdp.exe.pdf" == clean_name("/etc/\u202efdp.exe\x00.pdf")
    assert "document.pdf" == clean_name("\r\n")
    assert 200 == len(clean_name("x" * 900))


def test_bytes_are_kept_under_their_hash(settings_path: Path = Path("/data/files")) -> None:
    """The path depends on the content alone."""
    settings = Settings(data=settings_path.parent)

    assert settings_path / "ab" / ("ab" * 32) == path_of(settings, "ab" * 32)


async def test_what_a_crash_left_behind_is_swept_and_what_is_used_stays(
    browser: Browser, cast: Cast, settings: Settings
) -> None:
    """An hour later orphans are gone; a vendor's document is not."""
    await browser.become(cast.helio.who)
    await upload(browser, "/answer/documents", pdf(SENTENCE))
    row = await Evidence.objects().first()
    assert row is not None
    orphan, half = settings.files / "ab" / ("ab" * 32), settings.files / "incoming" / "half"
    for path in (orphan, half):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"%PDF-left behind")
    fresh = settings.files / "incoming" / "fresh"
    fresh.write_bytes(b"%PDF-still coming in")
    for path in (orphan, half, path_of(settings, row.sha256)):
        os.utime(path, (0, 0))

    assert 2 == await sweep_files(settings)

    assert [False, False, True, True] == [
        path.exists() for path in (orphan, half, fresh, path_of(settings, row.sha256))
    ]


def test_what_a_dead_process_was_taking_in_is_swept_at_once(tmp_path: Path) -> None:
    """The next process needs no hour to see it; what a living one takes in, here or elsewhere, is left alone."""
    incoming = tmp_path / "files" / "incoming"
    incoming.mkdir(parents=True)
    host, boot, pid, _ = own_mark().split("~")
    for name in (f"{host}~{boot}~{pid}~1~aa", f"{own_mark()}~bb", "elsewhere~~7~9~cc"):
        (incoming / name).write_bytes(b"%PDF-half")

    assert 1 == sweep_incoming(Settings(data=tmp_path))

    assert {f"{own_mark()}~bb", "elsewhere~~7~9~cc"} == {path.name for path in incoming.iterdir()}
