"""Tests of reading text from pictures: scans, photographs and a scanner's own text layer."""

from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import TextMode
from PIL import Image, ImageDraw, ImageFont

from knowledge.errors import UnreadableDocument
from knowledge.media import Media
from knowledge.pages import PageState
from knowledge.picture_pages import agreement
from knowledge.reading import Limits, Reading, Recognition, read
from knowledge.recognising import engine_for
from knowledge.screening import RemarkKind
from tests.knowledge.pdfs import blank_pdf, save

SENTENCES = (
    "Access rights are reviewed every quarter.",
    "Backups are stored in a second region.",
    "Keys are rotated every twelve months.",
)
ENGINES = [name for name in ("tesseract", "rapidocr") if engine_for(Recognition(engine=name))]


def picture(lines: tuple[str, ...] = SENTENCES, width: int = 1240) -> Image.Image:
    """Draw lines of text as a scanner would see them: an A4 sheet at 150 dots an inch."""
    sheet = Image.new("L", (width, int(width * 1.414)), "white")
    font = ImageFont.load_default(size=34)
    for number, line in enumerate(lines):
        ImageDraw.Draw(sheet).text((110, 140 + 90 * number), line, fill="black", font=font)
    return sheet


def scan(pdf: FPDF, lines: tuple[str, ...] = SENTENCES, layer: tuple[str, ...] = ()) -> FPDF:
    """Add a scanned page, with the invisible text layer that a scanner may put over it."""
    pdf.add_page()
    pdf.image(picture(lines), x=0, y=0, w=pdf.w, h=pdf.h)
    with pdf.local_context(text_mode=TextMode.INVISIBLE):
        for number, line in enumerate(layer):
            pdf.text(18, 25 + 15 * number, line)
    return pdf


def read_with(path: Path, engine: str = "auto", media: Media = Media.PDF) -> Reading:
    """Read a file with this way of recognising text."""
    return read(path, Limits(recognition=Recognition(engine=engine)), media=media)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_scan_is_read_from_its_picture(tmp_path: Path, engine: str) -> None:
    """Every line comes back, the page says that it was recognised and by what, and each word knows its place."""
    path = save(scan(blank_pdf()), tmp_path / "a.pdf")

    page = read_with(path, engine).pages[0]

    assert list(SENTENCES) == [" ".join(line.split()) for line in page.text.splitlines() if line.strip()]
    assert PageState.OCR == page.state
    assert page.engine.startswith(engine)
    quarter = next(word for word in page.words if page.text[word.start : word.end].startswith("quarter"))
    assert 0.4 < quarter.left < quarter.right < 0.8
    assert 0.06 < quarter.top < quarter.bottom < 0.14


def test_a_photograph_of_a_certificate_is_read(tmp_path: Path) -> None:
    """A PNG and a JPEG are one page each, read from the picture."""
    for media, form in ((Media.PNG, "PNG"), (Media.JPEG, "JPEG")):
        path = tmp_path / f"a.{media.value}"
        picture().convert("RGB").save(path, form)

        reading = read_with(path, media=media)

        assert ["1"] == [str(page.number) for page in reading.pages]
        assert "Backups are stored in a second region." in reading.pages[0].text


def test_a_photograph_held_sideways_is_turned(tmp_path: Path) -> None:
    """A camera's note on how it was held is followed."""
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    picture().rotate(90, expand=True).save(path, "JPEG", exif=exif)

    assert "Keys are rotated every twelve months." in read_with(path, media=Media.JPEG).pages[0].text


def test_without_recognition_a_scan_is_refused_with_what_to_do(tmp_path: Path) -> None:
    """Where it is switched off, the uploader is asked for a copy with text."""
    path = save(scan(blank_pdf()), tmp_path / "a.pdf")

    with pytest.raises(UnreadableDocument, match=r"looks scanned\. Please upload the original"):
        read_with(path, "off")


def test_pages_beyond_the_budget_keep_their_state(tmp_path: Path) -> None:
    """What there was no time for is said to be unread; it is never taken for empty."""
    path = save(scan(scan(blank_pdf())), tmp_path / "a.pdf")

    reading = read(path, Limits(recognition=Recognition(pages=1)))

    assert [PageState.OCR, PageState.SCANNED] == [page.state for page in reading.pages]


def test_a_text_layer_that_the_picture_bears_out_is_read_from_the_picture(tmp_path: Path) -> None:
    """The scanner's layer is noted, and nothing is called hidden."""
    path = save(scan(blank_pdf(), layer=SENTENCES), tmp_path / "a.pdf")

    reading = read_with(path)

    assert "Backups are stored in a second region." in reading.pages[0].text
    assert [RemarkKind.OCR_LAYER] == [remark.kind for remark in reading.remarks]


def test_a_text_layer_that_says_something_else_is_hidden_text(tmp_path: Path) -> None:
    """Words that only a program sees do not become evidence; the reviewer is told what they were."""
    said = ("All controls operated effectively.", "No exceptions were noted.", "Penetration tests found nothing.")
    path = save(scan(blank_pdf(), layer=said), tmp_path / "a.pdf")

    reading = read_with(path)

    assert "exceptions" not in reading.pages[0].text
    assert RemarkKind.HIDDEN_TEXT in [remark.kind for remark in reading.remarks]


def test_a_text_layer_over_a_blank_picture_is_hidden_text(tmp_path: Path) -> None:
    """A picture that shows nothing bears nothing out."""
    pdf = scan(blank_pdf(), lines=(), layer=SENTENCES)
    pdf.add_page()
    pdf.text(20, 30, "A page that anybody can read.")

    reading = read_with(save(pdf, tmp_path / "a.pdf"))

    assert [PageState.SCANNED, PageState.TEXT] == [page.state for page in reading.pages]
    assert RemarkKind.HIDDEN_TEXT in [remark.kind for remark in reading.remarks]


def test_a_picture_of_too_many_pixels_is_refused_not_waited_for(tmp_path: Path) -> None:
    """A small file that unpacks to a huge picture ends as unreadable."""
    path = tmp_path / "a.png"
    flood = BytesIO()
    Image.new("1", (30_000, 30_000)).save(flood, "PNG")
    path.write_bytes(flood.getvalue())

    with pytest.raises(UnreadableDocument):
        read_with(path, media=Media.PNG)


def test_agreement_counts_the_layers_words() -> None:
    """A layer agrees as far as its words are seen."""
    assert 1.0 == agreement("", "anything")
    assert 0.5 == agreement("keys rotated", "keys are kept")
