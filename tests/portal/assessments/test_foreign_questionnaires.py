"""Questionnaires of others come in by the command, are answered on our pages, and go out into the file they came in."""

import html
import json
from pathlib import Path

import anyio
import httpx
import pytest
from click.testing import CliRunner

from portal.assessments.answering import save_answer
from portal.assessments.choosing import add_questionnaire
from portal.assessments.commands import questionnaire
from portal.core.running import opened
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from questionnaires import formats
from questionnaires.answering import answers_of
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import native
from questionnaires.formats.source import Source
from questionnaires.values import Given
from tests.cast import Cast, make_cast
from tests.client import Browser
from tests.portal.assessments.sending import an_answer, answer, filled, sent
from tests.questionnaires.formats import hecvat_files
from tests.questionnaires.formats.books import book
from tests.questionnaires.formats.caiq_files import caiq_4, caiq_csv, caiq_json
from tests.questionnaires.formats.test_vsaq import BASE, TEXT, extension

FILES = {
    "caiq.xlsx": caiq_4(),
    "caiq.csv": caiq_csv(),
    "caiq.json": caiq_json(),
    "hecvat.xlsx": hecvat_files.hecvat({"APPL-01": ("Yes", "By role.")}),
    "vsaq.json": TEXT.encode(),
}


def run(folder: Path, *arguments: str) -> list[dict[str, object]]:
    """Run a command in a data folder and return its lines."""
    result = CliRunner().invoke(questionnaire, [*arguments, "--data", str(folder / "data")], catch_exceptions=False)
    assert 0 == result.exit_code, result.output
    return [json.loads(line) for line in result.output.splitlines()]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("caiq.xlsx", ("caiq-4.0.3", 4, 5, 3, 0)),
        ("caiq.csv", ("caiq", 4, 5, 0, 0)),
        ("caiq.json", ("caiq-4.1.0", 4, 5, 0, 0)),
        ("hecvat.xlsx", ("hecvat-4.1.9", 4, 8, 1, 0)),
        ("vsaq.json", ("vsaq-vsaq", 4, 7, 0, 2)),
    ],
)
def test_every_format_comes_in(name: str, expected: tuple[object, ...], tmp_path: Path) -> None:
    """One line tells what came in, and the questionnaire stands in the list of those that can be sent."""
    (tmp_path / name).write_bytes(FILES[name])

    (line,) = run(tmp_path, "import", str(tmp_path / name))

    assert expected == tuple(line[key] for key in ("questionnaire", "sections", "questions", "answers", "tips"))
    assert expected[0] in [listed["questionnaire"] for listed in run(tmp_path, "list")]


def test_extension_comes_in_with_its_questionnaire(tmp_path: Path) -> None:
    """Both files are named, and what comes in has the questions of both."""
    (tmp_path / "b.json").write_text(BASE)
    (tmp_path / "e.json").write_bytes(extension().data)

    (line,) = run(tmp_path, "import", str(tmp_path / "b.json"), "--extension", str(tmp_path / "e.json"))

    assert ("vsaq-b", 3) == (line["questionnaire"], line["questions"])


def test_a_foreign_workbook_gets_a_sentence(tmp_path: Path) -> None:
    """A workbook of no known kind ends in one sentence that says what was looked for."""
    (tmp_path / "other.xlsx").write_bytes(book({"One": "<sheetData/>"}))

    with pytest.raises(UnreadableQuestionnaire, match="a workbook of no kind we know"):
        run(tmp_path, "import", str(tmp_path / "other.xlsx"))


@pytest.mark.parametrize("name", ["caiq.xlsx", "hecvat.xlsx"])
def test_answers_go_out_into_the_original(name: str, tmp_path: Path) -> None:
    """The answers of an assessment are written into a copy of the workbook that asked them."""
    original = tmp_path / name
    original.write_bytes(caiq_4({}) if name == "caiq.xlsx" else hecvat_files.hecvat())
    (line,) = run(tmp_path, "import", str(original))
    assessment, given = anyio.run(_answered, tmp_path / "data", str(line["questionnaire"]))

    (exported,) = run(tmp_path, "export", assessment, str(tmp_path / "out.xlsx"), "--into", str(original))

    found = formats.read(tmp_path / "out.xlsx")
    assert (given, len(given), line["version"]) == (found.answers, exported["answers"], found.questionnaire.version)
    assert [] == exported["warnings"]


async def _answered(data: Path, key: str) -> tuple[str, dict[str, Given]]:
    async with opened(data) as settings:
        assessment = await filled(settings, await make_cast(), key)
        return str(assessment.id), await answers_of(assessment.response)


@pytest.mark.anyio
@pytest.mark.parametrize("name", list(FILES))
async def test_a_vendor_answers_on_our_pages(name: str, browser: Browser, database: Settings, cast: Cast) -> None:
    """Whatever references and choices a format brings, its questions are shown and answered by plain forms."""
    asked = formats.read_source(Source(name, FILES[name])).questionnaire
    await add_questionnaire(SYSTEM, asked)
    assessment = await sent(database, cast, asked.key)
    staff_page = await (await browser.become(cast.reviewer)).get(f"/questionnaires/{asked.key}")
    await browser.become(cast.helio.who)
    front = await browser.get(f"/answer/{assessment.id}/{asked.sections[0].key}")

    saved = {q.ref: await answer(browser, assessment.id, q.ref, an_answer(q)) for q in asked.questions[:3]}

    assert asked.questions[0].ref in html.unescape(front.text)
    assert (200, 200, {303}) == (front.status_code, staff_page.status_code, set(saved.values()))
    assert set(saved) == set(await answers_of(assessment.response))


@pytest.mark.anyio
async def test_tips_appear_with_the_answer_that_calls_for_them(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """A vendor sees what an answer calls for, without its severity; the reviewers' page shows every tip with it."""
    asked = formats.read_source(Source("vsaq.json", FILES["vsaq.json"])).questionnaire
    await add_questionnaire(SYSTEM, asked)
    assessment = await sent(database, cast, asked.key)
    staff_page = await (await browser.become(cast.reviewer)).get(f"/questionnaires/{asked.key}")
    await browser.become(cast.helio.who)
    page, address = f"/answer/{assessment.id}/net", f"/answer/{assessment.id}/questions/tls"

    before = await browser.get(page)
    token = {"x-csrftoken": await browser.token(page), "hx-request": "true", "sec-fetch-site": "same-origin"}
    saved = await browser.client.post(address, data={"answer": "tls_no", "revision": "0"}, headers=token)
    after = await browser.get(page)

    assert "Critical" in staff_page.text and "Well done." in staff_page.text
    assert ["Use it." in shown.text for shown in (before, saved, after)] == [False, True, True]
    assert "Critical" not in after.text and "Well done." not in after.text


async def _upload(browser: Browser, name: str, data: bytes) -> httpx.Response:
    return await browser.submit("/questionnaires", files=[("files", (name, data, "application/octet-stream"))])


@pytest.mark.anyio
async def test_a_file_comes_in_on_the_page(browser: Browser, database: Settings, cast: Cast) -> None:
    """A reviewer takes a workbook in and is shown it; what was not kept of another is listed."""
    await browser.become(cast.reviewer)

    whole = await _upload(browser, "caiq.xlsx", caiq_4())
    partly = await _upload(browser, "vsaq.json", TEXT.encode())

    assert (303, "/questionnaires/caiq-4.0.3") == (whole.status_code, whole.headers["location"])
    assert 200 == (await browser.get("/questionnaires/caiq-4.0.3")).status_code
    assert "“secret” was left out: it is for the sender alone." in html.unescape(partly.text)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.pdf", b"%PDF-1.7", "a.pdf is in no format that is read here"),
        ("b.xlsx", book({"One": "<sheetData/>"}), "b.xlsx holds no rows with anything in them"),
        ("c.yaml", b"key: core", "it has no “sections”"),
        ("", b"", "Please choose a file first."),
    ],
)
async def test_a_file_that_cannot_come_in_is_told(
    name: str, data: bytes, sentence: str, browser: Browser, database: Settings, cast: Cast
) -> None:
    """One sentence says why, at the field and at the head of the page."""
    await browser.become(cast.reviewer)

    refused = await _upload(browser, name, data)

    assert 422 == refused.status_code
    shown = html.unescape(refused.text)
    assert 2 == shown.count(sentence)  # at the head of the page, where a phone shows it, and at the field


@pytest.mark.anyio
async def test_answers_go_out_on_the_page(browser: Browser, database: Settings, cast: Cast) -> None:
    """A reviewer downloads questions and answers in our own format, and the export is on record."""
    assessment = await filled(database, cast)
    page = f"/assessments/{assessment.id}/export"
    await browser.become(cast.reviewer)

    shown = await browser.get(page)
    given = await browser.submit(page)

    assert (200, 200) == (shown.status_code, given.status_code)
    assert f"lite-{assessment.id}.yaml" in given.headers["content-disposition"]
    assert await answers_of(assessment.response) == native.read(given.text).answers
    assert 1 == await AuditEntry.count().where(AuditEntry.action == "assessment.exported")


@pytest.mark.anyio
async def test_answers_go_out_into_an_uploaded_original(browser: Browser, database: Settings, cast: Cast) -> None:
    """What has no place in the file is said first and left out when one says so; another file is refused."""
    asked = formats.read_source(Source("c.xlsx", caiq_4({}))).questionnaire
    await add_questionnaire(SYSTEM, asked)
    assessment = await filled(database, cast, asked.key)
    await save_answer(cast.helio.who, assessment.id, "CEK-03.1", {"answer": ["in_part"]}, 1)
    page = f"/assessments/{assessment.id}/export"
    await browser.become(cast.reviewer)

    def files(data: bytes) -> list[tuple[str, tuple[str, bytes, str]]]:
        return [("files", ("c.xlsx", data, "application/octet-stream"))]

    doubtful = await browser.submit(page, files=files(caiq_4({})))
    written = await browser.submit(page, {"anyway": "yes"}, files=files(caiq_4({})))
    foreign = await browser.submit(page, files=files(book({"One": "<sheetData/>"})))

    assert (422, 200, 422) == (doubtful.status_code, written.status_code, foreign.status_code)
    assert "the file has no word for “In part”" in html.unescape(doubtful.text)
    assert "c.xlsx holds no rows with anything in them" in html.unescape(foreign.text)
    found = formats.read_source(Source("c.xlsx", written.content)).answers
    assert {question.ref for question in asked.questions} - {"CEK-03.1"} == set(found)
