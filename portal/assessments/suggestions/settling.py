"""An answer that a contact gives settles what was suggested for its question."""

from portal.assessments.suggestions.states import SuggestionState
from portal.assessments.tables import Assessment, Suggestion
from portal.core import audit
from portal.core.clock import now
from portal.core.scope import Principal
from questionnaires.values import Given, value_to_json


async def settle_by_answer(who: Principal, assessment: Assessment, ref: str, given: Given) -> None:
    """Inside the open transaction: another answer than the suggested one corrects it; the same makes it needless."""
    mine = (Suggestion.assessment == assessment.id) & (Suggestion.ref == ref)
    row = await Suggestion.objects().where(mine & (Suggestion.state == SuggestionState.open.value)).first()
    if row is None:
        return
    if row.value is None or row.value == value_to_json(given.value):
        await Suggestion.delete().where(Suggestion.id == row.id)
    else:
        await settle(who, assessment, row, SuggestionState.corrected)


async def settle(who: Principal, assessment: Assessment, row: Suggestion, state: SuggestionState) -> bool:
    """Write down inside the open transaction what became of an open suggestion; returns whether it was still open."""
    is_open = (Suggestion.id == row.id) & (Suggestion.state == SuggestionState.open.value)
    settled = await (
        Suggestion.update(
            {
                Suggestion.state: state.value,
                Suggestion.decided_by_name: who.name,
                Suggestion.decided_at: now(),
            }
        )
        .where(is_open)
        .returning(Suggestion.id)
    )
    if settled:
        detail: dict[str, object] = {"ref": row.ref, "suggestion": str(row.id)}
        await audit.record(who, f"suggestion.{state.value}", assessment, detail, vendor=assessment.vendor)
    return bool(settled)
