"""Reads the limits of an insurance, each with what it covers; deductibles and premiums are no limits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
COVER = re.compile(
    rf"\b(?:(?:(?!against\b|for\b|insured\b|your\b|our\b|its\b|per\b|a\b|an\b|x\b|limits?\b|of\b|sum\b|maximum\b"
    rf"|aggregate\b|each\b|and\b|with\b|the\b|provides\b"
    rf"|under\b)[A-Za-z]+(?:\s+(?:and|&)\s+|\s+)){{1,5}}liability|technology\s+(?:and|&)\s+cyber"
    rf"|cyber{_MORE}{{0,5}}|(?:technology|professional|tech)\s+(?:errors\s+(?:and|&)\s+omissions|indemnity"
    rf"|liability|services\s+liability|E\s?&\s?O)"
    r"|errors\s+(?:and|&)\s+omissions|(?:commercial\s+)?general\s+liability"
    r"|public\s+(?:and\s+products\s+)?liability|products?\s+liability|employers?[’']?s?[’']?\s+liability"
    r"|workers?[’']?\s+compensation|umbrella(?:\s+liability)?|excess\s+liability|crime|fidelity"
    r"|directors[’']?\s+(?:and|&)\s+officers[’']?(?:\s+liability)?|automobile\s+liability|media\s+liability"
    r"|data\s+breach|privacy\s+liability|network\s+security(?:\s+liability)?|professional\s+indemnity"
    r"|kidnap\s+and\s+ransom)\b", re.I,
)  # fmt: skip
_NO_LIMIT = re.compile(
    r"\b(?:deductible|retention|excess(?!\s+liab)|premium|self[\s-]insured|own\s+risk|franchise|tax(?:es)?|fees?"
    r"|invoice|price|SIR|co-?insurance|turnover"
    r"|revenue|waiting|selbstbe)\b",
    re.I,
)
_LIMIT = re.compile(
    r"\b(?:limits?|sum\s+insured|each\s+(?:claim|occurrence|loss|incident)|aggregate|any\s+one"
    r"|per\s+(?:claim|occurrence|event|loss)|indemnity|cover(?:ed|age)?\s+(?:amount|up\s+to|of)|up\s+to"
    r"|insured\s+for|amount\s+insured)\b", re.I,
)  # fmt: skip
_HEADER = re.compile(r"\b(?:sub-?limits?|limits?(?:\s+of\s+(?:liability|indemnity))?|sum\s+insured)\b", re.I)
_ROW = re.compile(r"[A-Z][A-Za-z&/,’'() -]{3,70}$")
_SUB = re.compile(
    r"\b(?:sub-?limit|damage\s+to\s+rented|med(?:ical)?\s+exp|ded\b|personal\s*(?:&|and)\s*adv|products\s*-?\s*comp)",
    re.I,
)
_DOLLARS = {
    "AUD": re.compile(r"\bAUD\b|A\$|\bABN\b|\bAFSL?\b|\bPty\b"),
    "CAD": re.compile(r"\bCAD\b|C\$|\bCanadian\s+(?:funds|dollars)\b"),
    "NZD": re.compile(r"\bNZD\b|NZ\$"),
    "SGD": re.compile(r"\bSGD\b|S\$"),
}
_WAS = re.compile(r"\b(?:was|were|had\s+been|previously|formerly|excess\s+of|xs)\b[^.;]{0,20}$", re.I)
_LABEL, _LONGEST = 45, 200
_LONE_SIGN = re.compile(r"(?<![\d.,])[ \t](?:[$€£]|USD|EUR|GBP)[ \t]*$")


def limits(pages: Sequence[PageText], labelled: Sequence[str] = ()) -> tuple[Fact, ...]:
    """List the limits of cover, each once; a single cover that a label names is that of every limit without its own."""
    dollar = _dollar(pages)
    named = _tidy(labelled[0]) if len(labelled) == 1 and len(labelled[0]) < 80 else ""
    found: dict[tuple[str, str], Fact] = {}
    for page in pages:
        for read in _on(page, named):
            bare = dollar and "$" in read.quote and not re.search(r"US\s?\$|USD", read.quote)
            fact = replace(read, value=read.value.replace("USD", dollar)) if bare else read
            found.setdefault((fact.value, fact.parts.get("cover", "")), fact)
    return tuple(found.values())


def _dollar(pages: Sequence[PageText]) -> str:
    """Tell which dollar is meant by a bare sign: the only one that the document names or whose country's forms it uses."""
    said = {known for page in pages for known, pattern in _DOLLARS.items() if pattern.search(page.text)}
    return said.pop() if len(said) == 1 else ""


def _on(page: PageText, named: str) -> Iterator[Fact]:
    """Walk down a page, with the cover named last and whether a table of limits has begun."""
    cover, tabled, only_first, last = named, False, False, ""
    for start, end in _joined(page.text):
        line = page.text[start:end]
        amounts = list(money(line))
        if not amounts:
            cover = named or _last_cover(line) or _last_cover(f"{last} {line}") or cover
            if _HEADER.search(line) and len(line) < 120:
                tabled, only_first = True, _NO_LIMIT.search(line) is not None
            last = line
            continue
        at = 0
        for number, (begin, stop, value) in enumerate(amounts):
            before, at = line[at:begin], stop
            before = before if before.strip() or number or len(last) > _LABEL else last
            cover = (
                cover
                if _SUB.search(before)
                else _last_cover(before) or (_row_name(before) if tabled and number == 0 else "") or cover
            )
            if _is_limit(before, line[stop : stop + 30], tabled) and not (only_first and number):
                parts = {"cover": cover} if cover else {}
                yield Fact(value, line, page.number, CELL if tabled else LABELLED if ":" in before else PROSE, parts)
        last = ""


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Give the lines of a text; one that ends with the sign of a currency goes on to the next."""
    begun = -1
    for start, end in lines_of(text):
        begun = begun if begun >= 0 else start
        if _LONE_SIGN.search(text, begun, end) and end - begun < _LONGEST:
            continue
        yield begun, end
        begun = -1


def _is_limit_of(before: str) -> bool:
    """Tell whether an amount stands right behind the name of a cover and a colon."""
    named = COVER.search(before)
    return (
        named is not None and before[named.end() :].strip() in (":", "-", "–") and not before[: named.start()].strip()
    )


def _is_limit(before: str, after: str, tabled: bool) -> bool:
    if (
        _NO_LIMIT.search(before)
        or _SUB.search(before)
        or re.match(r"\s*(?:deductible|retention|excess(?!\s+of\b)|premium|until\b)\b", after, re.I)
        or _WAS.search(before)
    ):
        return False
    return (
        tabled
        or _is_limit_of(before)
        or _LIMIT.search(before) is not None
        or _LIMIT.match(re.sub(r"^[\s(,]*(?:in\s+(?:the\s+)?)?", "", after)) is not None
    )


def _last_cover(text: str) -> str:
    named = [match.group() for match in COVER.finditer(text)]
    return _tidy(re.sub(r"^.*?\b(?:of|for|provides|and\s+for|includes)\s+", "", named[-1])) if named else ""


def _row_name(text: str) -> str:
    name = text.strip(" :-|")
    return _tidy(name) if _ROW.match(name) and not _LIMIT.search(name) else ""


def _tidy(name: str) -> str:
    name = re.sub(r"^[A-F]\s+(?=[A-Z])", "", name.strip())
    return re.sub(
        r"(?:\s+(?:and|or|insurance|cover(?:age)?|&))+$", "", " ".join(name.split()).strip(" ,-/&"), flags=re.I
    ).casefold()
