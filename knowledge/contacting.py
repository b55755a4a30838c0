"""Decides claims about who answers for privacy, and at which address the security team is reached at any hour."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.citations import Quote
from knowledge.papers import Paper
from knowledge.polarity import denials
from knowledge.verdicts import POSSIBLE_CONFLICT, VerdictState, Weighed

_PERSON = r"[A-Z][\w'\u2019-]+(?: (?:[a-z]{2,3} ){0,3}[A-Z][\w'\u2019-]+){1,4}"
_NAME = re.compile(rf"\bis\s+(?P<name>{_PERSON})")
_ROLE = r"(?:data[ \t]+protection[ \t]+(?:officer|lead)|privacy[ \t]+(?:officer|lead)|\bdpo\b)"
_ROLES = rf"{_ROLE}(?:[ \t]+(?:or|and)[ \t]+{_ROLE})?"
_TITLE = r"(?-i:(?:[A-Z][\w-]+ ){1,4}and )?"  # "General Counsel and ..."
_VACANT = re.compile(
    rf"{_ROLE}[^.;\n]{{0,60}}?\b(?:no[ \t]+such[ \t]+(?:person|role)|(?:is|remains)[ \t]+(?:vacant|unfilled)"
    rf"|(?:not|never)[ \t]+(?:yet[ \t]+)?(?:been[ \t]+)?(?:appointed|named|designated))\b[^.;\n]{{0,60}}",
    re.I,
)
_IF = re.compile(r"\b(?:if|where|when|unless|in[ \t]+case|suppliers?|customers?|that|who|which)\b", re.I)
_NAMES = re.compile(rf"(?i:{_ROLES}[ \t]{{0,3}}(?:\bis\b|:)[ \t]{{1,3}})(?P<name>{_PERSON})")
_CHANGED = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|deput(?:y|ies)|replaced|reports?\s+to|until|interim|assistant)\b", re.I
)
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\+\d[\d ()/-]{6,18}\d")
_ANY_HOUR = re.compile(
    r"\b(?:at\s+any\s+hour|at\s+all\s+(?:hours|times)|around\s+the\s+clock|day\s+and\s+night|every\s+hour\s+of\s+the\s+day"
    r"|24\s?[x\u00d7/*]\s?7\b|24x7x365|24/7/365|24\s+hours\s+a\s+day)",
    re.I,
)
_SOME_HOURS = re.compile(
    r"\b(?:(?:business|office|working)\s+hours|(?:on|during)\s+(?:business|working)\s+days|weekdays|monday\s+to\s+friday"
    r"|(?:nine|9(?:\s?am)?|09:00)\s?(?:to|and|-|\u2013)\s?(?:five|5(?:\s?pm)?|17(?::00)?|18(?::00)?))\b",
    re.I,
)
_SECURITY = re.compile(r"\b(?:security|incidents?|emergenc(?:y|ies)|vulnerabilit(?:y|ies)|breach(?:es)?)\b", re.I)
_OTHER_MATTER = re.compile(r"\b(?:and|but|while|whereas|support|sales|service\s+desk|press|monitored)\b", re.I)
_AROUND = 160
OFFICER = ("data protection", "privacy", "DPO")


def sought_by(claim: str) -> tuple[str, ...]:
    """Return what a page has to hold to be worth reading for a claim about a person or an address."""
    address = _ADDRESS.search(claim)
    return (address.group().strip(),) if address else OFFICER


def officer(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide who the data protection officer is: name and role stand side by side, or the role is said to be nobody's."""
    named = _NAME.search(claim)
    if named is None:
        return None
    name = r"[ \t]+".join(re.escape(word) for word in named["name"].split())
    beside = re.compile(
        rf"{name}[ \t,(\u2013-]{{1,4}}(?:(?:is|acts[ \t]+as|as)[ \t]+)?(?:(?:the|our)[ \t]+)?"
        rf"{_TITLE}{_ROLES}"
        rf"|(?m:^)[ \t]*{name}[ \t]*\n[ \t]*{_TITLE}{_ROLES}"
        rf"|{_ROLES}[ \t]{{0,3}}(?:\bis\b|[:,(\u2013-])?[ \t]{{1,3}}{name}",
        re.I,
    )
    current = [paper for paper in papers if not paper.is_stale(today)]
    if quote := next((one for one in _found(current, beside) if not _CHANGED.search(_line(one, current))), None):
        return Weighed(VerdictState.SUPPORTED, f"'{quote.document}' names the same person.", (quote,), 0.8)
    if quote := next((one for one in _found(current, _VACANT) if not _IF.search(_line(one, current))), None):
        return Weighed(VerdictState.CONTRADICTED, f"'{quote.document}' says that nobody is.", (quote,), 0.7)
    if quote := next((one for one in _found(current, _NAMES) if not _CHANGED.search(_line(one, current))), None):
        reason = f"{POSSIBLE_CONFLICT}: '{quote.document}' names another person; a person has to read it."
        return Weighed(VerdictState.NOT_EVIDENCED, reason, (quote,), None)
    return None


def reached(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Decide that an address is read at any hour: the words around it say so, or name hours, and speak of nothing else."""
    address = _ADDRESS.search(claim)
    if address is None:
        return None
    plain = re.escape(address.group().strip())
    around = re.compile(
        rf"(?:[^\s.!?](?:[^.!?\n]|(?<=[a-z,])\n){{0,{_AROUND}}})?"
        rf"(?<![\w.+-])(?i:{plain})(?:(?:[^.!?\n]|\n(?=[a-z(])){{0,{_AROUND}}}[^\s.!?])?"
    )
    for quote in _found([paper for paper in papers if not paper.is_stale(today)], around):
        rest = quote.text.replace(address.group().strip(), " ")
        some, any_hour = _SOME_HOURS.search(rest), _ANY_HOUR.search(rest)
        besides = _SOME_HOURS.sub(" ", _ANY_HOUR.sub(" ", rest))
        if (denials(rest) and any_hour) or _OTHER_MATTER.search(besides) or "@" in rest:
            continue
        if some and not any_hour:
            reason = f"'{quote.document}' says that it is read at some hours only."
            return Weighed(VerdictState.CONTRADICTED, reason, (quote,), 0.7)
        if any_hour and not some and _SECURITY.search(rest):
            return Weighed(VerdictState.SUPPORTED, f"'{quote.document}' says the same.", (quote,), 0.8)
    return None


def _line(quote: Quote, papers: Sequence[Paper]) -> str:
    """Return the line of the page that a quote stands on."""
    text = next(dict(paper.pages)[quote.page] for paper in papers if paper.document_id == quote.document_id)
    end = text.find("\n", quote.end)
    return text[text.rfind("\n", 0, quote.start) + 1 : len(text) if end < 0 else end]


def _found(papers: Sequence[Paper], pattern: re.Pattern[str]) -> Iterator[Quote]:
    return (quote for paper in papers for _, quote in paper.matching(pattern))
