"""Working out suggestions for what a vendor has open; safe to repeat, and a stop in between leaves what was there before."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from knowledge.scope import Scope
from knowledge.tables import Document, DocumentState
from portal.assessments.states import ANSWERABLE
from portal.assessments.suggestions.finding import Evidenced, Proposed, find_answers
from portal.assessments.suggestions.states import SuggestionState
from portal.assessments.tables import Assessment, Suggestion, SuggestionRun
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.scope import Role
from portal.engines import Engines
from portal.evidence.current import current_scope, evidence_of
from portal.evidence.quoting import document_ids, quotes_to_json
from portal.evidence.scan_words import is_set_aside
from portal.evidence.tables import Evidence
from portal.learnt.standing import taught
from portal.vendors.tables import Service
from questionnaires.answering import answers_of
from questionnaires.model import Question, QuestionKind
from questionnaires.storing import get_questionnaire
from questionnaires.values import value_to_json

_UNREAD = (DocumentState.RECEIVED.value, DocumentState.READING.value)


async def suggest_for_vendor(vendor_id: UUID, engines: Engines) -> None:
    """Work out the suggestions of a vendor's open questionnaires, once none of its documents is being read.

    The last document to be read asks for this again, so nothing is missed by waiting for it.
    """
    given = await _given(vendor_id)
    if any(document.state in _UNREAD and not is_set_aside(row) for row, document in given):
        return
    open_ = (Assessment.vendor == vendor_id) & Assessment.state.is_in([state.value for state in ANSWERABLE])
    for assessment in await Assessment.objects().where(open_).order_by(Assessment.created_at):
        await _suggest(assessment, given, engines)


async def _given(vendor_id: UUID) -> list[tuple[Evidence, Document]]:
    """Return what the vendor's own people have uploaded, which is all that a contact is shown words of."""
    rows = [row for row in await evidence_of(vendor_id) if row.uploaded_by_kind in (Role.contact, Role.colleague)]
    if not rows:
        return []
    found = await Document.objects().where(Document.id.is_in([row.document for row in rows]))
    documents = {document.id: document for document in found}
    return [(row, documents[row.document]) for row in rows if row.document in documents]


async def _suggest(assessment: Assessment, given: Sequence[tuple[Evidence, Document]], engines: Engines) -> None:
    questionnaire = await get_questionnaire(assessment.questionnaire)
    answered = await answers_of(assessment.response)
    unanswered = [question for question in questionnaire.questions if question.ref not in answered]
    scope = await _scope(assessment.vendor, given)
    basis = _basis(scope, given, unanswered)
    if await SuggestionRun.exists().where((SuggestionRun.assessment == assessment.id) & (SuggestionRun.basis == basis)):
        return
    service = await _service_name(assessment.service)
    evidenced = Evidenced(scope, await taught(engines.tools), today(), service, engines.language)
    found = await find_answers([] if scope.is_empty else unanswered, evidenced)
    await _keep(assessment, found, {q.ref: q for q in unanswered}, basis)


async def _scope(vendor_id: UUID, given: Sequence[tuple[Evidence, Document]]) -> Scope:
    """Return what may be quoted to a contact: ready, current, open documents that the vendor itself gave."""
    current = await current_scope([vendor_id])
    own = {
        document.id for row, document in given if document.state == DocumentState.READY.value and not is_set_aside(row)
    }
    return Scope(current.collections, frozenset(own if current.documents is None else own & current.documents))


def _basis(scope: Scope, given: Sequence[tuple[Evidence, Document]], questions: Sequence[Question]) -> str:
    """Hash all that suggestions follow from, so that nothing is worked out twice."""
    seen = sorted(
        (str(document.id), str(document.updated_at), str(document.facts_at))
        for _, document in given
        if document.id in (scope.documents or ())
    )
    plain = json.dumps([today().isoformat(), seen, [question.ref for question in questions]])
    return hashlib.sha256(plain.encode()).hexdigest()


async def _keep(
    assessment: Assessment, found: Mapping[str, Proposed], questions: Mapping[str, Question], basis: str
) -> None:
    """Let what was found take the place of what was open, all at once; what was answered or decided meanwhile stays."""
    async with transaction():
        uploaded = {row.document: row for row in await evidence_of(assessment.vendor)}
        answered = await answers_of(assessment.response)
        mine = Suggestion.assessment == assessment.id
        rows = await Suggestion.objects().where(mine)
        wanted = {
            ref: row
            for ref, proposed in found.items()
            if ref not in answered and (row := _row(assessment.id, questions[ref], proposed, uploaded)) is not None
        }
        wanted = {
            ref: row
            for ref, row in wanted.items()
            if not any(_settles(one, row, uploaded[found[ref].quotes[0].document_id].uploaded_at) for one in rows)
        }
        open_ = [one for one in rows if one.state == SuggestionState.open.value]
        kept = {one.ref for one in open_ if one.ref in wanted and _says_the_same(one, wanted[one.ref])}
        gone = [one.id for one in open_ if one.ref not in kept]
        if gone:
            await Suggestion.delete().where(Suggestion.id.is_in(gone))
        for ref in wanted.keys() - kept:
            await Suggestion.insert(wanted[ref]).on_conflict(action="DO NOTHING")
        await SuggestionRun.delete().where(SuggestionRun.assessment == assessment.id)
        await SuggestionRun.insert(SuggestionRun(assessment=assessment.id, basis=basis, worked_out_at=now()))


def _row(
    assessment_id: UUID, question: Question, proposed: Proposed, uploaded: Mapping[UUID, Evidence]
) -> Suggestion | None:
    """Build the row of a suggestion; None when a document that it quotes is gone."""
    if any(document not in uploaded for document in document_ids(proposed.quotes)):
        return None
    value = proposed.value
    if question.kind is QuestionKind.FILE and isinstance(value, tuple):
        value = tuple(str(uploaded[UUID(document)].id) for document in value)
    return Suggestion(
        assessment=assessment_id,
        ref=question.ref,
        kind=proposed.kind.value,
        value=None if value is None else value_to_json(value),
        quotes=quotes_to_json(proposed.quotes),
        method=proposed.method[:80],
        state=SuggestionState.open.value,
        found_at=now(),
        decided_by_name="",
    )


def _settles(decided: Suggestion, wanted: Suggestion, uploaded_at: datetime) -> bool:
    """Tell whether a contact has decided on this already; a document that was uploaded since is a new reason."""
    same = (decided.ref, decided.value) == (wanted.ref, wanted.value)
    return same and decided.decided_at is not None and uploaded_at <= decided.decided_at


def _says_the_same(one: Suggestion, other: Suggestion) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("kind", "value", "quotes"))


async def _service_name(service_id: UUID | None) -> str:
    row = await Service.select(Service.name).where(Service.id == service_id).first() if service_id else None
    return row["name"] if row else ""
