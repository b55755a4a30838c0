"""Facts as people have reviewed them: what was read, with each confirmation and correction applied in its order; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from knowledge.facts.keys import SINGLE, Key, SharedKey
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.values import DocumentFacts, Fact, FactKey

SURE = 0.7


class ReviewAction(StrEnum):
    """What a reviewer did with a fact."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REMOVED = "removed"
    ADDED = "added"

    @property
    def label(self) -> str:
        """Say the action to a person."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Review:
    """One thing a person said of a fact: what it was (unless added), and what it is (unless removed)."""

    action: ReviewAction
    key: Key
    old: Fact | None
    new: Fact | None


def reviewed(read: DocumentFacts, reviews: Sequence[Review]) -> DocumentFacts:
    """Apply the reviews to what was read; a person's word wins over any later reading of the same key and value."""
    facts = read
    for review in reviews:
        facts = _applied(facts, review)
    return facts


def facts_under(facts: DocumentFacts, key: Key) -> tuple[Fact, ...]:
    """Return what is known under a key."""
    if isinstance(key, FactKey):
        return facts.details.get(key, ())
    if key is SharedKey.KIND:
        return (Fact(facts.kind.value, "", 0),)
    if key is SharedKey.EXCEPTIONS:
        return facts.exceptions
    single: Fact | None = getattr(facts, key.value)
    return (single,) if single else ()


def all_facts(facts: DocumentFacts) -> Iterator[tuple[Key, Fact]]:
    """Yield each fact with its key: those most kinds share first, then the details, then the exceptions."""
    shared: list[Key] = [key for key in SharedKey if key in SINGLE]
    for key in (*shared, *FactKey, SharedKey.EXCEPTIONS):
        for fact in facts_under(facts, key):
            yield key, fact


def to_check(fact: Fact) -> bool:
    """Say whether a person had better look at a fact: reading was not sure of it, and nobody has confirmed it."""
    return fact.confidence < SURE and not fact.confirmed_by


def _applied(facts: DocumentFacts, review: Review) -> DocumentFacts:
    if review.key is SharedKey.KIND:
        return replace(facts, kind=EvidenceKind(review.new.value)) if review.new else facts
    here = facts_under(facts, review.key)
    if review.key in SINGLE:
        changed = _single(here, review)
        return _with(facts, review.key, changed[:1])
    return _with(facts, review.key, _several(here, review))


def _single(here: tuple[Fact, ...], review: Review) -> tuple[Fact, ...]:
    if review.new is not None:
        return (review.new,)
    return tuple(fact for fact in here if review.old is None or not _same(fact, review.old))


def _several(here: tuple[Fact, ...], review: Review) -> tuple[Fact, ...]:
    at = _place(here, review.old) if review.old else None
    if review.new is None:
        return here if at is None else here[:at] + here[at + 1 :]
    if at is None:
        at = _place(here, review.new)
    return (*here, review.new) if at is None else (*here[:at], review.new, *here[at + 1 :])


def _place(facts: tuple[Fact, ...], wanted: Fact) -> int | None:
    """Find a fact again: the same value and parts, else the only one of the same value."""
    exact = [at for at, fact in enumerate(facts) if _same(fact, wanted) and fact.parts == wanted.parts]
    alike = [at for at, fact in enumerate(facts) if _same(fact, wanted)]
    if exact:
        return exact[0]
    return alike[0] if len(alike) == 1 else None


def _same(one: Fact, other: Fact) -> bool:
    return " ".join(one.value.split()).casefold() == " ".join(other.value.split()).casefold()


def _with(facts: DocumentFacts, key: Key, here: tuple[Fact, ...]) -> DocumentFacts:
    if isinstance(key, FactKey):
        details = {**facts.details, key: here}
        return replace(facts, details={name: found for name, found in details.items() if found})
    value: Any = here if key is SharedKey.EXCEPTIONS else next(iter(here), None)
    return replace(facts, **{key.value: value})
