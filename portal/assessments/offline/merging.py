"""Taking from a file what a person chose, all of it or nothing; an answer that changed since it was shown stops everything."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.answering import write_answer
from portal.assessments.file_tables import AnswerFile
from portal.assessments.offline.previewing import FILE, compared, open_file
from portal.assessments.offline.states import AnswerFileState, require_bringing, writer_of
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, PortalError
from portal.core.scope import Principal
from questionnaires.answering import answer_rows
from questionnaires.errors import AnswerConflict
from questionnaires.merging import Met
from questionnaires.storing import get_questionnaire


class Moved(PortalError):
    """Answers changed while the person looked at what would change; `refs` names them, and nothing was saved."""

    status = 409

    def __init__(self, refs: frozenset[str]) -> None:
        count = len(refs)
        was = "1 answer has changed" if count == 1 else f"{count} answers have changed"
        super().__init__(f"{was} while you were looking. Nothing was saved: please look again at what is marked.")
        self.refs = refs


@dataclass(frozen=True, slots=True)
class Merged:
    """How many answers were taken from the file, and how many that could have been were not."""

    taken: int
    kept: int


async def merge_answers(
    who: Principal, assessment_id: UUID, file_id: UUID, chosen: Mapping[str, str], seen: Mapping[str, int]
) -> Merged:
    """Write the file's side where it was chosen, each over the revision the person saw. Raises Moved and Conflict."""
    require_bringing(who)
    try:
        async with transaction():
            return await _merge(who, assessment_id, file_id, chosen, seen)
    except AnswerConflict as error:
        raise Moved(frozenset({error.ref})) from None


async def _merge(
    who: Principal, assessment_id: UUID, file_id: UUID, chosen: Mapping[str, str], seen: Mapping[str, int]
) -> Merged:
    assessment = await assessment_for(who, assessment_id)
    row = await open_file(who, assessment_id, file_id)
    await _settle(who, row, AnswerFileState.merged)
    offered = [met for met in await _compared(assessment, row) if met.meeting.may_be_taken]
    moved = frozenset(met.question.ref for met in offered if seen.get(met.question.ref) != met.revision)
    if moved:
        raise Moved(moved)
    wanted = [met for met in offered if chosen.get(met.question.ref) == FILE]
    for met in wanted:
        await write_answer(who, assessment, met.question, met.filed, met.revision, writer_of(who))
    merged = Merged(len(wanted), len(offered) - len(wanted))
    detail: dict[str, object] = {
        "file": row.name, "taken": merged.taken, "kept": merged.kept, "for_vendor": row.ours
    }  # fmt: skip
    await audit.record(who, "answer_file.merged", assessment, detail, vendor=assessment.vendor)
    return merged


async def _compared(assessment: Assessment, row: AnswerFile) -> list[Met]:
    state = AssessmentState(assessment.state)
    if not state.answerable:
        raise Conflict(f"This questionnaire is {state.label.lower()}: its answers can no longer be changed.")
    asked, standing = await get_questionnaire(assessment.questionnaire), await answer_rows(assessment.response)
    return await compared(assessment, state, asked, standing, row)


async def drop_file(who: Principal, assessment_id: UUID, file_id: UUID) -> None:
    """Put a file away without taking anything from it."""
    require_bringing(who)
    assessment = await assessment_for(who, assessment_id)
    async with transaction():
        row = await open_file(who, assessment_id, file_id)
        await _settle(who, row, AnswerFileState.dropped)
        await audit.record(who, "answer_file.dropped", assessment, {"file": row.name}, vendor=assessment.vendor)


async def _settle(who: Principal, row: AnswerFile, state: AnswerFileState) -> None:
    settled = await (
        AnswerFile.update(
            {
                AnswerFile.state: state.value,
                AnswerFile.content: "",
                AnswerFile.decided_by_name: who.name,
                AnswerFile.decided_at: now(),
            }
        )
        .where((AnswerFile.id == row.id) & (AnswerFile.state == AnswerFileState.open.value))
        .returning(AnswerFile.id)
    )
    if not settled:
        raise Conflict("Somebody else took this file in or put it away already.")
