"""The page that holds this time's answers beside last time's."""

from datetime import timedelta

import pytest

from portal.assessments.answering import save_answer
from portal.assessments.choosing import add_questionnaire
from portal.assessments.sending import Sending, send_assessment
from portal.assessments.submitting import submit_assessment
from portal.assessments.tables import Assessment
from portal.core.clock import now
from portal.core.settings import Settings
from portal.loads.counting import counted
from portal.loads.filling import COMPANY, answer_all, long_questionnaire
from portal.review.yearly import yearly_page
from questionnaires.comparing import Change
from questionnaires.model import Questionnaire
from tests.cast import Cast, VendorSide
from tests.client import Browser
from tests.portal.review.story import ANSWERS, questionnaire

pytestmark = pytest.mark.anyio


async def submitted(
    settings: Settings, cast: Cast, side: VendorSide, days_ago: int, answers: dict[str, tuple[str, str]]
) -> Assessment:
    """Send the story's questionnaire and submit it as of so many days ago; `answers` are other ones, with a comment."""
    wanted = Sending(side.vendor.id, "story", side.service.id, contact=side.contact.id)
    assessment = await send_assessment(settings, COMPANY, cast.reviewer, wanted)
    for ref, given in ANSWERS.items():
        value, comment = answers.get(ref, ("", given.comment))
        raw = {"answer": [value] if value else list(given.texts), "comment": [comment], "reason": [given.reason]}
        await save_answer(side.who, assessment.id, ref, raw, 0)
    await submit_assessment(side.who, assessment.id, side.contact.name, "Security lead")
    moment = {Assessment.submitted_at: now() - timedelta(days=days_ago)}
    await Assessment.update(moment).where(Assessment.id == assessment.id)  # type: ignore[arg-type]
    return assessment


async def test_the_reviewer_sees_what_became_of_each_answer(browser: Browser, database: Settings, cast: Cast) -> None:
    """What got worse stands first, with both answers; a chip narrows the list, and last time's answers are a link away."""
    await add_questionnaire(cast.reviewer, questionnaire())
    await submitted(database, cast, cast.corvid, 5, {})  # another vendor's is never compared with
    before = await submitted(database, cast, cast.helio, 370, {})
    now_ = await submitted(database, cast, cast.helio, 3, {"AC-01": ("no", "Not since March.")})
    await browser.become(cast.auditor)

    page = await yearly_page(cast.auditor, now_.id, "", 1)
    text = (await browser.get(f"/reviews/{now_.id}/changes")).text
    narrowed = (await browser.get(f"/reviews/{now_.id}/changes?show=regressed")).text

    assert page.earlier is not None
    assert before.id == page.earlier.id
    assert ("AC-01", Change.REGRESSED) == (page.lines[0].ref, page.lines[0].change)
    assert {Change.REGRESSED, Change.SAME} == {line.change for line in page.lines}
    assert not page.same.whole
    assert "Not since March." in text
    assert f"/assessments/{before.id}" in text
    assert 1 == narrowed.count('<li class="change">')
    assert f"/reviews/{now_.id}/changes" in (await browser.get(f"/reviews/{now_.id}")).text


async def test_answers_copied_to_the_word_are_pointed_out(browser: Browser, database: Settings, cast: Cast) -> None:
    """When nothing at all differs, the page says so; the first time there is nothing to compare with, which it says, too."""
    await add_questionnaire(cast.reviewer, questionnaire())
    first = await submitted(database, cast, cast.helio, 370, {})
    again = await submitted(database, cast, cast.helio, 3, {})
    await browser.become(cast.reviewer)

    copied = (await browser.get(f"/reviews/{again.id}/changes")).text
    none = (await browser.get(f"/reviews/{first.id}/changes")).text

    assert "Every answer is word for word the one from last time." in copied
    assert "Nothing to compare with" in none


@pytest.mark.parametrize("count", [30, 300])
async def test_comparing_costs_the_same_queries(database: Settings, cast: Cast, count: int) -> None:
    """Thirty questions or three hundred: at most ten queries."""
    asked: Questionnaire = long_questionnaire(count)
    await add_questionnaire(cast.reviewer, asked)
    rows = []
    for days in (370, 3):
        wanted = Sending(cast.helio.vendor.id, asked.key, contact=cast.helio.contact.id)
        row = await send_assessment(database, COMPANY, cast.reviewer, wanted)
        await answer_all([row.response], asked.questions)
        moment = {Assessment.submitted_at: now() - timedelta(days=days), Assessment.state: "submitted"}
        await Assessment.update(moment).where(Assessment.id == row.id)  # type: ignore[arg-type]
        rows.append(row)

    with counted() as cost:
        page = await yearly_page(cast.reviewer, rows[1].id, "", 1)

    assert page.same.whole
    assert 10 == cost.count
    assert count == page.total
