"""Workbooks are read by their parts and filled in with nothing changed but the cells that are set."""

import random
import re
import zipfile
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given as over
from hypothesis import settings
from hypothesis import strategies as st

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.workbook import Book, Cell
from questionnaires.formats.workbook.cells import areas, column_name, column_number, find_area, find_cell
from questionnaires.formats.workbook.package import Package
from tests.questionnaires.formats.books import HEAD, MAIN, NOT_HERE, SHARED, book, package, parts, unpacked

SHEET = (
    '<dimension ref="A1:C4"/><cols><col min="3" max="3" style="7"/></cols><sheetData>'
    '<row r="1" spans="1:3" ht="20"><c r="A1" t="s"><v>0</v></c><c r="C1" s="4" t="s"><v>1</v></c></row>'
    '<row r="2"><c r="A2" s="2"/><c r="B2" cm="1" s="3" t="str"><f>A1&amp;"&gt;"</f><v>kept</v></c></row>'
    '<row r="4" s="9" customFormat="1"/></sheetData>'
    '<dataValidations count="1"><dataValidation type="list" sqref="A2 C1:C9"><formula1>"Yes,No, N/A"</formula1>'
    "</dataValidation></dataValidations><extLst><ext uri='{CCE6A557}'>"
    "<x14:dataValidations><x14:dataValidation type='list'>"
    "<x14:formula1><xm:f>'Other one'!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>D1</xm:sqref></x14:dataValidation>"
    "</x14:dataValidations></ext></extLst>"
)
X14 = 'xmlns:x14="urn:x14" xmlns:xm="urn:xm"'
OTHER = (
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>One</t></is></c><c r="B1"><v>3.50</v></c></row><row r="2">'
    '<c r="A2" t="inlineStr"><is><r><t>T</t></r><r><t>wo</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>'
    '</row><row r="3"><c r="A3" t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A3:A4"/></mergeCells>'
)
STRINGS = ("Question", "An_x0041_swer &amp; more")


def sample(sheet: str = SHEET) -> bytes:
    """A workbook with styles, formulas, rules of both kinds and merged cells."""
    made = parts({"First": sheet, "Other one": OTHER}, STRINGS)
    made["xl/worksheets/sheet1.xml"] = str(made["xl/worksheets/sheet1.xml"]).replace(MAIN, f"{MAIN} {X14}", 1)
    made["xl/media/image1.png"] = random.Random(1).randbytes(2_000)
    return package(made)


def test_cells_say_what_they_show() -> None:
    """Shared, inline, rich and worked-out texts, numbers and truth values come out as a person reads them."""
    first, other = Book(sample()).sheets

    assert {1: {1: "Question", 3: "AnAswer & more"}, 2: {2: "kept"}} == first.rows
    assert {1: {1: "One", 2: "3.5"}, 2: {1: "Two"}, 3: {1: "TRUE"}} == other.rows
    assert first.has_formula(Cell(2, 2)) and not first.has_formula(Cell(1, 1))


def test_lists_to_choose_from_are_known() -> None:
    """A rule with its list written out and an extended one that names a range of another sheet are both read."""
    first = Book(sample()).sheets[0]

    assert ("Yes", "No", "N/A") == first.choices(Cell(2, 1)) == first.choices(Cell(5, 3))
    assert ("One", "Two", "TRUE") == first.choices(Cell(1, 4))
    assert () == first.choices(Cell(2, 2))


def test_list_by_a_defined_name_is_known() -> None:
    """A rule may name its list by a name of the workbook."""
    rule = '<dataValidations><dataValidation type="list" sqref="A1"><formula1>Words</formula1></dataValidation>'
    cells = '<sheetData><row r="1"><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c></row></sheetData>'
    defined = '<definedNames><definedName name="Words">Main!$B$1:$C$1</definedName></definedNames>'

    sheet = Book(book({"Main": f"{cells}{rule}</dataValidations>"}, defined=defined)).sheets[0]

    assert ("1", "2") == sheet.choices(Cell(1, 1))


def test_only_the_cells_that_are_set_change() -> None:
    """Every other part is the same byte for byte, and so is the sheet around the cells, whose looks are kept."""
    before = sample()
    values: dict[tuple[str, Cell], str | float] = {
        ("First", Cell(1, 3)): "Yes",
        ("First", Cell(2, 1)): "a < b & c",
        ("First", Cell(4, 2)): 2.5,
    }

    after = Book(before).filled(values)

    old, new = unpacked(before), unpacked(after)
    changed = "xl/worksheets/sheet1.xml"
    assert list(old) == list(new)
    assert {changed} == {name for name in old if old[name] != new[name]}
    expected = (
        old[changed]
        .replace(
            b'<c r="C1" s="4" t="s"><v>1</v></c>',
            b'<c r="C1" s="4" t="inlineStr"><is><t xml:space="preserve">Yes</t></is></c>',
        )
        .replace(
            b'<c r="A2" s="2"/>',
            b'<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">a &lt; b &amp; c</t></is></c>',
        )
        .replace(
            b'<row r="4" s="9" customFormat="1"/>',
            b'<row r="4" s="9" customFormat="1"><c r="B4" s="9"><v>2.5</v></c></row>',
        )
    )
    assert expected == new[changed]


def test_cells_and_rows_that_are_missing_are_put_in_order() -> None:
    """New cells stand between their neighbours with the look of their column, new rows between theirs."""
    values: dict[tuple[str, Cell], str | float] = {
        ("First", Cell(1, 2)): "b",
        ("First", Cell(1, 5)): "e",
        ("First", Cell(3, 3)): "c",
        ("First", Cell(9, 1)): 9.0,
    }

    new = unpacked(Book(sample()).filled(values))["xl/worksheets/sheet1.xml"]

    names = re.findall(rb'<c r="(\w+)"', new)
    assert [b"A1", b"B1", b"C1", b"E1", b"A2", b"B2", b"C3", b"A9"] == names
    assert b'<row r="3"><c r="C3" s="7" t="inlineStr">' in new
    assert b'<dimension ref="A1:E9"/>' in new
    assert b'<row r="1" spans="1:5" ht="20">' in new


def test_empty_sheet_and_prefixed_names_are_filled() -> None:
    """A sheet without rows, and one whose elements carry a prefix, are written in their own manner."""
    made = parts({"Empty": "<sheetData/>", "Prefixed": ""})
    made["xl/worksheets/sheet2.xml"] = (
        HEAD + '<x:worksheet xmlns:x="urn:main"><x:sheetData><x:row><x:c/><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>'
        "</x:worksheet>"
    )
    values: dict[tuple[str, Cell], str | float] = {("Empty", Cell(2, 2)): "x", ("Prefixed", Cell(1, 2)): "y"}

    filled = Book(package(made)).filled(values)

    assert ({2: {2: "x"}}, {1: {2: "y"}}) == tuple(sheet.rows for sheet in Book(filled).sheets)
    assert b'<x:c/><x:c t="inlineStr"><x:is><x:t xml:space="preserve">y' in unpacked(filled)["xl/worksheets/sheet2.xml"]


def test_merged_cells_are_one() -> None:
    """Setting any of them sets the first, which is the one that shows."""
    other = Book(Book(sample()).filled({("Other one", Cell(4, 1)): "Both"})).sheets[1]

    assert ("Both", "Both") == (other.text(Cell(3, 1)), other.text(Cell(4, 1)))


def test_formulas_are_never_written_over() -> None:
    """A cell that is worked out keeps its formula, and with it the order of calculation."""
    with pytest.raises(UnreadableQuestionnaire, match="Cell B2 is worked out by a formula"):
        Book(sample()).filled({("First", Cell(2, 2)): "x"})


@settings(max_examples=60, deadline=None)
@over(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_text_comes_back(text: str) -> None:
    """Texts come back as they went in, but for characters that XML cannot hold and the kinds of line ends."""
    cell = ("First", Cell(1, 3))

    filled = Book(sample()).filled({cell: text})

    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert kept == Book(filled).sheets[0].text(cell[1])


@pytest.mark.filterwarnings(
    "ignore:Data Validation extension", "ignore:Workbook contains no default style", "ignore:Unknown extension"
)
@settings(max_examples=40, deadline=None)
@over(st.dictionaries(st.tuples(st.integers(1, 12), st.integers(1, 9)), st.sampled_from(["x", "Yes", 4.0]), max_size=9))
def test_another_reader_reads_the_same(chosen: dict[tuple[int, int], str | float]) -> None:
    """Whatever cells are set, openpyxl finds them, and every other cell as it was."""
    cells = {place: value for place, value in chosen.items() if place != (2, 2)}

    filled = Book(sample()).filled({("First", Cell(*place)): value for place, value in cells.items()})

    before, after = (openpyxl.load_workbook(BytesIO(data))["First"] for data in (sample(), filled))
    for row in range(1, 13):
        for column in range(1, 10):
            expected = cells.get((row, column), before.cell(row, column).value)
            assert expected == after.cell(row, column).value


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a whole .xlsx workbook"),
        (b"PK\x03\x04 and no more", "not a whole .xlsx workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old .xls workbook or one with a password"),
        (package({"a.txt": "a"}), "does not say where its workbook is"),
        (package({"../a": "a"}), "names a place outside it"),
        (package({"/a": "a"}), "names a place outside it"),
        (package({"C:/a": "a"}), "names a place outside it"),
        (package({"a": "a", "A": "b"}), "two parts of one name"),
        (package({str(number): "" for number in range(5_001)}), "more than 5,000 parts"),
        (package({f"{number}.bin": bytes(90_000_000) for number in range(3)}), "unpacks to more than 250 MB"),
        (book({}), "has no sheets"),
    ],
)
def test_foreign_and_hostile_files_get_a_sentence(data: bytes, sentence: str) -> None:
    """What is no workbook, or is made to do harm, is refused in words before anything is unpacked."""
    with pytest.raises(UnreadableQuestionnaire, match=re.escape(sentence)):
        Book(data)


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        ("<sheetData><row>", "broken XML"),
        ("<a>" * 101 + "</a>" * 101, "nests too deeply"),
        ('<sheetData><row r="9999999"/></sheetData>', "has a row 9999999"),
        ('<sheetData><row r="1"><c r="ZZZZ1"/></row></sheetData>', "has a cell ZZZZ1"),
    ],
)
def test_broken_sheets_get_a_sentence(inside: str, sentence: str) -> None:
    """A sheet that breaks off, nests without end or is larger than sheets are is refused in words."""
    with pytest.raises(UnreadableQuestionnaire, match=sentence):
        Book(book({"One": inside})).sheets[0].rows  # noqa: B018 - reading is the act


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "_rels/.rels"])
def test_entities_are_never_read(name: str) -> None:
    """A part with a document type, the place where entities and outside files are declared, is refused wherever it is."""
    made = parts({"One": SHEET.replace("x14:", "").replace("xm:", "")}, STRINGS)
    made[name] = str(made[name]).replace(
        "?>\n", '?>\n<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd"><!ENTITY c "&b;&b;">]>\n', 1
    )

    with pytest.raises(UnreadableQuestionnaire, match="document type"):
        Book(package(made)).sheets[0].rows  # noqa: B018 - reading is the act


def test_damaged_and_locked_parts_get_a_sentence() -> None:
    """Bytes that do not unpack, and parts under a password, are refused in words."""
    data = sample()
    at = data.index(b"xl/worksheets/sheet1.xml") + 40
    damaged = Book(data[:at] + bytes(20) + data[at + 20 :]).sheets[0]
    locked = bytearray(data)
    for start in (found.start() for found in re.finditer(b"PK\x01\x02", data)):
        locked[start + 8] |= 1

    with pytest.raises(UnreadableQuestionnaire, match="does not unpack"):
        damaged.rows  # noqa: B018 - reading is the act
    with pytest.raises(UnreadableQuestionnaire, match="has a password"):
        Book(bytes(locked))


def test_parts_that_lie_about_their_size_are_cut_off() -> None:
    """A part that unpacks to more than it says is damaged, not a way to fill the memory."""
    data = bytearray(package({"big.bin": bytes(5_000_000)}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = data.index(mark) + offset
        data[start : start + 4] = (100).to_bytes(4, "little")

    with pytest.raises(UnreadableQuestionnaire, match="does not unpack"):
        Package(bytes(data)).read("big.bin")


def test_names_of_cells() -> None:
    """Names and numbers of cells turn into each other, and what no sheet has is nothing."""
    for number, letters in ((1, "A"), (26, "Z"), (27, "AA"), (703, "AAA"), (16_384, "XFD")):
        assert (letters, number) == (column_name(number), column_number(letters))
    assert (Cell(5, 3), None, None) == (find_cell("$C$5"), find_cell("XFE1"), find_cell("A1048577"))
    assert "C5" == str(Cell(5, 3))
    area = find_area("D9:C5")
    assert area is not None and Cell(7, 4) in area and Cell(4, 4) not in area
    assert 2 == len(areas("A1 no B2:C3"))
    whole = find_area("B:C")
    assert whole is not None and Cell(999_999, 2) in whole


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
@pytest.mark.parametrize("name", ["hecvat/HECVAT414.xlsx", "cisa-scrm/cisa-vendor-scrm.xlsx"])
def test_real_workbooks_keep_everything_else(name: str) -> None:
    """In real workbooks with formulas, extended rules and comments, only the cells that were set differ."""
    before = (SHARED / name).read_bytes()
    whole = Book(before)
    sheet = whole.sheets[0]
    cells = [cell for cell, raw in sheet.parts.cells.items() if not raw.has_formula and sheet.corner(cell) == cell][:40]

    after = whole.filled({(sheet.name, cell): f"Answer {cell}" for cell in cells})

    old, new = unpacked(before), unpacked(after)
    assert list(old) == list(new)
    assert {sheet.part} == {name for name in old if old[name] != new[name]}
    filled = Book(after).sheets[0].parts.cells
    differing = {cell for cell, raw in sheet.parts.cells.items() if filled[cell] != raw}
    assert set(cells) == differing
    with zipfile.ZipFile(BytesIO(before)) as one, zipfile.ZipFile(BytesIO(after)) as two:
        assert [(info.filename, info.date_time) for info in one.infolist()] == [
            (info.filename, info.date_time) for info in two.infolist()
        ]
