"""Decides claims about policies, plans and named officers from the lines that open a document."""

import re
from collections.abc import Sequence
from datetime import date

from knowledge.facts import EvidenceKind
from knowledge.facts.dates import dates
from knowledge.papers import Paper
from knowledge.specifics import ValueKind, values
from knowledge.verdicts import VerdictState, Weighed

_POLICY = re.compile(r"\binformation\s+security\s+polic(?:y|ies)\b|\bsecurity\s+policy\b", re.I)
_APPROVED = re.compile(
    r"\b(?:approved|adopted|signed\s+off|endorsed|ratified)\s+by\s*:?\s+(?P<who>[^\n.]{3,120})", re.I
)
_TOP = re.compile(
    r"\b(?:chief\s+executive|ceo|managing\s+director|board|top\s+management|senior\s+management"
    r"|executive\s+(?:board|committee"
    r"|team|management)|management\s+board|president|founder)\b",
    re.I,
)
_REVIEWED = re.compile(
    r"\b(?:last|latest|most\s+recent(?:ly)?)\s+(?:review(?:ed)?|update[d]?|approv(?:al|ed))\s*(?:date"
    r"|on)?\s*:?\s*(?P<day>[^\n]{4,40})"
    r"|\b(?:reviewed|review\s+date)\s*(?:on)?\s*:?\s*(?P<other>\d[^\n]{4,40})",
    re.I,
)
_PLANS = (
    (re.compile(r"incident", re.I), re.compile(r"\bincident\s+(?:response|management|handling)\s+(?:plan|policy"
                                               r"|procedure|process)\b", re.I)),
    (re.compile(r"continuity|recovery", re.I),
     re.compile(r"\b(?:business\s+)?continuity\s+(?:and\s+(?:disaster\s+)?recovery\s+)?plan\b"
                r"|\bdisaster\s+recovery\s+plan\b", re.I)),
)  # fmt: skip
_WRITTEN = (EvidenceKind.POLICY, EvidenceKind.OTHER)
_NAMED = re.compile(
    r"\b(?P<which>[\w-]+)\s+(?:polic(?:y|ies)|plan|register|list|procedure|standard|guideline)\s+(?:was|were|is|has\s+been)\s+$",
    re.I,
)
_ITSELF = ("security", "this", "the", "our")


def approved(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide that top management has approved the information security policy."""
    for paper in _policies(papers, today):
        for match, quote in paper.matching(_APPROVED):
            if _TOP.search(match["who"]):
                reason = f"'{paper.name}' names who approved it."
                return Weighed(VerdictState.SUPPORTED, reason, (quote,), 0.8)
    return None


def last_reviewed(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide on which day the information security policy was last reviewed."""
    asked = [value for value in values(claim) if value.kind is ValueKind.DATE and value.unit == "day"]
    for paper in _policies(papers, today):
        for match, quote in paper.matching(_REVIEWED):
            found = dates(match["day"] or match["other"])
            if not found or len(asked) != 1 or _is_of_another(match):
                continue
            said = found[0].last
            if said.year * 10000 + said.month * 100 + said.day == int(asked[0].low):
                return Weighed(VerdictState.SUPPORTED, f"'{paper.name}' states the same day.", (quote,), 0.8)
            reason = f"'{paper.name}' says {said.isoformat()}, the claim '{asked[0].text}'."
            return Weighed(VerdictState.NOT_EVIDENCED, reason, (quote,), None)
    return None


def _is_of_another(match: re.Match[str]) -> bool:
    """Say whether the words right before name another document: "the travel policy was last reviewed on"."""
    named = _NAMED.search(match.string[max(0, match.start() - 60) : match.start()])
    return named is not None and named["which"].lower() not in _ITSELF


def written_plan(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide that a plan is written down: a document of that title is the plan; else sentences have to say it."""
    wanted = next((title for asked, title in _PLANS if asked.search(claim)), None)
    if wanted is None:
        return None
    for paper in papers:
        if paper.facts.kind not in _WRITTEN or paper.is_stale(today) or not wanted.search(paper.title):
            continue
        titles = [(_beside(match), quote) for match, quote in paper.matching(wanted) if quote.page == 1]
        if titles:
            title = min(titles, key=lambda one: one[0])[1]
            return Weighed(VerdictState.SUPPORTED, f"'{paper.name}' is the written plan.", (title,), 0.8)
    return None


def _beside(match: re.Match[str]) -> int:
    """Count what stands beside a match on its line: a title stands alone, a running head does not."""
    before, after = match.string[: match.start()].rsplit("\n", 1)[-1], match.string[match.end() :].split("\n", 1)[0]
    return len(before.strip()) + len(after.strip())


def _policies(papers: Sequence[Paper], today: date) -> list[Paper]:
    """Return the information security policies, those still valid first."""
    found = [paper for paper in papers if paper.is_kind(EvidenceKind.POLICY) and _POLICY.search(paper.title)]
    return sorted((paper for paper in found if not paper.is_stale(today)), key=lambda paper: paper.name)
