"""Forms of findings."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from portal.findings.raising import Shortcoming
from portal.risk.levels import Severity


@dataclass(frozen=True, slots=True)
class FindingForm:
    """A finding on a question (assessment and reference) or about a vendor (its short name)."""

    title: str = field(metadata={"label": "What is wrong", "limit": 200})
    severity: Severity = field(metadata={"label": "Severity"})
    due: date | None = field(default=None, metadata={"label": "To be remediated by"})
    description: str = field(default="", metadata={"label": "More about it", "limit": 8000})
    assessment: UUID | None = field(default=None, metadata={"label": "Assessment"})
    ref: str = field(default="", metadata={"label": "Question", "limit": 40})
    vendor: str = field(default="", metadata={"label": "Vendor", "limit": 80})
    service: UUID | None = field(default=None, metadata={"label": "Service"})
    draft: UUID | None = None

    @property
    def shortcoming(self) -> Shortcoming:
        """What is wrong."""
        return Shortcoming(self.title, self.severity, self.due, self.description)


@dataclass(frozen=True, slots=True)
class NoteForm:
    """How it was remediated, or why it is open again."""

    note: str = field(default="", metadata={"label": "Note", "limit": 4000})


@dataclass(frozen=True, slots=True)
class AcceptForm:
    """Why the risk can be lived with, and until when."""

    until: date = field(metadata={"label": "Until"})
    reason: str = field(default="", metadata={"label": "Reason", "limit": 4000})
