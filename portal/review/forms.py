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
class MessageForm:
    """What is written to the vendor at a question."""

    ref: str = field(metadata={"label": "Question", "limit": 40})
    text: str = field(default="", metadata={"label": "Message", "limit": 8000})
    filter: str = field(default="", metadata={"limit": 40})


@dataclass(frozen=True, slots=True)
class NoteForm:
    """What the vendor is asked again."""

    note: str = field(default="", metadata={"label": "Note to the vendor", "limit": 2000})


@dataclass(frozen=True, slots=True)
class BulkForm:
    """The answers that were ticked, each as it was seen: "REF revision verdict"."""

    chosen: tuple[str, ...] = field(default=(), metadata={"label": "Answers", "limit": 100})

    @property
    def seen(self) -> list[Seen]:
        """What the reviewer ticked; what is no answer's name is left out."""
        return [one for text in self.chosen if (one := seen_from_text(text)) is not None]


@dataclass(frozen=True, slots=True)
class GiveForm:
    """Who is to look at a question, nobody when left out; `section` gives all questions of its section."""

    ref: str = field(metadata={"label": "Question", "limit": 40})
    person: UUID | None = field(default=None, metadata={"label": "Reviewer"})
    section: bool = False
    filter: str = field(default="", metadata={"limit": 40})


def seen_to_text(ref: str, revision: int, verdict: UUID) -> str:
    """Write what is shown of an answer into one field."""
    return f"{ref} {revision} {verdict}"


def seen_from_text(text: str) -> Seen | None:
    """Read what `seen_to_text` wrote."""
    ref, _, rest = text.partition(" ")
    revision, _, verdict = rest.partition(" ")
    try:
        return Seen(ref, int(revision), UUID(verdict))
    except ValueError:
        return None
