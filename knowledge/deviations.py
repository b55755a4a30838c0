"""Finds what an auditor noted against a control, and the row of the test table it belongs to."""

import re
from dataclasses import replace

from knowledge.comparing import Stated
from knowledge.evidence import Candidate
from knowledge.specifics import ValueKind, values
from knowledge.terms import fills, names
from knowledge.values import Agreement, agreement, comparable

_NOTED = re.compile(
    r"\b(?:exceptions?|deviations?|nonconformit(?:y|ies)|qualif(?:ied|ication))\b.{0,40}?\b(?:noted"
    r"|identified|found|observed|raised|as\s+follows)|^\s*(?:exceptions?"
    r"|deviations?)(?:\s+noted)?\s*[:.\u2013-]"
    r"|\bdid\s+not\s+operate\s+effectively|\bnot\s+operating\s+effectively"
    r"|^\W*(?:partially|partly|not)\s+effective\b|^\W*ineffective\b",
    re.I,
)
_SHORT = re.compile(
    r"\b(?:not|no|late|after|without|lacked|lacking|missing|exceed(?:ed|ing)?|remained|still|delayed"
    r"|failed|unable|incomplete|later|beyond|overdue|skipped|missed|omitted|unattended|un(?:approved|encrypted|patched|reviewed|tested"
    r"|signed|documented|authori[sz]ed))\b",
    re.I,
)
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|a\s+single|a\s+few|several|some)"
_IN_CASES = re.compile(
    rf"\b{_FEW}\s+(?:of\s+the\s+)?(?:sampled|selected|tested|inspected|reviewed)\b"
    rf"|\b(?:in|for|on|with)\s+{_FEW}\s+(?:\w+\s+)?(?:cases?|instances?|occasions?|samples?|selections?)\b"
    r"|\b(?:inspection|inquiry|observation|tests?|testing|we|auditors?)\b[^.]{0,40}\b(?:noted|found|identified|revealed|disclosed"
    r"|showed)\s+that\b",
    re.I,
)
_OF_SAMPLE = re.compile(r"\bout\s+of\s+(?:a\s+(?:sample|population)\s+of\s+)?(?:\d{1,4}|\w+)\s", re.I)
_PERIOD = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|Q[1-4]"
    r"|(?:first|second|third|fourth|last)\s+(?:quarter|half|month))"
)
_MISSED_ONCE = re.compile(
    rf"\b{_PERIOD}\b[^.]*\b(?:was|were|could)\s+(?:not|never|\w+\s+(?:\w+\s+)?late|skipped|missed|omitted)\b"
    rf"|\b(?:was|were|could)\s+(?:not|never|skipped|missed|omitted)\b[^.]*\b(?:in|for|of)\s+(?:the\s+)?{_PERIOD}\b",
    re.I,
)
_CLEAN = re.compile(
    r"\bno\s+(?:\w+\s+)?(?:exceptions?|deviations?|nonconformit(?:y|ies))\b|\bwithout\s+(?:exceptions?|deviations?)\b",
    re.I,
)
_CONTROL = re.compile(r"\b[A-Z]{1,4}-?\d{1,2}(?:\.\d{1,2}){1,3}\b|\b[A-Z]{2,4}-\d{1,3}\b")
_WHOLLY = re.compile(
    r"\b(?:none\s+of|(?:for|of|on|by)\s+any|(?:all|each)\s+(?:of\s+)?(?:the\s+)?\d|at\s+no\s+time|(?:whole|entire)\s+period)\b",
    re.I,
)
_PARAGRAPH = re.compile(r"\n\s*\n")
ROW, BARE = 800, 4
TOLERABLE, SMALL, SMALL_TOLERABLE = 0.1, 10, 0.34


def is_deviation(text: str) -> bool:
    """Say whether a sentence notes that a control did not work every time."""
    if _CLEAN.search(text) or text.rstrip().endswith("?"):
        return False
    if _NOTED.search(text) or _MISSED_ONCE.search(text):
        return True
    shares = [value for value in values(text) if value.kind is ValueKind.SHARE and value.low > 0]
    of_some = bool(shares) or bool(_IN_CASES.search(text)) or bool(_OF_SAMPLE.search(text))
    return of_some and bool(_SHORT.search(text))


def told(candidate: Candidate) -> Candidate:
    """Return the sentence that tells what was noted: the next one where this is a bare mark ("Exception noted.")."""
    following = candidate.sentences[candidate.at + 1 : candidate.at + 2]
    bare = _NOTED.search(candidate.sentence.flat) and len(candidate.sentence.flat.split()) <= BARE
    if not bare or not following or following[0].heading != candidate.sentence.heading:
        return candidate
    between = candidate.page_text[candidate.sentence.end : following[0].start]
    apart = _PARAGRAPH.search(between) or _CONTROL.match(following[0].flat) or _CLEAN.search(following[0].flat)
    return candidate if apart else replace(candidate, at=candidate.at + 1)


def is_marked(candidate: Candidate, page_text: str) -> bool:
    """Say whether the row of a deviation says in so many words that an exception was noted."""
    start, end = row(candidate, page_text)
    return bool(_NOTED.search(" ".join(page_text[start:end].split())))


def concerns(claim: Stated, candidate: Candidate, page_text: str) -> bool:
    """Say whether the deviation is about the claim: the sentence, or its row of the table, names all the claim's ideas."""
    own = names(candidate.sentence.flat)
    if all(fills(need, own) for need in claim.needs):
        return True
    row = names(_row(candidate, page_text))
    return len(claim.needs) > 0 and all(fills(need, row) for need in claim.needs)


def violates(claim: Stated, text: str) -> bool:
    """Say whether the deviation breaks the claim rather than making an exception to it.

    A rate of more than 10 % in a sample of ten or more is beyond what auditors tolerate of a control (AICPA, Audit Sampling,
    tolerable rates of 5 to 10 %); in a smaller one more than a third is. Without a sample, a limit of the claim must be broken
    or the control missing altogether.
    """
    said = values(text)
    samples = [value for value in said if value.kind is ValueKind.SHARE and value.high > 0]
    if samples:
        return any(
            value.low / value.high > (TOLERABLE if value.high >= SMALL else SMALL_TOLERABLE) for value in samples
        )
    return bool(_WHOLLY.search(text)) or breaks_limit(claim, text)


def breaks_limit(claim: Stated, text: str) -> bool:
    """Say whether a value of the deviation breaks one that the claim states."""
    said = values(text)
    return any(
        comparable(asked, value) and agreement(asked, value) is Agreement.CONFLICTS
        for asked in claim.values
        for value in said
    )


def row(candidate: Candidate, page_text: str) -> tuple[int, int]:
    """Return where the row stands: from the last control number, or the last clean result, to the deviation."""
    start, end = candidate.sentence.start, candidate.sentence.end
    before = page_text[max(0, start - ROW) : start]
    cut = -1
    for match in _CLEAN.finditer(before):
        cut = max(cut, match.end())
    for match in _CONTROL.finditer(before):
        cut = max(cut, match.start())
    return (max(0, start - ROW) + cut if cut >= 0 else start), end


def _row(candidate: Candidate, page_text: str) -> str:
    start, end = row(candidate, page_text)
    return page_text[start:end] if start < candidate.sentence.start else f"{candidate.before} {page_text[start:end]}"
