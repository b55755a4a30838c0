"""Screens what a document says beside its visible text: hidden text, invisible characters, words aimed at a model."""

import re
import unicodedata
from dataclasses import dataclass

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
_ALARMING = re.compile(r"[\u202d\u202e\U000e0000-\U000e007f]")
_MANY_INVISIBLE = 100


def cleaned(raw: str) -> Cleaned:
    """Normalise extracted text lightly; words, order and line breaks stay as the file has them."""
    text = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_REPLACED)
    invisible = len(_INVISIBLE.findall(text))
    alarming = bool(_ALARMING.search(text)) or invisible >= _MANY_INVISIBLE
    text = unicodedata.normalize("NFC", _CONTROLS.sub("", _INVISIBLE.sub("", text)))
    return Cleaned(text, invisible, alarming)


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


_AIMED = re.compile(
    r"""
    \b(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}?
        (?:previous|prior|above|earlier|preceding|foregoing|system)\s+(?:\w+\s+){0,2}?
        (?:instructions?|prompts?|directions|rules|messages?|context)
  | \b(?:as|you\s+are)\s+an?\s+(?:ai|artificial\s+intelligence|large\s+language|language)\s+(?:language\s+)?
        (?:model|assistant|reviewer|auditor|evaluator)\b
  | \bif\s+you\s+are\s+an?\s+(?:ai|llm|language\s+model|chatbot|automated)\b
  | \b(?:attention|note|notice|instructions?|message)\s+(?:to|for)\s+(?:all\s+|any\s+|the\s+)?
        (?:ai|llm|language\s+model|chatbot)s?\b
  | \b(?:system|developer)\s+prompt\s*[:=]
  | <\|(?:im_start|im_end|system|assistant|endoftext)\|?>
  | \[/?INST\]
  | \b(?:do\s+not|don't|never)\s+(?:mention|reveal|disclose|report)\s+(?:\w+\s+){0,4}?to\s+the\s+
        (?:user|reviewer|auditor|customer)\b
  | \b(?:rate|mark|score|classify|assess|treat)\s+(?:\w+\s+){0,3}?(?:vendor|supplier|company|controls?|answers?)\s+
        as\s+(?:fully\s+)?(?:compliant|supported|low\s+risk|approved|passed)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def aimed_at_model(text: str) -> list[str]:
    """Find what speaks to an AI system rather than to a reader, each with a little of its surroundings."""
    return [_around(text, *match.span()) for match in _AIMED.finditer(text)][:5]


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
