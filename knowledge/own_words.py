"""What a vendor says in words of its own: the statements it makes, and one verdict out of those on each; pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

from knowledge.sentences import clauses
from knowledge.stating import stated
from knowledge.verdicts import POSSIBLE_CONFLICT, VerdictState, Weighed

MOST = 24  # statements that are checked each by itself; what stands behind them is checked as one
_LISTED = re.compile(r"^\s*(?:[-*\u2022\u25cf\u25aa\u25e6\u2023\u2043\u00b7]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_LEANS = re.compile(
    r"\W*(?:it|its|they|their|them|this|that|these|those|he|she|his|her|both|each|such|which|who|where|there|then|also|and|or|but"
    r"|however|except|unless|instead|otherwise|so|only|not|never|none|neither|nor|the\s+(?:former|latter|same|others?|rest)|all\s+of\s+(?:it|them)"
    r"|in\s+(?:addition|that\s+case|this\s+case|both)|for\s+(?:example|instance|this|that))\b",
    re.I,
)
_POINTS_BACK = re.compile(r"\b(?:it|they|them)\b", re.I)
_FOLLOWS = re.compile(r":\s|\b(?:following|as\s+follows|below|listed\s+here|these\s+things)\b", re.I)
_GOVERNS = re.compile(
    r"\b(?:if|unless|when\w*|where\w*|not|never|no|none|neither|without|except|plan\w*|intend\w*|will|only)\b|n['\u2019]t\b",
    re.I,
)
# What a sentence has and a mere name has not: a verb, as far as one can be told without knowing the language.
_SAYS = re.compile(
    r"\b(?:we|you)\s+[a-z]|\bvendor\s+[a-z]+s\b|\bcustomers\s+[a-z]+\s"
    r"|\b(?:is|are|was|were|has|have|had|does|do|did|will|can|may|must|shall)\s"
    r"|\b[a-z]{2,}s\s+(?:an?|the|all|no|only|every|each|its|our|their|any|both)\s"
    r"|\b(?:runs?|operates?|hosts|stores?|keeps?|uses|provides?|receives?|returns?|handles?|processes|sends?|holds|takes?|sees?"
    r"|consists?|contains?|includes?|covers|serves|answers?|replaces?|works?|encrypts?|protects?|connects?|manages?|offers?|delivers?"
    r"|accepts?|develops?|deletes?|removes?|resides?|lives|employs?|affected|exposed|lost|found|told|informed)\s",
    re.I,
)
# From the one that counts most for the whole: one statement that is wrong makes it wrong, one that is not shown leaves it so.
_LOWEST = (
    VerdictState.CONTRADICTED,
    VerdictState.NOT_EVIDENCED,
    VerdictState.OUT_OF_SCOPE,
    VerdictState.STALE,
    VerdictState.SUPPORTED_WITH_EXCEPTION,
    VerdictState.SUPPORTED,
)
_DOES = {
    VerdictState.CONTRADICTED: "contradicted",
    VerdictState.OUT_OF_SCOPE: "about something else in the documents",
    VerdictState.STALE: "borne out only by what is past its date",
    VerdictState.SUPPORTED_WITH_EXCEPTION: "borne out with an exception",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One statement of an answer with what the evidence does to it; `quotes` count from 0 among those of the whole."""

    text: str
    state: VerdictState
    reason: str
    quotes: tuple[int, ...] = ()


def statements(words: str, lead: str = "") -> tuple[str, ...]:
    """Divide what somebody wrote into the statements that it makes, in order; nothing of it is left out.

    A sentence that leans on the one before it ("We run it …", "Only …") stays with it, and so does what is no sentence. An item
    of a list stands by itself, with the line above the list in front. Behind a sentence that speaks of what follows all is one.
    What is no sentence by then says something only behind the words that ask for it, `lead`.
    """
    parts: list[str] = []
    announced = False
    for text, is_item in _pieces(words):
        stands = is_item or (_says(text) and not _leans(text))
        if not parts or (stands and not announced and _states(parts[-1]) and _states(text)):
            parts.append(text)
        else:
            parts[-1] = f"{parts[-1]} {text}"
        announced = announced or (not is_item and bool(_FOLLOWS.search(text)))
    if len(parts) > MOST:
        parts[MOST - 1 :] = [" ".join(parts[MOST - 1 :])]
    return tuple(part if _says(part) else f"{lead}{part}" for part in parts)


def together(parts: Sequence[tuple[str, Weighed]]) -> tuple[Weighed, tuple[Part, ...]]:
    """Make one verdict of those on the statements of an answer: the lowest; its quotes come first, each stands once.

    It is as sure as that all of them are right.
    """
    lowest = min((weighed for _, weighed in parts), key=_rank)
    ordered = sorted((weighed for _, weighed in parts), key=lambda each: each is not lowest)
    quotes = tuple(dict.fromkeys(quote for weighed in ordered for quote in weighed.quotes))
    known = [weighed.confidence for _, weighed in parts if weighed.confidence is not None]
    sure = prod(known) if len(known) == len(parts) else None
    told = tuple(
        Part(text, weighed.state, weighed.reason, tuple(quotes.index(quote) for quote in weighed.quotes))
        for text, weighed in parts
    )
    return Weighed(lowest.state, _reason([weighed for _, weighed in parts], lowest), quotes, sure), told


def _rank(weighed: Weighed) -> tuple[int, bool]:
    return _LOWEST.index(weighed.state), not weighed.reason.startswith(POSSIBLE_CONFLICT)


def _pieces(words: str) -> Iterator[tuple[str, bool]]:
    """Cut words into sentences and items; with each, whether it is an item, which then has the line above its list in front."""
    lines = _lines(words)
    above = ""
    for line, after in zip(lines, [*lines, ""][1:], strict=True):
        bare, listed = _LISTED.sub("", line), bool(_LISTED.match(line))
        if not listed:
            above = bare if _LISTED.match(after) else ""
        if listed and above:
            yield f"{above} {bare}", True
        elif not above:
            yield from _of_line(bare, listed)


def _lines(words: str) -> list[str]:
    """Put lines together that a sentence goes over: one ends only with its full stop, or where an item of a list begins."""
    found: list[str] = []
    for line in (" ".join(each.split()) for each in words.splitlines() if each.strip()):
        if found and not _LISTED.match(line) and found[-1][-1] not in ".!?":
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _of_line(line: str, listed: bool) -> Iterator[tuple[str, bool]]:
    for number, clause in enumerate(clauses(line)):
        for item, text in enumerate(_items(clause)):
            yield text, (listed and number == item == 0) or (item > 0 and not _says(text))


def _items(clause: str) -> list[str]:
    """Cut at semicolons where each of what they part is a sentence, or none is: "Web, in Dublin; mail, in Cork".

    What stands before a colon, or a condition or a denial, may be meant of all of it.
    """
    found = re.split(r"(?<=;)\s+", clause)
    said = [_says(text) for text in found]
    governed = ":" in clause or _GOVERNS.search(found[0])
    return found if not governed and (all(said) or not any(said)) else [clause]


def _says(text: str) -> bool:
    return bool(_SAYS.search(text))


def _leans(text: str) -> bool:
    return bool(_LEANS.match(text) or _POINTS_BACK.search(text))


def _states(text: str) -> bool:
    found = stated(text)
    return bool(found.needs or found.values)


def _reason(parts: Sequence[Weighed], lowest: Weighed) -> str:
    """Say in one sentence how many statements stand, or of the one that counts most what is the matter."""
    many, borne = len(parts), sum(each.state is VerdictState.SUPPORTED for each in parts)
    if borne == many:
        return f"All {many} statements are borne out."
    if lowest.reason.startswith(POSSIBLE_CONFLICT):
        return lowest.reason
    if lowest.state is VerdictState.NOT_EVIDENCED:
        return f"The documents bear out {borne or 'none'} of {many} statements."
    return f"Statement {parts.index(lowest) + 1} of {many} is {_DOES[lowest.state]}: {lowest.reason}"
