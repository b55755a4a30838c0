"""Reads what the next sentence of a paragraph takes back from a statement: "... However, two accounts were left out."."""

import re
from dataclasses import replace

from knowledge.evidence import Candidate
from knowledge.polarity import denials, exception, is_planned

_FEW = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}(?!\.\d)|a\s+single|a\s+few|several|some"
    r"|not\s+all|not\s+every)"
)
_TURNS = re.compile(
    rf"^\W*(?:(?:however|but|yet|still|nevertheless|nonetheless|except|only|although|though|while|whereas|that\s+said|on\s+the\s+other\s+hand|unfortunately)\b"
    rf"|(?:the|an|one|this|two)\s+(?:only\s+)?(?:exceptions?|gaps?|laps(?:es?)|deviations?|shortfalls?|omissions?|outliers?)"
    rf"|(?:(?:in|for|on|at|with|of|during|until|between|from|over|throughout|within)\s+(?:the\s+|these\s+|this\s+|those\s+)?)?(?:audit\s+|review\s+|examination\s+|test(?:ing)?\s+)?"
    rf"(?:{_FEW}\b|period|sample|testing|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]\b|20\d\d)"
    rf"|(?:we|our|the\s+(?:service\s+)?auditors?|the\s+assessors?|tests?|testing|inspection|sampling)\b[^.]{{0,40}}\b(?:noted|found|identified|observed|saw|revealed|showed|discovered))",
    re.I,
)
_SHORT = re.compile(
    r"\b(?:late|later|(?<!looks\s)(?<!look\s)after|beyond|overdue|delayed|exceed(?:s|ed|ing)?|fail(?:s|ed|ing|ure)?|remain(?:s|ed)?|still|lapsed|skipp(?:ed|ing)|missed|omitted"
    r"|incomplete|partial(?:ly)?|only|left\s+(?:open|out|off)|open|outstanding|exempt(?:ed)?|unable|instead|deviat\w+|un(?:approved|encrypted|patched|reviewed"
    r"|tested|signed|documented|authori[sz]ed|protected|monitored))\b",
    re.I,
)
_EXAMINED = r"(?:audit|review|examination|assessment|inspection|test|exercise|sample|scan)(?:s|ing)?"
_EXAMINER = rf"(?:(?:service\s+|external\s+|internal\s+|independent\s+)?(?:auditors?|assessors?|examiners?|testers?)|{_EXAMINED})"
_FINDING = (
    r"(?:noted|notes|found|finds|identified|came\s+(?:across|upon)|come\s+(?:across|upon)|brought\s+up|turned\s+up|brought\s+to\s+light|revealed"
    r"|discovered|detected|uncovered|flagged|could\s+not|was\s+unable|were\s+unable|was\s+not\s+(?:given|shown))"
)
_REMARKED = re.compile(
    rf"\b(?:the|an|our|its|their|this|that)\s+(?:last\s+|latest\s+|most\s+recent\s+)?{_EXAMINER}\s+(?:\w+ly\s+)?{_FINDING}\b"
    rf"|\b(?:in|during|by|at)\s+(?:the|an|our|its|their|this|that)\s+(?:last\s+|latest\s+)?{_EXAMINER}\b[^.;]{{0,40}}?"
    rf"\b(?:noted|found|identified|observed|discovered|detected|exceeded|missed|fell|fail\w*|not|took|could|had|lacked)\b"
    rf"|\b(?:with|but\s+for|save\s+for)\s+{_FEW}\s+(?:\w+\s+)?(?:findings?|exceptions?|observations?|deviations?|gaps?|laps(?:es?)|nonconformit(?:y|ies))\b"
    rf"|\b(?:of|from|among)\s+(?:the\s+|a\s+sample\s+of\s+)?{_FEW}\s+[^.;,]{{0,60}}?\b(?:sampled|selected|tested|inspected|examined|reviewed)\b[^.;,]{{0,20}},?\s+{_FEW}\b"
    rf"|\b(?:was|were|been)\s+(?:exceeded|overrun|not\s+met)\b",
    re.I,
)
_PIECES = re.compile(r";\s+|,\s+(?:but|although|though|while|whereas|yet)\s+|\s+[\u2013-]\s+")
_LEANS_BACK = re.compile(
    r"(?<!unless\s)(?<!or\s)(?<!if\s)(?<!not\s)\botherwise\b(?!\s+(?:agreed|stated|specified|required|noted|provided|indicated))"
    r"|^\W*(?:(?:no|all|every|each)\s+other\b(?!\s+than)|(?:everything|everybody|everyone|nothing|nobody)\s+else\b)"
    r"|\b(?:the\s+rest\s+of|the\s+remaining|for\s+the\s+rest|in\s+all\s+else)\b"
    r"|\b(?:apart|aside|other)\s+(?:from|than)\s+(?:this|that|these|those)\b"
    r"|\b(?:but|except|save)\s+for\s+(?:this|that|these|those)\b",
    re.I,
)
_NONE = re.compile(
    r"\bno\s+(?:\w+\s+)?(?:exceptions?|deviations?|gaps?|findings?|exemptions?)\b|\bwithout\s+exceptions?\b", re.I
)
_CLAUSE = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,3}){1,4}|\d{1,2}[.)]|\([a-z0-9]{1,3}\))\s")
_PARAGRAPH = re.compile(r"\n\s*\n")


def next_of(candidate: Candidate) -> int | None:
    """Return which sentence follows in the same paragraph."""
    at = candidate.at + 1
    if at >= len(candidate.sentences) or not candidate.sentence.whole:
        return None
    following = candidate.sentences[at]
    between = candidate.page_text[candidate.sentence.end : following.start]
    apart = _PARAGRAPH.search(between) or following.heading != candidate.sentence.heading or following.lead
    return None if apart or _CLAUSE.match(following.flat) else at


def leans_on(candidate: Candidate) -> int | None:
    """Return which sentence a statement is the rest of: "The archive is open to all. No other system is."."""
    at = candidate.at - 1
    if at < 0 or not candidate.sentence.whole or not _LEANS_BACK.search(candidate.said):
        return None
    return at if next_of(replace(candidate, at=at)) == candidate.at else None


def caveat_of(candidate: Candidate) -> int | None:
    """Return which sentence takes something back from what this one says, if the next one of its paragraph does."""
    at = next_of(candidate)
    text = "" if at is None else candidate.sentences[at].flat
    if not text or _NONE.search(text) or is_planned(text) or text.endswith("?"):
        return None
    turns = _TURNS.match(text) and (denials(text) or exception(text) or _SHORT.search(text))
    return at if turns or remarks(text) else None


def remarks(text: str) -> bool:
    """Say whether words tell what whoever examined a matter found amiss: "the auditor came across one old archive"."""
    return bool(_REMARKED.search(text)) and not _NONE.search(text)


def is_remarked(candidate: Candidate) -> bool:
    """Say whether a sentence goes on to what an examiner found amiss, after it has said what holds."""
    first, rest = pieces(candidate.said)
    return not remarks(first) and remarks(rest)


def pieces(said: str) -> tuple[str, str]:
    """Part a sentence where it may turn: what it says first, and the rest, which may be nothing."""
    turn = _PIECES.search(said)
    return (said, "") if turn is None else (said[: turn.start()], said[turn.end() :])
