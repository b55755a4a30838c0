"""Tests over files that others wrote, where they lie beside this checkout; a handful stands for all."""

from pathlib import Path

import pytest

from knowledge.errors import UnreadableDocument
from knowledge.facts import EvidenceKind
from knowledge.facts.reading_off import facts
from knowledge.pages import PageState
from knowledge.passages import passages
from knowledge.reading import DEFAULT_LIMITS, Limits, Reading, Recognition, read
from knowledge.screening import RemarkKind
from tests.knowledge.conftest import SHARED

PDFS, HOSTILE = SHARED / "pdfs", SHARED / "hostile"
pytestmark = pytest.mark.skipif(not PDFS.is_dir(), reason="the shared files are not beside this checkout")


def outcome(path: Path, recognition: Recognition = DEFAULT_LIMITS.recognition) -> Reading | str:
    """Read a file; give the sentence instead when it is refused."""
    try:
        return read(path, Limits(seconds=25, cpu_seconds=10, page_seconds=3, recognition=recognition))
    except UnreadableDocument as error:
        return str(error)


def hostile(name: str) -> Path:
    """Find a hostile file by the beginning of its name."""
    return sorted(HOSTILE.rglob(f"{name}*.pdf"))[0]


@pytest.mark.parametrize(
    ("name", "pages", "kind"),
    [
        ("basecamp__37signals_Security_Overview", 5, EvidenceKind.OTHER),
        ("basecamp__Data_Processing_Addendum_current", 11, EvidenceKind.AGREEMENT),
        ("cure53__summary-report_realvnc-connect", 3, EvidenceKind.PENETRATION_TEST),
        ("loanx-ai__privacy-policy", 5, EvidenceKind.POLICY),
        ("mullvad__2025-02-24-nccgroup-android-masa", 5, EvidenceKind.PENETRATION_TEST),
    ],
)
def test_real_documents_are_read_whole(name: str, pages: int, kind: EvidenceKind) -> None:
    """Every page gives text, nothing is remarked, spans and quotes are exact, and the kind is right."""
    reading = read(PDFS / f"{name}.pdf")

    texts = {page.number: page.text for page in reading.pages}
    found = facts(reading.pages, f"{name}.pdf")
    stated = [fact for fact in (found.issuer, found.subject, found.issued, found.expires, found.scope) if fact]
    assert [PageState.TEXT] * pages == [page.state for page in reading.pages]
    assert () == reading.remarks
    assert all(texts[window.page][window.start : window.end] == window.text for window in passages(reading.pages, ""))
    assert all(fact.quote in texts[fact.page] for fact in stated)
    assert kind is found.kind


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("basecamp__Basecamp_Data_Processing_Addendum_v201805", "scrambled"),
        ("docling-project__2206.01062_pg3", "password"),
        ("ocrmypdf__linn", "looks scanned"),
    ],
)
def test_real_documents_that_cannot_be_read_say_why(name: str, sentence: str) -> None:
    """A shifted text layer, a password and a scan each get their own sentence where nothing is recognised."""
    result = outcome(PDFS / f"{name}.pdf", Recognition(engine="off"))

    assert isinstance(result, str) and sentence in result


@pytest.mark.parametrize(
    ("name", "page", "words"),
    [
        ("ocrmypdf__linn", 1, "FORWARD, REWIND, and LOCATE controls."),
        ("basecamp__Basecamp_Data_Processing_Addendum_v201805", 1, "Data Processing Addendum"),
    ],
)
def test_pages_without_a_usable_text_layer_are_read_from_their_picture(name: str, page: int, words: str) -> None:
    """A scan and a shifted text layer give the words that stand on the page, marked as read from the picture."""
    result = outcome(PDFS / f"{name}.pdf", Recognition(pages=1))

    assert isinstance(result, Reading)
    assert PageState.OCR == result.pages[page - 1].state
    assert words.casefold() in " ".join(result.pages[page - 1].text.split()).casefold()


@pytest.mark.parametrize("channel", ["white", "invisible", "clip", "tiny", "offpage", "ocg_hidden"])
def test_injected_text_that_nobody_sees_is_left_out(channel: str) -> None:
    """Each way to hide an instruction from people hides it from the index too, and is remarked."""
    reading = read(hostile(f"inject_{channel}"))

    assert RemarkKind.HIDDEN_TEXT in [remark.kind for remark in reading.remarks]


@pytest.mark.parametrize(
    "name",
    ["bomb_flate_x3_4G", "bomb_lzw", "bomb_ops__A_Tj", "bomb_flate_runlength", "pages_kids_same_100k"],
)
def test_hostile_files_end_within_their_limits(name: str) -> None:
    """A bomb is refused with a sentence or read in part, never waited for."""
    result = outcome(hostile(name))

    assert isinstance(result, str) or len(result.pages) <= 2000
