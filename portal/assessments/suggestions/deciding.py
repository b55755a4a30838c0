"""Confirming and ignoring suggestions: nothing becomes an answer before a contact says so, one question at a time."""

from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.answering import question_for, require_editable, write_answer
from portal.assessments.attaching import put_behind
from portal.assessments.suggestions.settling import settle
from portal.assessments.suggestions.standing import Suggested, suggestions_of
from portal.assessments.suggestions.states import SuggestionState
from portal.assessments.tables import Assessment, Suggestion
from portal.core.database import transaction
from portal.core.errors import Conflict, NotFound, PortalError
from portal.core.scope import Can, Principal
from portal.evidence.queries import evidence_lines
from questionnaires.answering import answer_rows
from questionnaires.errors import QuestionnaireError
from questionnaires.model import QuestionKind
from questionnaires.storing import get_questionnaire
from questionnaires.values import Given

GONE = "This suggestion no longer stands: the question was answered, or its document has changed."


class Choice(StrEnum):
    """What a contact does with a suggestion; to correct one is to answer the question."""

    confirm = "confirm"
    ignore = "ignore"

    @property
    def label(self) -> str:
        """The word on the button."""
        return self.value.capitalize()


async def decide(who: Principal, assessment_id: UUID, suggestion_id: UUID, choice: Choice) -> str:
    """Confirm or ignore one suggestion; returns its question. Raises NotFound, and Conflict when it no longer stands."""
    who.require(Can.answer_part)
    assessment = await assessment_for(who, assessment_id)
    mine = (Suggestion.id == suggestion_id) & (Suggestion.assessment == assessment.id)
    row = await Suggestion.objects().where(mine).first()
    if row is None:
        raise NotFound(GONE)
    await question_for(who, assessment_id, row.ref)
    async with transaction():
        await require_editable(assessment, row.ref)
        if choice is Choice.ignore:
            await _settle(who, assessment, row, SuggestionState.ignored)
        else:
            await _confirm(who, assessment, row)
    return str(row.ref)


async def decide_several(who: Principal, assessment_id: UUID, choices: Mapping[UUID, Choice]) -> tuple[int, list[str]]:
    """Do what was chosen for each, each by itself; returns how many were done, and a sentence for each that was not."""
    assessment = await assessment_for(who, assessment_id)
    done, refused = 0, list[str]()
    for suggestion, choice in choices.items():
        try:
            await decide(who, assessment.id, suggestion, choice)
            done += 1
        except (PortalError, QuestionnaireError) as error:
            refused.append(error.sentence)
    return done, list(dict.fromkeys(refused))


async def _confirm(who: Principal, assessment: Assessment, row: Suggestion) -> None:
    """Make the suggestion the answer, as it stands at this moment."""
    questionnaire, rows = await get_questionnaire(assessment.questionnaire), await answer_rows(assessment.response)
    standing = await suggestions_of(assessment, questionnaire, rows, await evidence_lines(assessment.vendor))
    one, question = standing.open.get(row.ref), questionnaire.find_question(row.ref)
    if one is None or one.id != row.id or one.value is None or question is None:
        raise Conflict(GONE)
    await _settle(who, assessment, row, SuggestionState.confirmed)
    if question.kind is QuestionKind.FILE:
        await put_behind(who, assessment, question, _documents(one))
        return
    before = rows.get(row.ref)
    await write_answer(who, assessment, question, Given(one.value), before.revision if before else 0)


async def _settle(who: Principal, assessment: Assessment, row: Suggestion, state: SuggestionState) -> None:
    if not await settle(who, assessment, row, state):
        raise Conflict(GONE)


def _documents(one: Suggested) -> list[UUID]:
    return [UUID(text) for text in one.value] if isinstance(one.value, tuple) else []
