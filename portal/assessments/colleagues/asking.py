"""Asking a colleague for a part of a questionnaire, asking again, and taking the request back, with the limits on mail."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.colleagues.letters import asking_letter, reminding_letter
from portal.assessments.colleagues.mailing import mail_link
from portal.assessments.colleagues.parts import Part, is_of, joined, part_from_json, part_to_json
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.errors import Conflict, InvalidForm, NotFound, TooManyAttempts
from portal.core.limits import count_attempt
from portal.core.mail import drop_mail
from portal.core.scope import Can, Principal
from portal.core.settings import Settings
from portal.people.sessions import end_sessions_of
from portal.vendors.tables import Contact, Vendor
from questionnaires.answering import answers_of
from questionnaires.branching import applicable_questions
from questionnaires.model import Questionnaire
from questionnaires.storing import get_questionnaire

MOST = 25  # colleagues of one assessment, those whose link was withdrawn among them
A_DAY, TO_ONE = 40, 3  # mails of one vendor, and to one address from all vendors, within a day
_DAY = timedelta(days=1)
_CHANGED = [
    Colleague.name, Colleague.note, Colleague.part, Colleague.asked_by, Colleague.asked_by_name, Colleague.asked_at,
    Colleague.withdrawn_at, Colleague.finished_told_at,
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom to ask for what."""

    name: str
    email: str
    part: Part
    note: str = ""


async def ask_colleague(
    settings: Settings, company: str, who: Principal, assessment_id: UUID, asking: Asking
) -> Colleague:
    """Ask a colleague by mail; whoever was asked before is asked for both parts. Raises InvalidForm, TooManyAttempts."""
    assessment, questionnaire = await _open_assessment(who, assessment_id)
    if not is_of(asking.part, questionnaire):
        raise InvalidForm({"parts": "Please choose what you ask for: everything, a section or single questions."})
    asking = Asking(" ".join(asking.name.split()), asking.email.strip().lower(), asking.part, asking.note.strip())
    await _count_mail(assessment, asking.email)
    async with transaction():
        await _hold(assessment)
        await _refuse_double(assessment, asking)
        row = await _kept(who, assessment, asking)
        words, vendor = part_from_json(row.part).words(questionnaire), await _vendor_name(assessment)
        await mail_link(settings, row, lambda link: asking_letter(company, vendor, assessment, row, words, link))
        detail: dict[str, object] = {"name": row.name, "email": row.email, "part": words}
        await audit.record(who, "colleague.asked", row, detail, vendor=assessment.vendor)
    return row


async def remind_colleague(
    settings: Settings, company: str, who: Principal, assessment_id: UUID, colleague_id: UUID
) -> None:
    """Mail a colleague a new link and what is left of their part. Raises Conflict when nothing is left."""
    assessment, questionnaire = await _open_assessment(who, assessment_id)
    row = await _living(assessment, colleague_id)
    part, answers = part_from_json(row.part), await answers_of(assessment.response)
    mine = part.questions(questionnaire)
    left = sum(q.ref in mine and q.ref not in answers for q in applicable_questions(questionnaire, answers))
    if not left:
        raise Conflict(f"{row.name} has answered everything they were asked for; there is nothing to remind them of.")
    await _count_mail(assessment, row.email)
    async with transaction():
        row = await _living(assessment, colleague_id, hold=True)
        await Colleague.update({Colleague.finished_told_at: None}).where(Colleague.id == row.id)
        words, vendor = part.words(questionnaire), await _vendor_name(assessment)
        await mail_link(
            settings, row, lambda link: reminding_letter(company, vendor, assessment, row, words, left, link)
        )
        detail: dict[str, object] = {"name": row.name, "email": row.email}
        await audit.record(who, "colleague.reminded", row, detail, vendor=assessment.vendor)


async def withdraw_colleague(who: Principal, assessment_id: UUID, colleague_id: UUID) -> str:
    """Withdraw what was asked: the link dies and every device is signed out at once; returns the name.

    What the colleague answered stays, under their name. A contact may, and so may the company's people who assess.
    """
    who.require(Can.answer if who.role.outside else Can.assess)
    assessment = await assessment_for(who, assessment_id)
    async with transaction():
        this = (Colleague.id == colleague_id) & (Colleague.assessment == assessment.id)
        rows = await (
            Colleague.update({Colleague.withdrawn_at: now(), Colleague.withdrawn_by_name: who.name})
            .where(this & Colleague.withdrawn_at.is_null())
            .returning(Colleague.id, Colleague.name, Colleague.email)
        )
        if not rows:
            raise NotFound("This colleague is not asked any more.")
        await end_sessions_of(colleague_id)
        await drop_mail([colleague_id])
        detail: dict[str, object] = {"name": rows[0]["name"], "email": rows[0]["email"]}
        await audit.record(who, "colleague.withdrawn", f"colleague:{colleague_id}", detail, vendor=assessment.vendor)
    return str(rows[0]["name"])


async def _open_assessment(who: Principal, assessment_id: UUID) -> tuple[Assessment, Questionnaire]:
    who.require(Can.answer)
    assessment = await assessment_for(who, assessment_id)
    state = AssessmentState(assessment.state)
    if not state.answerable:
        raise Conflict(f"This questionnaire is {state.label.lower()}: nobody can be asked for answers now.")
    return assessment, await get_questionnaire(assessment.questionnaire)


async def _count_mail(assessment: Assessment, email: str) -> None:
    try:
        await count_attempt(f"colleague-mail-to:{email}", TO_ONE, _DAY)
        await count_attempt(f"colleague-mail:{assessment.vendor}", A_DAY, _DAY)
    except TooManyAttempts as error:
        sentence = (
            f"At most {A_DAY} messages a day go to colleagues, and {TO_ONE} to one address. Please go on tomorrow."
        )
        raise TooManyAttempts(sentence, error.retry_after) from None


async def _refuse_double(assessment: Assessment, asking: Asking) -> None:
    """Refuse who is a contact already, one over the limit, and a name that would stand for two people."""
    here = (Contact.vendor == assessment.vendor) & Contact.active.eq(True)
    contacts = await Contact.select(Contact.name, Contact.email).where(here)
    if asking.email in {str(one["email"]).lower() for one in contacts}:
        raise InvalidForm({"email": "This person is a contact already and can answer everything."})
    others = [
        one
        for one in await Colleague.select(Colleague.name, Colleague.email).where(Colleague.assessment == assessment.id)
        if one["email"] != asking.email
    ]
    if len(others) >= MOST:
        raise InvalidForm({"": f"At most {MOST} colleagues can be asked to help with one questionnaire."})
    if asking.name.casefold() in {str(one["name"]).casefold() for one in [*contacts, *others]}:
        raise InvalidForm({"name": "Somebody of that name is here already. Please add an initial, to tell them apart."})


async def _kept(who: Principal, assessment: Assessment, asking: Asking) -> Colleague:
    """Add the colleague, or widen the part of one who was asked before; one who was withdrawn begins anew."""
    mine = (Colleague.assessment == assessment.id) & (Colleague.email == asking.email)
    row = await Colleague.objects().where(mine).first()
    part = asking.part
    if row is None:
        row = Colleague(assessment=assessment.id, email=asking.email, withdrawn_by_name="", code_hash="")
    elif not row.withdrawn_at:
        part = joined(part_from_json(row.part), part)
    name = row.name if row._exists_in_db and not row.withdrawn_at else asking.name  # their answers stand under it
    row.name, row.note, row.part = name, asking.note, part_to_json(part)
    row.asked_by, row.asked_by_name, row.asked_at, row.withdrawn_at = UUID(who.id), who.name, now(), None
    row.finished_told_at = None  # there is more to finish
    if row._exists_in_db:
        await row.save(_CHANGED)
    else:
        await row.save()
    return row


async def _living(assessment: Assessment, colleague_id: UUID, *, hold: bool = False) -> Colleague:
    if hold:
        await _hold(assessment)
    this = (Colleague.id == colleague_id) & (Colleague.assessment == assessment.id)
    row = await Colleague.objects().where(this & Colleague.withdrawn_at.is_null()).first()
    if row is None:
        raise NotFound("This colleague is not asked any more.")
    return row


async def _hold(assessment: Assessment) -> None:
    """Let nobody else ask, remind or withdraw colleagues of this assessment until the transaction ends."""
    if is_postgres():
        await run_sql("SELECT id FROM assessment WHERE id = {} FOR NO KEY UPDATE", assessment.id)


async def _vendor_name(assessment: Assessment) -> str:
    row = await Vendor.select(Vendor.name).where(Vendor.id == assessment.vendor).first()
    assert row is not None
    return str(row["name"])
