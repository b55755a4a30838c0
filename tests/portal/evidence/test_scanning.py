"""Files and the virus scanner, with a real daemon: what is let in, what waits, what is set aside."""

import socket
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from litestar import Litestar

from knowledge.tables import Document, DocumentState, Page, Passage
from portal.app import furnish
from portal.core.database import run_sql
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, Job
from portal.evidence.scanning import scan_the_unscanned
from portal.evidence.tables import Evidence, ScanState
from portal.worker import Worker
from tests.cast import Cast
from tests.clamd import HARMFUL, LONGEST, PROGRAM, SIGNATURE, Clamd
from tests.client import Browser
from tests.portal.evidence.test_evidence import SENTENCE, pdf, upload

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(not PROGRAM, reason="clamd is not installed here")]


@pytest.fixture
def clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clamd]:
    """The daemon, not started yet."""
    daemon = Clamd(tmp_path_factory.mktemp("av"))
    yield daemon
    daemon.kill()


class Desk:
    """A contact's browser, and the worker behind the portal."""

    def __init__(self, browser: Browser, cast: Cast, app: Litestar, settings: Settings) -> None:
        self.browser, self.cast, self.app, self.settings = browser, cast, app, settings

    def ask_of_scanner(self, address: str, mode: str = "") -> None:
        """Set the installation's scanner."""
        self.settings = replace(self.settings, clamav=address, clamav_mode=mode)
        furnish(self.app, self.settings, worker=False, database_open=True)

    async def send(self, content: bytes) -> None:
        """Upload as the vendor's contact."""
        await self.browser.become(self.cast.helio.who)
        await upload(self.browser, "/answer/documents", content)

    async def work(self, due: bool = True) -> None:
        """Work off what is due; with `due`, also what was put off."""
        if due:
            await run_sql("UPDATE job SET not_before = created_at")
        await Worker(self.settings, self.app.state.engines).work_off()

    async def library(self) -> str:
        """What the contact reads of the documents."""
        await self.browser.become(self.cast.helio.who)
        return (await self.browser.get("/answer/library")).text

    async def viewer(self) -> str:
        """What the reviewer reads of the document."""
        await self.browser.become(self.cast.reviewer)
        return (await self.browser.get(f"/documents/{(await self.row()).id}")).text

    async def downloads(self) -> list[int]:
        """What the contact and the reviewer get when they ask for the file, and the reviewer for a picture of its page."""
        row = await self.row()
        await self.browser.become(self.cast.helio.who)
        own = await self.browser.get(f"/answer/documents/{row.id}/file")
        await self.browser.become(self.cast.reviewer)
        theirs = [await self.browser.get(f"/documents/{row.id}/{what}") for what in ("file", "pages/1.png")]
        return [own.status_code, *(reply.status_code for reply in theirs)]

    async def row(self) -> Evidence:
        """The one document's evidence."""
        row = await Evidence.objects().first()
        assert row is not None
        return row

    async def state(self) -> tuple[str, str | None]:
        """The document's state and what the scanner said."""
        document = await Document.objects().first()
        assert document is not None
        return document.state, (await self.row()).scan


@pytest.fixture
async def desk(browser: Browser, cast: Cast, app: Litestar, settings: Settings) -> AsyncIterator[Desk]:
    """The contact's desk; the installation has no scanner until the test says so."""
    yield Desk(browser, cast, app, settings)


async def test_a_clean_file_is_read_and_given_out_only_after_its_scan(desk: Desk, clamd: Clamd) -> None:
    """Until the scanner has seen it nobody can download it; afterwards it is like any other."""
    desk.ask_of_scanner(clamd.start().address)
    await desk.send(pdf(SENTENCE))
    assert [404, 404, 404] == await desk.downloads()

    await desk.work()

    assert (DocumentState.READY, ScanState.CLEAN) == await desk.state()
    assert [200, 200, 200] == await desk.downloads()
    assert "About the file itself" not in await desk.viewer()


@pytest.mark.parametrize("mode", ["required", "best-effort"])
async def test_a_harmful_file_is_set_aside_unopened(desk: Desk, clamd: Clamd, mode: str) -> None:
    """The vendor and the reviewer read why, nobody can download it, nothing of it is kept as text, and it is on record."""
    desk.ask_of_scanner(clamd.start().address, mode)
    await desk.send(pdf(SENTENCE, HARMFUL))

    await desk.work()

    assert (DocumentState.UNREADABLE, ScanState.INFECTED) == await desk.state()
    assert [404, 404, 404] == await desk.downloads()
    assert [0, 0] == [await Page.count(), await Passage.count()]
    assert not (desk.settings.data / "pages").exists()
    library, viewer = await desk.library(), await desk.viewer()
    assert f"something harmful in this file ({SIGNATURE})" in library and "/file" not in library
    assert f"The virus scanner found {SIGNATURE}" in viewer and "Original" not in viewer
    entry = await AuditEntry.objects().where(AuditEntry.action == "evidence.quarantined").first()
    assert entry is not None and SIGNATURE in entry.detail


async def test_what_was_set_aside_stays_so_without_a_scanner(desk: Desk, clamd: Clamd) -> None:
    """Turning the scanner off frees nothing, and working the document off again does not open it."""
    desk.ask_of_scanner(clamd.start().address)
    await desk.send(pdf(HARMFUL))
    await desk.work()

    desk.ask_of_scanner("")
    await Job.update({Job.state: "waiting"}).where(Job.kind == "evidence.read")
    await desk.work()

    assert (DocumentState.UNREADABLE, ScanState.INFECTED) == await desk.state()
    assert [404, 404, 404] == await desk.downloads()


async def test_files_wait_for_a_required_scanner_as_long_as_it_takes(desk: Desk, clamd: Clamd) -> None:
    """Tried more often than a failing job is, the file is neither refused nor read; when the scanner is back it is read."""
    desk.ask_of_scanner(clamd.address)
    await desk.send(pdf(SENTENCE))
    for _ in range(7):
        await desk.work()

    assert (DocumentState.RECEIVED, ScanState.WAITING) == await desk.state()
    assert [404, 404, 404] == await desk.downloads()
    assert "Waiting for the virus scanner" in await desk.library()
    assert "Waiting for the virus scanner" in await desk.viewer()

    clamd.start()
    await desk.work()
    assert (DocumentState.READY, ScanState.CLEAN) == await desk.state()
    assert [200, 200, 200] == await desk.downloads()


async def test_a_put_off_file_is_not_tried_again_at_once(desk: Desk, clamd: Clamd) -> None:
    """The worker does not spin: the job is due later, and later still the longer it waits."""
    desk.ask_of_scanner(clamd.address)
    await desk.send(pdf(SENTENCE))
    await desk.work()
    clamd.start()

    await desk.work(due=False)

    assert (DocumentState.RECEIVED, ScanState.WAITING) == await desk.state()


async def test_best_effort_reads_without_a_scanner_and_says_so(desk: Desk, clamd: Clamd) -> None:
    """The reviewer sees that the file was not scanned; once the scanner is back it is, and the remark goes."""
    desk.ask_of_scanner(clamd.address, "best-effort")
    await desk.send(pdf(SENTENCE))
    await desk.work()
    assert (DocumentState.READY, ScanState.UNSCANNED) == await desk.state()
    assert [200, 200, 200] == await desk.downloads()
    assert "Not scanned for viruses" in await desk.viewer()

    clamd.start()
    assert 1 == await scan_the_unscanned(desk.settings)
    await desk.work()

    assert (DocumentState.READY, ScanState.CLEAN) == await desk.state()
    assert "Not scanned for viruses" not in await desk.viewer()


async def test_harm_found_late_takes_back_what_was_read(desk: Desk, clamd: Clamd) -> None:
    """A file that was read before there was a scanner is closed and its text removed once the scanner finds harm."""
    await desk.send(pdf(SENTENCE, HARMFUL))
    await desk.work()
    assert (DocumentState.READY, None) == await desk.state()

    desk.ask_of_scanner(clamd.start().address)
    assert [404, 404, 404] == await desk.downloads()
    assert 1 == await scan_the_unscanned(desk.settings)
    await desk.work()

    assert (DocumentState.UNREADABLE, ScanState.INFECTED) == await desk.state()
    assert [0, 0] == [await Page.count(), await Passage.count()]


@pytest.mark.parametrize(
    ("mode", "state", "downloads"),
    [("required", DocumentState.UNREADABLE, [404, 404, 404]), ("best-effort", DocumentState.READY, [200, 200, 200])],
)
async def test_a_file_beyond_the_scanners_limit(
    desk: Desk, clamd: Clamd, mode: str, state: DocumentState, downloads: list[int]
) -> None:
    """A required scanner's limit is the installation's; a wanted one's only leaves a remark."""
    desk.ask_of_scanner(clamd.start().address, mode)
    await desk.send(pdf(SENTENCE) + b"\n%" + b"x" * LONGEST)

    await desk.work()

    assert (state, ScanState.FAILED) == await desk.state()
    assert downloads == await desk.downloads()
    assert "Not scanned for viruses" in await desk.viewer()


async def test_a_file_that_breaks_its_scanner_each_time_is_refused(desk: Desk) -> None:
    """It is not tried for ever, and stays closed."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_hang_up, args=(server,), daemon=True).start()
        desk.ask_of_scanner(f"127.0.0.1:{server.getsockname()[1]}")
        await desk.send(pdf(SENTENCE))
        for _ in range(5):
            await desk.work()

        assert (DocumentState.UNREADABLE, ScanState.FAILED) == await desk.state()
        assert [404, 404, 404] == await desk.downloads()
        assert "The virus scanner could not examine this file" in await desk.library()


async def test_the_operator_sees_the_scanner(desk: Desk, clamd: Clamd) -> None:
    """A scanner that is away is told where health is asked for, and does not take the portal out of service."""
    desk.ask_of_scanner(clamd.address)
    desk.settings.index.mkdir(exist_ok=True)
    away = await desk.browser.get("/readyz")
    clamd.start()
    there = await desk.browser.get("/readyz")

    assert [200, 200] == [away.status_code, there.status_code]
    assert "warning: does not answer" in away.json()["virus_scanner"]
    assert there.json()["virus_scanner"].startswith("answers")


async def test_the_command_line_says_that_a_file_waits(desk: Desk, clamd: Clamd, tmp_path: Path) -> None:
    """`surety evidence add` ends and leaves the file to the worker."""
    from portal.evidence.commands import _take_in

    desk.ask_of_scanner(clamd.address)
    path = tmp_path / "policy.pdf"
    path.write_bytes(pdf(SENTENCE))

    line = await _take_in(path, desk.cast.helio.vendor.id, desk.settings, desk.app.state.engines)

    assert "received" == line["state"]
    assert 1 == await Job.count().where((Job.kind == "evidence.read") & (Job.state == "waiting"))


def _hang_up(server: socket.socket) -> None:
    with suppress(OSError):
        while True:
            server.accept()[0].close()
