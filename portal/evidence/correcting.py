"""Reviewing a document's facts: confirming, correcting, removing, adding, and taking any of it back."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import UUID

from knowledge.citations import find_quote
from knowledge.facts import DocumentFacts, EvidenceKind, Fact, facts_from_json
from knowledge.facts.dates import dates
from knowledge.facts.keys import SINGLE, Key, SharedKey
from knowledge.facts.reviewing import Review, ReviewAction, all_facts, facts_under
from knowledge.facts.typed import FactForm, form_of, typed_parts, typed_value
from knowledge.storing import hold_document
from knowledge.tables import Document, Page
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.dates import date_long
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.queue import enqueue
from portal.core.scope import Can, Principal
from portal.evidence.access import evidence_for
from portal.evidence.changed import evidence_changed
from portal.evidence.effective import apply_reviews, fact_to_json, reviews_of
from portal.evidence.succeeding import VERSIONS
from portal.evidence.tables import Evidence, FactReview

_CHANGED = "Somebody else changed this fact a moment ago. Please look at it again."
_ACTIONS = {
    ReviewAction.CONFIRMED: "fact.confirmed",
    ReviewAction.CORRECTED: "fact.corrected",
    ReviewAction.REMOVED: "fact.removed",
    ReviewAction.ADDED: "fact.added",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as a person wrote it: without words on a page it rests on that person's word."""

    value: str
    page: int = 0
    quote: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    reason: str = ""


def fact_id(key: Key, fact: Fact) -> str:
    """Name a fact by its content, so that a form acts only on the fact that it showed."""
    parts = "|".join(f"{name}={value}" for name, value in sorted(fact.parts.items()))
    return hashlib.sha256(f"{key.value}|{fact.value}|{parts}".encode()).hexdigest()[:16]


def find_fact(facts: DocumentFacts, wanted: str) -> tuple[Key, Fact] | None:
    """Find the fact of this name."""
    return next(((key, fact) for key, fact in all_facts(facts) if fact_id(key, fact) == wanted), None)


async def confirm_fact(who: Principal, evidence_id: UUID, wanted: str) -> None:
    """Say that a fact is right as it was read. Raises Conflict when it is not there any more."""

    def confirmed(facts: DocumentFacts) -> Review:
        key, fact = _get(facts, wanted)
        return Review(ReviewAction.CONFIRMED, key, fact, replace(fact, confidence=1.0, confirmed_by=who.name))

    await _review(who, evidence_id, confirmed, "")


async def correct_fact(who: Principal, evidence_id: UUID, wanted: str, stated: Stated) -> None:
    """Put another value in a fact's place. Raises InvalidForm with a sentence a field, Conflict when it is gone."""
    row = await _evidence(who, evidence_id)
    key, _ = _get(await _facts(row), wanted)
    fact = await _typed(row, key, stated, who)

    def corrected(facts: DocumentFacts) -> Review:
        return Review(ReviewAction.CORRECTED, *_get(facts, wanted), fact)

    await _review(who, evidence_id, corrected, stated.reason)


async def remove_fact(who: Principal, evidence_id: UUID, wanted: str, reason: str) -> None:
    """Say that a fact is wrong and nothing stands in its place."""

    def removed(facts: DocumentFacts) -> Review:
        return Review(ReviewAction.REMOVED, *_get(facts, wanted), None)

    await _review(who, evidence_id, removed, reason)


async def add_fact(who: Principal, evidence_id: UUID, key: Key, stated: Stated) -> None:
    """Add what reading missed. Raises InvalidForm with a sentence a field."""
    row = await _evidence(who, evidence_id)
    fact = await _typed(row, key, stated, who)

    def added(facts: DocumentFacts) -> Review:
        if any(fact_id(key, one) == fact_id(key, fact) for one in facts_under(facts, key)):
            raise InvalidForm({"value": f"{key.label}: this is known already. Please confirm it instead."})
        if key in SINGLE and facts_under(facts, key):
            raise InvalidForm({"value": f"{key.label}: there is a value already. Please correct that one."})
        return Review(ReviewAction.ADDED, key, None, fact)

    await _review(who, evidence_id, added, stated.reason)


async def set_kind(who: Principal, evidence_id: UUID, kind: EvidenceKind, reason: str) -> None:
    """Say what kind a document is; nothing is read again, and the evidence clock follows the kind at once."""

    def changed(facts: DocumentFacts) -> Review:
        old, same = Fact(facts.kind.value, "", 0), facts.kind is kind
        new = Fact(kind.value, "", 0, 1.0, {}, who.name)
        return Review(ReviewAction.CONFIRMED if same else ReviewAction.CORRECTED, SharedKey.KIND, old, new)

    await _review(who, evidence_id, changed, reason)


async def withdraw_review(who: Principal, evidence_id: UUID, review_id: int) -> None:
    """Take back the newest thing said of a key, so that what was there before counts again. Raises Conflict, NotFound."""
    row = await _evidence(who, evidence_id)
    async with transaction():
        await hold_document(row.document)
        standing = await reviews_of(row.id)
        wanted = next((review for review in standing if review.id == review_id), None)
        if wanted is None:
            raise NotFound()
        if any(review.key == wanted.key and review.id > wanted.id for review in standing):
            raise Conflict("Something newer was said of this. Please take that back first.")
        await FactReview.update({FactReview.withdrawn_at: now(), FactReview.withdrawn_by_name: who.name}).where(
            FactReview.id == wanted.id
        )
        await apply_reviews(row)
        await audit.record(who, "fact.review_withdrawn", row, {"name": row.name, "fact": wanted.key}, vendor=row.vendor)
        await _follow(row)


async def _review(who: Principal, evidence_id: UUID, decide: Callable[[DocumentFacts], Review], reason: str) -> None:
    """Keep a review, let it count, note it, and have the vendor's verdicts worked out again: all in one transaction."""
    row = await _evidence(who, evidence_id)
    async with transaction():
        await hold_document(row.document)
        review = decide(await _facts(row))
        await FactReview.insert(_kept(row, review, who, reason))
        await apply_reviews(row)
        detail: dict[str, object] = {
            "name": row.name,
            "fact": review.key.label,
            "old": review.old.value[:300] if review.old else "",
            "new": review.new.value[:300] if review.new else "",
            "reason": reason,
        }
        await audit.record(who, _ACTIONS[review.action], row, detail, vendor=row.vendor)
        await _follow(row)


async def _follow(row: Evidence) -> None:
    """Have everything that stands on the facts worked out again."""
    await enqueue(VERSIONS, str(row.document))
    await evidence_changed(row.vendor)


def _kept(row: Evidence, review: Review, who: Principal, reason: str) -> FactReview:
    return FactReview(
        evidence=row.id,
        action=review.action.value,
        key=review.key.value,
        old_fact=fact_to_json(review.old),
        new_fact=fact_to_json(review.new),
        reason=reason,
        by_id=who.id,
        by_name=who.name,
        at=now(),
    )


async def _evidence(who: Principal, evidence_id: UUID) -> Evidence:
    row = await evidence_for(who, evidence_id)
    who.require(Can.review)
    return row


async def _facts(row: Evidence) -> DocumentFacts:
    document = await Document.select(Document.facts).where(Document.id == row.document).first()
    if document is None or not document["facts"]:
        raise Conflict("This document has not been read yet. Please wait until it is ready.")
    return facts_from_json(document["facts"])


def _get(facts: DocumentFacts, wanted: str) -> tuple[Key, Fact]:
    found = find_fact(facts, wanted)
    if found is None:
        raise Conflict(_CHANGED)
    return found


async def _typed(row: Evidence, key: Key, stated: Stated, who: Principal) -> Fact:
    """Turn what was written into a fact whose words stand on their page; raises InvalidForm with a sentence a field."""
    errors: dict[str, str] = {}
    value, parts, words = "", {}, ""
    try:
        value = typed_value(key, stated.value)
    except ValueError as problem:
        errors["value"] = str(problem)
    try:
        parts = typed_parts(key, stated.parts)
    except ValueError as problem:
        errors["parts"] = str(problem)
    try:
        words = await _words(row, stated)
        _check_day(key, value, words)
    except ValueError as problem:
        errors["quote" if stated.quote and stated.page else "page"] = str(problem)
    if errors:
        raise InvalidForm(errors)
    return Fact(value, words, stated.page, 1.0, parts, who.name)


def _check_day(key: Key, value: str, words: str) -> None:
    """Raise ValueError when the words state another day than the value; a date that can be read two ways is let be."""
    stated = dates(words) if form_of(key) is FactForm.DATE and value else []
    if stated and all(value not in (one.first.isoformat(), one.last.isoformat()) for one in stated):
        raise ValueError(
            f"These words say {date_long(stated[0].last)}. Please copy the words that state the day, or leave this empty."
        )


async def _words(row: Evidence, stated: Stated) -> str:
    """Return the quote as it stands on its page; without a quote only the page has to exist."""
    if not stated.page:
        if stated.quote:
            raise ValueError("Page: please say on which page these words stand.")
        return ""
    page = await Page.select(Page.text).where((Page.document == row.document) & (Page.number == stated.page)).first()
    if page is None:
        raise ValueError(f"Page: this document has no page {stated.page}.")
    if not stated.quote:
        return ""
    span = find_quote(stated.quote, page["text"])
    if span is None:
        raise ValueError(
            f"These words are not on page {stated.page}. Please copy them as they stand there, or leave this empty."
        )
    return str(page["text"][span[0] : span[1]])
