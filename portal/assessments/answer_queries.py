"""What the pages of a vendor's contact show, read in a handful of queries however long the questionnaire is."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.answer_pages import (
    CardSection,
    CardsPage,
    Form,
    HomeLine,
    HomePage,
    MessagesPage,
    MissingPage,
    ReceiptPage,
    SavedPart,
    SectionPage,
    Slot,
    StartPage,
)
from portal.assessments.asking_again import Returned, returned_questions
from portal.assessments.cards import Card
from portal.assessments.colleagues.standing import Asked, asked_for, asked_of, colleagues_of, finished_among
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.documents import attached_documents
from portal.assessments.outline import find_slug, get_section, outline, slugs
from portal.assessments.receipt_files.keeping import receipt_lines
from portal.assessments.receipts import read_receipt
from portal.assessments.reuse.offering import offers_for
from portal.assessments.reuse.standing import taken_of
from portal.assessments.speaking import chosen_language, tongue_of
from portal.assessments.states import AssessmentState
from portal.assessments.suggestions.standing import is_looking, suggestions_of
from portal.assessments.tables import Assessment
from portal.assessments.talk.threads import threads_of
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal, Role
from portal.evidence.library import Library
from portal.evidence.queries import evidence_lines
from questionnaires.answering import answer_rows
from questionnaires.storing import get_questionnaire
from questionnaires.translating import translated

_HIDDEN = [AssessmentState.draft.value]


async def home_page(who: Principal) -> HomePage:
    """Return the assessments of the contact's vendor; for a colleague the one they are asked to help with."""
    mine = (Assessment.vendor == who.vendor) & Assessment.state.not_in(_HIDDEN)
    if who.role is Role.colleague:
        asked = Colleague.select(Colleague.assessment).where(Colleague.id == UUID(who.id))
        mine &= Assessment.id.is_in(asked) & (Assessment.state != AssessmentState.cancelled.value)
    rows = await Assessment.objects().where(mine).order_by(Assessment.sent_at, ascending=False).limit(100)
    receipts = who.can(Can.answer)
    lines = [HomeLine(r.id, r.title, AssessmentState(r.state), r.due, receipts and bool(r.receipt)) for r in rows]
    return HomePage(sorted(lines, key=lambda line: not line.state.answerable))


async def load_form(who: Principal, assessment_id: UUID, active: str = "") -> Form:
    """Read one assessment with its answers, documents and what came back; raises NotFound."""
    assessment = await assessment_for(who, assessment_id)
    state = AssessmentState(assessment.state)
    source = await get_questionnaire(assessment.questionnaire)
    language = await chosen_language(who, assessment.id, source)
    questionnaire = translated(source, language)
    rows = await answer_rows(assessment.response)
    answers = {ref: row.given for ref, row in rows.items() if row.given is not None}
    documents = await evidence_lines(assessment.vendor)
    asked = await asked_for(who, assessment_id, questionnaire)
    whole = outline(questionnaire, answers)
    colleagues = [] if asked else await colleagues_of(assessment_id)
    wanted = whole.refs if asked is None else whole.refs & asked.refs
    if not state.answerable:
        wanted = frozenset()
    form = Form(
        assessment,
        state,
        questionnaire,
        rows,
        whole if asked is None else outline(questionnaire, answers, asked.refs),
        await returned_questions(assessment.id, state),
        documents,
        await attached_documents(assessment.id, documents) if documents else {},
        who.name,
        await suggestions_of(assessment, questionnaire, rows, documents),
        source,
        tongue_of(source, language),
        whole.refs,
        asked,
        asked_of(colleagues, questionnaire),
        await offers_for(assessment, source, rows, documents, wanted, close_only=asked is not None),
        await taken_of(assessment.id, rows),
        active,
        threads=await threads_of(assessment.id),
        helping=sum(row.withdrawn_at is None for row in colleagues),
        finished=frozenset(row.id for row in finished_among(colleagues, source, whole, rows)),
    )
    return _bounded(form, asked) if asked else form


def _bounded(form: Form, asked: Asked) -> Form:
    """Leave a colleague the documents at the questions they may read, and what was said and came back at their own."""
    refs = {q.ref for slug, section in slugs(form.questionnaire) if slug in asked.places for q in section.questions}
    attached = {ref: lines for ref, lines in form.attached.items() if ref in refs}
    seen = {line.id for lines in attached.values() for line in lines}
    notes = {ref: note for ref, note in form.returned.notes.items() if ref in asked.refs}
    return replace(
        form,
        attached=attached,
        documents=[line for line in form.documents if line.id in seen],
        threads={ref: thread for ref, thread in form.threads.items() if ref in asked.refs},
        returned=Returned(notes, form.returned.at),
    )


def first_url(form: Form) -> str:
    """Return where to go on: what came back, then what is missing, then the end."""
    base = f"/answer/{form.assessment.id}"
    if form.asked is not None and not (form.asked.whole and form.outline.sections):
        return f"{base}/mine"
    if form.asked is not None:
        return f"{base}/{next((s.slug for s in form.outline.sections if s.missing), form.outline.sections[0].slug)}"
    if form.state is AssessmentState.sent:
        return f"{base}/start"
    if not form.state.answerable:
        return f"{base}/receipt" if form.assessment.receipt else f"{base}/{form.outline.sections[0].slug}"
    for section in form.outline.sections:
        if section.slug in form.waiting or (section.missing and not form.waiting):
            return f"{base}/{section.slug}"
    return f"{base}/submit"


def section_page(form: Form, slug: str, limit: int, instead: Card | None = None) -> SectionPage:
    """Return one section's page; `instead` replaces a card, with what was typed. Raises NotFound."""
    section = get_section(form.questionnaire, slug)
    if not form.reads(slug):
        raise NotFound()
    applicable = form.applicable
    slots = [Slot(q.ref, form.card(q) if q.ref in applicable else None) for q in section.questions]
    if instead is not None:
        slots = [Slot(s.ref, instead) if s.ref == instead.question.ref else s for s in slots]
    before, after = _neighbours(form, slug)
    return SectionPage(form, slug, section.title, section.summary, slots, before, after, library_of(form, limit))


def saved_part(form: Form, shown: Card, hidden: set[str]) -> SavedPart:
    """Return what a page that shows the section, `hidden` being its empty places, has to change."""
    section = get_section(form.questionnaire, shown.section)
    applicable = form.applicable
    branched = [q for q in section.questions if q.applies_when is not None and q.ref != shown.question.ref]
    appeared = [Slot(q.ref, form.card(q)) for q in branched if q.ref in applicable and q.ref in hidden]
    vanished = [Slot(q.ref, None) for q in branched if q.ref not in applicable and q.ref not in hidden]
    return SavedPart(form, shown, appeared + vanished)


def question_card(form: Form, ref: str) -> Card:
    """Return one question's card; raises NotFound."""
    question = form.questionnaire.find_question(ref)
    if question is None or not form.reads(find_slug(form.questionnaire, ref)):
        raise NotFound()
    return form.card(question)


def library_of(form: Form, limit: int, errors: dict[str, str] | None = None) -> Library:
    """Return the vendor's documents."""
    return Library(form.documents, errors or {}, limit)


def missing_page(form: Form) -> MissingPage:
    """Return what is missing."""
    return MissingPage(form, [(s.slug, s.title, s.missing) for s in form.outline.sections if s.missing])


def suggestions_page(form: Form, refused: list[str] | None = None) -> CardsPage:
    """Return every question with a suggestion, section by section."""
    return _cards_page(form, lambda card: card.suggestion is not None, refused or [])


def left_page(form: Form) -> CardsPage:
    """Return what neither the documents nor anybody has answered yet."""
    return _cards_page(form, lambda card: card.editable and form.is_left(card.question), [])


def earlier_page(form: Form) -> CardsPage:
    """Return every question at which an earlier answer is offered, section by section."""
    return _cards_page(form, lambda card: card.offer is not None, [])


def mine_page(form: Form) -> CardsPage:
    """Return what a colleague was asked for; raises NotFound for anybody else."""
    if form.asked is None:
        raise NotFound()
    return _cards_page(form, lambda card: True, [])


def messages_page(form: Form) -> MessagesPage:
    """Return every thread, unfolded."""
    return MessagesPage(
        form, [_unfolded(one) for one in _cards_page(form, lambda card: bool(card.thread), []).sections]
    )


def _unfolded(section: CardSection) -> CardSection:
    slots = [Slot(one.ref, one.card and replace(one.card, unfolded=True)) for one in section.slots]
    return replace(section, slots=slots)


def _cards_page(form: Form, wanted: Callable[[Card], bool], refused: list[str]) -> CardsPage:
    applicable = form.outline.refs
    sections = []
    for section in form.questionnaire.sections:
        mine = [q for q in section.questions if form.is_mine(q.ref)]
        cards = {q.ref: form.card(q) for q in mine if q.ref in applicable}
        slots = [Slot(q.ref, cards[q.ref] if q.ref in cards and wanted(cards[q.ref]) else None) for q in mine]
        if any(slot.card is not None for slot in slots):
            sections.append(CardSection(section.title, slots))
    return CardsPage(form, sections, refused)


async def start_page(form: Form, limit: int) -> StartPage:
    """Return the first step."""
    return StartPage(form, library_of(form, limit), await is_looking(form.assessment.vendor))


async def receipt_page(who: Principal, assessment_id: UUID) -> ReceiptPage:
    """Return the receipt; raises NotFound before there is one."""
    assessment = await assessment_for(who, assessment_id)
    if not assessment.receipt:
        raise NotFound("There is no receipt yet: these answers have not been submitted.")
    state, files = AssessmentState(assessment.state), await receipt_lines(assessment.id)
    return ReceiptPage(assessment, state, read_receipt(assessment.receipt), files)


def _neighbours(form: Form, slug: str) -> tuple[tuple[str, str], tuple[str, str]]:
    base = f"/answer/{form.assessment.id}"
    names = [(section.title, f"{base}/{section.slug}") for section in form.outline.sections]
    places = [section.slug for section in form.outline.sections]
    at = places.index(slug) if slug in places else len(places) - 1
    end = ("Check and submit", f"{base}/submit") if form.state.answerable and form.asked is None else ("", "")
    return names[at - 1] if at else ("", ""), names[at + 1] if at + 1 < len(names) else end
