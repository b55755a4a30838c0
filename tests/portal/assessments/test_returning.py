"""Review and back: a returned questionnaire opens what was asked again, and only that, until it is submitted again."""

import pytest

from portal.assessments.answering import save_answer
from portal.assessments.returning import complete_assessment, return_assessment, start_review
from portal.assessments.states import AssessmentState
from portal.assessments.submitting import submit_assessment
from portal.assessments.tables import AskedAgain, Assessment
from portal.core.clock import now
from portal.core.errors import Conflict, NotAllowed
from portal.core.settings import Settings
from portal.core.tables import OutboxMessage
from questionnaires.model import QuestionKind
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import COMPANY, answer, filled, mailed_code, question_of, sent

pytestmark = pytest.mark.anyio


async def submitted(database: Settings, cast: Cast) -> Assessment:
    """Return a submitted assessment."""
    assessment = await filled(database, cast)
    await submit_assessment(cast.helio.who, assessment.id, "Dana Ortiz", "CISO")
    return assessment


async def ask_again(assessment: Assessment, ref: str, note: str) -> None:
    """Ask one question again, as the review does."""
    row = AskedAgain(assessment=assessment.id, ref=ref, note=note, asked_by_name="Rosa", asked_at=now())
    await AskedAgain.insert(row)


async def state_of(assessment: Assessment) -> str:
    """Return the state an assessment has now."""
    row = await Assessment.objects().get(Assessment.id == assessment.id)
    assert row is not None
    return str(row.state)


async def test_a_returned_question_is_answered_and_submitted_again(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """The contact is mailed, sees the note, can change that question only, and submits anew."""
    assessment = await submitted(database, cast)
    asked = await question_of(assessment, QuestionKind.YES_NO)
    other = await question_of(assessment, QuestionKind.TEXT)
    await start_review(cast.reviewer, assessment.id)
    await ask_again(assessment, asked.ref, "Which policy is that?")

    count = await return_assessment(database, COMPANY, cast.reviewer, assessment.id, "Thank you so far.")
    begun = await browser.submit("/invitation", {"code": await mailed_code()})
    goes_on = await browser.get(begun.headers["location"])
    page = await browser.get(goes_on.headers["location"])
    locked = await answer(browser, assessment.id, other.ref, "Another text", 1)
    changed = await answer(browser, assessment.id, asked.ref, "in_part", 1, comment="The 2026 one.")
    done = await browser.get(f"/answer/{assessment.id}")
    form: dict[str, str | list[str]] = {"name": "Dana Ortiz", "title": "CISO", "confirmed": "yes"}
    again = await browser.submit(f"/answer/{assessment.id}/submit", form)

    assert 1 == count
    assert "Which policy is that?" in page.text
    assert "Thank you so far." in page.text
    assert "1 came back" in page.text
    assert f"/answer/{assessment.id}/submit" == done.headers["location"]
    assert [409, 303, 303] == [locked, changed, again.status_code]
    assert AssessmentState.submitted == await state_of(assessment)
    assert not await AskedAgain.exists().where(AskedAgain.settled_at.is_null())


async def test_notes_not_returned_yet_stay_with_the_reviewers(browser: Browser, database: Settings, cast: Cast) -> None:
    """What a reviewer asks again is on no vendor's page before the questionnaire is returned."""
    assessment = await submitted(database, cast)
    asked = await question_of(assessment, QuestionKind.YES_NO)
    await ask_again(assessment, asked.ref, "A note between us")
    await browser.become(cast.helio.who)

    where = await browser.get(f"/answer/{assessment.id}/questions/{asked.ref}")
    page = await browser.get(where.headers["location"].partition("#")[0])
    await browser.become(cast.reviewer)
    staff = await browser.get(f"/assessments/{assessment.id}")

    assert "A note between us" not in page.text
    assert "can no longer be changed" in page.text
    assert "A note between us" in staff.text


async def test_nothing_asked_again_is_nothing_to_return(database: Settings, cast: Cast) -> None:
    """Returning names questions; without one it is refused and nothing is mailed."""
    assessment = await submitted(database, cast)
    await start_review(cast.reviewer, assessment.id)
    mails = await OutboxMessage.count()

    with pytest.raises(Conflict):
        await return_assessment(database, COMPANY, cast.reviewer, assessment.id)

    assert AssessmentState.in_review == await state_of(assessment)
    assert mails == await OutboxMessage.count()


async def test_steps_are_taken_in_order(database: Settings, cast: Cast) -> None:
    """Nothing is completed before its review, a review starts once, and what is completed stays."""
    assessment = await submitted(database, cast)
    with pytest.raises(Conflict):
        await complete_assessment(cast.reviewer, assessment.id)

    started = [await start_review(cast.reviewer, assessment.id) for _ in range(2)]
    await complete_assessment(cast.reviewer, assessment.id)

    assert [True, False] == started
    assert AssessmentState.completed == await state_of(assessment)
    with pytest.raises(Conflict):
        await complete_assessment(cast.reviewer, assessment.id)
    ref = (await question_of(assessment, QuestionKind.YES_NO)).ref
    with pytest.raises(Conflict):
        await save_answer(cast.helio.who, assessment.id, ref, {"answer": ["no"]}, 1)


async def test_who_does_not_review_cannot_return(database: Settings, cast: Cast) -> None:
    """An auditor reads, a contact answers; neither moves a review."""
    assessment = await sent(database, cast)
    for who in (cast.auditor, cast.helio.who):
        with pytest.raises(NotAllowed):
            await return_assessment(database, COMPANY, who, assessment.id)
        with pytest.raises(NotAllowed):
            await complete_assessment(who, assessment.id)
