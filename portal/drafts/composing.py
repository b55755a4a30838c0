"""Puts a draft together: every sentence about evidence stands on quotes that are found again on their pages, or goes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from knowledge.citations import Quote, confirmed
from knowledge.language import Language
from knowledge.rewording import Reworded, reworded
from knowledge.scope import Scope
from portal.drafts.foreign import plain, shortened

WRITTEN_BY = "rules, drafts 1"
LONGEST_QUOTE = 420
MOST_QUOTES = 3
BULLETS = " \n\t·•▪◦‣*-–"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence; what it says of evidence stands on `quotes`. With `rests` it stands on those of its paragraph."""

    text: str
    quotes: tuple[Quote, ...] = ()
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together; under a head each is a line of its own."""

    sentences: tuple[Said, ...]
    head: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A draft before its quotes are looked for; `otherwise` is said where a paragraph lost what it rests on."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    otherwise: str = ""
    severity: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """A finished draft: its text, in which [1] stands for the first quote where it is marked, and who worded it."""

    title: str
    text: str
    quotes: tuple[Quote, ...]
    removed: int
    severity: str
    written_by: str
    prompt_version: str
    note: str


def quoted(quote: Quote) -> str:
    """Return the words of a page in quotation marks, with the document and the page they are on."""
    return f"“{shortened(quote.text.lstrip(BULLETS), LONGEST_QUOTE)}” ({plain(quote.document, 120)}, page {quote.page})"


async def compose(outline: Outline, scope: Scope, language: Language | None = None) -> Composed:
    """Find every quote again, let a model word what stands where one is configured, and write the draft."""
    wanted = [quote for part in outline.paragraphs for said in part.sentences for quote in said.quotes]
    found = {_place(quote): quote for quote in await confirmed(wanted, scope)} if wanted else {}
    parts, removed = standing(outline, found.keys())
    words = await reworded([said.text for part in parts for said in part.sentences], language)
    parts = _worded(parts, words)
    text, quotes = _written(parts, outline.marked)
    return Composed(
        plain(outline.title, 200),
        text,
        tuple(found[_place(quote)] for quote in quotes),
        removed,
        outline.severity,
        words.written_by or WRITTEN_BY,
        words.prompt_version,
        words.note,
    )


def standing(outline: Outline, found: Collection[tuple[object, int, str]]) -> tuple[list[Paragraph], int]:
    """Leave out the sentences whose quotes were not found, and what rests on them; returns how many went."""
    kept, removed, lost = list[Paragraph](), 0, False
    for part in outline.paragraphs:
        borne = [said for said in part.sentences if all(_place(quote) in found for quote in said.quotes)]
        if not any(said.quotes for said in borne):
            lost = lost or any(said.rests for said in borne)
            borne = [said for said in borne if not said.rests]
        removed += len(part.sentences) - len(borne)
        kept += [replace(part, sentences=tuple(borne))] if borne else []
    if lost and outline.otherwise:
        kept.append(Paragraph((Said(outline.otherwise),)))
    return kept, removed


def _worded(parts: Sequence[Paragraph], words: Reworded) -> list[Paragraph]:
    texts = iter(words.texts)
    return [
        replace(part, sentences=tuple(replace(said, text=next(texts)) for said in part.sentences)) for part in parts
    ]


def _written(parts: Sequence[Paragraph], marked: bool) -> tuple[str, list[Quote]]:
    quotes: list[Quote] = []
    written = []
    for part in parts:
        lines = [f"{said.text}{_marks(said, quotes) if marked else ''}" for said in part.sentences]
        written.append("\n".join([part.head, *(f"- {line}" for line in lines)]) if part.head else " ".join(lines))
        if not marked:
            quotes += [quote for said in part.sentences for quote in said.quotes if quote not in quotes]
    return "\n\n".join(written), quotes


def _marks(said: Said, quotes: list[Quote]) -> str:
    quotes += [quote for quote in said.quotes if quote not in quotes]
    return "".join(f" [{quotes.index(quote) + 1}]" for quote in said.quotes)


def _place(quote: Quote) -> tuple[object, int, str]:
    return quote.document_id, quote.page, " ".join(quote.text.split())
