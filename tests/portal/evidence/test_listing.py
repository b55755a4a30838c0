"""The lists of documents: how each was read, how far it reaches, what is wanted of it, and narrowing many."""

from datetime import date

import pytest
from fpdf.enums import AccessPermission, EncryptionMethod
from litestar import Litestar

from knowledge.facts import DocumentFacts, EvidenceKind, Fact
from knowledge.pages import PageState
from knowledge.tables import Document
from portal.core.settings import Settings
from portal.evidence.reach import Reach, period_of, progress_words, reach_of, span_words
from portal.evidence.strips import coverage_words, tiles, unread_words
from portal.evidence.tables import Evidence
from tests.cast import Cast
from tests.client import Browser
from tests.knowledge.pdfs import blank_pdf
from tests.portal.evidence.test_evidence import SENTENCE, pdf, upload, work_off

pytestmark = pytest.mark.anyio
TODAY = date(2026, 11, 25)


def fact(value: str) -> Fact:
    """Make a fact of a value."""
    return Fact(value, value, 1)


async def test_how_a_document_was_read_is_said_in_words() -> None:
    """Pages are counted by what became of them; runs of pages are named once."""
    text, ocr, scanned = PageState.TEXT, PageState.OCR, PageState.SCANNED

    assert "All pages read" == coverage_words({text: 3}, 3)
    assert "31 of 36 pages read; 5 scanned, no text" == coverage_words({text: 31, scanned: 5}, 36)
    assert "All pages read, 1 from its picture" == coverage_words({text: 1, ocr: 1}, 2)
    assert "Its only page read, from its picture" == coverage_words({ocr: 1}, 1)
    assert "All pages read; 1 only in part" == coverage_words({text: 1, PageState.PARTIAL: 1}, 2)
    assert "Pages 2 to 4 and 6: scanned, no text." == unread_words(dict.fromkeys((2, 3, 4, 6), scanned) | {5: text})
    assert "" == unread_words({1: text, 2: ocr})


async def test_a_long_documents_strip_shows_what_is_near_and_its_ends() -> None:
    """Hundreds of tiles would be none; gaps are shown where tiles are left out."""
    shown = tiles(dict.fromkeys(range(1, 501), PageState.TEXT), 250, {251: 2}, lambda page: f"?page={page}")

    assert [1, *range(210, 291), 500] == [tile.number for tile in shown]
    assert [210, 500] == [tile.number for tile in shown if tile.gap]
    assert [(250, 0, True), (251, 2, False)] == [(t.number, t.hits, t.now) for t in shown if t.number in (250, 251)]


async def test_a_report_reaches_as_far_as_its_bridge_letter() -> None:
    """The days since are said, and ask for attention when they are many."""
    soc = DocumentFacts(
        EvidenceKind.SOC_REPORT,
        period_start=fact("2025-10-01"),
        period_end=fact("2026-09-30"),
        subject=fact("Helio Ltd"),
    )
    letter = DocumentFacts(
        EvidenceKind.BRIDGE_LETTER,
        period_start=fact("2026-10-01"),
        period_end=fact("2026-12-31"),
        subject=fact("Helio Ltd"),
    )

    assert Reach(date(2026, 9, 30), "the 56 days since are not covered", "") == reach_of(soc, [], TODAY)
    assert Reach(date(2026, 12, 31), "bridge letter until 31 December 2026", "") == reach_of(soc, [letter], TODAY)
    assert "warn" == reach_of(soc, [], date(2027, 3, 1)).tone


async def test_a_certificate_says_when_its_end_is_near_or_past() -> None:
    """Sixty days ahead it begins to ask for attention."""

    def ends(day: str) -> Reach:
        return reach_of(DocumentFacts(EvidenceKind.ISO_CERTIFICATE, expires=fact(day)), [], TODAY)

    assert ("", "") == (ends("2027-11-14").note, ends("2027-11-14").tone)
    assert ("in 9 days", "warn") == (ends("2026-12-04").note, ends("2026-12-04").tone)
    assert ("3 years ago", "warn") == (ends("2023-10-24").note, ends("2023-10-24").tone)
    assert ("1 day ago", "warn") == (ends("2026-11-24").note, ends("2026-11-24").tone)


async def test_periods_and_progress_are_said_as_people_do() -> None:
    """A year is said once where it can be."""
    assert "1 Jan – 30 Sep 2026" == span_words(date(2026, 1, 1), date(2026, 9, 30))
    assert "1 Oct 2025 – 30 Sep 2026" == span_words(date(2025, 10, 1), date(2026, 9, 30))
    assert "of 3 May 2026" == period_of(DocumentFacts(EvidenceKind.OTHER, issued=fact("2026-05-03")))
    assert ["Opening the file", "Reading page 12 of 60", "Putting its words into the index"] == [
        progress_words(*far) for far in ((0, 0), (11, 60), (60, 60))
    ]


async def test_the_list_follows_a_document_while_it_is_worked_off(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """It asks again only while something is busy, and says which page is being read."""
    await browser.become(cast.reviewer)
    await upload(browser, "/vendors/helio-payments/documents", pdf("Cover", SENTENCE))
    await Document.update({Document.state: "reading", Document.page_count: 60, Document.pages_done: 11}).where(
        Document.state == "received"
    )

    busy = (await browser.get("/vendors/helio-payments/documents/list")).text
    await Document.update({Document.state: "received"}).where(Document.state == "reading")
    await work_off(app, settings)
    done = (await browser.get("/vendors/helio-payments/documents/list")).text

    assert "Reading page 12 of 60" in busy
    assert 'hx-trigger="every 2s"' in busy
    assert "hx-trigger" not in done
    assert "All pages read" in done


async def test_many_documents_are_narrowed_by_kind_and_state(browser: Browser, cast: Cast) -> None:
    """Chips count what they lead to; an unknown state narrows nothing."""
    await browser.become(cast.reviewer)
    for number in range(11):
        await upload(browser, "/vendors/helio-payments/documents", pdf(f"Page {number}"), f"file-{number}.pdf")
    await Document.update({Document.state: "unreadable"}).where(Document.name == "file-3.pdf")

    url = "/vendors/helio-payments/documents"
    everything, narrowed = (await browser.get(url)).text, (await browser.get(f"{url}?state=unreadable")).text

    assert "Cannot be read · 1" in everything
    assert ("file-3.pdf" in narrowed, "file-4.pdf" in narrowed) == (True, False)
    assert "file-4.pdf" in (await browser.get(f"{url}?state=nonsense")).text
    assert "None like this" in (await browser.get(f"{url}?kind=nonsense")).text


async def test_a_password_is_asked_for_and_a_wrong_one_is_said_at_its_field(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """Contact and reviewer have a form at the document; the sentence stands by the field, and the right one opens it."""
    paper = blank_pdf()
    paper.add_page()
    paper.cell(text=SENTENCE)
    paper.set_encryption("owner", "open it", EncryptionMethod.AES_256, AccessPermission.none())
    await browser.become(cast.helio.who)
    await upload(browser, "/answer/documents", bytes(paper.output()), "locked.pdf")
    await work_off(app, settings)
    row = await Evidence.objects().first()
    assert row is not None
    form = f"/answer/documents/{row.id}/unlock"

    assert f'action="{form}"' in (await browser.get("/answer/library")).text
    wrong = await browser.submit(form, {"password": "guess"})
    await browser.become(cast.reviewer)
    asked = (await browser.get(f"/documents/{row.id}")).text
    refused = await browser.submit(f"/documents/{row.id}/unlock", {"password": ""})
    opened = await browser.submit(f"/documents/{row.id}/unlock", {"password": "open it"})

    assert (422, True) == (wrong.status_code, "This password does not open the document" in wrong.text)
    assert "guess" not in wrong.text
    assert f'action="/documents/{row.id}/unlock"' in asked
    assert (422, True) == (refused.status_code, "Please enter the password that opens" in refused.text)
    assert (303, f"/documents/{row.id}") == (opened.status_code, opened.headers["location"])
    shown = (await browser.get(f"/documents/{row.id}?quote={SENTENCE}")).text
    assert "No picture of this page can be made here; its text is shown instead." in shown


async def test_a_contact_reads_no_reviewers_remarks(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings
) -> None:
    """What was noticed about a file is for those who judge it."""
    await browser.become(cast.helio.who)
    await upload(browser, "/answer/documents", pdf(SENTENCE))
    await work_off(app, settings)
    remark = '[{"kind":"hidden_text","page":1,"text":"CANARY","box":[0.1,0.2,0.3,0.25]}]'
    await Document.update({Document.screening: remark}, force=True)
    row = await Evidence.objects().first()
    assert row is not None

    own = (await browser.get("/answer/library")).text
    await browser.become(cast.reviewer)
    listed = (await browser.get("/vendors/helio-payments/documents")).text
    viewed = (await browser.get(f"/documents/{row.id}?page=1&remark=1")).text

    assert "Hidden text" not in own and "Look at the file" not in own
    assert "Look at the file: Hidden text, left out" in listed
    assert ("CANARY" in viewed, viewed.count('class="box-remark"')) == (True, 1)
