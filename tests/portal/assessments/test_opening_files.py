"""Files of strangers are opened in a confined process: what it says is taken, what harms it is refused in words."""

from pathlib import Path

import pytest

from portal.assessments.opening_files import FilledIn, fill_upload, open_upload, read_file
from portal.core import jailed
from questionnaires import formats
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import Source, from_path, native, offline
from questionnaires.formats.spreadsheet import plain_sheets
from questionnaires.values import Given
from tests.questionnaires.formats.books import book
from tests.questionnaires.formats.caiq_files import caiq_4
from tests.questionnaires.formats.test_offline import ANSWERS as FILLED
from tests.questionnaires.formats.test_offline import COPY, written
from tests.questionnaires.formats.test_spreadsheet import workbook
from tests.questionnaires.formats.test_vsaq import BASE, TEXT, extension
from tests.questionnaires.samples import SMALL

ANSWERS = {"A&A-01.1": Given("yes", "=1 and “more”."), "DCS-02.1": Given("not_applicable", reason="None.")}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("name", "data"), [("q.xlsx", caiq_4()), ("v.json", TEXT.encode()), ("n.yaml", native.write(SMALL).encode())]
)
async def test_the_child_reads_what_we_would(name: str, data: bytes, tmp_path: Path) -> None:
    """Questionnaire, answers and warnings come through whole."""
    (tmp_path / name).write_bytes(data)

    assert formats.read(tmp_path / name) == await read_file(tmp_path / name)


@pytest.mark.anyio
async def test_the_child_fills_what_we_would(tmp_path: Path) -> None:
    """The filled copy is the same bytes, and the original is left alone."""
    (tmp_path / "q.xlsx").write_bytes(caiq_4({}))

    filled = await fill_upload(from_path(tmp_path / "q.xlsx"), ANSWERS)

    assert formats.fill(formats.from_path(tmp_path / "q.xlsx"), ANSWERS) == filled
    assert caiq_4({}) == (tmp_path / "q.xlsx").read_bytes()


@pytest.mark.anyio
async def test_extensions_go_along(tmp_path: Path) -> None:
    """A questionnaire and its extension are read together."""
    (tmp_path / "b.json").write_text(BASE)
    (tmp_path / "e.json").write_bytes(extension().data)

    imported = await read_file(tmp_path / "b.json", extensions=[tmp_path / "e.json"])

    assert 3 == len(imported.questionnaire.questions)


@pytest.mark.anyio
async def test_refusals_are_sentences(tmp_path: Path) -> None:
    """What the child refuses, and a file that is not there, come as one sentence."""
    (tmp_path / "q.xlsx").write_bytes(b"PK\x03\x04")

    with pytest.raises(UnreadableQuestionnaire, match="not a whole"):
        await read_file(tmp_path / "q.xlsx")
    with pytest.raises(UnreadableQuestionnaire, match="There is no file none"):
        await read_file(tmp_path / "none.csv")


@pytest.mark.anyio
async def test_a_file_that_takes_too_much_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that dies of its limits harms nobody; the file is refused."""
    monkeypatch.setattr(jailed, "MEMORY", 64 << 20)
    (tmp_path / "q.xlsx").write_bytes(book({"CAIQ": "<sheetData>" + " " * 60_000_000 + "</sheetData>"}))

    with pytest.raises(UnreadableQuestionnaire, match=r"given up|far larger inside than out"):
        await read_file(tmp_path / "q.xlsx")


@pytest.mark.anyio
async def test_the_child_tells_what_an_upload_is() -> None:
    """One of our workbooks filled in, a spreadsheet of no known kind with its lists, or a questionnaire."""
    ours = await open_upload(Source("ours.xlsx", written()))
    unknown = Source("unknown.xlsx", workbook())
    known = Source("q.xlsx", caiq_4())

    assert isinstance(ours, FilledIn)
    assert (COPY, FILLED) == (ours.copy, offline.answers_in(SMALL, ours.rows).given)
    assert plain_sheets(unknown) == await open_upload(unknown)
    assert formats.read_source(known) == await open_upload(known)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "data", [book({"Questions": "<sheetData>" + "<row><c" * 50}), written()[:4000], b"PK\x03\x04" * 99]
)
async def test_what_is_broken_is_refused_in_one_sentence(data: bytes) -> None:
    """Cut off, not closed, or no workbook at all."""
    with pytest.raises(UnreadableQuestionnaire) as refused:
        await open_upload(Source("b.xlsx", data))

    assert 1 == refused.value.sentence.count(".") - refused.value.sentence.count(
        ".xlsx"
    ) - refused.value.sentence.count(".xml")
