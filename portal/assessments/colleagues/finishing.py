"""Telling who asked that a colleague has finished: of the first soon, of the others of that day in the day's one mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from portal.assessments.colleagues.letters import finished_letter
from portal.assessments.colleagues.parts import part_from_json
from portal.assessments.colleagues.standing import finished_among
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.inviting import invite, still_invited, withdraw_unused
from portal.assessments.outline import outline
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.company import load_company
from portal.core.database import transaction
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.vendors.tables import Contact
from questionnaires.answering import answer_rows
from questionnaires.storing import get_questionnaire

_ANSWERABLE = [state.value for state in AssessmentState if state.answerable]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Finished:
    """Colleagues of one assessment who have finished what one contact asked them for, and how much is left in all."""

    assessment: Assessment
    asker: UUID
    colleagues: list[UUID]
    lines: list[str]
    left: int


async def tell_finished(settings: Settings, assessment_id: UUID) -> int:
    """Tell those who asked within this assessment and were told of nobody for a day; returns how many got a mail."""
    news = [one for one in await _news(Colleague.assessment == assessment_id) if not await _told_lately(one.asker)]
    return sum([await _tell(settings, one) for one in news])


async def tell_all_finished(settings: Settings) -> int:
    """Tell everybody who asked of all they were not told of: the one mail of the day; returns how many got one."""
    about: Any = Colleague.assessment  # its columns, and those of its vendor, through the foreign keys
    return sum([await _tell(settings, one) for one in await _news(about.vendor.archived.is_in([False]))])


async def _news(only: object) -> list[Finished]:
    """Return by assessment and asker who has finished and was not told of."""
    untold = Colleague.finished_told_at.is_null() & Colleague.withdrawn_at.is_null()
    open_ones = Colleague.assessment.state.is_in(_ANSWERABLE)
    rows = await Colleague.objects().where(untold & open_ones & only).order_by(Colleague.asked_at)  # type: ignore[operator]
    found: list[Finished] = []
    for assessment_id in dict.fromkeys(row.assessment for row in rows):
        found += await _of_assessment(assessment_id, [row for row in rows if row.assessment == assessment_id])
    return found


async def _of_assessment(assessment_id: UUID, rows: Sequence[Colleague]) -> list[Finished]:
    assessment = await Assessment.objects().where(Assessment.id == assessment_id).first()
    assert assessment is not None, "a colleague is asked for an assessment"
    questionnaire, answers = await get_questionnaire(assessment.questionnaire), await answer_rows(assessment.response)
    whole = outline(questionnaire, {ref: row.given for ref, row in answers.items() if row.given is not None})
    done = finished_among(rows, questionnaire, whole, answers)
    news = []
    for asker in dict.fromkeys(row.asked_by for row in done):
        mine = [row for row in done if row.asked_by == asker]
        lines = [f"{row.name}: {part_from_json(row.part).words(questionnaire)}" for row in mine]
        news.append(Finished(assessment, asker, [row.id for row in mine], lines, len(whole.missing)))
    return news


async def _told_lately(asker: UUID) -> bool:
    lately = (Colleague.asked_by == asker) & (Colleague.finished_told_at > now() - _DAY)
    return await Colleague.exists().where(lately)


async def _tell(settings: Settings, news: Finished) -> int:
    """Mail the contact, with a fresh link, and note it in the same transaction, so that nobody is told twice."""
    company, about = (await load_company(settings)).name, news.assessment
    async with transaction():
        contact = await _reader(news)
        untold = Colleague.id.is_in(news.colleagues) & Colleague.finished_told_at.is_null()
        if contact is None or not await Colleague.update({Colleague.finished_told_at: now()}).where(untold).returning(
            Colleague.id
        ):
            return 0
        await withdraw_unused(about.id, contact.id)
        await invite(
            settings, company, about, contact, SYSTEM,
            lambda link: finished_letter(company, contact.name, about, news.lines, news.left, link),
        )  # fmt: skip
        detail: dict[str, object] = {"to": contact.email, "names": [line.partition(":")[0] for line in news.lines]}
        await audit.record(SYSTEM, "colleague.finished_told", about, detail, vendor=about.vendor)
    return 1


async def _reader(news: Finished) -> Contact | None:
    """Find whom to tell: who asked, else the assessment's own contact, if their link was not withdrawn."""
    for reader in dict.fromkeys([news.asker, news.assessment.contact]):
        contact = await Contact.objects().where((Contact.id == reader) & Contact.active.eq(True)).first()
        if contact is not None and await still_invited(contact.id, {news.assessment.id}):
            return contact
    return None
