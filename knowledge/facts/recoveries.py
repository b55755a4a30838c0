"""Reads how fast and how far back a test recovered, from tables with a column for each time and from sentences."""

import re
from collections.abc import Iterator
from itertools import takewhile

from knowledge.facts.amounts import durations
from knowledge.facts.forms import CELL, Lines, lines_of
from knowledge.facts.phrases import PROSE
from knowledge.facts.values import Fact, FactKey
from knowledge.pages import PageText

Found = Iterator[tuple[FactKey, Fact]]
_DONE = r"(?:actual|achieved|measured|observed|attained|reached|tested|realised|realized)"
_AIMED = r"(?:target|objective|planned|required|agreed|goal|plan)"
_TIME = r"(?:RTO|recovery\s+time(?:\s+objective)?(?:\s+\(RTO\))?)"
_POINT = r"(?:RPO|recovery\s+point(?:\s+objective)?(?:\s+\(RPO\))?)"
_COLUMN = re.compile(
    rf"\b(?:(?P<rto_achieved>{_DONE}\s+{_TIME}|{_TIME}\s*[(,:-]?\s*{_DONE}\)?|RTA|RTC|{_DONE}\s+recovery(?!\s+point)"
    r"|(?:recovered|restored|available|back)\s+(?:in|within|after)|time\s+(?:to\s+(?:recover|restore)|taken|needed)"
    r"|(?:recovery|restoration)\s+took)"
    rf"|(?P<rpo_achieved>{_DONE}\s+{_POINT}|{_POINT}\s*[(,:-]?\s*{_DONE}\)?|RPA|(?:actual\s+)?data\s+los[st]s?|loss\s+of\s+data)"
    rf"|(?P<rto_target>(?:{_AIMED}\s+)?{_TIME}(?:\s*[(,:-]?\s*{_AIMED}\)?)?)"
    rf"|(?P<rpo_target>(?:{_AIMED}\s+)?{_POINT}(?:\s*[(,:-]?\s*{_AIMED}\)?)?)"
    rf"|(?P<same>{_DONE}))(?!\w)",
    re.I,
)
_PAIRED = re.compile(
    rf"\b(?:(?P<time>{_TIME})|(?P<point>{_POINT}|data\s+loss))\s*[(,:–-]*\s*(?P<first>{_AIMED}|{_DONE})\s*(?:[/|&,–-]"
    rf"|and|vs\.?|versus)\s*"
    rf"(?P<second>{_AIMED}|{_DONE})\)?\s*:?\s*(?=[\w<≤~])",
    re.I,
)
_PART = re.compile(r"\s*(?:[/|,;–-]|and|vs\.?|versus)?\s*", re.I)
_BACK = re.compile(
    r"\b(?:(?:restored|recovered|available|operational|online|running|failed\s+over|resumed|rebuilt"
    r"|back)\b[^.;\d]{0,50}?\b(?:within|in|after)"
    r"|(?:recovery|restoration|fail-?over|restore)\s+(?:took|lasted|needed|was\s+completed\s+(?:in|within|after)"
    r"|completed\s+(?:in|within|after)))\s+"
    r"(?:only\s+|just\s+|about\s+|under\s+|less\s+than\s+)?(?=\w)",
    re.I,
)
_ABOUT = re.compile(r"\bRTO\b|\brecovery\s+time\b|\bobjectives?\b|\btarget\b", re.I)
_LOST_BEFORE = re.compile(
    r"\b(?:lost|data\s+loss(?:\s+(?:was|of|amounted\s+to|came\s+to|stood\s+at|was\s+limited\s+to))?|data\s+up\s+to"
    r"|loss\s+of\s+data\s+(?:was|of))\s*:?\s*"
    r"(?:only\s+|about\s+|at\s+most\s+|under\s+|less\s+than\s+|no\s+more\s+than\s+|limited\s+to\s+)?$",
    re.I,
)
_LOST_AFTER = re.compile(
    r"\s*(?:worth\s+)?of\s+(?:\w+\s+){0,2}?(?:data|transactions?|records|orders|messages|changes|entries"
    r"|events)\s+(?:(?:was|were|had\s+been|has\s+been)\s+)?"
    r"(?:\w+\s+)?lost\b|\s+old\b",
    re.I,
)
_BEFORE_CUT = re.compile(r"\s+before\b", re.I)
_ALLOWED = re.compile(
    r"\b(?:max(?:imum)?|tolerable|tolerated|acceptable|allow\w*|permit\w*|target|objective|may|must"
    r"|should|can|had\s+to|has\s+to|needs?\s+to)\b",
    re.I,
)
_NAMED_AFTER = re.compile(
    r"(?:\s+of\s+(?:\w+\s+){1,3}?)?\s*\((?:the\s+|our\s+|its\s+)?(?:(?P<time>RTO"
    r"|recovery\s+time\s+objective)|RPO|recovery\s+point\s+objective)\)",
    re.I,
)
_SENTENCE = re.compile(r"[^.;\n](?:[^.;\n]|[.;](?=\S)|\n(?!\s*\n)){5,500}")
_WIDEST = 130


def tabled(page: PageText) -> list[tuple[FactKey, Fact]]:
    """Read the rows of a table that names what was aimed at and what was reached in its header."""
    lines, found = lines_of(page.text), []
    for at, head in enumerate(lines):
        columns = _columns(page.text[slice(*head)])
        if len(columns) < 2 or not any(kind == "achieved" for _, kind in columns) or len(set(columns)) < len(columns):
            continue
        whole = _rows(page.text, lines[at + 1 :], len(columns))
        found += [
            (key, Fact(value, page.text[slice(*span)], page.number, CELL, {"kind": kind}))
            for span, values in whole
            for (key, kind), value in zip(columns, values, strict=True)
        ]
    return found


def _rows(text: str, lines: Lines, wanted: int) -> list[tuple[tuple[int, int], list[str]]]:
    """Take the lines below a header for as long as each holds a time for every column."""
    rows = ((span, _times(text[slice(*span)], wanted)) for span in lines)
    return list(takewhile(lambda row: len(row[1]) == wanted, rows))


def _times(line: str, wanted: int) -> list[str]:
    """Read a row's times, with hours and minutes as one or as two, whichever fills the columns."""
    whole, apart = ([value for _, _, value in durations(line, apart=apart)] for apart in (False, True))
    return whole if len(whole) == wanted else apart


def _columns(header: str) -> list[tuple[FactKey, str]]:
    """Name what each column of times holds, in order; nothing where the line is no header."""
    columns: list[tuple[FactKey, str]] = []
    if len(header) > _WIDEST or header[-1] in ".;" or any(durations(header)):
        return columns
    for match in _COLUMN.finditer(header):
        if match["same"]:
            columns += [(columns[-1][0], "achieved")] if columns and columns[-1][1] == "target" else []
            continue
        name = next(name for name, found in match.groupdict().items() if found and "_" in name)
        key, _, kind = name.partition("_")
        columns.append((FactKey.RTO if key == "rto" else FactKey.RPO, kind))
    return columns


def paired(page: PageText) -> Found:
    """Read "RTO (target / actual): 2 hours / 7 hours", on one line or two."""
    for match in _PAIRED.finditer(page.text):
        spans = list(durations(page.text[match.end() : match.end() + 80]))[:2]
        after = page.text[match.end() : match.end() + 80]
        if len(spans) < 2 or spans[0][0] > 3 or not _PART.fullmatch(after[spans[0][1] : spans[1][0]]):
            continue
        quote = page.text[match.start() : match.end() + spans[1][1]]
        for word, (_, _, value) in zip((match["first"], match["second"]), spans, strict=True):
            kind = "achieved" if re.fullmatch(_DONE, word, re.I) else "target"
            yield FactKey.RTO if match["time"] else FactKey.RPO, Fact(value, quote, page.number, CELL, {"kind": kind})


def told(page: PageText) -> Found:
    """Read sentences such as "It was back after 3 hours" and "no more than 30 minutes of orders were lost"."""
    near_time = _ABOUT.search(page.text) is not None
    for sentence in _SENTENCE.finditer(page.text):
        text = sentence.group()
        spans = list(durations(text))
        for match in _BACK.finditer(text) if near_time else ():
            value = next((value for begin, _, value in spans if begin == match.end()), None)
            if value and not _ALLOWED.search(text, 0, match.start()):
                yield FactKey.RTO, Fact(value, text.strip(), page.number, PROSE, {"kind": "achieved"})
        for begin, end, value in spans:
            before = text[:begin]
            lost = _LOST_AFTER.match(text, end) or (
                (found := _LOST_BEFORE.search(before))
                and (not found.group().lower().startswith("data up") or _BEFORE_CUT.match(text, end))
            )
            if aim := _NAMED_AFTER.match(text, end):
                key = FactKey.RTO if aim["time"] else FactKey.RPO
                yield key, Fact(value, text.strip(), page.number, PROSE, {"kind": "target"})
            elif lost and not _ALLOWED.search(before[-60:]):
                yield FactKey.RPO, Fact(value, text.strip(), page.number, PROSE, {"kind": "achieved"})
