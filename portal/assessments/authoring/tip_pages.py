"""What the form of a tip shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from portal.assessments.authoring.access import written_for
from portal.assessments.authoring.lines import GROUPS, LineView, line_views_of
from portal.assessments.authoring.loading import load_whole
from portal.assessments.authoring.pages import Options
from portal.assessments.authoring.tables import DraftSection, DraftState, QuestionnaireDraft
from portal.assessments.authoring.tip_editing import tip_at
from portal.assessments.authoring.typed_tips import TypedTip, compose_tip, read_tips
from portal.core.errors import NotFound
from portal.core.scope import Principal
from questionnaires.kinds import TipSeverity

SEVERITIES: Options = (("", "It advises"), *((one.value, f"It warns: {one.label.lower()}") for one in TipSeverity))


@dataclass(frozen=True, slots=True)
class TipPage:
    """The form of one tip; `typed` is what its fields hold."""

    draft: QuestionnaireDraft
    section: DraftSection
    base: str
    place: int
    typed: TypedTip
    revision: int
    editable: bool
    count: int
    behind: Options
    lines: Sequence[LineView]
    earlier: bool
    problems: Mapping[str, Sequence[str]]
    error: str = ""
    fresh: bool = False
    focus: str = ""
    unfinished: frozenset[str] = frozenset()
    groups: Options = GROUPS
    severities: Options = SEVERITIES

    @property
    def url(self) -> str:
        """Where the form is sent."""
        return f"{self.base}/sections/{self.section.id}/tips/{self.place}"


async def tip_page(
    who: Principal, draft_id: UUID, section_id: UUID, place: int, typed: TypedTip | None = None, error: str = ""
) -> TipPage:
    """Return the form of a tip; `typed` stands in for what is kept. Raises NotFound."""
    draft = await written_for(who, draft_id)
    whole = await load_whole(draft)
    part = next((part for part in whole.parts if part.id == section_id), None)
    if part is None:
        raise NotFound()
    shown = typed or tip_at(read_tips(part.row.tips), place)
    behind = [(str(piece.id), f"Behind {piece.typed.ref} · {piece.typed.text[:60]}") for piece in part.pieces]
    before = _before(whole.pieces.index(part.pieces[0]) if part.pieces else 0, [key for key, _ in behind], shown.after)
    _, problem = compose_tip(shown, whole.names)
    page = TipPage(
        draft,
        part.row,
        f"/questionnaires/drafts/{draft.id}",
        place,
        shown,
        part.row.revision,
        draft.state == DraftState.open.value,
        whole.count,
        [("", "At the head of the section"), *behind],
        line_views_of(whole, before, shown.when),
        before > 0,
        {"applies_when": [problem]} if problem else {},
        error,
    )
    waiting = frozenset({problem} - {""})
    return replace(page, fresh=not shown.text and not shown.when, unfinished=waiting)


def _before(start: int, behind: Sequence[str], after: str) -> int:
    """Return how many questions are asked before a tip that stands behind one of the section's."""
    return start + (behind.index(after) + 1 if after in behind else 0)
