"""Giving questions of a review to a colleague to look at, and taking them back."""

from collections.abc import Sequence
from uuid import UUID

from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import InvalidForm, NotFound
from portal.core.scope import GRANTS, Can, Principal, Role
from portal.people.tables import Person
from portal.review.access import decidable_for
from portal.review.answers import answers_of
from portal.review.tables import QuestionReviewer

_REVIEWERS = [role.value for role in Role if Can.review in GRANTS[role]]


async def give_question(
    who: Principal, assessment_id: UUID, ref: str, person_id: UUID | None, section: bool = False
) -> int:
    """Give a question, or its whole section, to a colleague, or to nobody; returns how many changed hands."""
    assessment = await decidable_for(who, assessment_id)
    refs = await _refs(assessment, ref, section)
    name = await _name_of(person_id)
    async with transaction():
        mine = (QuestionReviewer.assessment == assessment.id) & QuestionReviewer.ref.is_in(list(refs))
        held = {row.ref: row.person for row in await QuestionReviewer.objects().where(mine)}
        changing = [one for one in refs if held.get(one) != person_id]
        if changing:
            await QuestionReviewer.delete().where(mine & QuestionReviewer.ref.is_in(changing))
            if person_id is not None:
                await QuestionReviewer.insert(*(_row(assessment, one, person_id, name) for one in changing))
        for one in changing:
            detail: dict[str, object] = {"ref": one, "to": name or "nobody in particular"}
            await audit.record(who, "question.given", assessment, detail, vendor=assessment.vendor)
    return len(changing)


def _row(assessment: Assessment, ref: str, person_id: UUID, name: str) -> QuestionReviewer:
    return QuestionReviewer(assessment=assessment.id, ref=ref, person=person_id, person_name=name, given_at=now())


async def _refs(assessment: Assessment, ref: str, section: bool) -> Sequence[str]:
    answers = await answers_of(assessment)
    one = answers.find(ref)
    if one is None:
        raise NotFound("This question does not apply any more.")
    return [each.ref for each in answers.answered if each.section.key == one.section.key] if section else [ref]


async def _name_of(person_id: UUID | None) -> str:
    if person_id is None:
        return ""
    row = await Person.objects().where((Person.id == person_id) & Person.active.eq(True)).first()
    if row is None or row.role not in _REVIEWERS:
        raise InvalidForm({"person": "Reviewer: please choose somebody of the list."})
    return str(row.name)


async def reviewers() -> list[tuple[str, str]]:
    """Return the people who may be given a question, as choices of a form."""
    able = Person.role.is_in(_REVIEWERS) & Person.active.eq(True)
    rows = await Person.select(Person.id, Person.name).where(able).order_by(Person.name)
    return [(str(row["id"]), row["name"]) for row in rows]
