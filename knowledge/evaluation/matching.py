"""Holds the facts read off a document against the planted ones: which are right, missed and wrong."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.evaluation.reports.truth import ANY, OR, Planted, Truth
from knowledge.facts import DocumentFacts, Fact

SINGLE = ("issuer", "subject", "period_start", "period_end", "issued", "expires", "opinion", "scope")
PARTS: Mapping[str, tuple[str, ...]] = {
    "exceptions": ("control", "response"),
    "cuec": ("number",),
    "subservice": ("method", "service"),
    "severity_count": ("open",),
    "party": ("role",),
    "subprocessor": ("service", "location"),
    "limit": ("cover",),
    "rto": ("kind",),
    "rpo": ("kind",),
}
"""The parts that are judged, each like a fact of its own, once their fact was found."""
NEEDED = {"severity_count": "found"}
"""A part without which its fact says nothing: both must agree."""
_LONG = frozenset(("scope", "exceptions", "cuec", "site", "response", "service", "cover"))
_NAMES = frozenset(
    ("issuer", "subject", "assessor", "party", "subprocessor", "subservice", "owner", "approved_by", "accreditation")
)
_FORMS = re.compile(
    r"inc|incorporated|llc|llp|pllc|lp|ltd|limited|plc|corp|corporation|co|company|pc|cpas?|pty|kk"
    r"|gmbh|mbh|ug|ag|kg|se|sa|sas|sarl|srl|sl|spa|bv|nv|ab|as|aps|oyj?|pbc|cic|&"
)
_ARTICLES = frozenset(("the", "a", "an"))
_ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class Slip:
    """A planted fact that was missed, or a fact that is wrong."""

    document: str
    key: str
    value: str


@dataclass(slots=True)
class Score:
    """What came of one document: right facts by key, and the slips."""

    right: Counter[str] = field(default_factory=Counter)
    missed: list[Slip] = field(default_factory=list)
    wrong: list[Slip] = field(default_factory=list)


def by_key(found: DocumentFacts) -> dict[str, tuple[Fact, ...]]:
    """Lay out all facts of a document by key."""
    single = {key: (fact,) for key in SINGLE if (fact := getattr(found, key)) is not None}
    details = {str(key): several for key, several in found.details.items()}
    return {**single, "exceptions": found.exceptions, **details}


def score(document: str, kind: str, truth: Truth, found: DocumentFacts) -> Score:
    """Compare all facts of a document, its kind among them."""
    total = Score()
    if found.kind == kind:
        total.right["kind"] += 1
    else:
        total.missed.append(Slip(document, "kind", kind))
        total.wrong.append(Slip(document, "kind", str(found.kind)))
    facts = by_key(found)
    for key in dict.fromkeys((*truth, *facts)):
        _compare(document, key, truth.get(key, ()), facts.get(key, ()), total)
    return total


def _compare(document: str, key: str, planted: Sequence[Planted], facts: Sequence[Fact], total: Score) -> None:
    pairs = _paired(key, planted, facts)
    for at, fact_at in pairs.items():
        if not planted[at].optional:
            total.right[key] += 1
            _compare_parts(document, key, planted[at], facts[fact_at], total)
    for at, one in enumerate(planted):
        if at not in pairs and not one.optional:
            total.missed.append(Slip(document, key, _told(key, one.value, one.parts)))
    taken = set(pairs.values())
    total.wrong += [Slip(document, key, _told(key, f.value, f.parts)) for n, f in enumerate(facts) if n not in taken]


def _paired(key: str, planted: Sequence[Planted], facts: Sequence[Fact]) -> dict[int, int]:
    """Pair each planted fact with one that says the same; first those that must be there and whose parts agree best."""
    fits = [
        (one.optional, -_agreeing(key, one, fact), at, fact_at)
        for at, one in enumerate(planted)
        for fact_at, fact in enumerate(facts)
        if _is_same(key, one, fact)
    ]
    pairs: dict[int, int] = {}
    for _, _, at, fact_at in sorted(fits):
        if at not in pairs and fact_at not in pairs.values():
            pairs[at] = fact_at
    return pairs


def _is_same(key: str, planted: Planted, fact: Fact) -> bool:
    needed = NEEDED.get(key)
    if needed and planted.parts.get(needed) != fact.parts.get(needed):
        return False
    return any(same(key, value, fact.value) for value in (planted.value, *planted.also))


def _agreeing(key: str, planted: Planted, fact: Fact) -> int:
    return sum(
        any(same(name, one, fact.parts.get(name, "")) for one in planted.parts.get(name, "").split(OR) if one)
        for name in PARTS.get(key, ())
    )


def _compare_parts(document: str, key: str, planted: Planted, fact: Fact, total: Score) -> None:
    for name in PARTS.get(key, ()):
        wanted, got, label = planted.parts.get(name, ""), fact.parts.get(name, ""), f"{key}.{name}"
        if wanted == ANY:
            continue
        if got and any(same(name, one, got) for one in wanted.split(OR)):
            total.right[label] += 1
            continue
        if wanted:
            total.missed.append(Slip(document, label, wanted))
        if got:
            total.wrong.append(Slip(document, label, got))


def _told(key: str, value: str, parts: Mapping[str, str]) -> str:
    needed = NEEDED.get(key)
    return f"{value} {parts.get(needed, '')}" if needed else value


def same(key: str, wanted: str, got: str) -> bool:
    """Tell whether two values say the same: long texts mostly the same words, names without their legal form."""
    if key in _LONG:
        return overlap(wanted, got) >= _ENOUGH
    if key in _NAMES:
        return _name(wanted) == _name(got)
    return _plain(wanted) == _plain(got)


def overlap(one: str, two: str) -> float:
    """Measure how far two texts have the same words, from 0 to 1 (F1 over words, articles left out)."""
    first, second = Counter(_words(one)), Counter(_words(two))
    both = (first & second).total()
    return 2 * both / (first.total() + second.total()) if both else 0.0


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[\w%]+", text.casefold()) if word not in _ARTICLES]


def _name(text: str) -> list[str]:
    words = re.sub(r"[.,'’\"“”()]", "", text.casefold()).replace(" and ", " & ").split()
    bare = [word for word in words if not _FORMS.fullmatch(word) and word not in _ARTICLES]
    return bare or words


def _plain(text: str) -> str:
    return re.sub(r"^v(?:ersion)?\.?\s*(?=\d)", "", " ".join(text.casefold().split()).strip(" .,;:"))
