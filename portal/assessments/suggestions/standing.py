"""The suggestions that stand: open ones whose words are found again, and confirmed ones behind answers that still say so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from knowledge.citations import Quote, confirmed
from knowledge.scope import Scope
from knowledge.tables import DocumentState
from portal.assessments.suggestions.states import SuggestionKind, SuggestionState
from portal.assessments.tables import Assessment, Suggestion
from portal.assessments.wording import answer_words
from portal.core.queue import JobState
from portal.core.tables import Job
from portal.evidence.changed import SUGGESTIONS
from portal.evidence.queries import EvidenceLine
from portal.evidence.quoting import document_ids, quotes_from_json
from portal.vendors.collections import collection_of
from questionnaires.model import Question, Questionnaire
from questionnaires.values import AnswerRow, Given, Value, value_from_json, value_to_json


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words of one of the vendor's documents, as its contact sees them."""

    evidence: UUID
    document: str
    quote: Quote

    @property
    def place(self) -> str:
        """The page, with its printed number where that is another."""
        label, number = self.quote.label, self.quote.page
        printed = f" (printed {label})" if label and label != str(number) else ""
        return f"page {number}{printed}{', read from a picture' if self.quote.recognised else ''}"


@dataclass(frozen=True, slots=True)
class Suggested:
    """What the documents seem to answer to one question, in words and with the places it stands at."""

    id: UUID
    ref: str
    kind: SuggestionKind
    value: Value | None
    words: str
    quotes: tuple[QuotedWords, ...]
    decided_by: str
    decided_at: datetime | None

    @property
    def answers(self) -> bool:
        """Whether there is an answer to confirm, rather than words to look at."""
        return self.value is not None


@dataclass(frozen=True, slots=True)
class Suggestions:
    """By the question's reference: what waits for a decision, and what was confirmed and is still the answer."""

    open: Mapping[str, Suggested]
    confirmed: Mapping[str, Suggested]


async def suggestions_of(
    assessment: Assessment,
    questionnaire: Questionnaire,
    rows: Mapping[str, AnswerRow],
    documents: Sequence[EvidenceLine],
) -> Suggestions:
    """Return an assessment's suggestions, in a few queries; one whose document is gone or past its date is none."""
    wanted = [SuggestionState.open.value, SuggestionState.confirmed.value]
    mine = (Suggestion.assessment == assessment.id) & Suggestion.state.is_in(wanted)
    kept = await Suggestion.objects().where(mine).order_by(Suggestion.found_at)
    given = {ref: row.given.value for ref, row in rows.items() if row.given is not None}
    lines = {line.document: line for line in documents if not line.set_aside}
    found = await _found_again(assessment.vendor, kept)
    shown = [
        suggested
        for row in kept
        if (question := questionnaire.find_question(row.ref)) is not None
        and (suggested := _suggested(row, question, found, lines)) is not None
    ]
    open_ids = {row.id for row in kept if row.state == SuggestionState.open.value}
    fresh = {line.document for line in lines.values() if not line.stale and line.state is DocumentState.READY}
    return Suggestions(
        {one.ref: one for one in shown if one.id in open_ids and one.ref not in given and _stands(one, fresh)},
        {one.ref: one for one in shown if one.id not in open_ids and given.get(one.ref) == one.value},
    )


async def confirmed_quotes(assessment_id: UUID, ref: str, given: Given) -> tuple[Quote, ...]:
    """Return the words from which a contact confirmed an answer, as long as it is the answer."""
    mine = (Suggestion.assessment == assessment_id) & (Suggestion.ref == ref)
    row = await (
        Suggestion.objects()
        .where(mine & (Suggestion.state == SuggestionState.confirmed.value))
        .order_by(Suggestion.decided_at, ascending=False)
        .first()
    )
    if row is None or row.value != value_to_json(given.value):
        return ()
    return quotes_from_json(row.quotes)


async def is_looking(vendor_id: UUID) -> bool:
    """Whether a vendor's documents are still to be looked through for answers."""
    alive = Job.state.is_in([JobState.waiting.value, JobState.running.value])
    return await Job.exists().where((Job.kind == SUGGESTIONS) & (Job.subject == str(vendor_id)) & alive)


async def _found_again(vendor_id: UUID, rows: Iterable[Suggestion]) -> set[Quote]:
    """Return the quotes that still stand on their pages, all read at once."""
    quotes = [quote for row in rows for quote in quotes_from_json(row.quotes)]
    if not quotes:
        return set()
    scope = Scope((collection_of(vendor_id),), frozenset(document_ids(tuple(quotes))))
    return set(await confirmed(quotes, scope))


def _suggested(
    row: Suggestion, question: Question, found: set[Quote], lines: Mapping[UUID, EvidenceLine]
) -> Suggested | None:
    """Read a row; None when its first words, which it stands on, are not to be found any more."""
    quotes = quotes_from_json(row.quotes)
    standing = tuple(
        QuotedWords(lines[quote.document_id].id, lines[quote.document_id].name, quote)
        for quote in quotes
        if quote.document_id in lines and quote in found
    )
    if not standing or standing[0].quote != quotes[0]:
        return None
    value = None if row.value is None else value_from_json(row.value)
    names = {str(line.id): line.name for line in lines.values()}
    words = "" if value is None else answer_words(question, Given(value), names)
    return Suggested(
        row.id, row.ref, SuggestionKind(row.kind), value, words, standing, row.decided_by_name, row.decided_at
    )


def _stands(one: Suggested, fresh: set[UUID]) -> bool:
    return all(words.quote.document_id in fresh for words in one.quotes)
