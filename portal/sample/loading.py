"""Plays the sample programme: every step is taken through the portal's own use-cases, on the day it is said to have happened."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import anyio

from portal.assessments.answering import save_answer
from portal.assessments.attaching import attach_documents
from portal.assessments.colleagues.arriving import principal_of_colleague
from portal.assessments.colleagues.asking import Asking, ask_colleague
from portal.assessments.colleagues.parts import Part
from portal.assessments.returning import return_assessment
from portal.assessments.reuse.taking import save_from_earlier
from portal.assessments.sending import Sending, send_assessment
from portal.assessments.submitting import submit_assessment
from portal.assessments.tables import Assessment
from portal.campaigns.choosing import Filter
from portal.campaigns.starting import Plan, draft_campaign
from portal.core import clock
from portal.core.company import name_company
from portal.core.database import transaction
from portal.core.scope import SYSTEM, Principal, Role
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.changed import SUGGESTIONS
from portal.evidence.receiving import receive
from portal.people.adding import add_person
from portal.people.sessions import principal
from portal.programme.setting import set_requirement
from portal.review.completing import complete_review
from portal.sample.deciding import (
    decide_everything,
    meet_all_conditions,
    raise_sample_findings,
    rate_and_publish,
    return_with_questions,
)
from portal.sample.programme import Programme, SampleAssessment, SampleDocument, SampleVendor, load_programme
from portal.sample.rendering import render
from portal.vendors.adding import add_vendor
from portal.vendors.contacts import add_contact
from portal.vendors.services import add_service
from portal.vendors.tables import Contact, Service, Vendor
from portal.worker import Worker
from questionnaires.kinds import QuestionKind
from questionnaires.storing import get_questionnaire

_CHUNK = 1 << 18
EARLIEST = -430
_LATER = frozenset(
    {SUGGESTIONS}
)  # only what is open in the end matters, and the server can look for it while it serves
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened, some days from today."""

    day: int
    words: str
    take: Callable[[], Awaitable[None]]


class Player:
    """Plays the programme in the order of its days; what is worked off later in life is worked off at once."""

    def __init__(self, settings: Settings, engines: Engines, say: Say) -> None:
        self.settings = settings
        self.engines = engines
        self.programme: Programme = load_programme()
        self.people: dict[str, Principal] = {}
        self._say = say
        self._worker = Worker(settings, engines)
        self._now = clock.now()
        self._vendors: dict[str, Vendor] = {}
        self._services: dict[tuple[str, str], Service] = {}
        self._contacts: dict[str, Principal] = {}
        self._contact_ids: dict[str, UUID] = {}
        self._assessments: dict[str, UUID] = {}
        self._earlier: dict[str, UUID] = {}
        self._evidence: dict[tuple[str, str], UUID] = {}

    @property
    def today(self) -> date:
        """The day the programme is played on."""
        return self._now.date()

    async def play(self) -> None:
        """Take every step."""
        steps = [Step(EARLIEST, "The company, its people and its standard", self._found)]
        for vendor in self.programme.vendors:
            steps += self._steps_of(vendor)
        steps.append(Step(-1, "A campaign is prepared", self._prepare))
        try:
            for number, step in enumerate(sorted(steps, key=lambda s: s.day)):
                clock.freeze(self._moment(step.day, number))
                self._say(step.words)
                await step.take()
                await self._worker.work_off(without=_LATER)
        finally:
            clock.freeze(None)

    def _moment(self, day: int, number: int) -> datetime:
        morning = datetime.combine(self.today + timedelta(days=day), time(8, 30), UTC) + timedelta(minutes=3 * number)
        return min(morning, self._now - timedelta(minutes=1))

    def _steps_of(self, vendor: SampleVendor) -> list[Step]:
        asked = [one for one in (vendor.earlier, vendor.assessment) if one is not None]
        first = min([*(document.uploaded for document in vendor.documents), *(one.sent for one in asked), -1])
        steps = [Step(first - 2, f"{vendor.name} is registered", lambda: self._register(vendor))]
        steps += [
            Step(document.uploaded, f"{vendor.name} uploads {document.name}", partial(self._upload, vendor, document))
            for document in vendor.documents
        ]
        if vendor.earlier:
            steps += self._asking_steps(vendor, vendor.earlier)
            completed = vendor.earlier.completed or vendor.earlier.due
            steps.append(Step(completed, f"{vendor.name} was reviewed", lambda: self._complete(vendor)))
        if vendor.assessment:
            steps += self._asking_steps(vendor, vendor.assessment)
            steps += self._reviewing_steps(vendor)
        return steps

    def _asking_steps(self, vendor: SampleVendor, asked: SampleAssessment) -> list[Step]:
        last_upload = max([d.uploaded for d in vendor.documents], default=asked.sent)
        steps = [Step(asked.sent, f"{vendor.name} is sent the questionnaire", lambda: self._send(vendor, asked))]
        if asked.answers:
            day = max(last_upload, asked.sent) if asked.submitted is None else asked.submitted
            steps.append(Step(min(day, -1), f"{vendor.name} answers", lambda: self._answer(vendor, asked)))
        if asked.submitted is not None:
            steps.append(Step(asked.submitted, f"{vendor.name} submits", lambda: self._submit(vendor, asked)))
        if asked.returned is not None:
            steps.append(Step(asked.returned, f"{vendor.name} is asked again", lambda: self._return(vendor, asked)))
        return steps

    def _reviewing_steps(self, vendor: SampleVendor) -> list[Step]:
        steps = []
        if vendor.rating:
            day = vendor.rating.drafted
            steps.append(Step(day, f"{vendor.name} is reviewed", lambda: self._review(vendor)))
            steps.append(Step(vendor.rating.approved, f"{vendor.name} is rated", lambda: self._rate(vendor)))
            if vendor.rating.conditions_met is not None:
                met = vendor.rating.conditions_met
                steps.append(Step(met, f"{vendor.name} meets its conditions", lambda: self._meet(vendor)))
        return steps

    async def _found(self) -> None:
        async with transaction():
            await name_company(self.programme.company.name)
        for person in self.programme.people:
            row, _ = await add_person(SYSTEM, person.email, person.role, person.name)
            self.people[person.email] = principal(row)
        approver = self._role(Role.approver)
        for one in self.programme.standard:
            await set_requirement(approver, one.ref, one.title, one.text, one.questions)

    async def _prepare(self) -> None:
        due = self.today + timedelta(days=30)
        plan = Plan("Short check of everybody", "lite", due, "", (7, 1), (1, 7), 7)
        await draft_campaign(self._role(Role.reviewer), plan, Filter())

    async def _register(self, sample: SampleVendor) -> None:
        reviewer = self._role(Role.reviewer)
        owner = UUID(reviewer.id)
        vendor = await add_vendor(reviewer, sample.name, sample.website, sample.summary, owner)
        for one in sample.services:
            self._services[sample.slug, one.name] = await add_service(
                reviewer, vendor, one.name, one.profile, one.summary
            )
        for contact in sample.contacts:
            row = await add_contact(reviewer, vendor, contact.name, contact.email, contact.title)
            self._contacts[contact.email] = _as_principal(row, vendor)
            self._contact_ids[contact.email] = row.id
        self._vendors[sample.slug] = vendor

    async def _upload(self, sample: SampleVendor, document: SampleDocument) -> None:
        folder = self.settings.data / "sample"
        folder.mkdir(parents=True, exist_ok=True)
        path = render(document, self.today, folder / document.name)
        who = self._contacts[sample.contacts[0].email]
        vendor = self._vendors[sample.slug]
        row = await receive(who, vendor.id, document.name, _pieces(path), self.settings)
        path.unlink()
        self._evidence[sample.slug, document.name] = row.id

    async def _send(self, sample: SampleVendor, asked: SampleAssessment) -> None:
        sending = Sending(
            vendor=self._vendors[sample.slug].id,
            questionnaire=asked.questionnaire,
            service=self._services[sample.slug, asked.service].id,
            due=self.today + timedelta(days=asked.due),
            contact=self._contact_ids[asked.contact],
            message=asked.message,
        )
        company = self.programme.company.name
        row = await send_assessment(self.settings, company, self._role(Role.reviewer), sending)
        if sample.slug in self._assessments:
            self._earlier[sample.slug] = self._assessments[sample.slug]
        self._assessments[sample.slug] = row.id

    async def _answer(self, sample: SampleVendor, asked: SampleAssessment) -> None:
        assessment = self._assessments[sample.slug]
        default = self._contacts[asked.contact]
        people = {**self._contacts, **await self._ask_colleagues(sample, asked)}
        kinds = await _kinds(assessment)
        for given in asked.given(self.today):
            who = people.get(given.by, default)
            if kinds.get(given.ref) is not QuestionKind.FILE:
                raw = {name: list(values) for name, values in given.raw.items()}
                await self._save(who, sample, given.ref, raw, given.ref in asked.reused)
            files = [self._evidence[sample.slug, n] for n in given.evidence if (sample.slug, n) in self._evidence]
            if files:
                await attach_documents(who, assessment, given.ref, files)

    async def _save(
        self, who: Principal, sample: SampleVendor, ref: str, raw: dict[str, list[str]], reused: bool
    ) -> None:
        assessment, before = self._assessments[sample.slug], self._earlier.get(sample.slug)
        if reused and before is not None:
            await save_from_earlier(who, assessment, ref, raw, 0, (before, ref))
        else:
            await save_answer(who, assessment, ref, raw, 0)

    async def _ask_colleagues(self, sample: SampleVendor, asked: SampleAssessment) -> dict[str, Principal]:
        """Let the contact ask the colleagues of the sample; returns them by their address."""
        company, who, found = self.programme.company.name, self._contacts[asked.contact], dict[str, Principal]()
        for one in asked.colleagues:
            asking = Asking(one.name, one.email, Part(sections=one.sections), one.note)
            row = await ask_colleague(self.settings, company, who, self._assessments[sample.slug], asking)
            found[one.email] = principal_of_colleague(row, self._vendors[sample.slug].id)
        return found

    async def _submit(self, sample: SampleVendor, asked: SampleAssessment) -> None:
        await submit_assessment(
            self._contacts[asked.contact],
            self._assessments[sample.slug],
            asked.attested_name,
            asked.attested_title,
            self.programme.company.name,
        )

    async def _return(self, sample: SampleVendor, asked: SampleAssessment) -> None:
        reviewer, assessment = self._role(Role.reviewer), self._assessments[sample.slug]
        await return_with_questions(reviewer, assessment, asked)
        await return_assessment(self.settings, self.programme.company.name, reviewer, assessment, asked.returned_note)

    async def _review(self, sample: SampleVendor) -> None:
        reviewer, assessment = self._role(Role.reviewer), self._assessments[sample.slug]
        await decide_everything(reviewer, assessment)
        await raise_sample_findings(reviewer, self._role(Role.approver), assessment, sample, self.today)

    async def _complete(self, sample: SampleVendor) -> None:
        reviewer, assessment = self._role(Role.reviewer), self._assessments[sample.slug]
        await decide_everything(reviewer, assessment)
        await complete_review(reviewer, assessment)

    async def _rate(self, sample: SampleVendor) -> None:
        assert sample.rating is not None
        await rate_and_publish(
            self.people[sample.rating.drafted_by],
            self.people[sample.rating.approved_by],
            self._assessments[sample.slug],
            sample.rating,
        )

    async def _meet(self, sample: SampleVendor) -> None:
        await meet_all_conditions(self._role(Role.reviewer), self._assessments[sample.slug])

    def _role(self, role: Role) -> Principal:
        return next(one for one in self.people.values() if one.role is role)


async def _kinds(assessment_id: UUID) -> dict[str, QuestionKind]:
    row = await Assessment.objects().where(Assessment.id == assessment_id).first()
    assert row is not None
    return {question.ref: question.kind for question in (await get_questionnaire(row.questionnaire)).questions}


def _as_principal(contact: Contact, vendor: Vendor) -> Principal:
    return Principal(
        kind="contact",
        id=str(contact.id),
        name=contact.name,
        email=contact.email,
        role=Role.contact,
        vendor=vendor.id,
    )


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    data = await anyio.Path(path).read_bytes()
    for start in range(0, len(data), _CHUNK):
        yield data[start : start + _CHUNK]
