"""Reads the results of an auditor's tests that were not clean, each with its control and management's response."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts.controls import NUMBER, Row, rows
from knowledge.facts.forms import CELL
from knowledge.facts.phrases import PROSE
from knowledge.facts.spans import flat
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_NOTED = re.compile(
    r"(?<!no )(?<!no\n)(?<!other )(?<!relevant )(?<!\")(?<!“)\b(?:exceptions?|deviations?)(?:\s+(?:(?:was"
    r"|were)\s+)?(?:noted|identified|found)\b|(?:\s+(?:no\.?\s*|number\s*|#\s*)?\d{1,2})?\s*:(?=\s)"
    r"|\.\s+(?=(?-i:[A-Z]\w*|\d+)\b))(?![\"”]"
    r"|\s+(?:in\s+section|in\s+the\s+column|and\s+(?:\w+\s+)?responses?|and\s+are|by\s+us\s+are|is\b|are\b"
    r"|below|above|means?)|[\s:.\u2013-]+(?:none|nil|n/a|no\s+(?:exceptions?|deviations?)|0)\b"
    r"|[^.]{0,60}\b(?:are|is)\s+(?:described|listed|marked|repeated|presented|included))",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\bFor\s+(?:\w+\s+(?:\(\d+\)\s+)?)(?:out\s+)?of\s+(?:the\s+)?\w+\s+[^.]{5,260}\.(?=\s+No\s+other"
    r"\s+(?:exceptions?|deviations?))",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\bdid\s+not\s+operate\s+effectively\b|\b(?:was|were)\s+not\s+(?:operating\s+effectively|suitably\s+designed)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\s+(?:were|was|are|is)\s+(?:as\s+follows|the\s+following|listed|these)\b", re.I)
_NOT_MEANT = re.compile(
    r"\b(?:no|not|without|any|if|whether|or|where\s+an?|risk\s+that|marked|attention\s+to|response\s+to"
    r"|words)\s+[“\"]?(?:\w+\s+){0,4}$|\bmeans?\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:previous|prior|last)\s+(?:\w+\s+)?(?:year|report|period|examination)\b", re.IGNORECASE)
_AUDITORS = re.compile(
    r"\bbasis\s+for\b|\bopinion\b|\bcriteri(?:on|a)\b|\bcontrol\s+objectives?\s+(?:was|were)\b", re.IGNORECASE
)
_RESPONSE = re.compile(
    rf"\b(?:(?:management|(?-i:[A-Z]\w{{2,20}}))(?:[’'`]s|s[’'])?\s+(?:response|comment|reply|action)s?(?=\s*[:\n–(-]"
    rf"|\s+(?:to|on|for|reg))|management\s+comment"
    rf"|(?:response|statement|position|answer|comments?)\s+(?:by|of"
    rf"|from)\s+(?:the\s+)?management|(?<=\n)(?:response|reply)(?=\s*:))(?:\s+(?:to|on|for|regarding)\s+(?:(?:control"
    rf"|exception|deviation"
    rf"|criteri\w+)\s+)?(?P<to>{NUMBER})|\s*\((?:\w+\s+)?(?P<of>{NUMBER})\))?\s*[:\n–-]\s*",
    re.I,
)
_TABLE = re.compile(
    r"^[^\n]{0,60}\bmanagement(?:[’'`]s|s[’'])?\s+responses?(?:\s+to\s+(?:the\s+)?(?:\w+\s+)?(?:exceptions?"
    r"|deviations?|findings|results))?[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_OWN_TABLE = re.compile(
    r"^(?:control|criteri\w+|ref(?:erence)?|no|id|#)(?:\.?\s+(?:no|number|id|ref)\.?)?\s+(?:(?:description\s+of\s+)?(?:the\s+)?"
    r"(?:deviation|exception)s?(?:\s+(?:noted|identified|found|description))?|what\s+(?:we|was|the\s+auditor)\s+found)"
    r"\s+(?:management(?:[’'`]s|s[’'])?\s+(?:response|comment|reply|action)s?|(?:response|comment)s?\s+(?:of|by"
    r"|from)\s+(?:the\s+)?management|what\s+management\s+says|responses?|comments?|remediation)[ \t]*$",
    re.I | re.M,
)
_FIELDS = re.compile(
    r"^[ \t]{0,20}(?:conclusion|(?:test\s+)?results?|outcome)(?:\s+of\s+tests?)?\s*:?[ \t]*(?:exceptions?"
    r"|deviations?|not\s+effective"
    r"|failed|ineffective)(?:[ \t]+(?:noted|identified|found))?\.?[ \t]*\n[ \t]*(?:details?|descriptions?|nature"
    r"|explanations?|findings?|observations?|exceptions?|deviations?)[ \t]*:[ \t]*"
    r"(?P<value>\S[^\n]{10,300}(?:\n(?![^\n:]{2,40}:)[a-z][^\n]{0,200}){0,3})",
    re.I | re.M,
)
_FIELD = re.compile(
    r"^[ \t]{0,20}(?:test\s+|tests?\s+of\s+\w+\s+)?(?:results?|outcome|conclusion"
    r"|finding)(?:\s+of\s+(?:the\s+)?tests?(?:ing)?)?[ \t]*:?[ \t]*\n[ \t]*"
    r"(?P<value>[A-Z0-9][^\n]{10,300}(?:\n(?![^\n:]{2,40}:)[a-z][^\n]{0,200}){0,3}\.)[ \t]*(?=\n[ \t]*(?:management"
    r"|response|comment)|\Z)",
    re.I | re.M,
)
_END = re.compile(
    r"^[^\n.]{0,60}\b(?:controls?|customers?|users?|vendors?|section|appendix)\b[^\n.]{0,40}$", re.I | re.M
)
_DEVIATES = re.compile(
    r"\b(?:not|no|none|never|without|missing|late|later|lack\w*|fail\w*|exceed\w*|absent|outstanding|overdue|delayed"
    r"|(?:\w+|\d+)\s+of\s+(?:the\s+)?(?:\w+\s+)?\d+)\b",
    re.I,
)
_REFERS = re.compile(r"\s*(?:see|refer\s+to)\s+(?:\w+\s+){1,4}?(?=[A-Z])")
_STOP = re.compile(
    r"(?:(?-i:[A-Z])\w{2,20}(?:[’'`]s)?\s+)(?:response|comment|reply)\s*[:–-]|\bmanagement(?:[’'`]s"
    r"|s[’'])?\s+(?:response|comment|reply|action)|\bresponse\s+(?:by|of"
    r"|from)\s+(?:the\s+)?management|\bno\s+(?:other|further|additional)\s+(?:exceptions?|deviations?)\b"
    r"|^\s*(?:response|comment|reply|action\s+taken|(?:deviation|exception)\s+(?:no\.?\s*)?\d{1,2})\s*:|\n\s*\n"
    r"|^\s*(?:control|activity|test|result|section|page)\b[^\n]{0,40}(?:[:|]|\d\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_AFTER = re.compile(r"(?<=[.!?])\n(?=[A-Z])")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_RESULTS = re.compile(
    r"^(?:control|criteri\w+|ref(?:erence)?|no|id|#)\b[^\n]{3,90}\b(?:results?(?:\s+of\s+(?:the\s+)?tests?(?:ing)?)?"
    r"|findings?|outcomes?|conclusions?)[ \t]*$",
    re.I | re.M,
)
_CLEAN = re.compile(
    r"\b(?:no\s+(?:\w+\s+)?(?:exceptions?|deviations?|findings?|issues?|differences?|anomal\w+)|none(?!\s+of)|not\s+tested"
    r"|not\s+applicable|n/a"
    r"|exceptions?|deviations?|without\s+(?:exceptions?|deviations?))\b",
    re.I,
)
_COUNT = r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|\d{1,4})"
_COUNTS = re.compile(r"(?:For|In|One|Two|Three|\d+)\b")
_LAST = re.compile(
    rf"(?:[.]\s+|\s)(?P<value>(?:{_COUNT}\s+(?:\(\d+\)\s+)?(?:out\s+)?of\s+(?:the\s+)?\d|(?<=[.]\s)(?!Inspect|Observ"
    rf"|Inquir|Enquir|Test|Reperform|Re-perform|Ask"
    r"|Obtain|Compar|Review|Examin|Sampl|Select|Read|Interview|For\b|By\b)[A-Z])(?:[^.\n]|\n(?!\s*\n)"
    r"|\.(?=\S)){8,260}\.)(?=\s*\Z|\s*\n|\s+Management)"
)
_WENT_WRONG = re.compile(
    rf"\b(?:not|no|none\s+of|never|without|missing|late|lack\w*|fail\w*|exceed\w*|absent|overdue|delayed|off"
    rf"|disabled)\b|\b{_COUNT}\s+of\s",
    re.I,
)
_MOST, _LONGEST = 60, 600


def exceptions(pages: Sequence[PageText]) -> Iterator[Fact]:
    """Find results of tests that were not clean; a sentence that only explains the word is none."""
    parts = rows(pages)
    answers = _answers(parts)
    tables = {page.number: _own_table(page.text) for page in pages}
    found = [fact for row in parts for fact in (*_tabled(row, tables[row.page.number]), *_in_fields(row, answers))]
    found += [fact for row in parts for fact in _in_row(row, _NOTED, answers) if not _told(fact, found)]
    found += [fact for row in parts for fact in _in_row(row, _COUNTED, answers) if not _told(fact, found)]
    results = {page.number: _results(page.text) for page in pages}
    found += [
        fact for row in parts for fact in _unsaid(row, results[row.page.number], answers) if not _told(fact, found)
    ]
    if not found:
        found = [
            fact
            for row in parts
            if row.number
            for fact in _in_row(row, _WEAK, answers)
            if not _AUDITORS.search(fact.quote)
        ]
    yield from found[:_MOST]


def _own_table(text: str) -> tuple[int, int]:
    """Find where the table of what was not clean begins and ends; nothing where there is none."""
    header = _OWN_TABLE.search(text)
    if header is None:
        return 0, 0
    end = _END.search(text, header.end())
    return header.end(), end.start() if end else len(text)


def _tabled(row: Row, table: tuple[int, int]) -> Iterator[Fact]:
    """Read the rows of a table whose header names the control, what deviated, and the response."""
    text = row.page.text
    if not row.number or not table[0] <= row.start < table[1]:
        return
    begin = text.find(row.number, row.start) + len(row.number)
    begin += len(text[begin : row.end]) - len(text[begin : row.end].lstrip())
    ends = [end.end() for end in _SENTENCE_END.finditer(text, begin, row.end)]
    if ends and _DEVIATES.search(text, begin, ends[0]) and not _REFERS.match(text, begin):
        response = flat(text[ends[0] : ends[1]]) if len(ends) > 1 else ""
        named = {"control": row.number} | ({"response": response} if response else {})
        yield Fact(flat(text[begin : ends[0]]), text[begin : ends[0]], row.page.number, PROSE, named)


def _in_fields(row: Row, answers: dict[str, str]) -> Iterator[Fact]:
    """Read the details that a form gives under a result that is not clean."""
    fields = [*_FIELDS.finditer(row.page.text, row.start, row.end)]
    fields += [
        match
        for match in _FIELD.finditer(row.page.text, row.start, row.end)
        if row.number and _WENT_WRONG.search(match["value"]) and not _CLEAN.search(match["value"])
    ]
    for match in fields:
        response = _answer(row.page.text, match.end("value"), row) or answers.get(row.number, "")
        parts = {"control": row.number, "response": response}
        parts = {key: value for key, value in parts.items() if value}
        yield Fact(flat(match["value"]), match["value"].strip(), row.page.number, CELL, parts)


def _results(text: str) -> int:
    """Find where a table of results with clean ones begins; past the end of the page where there is none."""
    header = _RESULTS.search(text)
    return header.end() if header and _CLEAN.search(text, header.end()) else len(text) + 1


def _unsaid(row: Row, begin: int, answers: dict[str, str]) -> Iterator[Fact]:
    """Read a result that says what went wrong without a word for it, where other rows of its table are clean."""
    text = row.page.text
    if not row.number or row.start < begin:
        return
    match = _LAST.search(text, row.start, row.end)
    if match is None or _CLEAN.search(text, row.start, row.end) or not _WENT_WRONG.search(match["value"]):
        return
    value, end = match["value"], match.end("value")
    parts = {"control": row.number, "response": _answer(text, end, row) or answers.get(row.number, "")}
    yield Fact(flat(value), value, row.page.number, PROSE, {key: said for key, said in parts.items() if said})


def _told(fact: Fact, found: Sequence[Fact]) -> bool:
    return any(fact.page == other.page and (fact.quote in other.quote or other.quote in fact.quote) for other in found)


def _in_row(row: Row, cue: re.Pattern[str], answers: dict[str, str]) -> Iterator[Fact]:
    text, last = row.page.text, row.start
    for match in cue.finditer(text, row.start, row.end):
        before = text[max(row.start, match.start() - 60) : match.start()]
        sentence = before[max(before.rfind(". "), before.rfind(".\n"), before.rfind("\n\n")) + 1 :]
        if match.group().rstrip()[-1:] == "." and not _is_result(match, row):
            continue
        if _OWN_TABLE.match(text, text.rfind("\n", 0, match.start()) + 1) or _LEADS.match(text, match.end()):
            continue
        if match.start() < last or _NOT_MEANT.search(sentence) or _BEFORE.search(sentence):
            continue
        start = match.start() if match.group()[:1].isupper() else _sentence_start(text, row.start, match.start())
        end = _end(text, match, row.end)
        last = end
        quote = text[start:end].rstrip()
        response = _answer(text, end, row) or answers.get(row.number, "")
        parts = {"control": row.number, "response": response}
        parts = {key: value for key, value in parts.items() if value}
        yield Fact(flat(quote), quote, row.page.number, CELL if row.number else PROSE, parts)


def _is_result(match: re.Match[str], row: Row) -> bool:
    """Tell whether "Exception." is a result: of a control, or with a count behind it; and no heading on exceptions."""
    word = match.group().rstrip(". \n")
    return word[:1].isupper() and (
        _COUNTS.match(row.page.text, match.end()) is not None or (row.number != "" and word[-1] != "s")
    )


def _sentence_start(text: str, low: int, at: int) -> int:
    breaks = [match.end() for match in re.finditer(r"[.!?]\s+|\n\s*\n", text[max(low, at - 220) : at])]
    start = max(low, at - 220) + (breaks[-1] if breaks else 0)
    return start + len(text[start:at]) - len(text[start:at].lstrip())


def _end(text: str, match: re.Match[str], most: int) -> int:
    """Take what happened along: up to the next control where that is near, else the sentence, or two where one is bare."""
    most = min(most, match.start() + _LONGEST)
    stop = _STOP.search(text, match.end(), most)
    limit = stop.start() if stop else most
    ends = [end.end() for end in _SENTENCE_END.finditer(text, match.end() - 1, limit)]
    if not ends:
        return limit
    if limit - match.start() < 420 and limit - ends[-1] < 3:
        return ends[-1]
    bare = ends[0] - match.start() < 40 and len(ends) > 1
    return ends[1] if bare else ends[0]


def _answer(text: str, start: int, row: Row) -> str:
    """Read the response that stands behind an exception in its own row."""
    match = _RESPONSE.search(text, start, min(row.end, start + 200))
    to = (match["to"] or match["of"]) if match else None
    if match is None or (to and to != row.number):
        return ""
    return _response(text, match.end(), row.end)


def _response(text: str, start: int, most: int) -> str:
    most = min(most, start + _LONGEST)
    stop = re.compile(
        r"\n\s*\n|(?<=[.!?])\n(?=[A-Z][^.\n]{3,70}\n|\d{1,2}[.)]\s|(?:[IVX]{1,4}\.|section|appendix"
        r"|complementary)\s|this\s+report\s+is\b|page\s+\d|confidential\b)|\bmanagement(?:[’'`]s)?\s+response",
        re.I,
    ).search(text, start, most)
    piece = _REFERS.sub("", text[start : stop.start() if stop else most].lstrip(" :|–-"), count=1)
    ends = [end.end() for end in _SENTENCE_END.finditer(piece)]
    return flat(piece[: ends[-1]] if ends else piece)


def _answers(parts: Sequence[Row]) -> dict[str, str]:
    """Read the responses that name their control, in sentences and in a table of their own."""
    found: dict[str, str] = {}
    tabled = 0
    for row in parts:
        for match in _RESPONSE.finditer(row.page.text, row.start, row.end):
            if to := match["to"] or match["of"]:
                found[to] = _response(row.page.text, match.end(), row.end)
            elif row.number and row.page.text[row.start : match.start()].strip() == row.number:
                last = _AFTER.search(row.page.text, match.end()) if row.end == len(row.page.text) else None
                found.setdefault(row.number, _response(row.page.text, match.end(), last.start() if last else row.end))
            elif row.number and row.start == 0:
                found.setdefault(row.number, _response(row.page.text, match.end(), row.end))
        if tabled == row.page.number and row.number:
            at = row.page.text.find(row.number, row.start) + len(row.number)
            last = _AFTER.search(row.page.text, at) if row.end == len(row.page.text) else None
            found.setdefault(row.number, _response(row.page.text, at, last.start() if last else row.end))
        if _TABLE.search(row.page.text, row.start, row.end):
            tabled = row.page.number
    return found
