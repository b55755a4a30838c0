"""How an answer is kept on its turn, and the pieces it is shown in; the same live and when it is read again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from knowledge.answering import CannotAnswer, Citation, Done, Event, Text
from knowledge.citations import Quote
from knowledge.retrieval import Searched
from portal.assistant.records.telling import Told, quote_url, told_text

FROM_ROWS = "records"
_LONGEST_LABEL = 40
_PARTED = "\n\n"


@dataclass(frozen=True, slots=True)
class RowLink:
    """Where a row stands that an answer was made of: its page's address, and a few words for it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote, a row, or a row with its quote, with its number and how many characters of the answer stand before it."""

    number: int
    at: int
    vendor: str
    quote: Quote | None = None
    row: RowLink | None = None

    @property
    def text(self) -> str:
        """The words of the page; none where a row has no page."""
        return self.quote.text if self.quote else ""

    @property
    def label(self) -> str:
        """The document in a few words, and the page; or what the row is."""
        if self.quote is None:
            return self.row.label if self.row else ""
        name = self.quote.document.removesuffix(".pdf").removesuffix(".PDF")
        short = name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1].rstrip()}…"
        return f"{self.vendor + ': ' if self.vendor else ''}{short} {self.quote.place}"

    @property
    def url(self) -> str:
        """Where the page is shown with these words marked, or where the row stands."""
        if self.quote is None:
            return self.row.url if self.row else ""
        return quote_url(self.quote)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an answer: its own words, then words taken verbatim from a page, then where both stand."""

    lead: str
    verbatim: str
    cites: tuple[Cited, ...]


class Draft:
    """An answer as it comes in, event by event."""

    def __init__(self) -> None:
        self.text = ""
        self.cited: list[Cited] = []
        self.cannot: CannotAnswer | None = None
        self.done: Done | None = None
        self.told: Told | None = None
        self._shown = 0

    def take(self, event: Event, vendor: str = "") -> None:
        """Add one event; `vendor` names whose document a citation is, where several vendors are searched."""
        match event:
            case Text(text):
                self.text += text
            case Citation(number, quote):
                self.cited.append(Cited(number, len(self.text), vendor, quote))
            case CannotAnswer():
                self.cannot = event
            case Done():
                self.done = event

    def tell(self, told: Told, answered: bool) -> None:
        """Take a whole answer made of rows."""
        self.text, self.cited = _rows(told)
        drafted = told.draft
        for quote in drafted.quotes if drafted else ():
            self.cited.append(Cited(len(self.cited) + 1, len(self.text), "", quote))
        written, version = (drafted.written_by or FROM_ROWS, drafted.prompt_version) if drafted else (FROM_ROWS, "")
        self.told, self.done = told, Done(answered, Searched(0, 0), written, version, 0, "")

    def put_behind(self, told: Told) -> None:
        """Put what came in behind the rows that say of which vendors it was asked."""
        text, rows = _rows(told)
        start = len(text) + len(_PARTED)
        behind = [replace(one, number=one.number + len(rows), at=one.at + start) for one in self.cited]
        self.text, self.cited, self.told = f"{text}{_PARTED}{self.text}", [*rows, *behind], told

    def fresh(self, ended: bool = False) -> list[Piece]:
        """Return the pieces that will not change any more and were not returned before.

        The last one may still get a citation, unless a sentence `ended` with the one that came just now.
        """
        known = pieces(self.text, self.cited)
        settled = known if self.done or (ended and known and known[-1].cites) else known[:-1]
        fresh = settled[self._shown :]
        self._shown = max(self._shown, len(settled))
        return fresh


def _rows(told: Told) -> tuple[str, list[Cited]]:
    text, ends = told_text(told)
    rows = enumerate(zip(told.lines, ends, strict=True), 1)
    return text, [Cited(number, at, "", line.quote, RowLink(line.label, line.link)) for number, (line, at) in rows]


def behind_rows(text: str, cited: Sequence[Cited], told: Told | None) -> tuple[str, list[Cited]]:
    """Return an answer and its citations without the rows that say of which vendors it was asked."""
    start = told.ends + len(_PARTED) if told and told.ends else 0
    return text[start:], [replace(one, at=one.at - start) for one in cited if not start or one.row is None]


def pieces(text: str, cited: Sequence[Cited]) -> list[Piece]:
    """Cut an answer after each citation; each piece keeps the citations that stand at its end."""
    cut: list[Piece] = []
    start = 0
    for at in sorted({each.at for each in cited}):
        cut.append(_piece(text[start:at], tuple(each for each in cited if each.at == at)))
        start = at
    rest = text[start:]
    return [*cut, Piece(rest, "", ())] if rest.strip() else cut


def _piece(text: str, cites: tuple[Cited, ...]) -> Piece:
    said, verbatim = text.rstrip(), " ".join(cites[0].text.split())
    if verbatim and said.endswith(verbatim):
        return Piece(said.removesuffix(verbatim).strip(), verbatim, cites)
    return Piece(text, "", cites)


def cited_to_json(cited: Sequence[Cited]) -> str:
    """Return citations as they are kept."""
    return msgspec.json.encode(list(cited)).decode()


def cited_from_json(text: str) -> list[Cited]:
    """Return kept citations; none for an empty column."""
    return msgspec.json.decode(text, type=list[Cited]) if text else []


def searched_to_json(searched: Searched) -> str:
    """Return what was searched as it is kept."""
    return msgspec.json.encode(searched).decode()


def searched_from_json(text: str) -> Searched:
    """Return what was searched; nothing for an empty column."""
    return msgspec.json.decode(text, type=Searched) if text else Searched(0, 0)
