"""Holds the values of a claim against those of a clause, each under its own label."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from knowledge.lexicon import LABELS, SHORT_FOR
from knowledge.outcomes import Relation, Verdicted, listed
from knowledge.polarity import Modality, Party, denials
from knowledge.specifics import Bound, Value, ValueKind, values
from knowledge.stating import Stated
from knowledge.values import Agreement, comparable, judged

_OLDEST = re.compile(r"\b(?:oldest|lowest|earliest|minimum)\b", re.I)
_REFUSED = re.compile(
    r"\b(?:reject|refus|disabl|block|den(?:y|ie)|turn(?:ed|s)?\s+away|switched\s+off|not\s+(?:accept|support|offer))",
    re.I,
)
_REFUSING = re.compile(r"\b(?:reject|refus|disabl|block|den(?:y|ie))\w*\s+(?:[\w-]+\s+){0,4}$", re.I)
_ACCEPTED = re.compile(r"(?<!not )\b(?:accept|support|allow|enabl|permit|offer)", re.I)
_PREFERRED = re.compile(r"\b(?:prefer|recommend)", re.I)
_FLOOR_AFTER = re.compile(
    r"\s*(?:(?:is|as)\s+(?:the|our)\s+(?:floor|minimum|lowest|oldest)|(?:and|or)\s+(?:later|above|newer|higher|up)\b)",
    re.I,
)
_FLOOR_BEFORE = re.compile(r"\b(?:floor|minimum|lowest|oldest)\b[^.,;]{0,30}$", re.I)
_OR = re.compile(r"\s*,?\s*or\s+(?:(?:at\s+least|else|even)\s+)?", re.I)
_FULL_COPIES = re.compile(
    r"\b(?:full|complete|whole|entire)\s+(?:(?:\w+\s+)?(?:back-?ups?|cop(?:y|ies)|dumps?|snapshots?))\b", re.I
)


def members(text: str, group: Sequence[str]) -> set[str]:
    """Return the words of a set of labels that stand in a text, written apart or with a hyphen, or cut short."""
    return {word for word in group if _written(word).search(text)}


@cache
def _written(word: str) -> re.Pattern[str]:
    short = SHORT_FOR.get(word)
    full = word.replace(" ", r"[\s-]")
    return re.compile(rf"\b(?:{full}|{short})\b" if short else rf"\b{full}\b", re.I)


def by_values(claim: Stated, clause: str, whole_party: Party) -> Verdicted | None:
    """Return what the values decide, or None where they agree with the claim."""
    said = values(clause)
    spared: set[Value] = set()
    for asked in claim.values:
        if asked in spared:
            continue
        meant = of_its_label(claim, asked, clause, [value for value in said if comparable(asked, value)])
        if not meant:
            return Relation.FALLS_SHORT, f"The document states no {asked.kind.label} to compare with {_shown(asked)}."
        if _OLDEST.search(claim.text):
            meant = _floors(clause, meant)
        instead = _alternatives(claim, asked)
        agreeing = next((each for each in (asked, *instead) if judged(each, meant) is Agreement.AGREES), None)
        if agreeing is not None:
            spared.update(instead)
            asked = agreeing
        outcome = judged(asked, meant)
        if (
            claim.modality is Modality.ADVISED
            and outcome is Agreement.AGREES
            and any(value.low != asked.low for value in meant)
        ):
            outcome = Agreement.CONFLICTS
        if outcome is Agreement.CONFLICTS and _is_kept_longer(claim, asked, meant):
            outcome = Agreement.UNDECIDED
        if outcome is Agreement.CONFLICTS and asked.kind is ValueKind.FREQUENCY and _FULL_COPIES.search(clause):
            return (
                Relation.FALLS_SHORT,
                "The document says it of full copies; what is copied in between, it does not say.",
            )
        if outcome is Agreement.CONFLICTS and not denials(clause):
            return (
                Relation.CONFLICTS,
                f"The document says {listed([_shown(value) for value in meant])}, the claim {_shown(asked)}.",
            )
        if outcome is not Agreement.AGREES:
            shown = listed([_shown(value) for value in meant])
            return (
                Relation.FALLS_SHORT,
                f"The document says {shown}, which does not settle the claim's {_shown(asked)}.",
            )
    return None


def _alternatives(claim: Stated, asked: Value) -> list[Value]:
    """Return the values that a claim would take instead: "continuously or every week" is kept where it is done weekly."""
    joined = [[value] for value in claim.values[:1]]
    for before, value in pairwise(claim.values):
        if _OR.fullmatch(claim.text[before.end : value.start]):
            joined[-1].append(value)
        else:
            joined.append([value])
    return [other for group in joined if asked in group for other in group if other is not asked]


def _floors(clause: str, meant: list[Value]) -> list[Value]:
    """Leave the oldest version still accepted: "1.2 is the floor, 1.0 and 1.1 are disabled", "anything below 1.2 is refused".

    Where an older one is named and not refused, all are left.
    """
    floors = [value for value in meant if value.kind is ValueKind.VERSION and _is_floor(clause, value)]
    if len({(value.unit, value.low) for value in floors}) != 1:
        return meant
    older = [value for value in meant if value not in floors and value.low < floors[0].low]
    if any(not _is_refused(clause, value) for value in older):
        return meant
    return [replace(value, bound=Bound.EXACTLY) for value in floors]


def _is_floor(clause: str, value: Value) -> bool:
    before, after = clause[: value.start], clause[value.end :]
    if value.bound is Bound.AT_MOST:
        return _is_refused(clause, value) or bool(_REFUSING.search(before))
    named = value.bound is Bound.AT_LEAST or _FLOOR_AFTER.match(after) or _FLOOR_BEFORE.search(before)
    return bool(named) and not _PREFERRED.search(clause)


def _is_refused(clause: str, value: Value) -> bool:
    """Say whether the words after a value refuse it, before they turn to something else or accept anything."""
    rest = re.split(r"[;.](?=\s)", clause[value.end :])[0]
    refused, accepted = _REFUSED.search(rest), _ACCEPTED.search(rest)
    return refused is not None and (accepted is None or refused.start() < accepted.start())


def _is_kept_longer(claim: Stated, asked: Value, meant: Sequence[Value]) -> bool:
    """Keeping logs longer than claimed breaks no claim by itself; a person has to judge it."""
    keeping = "retain" in claim.needs and asked.bound is Bound.EXACTLY
    return keeping and all(value.low > asked.low for value in meant)


def of_its_label(claim: Stated, asked: Value, clause: str, said: list[Value]) -> list[Value]:
    """Leave only the values that belong to the claim's own label: 'critical within 7 days, high within 30 days'."""
    if len(said) < 2:
        return said
    for group in LABELS:
        wanted = members(claim.text, group)
        if len(wanted) == 1 and len(members(clause, group)) > 1:
            word = next(iter(wanted))
            return [value for value in said if _label_of(clause, value, group, said) == word]
    return said


def _label_of(clause: str, value: Value, group: Sequence[str], said: Sequence[Value]) -> str:
    """Name the label a value belongs to: the last one before it, or the first after it when 'for' follows."""
    after = clause[value.end :]
    following = re.match(r"\s*(?:\([^)]*\)\s*)?(?:for|on|if|when|with)\b", after, re.I)
    found = [(match.start(), word) for word in group for match in _written(word).finditer(clause)]
    if following:
        later = [item for item in found if item[0] >= value.end]
        return min(later)[1] if later else ""
    earlier = [item for item in found if item[0] < value.start]
    return max(earlier)[1] if earlier else ""


def _shown(value: Value) -> str:
    flat = " ".join(value.text.split())
    return f"'{flat}'"
