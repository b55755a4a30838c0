"""A file is read by what it holds, whatever it is called."""

from pathlib import Path

import pytest

from questionnaires import formats
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import native
from questionnaires.formats.source import Source
from questionnaires.values import Given
from tests.questionnaires.formats import hecvat_files
from tests.questionnaires.formats.books import book
from tests.questionnaires.formats.caiq_files import caiq_4, caiq_csv, caiq_json
from tests.questionnaires.formats.test_vsaq import BASE, extension
from tests.questionnaires.samples import SMALL


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.xlsx", caiq_4(), "caiq-4.0.3"),
        ("a.XLSM", hecvat_files.hecvat(), "hecvat-4.1.9"),
        ("no ending", caiq_4(), "caiq-4.0.3"),
        ("a.csv", caiq_csv(), "caiq"),
        ("a.json", caiq_json(), "caiq-4.1.0"),
        ("a.json", BASE.encode(), "vsaq-a"),
        ("a.json", b"// remark\n" + BASE.encode(), "vsaq-a"),
        ("a.json", SMALL.to_json().encode(), "small"),
        ("a.yaml", native.write(SMALL).encode("utf-16"), "small"),
    ],
)
def test_format_is_told_by_the_content(name: str, data: bytes, key: str) -> None:
    """Every format is known without being named."""
    assert key == formats.read_source(Source(name, data)).questionnaire.key


@pytest.mark.parametrize(
    ("name", "data", "format", "sentence"),
    [
        ("a.pdf", b"%PDF-1.7", "auto", "a.pdf is in no format that is read here; please choose a CAIQ"),
        ("a.xlsx", book({"One": "<sheetData/>"}), "auto", "a workbook of no kind we know"),
        ("a.docx", b"PK\x03\x04", "auto", "not a whole .xlsx workbook"),
        ("a.yaml", b"a: b", "sonnet", "is in no format that is read here"),
        ("a.json", b'{"a": 1}', "auto", "it has no “sections”"),
    ],
)
def test_unknown_file_gets_a_sentence(name: str, data: bytes, format: str, sentence: str) -> None:
    """The sentence says what we read."""
    with pytest.raises(UnreadableQuestionnaire, match=sentence):
        formats.read_source(Source(name, data), format)


def test_extensions_are_for_vsaq(tmp_path: Path) -> None:
    """A VSAQ questionnaire is read with its extension; another format cannot have one."""
    (tmp_path / "b.json").write_text(BASE)
    (tmp_path / "e.json").write_bytes(extension().data)
    (tmp_path / "q.csv").write_bytes(caiq_csv())

    found = formats.read(tmp_path / "b.json", extensions=[tmp_path / "e.json"])

    assert 3 == len(found.questionnaire.questions)
    with pytest.raises(UnreadableQuestionnaire, match="Only a VSAQ questionnaire"):
        formats.read(tmp_path / "q.csv", extensions=[tmp_path / "e.json"])


def test_answers_go_into_formats_that_take_them() -> None:
    """A CAIQ is filled in by what it is; a VSAQ questionnaire has no place for answers."""
    answers = {"A&A-01.1": Given("yes")}

    filled = formats.fill(Source("a.xlsx", caiq_4({})), answers)

    assert answers == formats.read_source(Source("a.xlsx", filled.data)).answers
    with pytest.raises(UnreadableQuestionnaire, match="please choose the CAIQ or HECVAT file"):
        formats.fill(Source("a.json", BASE.encode()), answers)
