"""Reads what an auditor's test of a control came to: only words that say so make it clean, whatever else stands there is not."""

import re

from knowledge.evidence import Candidate

_PROCEDURE = re.compile(
    r"^(?:tests?(?:\s+(?:performed|applied|procedures?))?\s*[:.\u2013-]?\s*)?(?:(?:for|from|on|in|with)\s+[^.]{0,80}?,\s*|we\s+|the\s+(?:service\s+)?auditors?\s+)?"
    r"(?:inspect|observ|inquir|enquir|select|re-?perform|compar|examin|review|obtain|test|sampl|interview|corroborat|trac|recalculat|re-calculat"
    r"|ascertain|verif|check|attempt|ask|determin|validat|confirm|walk|scan|quer|search|watch|interrogat|count)(?:n?ed|s|ed|ied|ies|ing|d|e|es)?\b"
    r"|^(?:tests?(?:\s+(?:performed|applied))?\s*[:.\u2013-]?\s*)?[A-Z][a-z]+ed\s+(?:the|an?|all|each|every|both|whether|that|for|\d+|two|three|four|five|ten)\b",
    re.I,
)
_CLEAN = re.compile(
    r"\b(?:no|without)\s+(?:any\s+)?(?:\w+\s+)?(?:exceptions?|deviations?|nonconformit(?:y|ies)|findings?|issues?|differences?|anomal(?:y|ies)"
    r"|discrepanc(?:y|ies))\b|^\W*(?:results?\s*[:.\u2013-]?\s*)?(?:none(?:\s+(?:noted|identified|found|observed))?|pass(?:ed)?|clean|effective|satisfactory"
    r"|conform(?:s|ing)?|ok|met|operating\s+effectively|n/?a|not\s+applicable)\b|\b(?:is|was|were|are)\s+operating\s+effectively\b|\boperated\s+effectively\b",
    re.I,
)
_TESTED = re.compile(
    r"\btests?\b.{0,80}?\b(?:results?|outcomes?|conclusions?)\b|\bresults?\s+of\s+(?:the\s+)?tests?", re.I | re.S
)
_NUMBER = re.compile(r"^[ \t]*(?:[A-Z]{1,4}-?\d{1,2}(?:\.\d{1,2}){1,3}(?:-\d{1,3})?|[A-Z]{2,4}-\d{1,3})\b", re.M)
BEFORE, REACH = 300, 900


def result_of(candidate: Candidate) -> int | None:
    """Return which sentence of its page tells what the test of a control came to, when it is not said to be clean.

    None where the sentence is no control in a table of tests, where its result stands on another page, and where it is clean.
    """
    following = _row(candidate)
    tests = [at for at in following if _PROCEDURE.match(candidate.sentences[at].flat)]
    if not tests:
        return None
    results = [at for at in following if at > tests[0] and at not in tests]
    told = (candidate.sentences[at] for at in (*tests, *results))
    return None if not results or any(_CLEAN.search(sentence.flat) for sentence in told) else results[0]


def is_tested(candidate: Candidate) -> bool:
    """Say whether a sentence is a control in a table of tests."""
    return bool(_row(candidate))


def is_numbered(said: str) -> bool:
    """Say whether words begin with the number of a control."""
    return bool(_NUMBER.match(said))


def _row(candidate: Candidate) -> list[int]:
    """Return the sentences after this one in the row of its control."""
    text, sentence = candidate.page_text, candidate.sentence
    start = sentence.start
    if not _TESTED.search(text) or not _NUMBER.search(text, max(0, start - BEFORE), sentence.end):
        return []
    following = _NUMBER.search(text, sentence.end)
    end = min(following.start() if following else len(text), sentence.end + REACH)
    return [at for at in range(candidate.at + 1, len(candidate.sentences)) if candidate.sentences[at].start < end]
