"""Which vendors a campaign goes to: a filter over what stands about each of them; pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from portal.core.dates import date_long
from portal.risk.levels import AccessKind, DataClass, Tier


class Status(StrEnum):
    """What of a vendor's state a filter may ask for."""

    any = "any"
    never = "never"
    nothing_open = "nothing_open"
    something_open = "something_open"
    unrated = "unrated"
    rated = "rated"

    @property
    def label(self) -> str:
        """The words in the list."""
        return _STATUS[self]


_STATUS = {
    Status.any: "In any state",
    Status.never: "Never assessed",
    Status.nothing_open: "With nothing to answer now",
    Status.something_open: "With something to answer now",
    Status.unrated: "Without a valid rating",
    Status.rated: "With a valid rating",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One vendor with what a filter or a rule may ask of it.

    `open_keys` are the questionnaires it has to answer now, `busy_keys` also those that are with the reviewers, and
    `answered` says when each was last submitted.
    """

    id: UUID
    name: str
    tier: Tier | None
    services: tuple[str, ...]
    data: frozenset[DataClass]
    reachable: bool
    assessed: date | None
    open_keys: frozenset[str]
    rated: bool
    access: frozenset[AccessKind] = frozenset()
    busy_keys: frozenset[str] = frozenset()
    answered: Mapping[str, date] = field(default_factory=dict)
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked of the vendors; what is empty asks nothing. `again`: also those who have the questionnaire open."""

    name: str = ""
    tiers: tuple[Tier, ...] = ()
    service: str = ""
    data: tuple[DataClass, ...] = ()
    status: Status = Status.any
    before: date | None = None
    again: bool = False

    @property
    def words(self) -> str:
        """What it asks, as a sentence without its stop."""
        parts = [
            f"named “{self.name}”" if self.name else "",
            f"tier {' or '.join(tier.value for tier in self.tiers)}" if self.tiers else "",
            f"with a service named “{self.service}”" if self.service else "",
            f"with {' or '.join(kind.label.lower() for kind in self.data)}" if self.data else "",
            self.status.label[0].lower() + self.status.label[1:] if self.status is not Status.any else "",
            f"not assessed since {date_long(self.before)}" if self.before else "",
        ]
        said = ", ".join(part for part in parts if part)
        return f"Vendors {said}" if said else "Every vendor"


def matching(candidates: Iterable[Candidate], wanted: Filter, questionnaire: str) -> list[Candidate]:
    """Return the vendors that the filter asks for, in the order given."""
    return [one for one in candidates if _fits(one, wanted) and (wanted.again or questionnaire not in one.open_keys)]


def _fits(one: Candidate, wanted: Filter) -> bool:
    asked_before = wanted.before is None or one.assessed is None or one.assessed < wanted.before
    return (
        _says(wanted.name, (one.name,))
        and (not wanted.tiers or one.tier in wanted.tiers)
        and _says(wanted.service, one.services)
        and (not wanted.data or bool(one.data & set(wanted.data)))
        and _TESTS[wanted.status](one)
        and asked_before
    )


def _says(words: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts holds every word."""
    parts = words.casefold().split()
    return not parts or any(all(part in text.casefold() for part in parts) for text in texts)


_TESTS: dict[Status, Callable[[Candidate], bool]] = {
    Status.any: lambda one: True,
    Status.never: lambda one: one.assessed is None,
    Status.nothing_open: lambda one: not one.open_keys,
    Status.something_open: lambda one: bool(one.open_keys),
    Status.unrated: lambda one: not one.rated,
    Status.rated: lambda one: one.rated,
}
