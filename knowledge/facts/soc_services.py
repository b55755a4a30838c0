"""Reads the organisations that a service rests on from running text: sentences near words on how a report treats them."""

import re
from collections.abc import Iterator

from knowledge.facts.naming import FORMED, SUFFIX, company
from knowledge.facts.spans import flat
from knowledge.pages import PageText

_WORD = r"[A-Z][\w&’'-]*(?:\.[a-z]{2,4}\b)?"
_NAME = rf"{_WORD}(?:\s+(?:&\s+)?{_WORD}){{0,5}}(?:,?\s+{SUFFIX}(?!\w)\.?)?"
_CUE = re.compile(
    r"\bsub-?service\s+(?:organi[sz]ation|provider)s?\b|\bcarve[ds]?[\s-]*out\b|\binclusive\s+method\b",
    re.I,
)
_NONE = re.compile(
    r"\b(?:does\s+not|do\s+not|did\s+not|doesn’t|no\s+longer)\s+(?:use|rely|engage|outsource)"
    r"|\b(?:no|previous|former)\s+sub-?service",
    re.I,
)
_SENTENCE = re.compile(r"(?:[^.\n]|\n(?!\s*\n)|\.(?=\S)|(?<=[A-Z]\.[A-Z])\.(?=\s)|\.(?=\s[a-z(])){8,900}")
_USING = re.compile(
    rf"(?:\b(?:uses|utili[sz]es|engages|employs|leverages|contracts\s+with|relies\s+(?:up)?on)|\s(?:and|to)|,|:)\s+"
    rf"(?P<name>{_NAME}),?\s+(?:to\s+(?:provide|perform|supply|deliver)\s+|to\s+(?=[a-z])|for\s+(?:the\s+)?|as\s+(?:its|an?)\s+)"
    r"(?P<service>[a-z][^.;:]{2,80}?)(?=\s*(?:,|;|\.|\(|$)|\s+and\s+[A-Z]|\s+under\s)"
)
_BEHIND = re.compile(rf"(?P<name>{_NAME})\s+\((?!the\b|an?\b|[“\"'])(?P<service>[A-Za-z][^()“\"]{{3,70}})\)")
_BEFORE = re.compile(
    rf"(?:\bfor|,|\band|:)\s+(?:and\s+)?(?:the\s+)?(?P<service>[a-z][\w/ \n-]{{2,50}}?)\s+\((?P<name>{_NAME})\)"
)
_DONE_BY = re.compile(
    r"(?:^|[.;:,]\s+|\band\s+)(?:the\s+)?(?P<service>[A-Za-z][\w /-]{1,60}?(?:\n[a-z][\w /-]{0,60}?)?)\s+(?:is|are|was"
    rf"|were)\s+(?:\w+ly\s+)?(?P<verb>[a-z]+(?:ed|un|pt))\s+(?:out\s+)?(?:by|to|with|at)\s+(?P<name>{_NAME})",
    re.M,
)
_METHODS = re.compile(r"^(?:the\s+)?(?:carve|inclusive|excluded|included|subservice|sub-service)", re.I)
_NO_NAME = re.compile(
    r"^(?:service|sub-?service|user|our|the|section|type|system|trust|management|controls?|description|this|these"
    r"|complementary|soc|isae|ssae|its?|we|in|scope|opinion|independent)\b",
    re.I,
)


def named_in_text(page: PageText) -> Iterator[tuple[int, int, str, str]]:
    """Yield span, name and service of each organisation named in a sentence beside one on subservice organisations."""
    if not _CUE.search(page.text):
        return
    spans = [match.span() for match in _SENTENCE.finditer(page.text)]
    cued = [_CUE.search(page.text, *span) is not None for span in spans]
    for at, (start, end) in enumerate(spans):
        near = cued[at] or (at + 1 < len(spans) and cued[at + 1]) or (at > 0 and cued[at - 1])
        if near and not _NONE.search(page.text, start, end):
            yield from _in_sentence(page.text, start, end, cued[at])


def _in_sentence(text: str, start: int, end: int, cued: bool) -> Iterator[tuple[int, int, str, str]]:
    for pattern in (_USING, _BEHIND, _BEFORE, _DONE_BY):
        if pattern in (_BEHIND, _BEFORE) and not cued:
            continue
        for match in pattern.finditer(text, start, end):
            name, service = company(flat(match["name"])), flat(match["service"])
            if name and _is_name(name) and not _METHODS.match(service):
                yield start, end, name, service


def _is_name(name: str) -> bool:
    """Tell whether words with capitals name an organisation: by its legal form, or two words that begin no sentence."""
    return not _NO_NAME.match(name) and (FORMED.search(name) is not None or len(name.split()) > 1)
