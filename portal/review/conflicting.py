"""Working out the conflicts of a review: answers and documents held against each other; never a reason for a better verdict."""

import re
from itertools import islice
from uuid import UUID

from knowledge.asserting import Assertion, Library, Paper, assertions, companies, library
from knowledge.citations import Quote
from knowledge.differing import Asked, Statement, asked, differ, falls_short, same_thing, statement
from knowledge.lists_of_places import places_elsewhere
from knowledge.weighing import strength
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.evidence.current import current_scope
from portal.review.access import SHOWN
from portal.review.answers import Answered, Answers, answers_of
from portal.review.differences import against, answer_side, within
from portal.review.sides import ConflictKind, Found, Side, found, sides_to_json
from portal.review.tables import Conflict
from portal.review.verdicts import StandingVerdict, stale_documents, standing, verdict_rows
from portal.risk.levels import VerdictState
from questionnaires.model import YesNo

_MOST_EARLIER, _MOST_OF_A_KIND = 6, 3
_OTHERS = re.compile(r"\bother companies\b.*\b(?:store|process|access)\b|\bsub-?processors? (?:are|is) used\b", re.I)
_UNDER_REVIEW = [one.value for one in SHOWN if one is not AssessmentState.completed]


async def work_out_conflicts(vendor_id: UUID) -> None:
    """Work out the conflicts of every review of a vendor that is not over; safe to repeat and to be stopped."""
    mine = (Assessment.vendor == vendor_id) & Assessment.state.is_in(_UNDER_REVIEW)
    for assessment in await Assessment.objects().where(mine).order_by(Assessment.created_at):
        await _store(assessment, await _found_in(assessment))


async def _found_in(assessment: Assessment) -> list[Found]:
    answers = await answers_of(assessment)
    shelf = await library(await current_scope([assessment.vendor]), answers.service, today())
    verdicts = await _verdicts(assessment, answers)
    conflicts = within(assessment, answers)
    for one in answers.answered:
        if one.claim:
            conflicts += await _on_question(assessment, one, verdicts.get(one.ref), shelf)
        elif _says_nobody(one):
            conflicts += await _named_all_the_same(one, answer_side(assessment, one), shelf)
    for other in await _others(assessment):
        conflicts += against(assessment, answers, other, await answers_of(other))
    return conflicts


async def _verdicts(assessment: Assessment, answers: Answers) -> dict[str, StandingVerdict]:
    history = await verdict_rows([assessment.id])
    revisions = {one.ref: one.revision for one in answers.answered}
    return standing(history, revisions, await stale_documents(history, today()))


async def _others(assessment: Assessment) -> list[Assessment]:
    """Return the vendor's other questionnaires that were submitted, the newest first."""
    theirs = (Assessment.vendor == assessment.vendor) & (Assessment.id != assessment.id)
    rows: list[Assessment] = await (
        Assessment.objects()
        .where(theirs & Assessment.state.is_in([one.value for one in SHOWN]))
        .order_by(Assessment.submitted_at, ascending=False)
        .limit(_MOST_EARLIER)
    )
    return rows


async def _on_question(
    assessment: Assessment, one: Answered, verdict: StandingVerdict | None, shelf: Library
) -> list[Found]:
    on = asked(one.claim)
    stated = await assertions(one.claim, shelf) if on is not None else []
    own = answer_side(assessment, one)
    conflicts = _contradicted(one, own, verdict, shelf, on)
    conflicts += await _elsewhere(one, own, shelf, _quoted(conflicts))
    conflicts += _beside(assessment, one, verdict, shelf, _quoted(conflicts))
    if on is not None:
        named = {side.quote.document_id for found in conflicts for side in found.sides if side.quote}
        conflicts += _short_of_answer(one, own, on, stated, shelf.service, named)
        conflicts += _among_documents(one, on, stated, shelf.service)
    return conflicts


def _contradicted(
    one: Answered, own: Side, verdict: StandingVerdict | None, shelf: Library, on: Asked | None
) -> list[Found]:
    """A verdict that contradicts the answer is a conflict with its first quote, unless both can hold by their values."""
    if verdict is None or verdict.state is not VerdictState.CONTRADICTED or not verdict.quotes:
        return []
    said = statement(on, " ".join(verdict.quotes[0].text.split())) if on is not None else None
    if on is not None and said is not None and not _breaks(on, said, shelf.service):
        return []
    quote = verdict.quotes[0]
    side = _quote_side(quote, shelf.papers.get(quote.document_id))
    return [found(one.ref, ConflictKind.answer_document, verdict.reason, own, side)]


def _says_nobody(one: Answered) -> bool:
    """Whether the answer says that no other company works on the data."""
    given = one.row.given if one.row else None
    return given is not None and given.value == YesNo.NO.value and bool(_OTHERS.search(one.question.claim))


async def _named_all_the_same(one: Answered, own: Side, shelf: Library) -> list[Found]:
    """An answer that no other company works on the data differs from a document that names one; once for each document."""
    named = {company.paper.id: company for company in reversed(await companies(shelf))}
    return [
        found(
            one.ref,
            ConflictKind.answer_document,
            f"No other company is said to work on the data, and “{company.name}” is named.",
            own,
            _quote_side(company.quote, company.paper),
        )
        for company in islice(named.values(), _MOST_OF_A_KIND)
    ]


async def _elsewhere(one: Answered, own: Side, shelf: Library, shown: set[Quote | None]) -> list[Found]:
    """An answer that keeps to regions differs from a list that names a place of processing outside them."""
    rows = [row for row in await places_elsewhere(one.claim, shelf) if row.quote not in shown]
    return [
        found(
            one.ref,
            ConflictKind.answer_document,
            f"Where data is processed: {row.country} is named, which is in none of the regions answered.",
            own,
            _quote_side(row.quote, row.paper),
        )
        for row in rows[:_MOST_OF_A_KIND]
    ]


def _quoted(conflicts: list[Found]) -> set[Quote | None]:
    return {side.quote for found in conflicts for side in found.sides}


def _beside(
    assessment: Assessment, one: Answered, verdict: StandingVerdict | None, shelf: Library, shown: set[Quote | None]
) -> list[Found]:
    """Words of a comment that a document speaks against, whatever the answer itself is worth."""
    return [
        found(
            one.ref,
            ConflictKind.answer_document,
            f"The comment goes further than the document. {each.reason}",
            answer_side(assessment, one, f"Comment: {each.words}"),
            _quote_side(each.quote, shelf.papers.get(each.quote.document_id)),
        )
        for each in (verdict.refuted if verdict else ())
        if each.quote not in shown
    ]


def _short_of_answer(
    one: Answered, own: Side, on: Asked, stated: list[Assertion], service: str, named: set[UUID]
) -> list[Found]:
    conflicts: list[Found] = []
    for each in stated:
        if _breaks(on, each.statement, service) and each.paper.id not in named:
            named = named | {each.paper.id}
            why = _why(on, on.value.text, each.statement.value.text)
            conflicts.append(found(one.ref, ConflictKind.answer_document, why, own, _side(each)))
    return conflicts[:_MOST_OF_A_KIND]


def _among_documents(one: Answered, on: Asked, stated: list[Assertion], service: str) -> list[Found]:
    """Hold the documents against each other: each pair of them at its first difference."""
    pairs: dict[frozenset[UUID], tuple[Assertion, Assertion]] = {}
    for at, first in enumerate(stated):
        for other in stated[at + 1 :]:
            key = frozenset({first.paper.id, other.paper.id})
            differing = differ(first.statement.value, other.statement.value)
            if len(key) == 2 and differing and same_thing(first.statement, other.statement, service):
                pairs.setdefault(key, (first, other))
    return [
        found(
            one.ref,
            ConflictKind.documents,
            _why(on, first.statement.value.text, other.statement.value.text),
            _side(first),
            _side(other),
        )
        for first, other in islice(pairs.values(), _MOST_OF_A_KIND)
    ]


def _breaks(on: Asked, said: Statement, service: str) -> bool:
    return falls_short(on, said.value) and same_thing(Statement(on.value), said, service)


def _why(on: Asked, one: str, other: str) -> str:
    return f"{on.matter.label}: “{' '.join(one.split())}” and “{' '.join(other.split())}”."


def _side(one: Assertion) -> Side:
    return _quote_side(one.quote, one.paper)


def _quote_side(quote: Quote, paper: Paper | None) -> Side:
    day, worth = (paper.day, strength(paper.facts)) if paper else ("", strength(None))
    return Side(quote.document, quote.text, day, worth, quote=quote)


async def _store(assessment: Assessment, conflicts: list[Found]) -> None:
    """Keep what was found; a conflict that is still the same keeps its row, and one that is gone loses it."""
    wanted = {(one.ref, one.kind.value, one.why, sides_to_json(one.sides)) for one in conflicts}
    async with transaction():
        rows = await Conflict.objects().where(Conflict.assessment == assessment.id)
        kept = {(row.ref, row.kind, row.why, row.sides): row.id for row in rows}
        gone = [row_id for key, row_id in kept.items() if key not in wanted]
        gone += [row.id for row in rows if row.id not in kept.values()]
        if gone:
            await Conflict.delete().where(Conflict.id.is_in(gone))
        new = [
            Conflict(assessment=assessment.id, ref=ref, kind=kind, why=why, sides=sides, found_at=now())
            for ref, kind, why, sides in sorted(wanted - kept.keys())
        ]
        if new:
            await Conflict.insert(*new)
