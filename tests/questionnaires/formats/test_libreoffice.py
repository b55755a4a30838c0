"""LibreOffice opens what we filled in, sees every answer and finds everything else as it was."""

import shutil
import subprocess
from pathlib import Path

import pytest

from questionnaires.formats import caiq, hecvat, offline
from questionnaires.formats.source import Source, from_path
from questionnaires.formats.workbook import Book, Cell
from questionnaires.model import QuestionKind
from questionnaires.values import Given
from tests.questionnaires.formats import hecvat_files
from tests.questionnaires.formats.books import NOT_HERE, SHARED
from tests.questionnaires.formats.caiq_files import caiq_4
from tests.questionnaires.formats.test_offline import ANSWERS, COPY
from tests.questionnaires.formats.test_offline import written as offline_workbook
from tests.questionnaires.samples import SMALL

OFFICE = shutil.which("soffice") or ""
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not OFFICE, reason="LibreOffice is not on this machine")]


def opened_and_saved(data: bytes, folder: Path) -> Book:
    """What LibreOffice writes after it opened the file; one that it would have to repair it does not open unasked."""
    folder.mkdir()
    (folder / "in.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(folder / "out"),
    ]
    subprocess.run([*command, str(folder / "in.xlsx")], check=True, capture_output=True, timeout=300)
    return Book((folder / "out" / "in.xlsx").read_bytes())


def written(book: Book) -> dict[tuple[str, Cell], str]:
    """Every cell that is written rather than worked out, with what it says."""
    return {
        (sheet.name, cell): sheet.text(cell)
        for sheet in book.sheets
        for cell, raw in sheet.parts.cells.items()
        if not raw.has_formula and sheet.text(cell)
    }


def assert_only_answers_differ(original: bytes, filled: bytes, tmp_path: Path) -> None:
    """Compare what LibreOffice saw before and after with what we meant to change."""
    was, wanted = written(Book(original)), written(Book(filled))
    meant = {place: text for place, text in wanted.items() if was.get(place) != text}

    old = written(opened_and_saved(original, tmp_path / "before"))
    new = written(opened_and_saved(filled, tmp_path / "after"))

    assert meant
    assert meant == {place: new[place] for place in new if old.get(place) != new[place]}
    assert not old.keys() - new.keys()


def test_filled_caiq_opens(tmp_path: Path) -> None:
    """A CAIQ with answers of every kind."""
    answers = {"A&A-01.1": Given("yes", "=1+1"), "CEK-03.1": Given("no", "a <b> & “c”\nnew line")}

    filled = caiq.fill(Source("q.xlsx", caiq_4({})), answers)

    assert_only_answers_differ(caiq_4({}), filled.data, tmp_path)


def test_filled_hecvat_opens(tmp_path: Path) -> None:
    """A HECVAT with hidden sheets, formulas and extended rules."""
    answers = {"REQU-01": Given("yes"), "APPL-01": Given("no", "Soon."), "HOST-02": Given("Racks")}

    filled = hecvat.fill(Source("q.xlsx", hecvat_files.hecvat()), answers)

    assert_only_answers_differ(hecvat_files.hecvat(), filled.data, tmp_path)


@pytest.mark.skipif(not SHARED.is_dir(), reason=NOT_HERE)
def test_real_filled_hecvat_opens(tmp_path: Path) -> None:
    """HECVAT 4.1.4 with every yes or no answered."""
    original = from_path(SHARED / "hecvat" / "HECVAT414.xlsx")
    asked = hecvat.read(original).questionnaire.questions
    answers = {
        one.ref: Given("yes", "Described.") for one in asked if one.kind is QuestionKind.YES_NO and one.ref != "AILM-07"
    }

    filled = hecvat.fill(original, answers)

    assert ((), 302) == (filled.warnings, filled.answers)
    assert_only_answers_differ(original.data, filled.data, tmp_path)


def test_our_workbook_survives_being_saved(tmp_path: Path) -> None:
    """Answers of every kind, lists to choose from and the number of the download are there when it comes back."""
    saved = opened_and_saved(offline_workbook(), tmp_path / "offline")

    found = offline.answers_in(SMALL, offline.rows_in(saved.sheets))

    assert (ANSWERS, [], COPY) == (found.given, found.refused, offline.copy_of(saved))
    sheet = saved.find_sheet("Questions")
    assert sheet is not None
    assert ("Yes", "No", "In part", "Does not apply") == sheet.choices(Cell(3, 5))
