"""Tells a sentence that relates ideas to each other from one that merely names them."""

import re
from collections.abc import Sequence
from itertools import product

from knowledge.terms import Term, fills, terms

_HAS = re.compile(
    r"\b(?:has|have|had|maintain(?:s|ed|ing)?|operate[sd]?|runs?|carr(?:y|ies|ied)|holds?|established|implement(?:s|ed)|enforce[sd]?|require[sd]?|use[sd]?|using|employs?"
    r"|perform(?:s|ed)|conduct(?:s|ed)|enabled|configured|appointed|obtained|provide[sd]?|approved|adopted|deployed|supports?|offers?|with|via|protected\s+by|subject\s+to)"
    r"\s+(?:(?:a|an|the|our|its|their|all|formal|documented|comprehensive|regular|annual|strong|dedicated|valid|written|current)\s+|[\w-]+\s+){0,2}$",
    re.I,
)
_IS = re.compile(
    r"^\s*(?:[\w-]+\s+){0,2}?(?:is|are|was|were|has\s+been|have\s+been|must\s+be|shall\s+be|will\s+be)\s+(?:\w+\s+){0,2}?"
    r"(?:in\s+place|required|enforced|used|enabled|maintained|implemented|documented|mandatory|performed|conducted|established|tested|protected|prohibited|forbidden|restricted|installed"
    r"|configured|deployed|operated|provided|available|carried|held|appointed)\b",
    re.I,
)
_LISTED = re.compile(r"^\s*(?:[,;/&\u00a7\u2022\u25cf]|and\b|or\b)+\s*(?:and\b|or\b|&)?\s*$", re.I)
_ALL = re.compile(
    r"\b(?:all|every|each|any|entire|both|none|no|everyone|whole|throughout|without|always|never)\b", re.I
)
_HAPPENED = re.compile(
    r"\b(?:was|were|found|identified|discovered|reported|detected|had|yielded|granted|rated)\b", re.I
)
_FINDING = re.compile(r"\b(?:found|identified|discovered|detected|reported)\b", re.I)


def says_it_exists(need: str, text: str) -> bool:
    """Say whether the sentence states that the one idea exists, is used or is required."""
    named = [term for term in terms(text) if fills(need, {term.name})]
    return any(
        _HAS.search(text[max(0, term.start - 60) : term.start]) or _IS.match(text[term.end : term.end + 60])
        for term in named
    )


def only_lists(needs: Sequence[str], text: str) -> bool:
    """Say whether two ideas stand side by side as items of a list wherever both are named."""
    found = terms(text)
    first = [term for term in found if fills(needs[0], {term.name})]
    second = [term for term in found if fills(needs[1], {term.name})]
    gaps = [_gap(text, one, other) for one, other in product(first, second) if one is not other]
    return bool(gaps) and bool(_LISTED.match(min(gaps, key=len)))


def _gap(text: str, one: Term, other: Term) -> str:
    before, after = sorted((one, other), key=lambda term: term.start)
    return text[before.end : after.start]


def means_all(text: str) -> bool:
    """Say whether the text speaks of all of something."""
    return bool(_ALL.search(text))


def reports_findings(claim: str) -> bool:
    """Say whether a claim is about what a test found."""
    return bool(_FINDING.search(claim))


def happened(text: str) -> bool:
    """Say whether the text tells of something that was the case, not of what a word means."""
    return bool(_HAPPENED.search(text))
