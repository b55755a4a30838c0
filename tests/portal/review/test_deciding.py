"""A reviewer decides on what was seen; a decision counts as long as answer and verdict say the same."""

from pathlib import Path
from uuid import uuid4

import pytest
from litestar import Litestar

from portal.assessments.returning import return_assessment
from portal.assessments.tables import AskedAgain, Assessment
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.dates import date_long
from portal.core.errors import Conflict, InvalidForm, NotAllowed, NotFound
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.review.completing import complete_review
from portal.review.deciding import Seen, agree, agree_in_bulk, ask_again, drop_question, overrule
from portal.review.standing import review_of
from portal.review.tables import Decision
from portal.risk.levels import VerdictState
from questionnaires.answering import record_answer, submit
from questionnaires.storing import questionnaire_of
from questionnaires.values import Given
from tests.cast import Cast
from tests.portal.review import story

pytestmark = pytest.mark.anyio


@pytest.fixture
async def assessment(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> Assessment:
    """A submitted questionnaire with its verdicts."""
    return await story.reviewed(app, settings, cast, tmp_path)


async def state_of(assessment: Assessment) -> str:
    """Return the assessment's state."""
    row = await Assessment.objects().get(Assessment.id == assessment.id)
    assert row is not None
    return str(row.state)


async def test_the_first_decision_starts_the_review(assessment: Assessment, cast: Cast) -> None:
    """Agreeing is kept with its name, and moves the assessment on."""
    await agree(cast.reviewer, assessment.id, await story.seen(assessment, "AC-01"))

    one = await story.question(assessment, "AC-01")
    assert one.decision is not None
    assert ("agreed", "Rosa Lindqvist", False) == (one.decision.kind.value, one.decision.by, one.open)
    assert "in_review" == await state_of(assessment)
    assert await AuditEntry.exists().where(AuditEntry.action == "verdict.agreed")


async def test_overruling_puts_another_verdict_in_force(assessment: Assessment, cast: Cast) -> None:
    """The reviewer's verdict counts, with a reason; the program's is kept beside it."""
    before = await story.seen(assessment, "AC-02")
    with pytest.raises(InvalidForm):
        await overrule(cast.reviewer, assessment.id, before, VerdictState.SUPPORTED, " ")

    await overrule(
        cast.reviewer, assessment.id, before, VerdictState.SUPPORTED_WITH_EXCEPTION, "Two of 25 is an exception."
    )

    one = await story.question(assessment, "AC-02")
    assert VerdictState.SUPPORTED_WITH_EXCEPTION is one.state
    assert one.verdict is not None
    assert VerdictState.CONTRADICTED is one.verdict.state


async def test_overruling_with_the_same_verdict_is_refused(assessment: Assessment, cast: Cast) -> None:
    """That would be agreeing."""
    with pytest.raises(InvalidForm):
        await overrule(
            cast.reviewer, assessment.id, await story.seen(assessment, "AC-02"), VerdictState.CONTRADICTED, "Yes."
        )


async def test_a_page_that_is_out_of_date_decides_nothing(assessment: Assessment, cast: Cast) -> None:
    """Another revision or another verdict than was shown is a conflict."""
    fresh = await story.seen(assessment, "AC-01")

    for stale in (Seen("AC-01", fresh.revision + 1, fresh.verdict), Seen("AC-01", fresh.revision, uuid4())):
        with pytest.raises(Conflict):
            await agree(cast.reviewer, assessment.id, stale)

    assert 0 == await Decision.count()


async def test_a_question_that_does_not_apply_is_not_found(assessment: Assessment, cast: Cast) -> None:
    """A reference from elsewhere decides nothing."""
    with pytest.raises(NotFound):
        await agree(cast.reviewer, assessment.id, Seen("ZZ-99", 0, None))


async def test_not_applicable_is_decided_too(assessment: Assessment, cast: Cast) -> None:
    """Saying that a question does not apply waits for a reviewer, who may say that it does."""
    before = await story.question(assessment, "PH-02")

    await overrule(cast.reviewer, assessment.id, await story.seen(assessment, "PH-02"), None, "They use backup tapes.")

    after = await story.question(assessment, "PH-02")
    assert (True, False) == (before.open, after.open)


async def test_a_plain_no_asks_for_no_decision(assessment: Assessment, cast: Cast) -> None:
    """It asserts nothing, so there is nothing to agree with."""
    one = await story.question(assessment, "CR-02")

    assert (None, False) == (one.verdict, one.open)
    with pytest.raises(Conflict):
        await overrule(
            cast.reviewer, assessment.id, await story.seen(assessment, "CR-02"), VerdictState.SUPPORTED, "So."
        )


async def test_bulk_takes_only_light_and_supported_answers(assessment: Assessment, cast: Cast) -> None:
    """A heavy supported answer, a contradicted one and an unproven one wait for a look of their own."""
    everything = [await story.seen(assessment, one.ref) for one in (await review_of(assessment)).reviewed]

    count = await agree_in_bulk(cast.reviewer, assessment.id, everything)

    decided = [one.ref for one in (await review_of(assessment)).reviewed if one.decision]
    assert (1, ["AC-01"]) == (count, decided)


async def test_a_decision_falls_when_the_verdict_changes(
    app: Litestar, assessment: Assessment, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """New evidence that changes what is shown asks for a new look; what stays the same stays decided."""
    for ref in ("AC-01", "AC-02", "CR-01", "PH-01"):
        await agree(cast.reviewer, assessment.id, await story.seen(assessment, ref))
    escorts = story.note(
        tmp_path / "Physical security policy.pdf",
        f"Physical security policy\n\nEffective {date_long(today())}. This policy applies to all sites.\n\n"
        "Visitors are escorted in secure areas at all times.",
    )

    await story.give(settings, cast.helio, escorts)
    await story.work_off(app, settings)

    review = await review_of(assessment)
    assert ["PH-01", "PH-02"] == [one.ref for one in review.reviewed if one.open]


async def test_asking_again_goes_to_the_vendor_and_comes_back(
    assessment: Assessment, settings: Settings, cast: Cast
) -> None:
    """The note keeps the question open until it is settled; a changed answer asks for a new decision."""
    await agree(cast.reviewer, assessment.id, await story.seen(assessment, "AC-02"))
    await ask_again(cast.reviewer, assessment.id, await story.seen(assessment, "AC-02"), "Always?")
    noted = await story.question(assessment, "AC-02")

    await return_assessment(settings, "Aldgate Bank", cast.reviewer, assessment.id)
    with pytest.raises(Conflict, match="back with the vendor"):
        await agree(cast.reviewer, assessment.id, await story.seen(assessment, "AC-01"))
    asked = (await questionnaire_of(assessment.response)).find_question("AC-02")
    assert asked is not None
    async with transaction():
        await record_answer(assessment.response, asked, Given("no"), revision=1, by="Dana Ortiz", at=now())
        await submit(assessment.response, now())
        await AskedAgain.update({AskedAgain.settled_at: now()}).where(AskedAgain.assessment == assessment.id)

    answered = await story.question(assessment, "AC-02")
    assert ("Always?", True) == (noted.note, noted.open)
    assert ("", None, None) == (answered.note, answered.decision, answered.verdict)


async def test_what_is_not_asked_after_all_is_dropped(assessment: Assessment, cast: Cast) -> None:
    """As long as it has not gone to the vendor."""
    await ask_again(cast.reviewer, assessment.id, await story.seen(assessment, "PH-01"), "Please show us.")

    await drop_question(cast.reviewer, assessment.id, "PH-01")

    assert "" == (await story.question(assessment, "PH-01")).note
    with pytest.raises(Conflict):
        await drop_question(cast.reviewer, assessment.id, "PH-01")


async def test_a_review_is_completed_when_nothing_is_open(assessment: Assessment, cast: Cast) -> None:
    """Before that the sentence says how many are left, and afterwards nothing can be decided."""
    with pytest.raises(Conflict, match="5 questions of this review still open"):
        await complete_review(cast.reviewer, assessment.id)
    for ref in ("AC-01", "AC-02", "CR-01", "PH-01", "PH-02"):
        await agree(cast.reviewer, assessment.id, await story.seen(assessment, ref))

    await complete_review(cast.reviewer, assessment.id)

    assert "completed" == await state_of(assessment)
    with pytest.raises(Conflict, match="completed"):
        await agree(cast.reviewer, assessment.id, await story.seen(assessment, "AC-01"))


async def test_an_auditor_decides_nothing(assessment: Assessment, cast: Cast) -> None:
    """Reading is not reviewing."""
    with pytest.raises(NotAllowed):
        await agree(cast.auditor, assessment.id, await story.seen(assessment, "AC-01"))
