"""Screens what a document says beside its visible text: hidden text, invisible characters, words aimed at a model."""

import re
import unicodedata
from dataclasses import dataclass

from knowledge.aimed import aimed_spans
from knowledge.remarks import Remark, RemarkKind

__all__ = [
    "EXCERPT",
    "Cleaned",
    "Remark",
    "RemarkKind",
    "aimed_at_model",
    "asserts",
    "cleaned",
    "excerpt",
    "garbled_share",
]

EXCERPT = 300


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text as it is stored, and what had to be taken out of it."""

    text: str
    invisible: int
    alarming: bool


_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SPACES = dict.fromkeys([0x0B, 0x0C, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_REPLACED = str.maketrans({**_LIGATURES, **_SPACES, 0x2028: "\n", 0x2029: "\n"})
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f")
_ALARMING = re.compile(r"[\u202d\u202e\U000e0000-\U000e007f]|[\u200b-\u200d\u2060-\u2064\ufeff]{5}")
_BETWEEN_LETTERS = re.compile(r"(?<=[A-Za-z])[\u200b-\u200d\u2060-\u2064\ufeff]+(?=[A-Za-z])")
_MANY_INVISIBLE, _MANY_BETWEEN_LETTERS = 100, 12


def cleaned(raw: str) -> Cleaned:
    """Normalise extracted text lightly; words, order and line breaks stay as the file has them."""
    text = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_REPLACED)
    invisible = len(_INVISIBLE.findall(text))
    alarming = invisible > 0 and _hides_letters(text, invisible)
    text = unicodedata.normalize("NFC", _CONTROLS.sub("", _INVISIBLE.sub("", text)))
    return Cleaned(text, invisible, alarming)


def remarks_on(clean: Cleaned, number: int) -> list[Remark]:
    """Remark on invisible characters that were taken out of a page's text, when they may have carried a message."""
    sentence = f"{clean.invisible} invisible characters were removed."
    return [Remark(RemarkKind.INVISIBLE_CHARACTERS, number, sentence)] if clean.alarming else []


def _hides_letters(text: str, invisible: int) -> bool:
    """Tell whether invisible characters may carry a message; a flag, or a stray joiner, does not."""
    if invisible >= _MANY_INVISIBLE or _ALARMING.search(_FLAG.sub("", text)):
        return True
    return sum(1 for _ in _BETWEEN_LETTERS.finditer(text)) >= _MANY_BETWEEN_LETTERS


def garbled_share(raw: str) -> float:
    """Say which share of a page's text does not spell what the page shows: controls, unmapped letters, glyph names."""
    visible = len(raw) - sum(map(raw.count, " \n\r\t"))
    if visible < 20:
        return 0.0
    wrong = raw.count("\ufffd") + len(_CONTROLS.findall(raw))
    private = sum("\ue000" <= letter <= "\uf8ff" for letter in raw)
    glyph_names = sum(len(name) for name in re.findall(r"/(?:g|G|cid|C|uni)\d{1,5}\b", raw))
    return (wrong + sum(much for much in (private, glyph_names) if much > visible / 5)) / visible


_LATIN = re.compile(r"[a-z\u00e0-\u00ff]")
_VOWELS = re.compile(r"[aeiouy\u00e0-\u00e6\u00e8-\u00ef\u00f2-\u00f6\u00f8-\u00fd]")
_FEWEST_VOWELS = 0.25


def speakable(text: str) -> bool:
    """Tell whether a text is mostly letters, and Latin ones mixed as in speech: a shifted alphabet has few vowels."""
    latin = len(_LATIN.findall(text.casefold()))
    mostly_letters = sum(map(str.isalpha, text)) >= len("".join(text.split())) / 2
    return mostly_letters and len(_VOWELS.findall(text.casefold())) >= _FEWEST_VOWELS * latin


def aimed_at_model(text: str) -> list[str]:
    """Find what speaks to an AI system rather than to a reader, each with a little of its surroundings."""
    return [_around(text, *span) for span in aimed_spans(text)[:5]]


_LONGEST_LABEL = 14
_ASSERTS = re.compile(
    r"""\b(?:is|are|was|were|be|been|has|have|had|do|does|did|must|shall|should|will|would|can|may|not|no|yes|all|any|every
    |you|your|we|our|say|says|answer\w*|respond\w*|ignor\w*|disregard\w*|treat\w*|mark\w*|rat(?:e|ed|ing)|scor\w*|pass\w*
    |fail\w*|approv\w*|complian\w*|comply\w*|certif\w*|encrypt\w*|accept\w*|verif\w*|remediat\w*|fixed|safe|secure[sd]?
    |instructions?|instruct(?:s|ed)?|prompts?|previous
    |ist|sind|haben|wird|werden|muss|soll|nicht|kein\w*|alle\w*|sont|ont|doit|tou[ts]\w*|est\u00e1n?|debe\w*|todos?|todas?)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def asserts(text: str) -> bool:
    """Tell whether a text says something of something, as a sentence does and a label, a title or an address does not."""
    lines = [line.split() for line in text.splitlines()]
    return any(len(line) > _LONGEST_LABEL for line in lines) or bool(_ASSERTS.search(text))


def excerpt(text: str) -> str:
    """Shorten text to what fits a remark, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1] + "\u2026"


def _around(text: str, start: int, end: int) -> str:
    return excerpt(text[max(0, start - 60) : end + 120])
