"""Facts as pages and the API list them: each with its words, its page, and who stands for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from knowledge.facts import DocumentFacts, Fact
from knowledge.facts.keys import Key
from knowledge.facts.reviewing import all_facts, to_check
from knowledge.facts.typed import FactForm, form_of, parts_of
from portal.core.dates import date_long
from portal.evidence.correcting import fact_id


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of a document with the words and the page it stands on; `id` names it in forms."""

    label: str
    value: str
    quote: str
    page: int
    id: str = ""
    key: str = ""
    shown: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    check: bool = False
    confirmed_by: str = ""

    @property
    def standing(self) -> str:
        """Say who stands for the fact, or nothing when it was only read."""
        if not self.confirmed_by:
            return ""
        return f"{'Confirmed' if self.quote else 'Stated'} by {self.confirmed_by}"


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts of one key."""

    label: str
    lines: tuple[FactLine, ...]


def fact_lines(facts: DocumentFacts) -> list[FactLine]:
    """Return what is known of a document, in the order people ask for it."""
    return [fact_line(key, fact) for key, fact in all_facts(facts)]


def fact_line(key: Key, fact: Fact) -> FactLine:
    """Return one fact as it is listed."""
    return FactLine(
        label=key.label,
        value=fact.value,
        quote=fact.quote,
        page=fact.page,
        id=fact_id(key, fact),
        key=key.value,
        shown=shown(key, fact.value),
        parts=tuple((part.label, fact.parts[part.name]) for part in parts_of(key) if part.name in fact.parts),
        check=to_check(fact),
        confirmed_by=fact.confirmed_by,
    )


def shown(key: Key, value: str) -> str:
    """Return a fact's value as people read it."""
    if form_of(key) is FactForm.DATE:
        try:
            return date_long(date.fromisoformat(value))
        except ValueError:
            return value
    return value[:1].upper() + value[1:] if form_of(key) is FactForm.CHOICE else value


def grouped(lines: Sequence[FactLine]) -> list[FactGroup]:
    """Put lines of one key together, in their order."""
    return [FactGroup(label, tuple(found)) for label, found in groupby(lines, key=lambda line: line.label)]
