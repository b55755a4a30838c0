"""Reads the limits of an insurance, each with what it covers; deductibles and premiums are no limits."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts.amounts import money
from knowledge.facts.forms import CELL, LABELLED, lines_of
from knowledge.facts.phrases import PROSE
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_MORE = (
    r"(?:[ \t]*[-/&,]?[ \t]*(?:and|&|or|liability|insurance|risks?|incident|response|data|privacy|security"
    r"|crime|protection|breach|extortion|technology|network|media|interruption|business|indemnity|omissions"
    r"|errors|costs|enterprise|risk|management))"
)
_COVER = re.compile(
    rf"\b(?:technology\s+(?:and|&)\s+cyber|cyber{_MORE}{{0,5}}|(?:technology|professional"
    rf"|tech)\s+(?:errors\s+(?:and|&)\s+omissions|indemnity|liability|services\s+liability|E\s?&\s?O)"
    r"|errors\s+(?:and|&)\s+omissions|(?:commercial\s+)?general\s+liability"
    r"|public\s+(?:and\s+products\s+)?liability|products?\s+liability|employers?[’']?s?[’']?\s+liability"
    r"|workers?[’']?\s+compensation|umbrella(?:\s+liability)?|excess\s+liability|crime|fidelity"
    r"|directors[’']?\s+(?:and|&)\s+officers[’']?(?:\s+liability)?"
    r"|automobile\s+liability|media\s+liability|data\s+breach|privacy\s+liability"
    r"|network\s+security(?:\s+liability)?|professional\s+indemnity|kidnap\s+and\s+ransom)\b", re.I,
)  # fmt: skip
_NO_LIMIT = re.compile(
    r"\b(?:deductible|retention|excess(?!\s+liab)|premium|self[\s-]insured|SIR|co-?insurance|turnover"
    r"|revenue|waiting|selbstbe)\b",
    re.I,
)
_LIMIT = re.compile(
    r"\b(?:limits?|sum\s+insured|each\s+(?:claim|occurrence|loss|incident)|aggregate|any\s+one"
    r"|per\s+(?:claim|occurrence|event|loss)|indemnity|cover(?:ed|age)?\s+(?:amount|up\s+to|of)"
    r"|up\s+to|insured\s+for|amount\s+insured)\b", re.I,
)  # fmt: skip
_HEADER = re.compile(r"\b(?:limits?(?:\s+of\s+(?:liability|indemnity))?|sum\s+insured)\b", re.I)
_ROW = re.compile(r"[A-Z][A-Za-z&/,’'() -]{3,70}$")
_SUB = re.compile(r"\b(?:sub-?limit|damage\s+to\s+rented|med(?:ical)?\s+exp|ded\b)", re.I)


def limits(pages: Sequence[PageText], labelled: Sequence[str] = ()) -> tuple[Fact, ...]:
    """List the limits of cover, each once; a single cover that a label names is that of every limit without its own."""
    named = _tidy(labelled[0]) if len(labelled) == 1 and len(labelled[0]) < 80 else ""
    found: dict[tuple[str, str], Fact] = {}
    for page in pages:
        for fact in _on(page, named):
            found.setdefault((fact.value, fact.parts.get("cover", "")), fact)
    return tuple(found.values())


def _on(page: PageText, named: str) -> Iterator[Fact]:
    """Walk down a page, with the cover named last and whether a table of limits has begun."""
    cover, tabled, only_first = named, False, False
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        amounts = list(money(line))
        if not amounts:
            cover = named or _last_cover(line) or cover
            if _HEADER.search(line) and len(line) < 120:
                tabled, only_first = True, _NO_LIMIT.search(line) is not None
            continue
        at = 0
        for number, (begin, stop, value) in enumerate(amounts):
            before, at = line[at:begin], stop
            cover = (
                cover
                if _SUB.search(before)
                else _last_cover(before) or (_row_name(before) if tabled and number == 0 else "") or cover
            )
            if _is_limit(before, line[stop : stop + 30], tabled) and not (only_first and number):
                parts = {"cover": cover} if cover else {}
                yield Fact(value, line, page.number, CELL if tabled else LABELLED if ":" in before else PROSE, parts)


def _is_limit(before: str, after: str, tabled: bool) -> bool:
    if (
        _NO_LIMIT.search(before)
        or _SUB.search(before)
        or re.match(r"\s*(?:deductible|retention|excess|premium)\b", after, re.I)
    ):
        return False
    return tabled or _LIMIT.search(before) is not None or _LIMIT.match(after.lstrip(" (")) is not None


def _last_cover(text: str) -> str:
    named = [match.group() for match in _COVER.finditer(text)]
    return _tidy(named[-1]) if named else ""


def _row_name(text: str) -> str:
    name = text.strip(" :-|")
    return _tidy(name) if _ROW.match(name) and not _LIMIT.search(name) else ""


def _tidy(name: str) -> str:
    return re.sub(
        r"(?:\s+(?:and|or|insurance|cover(?:age)?|&))+$", "", " ".join(name.split()).strip(" ,-/&"), flags=re.I
    ).casefold()
