"""What the tests of answering offline share: a vendor's desk with the workbook on it."""

import html
import json
import re
from collections.abc import Mapping
from io import BytesIO
from uuid import UUID

import openpyxl

from portal.assessments.access import assessment_for
from portal.assessments.answering import write_answer
from portal.assessments.choosing import add_questionnaire
from portal.assessments.tables import Assessment
from portal.core.database import transaction
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from questionnaires.answering import answer_rows, answers_of
from questionnaires.formats.offline import columns
from questionnaires.model import Questionnaire
from questionnaires.storing import get_questionnaire
from questionnaires.values import Given
from tests.cast import Cast, VendorSide
from tests.client import Browser
from tests.portal.assessments.sending import sent
from tests.questionnaires.samples import SMALL

Cells = Mapping[tuple[str, str], object]
_SEEN = re.compile(r'name="seen" value="([^"]*)"')


class Desk:
    """A contact's browser on one assessment."""

    def __init__(self, browser: Browser, assessment: Assessment, side: VendorSide) -> None:
        self.browser, self.assessment, self.side = browser, assessment, side
        self.base = f"/answer/{assessment.id}/offline"

    async def answer(self, ref: str, given: Given | None) -> None:
        """Answer online, as another tab or colleague does."""
        assessment = await assessment_for(self.side.who, self.assessment.id)
        question = (await get_questionnaire(assessment.questionnaire)).find_question(ref)
        row = (await answer_rows(assessment.response)).get(ref)
        assert question is not None
        async with transaction():
            await write_answer(self.side.who, assessment, question, given, row.revision if row else 0)

    async def download(self) -> bytes:
        """Get the workbook."""
        got = await self.browser.submit(f"{self.base}/workbook")
        assert 200 == got.status_code, got.text
        return got.content

    async def bring(self, data: bytes, name: str = "filled.xlsx") -> str:
        """Upload a file; returns the path of what would change."""
        got = await self.browser.submit(self.base, files=[("files", (name, data, "application/octet-stream"))])
        assert 303 == got.status_code, html.unescape(got.text)
        return got.headers["location"]

    async def refused(self, data: bytes, name: str = "filled.xlsx") -> str:
        """Upload a file that is not taken; returns the page."""
        got = await self.browser.submit(self.base, files=[("files", (name, data, "application/octet-stream"))])
        assert 422 == got.status_code
        return html.unescape(got.text)

    async def preview(self, path: str) -> str:
        """What would change, as the person reads it."""
        got = await self.browser.get(path)
        assert 200 == got.status_code
        return html.unescape(got.text)

    async def save(self, path: str, page: str, chosen: Mapping[str, str]) -> tuple[int, str]:
        """Press the button on the page as it was seen."""
        found = _SEEN.search(page)
        seen = found.group(1) if found else "{}"
        if found and not seen.endswith("}"):  # unescaped quotes end the attribute early
            seen = page[found.start(1) : page.index("}", found.start(1)) + 1]
        form = {"seen": seen, **{f"take:{ref}": side for ref, side in chosen.items()}}
        got = await self.browser.submit(path, form)
        return got.status_code, html.unescape(got.text)

    async def answers(self) -> dict[str, Given]:
        """What stands."""
        return await answers_of(self.assessment.response)


async def desk_of(
    browser: Browser, settings: Settings, cast: Cast, asked: Questionnaire = SMALL, side: VendorSide | None = None
) -> Desk:
    """Send Helio a questionnaire, and sit down at its contact's desk."""
    await add_questionnaire(SYSTEM, asked)
    assessment = await sent(settings, cast, asked.key)
    await browser.become(cast.helio.who)
    return Desk(browser, assessment, side or cast.helio)


def edited(data: bytes, cells: Cells) -> bytes:
    """The workbook after somebody set cells, named by reference and column."""
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book[columns.QUESTIONS]
    rows = {cell.value: number for number, cell in enumerate(sheet["A"], start=1)}
    for (ref, key), value in cells.items():
        column = list(columns.HEADERS).index(key) + 1
        sheet.cell(rows[ref], column).value = value  # type: ignore[assignment]  # whatever people write
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def shown_seen(page: str) -> dict[str, int]:
    """The revisions that a page shows."""
    at = page.index('name="seen" value="') + len('name="seen" value="')
    found: dict[str, int] = json.loads(page[at : page.index("}", at) + 1])
    return found


def id_of(path: str) -> UUID:
    """The file's id in its address."""
    return UUID(path.rpartition("/")[2])
