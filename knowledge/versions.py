"""Tells from facts, titles and words whether two documents are versions of the same one, and which is the newer; pure."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts import DocumentFacts, EvidenceKind, Fact, FactKey

_FORMS = r"(?:llp|llc|ltd|limited|inc|incorporated|gmbh|ag|plc|corp|corporation|co|company|bv|sa|sas|srl|ab|as|oy|pty)"
_LEGAL = re.compile(rf"\b{_FORMS}\b\.?", re.IGNORECASE)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATING = re.compile(
    rf"\b(?:v|ver|version|rev|revision|final|draft|signed|current|copy|new|updated)?\s*\d[\d. ]*\b"
    rf"|\b(?:v|version|rev|revision|final|draft|signed|current|copy|new|updated)\b|\b(?:{_MONTHS})[a-z]*\b|\.\w{{2,4}}$",
    re.IGNORECASE,
)
_COMMON = frozenset(re.findall(r"\w+", "the a an of and for in on to our its system systems service services report"))
_BY_TITLE = frozenset({EvidenceKind.POLICY, EvidenceKind.AGREEMENT, EvidenceKind.OTHER, EvidenceKind.QUESTIONNAIRE})
_LONG = frozenset({EvidenceKind.SOC_REPORT, EvidenceKind.PENETRATION_TEST})
_SAME, _OTHER = 0.8, 0.5
_NEARLY, _MOSTLY, _PARTLY = 0.8, 0.6, 0.25


class Likeness(StrEnum):
    """How sure it is that one document takes the place of another."""

    NONE = "none"
    LIKELY = "likely"
    CERTAIN = "certain"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document as far as it matters here."""

    facts: DocumentFacts
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a document takes an older one's place, and why, in words."""

    likeness: Likeness
    why: str = ""


def judged(newer: Candidate, older: Candidate, shared: float) -> Judged:
    """Say whether `newer` is the newer version of `older`; `shared` is the share of passages that both hold.

    Certain only if kind, matter and parties agree as far as both state them, and the facts say which is newer.
    """
    if newer.facts.kind is not older.facts.kind or is_newer(older, newer) or _contradict(newer, older):
        return Judged(Likeness.NONE)
    agreeing = _agreeing(newer, older)
    if shared >= _PARTLY:
        agreeing.append("most of their words" if shared >= _MOSTLY else "a good part of their words")
    if not agreeing or (shared < _PARTLY and len(agreeing) < 2 and "title" not in agreeing):
        return Judged(Likeness.NONE)
    why = f"They share {_listed(agreeing)}"
    dated = is_newer(newer, older)
    if dated:
        why += "; this one has the later date"
    certain = dated and _is_enough(newer, older, agreeing, shared) and not _unsure(newer, older)
    return Judged(Likeness.CERTAIN if certain else Likeness.LIKELY, f"{why}.")


def is_newer(one: Candidate, other: Candidate) -> bool:
    """Say whether the facts, or else the version's number, put one document after another."""
    for ours, theirs in zip(_dates(one.facts), _dates(other.facts), strict=True):
        if ours and theirs and ours != theirs:
            return ours > theirs
    mine, yours = _version(one), _version(other)
    return bool(mine and yours and mine > yours)


def _dates(facts: DocumentFacts) -> tuple[str, ...]:
    return tuple(_value(fact) for fact in (facts.period_end, facts.issued, facts.expires))


def _version(candidate: Candidate) -> tuple[int, ...]:
    stated = candidate.facts.details.get(FactKey.VERSION, ())
    digits = re.findall(r"\d+", stated[0].value) if stated else []
    named = re.search(r"(?:(?<![a-z])v|version|rev)[ ._-]?(\d+(?:\.\d+)*)", candidate.name, re.IGNORECASE)
    found = digits or (named[1].split(".") if named else [])
    return tuple(int(one) for one in found[:4])


def _contradict(one: Candidate, other: Candidate) -> bool:
    """Say whether something both state shows that they are about different things."""
    return (
        any(
            _details(one, key) and _details(other, key) and not _details(one, key) & _details(other, key) for key in _ID
        )
        or _compared(one.facts.scope, other.facts.scope) is False
        or _compared(one.facts.subject, other.facts.subject) is False
        or (one.facts.kind in _BY_TITLE and _titles(one, other) is False)
    )


_ID = (FactKey.SOC_TYPE, FactKey.STANDARD, FactKey.SITE)


def _details(candidate: Candidate, key: FactKey) -> frozenset[str]:
    """Return what is known under a key; a standard without its year, which changes from version to version."""
    values = (fact.value for fact in candidate.facts.details.get(key, ()))
    return frozenset(re.sub(r":\d{4}", "", value).casefold() for value in values)


def _agreeing(one: Candidate, other: Candidate) -> list[str]:
    """Name what both state alike."""
    named = (("issuer", "issuer"), ("subject", "subject"), ("scope", "scope"))
    agreeing = [word for name, word in named if _compared(getattr(one.facts, name), getattr(other.facts, name))]
    if _titles(one, other):
        agreeing.append("title")
    elif _names(one, other):
        agreeing.append("file name")
    agreeing += ["standard"] if _details(one, FactKey.STANDARD) & _details(other, FactKey.STANDARD) else []
    return agreeing


def _is_enough(one: Candidate, other: Candidate, agreeing: list[str], shared: float) -> bool:
    """Say whether nobody needs to look: the same scope to the word, or long texts that are nearly the same.

    Certificates and forms are alike whatever they are about, so their words count for nothing.
    """
    kind = one.facts.kind
    if kind in _BY_TITLE:
        titled = bool(_compare(_bare(one.title), _bare(other.title)))
        return kind is not EvidenceKind.OTHER and titled and shared >= _PARTLY
    scope = _plain(_value(one.facts.scope))
    same_scope = bool(scope) and scope == _plain(_value(other.facts.scope))
    return (same_scope and len(agreeing) > 1) or (kind in _LONG and shared >= _NEARLY)


def _unsure(one: Candidate, other: Candidate) -> bool:
    """Say whether a person should look: another issuer, or another type of report."""
    types = _details(one, FactKey.REPORT_TYPE), _details(other, FactKey.REPORT_TYPE)
    return _compared(one.facts.issuer, other.facts.issuer) is False or (all(types) and types[0] != types[1])


def _titles(one: Candidate, other: Candidate) -> bool | None:
    """Compare titles without dates and versions; where they do not decide, the files' names may."""
    titles = _compare(_bare(one.title), _bare(other.title))
    if titles is not None:
        return titles or (None if _names(one, other) else False)
    return _names(one, other)


def _names(one: Candidate, other: Candidate) -> bool | None:
    return _compare(_bare(one.name), _bare(other.name))


def _compared(one: Fact | None, other: Fact | None) -> bool | None:
    return _compare(_plain(_value(one)), _plain(_value(other)))


def _compare(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Say that two names are the same, are not, or that nobody can tell."""
    if not one or not other:
        return None
    share = len(one & other) / len(one | other)
    return True if share >= _SAME else False if share < _OTHER else None


def _bare(title: str) -> frozenset[str]:
    return _plain(_DATING.sub(" ", re.sub(r"[_.-]+(?=\w)", " ", title)))


def _plain(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", _LEGAL.sub(" ", name.casefold()))
    return frozenset(word for word in words if word not in _COMMON)


def _value(fact: Fact | None) -> str:
    return fact.value if fact else ""


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
