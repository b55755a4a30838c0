"""Telling reviewers that vendors wrote: in one mail a day, or soon, or not at all, as each of them chose.

Whoever is given the question is told, and whoever wrote there; else who sent the questionnaire; else the vendor's owner; else an
administrator, so that nothing a vendor writes goes unread.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from portal.assessments.colleagues.finishing import tell_all_finished
from portal.assessments.talk.gathering import Place, Waiting, news_of, note_told, told_of, unanswered, writers
from portal.assessments.talk.letters import staff_letter
from portal.assessments.talk.tables import Message
from portal.assessments.talk.telling import tell_vendors
from portal.core import audit
from portal.core.clock import now
from portal.core.database import TakenAlready, transaction
from portal.core.mail import write_mail
from portal.core.queue import enqueue_daily
from portal.core.scope import GRANTS, SYSTEM, Can, Role
from portal.core.settings import Settings
from portal.people.choices import MessageMail
from portal.people.tables import Person
from portal.review.tables import QuestionReviewer

DAILY = "talk.daily"
_MAY_WRITE = [role.value for role in Role if Can.review in GRANTS[role]]
_TALK = "/assessments/{assessment}/talk#m-{ref}"


@dataclass(frozen=True, slots=True)
class Told:
    """What one person is to be told."""

    person: Person
    messages: list[Waiting]


async def start_talk_day(settings: Settings) -> None:
    """Put the day's mail about messages among the jobs, once its hour has come."""
    if now().hour >= settings.digest_hour:
        await enqueue_daily(DAILY)


async def tell_everybody(settings: Settings) -> int:
    """Send the day's mails to each contact and each reviewer who has something new; returns how many."""
    to_vendors = await tell_vendors(settings) + await tell_all_finished(settings)
    return to_vendors + await _tell_staff(settings, None, {MessageMail.daily, MessageMail.at_once})


async def tell_at_once(settings: Settings, assessment_id: UUID) -> int:
    """Tell those who want to hear of each message soon; returns how many got a mail."""
    return await _tell_staff(settings, assessment_id, {MessageMail.at_once})


async def _tell_staff(settings: Settings, assessment_id: UUID | None, wanting: set[MessageMail]) -> int:
    count = 0
    for told in await _gathered(assessment_id):
        if MessageMail.of(told.person.messages) in wanting:
            try:
                count += await _tell(settings, told.person, assessment_id)
            except TakenAlready:  # another worker was first
                continue
    return count


async def _tell(settings: Settings, person: Person, assessment_id: UUID | None) -> int:
    async with transaction():
        fresh = next((each.messages for each in await _gathered(assessment_id) if each.person.id == person.id), [])
        if not fresh:
            return 0
        await note_told(str(person.id), fresh, now())
        news = await news_of(fresh, settings.public_url + _TALK)
        await write_mail(settings, person.email, *staff_letter(person.name, news))
        detail: dict[str, object] = {"to": person.email, "messages": len(fresh)}
        for vendor in dict.fromkeys(one.vendor for one in fresh):
            await audit.record(SYSTEM, "messages.told", f"person:{person.id}", detail, vendor=vendor)
    return 1


async def _gathered(assessment_id: UUID | None) -> list[Told]:
    """Return by person what vendors wrote that nobody has answered and the person was not told of."""
    only = Message.assessment == assessment_id if assessment_id else None
    waiting = await unanswered(False, only)
    if not waiting:
        return []
    people = await _people()
    readers = await _readers(waiting, people)
    told = await told_of(list(people), waiting)
    found: dict[str, list[Waiting]] = {}
    for one in waiting:
        for person in readers[one.place]:
            if (person, one.message) not in told:
                found.setdefault(person, []).append(one)
    return [Told(people[person], messages) for person, messages in found.items()]


async def _people() -> dict[str, Person]:
    may = Person.active.eq(True) & Person.role.is_in(_MAY_WRITE)
    return {str(person.id): person for person in await Person.objects().where(may).order_by(Person.created_at)}


async def _readers(waiting: Sequence[Waiting], people: Mapping[str, Person]) -> dict[Place, list[str]]:
    places = {one.place for one in waiting}
    wrote, given = await writers(places, ours=True), await _given(places)
    anybody = [key for key, person in people.items() if person.role == Role.administrator.value][:1]
    found: dict[Place, list[str]] = {}
    for one in waiting:
        named = [*given.get(one.place, ()), *wrote.get(one.place, ())]
        chosen = [key for key in dict.fromkeys(named) if key in people]
        instead = [key for key in (one.sent_by, str(one.owner)) if key in people][:1]
        found[one.place] = chosen or instead or anybody
    return found


async def _given(places: set[Place]) -> dict[Place, list[str]]:
    mine = QuestionReviewer.assessment.is_in(list({assessment for assessment, _ in places}))
    rows = await QuestionReviewer.select().where(mine)
    return {(row["assessment"], row["ref"]): [str(row["person"])] for row in rows}
