"""Says whether two statements on one matter differ: their values compared as values, each of the thing it is about; pure."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.amounts import of_its_label
from knowledge.clauses import clauses
from knowledge.deviations import is_deviation
from knowledge.hearing import Known, hear, known
from knowledge.matters import Matter, find_matter
from knowledge.outcomes import Relation
from knowledge.readings import find_reading
from knowledge.services import words_of
from knowledge.specifics import Bound, Value, ValueKind, values
from knowledge.stating import Stated, stated
from knowledge.terms import names
from knowledge.values import Agreement, agreement, comparable

_NEAR = {ValueKind.DURATION: 0.03, ValueKind.FREQUENCY: 0.03}
_ASIDE = frozenset(names(
    "our its the all each every any critical production service services platform system systems product application main core "
    "vendor company customer customers client data business such these this following in at on by set defined agreed is are "
    "time point objective recovery rto rpo hour hours minutes days year once least most security external independent "
    "financial calendar end start week month quarter"
))  # fmt: skip
_OF = re.compile(
    r"\b(?:for|of)\s+(?P<what>[^,.;:()|]{2,60}?)(?=\s+(?:is|are|was|were|must|may|shall|will|has|have|takes?|happens?|within|at|be|by|after|and|once|every|each)\b|[,.;:()|]|$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim on a matter, ready to be held against sentences: its value as written, and as the reading bounds it."""

    matter: Matter
    known: Known
    value: Value
    bounded: Value
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """A value stated on a matter, and the words for the thing it is stated of; none when it is stated of the whole."""

    value: Value
    of: frozenset[str] = frozenset()


def asked(claim: str) -> Asked | None:
    """Take a claim on one of the known matters apart; None for another, or one that states no value."""
    matter, reading = find_matter(claim), find_reading(claim)
    if matter is None or reading is None:
        return None
    taken = known(reading, stated(claim))
    bounded = {value.start: value for value in taken.claim.values}
    value = next((one for one in values(claim) if one.start in bounded), None)
    if value is None:
        return None
    least = bounded[value.start]
    return Asked(matter, taken, least if matter.promised else value, least, names(claim))


def statement(on: Asked, said: str, context: str = "", whole: bool = True) -> Statement | None:
    """Read what a sentence states on the matter, by the checks a supporting sentence has to pass; None if nothing clear."""
    if is_deviation(said) or (on.matter.barred is not None and on.matter.barred.search(said)):
        return None
    open_claim = Known(on.known.reading, replace(on.known.claim, values=()))
    for piece in dict.fromkeys((said, *clauses(said))):
        heard = hear(open_claim, piece, context, whole)
        if heard is None or heard.relation is not Relation.SUPPORTS:
            continue
        value = _one(on, piece)
        if value is not None:
            return Statement(value, thing(on, piece))
    return None


def thing(on: Asked, said: str) -> frozenset[str]:
    """Return the ideas by which a sentence names what its value belongs to: "for payment authorisation"."""
    if not on.matter.strict:
        return frozenset()
    found = {name for match in _OF.finditer(said) for name in names(_without_values(match["what"]))}
    return frozenset(found - _ASIDE - on.own)


def same_thing(one: Statement, other: Statement, service: str) -> bool:
    """Say whether two statements are of one thing; a part of the service is another thing than the service."""
    own = names(service) | frozenset(words_of(service))
    mine, theirs = one.of - own, other.of - own
    return bool(mine & theirs) or not (mine or theirs)


def differ(one: Value, other: Value) -> bool:
    """Say whether no value fulfils both, or both promise in the same way another amount: within 24 hours, within 72."""
    if not comparable(one, other) or one.kind in (ValueKind.DATE, ValueKind.SHARE):
        return False
    if one.bound is other.bound:
        return not _overlap(_spread(one), _spread(other))
    return not _overlap(_range(one), _range(other))


def falls_short(on: Asked, said: Value) -> bool:
    """Say whether what is stated breaks what is claimed: worse than claimed, and no mere way of putting the same."""
    if not comparable(on.value, said) or not differ(on.value, said):
        return False
    return agreement(on.bounded, said) is Agreement.CONFLICTS


def _one(on: Asked, said: str) -> Value | None:
    """Return the one value that is meant; of several versions accepted the oldest."""
    claim: Stated = on.known.claim
    fitting = [value for value in values(said) if comparable(on.value, value)]
    fitting = list(of_its_label(claim, on.value, said, fitting))
    if fitting and on.value.kind is ValueKind.VERSION and on.known.reading.bound is Bound.AT_LEAST:
        return min(fitting, key=lambda value: value.low)
    return fitting[0] if fitting and _agree(fitting) else None


def _agree(found: Sequence[Value]) -> bool:
    return all(_overlap(_spread(found[0]), _spread(value)) for value in found[1:])


def _without_values(text: str) -> str:
    for value in reversed(values(text)):
        text = f"{text[: value.start]} {text[value.end :]}"
    return text


def _spread(value: Value) -> tuple[float, float]:
    slack = _NEAR.get(value.kind, 0.0)
    return value.low * (1 - slack), max(value.low, value.high) * (1 + slack)


def _range(value: Value) -> tuple[float, float]:
    low, high = _spread(value)
    if value.bound is Bound.AT_MOST:
        return -math.inf, high
    return (low, math.inf) if value.bound is Bound.AT_LEAST else (low, high)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
