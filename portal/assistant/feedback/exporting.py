"""Gives out what people said of answers, and what reviewers decided on verdicts, as examples; for administrators alone.

No person is named in them, and of a conversation only the question that was judged is in them.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from piccolo.table import Table

from knowledge.citations import Quote
from knowledge.tables import Passage
from portal.assessments.tables import Assessment
from portal.assessments.wording import answer_words
from portal.assistant.feedback.sets import FeedbackSet
from portal.assistant.keeping import FROM_ROWS, behind_rows, cited_from_json
from portal.assistant.records.telling import told_from_json
from portal.assistant.tables import Conversation, Feedback, Turn
from portal.assistant.threads import ids_from_json
from portal.core import audit
from portal.core.database import transaction
from portal.core.scope import Can, Principal
from portal.evidence.tables import Evidence
from portal.review.quotes import quotes_from_json
from portal.review.tables import AnswerVerdict, Decision
from portal.vendors.tables import Vendor
from questionnaires.answering import all_changes_of
from questionnaires.model import Question
from questionnaires.storing import get_questionnaire
from questionnaires.values import AnswerRow

Plain = dict[str, object]
T = TypeVar("T", bound=Table)


async def export(who: Principal, what: FeedbackSet) -> list[Plain]:
    """Return every example of a set, the oldest first, and leave on record that it was given out. Raises NotAllowed."""
    who.require(Can.manage_people)
    examples = await (_answers() if what is FeedbackSet.answers else _verdicts())
    async with transaction():
        await audit.record(who, "feedback.exported", f"feedback:{what.value}", {"examples": len(examples)})
    return examples


async def _answers() -> list[Plain]:
    slugs = {row["id"]: row["slug"] for row in await Vendor.select(Vendor.id, Vendor.slug)}
    rows = await Feedback.objects().order_by(Feedback.given_at)
    turns = {row.id: row for row in await _by_id(Turn, [row.turn for row in rows])}
    spoken = {row.id: row for row in await _by_id(Conversation, [turn.conversation for turn in turns.values()])}
    asked_of = [turn.document for turn in turns.values() if turn.document]
    named: dict[UUID | None, str] = {one.id: one.name for one in await _by_id(Evidence, asked_of)}
    return [_answer(row, turns[row.turn], spoken[turns[row.turn].conversation], slugs, named) for row in rows]


def _answer(
    row: Feedback, turn: Turn, conversation: Conversation, slugs: dict[UUID, str], named: dict[UUID | None, str]
) -> Plain:
    narrowed = [conversation.vendor] if conversation.vendor else ids_from_json(turn.vendors)
    text, cited = behind_rows(turn.answer, cited_from_json(turn.citations), told_from_json(turn.records))
    return {
        "question": turn.read_as or turn.question,
        "scope": {
            "about": "vendor" if conversation.vendor else "vendors",
            "vendors": sorted(slugs[one] for one in narrowed if one in slugs) if narrowed is not None else "all",
            "older": turn.older,
            "document": named.get(turn.document, ""),
        },
        "answer": text,
        "answered": turn.answered,
        "citations": [plain_quote(one.quote) for one in cited if one.quote],
        "about": row.about,
        "judgement": row.judgement,
        "note": row.note,
        "method": "records" if turn.written_by == FROM_ROWS else turn.written_by,
        "prompt_version": turn.prompt_version,
        "asked_at": turn.asked_at.isoformat(),
        "given_at": row.given_at.isoformat(),
    }


async def _verdicts() -> list[Plain]:
    """Return each decision on a verdict with what the machine had said; where somebody decided twice, the later."""
    decided = await Decision.objects().where(Decision.verdict.is_not_null()).order_by(Decision.decided_at)
    newest = {row.verdict: row for row in decided}
    verdicts = {row.id: row for row in await _by_id(AnswerVerdict, list(newest))}
    assessments = {row.id: row for row in await _by_id(Assessment, [row.assessment for row in verdicts.values()])}
    passages = await _passages([quote for row in verdicts.values() for quote in quotes_from_json(row.quotes)])
    answered = await _answered(verdicts.values(), assessments)
    return [
        _verdict(decision, verdicts[one], answered.get(one, ("", "")), passages)
        for one, decision in newest.items()
        if one in verdicts
    ]


def _verdict(
    decision: Decision, row: AnswerVerdict, answered: tuple[str, str], passages: dict[tuple[UUID, int], list[Passage]]
) -> Plain:
    question, answer = answered
    return {
        "claim": row.claim,
        "ref": row.ref,
        "question": question,
        "answer": answer,
        "quotes": [
            plain_quote(quote) | {"passage": _around(quote, passages)} for quote in quotes_from_json(row.quotes)
        ],
        "machine": {"verdict": row.state, "reason": row.reason, "confidence": row.confidence, "method": row.method},
        "reviewer": {
            "decision": decision.kind,
            "verdict": decision.state or row.state,
            "reason": decision.reason,
        },
        "worked_out_at": row.worked_out_at.isoformat(),
        "decided_at": decision.decided_at.isoformat(),
    }


def plain_quote(quote: Quote) -> Plain:
    """Return a quote as every command prints one."""
    return {"document": quote.document, "page": quote.page, "quote": quote.text}


async def _answered(
    verdicts: Iterable[AnswerVerdict], assessments: dict[UUID, Assessment]
) -> dict[UUID, tuple[str, str]]:
    """Return the question and the answer that each verdict was worked out for, as it was then."""
    found: dict[UUID, tuple[str, str]] = {}
    asked = {one.id: await get_questionnaire(one.questionnaire) for one in assessments.values()}
    said = {one.id: await all_changes_of(one.response) for one in assessments.values()}
    for row in verdicts:
        question = asked[row.assessment].find_question(row.ref) if row.assessment in asked else None
        if question is not None:
            then = (one for one in said[row.assessment] if (one.ref, one.revision) == (row.ref, row.answer_revision))
            found[row.id] = question.text, _words(question, next(then, None))
    return found


def _words(question: Question, row: AnswerRow | None) -> str:
    if row is None or row.given is None:
        return ""
    words = answer_words(question, row.given, {})
    return f"{words}: {row.given.comment}" if row.given.comment else words


async def _passages(quotes: Sequence[Quote]) -> dict[tuple[UUID, int], list[Passage]]:
    found: dict[tuple[UUID, int], list[Passage]] = {}
    wanted = {(quote.document_id, quote.page) for quote in quotes}
    if not wanted:
        return found
    columns = (Passage.document, Passage.page, Passage.start, Passage.end, Passage.text)
    here = Passage.document.is_in([document for document, _ in wanted]) & Passage.page.is_in(
        [page for _, page in wanted]
    )
    for row in await Passage.select(*columns).where(here):
        found.setdefault((row["document"], row["page"]), []).append(Passage(_ignore_missing=True, **row))
    return found


def _around(quote: Quote, passages: dict[tuple[UUID, int], list[Passage]]) -> str:
    """Return the passage that a quote stands in, as the page has it; nothing where it was cut in two."""
    on_page = passages.get((quote.document_id, quote.page), [])
    return next((one.text for one in on_page if one.start <= quote.start and quote.end <= one.end), "")


async def _by_id(table: type[T], ids: Sequence[object]) -> list[T]:
    """Return rows by their ids, in no order."""
    if not ids:
        return []
    rows: list[T] = await table.objects().where(table._meta.primary_key.is_in(list(set(ids))))
    return rows
