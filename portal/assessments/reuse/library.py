"""A vendor's library: the newest answer it handed in to each question, with its documents, for its own contacts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from portal.assessments.reuse.sources import Answered, Source, handed_in
from portal.assessments.wording import answer_words
from portal.core.clock import now
from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.evidence.library import Library, library_of
from portal.evidence.queries import EvidenceLine
from questionnaires.model import Question
from questionnaires.refitting import plain_words

PAGE = 50
_OLD = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """The newest answer to one question; `times` says how often the question was answered."""

    question: Question
    words: str
    comment: str
    by: str
    at: datetime
    source: Source
    documents: list[EvidenceLine]
    times: int

    @property
    def url(self) -> str:
        """Where it stands in its questionnaire."""
        return f"/answer/{self.source.id}/questions/{self.question.ref}"

    @property
    def old(self) -> bool:
        """Whether it was given more than a year ago."""
        return self.at + _OLD < now()


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """A page of the answers that have the words looked for, beside the documents."""

    q: str
    answers: list[KeptAnswer]
    first: int
    total: int
    previous_url: str
    next_url: str
    library: Library

    @property
    def last(self) -> int:
        """The number of the last answer shown."""
        return self.first + len(self.answers) - 1


async def library_page(who: Principal, settings: Settings, q: str, page: int) -> LibraryPage:
    """Return the vendor's library, in the same few queries however much is in it; raises NotFound for anybody else."""
    if who.vendor is None:
        raise NotFound()
    library, found = await library_of(who, settings, {}), await handed_in(who.vendor)
    lines = {line.id: line for line in library.lines}
    answers = [one for one in _newest(found, lines) if _has(one, q)] if found else []
    start = min(max(page - 1, 0) * PAGE, max(0, (len(answers) - 1) // PAGE * PAGE))
    number = start // PAGE + 1
    return LibraryPage(
        q,
        answers[start : start + PAGE],
        start + 1,
        len(answers),
        _url(q, number - 1) if start else "",
        _url(q, number + 1) if start + PAGE < len(answers) else "",
        library,
    )


def _url(q: str, page: int) -> str:
    return "/answer/own?" + urlencode({"q": q, "page": page} if q else {"page": page})


def _newest(found: Answered, lines: Mapping[UUID, EvidenceLine]) -> Iterator[KeptAnswer]:
    """Give each question once, told apart by its words, with the answer handed in last."""
    places: dict[str, list[tuple[int, Question]]] = {}
    for at, past in enumerate(found.pasts):
        for question in past.asked.questions:
            if question.ref in past.answers:
                places.setdefault(plain_words(question.text), []).append((at, question))
    for same in places.values():
        at, question = same[0]
        yield _kept(found, at, question, lines, len(same))


def _kept(found: Answered, at: int, question: Question, lines: Mapping[UUID, EvidenceLine], times: int) -> KeptAnswer:
    row, source = found.pasts[at].answers[question.ref], found.sources[at]
    assert row.given is not None
    names = {str(line.id): line.name for line in lines.values()}
    behind = found.documents.get((source.id, question.ref), ())
    return KeptAnswer(
        question,
        answer_words(question, row.given, names),
        row.given.comment or row.given.reason,
        row.answered_by,
        row.answered_at,
        source,
        [lines[one] for one in behind if one in lines],
        times,
    )


def _has(one: KeptAnswer, q: str) -> bool:
    text = f"{one.question.ref} {one.question.text} {one.words} {one.comment}".casefold()
    return all(word in text for word in q.casefold().split())
