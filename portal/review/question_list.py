"""The left of the workbench: the questions by section, narrowed by a filter; pure."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.verdicts import POSSIBLE_CONFLICT, POSSIBLY_SAID
from portal.assessments.tables import Assessment
from portal.review.addresses import address
from portal.review.quotes import short_name
from portal.review.standing import Reviewed, Standing
from portal.risk.levels import VerdictState

OPEN, DECIDED, ASKED, CHANGED, MINE = "open", "decided", "asked", "changed", "mine"
CONFLICT, POSSIBLE, SAID, UNCERTAIN = "conflict", "possible_conflict", "possibly_said", "uncertain"
_FILTERS: dict[str, Callable[[Reviewed, str], bool]] = {
    OPEN: lambda one, _: one.open and not one.note,
    DECIDED: lambda one, _: one.to_decide and not one.open,
    ASKED: lambda one, _: bool(one.note),
    CHANGED: lambda one, _: bool(one.changed),
    CONFLICT: lambda one, _: bool(one.conflicts),
    POSSIBLE: lambda one, _: is_possible_conflict(one),
    SAID: lambda one, _: is_possibly_said(one),
    UNCERTAIN: lambda one, _: one.uncertain,
    MINE: lambda one, person_id: one.is_of(person_id),
}
TONES = {"supported": "ok", "contradicted": "bad", "supported_with_exception": "warn", "stale": "warn"}


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list."""

    label: str
    url: str
    count: int
    active: bool
    tone: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question in the list."""

    ref: str
    text: str
    state: VerdictState | None
    words: str
    cite: str
    mark: str
    signs: tuple[str, ...]
    url: str
    active: bool


@dataclass(frozen=True, slots=True)
class ItemSection:
    """The questions of one section that the filter leaves."""

    title: str
    note: str
    items: list[Item]


def matches(one: Reviewed, name: str, person_id: str) -> bool:
    """Say whether a question passes a filter: a verdict's name or one of `_FILTERS`."""
    if name in _FILTERS:
        return _FILTERS[name](one, person_id)
    return name not in set(VerdictState) or (one.state is not None and one.state.value == name)


def is_possible_conflict(one: Reviewed) -> bool:
    """Say whether words of a document seem to deny what is claimed, and only a person can tell."""
    return one.verdict is not None and one.verdict.reason.startswith(POSSIBLE_CONFLICT)


def is_possibly_said(one: Reviewed) -> bool:
    """Say whether words of a document seem to say what is claimed, and only a person can tell."""
    return one.verdict is not None and one.verdict.reason.startswith(POSSIBLY_SAID)


def filters_of(assessment: Assessment, review: Standing, active: str, person_id: str) -> list[Filter]:
    counts = Counter(one.state for one in review.reviewed if one.state)
    order = (
        (VerdictState.CONTRADICTED, "Contradicted"),
        (VerdictState.SUPPORTED_WITH_EXCEPTION, "Exception"),
        (VerdictState.STALE, "Stale"),
        (VerdictState.OUT_OF_SCOPE, "Out of scope"),
        (VerdictState.NOT_EVIDENCED, "Not evidenced"),
        (VerdictState.SUPPORTED, "Supported"),
    )
    rows = [("", "All", len(review.reviewed), "mute")]
    rows += [(state.value, label, counts[state], TONES.get(state.value, "mute")) for state, label in order]
    more = ((CONFLICT, "Conflicts", "bad"), (POSSIBLE, "Possible conflicts", "warn"),
            (SAID, "Possibly said", "info"), (UNCERTAIN, "Not certain", "warn"), (CHANGED, "Changed", "info"),
            (MINE, "Mine", "info"), (OPEN, "To decide", "info"), (ASKED, "Asked again", "info"))  # fmt: skip
    rows += [
        (name, label, sum(matches(one, name, person_id) for one in review.reviewed), tone) for name, label, tone in more
    ]
    return [
        Filter(label, address(assessment.id, "", name), count, name == active, tone)
        for name, label, count, tone in rows
        if count or name == active
    ]


def sections_of(
    assessment: Assessment, review: Standing, listed: list[Reviewed], chosen: Reviewed | None, name: str
) -> list[ItemSection]:
    found: dict[str, list[Reviewed]] = {}
    for one in listed:
        found.setdefault(one.answered.section.key, []).append(one)
    return [
        ItemSection(
            ones[0].answered.section.title,
            _section_note(review, key),
            [_item(assessment, one, one is chosen, name) for one in ones],
        )
        for key, ones in found.items()
    ]


def _section_note(review: Standing, key: str) -> str:
    ones = [one for one in review.reviewed if one.answered.section.key == key and one.to_decide]
    return f"{sum(not one.open for one in ones)} of {len(ones)}" if ones else ""


def _item(assessment: Assessment, one: Reviewed, active: bool, name: str) -> Item:
    quote = one.verdict.quotes[0] if one.verdict and one.verdict.quotes else None
    words = one.answered.words or ("Not answered" if not one.answered.is_answered else "")
    return Item(
        ref=one.ref,
        text=one.answered.question.text,
        state=one.state,
        words=words if len(words) <= 60 else f"{words[:59]}…",
        cite=f"{short_name(quote.document)} {quote.place}" if quote else "",
        mark="Asked again" if one.note else (one.decision.kind.label if one.decision else ""),
        signs=tuple(_signs(one)),
        url=address(assessment.id, one.ref, name),
        active=active,
    )


def _signs(one: Reviewed) -> Iterator[str]:
    if one.conflicts:
        yield f"{len(one.conflicts)} conflict{'' if len(one.conflicts) == 1 else 's'}"
    if is_possible_conflict(one):
        yield "possible conflict"
    if is_possibly_said(one):
        yield "possibly said"
    if one.uncertain:
        yield "not certain"
    if one.changed:
        yield "changed"
    if one.given_to is not None:
        yield f"for {one.given_to.person_name}"
