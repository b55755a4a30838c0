"""A document as a whole: what is known of it, its opening pages, and quotes of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from knowledge.citations import Quote, find_quote
from knowledge.facts import DocumentFacts, EvidenceKind, Fact, is_stale
from knowledge.services import covers

TITLE_LINES = 6


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its facts and the pages that its facts and its title stand on."""

    document_id: UUID
    name: str
    facts: DocumentFacts
    pages: tuple[tuple[int, str], ...]

    @property
    def title(self) -> str:
        """The file's name and the first lines of the document."""
        first = next((text for number, text in self.pages if number == 1), "")
        lines = [line.strip() for line in first.splitlines() if line.strip()][:TITLE_LINES]
        return " | ".join([re.sub(r"[_.-]+", " ", self.name), *lines])

    @property
    def opening(self) -> str:
        """The text of its opening pages on one line."""
        return " ".join(" ".join(text.split()) for _, text in self.pages)

    def is_kind(self, kind: EvidenceKind) -> bool:
        """Say whether the document is of this kind."""
        return self.facts.kind is kind

    def covers(self, service: str) -> bool:
        """Say whether the document may speak of the service."""
        return covers(self.facts, service)

    def is_stale(self, today: date) -> bool:
        """Say whether the document no longer supports claims."""
        return is_stale(self.facts, today)

    def quotes(self, *facts: Fact | None) -> tuple[Quote, ...]:
        """Quote the pages where facts stand."""
        return tuple(quote for fact in facts if fact for quote in self._quoted(fact.quote, fact.page))

    def matching(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Quote]]:
        """Yield where a pattern stands on the opening pages, each with its quote."""
        for number, text in self.pages:
            for match in pattern.finditer(text):
                yield match, self._quote(number, text, match.start(), match.end())

    def _quoted(self, words: str, page: int) -> Iterator[Quote]:
        text = dict(self.pages).get(page, "")
        span = find_quote(words, text)
        if span is not None:
            yield self._quote(page, text, *span)

    def _quote(self, page: int, text: str, start: int, end: int) -> Quote:
        return Quote(self.document_id, self.name, page, "", start, end, text[start:end])


def of_kind(papers: Sequence[Paper], kind: EvidenceKind) -> list[Paper]:
    """Return the papers of a kind."""
    return [paper for paper in papers if paper.is_kind(kind)]
