"""Questionnaires and answers that are uploaded go past the virus scanner first, with a real daemon."""

import html
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from litestar import Litestar

from portal.app import furnish
from portal.assessments.file_tables import AnswerFile, SheetFile
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from tests.cast import Cast
from tests.clamd import HARMFUL, PROGRAM, SIGNATURE, Clamd
from tests.client import Browser
from tests.portal.assessments.offline.working import desk_of, edited

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(not PROGRAM, reason="clamd is not installed here")]
HARMLESS, HARMFUL_SHEET = b"ID,Question\n1,Is it?\n", f"ID,Question\n1,{HARMFUL}\n".encode()


@pytest.fixture
def clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clamd]:
    """The daemon, not started yet."""
    daemon = Clamd(tmp_path_factory.mktemp("av"))
    yield daemon
    daemon.kill()


async def upload(browser: Browser, data: bytes, path: str = "/questionnaires") -> httpx.Response:
    """Send a file."""
    return await browser.submit(path, files=[("files", ("q.csv", data, "text/csv"))])


async def test_a_harmful_file_is_not_opened_and_on_record(
    app: Litestar, browser: Browser, database: Settings, cast: Cast, clamd: Clamd
) -> None:
    """What the scanner finds is named; a harmless file goes on, on the staff's page and the vendor's."""
    furnish(app, replace(database, clamav=clamd.start().address), worker=False, database_open=True)
    desk = await desk_of(browser, database, cast)
    fine = await desk.bring(edited(await desk.download(), {("SV-01", "answer"): "x"}))
    theirs = await upload(browser, HARMFUL_SHEET, desk.base)
    await browser.become(cast.reviewer)
    ours, harmless = await upload(browser, HARMFUL_SHEET), await upload(browser, HARMLESS)
    export = await upload(browser, HARMFUL_SHEET, f"/assessments/{desk.assessment.id}/export")

    assert [422, 422, 303, 422] == [reply.status_code for reply in (theirs, ours, harmless, export)]
    sentence = f"The virus scanner found something harmful in q.csv ({SIGNATURE}). It was not opened."
    assert all(sentence in html.unescape(reply.text) for reply in (theirs, ours, export)) and fine
    assert 3 == await AuditEntry.count().where(AuditEntry.action == "upload.refused")
    assert (1, 1) == (await AnswerFile.count(), await SheetFile.count())


@pytest.mark.parametrize(("mode", "status"), [("required", 422), ("best-effort", 303), ("off", 303)])
async def test_a_scanner_that_is_away_keeps_files_closed_where_it_is_required(
    mode: str, status: int, app: Litestar, browser: Browser, database: Settings, cast: Cast, clamd: Clamd
) -> None:
    """The person is asked to come again; where scanning is a wish, the file is opened in its jail all the same."""
    furnish(app, replace(database, clamav=clamd.address, clamav_mode=mode), worker=False, database_open=True)
    await browser.become(cast.reviewer)

    got = await upload(browser, HARMLESS)

    assert (status, status == 422) == (got.status_code, "The virus scanner does not answer" in got.text)
