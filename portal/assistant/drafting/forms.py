"""What is sent to have something drafted, and to take a summary."""

from dataclasses import dataclass, field
from uuid import UUID

from portal.drafts.kinds import DraftKind


@dataclass(frozen=True, slots=True)
class WriteForm:
    """What is to be drafted: about a question of a review, or about a vendor by its short name."""

    kind: DraftKind = field(metadata={"label": "Kind"})
    assessment: UUID | None = field(default=None, metadata={"label": "Assessment"})
    ref: str = field(default="", metadata={"label": "Question", "limit": 40})
    vendor: str = field(default="", metadata={"label": "Vendor", "limit": 80})
    filter: str = field(default="", metadata={"limit": 40})


@dataclass(frozen=True, slots=True)
class TakeForm:
    """The text as the person wants it."""

    text: str = field(default="", metadata={"label": "Text", "limit": 20000})
