"""What the pages show on which a document's facts are reviewed: all of them with their history, and the form for one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from knowledge.facts import EvidenceKind, Fact, facts_from_json
from knowledge.facts.keys import Key, SharedKey, key_of, keys_of
from knowledge.facts.reviewing import ReviewAction
from knowledge.facts.typed import FactForm, Part, form_of, is_sentence, options_of, parts_of
from knowledge.tables import Document
from portal.core.errors import Conflict, NotFound
from portal.evidence.correcting import find_fact
from portal.evidence.effective import fact_from_json, reviews_of
from portal.evidence.fact_lines import FactGroup, fact_lines, grouped, shown
from portal.evidence.tables import Evidence, FactReview
from portal.vendors.tables import Vendor


@dataclass(frozen=True, slots=True)
class Whose:
    """The document that a page about its facts belongs to."""

    id: UUID
    name: str
    vendor: str
    slug: str
    pages: int
    kind: EvidenceKind


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One thing that was said of a fact."""

    id: int
    words: str
    label: str
    old: str
    new: str
    reason: str
    by: str
    at: datetime | None
    withdrawn_by: str
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class FactsPage:
    """All facts of a document and what was said of them."""

    document: Whose
    facts: list[FactGroup]
    to_check: int
    history: list[ReviewLine]
    kinds: list[tuple[str, str]]
    errors: dict[str, str]
    entered: dict[str, str]


@dataclass(frozen=True, slots=True)
class FactPage:
    """The form for one fact: the one to correct, or a new one; without a key it asks what is missing."""

    document: Whose
    fact: str
    key: Key | None
    read: str
    form: FactForm
    long: bool
    options: list[tuple[str, str]]
    parts: list[tuple[Part, list[tuple[str, str]]]]
    keys: list[tuple[str, str]]
    entered: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)


async def facts_page(
    row: Evidence, errors: dict[str, str] | None = None, entered: dict[str, str] | None = None
) -> FactsPage:
    """Return all facts of a document with their history, the newest first."""
    document, whose = await _whose(row)
    groups = grouped(fact_lines(facts_from_json(document.facts)))
    return FactsPage(
        whose,
        groups,
        sum(line.check for group in groups for line in group.lines),
        await _history(row),
        [(kind.value, kind.label) for kind in EvidenceKind],
        errors or {},
        entered or {},
    )


async def edit_page(
    row: Evidence, wanted: str, errors: dict[str, str] | None = None, entered: Mapping[str, str] | None = None
) -> FactPage:
    """Return the form that corrects a fact, filled with what is known or, after a mistake, with what was typed."""
    document, whose = await _whose(row)
    found = find_fact(facts_from_json(document.facts), wanted)
    if found is None:
        raise Conflict("This fact has changed since you opened it. Please look at it again.")
    key, fact = found
    return _form(whose, wanted, key, shown(key, fact.value), dict(entered or _filled(fact)), errors or {})


async def new_page(
    row: Evidence, name: str, errors: dict[str, str] | None = None, entered: Mapping[str, str] | None = None
) -> FactPage:
    """Return the form that adds a fact; without a key's name it asks for one."""
    _, whose = await _whose(row)
    return _form(whose, "", addable(name) if name else None, "", dict(entered or {}), errors or {})


def addable(name: str) -> Key:
    """Return the key of this name if facts can be added under it; raises NotFound."""
    try:
        key = key_of(name)
    except ValueError:
        raise NotFound() from None
    if key is SharedKey.KIND:
        raise NotFound()
    return key


def _form(
    whose: Whose, fact: str, key: Key | None, read: str, entered: dict[str, str], errors: dict[str, str]
) -> FactPage:
    first = keys_of(whose.kind)
    others = {one for kind in EvidenceKind for one in keys_of(kind)} - set(first)
    keys = [*first, *sorted(others, key=lambda one: one.label)]
    return FactPage(
        document=whose,
        fact=fact,
        key=key,
        read=read,
        form=form_of(key) if key else FactForm.TEXT,
        long=bool(key and is_sentence(key)),
        options=[(value, shown(key, value)) for value in options_of(key)] if key else [],
        parts=[(part, [(one, one.capitalize()) for one in part.options]) for part in parts_of(key)] if key else [],
        keys=[(one.value, one.label) for one in keys],
        entered=entered,
        errors=errors,
    )


def _filled(fact: Fact) -> dict[str, str]:
    parts = {f"part-{name}": value for name, value in fact.parts.items()}
    return {"value": fact.value, "page": str(fact.page or ""), "quote": " ".join(fact.quote.split()), **parts}


async def _whose(row: Evidence) -> tuple[Document, Whose]:
    document = await Document.objects().where(Document.id == row.document).first()
    vendor = await Vendor.objects().where(Vendor.id == row.vendor).first()
    if document is None or vendor is None:
        raise NotFound()
    kind = facts_from_json(document.facts).kind
    return document, Whose(row.id, row.name, vendor.name, vendor.slug, document.page_count or 0, kind)


async def _history(row: Evidence) -> list[ReviewLine]:
    kept = await reviews_of(row.id, withdrawn=True)
    newest = {review.key: review.id for review in kept if review.withdrawn_at is None}
    return [_review_line(review, newest.get(review.key) == review.id) for review in reversed(kept)]


def _review_line(row: FactReview, newest: bool) -> ReviewLine:
    key = key_of(row.key)
    return ReviewLine(
        id=row.id,
        words=ReviewAction(row.action).label,
        label=key.label,
        old=_words(key, fact_from_json(row.old_fact)),
        new=_words(key, fact_from_json(row.new_fact)),
        reason=row.reason,
        by=row.by_name,
        at=row.at,
        withdrawn_by=row.withdrawn_by_name,
        may_withdraw=newest,
    )


def _words(key: Key, fact: Fact | None) -> str:
    if fact is None:
        return ""
    return EvidenceKind(fact.value).label if key is SharedKey.KIND else shown(key, fact.value)
