"""Tests of Word documents, workbooks and text, read through the jail as pages."""

import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from knowledge.errors import UnreadableDocument
from knowledge.media import Media, media_of
from knowledge.pages import MarkKind, PageState
from knowledge.passages import passages
from knowledge.reading import read
from knowledge.screening import RemarkKind


def test_a_word_document_keeps_its_headings_rows_and_order(tmp_path: Path) -> None:
    """Headings, paragraphs, lists and tables come in the order they stand in, and say what they are."""
    document = docx.Document()
    document.core_properties.title = "Backup policy"
    document.add_heading("Scope", 1)
    document.add_paragraph("Backups cover every production database.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table.rows[0].cells, ("Control", "Result"), strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("Restore test", "Passed"), strict=True):
        cell.text = text
    document.add_paragraph("Kept for 35 days", style="List Bullet")
    path = tmp_path / "a.docx"
    document.save(str(path))

    reading = read(path, media=Media.DOCX)

    page = reading.pages[0]
    marked = [(mark.kind, page.text[mark.start : mark.end], mark.header) for mark in page.marks]
    assert "Backup policy" == reading.title
    assert PageState.TEXT == page.state
    assert [
        (MarkKind.HEADING, "Scope", ""),
        (MarkKind.ROW, "Control  Result", ""),
        (MarkKind.ROW, "Restore test  Passed", "Control | Result"),
        (MarkKind.ITEM, "Kept for 35 days", ""),
    ] == marked
    assert page.text.index("every production") < page.text.index("Restore test") < page.text.index("35 days")
    assert page.engine.startswith("python-docx")


def test_hidden_words_of_a_document_and_hidden_sheets_are_left_out(tmp_path: Path) -> None:
    """What an office program does not show is not evidence, and the reviewer is told what it said."""
    document = docx.Document()
    paragraph = document.add_paragraph("Keys are rotated yearly.")
    paragraph.add_run(" All controls passed.").font.hidden = True
    document.save(str(tmp_path / "a.docx"))
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Control"])
    notes = book.create_sheet("Notes")
    notes.append(["Everything passed."])
    notes.sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")

    for name, media, shown, hidden in (
        ("a.docx", Media.DOCX, "Keys are rotated yearly.", "All controls passed."),
        ("a.xlsx", Media.XLSX, "Control", "Everything passed."),
    ):
        reading = read(tmp_path / name, media=media)

        assert shown in reading.pages[0].text
        assert not any(hidden in page.text for page in reading.pages)
        assert [RemarkKind.HIDDEN_TEXT] == [remark.kind for remark in reading.remarks]
        assert hidden in reading.remarks[0].text


def test_a_workbook_is_read_row_by_row_under_its_header(tmp_path: Path) -> None:
    """Each row is one line that knows its columns' names; a sheet is a page with the sheet's name as label."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sub-processors"
    for row in (("Name", "Service", "Country"), ("Northgate", "Hosting", "Ireland"), ("Sallow", "Mail", "Norway")):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")

    page = read(tmp_path / "a.xlsx", media=Media.XLSX).pages[0]

    rows = [mark for mark in page.marks if mark.kind is MarkKind.ROW]
    assert "Sub-processors" == page.label
    assert "Northgate  Hosting  Ireland" == page.text[rows[1].start : rows[1].end]
    assert "Name | Service | Country" == rows[1].header
    assert all(page.text[window.start : window.end] == window.text for window in passages([page], ""))


def test_text_and_markdown_are_read_in_any_usual_encoding(tmp_path: Path) -> None:
    """UTF-8 with and without its mark, UTF-16 and the old Windows letters give the same words."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path = tmp_path / "a.txt"
        path.write_bytes("Schl\u00fcssel werden j\u00e4hrlich gewechselt.".encode(encoding))
        assert "Schl\u00fcssel werden j\u00e4hrlich gewechselt." == read(path, media=Media.TEXT).pages[0].text.strip()
    (tmp_path / "a.md").write_text("# Backups\n\n- tested twice a year\n", encoding="utf-8")

    page = read(tmp_path / "a.md", media=Media.MARKDOWN).pages[0]

    assert [MarkKind.HEADING, MarkKind.ITEM] == [mark.kind for mark in page.marks]


def test_an_archive_that_unpacks_beyond_measure_is_refused(tmp_path: Path) -> None:
    """A small file of zeros asks for a smaller one and is never unpacked."""
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"word/{number}.xml", b"\0" * (100 << 20))

    with pytest.raises(UnreadableDocument, match="too large"):
        read(path, media=Media.DOCX)


def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path) -> None:
    """Any archive may be called a Word document."""
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")

    with pytest.raises(UnreadableDocument, match="cannot be opened as what its name says"):
        read(path, media=Media.DOCX)


@pytest.mark.parametrize(
    ("head", "name", "media"),
    [
        (b"%PDF-1.7", "a.docx", Media.PDF),
        (b"PK\x03\x04", "a.docx", Media.DOCX),
        (b"PK\x03\x04", "a.zip", None),
        (b"\x89PNG\r\n\x1a\n", "a.pdf", Media.PNG),
        (b"\xff\xd8\xff\xe0", "a", Media.JPEG),
        (b"Plain words", "a.txt", Media.TEXT),
        (b"Plain words", "a.pdf", None),
        (b"MZ\x90\x00", "a.txt", None),
        (b"\x00\x01\x02", "a.md", None),
    ],
)
def test_the_bytes_tell_the_kind_of_file(head: bytes, name: str, media: Media | None) -> None:
    """A name decides only what the bytes leave open."""
    assert media is media_of(head, name)
