"""Forms of the workbench."""

from dataclasses import dataclass, field
from uuid import UUID

from portal.review.deciding import Seen
from portal.risk.levels import VerdictState


@dataclass(frozen=True, slots=True)
class SeenForm:
    """Which question, and what was shown of it when the page was opened."""

    ref: str = field(metadata={"label": "Question", "limit": 40})
    revision: int = field(metadata={"label": "Revision"})
    verdict: UUID | None = field(default=None, metadata={"label": "Verdict"})
    filter: str = field(default="", metadata={"limit": 40})

    @property
    def seen(self) -> Seen:
        """What the reviewer had before them."""
        return Seen(self.ref, self.revision, self.verdict)


@dataclass(frozen=True, slots=True)
class OverruleForm:
    """The verdict that holds instead, and why."""

    state: VerdictState | None = field(default=None, metadata={"label": "Verdict"})
    reason: str = field(default="", metadata={"label": "Reason", "limit": 2000})


@dataclass(frozen=True, slots=True)
class AskForm:
    """What the vendor is asked about one question, and the draft it began as."""

    note: str = field(default="", metadata={"label": "Note to the vendor", "limit": 4000})
    draft: UUID | None = field(default=None, metadata={"label": "Draft"})


@dataclass(frozen=True, slots=True)
class NoteForm:
    """What the vendor is asked again."""

    note: str = field(default="", metadata={"label": "Note to the vendor", "limit": 2000})
