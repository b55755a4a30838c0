"""Who is asked for what at this moment: what a colleague may see and change, and whom each question is asked of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from portal.assessments.colleagues.parts import Part, part_from_json
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.outline import Outline
from portal.core.errors import NotFound
from portal.core.scope import Principal, Role
from questionnaires.model import Questionnaire
from questionnaires.values import AnswerRow


@dataclass(frozen=True, slots=True)
class Asked:
    """What a colleague was asked for: `refs` may be answered, the sections `places` may be read."""

    by: str
    note: str
    words: str
    whole: bool
    refs: frozenset[str]
    places: frozenset[str]


async def living(who: Principal, assessment_id: UUID) -> Colleague | None:
    """Find the row that lets this colleague in, unless it was withdrawn or is of another assessment."""
    mine = (Colleague.id == UUID(who.id)) & (Colleague.assessment == assessment_id)
    return await Colleague.objects().where(mine & Colleague.withdrawn_at.is_null()).first()


async def asked_for(who: Principal, assessment_id: UUID, questionnaire: Questionnaire) -> Asked | None:
    """Return what bounds this person: None for a contact, who may do everything. Raises NotFound once withdrawn."""
    if who.role is not Role.colleague:
        return None
    row = await living(who, assessment_id)
    if row is None:
        raise NotFound()
    part = part_from_json(row.part)
    words = part.words(questionnaire)
    return Asked(
        row.asked_by_name, row.note, words, part.whole, part.questions(questionnaire), part.places(questionnaire)
    )


async def colleagues_of(assessment_id: UUID) -> list[Colleague]:
    """Return everybody who was ever asked, the latest first."""
    mine = Colleague.assessment == assessment_id
    return await Colleague.objects().where(mine).order_by(Colleague.asked_at, ascending=False)


def finished_among(
    rows: Iterable[Colleague], questionnaire: Questionnaire, whole: Outline, answers: Mapping[str, AnswerRow]
) -> list[Colleague]:
    """Return those who have finished: they answered, and nothing that must be answered is open in their part.

    In a part in which nothing must be answered, everything counts.
    """
    lacking = {question.ref for question in whole.missing}
    needed = {question.ref for question in questionnaire.questions if question.required} & whole.refs
    given = {ref: row.answered_by for ref, row in answers.items() if row.given is not None}

    def has_finished(row: Colleague) -> bool:
        mine = part_from_json(row.part).questions(questionnaire) & whole.refs
        still = mine & lacking if mine & needed else mine - given.keys()
        return not still and row.name in {given[ref] for ref in mine & given.keys()}

    return [row for row in rows if not row.withdrawn_at and has_finished(row)]


def asked_of(rows: Iterable[Colleague], questionnaire: Questionnaire) -> Mapping[str, str]:
    """Name those whom each question is asked of; those of the whole questionnaire are not named at each."""
    names: dict[str, list[str]] = {}
    for row in rows:
        part: Part = part_from_json(row.part)
        for ref in () if part.whole or row.withdrawn_at else part.questions(questionnaire):
            names.setdefault(ref, []).append(row.name)
    return {ref: ", ".join(sorted(who)) for ref, who in names.items()}
