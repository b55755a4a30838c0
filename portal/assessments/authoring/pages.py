"""What the pages hold on which questionnaires are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from portal.assessments.authoring.assembling import Whole
from portal.assessments.authoring.composing import Problem
from portal.assessments.authoring.lines import GROUPS, LineView
from portal.assessments.authoring.tables import DraftSection, DraftState, QuestionnaireDraft
from portal.assessments.authoring.typed import Typed
from questionnaires.differing import Change
from questionnaires.kinds import ColumnKind, ControlArea, QuestionKind, Weight
from questionnaires.model import Choice
from questionnaires.scoring import is_scored

Options = Sequence[tuple[str, str]]

AREAS: Options = tuple(sorted(((area.value, area.label) for area in ControlArea), key=lambda option: option[1]))
KINDS: Options = tuple((kind.value, kind.label) for kind in QuestionKind)
WEIGHTS: Options = tuple((weight.value, weight.label) for weight in Weight)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft in the list of questionnaires."""

    id: UUID
    title: str
    by: str
    at: datetime
    next_version: bool
    state: DraftState


@dataclass(frozen=True, slots=True)
class StartPage:
    """From what a questionnaire is started."""

    offered: Options
    entered: Mapping[str, str]
    errors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question on the outline."""

    id: UUID
    ref: str
    text: str
    kind: str
    required: bool
    when: str
    scored: str
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class SectionPart:
    """One section on the outline."""

    id: UUID
    title: str
    area: str
    summary: str
    tips: int
    problems: Sequence[Problem]
    questions: Sequence[QuestionLine]


@dataclass(frozen=True, slots=True)
class OutlinePage:
    """A draft as a whole."""

    whole: Whole
    state: DraftState
    base: str
    next_version: bool
    sections: Sequence[SectionPart]
    removed: Sequence[QuestionLine]
    areas: Options = AREAS
    errors: Mapping[str, str] = field(default_factory=dict)
    entered: Mapping[str, str] = field(default_factory=dict)

    @property
    def draft(self) -> QuestionnaireDraft:
        """The draft's row."""
        return self.whole.draft

    @property
    def editable(self) -> bool:
        """Whether it is still written on."""
        return self.state is DraftState.open


@dataclass(frozen=True, slots=True)
class TipLine:
    """One tip in the list of its section."""

    ref: str
    title: str
    text: str
    place: str
    severity: str
    when: str


@dataclass(frozen=True, slots=True)
class SectionPage:
    """The form of one section."""

    draft: QuestionnaireDraft
    base: str
    section: DraftSection
    editable: bool
    questions: int
    entered: Mapping[str, str]
    errors: Mapping[str, str]
    revision: int
    tips: Sequence[TipLine]
    areas: Options = AREAS


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody else's change that was written first."""

    by: str
    revision: int
    fields: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """The form of one question; `typed` is what its fields hold."""

    draft: QuestionnaireDraft
    base: str
    id: UUID
    section: SectionPart
    number: int
    total: int
    typed: Typed
    revision: int
    problems: Mapping[str, Sequence[str]]
    lines: Sequence[LineView]
    choices: Sequence[Choice]
    previous: UUID | None
    next: UUID | None
    editable: bool
    fresh: bool
    earlier: bool
    count: int
    clash: Clash | None = None
    focus: str = ""
    redraw: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()
    kinds: Options = KINDS
    weights: Options = WEIGHTS
    groups: Options = GROUPS
    column_kinds: Options = tuple((kind.value, kind.label) for kind in ColumnKind)

    @property
    def url(self) -> str:
        """Where the form is sent."""
        return f"{self.base}/questions/{self.id}"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a question can no longer be saved, and where its draft is."""

    sentence: str
    draft: UUID


@dataclass(frozen=True, slots=True)
class PublishPage:
    """What keeps a draft from being published, or what would change by it; `behind` are languages that were not kept up."""

    whole: Whole
    base: str
    editable: bool
    next_version: bool
    base_title: str
    changes: Sequence[Change] | None
    named: Sequence[tuple[str, str, Problem]]
    error: str = ""
    behind: Sequence[str] = ()

    @property
    def scored(self) -> int:
        """How many of its questions are scored."""
        return sum(map(is_scored, self.whole.questionnaire.questions))


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One published version of a questionnaire."""

    number: int
    version: str
    at: datetime
    questions: int


@dataclass(frozen=True, slots=True)
class VersionPage:
    """What one version changed."""

    key: str
    title: str
    line: VersionLine
    before: VersionLine | None
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class VsaqPage:
    """What of a questionnaire VSAQ has no place for."""

    key: str
    title: str
    warnings: Sequence[str]
