"""Pictures of pages: who may see them, that each is made once, and that none outlives its document."""

import asyncio
import os
import time
from pathlib import Path

import pytest
from litestar import Litestar

from knowledge.picturing import NoPicture, Picture
from knowledge.tables import Document
from portal.core.settings import Settings
from portal.evidence import pictures
from portal.evidence.pictures import StillDrawing, page_picture, pictures_of, sweep_pictures
from portal.evidence.receiving import remove
from portal.evidence.sweeping import sweep_files
from portal.evidence.tables import Evidence
from tests.cast import Cast
from tests.client import Browser
from tests.portal.evidence.test_evidence import SENTENCE, pdf, upload, work_off

pytestmark = pytest.mark.anyio


async def given(browser: Browser, cast: Cast, *pages: str) -> Evidence:
    """Upload a document for a vendor as its reviewer."""
    await browser.become(cast.reviewer)
    await upload(browser, "/vendors/helio-payments/documents", pdf(*pages))
    row = await Evidence.objects().first()
    assert row is not None
    return row


async def test_a_page_is_given_as_a_picture_of_its_own(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """It is a PNG that the reader's browser alone may keep, sandboxed, and never the original."""
    row = await given(browser, cast, "Cover", SENTENCE)
    await work_off(app, settings)

    answer = await browser.get(f"/documents/{row.id}/pages/2.png")

    assert (200, "image/png") == (answer.status_code, answer.headers["content-type"])
    assert "private, max-age=600" == answer.headers["cache-control"]
    assert "nosniff" == answer.headers["x-content-type-options"]
    assert "sandbox; default-src 'none'" == answer.headers["content-security-policy"]
    assert answer.content.startswith(b"\x89PNG")
    assert b"%PDF" not in answer.content


async def test_nobody_else_sees_the_picture(browser: Browser, cast: Cast, app: Litestar, settings: Settings) -> None:
    """Another vendor's contact, the own one and procurement get what they would get of the document; nobody signs in."""
    row = await given(browser, cast, SENTENCE)
    await work_off(app, settings)
    url = f"/documents/{row.id}/pages/1.png"
    assert 200 == (await browser.get(url)).status_code

    statuses = []
    for who in (cast.corvid.who, cast.helio.who, cast.procurement):
        await browser.become(who)
        statuses.append((await browser.get(url)).status_code)
    await browser.leave()
    statuses.append((await browser.get(url)).status_code)

    assert [404, 404, 403, 302] == statuses


@pytest.mark.parametrize("name", ["0.png", "3.png", "99999999.png", "1.pdf", "1", "..%2f1.png", "1.json", "²"])
async def test_a_picture_that_cannot_be_is_not_there(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, name: str
) -> None:
    """Only the document's own pages are drawn, whatever the address says."""
    row = await given(browser, cast, "Cover", SENTENCE)
    await work_off(app, settings)

    answer = await browser.get(f"/documents/{row.id}/pages/{name}")

    assert 404 == answer.status_code
    assert not pictures_of(settings, row.sha256).exists()


async def test_a_page_asked_for_at_once_is_drawn_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many ask, there is one child a page, and two at a time."""
    running, most, drawn = 0, 0, list[int]()

    def draw(path: Path, number: int) -> Picture:
        nonlocal running, most
        running += 1
        most = max(most, running)
        time.sleep(0.05)
        drawn.append(number)
        running -= 1
        return Picture(_png(), b'{"text":"","places":[]}')

    monkeypatch.setattr(pictures, "picture_page", draw)

    found = await asyncio.gather(*(page_picture(settings, "ab" * 32, "pdf", n) for n in [1, 2, 3, 4] * 3))

    assert [1, 2, 3, 4] == sorted(drawn)
    assert 2 == most
    assert {(4, 3)} == {(picture.width, picture.height) for picture in found if picture}


async def test_who_will_not_wait_may_come_back(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow page goes on being made when its reader is told to ask again."""

    def draw(path: Path, number: int) -> Picture:
        time.sleep(0.2)
        return Picture(_png(), b'{"text":"","places":[]}')

    monkeypatch.setattr(pictures, "picture_page", draw)

    with pytest.raises(StillDrawing):
        await page_picture(settings, "ab" * 32, "pdf", 1, 0.01)

    assert await page_picture(settings, "ab" * 32, "pdf", 1) is not None


async def test_that_a_page_cannot_be_drawn_is_remembered_for_a_day(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that takes a child's whole time does so once, not at every look."""
    tries = []

    def fail(path: Path, number: int) -> Picture:
        tries.append(number)
        raise NoPicture

    monkeypatch.setattr(pictures, "picture_page", fail)

    assert [None, None] == [await page_picture(settings, "ab" * 32, "pdf", 1) for _ in range(2)]
    assert [1] == tries
    os.utime(pictures_of(settings, "ab" * 32) / "1.png", (0, 0))
    assert 1 == sweep_pictures(settings)
    assert await page_picture(settings, "ab" * 32, "pdf", 1) is None
    assert [1, 1] == tries


async def test_text_documents_have_no_picture(settings: Settings) -> None:
    """Their text is what is shown; no child is started for them."""
    assert await page_picture(settings, "ab" * 32, "docx", 1) is None
    assert not pictures_of(settings, "ab" * 32).exists()


async def test_the_oldest_pictures_make_room(settings: Settings) -> None:
    """Room for pictures is bounded; those longest untouched go first."""
    folder = pictures_of(settings, "ab" * 32)
    folder.mkdir(parents=True)
    for number in range(4):
        (folder / f"{number}.png").write_bytes(b"x" * 100)
        os.utime(folder / f"{number}.png", (number + time.time() - 10, number + time.time() - 10))

    assert 2 == sweep_pictures(settings, 250)

    assert ["2.png", "3.png"] == sorted(path.name for path in folder.iterdir())


async def test_pictures_go_with_their_document(browser: Browser, cast: Cast, app: Litestar, settings: Settings) -> None:
    """Removing evidence removes its pictures; those that come after, a sweep removes."""
    row = await given(browser, cast, SENTENCE)
    await work_off(app, settings)
    await browser.get(f"/documents/{row.id}/pages/1.png")
    assert 2 == len(list(pictures_of(settings, row.sha256).iterdir()))

    await remove(cast.reviewer, row.id, settings, app.state.engines)
    assert not pictures_of(settings, row.sha256).exists()

    pictures_of(settings, row.sha256).mkdir()
    await sweep_files(settings)
    assert not pictures_of(settings, row.sha256).exists()


async def test_a_page_that_cannot_be_drawn_is_shown_as_text(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The viewer says that there is no picture, and marks the words in the text."""

    def fail(path: Path, number: int) -> Picture:
        raise NoPicture

    monkeypatch.setattr(pictures, "picture_page", fail)
    row = await given(browser, cast, SENTENCE)
    await work_off(app, settings)

    shown = (await browser.get(f"/documents/{row.id}?page=1&quote={SENTENCE}")).text

    assert "No picture of this page can be made here; its text is shown instead." in shown
    assert f"data-shown>{SENTENCE}</mark>" in shown


async def test_the_viewer_boxes_the_quote_and_what_a_search_found(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """The quote and each place found have a box on the picture; the list leads from one to the next over the pages."""
    row = await given(browser, cast, "Keys are rotated. Keys are kept apart.", SENTENCE, "The keys of customers.")
    await work_off(app, settings)

    quoted = (await browser.get(f"/documents/{row.id}?page=2&quote={SENTENCE}")).text
    found = (await browser.get(f"/documents/{row.id}?find=KEYS&hit=2")).text

    assert 1 == quoted.count('class="box-quote"')
    assert "Boxed on the page: “" + SENTENCE in quoted
    assert [1, 1] == [found.count('class="box-now"'), found.count('class="box-hit"')]
    assert "3 places on 2 pages" in found
    assert f'href="/documents/{row.id}?find=KEYS&amp;hit=3" data-key="n"' in found


async def test_a_citation_leads_to_the_page_by_the_documents_id(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """The engine's id of a document opens the same viewer."""
    row = await given(browser, cast, "Cover", SENTENCE)
    await work_off(app, settings)
    document = await Document.objects().first()
    assert document is not None

    shown = await browser.get(f"/documents/of/{document.id}?page=2&quote={SENTENCE}")

    assert 1 == shown.text.count('class="box-quote"')
    assert f"/documents/{row.id}/pages/2.png" in shown.text


def _png() -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes([0, 0, 0, 4, 0, 0, 0, 3, 8, 0, 0, 0, 0]) + bytes(40)
