"""A spreadsheet of no known kind: somebody says which column holds what, and the next of its shape is offered the same."""

import html
from io import BytesIO

import httpx
import openpyxl
import pytest

from portal.assessments.answering import save_answer
from portal.assessments.choosing import get_offered
from portal.assessments.file_tables import SheetFile, SheetTemplate
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from questionnaires.answering import answers_of
from questionnaires.values import Given
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.offline.working import Desk
from tests.portal.assessments.sending import sent
from tests.questionnaires.formats.test_spreadsheet import HEADER, ROWS, workbook

pytestmark = pytest.mark.anyio
FORM = {
    "do": "take",
    "title": "Supplier check",
    "key": "supplier-check",
    "sheet": "Check",
    "was_sheet": "Check",
    "header": "3",
    "was_header": "3",
    "column-ref": "1",
    "column-question": "2",
    "column-answer": "3",
    "column-comment": "4",
    "headings": "yes",
    "otherwise": "yes_no",
}


async def brought(browser: Browser, data: bytes, name: str = "ACME_check.xlsx") -> str:
    """Upload a spreadsheet as a reviewer; returns where its columns are pointed out."""
    got = await browser.submit("/questionnaires", files=[("files", (name, data, "application/octet-stream"))])
    assert 303 == got.status_code, html.unescape(got.text)
    return got.headers["location"]


async def test_columns_are_guessed_shown_and_taken_in(browser: Browser, database: Settings, cast: Cast) -> None:
    """The first questions are shown as they would come in with what is left out; one press takes them in."""
    await browser.become(cast.reviewer)
    path = await brought(browser, workbook())

    page = html.unescape((await browser.get(path)).text)
    taken = await browser.submit(path, FORM)

    assert "4 questions in 2 sections, 2 answers; 3 remarks below" in page
    assert "Check, row 10: it has no question." in page and "App · Text message" in page
    assert 'value="ACME check"' in page and '<option value="2" selected>Column B · Question' in page
    assert (303, "/questionnaires/supplier-check") == (taken.status_code, taken.headers["location"])
    asked = (await get_offered("supplier-check")).questionnaire
    assert ("Supplier check", ["1.1", "1.2", "2.1", "2.4"]) == (asked.title, [one.ref for one in asked.questions])
    assert (0, 1) == (await SheetFile.count(), await SheetTemplate.count())
    actions = {row["action"] for row in await AuditEntry.select(AuditEntry.action)}
    assert {"sheet_file.received", "questionnaire.imported", "sheet_template.kept"} <= actions


async def test_the_next_file_of_the_same_shape_is_offered_the_same(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Even where a person had chosen otherwise than we guess, and the header stands elsewhere."""
    await browser.become(cast.reviewer)
    await browser.submit(await brought(browser, workbook()), {**FORM, "column-comment": "5", "yes_is_good": "yes"})

    await browser.become(cast.approver)
    page = (await browser.get(await brought(browser, workbook([("2027",), *ROWS]), "next.xlsx"))).text
    other = (await browser.get(await brought(browser, workbook([("ID", "Question"), ("1", "Is it?")]), "o.xlsx"))).text

    assert "the columns are chosen as Rosa Lindqvist chose them for ACME_check.xlsx" in html.unescape(page)
    assert '<option value="5" selected>Column E' in page and '<option value="4" selected>Row 4: No.' in page
    assert "A file of this shape is known" not in other


async def test_answers_go_back_into_the_sheet_that_asked(browser: Browser, database: Settings, cast: Cast) -> None:
    """A journey: taken in, sent, answered, exported into the same file; a sheet of an unknown shape is refused in a sentence."""
    await browser.become(cast.reviewer)
    await browser.submit(await brought(browser, workbook()), FORM)
    assessment = await sent(database, cast, "supplier-check")
    raw = {"answer": ["not_applicable"], "reason": ["=We have none"]}
    await save_answer(cast.helio.who, assessment.id, "2.4", raw, 0)
    await save_answer(cast.helio.who, assessment.id, "1.2", {"answer": ["c2"], "comment": ["For all."]}, 0)
    page = f"/assessments/{assessment.id}/export"

    got = await browser.submit(page, files=[("files", ("check.xlsx", workbook(), "application/octet-stream"))])
    other = workbook([("ID", "Question", "Answer"), ("1", "Is it?", "")])
    unknown = await browser.submit(page, files=[("files", ("o.xlsx", other, "application/octet-stream"))])

    sheet = openpyxl.load_workbook(BytesIO(got.content))["Check"]
    assert [200, 422] == [got.status_code, unknown.status_code]
    assert ["N/A", "'=We have none"] == [sheet["C11"].value, sheet["D11"].value]
    assert ["Text message", "For all."] == [sheet["C6"].value, sheet["D6"].value]
    assert "o.xlsx is a spreadsheet of no kind we know" in html.unescape(unknown.text)
    assert 1 == await AuditEntry.count().where(AuditEntry.action == "assessment.exported")


async def test_another_header_has_its_columns_guessed_anew(browser: Browser, database: Settings, cast: Cast) -> None:
    """A look changes nothing; what was chosen is kept, and a faulty choice is told at the head."""
    await browser.become(cast.reviewer)
    path = await brought(browser, workbook())

    anew = await browser.submit(path, {**FORM, "do": "look", "header": "3", "was_header": "1", "column-question": "5"})
    twice = await browser.submit(path, {**FORM, "do": "look", "column-question": "1"})
    none = await browser.submit(path, {**FORM, "column-question": ""})

    assert [200, 200, 422] == [reply.status_code for reply in (anew, twice, none)]
    assert '<option value="2" selected>Column B · Question' in anew.text
    assert "One column is chosen for two things" in twice.text and "which column holds the questions" in none.text
    assert 1 == await SheetFile.count()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Title: please fill this in."),
        ({"key": "lite"}, "“lite” is the key of one of our own questionnaires"),
        ({"key": "a b"}, "A questionnaire's key is made of letters"),
        ({"header": "11", "was_header": "11"}, "No row of this sheet can be read as a question"),
        ({"sheet": "None", "was_sheet": "None"}, "There is no sheet called “None”."),
    ],
)
async def test_what_cannot_be_taken_in_is_told(
    changes: dict[str, str], sentence: str, browser: Browser, database: Settings, cast: Cast
) -> None:
    """One sentence says what to mend, and what was chosen stays."""
    await browser.become(cast.reviewer)

    got = await browser.submit(await brought(browser, workbook()), {**FORM, **changes})

    assert (422, True) == (got.status_code, sentence in html.unescape(got.text))


async def test_a_file_is_put_away(browser: Browser, database: Settings, cast: Cast) -> None:
    """Nothing is taken in, and the page is gone."""
    await browser.become(cast.reviewer)
    path = await brought(browser, workbook())

    dropped = await browser.submit(f"{path}/drop")

    assert (303, 404) == (dropped.status_code, (await browser.get(path)).status_code)


async def test_a_vendor_brings_answers_in_such_a_file(browser: Browser, database: Settings, cast: Cast) -> None:
    """The sheet that asked the questions, filled in by the vendor, is read by the same columns and merged."""
    await browser.become(cast.reviewer)
    await browser.submit(await brought(browser, workbook()), FORM)
    assessment = await sent(database, cast, "supplier-check")
    await browser.become(cast.helio.who)
    desk = Desk(browser, assessment, cast.helio)
    rows: list[tuple[object, ...]] = [
        HEADER,
        ("1.1", "Is MFA required?", "No", "Soon."),
        ("2.1", "Is data encrypted at rest?", "Yes"),
    ]

    path = await desk.bring(workbook(rows), "filled.xlsx")
    page = await desk.preview(path)
    status, _ = await desk.save(path, page, {"1.1": "file", "2.1": "file"})

    assert (303, "2 answers would be taken" in page) == (status, True)
    assert {"1.1": Given("no", "Soon."), "2.1": Given("yes")} == await answers_of(assessment.response)


async def test_answers_that_come_with_a_questionnaire_are_told(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Whoever takes the file in reads where its answers go."""
    await browser.become(cast.reviewer)

    taken = await browser.submit(await brought(browser, workbook()), FORM)

    assert "The 2 answers in the file count once" in await said(browser, taken)


async def said(browser: Browser, reply: httpx.Response) -> str:
    """What the next page says of it."""
    return html.unescape((await browser.get(reply.headers["location"])).text)
