"""Takes a claim apart into what a sentence must fill to support it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.polarity import Modality, Party, denials, modality, party
from knowledge.specifics import Value, ValueKind, values
from knowledge.terms import Term, fills, is_general, names, stem, terms

_OF_WHOM = ("'s ", "\u2019s ")
_UNIVERSAL = re.compile(
    r"\b(?!(?:every|each|any|all)\s+(?:\d+\s+|\w+\s+)?(?:hours?|days?|nights?|weeks?|months?|quarters?|years?|time)\b)"
    r"(?:all|every|each|any|always|100\s?%|entire|whole|throughout)\b(?:\s+(?:of\s+)?(?:the\s+"
    r"|its\s+|our\s+|their\s+)?(?P<noun>[a-z-]+))?",
    re.I,
)
_NONE = re.compile(r"\b(?:no|never|none)\b", re.I)
_WHICH_DATA = re.compile(
    r"\bthat\s+(?:can\s+)?(?:reach|protect|hold|process|store|handle|affect|contain)s?\s+(?:customer|their"
    r"|personal)\s+data\b",
    re.I,
)
_PREDICATES = frozenset({stem("documented"), stem("formalised")})


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim taken apart."""

    text: str
    needs: tuple[str, ...]
    values: tuple[Value, ...]
    denies: bool
    modality: Modality
    party: Party
    universal: bool

    def is_filled_by(self, term: Term) -> bool:
        """Say whether a term of a sentence is one of the claim's ideas."""
        return any(fills(need, {term.name}) for need in self.needs)


def stated(text: str) -> Stated:
    """Take a claim apart into what a sentence must fill to support it."""
    found = tuple(value for value in values(text) if not _is_article(value, text))
    universal = _UNIVERSAL.search(text)
    needs = _needs(_WHICH_DATA.sub(lambda match: " " * len(match.group()), text), found)
    noun = stem(universal["noun"]) if universal and universal["noun"] else ""
    if (
        noun
        and noun in names(text)
        and noun not in needs
        and not _is_inside(universal.start("noun") if universal else 0, found)
    ):
        needs = (*needs, noun)
    return Stated(
        text, needs, found, bool(denials(text)), modality(text), party(text), bool(universal or _NONE.search(text))
    )


def _is_article(value: Value, text: str) -> bool:
    """Say whether a quantity only singles something out: "one person's data", "restrict it to one region"."""
    is_one = value.kind is ValueKind.QUANTITY and value.low == 1 and value.text.lower().startswith("one")
    return is_one and (text[value.end :].startswith(_OF_WHOM) or value.text.lower() == "one region")


def _needs(text: str, found: Sequence[Value]) -> tuple[str, ...]:
    kept: dict[str, None] = {}
    for term in terms(text):
        said = not is_general(term.name) or (term.name in _PREDICATES and term.word.endswith("ed"))
        if said and not _is_inside(term.start, found):
            kept[term.name] = None
    return tuple(kept)


def _is_inside(at: int, found: Sequence[Value]) -> bool:
    return any(value.start <= at < value.end for value in found)
