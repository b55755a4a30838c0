"""Taking an earlier answer as it is, or as a start; and putting one away. Nothing is taken that a person did not choose."""

from enum import StrEnum
from uuid import UUID

from portal.assessments.answering import Raw, question_for, require_editable, save_answer, write_answer
from portal.assessments.attaching import put_behind
from portal.assessments.reuse.offering import Offer, Place, offer_at
from portal.assessments.reuse.states import ReuseState
from portal.assessments.reuse.tables import Reuse
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict
from portal.core.scope import Principal, Role
from portal.evidence.queries import evidence_lines
from questionnaires.answering import answer_rows
from questionnaires.errors import AnswerConflict
from questionnaires.model import Question, QuestionKind
from questionnaires.reusing import Kin
from questionnaires.storing import get_questionnaire
from questionnaires.values import AnswerRow, given_to_json

GONE = "This earlier answer is no longer offered: the question was answered meanwhile, or the answer may not be used as it is."

_ONE = (Reuse.assessment, Reuse.ref, Reuse.source, Reuse.source_ref)
_DECIDED = (Reuse.given, Reuse.state, Reuse.decided_by_name, Reuse.decided_at)


class Reusing(StrEnum):
    """What a person does with an earlier answer; to change one first is to open it in the fields."""

    use = "use"
    refuse = "refuse"

    @property
    def label(self) -> str:
        """The word on the button."""
        return {"use": "Use it", "refuse": "Not this"}[self.value]


async def reuse_answer(who: Principal, assessment_id: UUID, ref: str, place: Place, how: Reusing) -> None:
    """Take an earlier answer as it is, with those of its documents that still count, or put it away.

    Raises NotFound, and Conflict when it is not offered, the question is answered already, or may not be answered now.
    """
    assessment, question = await question_for(who, assessment_id, ref)
    offer = await _offered(who, assessment, ref, place)
    if offer is None:
        raise Conflict(GONE)
    try:
        async with transaction():
            await require_editable(assessment, ref)
            row = (await answer_rows(assessment.response)).get(ref)
            if row is not None and row.given is not None:
                raise Conflict(GONE)
            if how is Reusing.refuse:
                await _keep(who, assessment, offer, ReuseState.refused)
            else:
                await _take(who, assessment, question, offer, row.revision if row else 0)
    except AnswerConflict:
        raise Conflict(GONE) from None


async def save_from_earlier(
    who: Principal, assessment_id: UUID, ref: str, raw: Raw, revision: int, place: Place
) -> AnswerRow:
    """Save what was made of an earlier answer, and remember which one; otherwise as `save_answer` does."""
    assessment, _ = await question_for(who, assessment_id, ref)
    offer = await _offered(who, assessment, ref, place)

    async def keep(row: AnswerRow) -> None:
        if offer is not None and row.given is not None:
            await _keep(who, assessment, offer, ReuseState.taken)

    return await save_answer(who, assessment_id, ref, raw, revision, keep)


def place_in(given: Raw) -> Place | None:
    """Read which earlier answer a form was started from; None for none, and for what is no such place."""
    source, source_ref = (given.get(name, [""])[-1] for name in ("source", "source_ref"))
    try:
        return (UUID(source), source_ref) if source and source_ref else None
    except ValueError:
        return None


async def _take(who: Principal, assessment: Assessment, question: Question, offer: Offer, revision: int) -> None:
    if not offer.as_it_is:
        raise Conflict(GONE)
    documents = [line.id for line in (offer.documents if question.kind is QuestionKind.FILE else offer.standing)]
    if question.kind is not QuestionKind.FILE:
        await write_answer(who, assessment, question, offer.given, revision)
    if documents:
        await put_behind(who, assessment, question, documents)
    await _keep(who, assessment, offer, ReuseState.taken)


async def _offered(who: Principal, assessment: Assessment, ref: str, place: Place) -> Offer | None:
    questionnaire = await get_questionnaire(assessment.questionnaire)
    offer = await offer_at(assessment, questionnaire, ref, place, await evidence_lines(assessment.vendor))
    hidden = offer is not None and who.role is Role.colleague and offer.kin is Kin.CONTROLS
    return None if hidden else offer


async def _keep(who: Principal, assessment: Assessment, offer: Offer, state: ReuseState) -> None:
    """Write down inside the open transaction what became of an offer, once; taken weighs more than put away."""
    source, source_ref = offer.place
    this = (Reuse.assessment == assessment.id) & (Reuse.ref == offer.ref)
    this &= (Reuse.source == source) & (Reuse.source_ref == source_ref)
    row = Reuse(
        assessment=assessment.id,
        ref=offer.ref,
        source=source,
        source_ref=source_ref,
        source_title=offer.source.title,
        source_by=offer.by,
        source_at=offer.at,
        kin=offer.kin.value,
        given=given_to_json(offer.given),
        state=state.value,
        decided_by_name=who.name,
        decided_at=now(),
    )
    if await Reuse.exists().where(this & (Reuse.state == state.value)):
        return
    await Reuse.insert(row).on_conflict(action="DO UPDATE", target=_ONE, values=_DECIDED)
    detail: dict[str, object] = {"ref": offer.ref, "source": str(source), "title": offer.source.title}
    await audit.record(who, f"earlier_answer.{state.value}", assessment, detail, vendor=assessment.vendor)
