"""Reads recovery times and points, those aimed at and those reached."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts.amounts import durations
from knowledge.facts.forms import CELL, LABELLED, lines_of
from knowledge.facts.phrases import PROSE
from knowledge.facts.recoveries import paired, tabled, told
from knowledge.facts.settling import distinct
from knowledge.facts.spans import Place
from knowledge.facts.unbroken import flowing
from knowledge.facts.values import Fact, FactKey
from knowledge.pages import PageText

_NAMED = re.compile(
    r"\b(?P<aim>(?:target|objective|planned|required|agreed)\s+)?(?P<reached>(?:actual|achieved|measured"
    r"|observed)\s+)?(?:(?P<time>recovery\s+time(?:\s+objective)?(?:\s+\(RT[OA]\))?|RTO|RTA)"
    r"|(?P<point>recovery\s+point(?:\s+objective)?(?:\s+\(RP[OA]\))?|RPO|RPA"
    r"|data\s+loss))\b(?!\s*\)\s*[a-z,])(?P<between>[^.;\n\d]{0,40}?)(?=[\s(:=<≤~-]*\d|\s(?:one|two|three|four|five|six|eight"
    r"|ten|twelve|fifteen|thirty)\b)",
    re.I,
)
_THEN_REACHED = re.compile(
    r"[\s(,;./|]*(?:achieved|actual|measured|reached)(?:\s+(?:recovery|time|RTO|RPO"
    r"|data\s+loss)){0,2}\s*:?\s*",
    re.I,
)
_OF_TIME, _OF_POINT = (
    re.compile(r"\brecovery\b|\btime\b|\bRTO\b", re.I),
    re.compile(r"\bRPO\b|\bdata\b|\bpoint\b", re.I),
)
_UNITED = re.compile(
    r"(?P<name>RTO|RPO|recovery\s+(?:time|point)(?:\s+objective)?)\s*\((?:in\s+)?(?P<unit>hours?|hrs?"
    r"|minutes?|mins?|h)\)\s*:?\s*(?P<counts>\d+(?:\.\d+)?(?:\s+\d+(?:\.\d+)?)?)$",
    re.I,
)
_BOTH = re.compile(
    r"^(?P<name>recovery\s+time|data\s+loss|recovery\s+point|RTO|RPO)\b[^\d\n]{0,30}[/|]\s*(?:measured"
    r"|actual|achieved)\)?\s*:?\s*(?=\d)",
    re.I,
)
_TOOK = re.compile(r"\b(?:recovery|restoration|failover|restore)\s+took\s+", re.I)
_OLD = re.compile(r"\bdata\s+(?:was|were)\s+(?P<value>[^.;]{3,30}?)\s+old\b", re.I)
_RESTORED = re.compile(
    r"\b(?:restored|recovered|available\s+again|failed\s+over|resumed|brought\s+back"
    r"|back\s+in\s+service)\b[^.;\d]{0,40}?\b(?:within|in|after)\s+(?=\w)",
    re.I,
)
_MISSED = re.compile(r"\b(?:by|missed|exceeded)\b", re.I)
_AGAINST = re.compile(r"\b(?:against|target|objective|RTO)\b", re.I)
_REACHED = re.compile(r"\b(?:actual|achieved|measured|observed|reached|attained|result)\b", re.I)
_HEADER = re.compile(
    r"\b(?P<first>target|goal|aim|objective(?!s?\s+(?:target|planned|goal|aim))(?:\s+value)?|planned|required|agreed|actual"
    r"|achieved|measured)\b[^\n]{0,30}?\b(?P<second>actual|achieved|measured|result|reached|target)\b",
    re.I,
)


_ACROSS = re.compile(
    r"(?:(?P<time>\b(?:recovery\s+time|RTO))\b[^\n]{0,30}\b(?:recovery\s+point|RPO|data\s+loss)\b"
    r"|\b(?:recovery\s+point|RPO)\b[^\n]{0,30}"
    r"\b(?:recovery\s+time|RTO)\b)[^\n]{0,15}$",
    re.I,
)
_ROW = re.compile(
    r"(?:target|objective|planned|required|agreed|goal|actual|achieved|measured|observed|reached|result)s?\b", re.I
)
_SPAN = r"[\w.]+\s+(?:minutes?|hours?|days?|seconds?)(?:\s+(?:and\s+)?\d+\s+minutes?)?"
_WERE = re.compile(
    rf"\bRTO\s+of\s+(?P<one>{_SPAN})\s+and\s+(?:an?\s+)?RPO\s+of\s+(?P<two>{_SPAN})\s+(?:was|were)\s+(?P<verb>reached"
    rf"|achieved|measured"
    r"|attained|observed|met|set|agreed|defined)\b",
    re.I,
)


def objectives(pages: Sequence[PageText]) -> dict[FactKey, tuple[Fact, ...]]:
    """Read both objectives; where a document aims at two different times, neither is taken."""
    found: dict[FactKey, list[Fact]] = {FactKey.RTO: [], FactKey.RPO: []}
    tables = [one for page in pages for one in tabled(page)]
    for key, fact in tables or _anywhere(pages):
        found[key].append(fact)
    settled = {key: tuple(facts) if tables else _agreed(facts) for key, facts in found.items()}
    return {key: facts for key, facts in settled.items() if facts}


def _anywhere(pages: Sequence[PageText]) -> Iterator[tuple[FactKey, Fact]]:
    for page in pages:
        text = flowing(page)
        found = [*_crosswise(page), *paired(page), *_reached(text), *_on(page), *told(text)]
        yield from found
        known = {(key, fact.parts["kind"]) for key, fact in found}
        yield from ((key, fact) for key, fact in _on(text) if (key, fact.parts["kind"]) not in known)


def _agreed(facts: list[Fact]) -> tuple[Fact, ...]:
    kept: list[Fact] = []
    for kind in ("target", "achieved"):
        these = [fact for fact in facts if fact.parts["kind"] == kind]
        if len({fact.value for fact in these}) == 1:
            kept += distinct(these)
    if len({fact.parts["kind"] for fact in kept}) == 2:
        return tuple(kept)
    return tuple(
        Fact(fact.value, fact.quote, fact.page, fact.confidence, {"kind": fact.parts["kind"]}) for fact in kept
    )


def _crosswise(page: PageText) -> Iterator[tuple[FactKey, Fact]]:
    """Read a table with a column for time and one for point, and a row for what was aimed at and one for what was reached."""
    keys: tuple[FactKey, ...] = ()
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        head = _ACROSS.search(line)
        if head and not any(durations(line)):
            keys = (FactKey.RTO, FactKey.RPO) if head["time"] else (FactKey.RPO, FactKey.RTO)
            continue
        row = _ROW.match(line) if keys else None
        values = [value for _, _, value in durations(line)] if row else []
        if row is None or len(values) != 2:
            keys = ()
            continue
        for key, value in zip(keys, values, strict=True):
            yield key, Fact(value, line, page.number, CELL, {"kind": _kind(row.group())})


def _reached(page: PageText) -> Iterator[tuple[FactKey, Fact]]:
    """Read "an RTO of 4 hours 30 minutes and an RPO of 20 minutes were reached"."""
    for match in _WERE.finditer(page.text):
        kind = "achieved" if match["verb"].lower()[:2] in ("re", "ac", "me", "at", "ob") else "target"
        for key, name in ((FactKey.RTO, "one"), (FactKey.RPO, "two")):
            value = next((value for _, _, value in durations(" ".join(match[name].split()))), None)
            if value:
                yield key, Fact(value, match.group(), page.number, CELL, {"kind": kind})


def _on(page: PageText) -> Iterator[tuple[FactKey, Fact]]:
    order: tuple[str, str] | None = None
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        header = _HEADER.search(line)
        if header and not any(durations(line)):
            order = _kind(header["first"]), _kind(header["second"])
        if both := _BOTH.search(line):
            key = FactKey.RTO if "time" in both["name"].lower() or "RTO" in line else FactKey.RPO
            found = [value for _, _, value in durations(line[both.end() :])][:2]
            if len(found) == 2:
                yield from (
                    (key, Fact(value, line, page.number, CELL, {"kind": kind}))
                    for kind, value in zip(("target", "achieved"), found, strict=True)
                )
            continue
        if took := _TOOK.search(line):
            for begin, _, value in list(durations(line[took.end() :]))[:1]:
                if begin < 3:
                    yield FactKey.RTO, Fact(value, line, page.number, PROSE, {"kind": "achieved"})
        for old in _OLD.finditer(line):
            for _, _, value in list(durations(old["value"]))[:1]:
                yield FactKey.RPO, Fact(value, line, page.number, PROSE, {"kind": "achieved"})
        if unit := _UNITED.match(line):
            yield from _united(page, line, unit, order or ("target", "achieved"))
            continue
        for match in _RESTORED.finditer(line) if _AGAINST.search(page.text, start, end + 160) else ():
            for _, _, value in list(durations(line[match.end() :]))[:1]:
                yield FactKey.RTO, Fact(value, line, page.number, PROSE, {"kind": "achieved"})
        said = [match.span() for match in _WERE.finditer(line)]
        for match in _NAMED.finditer(line):
            if any(first <= match.start() < last for first, last in said):
                continue
            yield from _values(page, start, end, match, order)


def _values(
    page: PageText, start: int, end: int, match: re.Match[str], order: tuple[str, str] | None
) -> Iterator[tuple[FactKey, Fact]]:
    """Read the one or two spans of time behind a name; without a header only the first is understood."""
    key = FactKey.RTO if match["time"] else FactKey.RPO
    after = page.text[start + match.end() : end]
    spans = [(begin, stop, value) for begin, stop, value in durations(after) if begin < 60]
    if order and len(spans) == 1:
        spans = list(durations(after, apart=True))
    if (
        not spans
        or spans[0][0] > 6
        or _MISSED.search(page.text, start + match.start(), start + match.end() + spans[0][0])
    ):
        return
    quote = Place(page, start, end).lines
    if len(spans) == 2 and order and not after[spans[0][1] : spans[1][0]].strip(" |/"):
        for kind, (_, _, value) in zip(order, spans, strict=True):
            yield key, Fact(value, quote, page.number, CELL, {"kind": kind})
        return
    reached = _THEN_REACHED.match(after, spans[0][1])
    other = _OF_TIME if key is FactKey.RPO else _OF_POINT
    if len(spans) > 1 and reached and reached.end() == spans[1][0] and not other.search(reached.group()):
        yield key, Fact(spans[1][2], quote, page.number, CELL, {"kind": "achieved"})
    is_reached = bool(match["reached"]) or _REACHED.search(match["between"] or "") is not None or "RTA" in match.group()
    is_objective = re.search(r"objective|RTO|RPO", match.group(), re.I) is not None
    if is_reached or is_objective or match["aim"]:
        sure = LABELLED if ":" in match.group() + after[:2] else PROSE
        yield key, Fact(spans[0][2], quote, page.number, sure, {"kind": "achieved" if is_reached else "target"})


def _united(page: PageText, line: str, match: re.Match[str], order: tuple[str, str]) -> Iterator[tuple[FactKey, Fact]]:
    """Read "RTO (hours) 4 3", whose unit stands with its name."""
    key = FactKey.RTO if match["name"].upper().startswith(("RTO", "RECOVERY TIME")) else FactKey.RPO
    for kind, count in zip(order, match["counts"].split(), strict=False):
        value = next((value for _, _, value in durations(f"{count} {match['unit']}")), None)
        if value:
            yield key, Fact(value, line, page.number, CELL, {"kind": kind})


def _kind(word: str) -> str:
    return "achieved" if _REACHED.search(word) else "target"
