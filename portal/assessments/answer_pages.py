"""What the pages of a vendor's contact hold: never weights, scores, verdicts or notes that were not returned."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from portal.assessments.asking_again import Returned, is_editable
from portal.assessments.cards import Card, card, from_earlier
from portal.assessments.colleagues.standing import Asked
from portal.assessments.outline import Outline, find_slug, tips_behind
from portal.assessments.receipt_files.keeping import ReceiptLine
from portal.assessments.receipts import Receipt
from portal.assessments.reuse.offering import Offer
from portal.assessments.reuse.standing import Taken
from portal.assessments.speaking import Tongue, languages_of
from portal.assessments.states import AssessmentState
from portal.assessments.suggestions.standing import Suggestions
from portal.assessments.tables import Assessment
from portal.assessments.talk.threads import Threads, may_talk, waiting
from portal.assessments.wording import answer_words
from portal.evidence.library import Library
from portal.evidence.queries import EvidenceLine
from questionnaires.model import Question, Questionnaire
from questionnaires.values import AnswerRow, Given


@dataclass(frozen=True, slots=True)
class HomeLine:
    """One of the vendor's assessments."""

    id: UUID
    title: str
    state: AssessmentState
    due: date | None
    receipt: bool


@dataclass(frozen=True, slots=True)
class HomePage:
    """What a contact is asked to answer, the open ones first."""

    assessments: list[HomeLine]


@dataclass(frozen=True, slots=True)
class Form:
    """One assessment as its contact sees it: what applies, what stands, what came back.

    `questionnaire` is in the language that was chosen, `source` the original.
    """

    assessment: Assessment
    state: AssessmentState
    questionnaire: Questionnaire
    rows: dict[str, AnswerRow]
    outline: Outline
    returned: Returned
    documents: list[EvidenceLine]
    attached: dict[str, list[EvidenceLine]]
    viewer: str
    suggestions: Suggestions
    source: Questionnaire
    tongue: Tongue
    applicable: frozenset[str]
    asked: Asked | None = None
    helpers: Mapping[str, str] = field(default_factory=dict)
    offers: Mapping[str, Offer] = field(default_factory=dict)
    taken: Mapping[str, Taken] = field(default_factory=dict)
    active: str = ""
    correcting: str = ""
    starting: str = ""
    threads: Threads = field(default_factory=dict)
    helping: int = 0
    finished: frozenset[UUID] = frozenset()

    @property
    def done(self) -> bool:
        """Whether the one looking, a colleague, has answered everything that must be answered of what they were asked for."""
        return self.asked is not None and not self.outline.missing and bool(self.outline.answered)

    @property
    def title(self) -> str:
        """What the questionnaire is called, in the language in which it is read."""
        own = self.assessment.title
        return self.questionnaire.title if own == self.source.title else str(own)

    @property
    def languages(self) -> list[tuple[str, str]]:
        """The languages to choose from; none where there is but one."""
        return languages_of(self.source)

    @property
    def to_look_at(self) -> int:
        """How many questions that apply have a suggestion, or words to look at, that wait for a decision."""
        return sum(ref in self.suggestions.open for ref in self.outline.refs) if self.state.answerable else 0

    @property
    def suggested(self) -> int:
        """How many of them have an answer suggested, so that they are not left to be answered."""
        waiting = [one for ref, one in self.suggestions.open.items() if ref in self.outline.refs]
        return sum(one.answers for one in waiting) if self.state.answerable else 0

    @property
    def from_documents(self) -> int:
        """How many questions that apply are answered by a suggestion that was confirmed."""
        return sum(ref in self.suggestions.confirmed for ref in self.outline.refs)

    @property
    def left(self) -> int:
        """How many questions that apply have neither an answer nor a suggested one."""
        return sum(self.is_left(question) for section in self.outline.sections for question in section.questions)

    @property
    def to_reply(self) -> int:
        """How many threads have a message of the company's that nobody here has answered."""
        return waiting(self.threads, self.outline.refs, ours=False) if may_talk(self.state) else 0

    def is_left(self, question: Question) -> bool:
        """Whether a question has neither an answer nor a suggested one."""
        row, suggested = self.rows.get(question.ref), self.suggestions.open.get(question.ref)
        return (row is None or row.given is None) and (suggested is None or not suggested.answers)

    @property
    def waiting(self) -> dict[str, int]:
        """How many questions that came back and were not answered since stand in each section."""
        counts = {s.slug: sum(self._waits(q.ref) for q in s.questions) for s in self.outline.sections}
        return {slug: count for slug, count in counts.items() if count}

    def _waits(self, ref: str) -> bool:
        row, since = self.rows.get(ref), self.returned.at
        return ref in self.returned.notes and (row is None or since is None or row.answered_at <= since)

    def card(self, question: Question) -> Card:
        """Build the card of one question."""
        ref, row = question.ref, self.rows.get(question.ref)
        editable = is_editable(self.state, ref, row, self.returned) and self.is_mine(ref)
        shown = card(
            self.assessment.id,
            find_slug(self.questionnaire, ref),
            question,
            row,
            self.attached.get(ref, []),
            {str(document.id): document.name for document in self.documents},
            self.returned.notes.get(ref, ""),
            editable,
            self.viewer,
        )
        suggestion = self.suggestions.open.get(ref) if editable else None
        confirmed = self.suggestions.confirmed.get(ref)
        tips = tips_behind(self.questionnaire, ref, self.visible)
        shown = replace(
            shown, suggestion=suggestion, confirmed=confirmed, correcting=ref == self.correcting, tips=tips,
            thread=tuple(self.threads.get(ref, ())), may_write=may_talk(self.state) and self.is_mine(ref),
            tongue=self.tongue, source=self.source.find_question(ref),
        )  # fmt: skip
        return self._with_people(self._with_past(shown))

    def _with_past(self, shown: Card) -> Card:
        """Offer an earlier answer, or fill the fields with it when the one looking wants to start from it."""
        ref = shown.question.ref
        offer = self.offers.get(ref) if shown.editable else None
        if offer is not None and ref == self.starting:
            return from_earlier(shown, offer)
        if offer is not None:
            names = {str(line.id): line.name for line in offer.documents}
            offer = replace(offer, words=answer_words(shown.question, offer.given, names))
        return replace(shown, offer=offer, taken=self.taken.get(ref))

    @property
    def offered(self) -> int:
        """How many questions have an earlier answer to look at."""
        return sum(is_editable(self.state, ref, self.rows.get(ref), self.returned) for ref in self.offers)

    def _with_people(self, shown: Card) -> Card:
        """Say whom the question is asked of; a colleague does not choose from the library."""
        ref = shown.question.ref
        if self.asked is None:
            return replace(shown, helpers=self.helpers.get(ref, ""), may_ask=shown.editable and not shown.answered)
        marked = not self.asked.whole and ref in self.asked.refs
        return replace(shown, library=0, helpers="you" if marked else "")

    def is_mine(self, ref: str) -> bool:
        """Whether the one looking may answer this question."""
        return self.asked is None or ref in self.asked.refs

    def reads(self, slug: str) -> bool:
        """Whether the one looking may read this section."""
        return self.asked is None or slug in self.asked.places

    def visible(self) -> dict[str, Given]:
        """The answers to the questions that apply."""
        rows = {ref: self.rows[ref].given for ref in self.applicable if ref in self.rows}
        return {ref: given for ref, given in rows.items() if given is not None}


@dataclass(frozen=True, slots=True)
class Slot:
    """A question's place in its section; it stays empty while the question does not apply."""

    ref: str
    card: Card | None


@dataclass(frozen=True, slots=True)
class SectionPage:
    """One section of the form."""

    form: Form
    slug: str
    title: str
    summary: str
    slots: list[Slot]
    previous: tuple[str, str]
    next: tuple[str, str]
    library: Library


@dataclass(frozen=True, slots=True)
class SavedPart:
    """What changes on the page after an answer was saved or refused."""

    form: Form
    card: Card
    slots: list[Slot]


@dataclass(frozen=True, slots=True)
class DocumentsPart:
    """The documents behind a question, and those to choose from."""

    form: Form
    card: Card
    choosing: bool
    library: Library
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The vendor's library."""

    form: Form
    library: Library


@dataclass(frozen=True, slots=True)
class MissingPage:
    """Every required question without an answer, section by section."""

    form: Form
    sections: list[tuple[str, str, tuple[Question, ...]]]


@dataclass(frozen=True, slots=True)
class CardSection:
    """One section with those of its questions that are wanted; the places of the others are empty."""

    title: str
    slots: list[Slot]


@dataclass(frozen=True, slots=True)
class CardsPage:
    """Questions of all sections that have something in common: a suggestion, or nothing yet."""

    form: Form
    sections: list[CardSection]
    refused: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MessagesPage:
    """Every question at which something was said, section by section."""

    form: Form
    sections: list[CardSection]


@dataclass(frozen=True, slots=True)
class StartPage:
    """The first step: documents in, and how far they are looked through for answers."""

    form: Form
    library: Library
    looking: bool

    @property
    def reading(self) -> int:
        """How many documents are being read."""
        return sum(line.busy for line in self.form.documents)


@dataclass(frozen=True, slots=True)
class SubmitPage:
    """The attestation, once nothing is missing."""

    form: Form
    errors: dict[str, str]
    entered: dict[str, str]


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """What was handed in."""

    assessment: Assessment
    state: AssessmentState
    receipt: Receipt
    files: list[ReceiptLine]
