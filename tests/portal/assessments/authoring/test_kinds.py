"""Questions of several fields: written by forms, sent, answered by the vendor and read by staff."""

import pytest
from bs4 import BeautifulSoup

from portal.assessments.answering import save_answer
from portal.assessments.choosing import get_offered
from portal.assessments.sending import Sending, send_assessment
from portal.core.settings import Settings
from questionnaires.model import Column, ColumnKind, QuestionKind
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.authoring.test_pages import add_question, page_of, publish, save, started

pytestmark = pytest.mark.anyio


async def written(browser: Browser, cast: Cast) -> None:
    """Write and publish a table, a period and an attestation."""
    base = await started(browser, cast, "Kinds")
    table = await add_question(browser, base, ref="SU-01", text="Your sub-processors?", kind="table")
    await save(browser, table, column__0__label="Name", column__1__label="Role", column__1__kind="single")
    await save(browser, table, column__1__choices="Hosting\nSupport", do="column.add")
    await save(browser, table, column__2__label="Since", column__2__kind="date", column__2__required="")
    await add_question(browser, base, ref="GV-01", text="The period?", kind="date_range")
    period = await add_question(browser, base, ref="GV-02", text="The report's period?", kind="date_range")
    await save(browser, period, days="365", lasting="180")
    vouched = await add_question(browser, base, ref="GV-03", text="Please attest.", kind="attestation")
    await save(browser, vouched, statement="All of it is true.", expected="attested")
    await publish(browser, base)


async def test_each_kind_is_written_by_forms(browser: Browser, cast: Cast) -> None:
    """Columns with their kinds, expectations of a period, and words to attest come out as they were entered."""
    await written(browser, cast)

    table, plain, period, vouched = (await get_offered("kinds")).questionnaire.questions

    assert (
        Column("name", "Name"),
        Column("role", "Role", ColumnKind.SINGLE, choices=("Hosting", "Support")),
        Column("since", "Since", ColumnKind.DATE, required=False),
    ) == table.columns
    assert ((), ("within 365 days", "lasting 180 days")) == (plain.expected, period.expected)
    assert (QuestionKind.ATTESTATION, "All of it is true.", ("attested",)) == (
        vouched.kind, vouched.statement, vouched.expected,
    )  # fmt: skip


async def test_a_copy_keeps_every_field(browser: Browser, cast: Cast) -> None:
    """Duplicating questions of these kinds changes none of them."""
    await written(browser, cast)
    base = await started(browser, cast, "Again", "kinds")
    await publish(browser, base)

    copy, original = (await get_offered("again")).questionnaire, (await get_offered("kinds")).questionnaire

    assert original.sections == copy.sections


async def test_the_vendor_answers_and_staff_read(settings: Settings, browser: Browser, cast: Cast) -> None:
    """The answer page shows what was saved cell by cell, says what is missing, and staff read it in words."""
    await written(browser, cast)
    wanted = Sending(cast.helio.vendor.id, "kinds", contact=cast.helio.contact.id)
    assessment = await send_assessment(settings, "Aldgate Bank", cast.reviewer, wanted)
    url = f"/answer/{assessment.id}/questions"
    await browser.become(cast.helio.who)
    row = ["Acme", "", "2026-01-31", "", "", ""]

    saved = await browser.submit(f"{url}/SU-01", {"answer": row, "revision": "0"}, page="/answer")
    half = await browser.submit(f"{url}/GV-01", {"answer": ["2026-01-01", ""], "revision": "0"}, page="/answer")
    await browser.submit(f"{url}/GV-02", {"answer": ["2026-01-01", "2026-06-30"], "revision": "0"}, page="/answer")
    await save_answer(cast.helio.who, assessment.id, "GV-03", {"answer": ["Dana", "CISO", "2026-06-01"]}, 0)
    form = await page_of(browser, f"/answer/{assessment.id}/general")
    missing = await page_of(browser, f"/answer/{assessment.id}/missing")
    await browser.become(cast.reviewer)
    staff = await page_of(browser, f"/assessments/{assessment.id}")

    assert (303, 422) == (saved.status_code, half.status_code)
    assert "Give both days" in half.text and 'value="2026-01-01"' in half.text
    cells = [field.get("value", "") for field in form.select("#q-SU-01 td input")][:2]
    assert ["Acme", "2026-01-31"] == cells
    assert "Some cells that must be filled in are still empty" in form.get_text()
    assert {"SU-01", "GV-01"} == {word for word in ("SU-01", "GV-01", "GV-02", "GV-03") if word in missing.get_text()}
    told = staff.get_text()
    assert "Name: Acme · Since: 31 January 2026" in told
    assert "1 January 2026 to 30 June 2026" in told
    assert "“All of it is true.” Attested by Dana, CISO, on 1 June 2026" in told


async def test_the_preview_takes_them_too(browser: Browser, cast: Cast) -> None:
    """Trying them out shows what they bring."""
    await written(browser, cast)
    begun = await browser.submit("/questionnaires/kinds/next")
    given = {"GV-03.answer": ["Dana", "CISO", "2026-06-01"], "SU-01.answer": ["Acme", "Law", ""]}

    tried = await browser.submit(f"{begun.headers['location']}/preview", given)

    text = BeautifulSoup(tried.text, "html.parser").get_text()
    assert "100 of 100" in text
    assert "Row 1, Role: “Law” is not one of the choices." in text
