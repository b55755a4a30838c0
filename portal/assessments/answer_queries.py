"""What the pages of a vendor's contact show: never weights, scores, verdicts or notes that were not returned."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.asking_again import Returned, is_editable, returned_questions
from portal.assessments.cards import Card, card
from portal.assessments.documents import attached_documents
from portal.assessments.outline import Outline, find_slug, get_section, outline
from portal.assessments.receipts import Receipt, read_receipt
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.evidence.queries import EvidenceLine, evidence_lines
from questionnaires.answering import answer_rows
from questionnaires.model import Question, Questionnaire, Section
from questionnaires.storing import get_questionnaire
from questionnaires.values import AnswerRow, Given

_HIDDEN = [AssessmentState.draft.value]


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
class Library:
    """The vendor's documents as the card beside the form shows them."""

    lines: list[EvidenceLine]
    errors: dict[str, str]
    limit: int
    refresh: str = "/answer/library"


@dataclass(frozen=True, slots=True)
class Form:
    """One assessment as its contact sees it: what applies, what stands, what came back."""

    assessment: Assessment
    state: AssessmentState
    questionnaire: Questionnaire
    rows: dict[str, AnswerRow]
    outline: Outline
    returned: Returned
    documents: list[EvidenceLine]
    attached: dict[str, list[EvidenceLine]]
    viewer: str
    active: str = ""

    @property
    def answers(self) -> dict[str, Given]:
        """The answers that stand."""
        return {ref: row.given for ref, row in self.rows.items() if row.given is not None}

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
        return card(
            self.assessment.id,
            find_slug(self.questionnaire, ref),
            question,
            row,
            self.attached.get(ref, []),
            {str(document.id): document.name for document in self.documents},
            self.returned.notes.get(ref, ""),
            is_editable(self.state, ref, row, self.returned),
            self.viewer,
        )


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


async def home_page(who: Principal) -> HomePage:
    """Return the assessments of the contact's vendor."""
    mine = (Assessment.vendor == who.vendor) & Assessment.state.not_in(_HIDDEN)
    rows = await Assessment.objects().where(mine).order_by(Assessment.sent_at, ascending=False).limit(100)
    lines = [HomeLine(r.id, r.title, AssessmentState(r.state), r.due, bool(r.receipt)) for r in rows]
    return HomePage(sorted(lines, key=lambda line: not line.state.answerable))


async def load_form(who: Principal, assessment_id: UUID, active: str = "") -> Form:
    """Read one assessment with its answers, documents and what came back; raises NotFound."""
    assessment = await assessment_for(who, assessment_id)
    state = AssessmentState(assessment.state)
    questionnaire = await get_questionnaire(assessment.questionnaire)
    rows = await answer_rows(assessment.response)
    answers = {ref: row.given for ref, row in rows.items() if row.given is not None}
    documents = await evidence_lines(assessment.vendor)
    return Form(
        assessment,
        state,
        questionnaire,
        rows,
        outline(questionnaire, answers),
        await returned_questions(assessment.id, state),
        documents,
        await attached_documents(assessment.id, documents) if documents else {},
        who.name,
        active,
    )


def first_url(form: Form) -> str:
    """Return where to go on: what came back, then what is missing, then the end."""
    base = f"/answer/{form.assessment.id}"
    if not form.state.answerable:
        return f"{base}/receipt" if form.assessment.receipt else f"{base}/{form.outline.sections[0].slug}"
    for section in form.outline.sections:
        if section.slug in form.waiting or (section.missing and not form.waiting):
            return f"{base}/{section.slug}"
    return f"{base}/submit"


def section_page(form: Form, slug: str, limit: int, instead: Card | None = None) -> SectionPage:
    """Return one section's page; `instead` replaces a card, with what was typed. Raises NotFound."""
    section = get_section(form.questionnaire, slug)
    applicable = form.outline.refs
    slots = [Slot(q.ref, form.card(q) if q.ref in applicable else None) for q in section.questions]
    if instead is not None:
        slots = [Slot(s.ref, instead) if s.ref == instead.question.ref else s for s in slots]
    before, after = _neighbours(form, slug)
    return SectionPage(form, slug, section.title, section.summary, slots, before, after, library_of(form, limit))


def saved_part(form: Form, shown: Card, hidden: set[str]) -> SavedPart:
    """Return what a page that shows the section, `hidden` being its empty places, has to change."""
    section: Section = get_section(form.questionnaire, shown.section)
    applicable = form.outline.refs
    branched = [q for q in section.questions if q.applies_when is not None and q.ref != shown.question.ref]
    appeared = [Slot(q.ref, form.card(q)) for q in branched if q.ref in applicable and q.ref in hidden]
    vanished = [Slot(q.ref, None) for q in branched if q.ref not in applicable and q.ref not in hidden]
    return SavedPart(form, shown, appeared + vanished)


def question_card(form: Form, ref: str) -> Card:
    """Return one question's card; raises NotFound."""
    question = form.questionnaire.find_question(ref)
    if question is None:
        raise NotFound()
    return form.card(question)


def library_of(form: Form, limit: int, errors: dict[str, str] | None = None) -> Library:
    """Return the vendor's documents."""
    return Library(form.documents, errors or {}, limit)


def missing_page(form: Form) -> MissingPage:
    """Return what is missing."""
    return MissingPage(form, [(s.slug, s.title, s.missing) for s in form.outline.sections if s.missing])


async def receipt_page(who: Principal, assessment_id: UUID) -> ReceiptPage:
    """Return the receipt; raises NotFound before there is one."""
    assessment = await assessment_for(who, assessment_id)
    if not assessment.receipt:
        raise NotFound("There is no receipt yet: these answers have not been submitted.")
    return ReceiptPage(assessment, AssessmentState(assessment.state), read_receipt(assessment.receipt))


def _neighbours(form: Form, slug: str) -> tuple[tuple[str, str], tuple[str, str]]:
    base = f"/answer/{form.assessment.id}"
    names = [(section.title, f"{base}/{section.slug}") for section in form.outline.sections]
    places = [section.slug for section in form.outline.sections]
    at = places.index(slug) if slug in places else len(places) - 1
    end = ("Check and submit", f"{base}/submit") if form.state.answerable else ("", "")
    return names[at - 1] if at else ("", ""), names[at + 1] if at + 1 < len(names) else end
