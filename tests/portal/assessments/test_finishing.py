"""Whoever asked a colleague hears that they have finished, once, and not from a link that was withdrawn."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from portal.assessments.answering import save_answer
from portal.assessments.colleagues.arriving import principal_of_colleague
from portal.assessments.colleagues.asking import Asking, ask_colleague, withdraw_colleague
from portal.assessments.colleagues.finishing import tell_all_finished, tell_finished
from portal.assessments.colleagues.noticing import FINISHED
from portal.assessments.colleagues.parts import Part
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.inviting import revoke_invitation
from portal.assessments.tables import Assessment, Invitation
from portal.core.clock import freeze, now
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, Job, OutboxMessage
from questionnaires.model import Question, QuestionKind
from questionnaires.storing import get_questionnaire
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import COMPANY, an_answer, sent

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """A clock that stands until a test moves it."""
    freeze(now())
    yield
    freeze(None)


async def test_who_asked_is_told_once(browser: Browser, database: Settings, cast: Cast) -> None:
    """Not while something is open; then by one mail that names the colleague and the part; the form says it too."""
    assessment = await sent(database, cast)
    first, second = await _two(assessment)
    li = await _asked(database, cast, assessment, "Li Wei", first, second)

    await _answer(li, assessment, first)
    early = await tell_finished(database, assessment.id)
    await browser.become(cast.helio.who)
    before = await browser.get(f"/answer/{assessment.id}/colleagues")
    await _answer(li, assessment, second)
    counts = [await tell_finished(database, assessment.id), await tell_finished(database, assessment.id)]
    counts.append(await tell_all_finished(database))
    after = await browser.get(f"/answer/{assessment.id}/colleagues")
    await browser.become(li)
    own = await browser.get(f"/answer/{assessment.id}/mine")

    mail = await OutboxMessage.objects().where(OutboxMessage.subject.like("%finished%")).first()
    assert mail is not None
    assert (0, [1, 0, 0]) == (early, counts)
    assert (cast.helio.contact.email, f"{COMPANY}: Li Wei has finished, {assessment.title}") == (
        mail.recipient, mail.subject,
    )  # fmt: skip
    assert "- Li Wei: 2 questions of “The service you provide”" in mail.body
    assert "are still open." in mail.body and "/invitation#" in mail.body
    assert "0 of 1 finished" in before.text and "1 of 1 finished" in after.text
    assert "You have answered what was asked of you. Dana Ortiz is told." in own.text
    assert await Job.exists().where((Job.kind == FINISHED) & (Job.subject == str(assessment.id)))
    assert await AuditEntry.exists().where(AuditEntry.action == "colleague.finished_told")


async def test_a_second_one_the_same_day_waits_for_the_days_mail(database: Settings, cast: Cast) -> None:
    """One mail at once, the others together; a day later at once again."""
    assessment = await sent(database, cast)
    first, second = await _two(assessment)
    li = await _asked(database, cast, assessment, "Li Wei", first)
    mo = await _asked(database, cast, assessment, "Mo Haddad", second)

    await _answer(li, assessment, first)
    counts = [await tell_finished(database, assessment.id)]
    await _answer(mo, assessment, second)
    counts += [await tell_finished(database, assessment.id), await tell_all_finished(database)]
    freeze(now() + timedelta(days=1, minutes=1))
    await _asked(database, cast, assessment, "Li Wei", second)
    counts.append(await tell_finished(database, assessment.id))

    assert [1, 0, 1, 1] == counts


async def test_nobody_is_told_of_what_a_colleague_did_not_finish(database: Settings, cast: Cast) -> None:
    """A contact who answered it themselves, a colleague who was withdrawn, and a link that was taken back send nothing."""
    assessment = await sent(database, cast)
    first, second = await _two(assessment)
    await _asked(database, cast, assessment, "Li Wei", first)
    mo = await _asked(database, cast, assessment, "Mo Haddad", second)
    await save_answer(cast.helio.who, assessment.id, first.ref, {"answer": [an_answer(first)]}, 0)
    own = await tell_finished(database, assessment.id)
    await _answer(mo, assessment, second)
    invitation = await Invitation.objects().first()
    assert invitation is not None
    await revoke_invitation(cast.reviewer, assessment.id, invitation.id)
    revoked = await tell_all_finished(database)
    row = await Colleague.objects().where(Colleague.name == "Mo Haddad").first()
    assert row is not None and not row.finished_told_at
    await withdraw_colleague(cast.helio.who, assessment.id, row.id)

    assert (0, 0, 0) == (own, revoked, await tell_all_finished(database))


async def _two(assessment: Assessment) -> tuple[Question, Question]:
    questionnaire = await get_questionnaire(assessment.questionnaire)
    first, second, *_ = (
        q for q in questionnaire.questions if q.kind is not QuestionKind.FILE and q.required and q.applies_when is None
    )
    return first, second


async def _asked(settings: Settings, cast: Cast, assessment: Assessment, name: str, *questions: Question) -> Principal:
    part = Part(refs=tuple(question.ref for question in questions))
    email = f"{name.split()[0].lower()}@helio.example"
    row = await ask_colleague(settings, COMPANY, cast.helio.who, assessment.id, Asking(name, email, part))
    return principal_of_colleague(row, cast.helio.vendor.id)


async def _answer(who: Principal, assessment: Assessment, question: Question) -> None:
    await save_answer(who, assessment.id, question.ref, {"answer": [an_answer(question)]}, 0)
