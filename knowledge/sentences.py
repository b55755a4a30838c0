"""Splits the text of a PDF page into sentences that can be quoted, each with the heading and lines it hangs on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.hyphens import plain

_BULLET = re.compile(
    r"^\s*(?:[\u2022\u25cf\u00a7\u25aa\u25e6\u2023\u2043\uf0b7\u25cb\u27a2\u2713*\u00b7-]\s+"
    r"|\([a-z0-9]{1,4}\)\s+|[a-z]\)\s+)"
)
_COUNTED = re.compile(r"^\s*\d{1,3}\s+[a-z]")
_NUMBERED = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,3}){0,4}[.)]?|[A-Z]{1,3}-?\d{1,2}(?:\.\d{1,2})*(?:-\d{1,3})?)\s+(?=\S)"
)
_CLAUSE = re.compile(r"^\s*\d{1,2}(?:\.\d{1,3})+[.)]?\s")
_TURNS_ROUND = re.compile(r"\b(?:not?|never|customers?|users?|entit(?:y|ies)|responsib\w+|except\w*|without)\b", re.I)
_END = re.compile(r"[.!?][\"'\u201d\u2019)\]]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|no|inc|ltd|llc|corp|co|mr|ms|mrs|dr|st|fig|sec|art|approx|dept|u\.s"
    r"|u\.k|al|ver|rev|p|pp)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)
_LEADER = re.compile(r"\.{4,}|(?:\. ){4,}|_{5,}")
_HANGING = re.compile(
    r"(?:\b(?:the|a|an|of|and|or|to|for|in|on|with|by|is|are|from|that|at|our|any|all|be|not)|[,;-])$", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
LONGEST = 900
HEADING_REACH = 700


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page: `page_text[start:end]` is its text with its line breaks."""

    start: int
    end: int
    text: str
    heading: str
    lead: str
    whole: bool

    @property
    def flat(self) -> str:
        """The sentence on one line, words broken at a line end put together again."""
        return flattened(self.text)


def flattened(text: str) -> str:
    """Return the text on one line."""
    return " ".join(plain(text).text.split())


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a page in order; headings are context, never sentences."""
    found: list[Sentence] = []
    heading, lead, above, itemised = "", "", (0, -1), False
    for start, end in _blocks(text):
        block = text[start:end]
        if _is_heading(block):
            heading, lead, above = flattened(block), "", (start, end)
            continue
        if len(block.split()) <= 8 and start - above[1] <= 4 and block.strip()[-1:] not in ".!?:":
            found.append(_row(text, above[0], end, heading))
            continue
        bulleted = bool(_BULLET.match(block))
        if itemised and not bulleted and _CLAUSE.match(block) and not _TURNS_ROUND.search(lead):
            lead = ""  # the next clause of an agreement is no item of the list before it
        itemised = bulleted
        for first, last in _split(text, start, end):
            piece = text[first:last]
            flat = flattened(piece)
            if not _WORD.search(flat) or _LEADER.search(flat):
                continue
            near = heading if first - above[1] < HEADING_REACH else ""
            found.append(Sentence(first, last, piece, near, lead, _is_whole(flat)))
            if flat.endswith(":"):
                lead = flat
            elif not bulleted:
                lead = "" if flat[-1:] in ".!?" else lead
    return found


def clauses(line: str) -> list[str]:
    """Return the sentences of one line, all of it, whatever they are."""
    found, at = [], 0
    for match in _END.finditer(line):
        if match.end() == len(line) or _ends_sentence(line, match.start(), match.end(), len(line)):
            found.append(line[at : match.end()].strip())
            at = match.end()
    rest = line[at:].strip()
    return [*found, rest] if rest else found


def _row(text: str, start: int, end: int, heading: str) -> Sentence:
    """Join a name and the short value under it, as the cells of a table stand in the text of a page."""
    return Sentence(start, end, text[start:end], heading, "", whole=False)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for raw in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            yield _Line(start, start + len(stripped), stripped)
        else:
            yield _Line(at, at, "")
        at += len(raw)


def _blocks(text: str) -> list[tuple[int, int]]:
    """Group lines into paragraphs, table cells, list items and headings."""
    lines = list(_lines(text))
    if _is_word_a_line(lines):
        return _runs(lines)
    width = _usual_width([len(line.text) for line in lines if line.text])
    blocks: list[tuple[int, int]] = []
    previous: _Line | None = None
    for line in lines:
        if not line.text:
            previous = None if previous is None or previous.text[-1:] in ".:!?" else previous
            continue
        if previous is not None and blocks and not _parts(previous, line, width):
            blocks[-1] = (blocks[-1][0], line.end)
        else:
            blocks.append((line.start, line.end))
        previous = line
    return blocks


def _is_word_a_line(lines: list[_Line]) -> bool:
    """Some writers of PDF place every word by itself; then line breaks mean nothing."""
    filled = [line for line in lines if line.text]
    return len(filled) > 20 and sum(" " not in line.text for line in filled) > 0.8 * len(filled)


def _runs(lines: list[_Line]) -> list[tuple[int, int]]:
    """Part such a page at its bullets only."""
    runs: list[tuple[int, int]] = []
    for line in lines:
        if not line.text:
            continue
        if runs and not _BULLET.match(line.text + " "):
            runs[-1] = (runs[-1][0], line.end)
        else:
            runs.append((line.start, line.end))
    return runs


def _usual_width(lengths: list[int]) -> int:
    ordered = sorted(lengths)
    return ordered[int(len(ordered) * 0.8)] if ordered else 0


def _parts(previous: _Line, line: _Line, width: int) -> bool:
    """Say whether a new block begins at this line."""
    if _BULLET.match(line.text):
        return True
    if _COUNTED.match(line.text) and _breaks_off(previous.text):
        return False
    if _NUMBERED.match(line.text) and previous.text[-1:] not in ",-":
        rest = _NUMBERED.sub("", line.text)
        return rest[:1].isupper() or len(previous.text) < width * 0.6
    begins = line.text[:1].isupper() or line.text[:1].isdigit()
    if (
        begins
        and len(previous.text) < width * 0.7
        and (_looks_titled(previous.text) or _stops_short(previous.text, line.text, width))
    ):
        return True
    ended = previous.text[-1:] in ".!?:"
    return ended and len(previous.text) < width * 0.75 and line.text[:1].isupper()


def _breaks_off(previous: str) -> bool:
    """Say whether a line stops in the middle of a sentence, so that a count on the next one goes on with it."""
    inside = previous[:1].islower() or _HANGING.search(previous) or re.search(r"[.!?]\s+\w", previous)
    return previous[-1:] not in ".!?:;" and bool(inside)


def _stops_short(previous: str, line: str, width: int) -> bool:
    """A line that ends early without a full stop, before a full line, is a heading or a cell."""
    return len(previous) < width * 0.6 < len(line) and not _HANGING.search(previous)


def _looks_titled(line: str) -> bool:
    bare = _NUMBERED.sub("", line)
    if bare[-1:] in ".,;:-" or len(bare) > 90:
        return False
    if re.search(
        r"\b(?:the|a|an|of|and|or|to|for|in|on|with|by|is|are|from|that|at|our|any|all)$", bare, re.IGNORECASE
    ):
        return False
    words = _WORD.findall(bare)
    capital = [word for word in words if word[0].isupper()]
    return bool(words) and (len(words) <= 4 or len(capital) >= 0.6 * len(words))


def _is_heading(block: str) -> bool:
    flat = flattened(block)
    if flat[-1:] in ".!?;:," or len(flat) > 110 or _BULLET.match(block):
        return False
    words = _WORD.findall(flat)
    if not words or len(words) > 12 or not _NUMBERED.sub("", flat)[:1].isupper():
        return False
    if re.search(r"\b(?:is|are|was|were|has|have|must|shall|will|does|do)\b", flat):
        return False
    titled = _looks_titled(flat) or (len(words) <= 8 and flat[:1].isupper() and "\n" not in block)
    return titled and not re.search(r"\b[A-Za-z]+ed\b.* (?:within|every|after|by)\b", flat)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _ends_sentence(text, match.start(), match.end(), end):
            continue
        yield from _bounded(text, at, match.end())
        at = match.end()
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        yield from _bounded(text, at, end)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    if start < end and end - start <= LONGEST:
        yield start, end


def _ends_sentence(text: str, dot: int, after: int, end: int) -> bool:
    following = text[after:end].lstrip()
    if not following:
        return True
    if text[dot] == "." and _ABBREVIATION.search(text[max(0, dot - 10) : dot + 1]):
        return False
    if re.fullmatch(r"\s*\d{1,2}(?:\.\d{1,2})*", text[max(0, text.rfind("\n", 0, dot)) : dot]):
        return False
    return not following[0].islower()


def _is_whole(flat: str) -> bool:
    """Say whether the text stands by itself: it begins like a sentence and ends like one."""
    bare = _BULLET.sub("", flat)
    begins = bare[:1].isupper() or bare[:1].isdigit() or bare[:1] in "\"'\u201c(["
    return begins and bare.rstrip("\"'\u201d\u2019)]")[-1:] in ".!?"
