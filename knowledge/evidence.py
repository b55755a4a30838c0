"""The sentences that retrieved passages touch, each with its place on the page and what stands around it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from knowledge.citations import Quote
from knowledge.gathering import Found
from knowledge.rows import Marks, parted
from knowledge.screening import aimed_at_model
from knowledge.sentences import Sentence

_POINTING = re.compile(r"\s*(?:it|they|these|this|those|such|the\s+(?:same|latter))\b", re.I)
_OF_TESTS = re.compile(
    r"\btests?\s+(?:of\s+(?:the\s+)?(?:controls?|operating\s+effectiveness)|performed|applied)\b|\bresults?\s+of\s+(?:the\s+)?tests?\b",
    re.I,
)  # what an auditor tested is named by the control, not by the head of the table
REACH = 1200
AROUND = 2
LONGEST_TOLD = 220
Pages = Mapping[tuple[UUID, int], str]
Key = tuple[UUID, int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a page that was retrieved."""

    document_id: UUID
    document: str
    page: int
    label: str
    start: int
    end: int
    header: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer or decide something, among the sentences of its page."""

    place: Place
    page_text: str
    sentences: Sequence[Sentence]
    at: int
    rank: int

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.sentences[self.at]

    @property
    def key(self) -> Key:
        """Where it stands: document, page, place on the page."""
        return self.place.document_id, self.place.page, self.sentence.start

    @property
    def points_back(self) -> bool:
        """Say whether it begins with a pronoun, so that it needs the sentence before it."""
        return bool(_POINTING.match(self.sentence.flat))

    @property
    def before(self) -> str:
        """What stands right before it on the page."""
        return self.sentences[self.at - 1].flat if self.at else ""

    @property
    def opened_at(self) -> int | None:
        """Where the words stand that open the list this sentence is an item of."""
        lead = self.sentence.lead
        earlier = (index for index in range(self.at - 1, -1, -1) if self.sentences[index].flat == lead)
        return next(earlier, None) if lead else None

    @property
    def said(self) -> str:
        """What the sentence says: an item of a list says it together with the words that open the list."""
        return f"{self.sentence.lead.rstrip(': ')} {self.sentence.flat}" if self.sentence.lead else self.sentence.flat

    @property
    def context(self) -> str:
        """What may name the thing the sentence is about: its heading, the sentence a pronoun points to."""
        parts = [_OF_TESTS.sub(" ", self.sentence.heading)]
        if self.points_back:
            parts.append(self.before)
        return " ".join(part for part in parts if part)

    @property
    def short(self) -> str:
        """The sentence as a reason repeats it, cut between words where it is long."""
        text = self.sentence.flat
        return text if len(text) <= LONGEST_TOLD else text[: LONGEST_TOLD - 3].rsplit(" ", 1)[0] + " ..."

    @property
    def quote(self) -> Quote:
        """The sentence as a quote, with the words that open its list when they are near."""
        opened = self.opened_at
        near = opened is not None and self.sentence.end - self.sentences[opened].start <= REACH
        return self.stretch(opened if opened is not None and near else self.at, self.at)

    def stretch(self, first: int, last: int) -> Quote:
        """Quote the page from one sentence to another."""
        start, end = self.sentences[first].start, self.sentences[last].end
        place = self.place
        return Quote(place.document_id, place.document, place.page, place.label, start, end, self.page_text[start:end])


def places_of(found: Iterable[Found]) -> list[Place]:
    """Return where the retrieved passages stand."""
    return [
        Place(item.document_id, item.document, item.page, item.label, item.start, item.end, item.header)
        for item in found
    ]


def with_copies(found: Iterable[Found]) -> list[Found]:
    """Put behind each passage the other places where its text stands: another document may be newer, or in force."""
    return [each for item in found for each in (item, *item.also)]


def candidates(
    places: Sequence[Place], pages: Pages, marks: Mapping[tuple[UUID, int], Marks] | None = None
) -> list[Candidate]:
    """Return each sentence that a retrieved place touches once, in the order of retrieval.

    Text that talks to a language model, and what stands next to it, is evidence of nothing.
    """
    found: dict[tuple[UUID, int, int], Candidate] = {}
    split: dict[tuple[UUID, int], Sequence[Sentence]] = {}
    aimed: dict[tuple[UUID, int], frozenset[int]] = {}
    for rank, place in enumerate(places):
        key = (place.document_id, place.page)
        if key not in pages:
            continue
        if key not in split:
            split[key], aimed[key] = _parted(pages[key], (marks or {}).get(key, ()))
        for at, sentence in enumerate(split[key]):
            if at in aimed[key]:
                continue
            if sentence.start < place.end and place.start < sentence.end:
                found.setdefault((*key, sentence.start), Candidate(place, pages[key], split[key], at, rank))
    return list(found.values())


@lru_cache(maxsize=512)
def _parted(page: str, marks: Marks) -> tuple[Sequence[Sentence], frozenset[int]]:
    """Part a page once for the many claims that are weighed against it."""
    found = tuple(parted(page, marks))
    return found, _aimed(found)


def _aimed(page: Sequence[Sentence]) -> frozenset[int]:
    spoiled = [at for at, sentence in enumerate(page) if aimed_at_model(sentence.flat)]
    return frozenset(near for at in spoiled for near in range(at - AROUND, at + AROUND + 1))
