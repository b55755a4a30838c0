"""Counts a test's findings by severity, from tables in both directions, lines of pairs and sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.facts.forms import CELL, LABELLED, Lines, lines_of
from knowledge.facts.phrases import PROSE
from knowledge.facts.registers import registered
from knowledge.facts.settling import settled
from knowledge.facts.values import Fact
from knowledge.numerals import NUMBER, number
from knowledge.pages import PageText

ORDER = ("critical", "high", "medium", "low", "informational")
_ALIASES = {"moderate": "medium", "info": "informational", "informative": "informational", "note": "informational"}
_SEVERITY = r"(?:critical|high|medium|moderate|low|informational|informative|info|note)"
_PAIR = re.compile(
    rf"(?<![\w-])(?P<severity>{_SEVERITY})s?(?:[\s-]+(?:risk|severity|issues?"
    rf"|findings?))?\s*(?:[:=–-]?\s*\(?(?P<count>\d{{1,3}})\)?|:\s*(?P<none>none|nil"
    rf"|zero)\b)(?![\d.,%/]*\d)(?![ \t]+(?:\d|nil\b))(?!\s*[-–]\s*\d)"
    r"(?!\s*(?:days?|hours?|weeks?|months?|business|working"
    r"|%))(?:\s*[\(–,-]\s*(?P<note>(?:[^()\n:;]{0,20}\b(?:open|remain\w*|outstanding|unresolved|fixed|closed|resolved"
    r"|remediated|verified)\b[^()\n:;]{0,30}))\)?)?", re.I,
)  # fmt: skip
_HEADER_ROW = re.compile(
    rf"^(?:severity|risk|rating|level|findings"
    rf"|total)?\s*:?\s*(?P<names>{_SEVERITY}(?:\s+{_SEVERITY}){{2,4}})(?P<total>\s+(?:total|sum|all))?$",
    re.I,
)
_OPEN = re.compile(r"\b(?:open|remain\w*|outstanding|unresolved|residual|pending)\b", re.I)
_FIXED = re.compile(
    r"\b(?:fixed|closed|resolved|remediated|corrected|mitigated|accepted|addressed|previous|last|20\d\d)\b", re.I
)
_NAME_ALONE, _NUMBER_ALONE = re.compile(_SEVERITY, re.I), re.compile(r"\d{1,3}")
_NUMBERS = re.compile(r"^(?P<label>[A-Za-z][A-Za-z /()-]{0,40}?)?\s*:?\s*(?P<counts>\d{1,3}(?:\s+\d{1,3}){2,5})$")
_COLUMNS = re.compile(
    r"^(?:severity|risk|rating|level|criticality|classification|category|priority)(?:\s+(?:level"
    r"|rating|class|category))?\s+(?P<rest>\D{3,80})$",
    re.I,
)
_REST = re.compile(r"(?P<rest>\D{3,80})$")
_THINGS = r"(?:(?:findings|issues|vulnerabilities|weaknesses|flaws)\s+)?"
_COLUMN = re.compile(
    rf"(?P<open>{_THINGS}(?:(?:open\s+)?(?:after|post|at)[\s-]+(?:re-?test|remediation)(?:ing)?|(?:still\s+"
    rf"|remaining\s+)?open(?:\s+after\s+\w+)?|remaining|outstanding|unresolved|pending"
    rf"|not\s+fixed|residual))|(?P<fixed>{_THINGS}(?:of\s+which\s+)?(?:(?:verified|confirmed)\s+(?:as\s+)?fixed"
    rf"|(?:risk\s+)?accepted|fixed|closed|resolved|remediated|corrected"
    rf"|retested|mitigated"
    r"|accepted|repaired|addressed))"
    rf"|(?P<found>(?:number|no\.?|count|quantity|amount|#)(?:\s+of(?!\s+which))?(?:\s+(?:findings|issues"
    rf"|vulnerabilities|weaknesses))?"
    rf"|{_THINGS}(?:(?:first|initial|original)\s+(?:re)?test(?:ing)?|found|identified|reported|discovered|raised|noted"
    rf"|detected|total|sum|all|initial(?:ly)?(?:\s+(?:count|findings|number|found))?)"
    r"|findings|issues|vulnerabilities|weaknesses)", re.I,
)  # fmt: skip
_CELL = r"(?:\d{1,3}|nil|none|[-–—])"
_ROW = re.compile(
    rf"^(?P<severity>{_SEVERITY})\s+(?P<counts>{_CELL}(?:\s+{_CELL}){{0,5}})(?![\w.,%-])(?!\s*(?:days?"
    rf"|hours?|weeks?|months?|business|working)\b)",
    re.I,
)
_COUNT = rf"(?P<count>no|none|zero|{NUMBER})"
_SAID = re.compile(
    rf"(?<![\w.-]){_COUNT}\s+(?:\([0-9]{{1,3}}\)\s+)?(?:(?:were|was|are|is|of|rated|ranked|graded|scored|considered|deemed"
    rf"|judged|classified|categori[sz]ed|assessed|being|to|be|general|findings?|issues?|vulnerabilit(?:y|ies)"
    rf"|weakness(?:es)?|as|having|a"
    rf"|an|with|new|further|additional)\s+){{0,6}}(?:[“\"']?)(?P<severity>{_SEVERITY})\b(?!\s+(?:level"
    rf"|standard|number|quality|of|availability|value|impact|priority\s+\d))",
    re.I,
)
_RATED = re.compile(
    rf"\b{_COUNT}\s+(?:findings?|issues?|vulnerabilit(?:y|ies)|weakness(?:es)?)\s+(?:(?:were|was|are|is|of"
    rf"|rated|classified|as|with|a)\s+){{1,4}}(?P<severity>{_SEVERITY})\b",
    re.I,
)
_NOT_FOUND = re.compile(
    rf"\b(?P<severity>{_SEVERITY})[\s-]+(?:severity\s+|rated\s+|risk\s+)?(?:findings|vulnerabilities|issues"
    rf"|weaknesses)\s+were\s+not\s+(?:found|identified|discovered)\b",
    re.I,
)
_CONTEXT = re.compile(
    r"\b(?:of\s+(?:these|them|which|those)|findings?|issues?|vulnerabilit(?:y|ies)|weakness(?:es)?"
    r"|observations?|rated|severity|identified|found)\b",
    re.I,
)
_EARLIER = re.compile(r"\b(?:year\s+before|previous|prior|last\s+year|earlier|former)\b", re.I)
_SENTENCE = re.compile(r"[^.\n](?:[^.\n]|\.(?=\S)|\n(?!\s*\n)){0,700}")
_REMAINS = re.compile(
    r"[\s-]+(?:(?:severity|risk|rated|findings?|issues?|vulnerabilit(?:y|ies)|weakness(?:es)?)\s+){0,3}(?:(?:is|are"
    r"|was|were|still|have|has|been)"
    r"\s+){0,3}(?:remain\w*|open|outstanding|unresolved|fixed|remediated|resolved|closed)\b",
    re.I,
)
_PARTIAL = re.compile(
    r"\b(?:including|week|phase|day|further|additional|another|npm|example|one\s+of)\b|https?:",
    re.I,
)
_RATED_SO = rf"{_SEVERITY}(?:[\s-]+(?:risk|severity|rated))?"
_SEVERITIES = rf"(?P<names>{_RATED_SO}(?:(?:,\s*(?:and\s+)?|\s+(?:and|or)\s+){_RATED_SO}){{0,3}})"
_ISSUES = r"(?:[\s-]+(?:risk|severity|rated|findings?|issues?|vulnerabilit(?:y|ies)|ones?|weakness(?:es)?)){1,3}"
_ALL_FIXED = re.compile(
    rf"\b(?:all|both|every|each)\s+(?:of\s+)?(?:the\s+)?(?:(?:identified|reported)\s+)?{_SEVERITIES}{_ISSUES}\s+(?:had"
    rf"|have|has|was|were|are)\s+(?:all\s+)?"
    r"(?:since\s+)?(?:been\s+)?(?:successfully\s+)?(?:(?:confirmed|verified|validated|found|reported"
    r"|marked)\s+(?:as\s+|to\s+be\s+|to\s+have\s+been\s+)?)?(?:remediated|fixed|resolved|closed|corrected"
    r"|mitigated)\b(?=(?P<tail>[^.]{0,60}))",
    re.I,
)
_STILL_OPEN = re.compile(
    r"(?<![\w.,-])(?P<count>no|none|zero|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s"
    rf"(?:\(\d{{1,3}}\)\s+)?(?:of\s+the\s+)?{_SEVERITIES}(?:{_ISSUES})?\s+(?:(?:still\s+)?remain(?:s|ed)?(?:\s+(?:open"
    r"|unresolved|outstanding))?|(?:is|are|was|were)\s+still\s+(?:open|outstanding|unresolved))\b(?=(?P<tail>[^.;]{0,60}))",
    re.I,
)
_OF_OPEN = re.compile(
    rf"\bof\s+the\s+(?:\w+\s+)?(?P<names>{_SEVERITY})(?:{_ISSUES})?,[^.]{{0,90}}?\b(?P<count>no|none|one|two|three"
    rf"|four|five|six|seven|eight|nine|ten|\d{{1,3}})\s+"
    r"(?:remain(?:s|ed)?|(?:is|are|was|were)\s+still)(?:\s+(?:open|outstanding|unresolved))?\b(?=(?P<tail>[^.;]{0,60}))",
    re.I,
)
_NONE_OF = re.compile(
    rf"\bno\s+(?:(?:findings|issues|vulnerabilities|weaknesses)\s+(?:of|with|rated"
    rf"|ranked)\s+(?:as\s+)?(?:an?\s+)?)?{_SEVERITIES}(?:[\s-]+(?:severity|risk|rated|ratings?"
    r"|findings?|issues?|vulnerabilit(?:y|ies)|weakness(?:es)?)){0,3}\s+(?:were|was|have\s+been)\s+(?:found|identified"
    r"|discovered|noted|reported|observed|detected)\b",
    re.I,
)
_WISHED = re.compile(r"\b(?:should|will|must|would|expected|recommend\w*|once|if|until|after)\b", re.I)
_FIRST = 8
_MORE = "more"
_MOST_GAP = 2


def severities(pages: Sequence[PageText]) -> tuple[Fact, ...]:
    """Count findings by severity; a severity that is counted in two ways that disagree is left out."""
    found = [fact for page in pages for fact in (*_tables(page), *_blocks(page), *_pairs(page), *_sentences(page))]
    counted = {fact.value.split()[0] for fact in found}
    found += [
        _fact(severity, str(count), row.quote, row.page, row.confidence, "" if still is None else str(still))
        for severity, count, still, row in registered(pages)
        if _ALIASES.get(severity, severity) not in counted
    ]
    kept = (settled([fact for fact in found if fact.value.split()[0] == name]) for name in ORDER)
    still = _still(pages)
    return tuple(_named(_with_open(fact, still)) for fact in kept if fact)


def _with_open(fact: Fact, still: dict[str, int]) -> Fact:
    """Add how many are still open where only a sentence says so, unless it would be more than were found."""
    left = still.get(fact.parts["severity"])
    if left is None or "open" in fact.parts or left > int(fact.parts["found"]):
        return fact
    return replace(fact, parts=fact.parts | {"open": str(left)})


def _still(pages: Sequence[PageText]) -> dict[str, int]:
    """Read "All high risk findings had been fixed. Two medium ones remain open"; what is said two ways is left out."""
    told: dict[str, set[int]] = {}
    for page in pages[:_FIRST]:
        for pattern in (_ALL_FIXED, _STILL_OPEN, _OF_OPEN):
            for match in pattern.finditer(page.text):
                if _WISHED.search(match.group() + match["tail"]):
                    continue
                left = 0 if pattern is _ALL_FIXED else _count(match["count"])
                named = [_ALIASES.get(one.lower(), one.lower()) for one in re.findall(_SEVERITY, match["names"], re.I)]
                for name in named if left is not None and (len(named) == 1 or not left) else ():
                    told.setdefault(name, set()).add(left or 0)
    return {name: min(counts) for name, counts in told.items() if len(counts) == 1}


def _count(text: str) -> int | None:
    said = 0.0 if text.lower() in ("no", "none", "zero") else number(text)
    return int(said) if said is not None and said == int(said) else None


def _named(fact: Fact) -> Fact:
    return Fact(
        fact.parts["severity"],
        fact.quote,
        fact.page,
        fact.confidence,
        {key: value for key, value in fact.parts.items() if key != "severity"},
    )


def _fact(severity: str, found: str, quote: str, page: int, sure: float, still: str = "") -> Fact:
    name = _ALIASES.get(severity.lower(), severity.lower())
    parts = {"severity": name, "found": str(int(found))} | ({"open": str(int(still))} if still else {})
    return Fact(f"{name} {int(found)}", quote, page, sure, parts)


def _tables(page: PageText) -> Iterator[Fact]:
    """Read a row of names over a row of numbers, and rows that begin with a name under named columns."""
    columns: list[str] = []
    misses, lines = 0, lines_of(page.text)
    for at, (start, end) in enumerate(lines):
        line = page.text[start:end]
        if across := _HEADER_ROW.match(line):
            columns = []
            yield from _across(page, re.findall(r"[A-Za-z]+", across["names"]), start, lines[at + 1 : at + 5])
        elif down := _COLUMNS.match(line) or _nameless(page.text, lines, at):
            columns, misses = _header(down["rest"]), 0
        elif columns:
            match = _ROW.match(line)
            misses = 0 if match else misses + 1
            if match:
                yield from _down(page, match, columns, line)
            elif misses > _MOST_GAP:
                columns = []


def _across(page: PageText, names: list[str], head: int, below: list[tuple[int, int]]) -> Iterator[Fact]:
    """Read the rows of numbers under names: the first that counts what was found, and the one on what is open."""
    found: list[str] = []
    still: list[str] = []
    end = head
    for start, stop in below:
        match = _NUMBERS.match(page.text[start:stop])
        counts = match["counts"].split() if match else []
        if match is None:
            break
        counts = _without_total(counts) if len(counts) == len(names) + 1 else counts
        if len(counts) != len(names):
            break
        label = match["label"] or ""
        if not found and not _OPEN.search(label) and not _FIXED.search(label):
            found, end = counts, stop
        elif found and not still and _OPEN.search(label):
            still, end = counts, stop
    for at, name in enumerate(names if found else []):
        yield _fact(name, found[at], page.text[head:end], page.number, LABELLED, still[at] if still else "")


def _without_total(counts: list[str]) -> list[str]:
    """Leave out the number that is the sum of the others, first or last; without one the row is not understood."""
    figures = [int(count) for count in counts]
    if figures[-1] == sum(figures[:-1]):
        return counts[:-1]
    return counts[1:] if figures[0] == sum(figures[1:]) else []


def _blocks(page: PageText) -> Iterator[Fact]:
    """Read cells that stand one under another: first the names of severities, then as many numbers."""
    lines = lines_of(page.text)
    texts = [page.text[start:end] for start, end in lines]
    at = 0
    while at < len(texts):
        names = _run(texts, at, _NAME_ALONE)
        if len(names) >= 3:
            after = at + len(names)
            begin = after if re.fullmatch(r"\d{1,3}", texts[after] if after < len(texts) else "") else after + 1
            counts = _run(texts, begin, _NUMBER_ALONE)
            counts = _without_total(counts) if len(counts) == len(names) + 1 else counts
            if len(counts) == len(names) and not _is_scale(counts):
                quote = page.text[lines[at][0] : lines[begin + len(names) - 1][1]]
                yield from (
                    _fact(name, count, quote, page.number, CELL) for name, count in zip(names, counts, strict=True)
                )
        at += max(1, len(names))


def _is_scale(counts: list[str]) -> bool:
    """Tell whether numbers are the ticks of a chart's axis: each one more than the one before."""
    return all(int(two) - int(one) == 1 for one, two in pairwise(counts))


def _run(texts: list[str], at: int, pattern: re.Pattern[str]) -> list[str]:
    found: list[str] = []
    while at + len(found) < len(texts) and len(found) < 7 and pattern.fullmatch(texts[at + len(found)]):
        found.append(texts[at + len(found)])
    return found


def _nameless(text: str, lines: Lines, at: int) -> re.Match[str] | None:
    """Take a line for a header whose first cell is empty where rows of severities with several numbers follow."""
    below = [_ROW.match(text[slice(*span)]) for span in lines[at + 1 : at + 3]]
    several = (
        not _ROW.match(text[slice(*lines[at])])
        and len(below) == 2
        and all(row and len(row["counts"].split()) > 1 for row in below)
    )
    return _REST.match(text[slice(*lines[at])]) if several else None


def _header(rest: str) -> list[str]:
    """Name the columns of a header, from its end as far as they are known; "" stands for those before."""
    known = list(_COLUMN.finditer(rest))
    columns: list[str] = []
    end = len(rest.rstrip())
    for match in reversed(known):
        if rest[match.end() : end].strip(" |/#:"):
            break
        columns.insert(0, match.lastgroup or "")
        end = match.start()
    if not columns and known and not rest[: known[0].start()].strip(" |"):
        return [*(match.lastgroup or "" for match in known), _MORE]
    return ["", *columns] if rest[:end].strip(" |/#:") else columns


def _read_counts(columns: list[str], counts: list[str]) -> tuple[str, str]:
    """Say which of a row's numbers counts what was found and which what is open; nothing where that is not clear."""
    known = [name for name in columns if name and name != _MORE]
    if columns[-1:] == [_MORE]:
        counts = counts[: len(known)]
    if len(counts) == 1 and len(known) <= 1:
        return counts[0], counts[0] if known == ["open"] else ""
    if not known or len(counts) < len(known) or (len(counts) > len(known) and columns[0]):
        return "", ""
    named = list(zip(known, counts[-len(known) :], strict=True))
    found = [count for name, count in named if name == "found"]
    still = [count for name, count in named if name == "open"]
    if not found and len(counts) == len(known) > 1 and still:
        return str(sum(map(int, counts))), still[0]
    return (found[-1] if found else ""), (still[0] if still else "")


def _down(page: PageText, match: re.Match[str], columns: list[str], line: str) -> Iterator[Fact]:
    counts = [count if count.isdigit() else "0" for count in match["counts"].split()]
    found, still = _read_counts(columns, counts)
    if not found:
        return
    if columns == ["found", _MORE] and not still:
        note = line[match.start("counts") + len(match["counts"].split()[0]) :].strip()
        still = _left(found, note) or _state(found, note)
    yield _fact(
        match["severity"], found, line, page.number, LABELLED, still if still and int(still) <= int(found) else ""
    )


def _pairs(page: PageText) -> Iterator[Fact]:
    """Read "High: 4 (3 open)" where pairs of at least two severities stand close together."""
    lines = [(start, end, list(_PAIR.finditer(page.text, start, end))) for start, end in lines_of(page.text)]
    lines = [(start, end, _alone(page.text[start:end], found)) for start, end, found in lines]
    for at, (start, end, found) in enumerate(lines):
        near = {match["severity"].lower() for _, _, others in lines[max(0, at - 4) : at + 5] for match in others}
        if len(near) < 2:
            continue
        for match in found:
            count = match["count"] or "0"
            yield _fact(match["severity"], count, page.text[start:end], page.number, CELL, _left(count, match["note"]))


def _left(count: str, note: str | None) -> str:
    """Read how many are open off a remark such as "3 fixed, 2 open" or "both fixed"; empty where it does not say."""
    if not note:
        return ""
    if still := re.search(
        r"(\d{1,3})\s+(?:still\s+|remain\w*\s+)?(?:open|remaining|outstanding|unresolved)\b", note, re.I
    ):
        return still[1]
    if re.search(r"\b(?:all|both)\s+(?:\w+\s+)?(?:fixed|closed|resolved|remediated|verified)\b", note, re.I):
        return "0"
    return count if re.fullmatch(r"(?:all|both|still)?\s*(?:open|unresolved|outstanding)", note.strip(), re.I) else ""


def _state(count: str, note: str) -> str:
    """Say how many are open where one word says it of all."""
    if re.fullmatch(r"(?:all\s+)?(?:remediated|fixed|closed|resolved|verified)", note, re.I):
        return "0"
    return count if re.fullmatch(r"(?:all\s+)?(?:still\s+)?open", note, re.I) else ""


def _alone(line: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Keep the pairs of a line that holds little else, so that no sentence or list of findings is taken for a count."""
    if not found or len(line) > 160:
        return []
    rest = len(line) - sum(match.end() - match.start() for match in found)
    begins = re.match(rf"[\W\d]*{_SEVERITY}\b", line, re.I) is not None
    return found if (len(found) > 1 and rest <= 40) or (begins and rest <= 25) else []


def _sentences(page: PageText) -> Iterator[Fact]:
    for sentence in _SENTENCE.finditer(page.text) if page.number <= _FIRST else ():
        text = sentence.group()
        if not _CONTEXT.search(text) or _EARLIER.search(text) or _PARTIAL.search(text):
            continue
        for match in _NONE_OF.finditer(text):
            for name in re.findall(_SEVERITY, match["names"], re.I):
                yield _fact(name, "0", text.strip(), page.number, PROSE)
        for match in _NOT_FOUND.finditer(text):
            yield _fact(match["severity"], "0", text.strip(), page.number, PROSE)
        for pattern in (_SAID, _RATED):
            for match in pattern.finditer(text):
                count = 0.0 if match["count"].lower() in ("no", "none", "zero") else number(match["count"])
                if _REMAINS.match(text, match.end()):
                    continue
                if "\n" in match.group() and match["count"].isdigit():
                    continue
                if count is not None and count < 500 and count == int(count):
                    yield _fact(match["severity"], str(int(count)), text.strip(), page.number, PROSE)
