"""Takes the comment beside an answer apart into what it claims beyond the answer: every time, a number, a name; pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.polarity import Modality, Party, is_planned, modality, party
from knowledge.stating import Stated, stated
from knowledge.terms import names

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s*[\n;]+\s*")
_PIECE = re.compile(r",\s+(?!(?:without|with)\b)")
_ALWAYS = re.compile(
    r"\b(?:always|never|invariably|without\s+(?:any\s+)?exceptions?|no\s+exceptions?|in\s+(?:every|all)\s+cases?|at\s+all\s+times|every\s+time"
    r"|on\s+time|in\s+time|100\s?(?:%|per\s?cent))(?!\w)"
    r"|\b(?:all|every|each)\s+(?!(?:\w+\s+)?(?:minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|time|one|other\s+(?:day|week|month|year))\b)\w+",
    re.I,
)
_TOO = re.compile(r"\b(?:included|including|too|as\s+well|also)\b", re.I)
_COVERED = re.compile(
    r"\b(?:included|includes?|covered|covers?|certified|attested|audited|in\s+scope|within\s+scope)\b", re.I
)
_NAME = re.compile(r"\b[A-Z][\w&-]*(?:\s+[A-Z][\w&-]*)*")
_LIGHT_WORDS = """
always never invariably exception exceptions case cases every each all other others time within afterwards later usually
"""
_LIGHT = names(_LIGHT_WORDS)
_MARK = re.compile(r"\b(?:no|not|none|never)\b(?!\s+exceptions?\b)", re.I)
LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Addition:
    """What a piece of a comment claims: `always` that it is so every time, `names` what it says is covered too.

    `own` are the ideas that neither the answer's claim nor its being always so accounts for.
    """

    words: str
    stated: Stated
    own: tuple[str, ...]
    always: bool
    names: tuple[str, ...]


def additions(comment: str, claim: Stated) -> tuple[Addition, ...]:
    """Return the pieces of a comment that claim more than the answer; what is planned, asked or denied claims nothing here."""
    found = []
    for sentence in _SENTENCE.split(comment[:LONGEST]):
        if not sentence.strip() or sentence.rstrip().endswith("?") or not _is_asserted(sentence):
            continue
        found += list(_of_sentence(sentence.strip(), claim))
    return tuple(found)


def _is_asserted(sentence: str) -> bool:
    firm = modality(sentence) in (Modality.STATED, Modality.RULE) and not is_planned(sentence)
    return firm and party(sentence) is Party.VENDOR


def _of_sentence(sentence: str, claim: Stated) -> Iterator[Addition]:
    """Yield the pieces between commas; one that is 'included' is as much 'always' as the piece before it."""
    before = False
    covering = bool(_COVERED.search(sentence))
    for piece in _PIECE.split(sentence.rstrip(".!")):
        if _MARK.search(_ALWAYS.sub(" ", piece)):
            before = False
            continue
        always = bool(_ALWAYS.search(piece)) or (before and bool(_TOO.search(piece)))
        before = always
        taken = stated(piece)
        said = _names(piece, sentence) if covering else ()
        if always or taken.values or said:
            own = tuple(need for need in taken.needs if need not in claim.needs and need not in _LIGHT)
            yield Addition(piece.strip(), taken, own, always, said)


def _names(piece: str, sentence: str) -> tuple[str, ...]:
    """Return what is written like a name; a single word that opens the sentence may be any word."""
    opening = sentence.split(maxsplit=1)[0].strip(",.") if sentence else ""
    return tuple(match.group() for match in _NAME.finditer(piece) if match.group() != opening)
