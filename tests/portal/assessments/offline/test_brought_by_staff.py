"""Staff bring what a vendor mailed: the same preview, nothing overwritten silently, and said to be brought on its behalf."""

import json

import pytest

from portal.assessments.file_tables import AnswerFile
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from questionnaires.answering import answer_rows
from questionnaires.formats import native
from questionnaires.formats.offline import columns
from questionnaires.values import Given
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.offline.working import Desk, desk_of, edited, id_of
from tests.questionnaires.samples import SMALL

pytestmark = pytest.mark.anyio
BY = "Rosa Lindqvist, for the vendor"


@pytest.fixture
async def desk(browser: Browser, database: Settings, cast: Cast) -> Desk:
    """The reviewer's desk with Helio's questionnaire on it."""
    made = await desk_of(browser, database, cast)
    await browser.become(cast.reviewer)
    made.base = f"/assessments/{made.assessment.id}/brought"
    return made


async def test_a_mailed_workbook_is_taken_in_for_the_vendor(desk: Desk, cast: Cast) -> None:
    """A journey: staff download, the vendor fills in, staff bring it, and the vendor sees who brought what."""
    data = edited(await desk.download(), {("AC-01", "answer"): "Yes", ("SV-01", "answer"): "We wrote it down."})

    path = await desk.bring(data, "mailed.xlsx")
    page = await desk.preview(path)
    before = await desk.answers()
    status, _ = await desk.save(path, page, {"AC-01": "file", "SV-01": "file"})

    rows = await answer_rows(desk.assessment.response)
    assert "2 answers would be taken" in page and "You bring this for the vendor" in page
    assert ({}, 303) == (before, status)
    assert {"AC-01": BY, "SV-01": BY} == {ref: row.answered_by for ref, row in rows.items()}
    entries = await AuditEntry.objects().order_by(AuditEntry.id)
    assert ["answer.recorded", "answer.recorded", "answer_file.merged"] == [entry.action for entry in entries][-3:]
    assert {"Rosa Lindqvist"} == {entry.actor_name for entry in entries[-3:]}
    assert json.loads(entries[-1].detail)["for_vendor"] is True
    await desk.browser.become(cast.helio.who)
    shown = await desk.browser.get(f"/answer/{desk.assessment.id}/offline")
    assert "mailed.xlsx" in shown.text and "taken in" in shown.text


async def test_what_the_vendor_answered_meanwhile_is_never_overwritten_silently(desk: Desk) -> None:
    """Both sides are shown; without a choice nothing is saved."""
    data = edited(await desk.download(), {("SV-01", "answer"): "From the mail."})
    await desk.answer("SV-01", Given("From Dana."))
    path = await desk.bring(data)

    page = await desk.preview(path)
    silent, _ = await desk.save(path, page, {})
    stood = await desk.answers()
    chosen, _ = await desk.save(path, page, {"SV-01": "file"})

    assert "From Dana." in page and "From the mail." in page and "Which answer counts?" in page
    assert (422, {"SV-01": Given("From Dana.")}) == (silent, stood)
    assert (303, {"SV-01": Given("From the mail.")}) == (chosen, await desk.answers())


async def test_each_side_opens_its_own_files(desk: Desk, cast: Cast) -> None:
    """A file that waits is the side's that brought it; those who only read bring nothing."""
    yaml = native.write(SMALL, {"AC-01": Given("no")}).encode()
    path = await desk.bring(yaml, "ours.yaml")
    theirs = f"/answer/{desk.assessment.id}/offline/{id_of(path)}"

    await desk.browser.become(cast.helio.who)
    listed = (await desk.browser.get(f"/answer/{desk.assessment.id}/offline")).text
    vendor = await desk.browser.get(theirs)
    taken = await desk.browser.submit(theirs, {"seen": "{}"})
    await desk.browser.become(cast.auditor)
    auditor = await desk.browser.get(desk.base)

    assert [404, 404, 403] == [vendor.status_code, taken.status_code, auditor.status_code]
    assert "ours.yaml" not in listed
    assert 1 == await AnswerFile.count().where(AnswerFile.ours.eq(True))


async def test_a_questionnaire_that_is_handed_in_takes_no_file(desk: Desk, cast: Cast) -> None:
    """Once cancelled or submitted nothing is brought, in a sentence; a stranger's file is refused as well."""
    refused = await desk.refused(b"nothing", "nothing.xlsx")
    await desk.browser.submit(f"/assessments/{desk.assessment.id}/cancel")

    late = await desk.refused(native.write(SMALL, {"AC-01": Given("no")}).encode(), "a.yaml")

    assert "field-error" in refused or "nothing.xlsx" in refused
    assert "its answers can no longer be changed" in late
    assert columns.QUESTIONS not in late
