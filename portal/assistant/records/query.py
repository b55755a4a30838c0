"""What a question over rows asks for, once it is understood."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts import EvidenceKind
from portal.assistant.records.amounts import Sum
from portal.assistant.records.naming import Named
from portal.assistant.records.spans import Span
from portal.drafts.kinds import DraftKind
from portal.risk.levels import FindingState, Grade, Severity, Tier, VerdictState


class Asked(StrEnum):
    """Which rows a question is about."""

    ends = "ends"
    opinions = "opinions"
    exceptions = "exceptions"
    tests = "tests"
    cover = "cover"
    subservices = "subservices"
    documents = "documents"
    verdicts = "verdicts"
    answers = "answers"
    findings = "findings"
    ratings = "ratings"
    tiers = "tiers"
    overdue = "overdue"
    unanswered = "unanswered"
    comparison = "comparison"
    changes = "changes"
    on_question = "on_question"
    on_vendor = "on_vendor"

    @property
    def label(self) -> str:
        """The words shown to people."""
        return {
            "ends": "Ends of documents",
            "tests": "Findings of penetration tests",
            "on_question": "A draft about an answer",
            "on_vendor": "A draft about a vendor",
        }.get(self.value, self.value.capitalize())


@dataclass(frozen=True, slots=True)
class Kinds:
    """Kinds of documents as a question names them."""

    kinds: tuple[EvidenceKind, ...]
    words: str
    soc: str = ""


ANY = Kinds((), "documents")


@dataclass(frozen=True, slots=True)
class Query:
    """A question that was understood word for word.

    `vendors` are those it names and `unknown` a name that is none of theirs; the flags say what narrows it.
    """

    asked: Asked
    vendors: tuple[Named, ...] = ()
    unknown: str = ""
    kinds: Kinds = ANY
    span: Span | None = None
    expired: bool = False
    period: bool = False
    opinion: str = ""
    severities: tuple[Severity, ...] = ()
    states: tuple[FindingState, ...] = ()
    overdue: bool = False
    tally: bool = False
    sum: Sum | None = None
    method: str = ""
    verdicts: tuple[VerdictState, ...] = ()
    tiers: tuple[Tier, ...] = ()
    grades: tuple[Grade, ...] = ()
    grade_words: str = ""
    without: bool = False
    pending: bool = False
    topic: str = ""
    refs: tuple[str, ...] = ()
    since_rating: bool = False
    questionnaires: bool = False
    everywhere: bool = False
    draft: DraftKind | None = None
