"""Fills a portal with what it is measured with: many vendors, a campaign to all of them, and a long questionnaire."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from portal.assessments.choosing import add_questionnaire
from portal.assessments.sending import Sending, send_assessment
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.campaigns.starting import Plan, draft_for, send_campaign
from portal.campaigns.tables import Campaign
from portal.campaigns.working_off import work_off
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.vendors.tables import Contact, Vendor
from questionnaires.conditions import Compare, Operator
from questionnaires.model import ControlArea, Question, QuestionKind, Questionnaire, Section
from questionnaires.tables import Answer

COMPANY = "Aldgate Bank"
PER_SECTION = 30
_BATCH = 200


async def add_vendors(count: int, tier: str = "3", contacts: bool = True, named: str = "Vendor") -> list[UUID]:
    """Add vendors named Vendor 0001 and so on, each with a contact; returns their ids."""
    names = [f"{named} {number:04d}" for number in range(1, count + 1)]
    plain: Any = {"website": "", "summary": "", "tier": tier, "inherent": "", "created_at": now()}
    vendors = [Vendor(slug=name.lower().replace(" ", "-"), name=name, **plain) for name in names]
    people = [
        Contact(vendor=one.id, name=f"Contact of {one.name}", email=f"c@{one.slug}.example", title="", created_at=now())
        for one in vendors
    ]
    for start in range(0, count, _BATCH):
        await Vendor.insert(*vendors[start : start + _BATCH])
        if contacts:
            await Contact.insert(*people[start : start + _BATCH])
    return [vendor.id for vendor in vendors]


def long_questionnaire(count: int) -> Questionnaire:
    """Return a questionnaire of so many questions in sections of thirty, every tenth of them asked only after a yes."""
    questions = [_question(number) for number in range(1, count + 1)]
    sections = [
        Section(
            f"part-{start // PER_SECTION + 1}", f"Part {start // PER_SECTION + 1}", ControlArea.GOVERNANCE, tuple(part)
        )
        for start in range(0, count, PER_SECTION)
        for part in [questions[start : start + PER_SECTION]]
    ]
    return Questionnaire(f"long-{count}", f"A questionnaire of {count} questions", tuple(sections))


async def assessment_of(settings: Settings, who: Principal, vendor: UUID, contact: UUID, count: int) -> Assessment:
    """Send a long questionnaire and answer all of it but the last question."""
    asked = long_questionnaire(count)
    await add_questionnaire(who, asked)
    assessment = await send_assessment(settings, COMPANY, who, Sending(vendor, asked.key, contact=contact))
    await answer_all([assessment.response], asked.questions[:-1])
    await Assessment.update({Assessment.state: AssessmentState.in_progress.value}).where(Assessment.id == assessment.id)
    return assessment


async def campaign_to(settings: Settings, who: Principal, vendors: Sequence[UUID]) -> Campaign:
    """Send a campaign to vendors; every second of them has answered thirty questions."""
    asked = long_questionnaire(300)
    await add_questionnaire(who, asked)
    plan = Plan("Everybody", asked.key, today() + timedelta(days=30), "", (7, 1), (1, 7), 7)
    campaign = await draft_for(who, plan, vendors, "Every vendor")
    await send_campaign(who, campaign.id)
    await work_off(settings, campaign.id)
    columns = (Assessment.id, Assessment.response)
    begun_by = (Assessment.campaign == campaign.id) & Assessment.vendor.is_in(list(vendors[::2]))
    rows = await Assessment.select(*columns).where(begun_by)
    await answer_all([row["response"] for row in rows], asked.questions[:PER_SECTION])
    begun = Assessment.id.is_in([row["id"] for row in rows])
    await Assessment.update({Assessment.state: AssessmentState.in_progress.value}).where(begun)
    return campaign


async def answer_all(responses: Sequence[UUID], questions: Sequence[Question]) -> None:
    """Answer questions of responses with yes, without their history."""
    given: Any = {"value": '"yes"', "comment": "", "reason": "", "answered_by": "Somebody", "answered_at": now()}
    rows = [Answer(response=response, question=one.ref, **given) for response in responses for one in questions]
    async with transaction():
        for start in range(0, len(rows), _BATCH):
            await Answer.insert(*rows[start : start + _BATCH])


def _question(number: int) -> Question:
    ref = f"Q-{number:03d}"
    after = f"Q-{number - 1:03d}"
    condition = Compare(after, Operator.EQUALS, ("yes",)) if number % 10 == 0 else None
    return Question(ref, QuestionKind.YES_NO, f"Is safeguard {number} in place?", applies_when=condition)
