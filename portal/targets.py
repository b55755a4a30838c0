"""The figures to reach: where each stands among what a set measured, the floor that a prototype reached, and the aim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Figures = Mapping[str, object]


class Unit(StrEnum):
    """What a figure counts."""

    SHARE = "share"
    COUNT = "count"
    MILLISECONDS = "milliseconds"
    MEGABYTES = "megabytes"

    @property
    def label(self) -> str:
        """The sign behind the number."""
        return {"share": " %", "count": "", "milliseconds": " ms", "megabytes": " MB"}[self.value]


@dataclass(frozen=True, slots=True)
class Target:
    """A figure and what it should be: `path` leads to it, its first step being the set that measures it.

    Shares are from 0 to 1. `more` paths are added to the first one's figure. With `at_most` less is better.
    """

    what: str
    figure: str
    path: str
    floor: float | None = None
    aim: float | None = None
    unit: Unit = Unit.SHARE
    at_most: bool = False
    more: tuple[str, ...] = ()

    @property
    def set(self) -> str:
        """The set that measures it."""
        return self.path.partition(".")[0]


Standing = Literal["aim reached", "short of the aim", "below the floor", "not measured", ""]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `today` is None where the run did not measure it, which `note` explains."""

    set: str
    what: str
    figure: str
    today: float | None
    floor: float | None
    aim: float | None
    unit: Unit
    at_most: bool
    standing: Standing
    note: str = ""


def rows(targets: Iterable[Target], figures: Figures, missing: Mapping[str, str]) -> list[Row]:
    """Return the lines of the sets that ran, in the order of the targets; `missing` says why a set gave nothing."""
    return [_row(target, figures, missing) for target in targets if target.set in figures or target.set in missing]


def _row(target: Target, figures: Figures, missing: Mapping[str, str]) -> Row:
    today = _total(target, figures)
    note = "" if today is not None else missing.get(target.set, _why(target, figures))
    return Row(
        target.set,
        target.what,
        target.figure,
        today,
        target.floor,
        target.aim,
        target.unit,
        target.at_most,
        _standing(target, today),
        note,
    )


def _total(target: Target, figures: Figures) -> float | None:
    found = [_at(path, figures) for path in (target.path, *target.more)]
    numbers = [float(each) for each in found if isinstance(each, int | float)]
    return sum(numbers) if len(numbers) == len(found) else None


def _why(target: Target, figures: Figures) -> str:
    """Say why a set that ran gave no figure: the first words that stand on the way to it, or that it was not measured."""
    steps = target.path.split(".")
    told = [_at(".".join(steps[:end]), figures) for end in range(1, len(steps) + 1)]
    return next((each for each in told if isinstance(each, str)), "not measured in this run")


def _at(path: str, figures: Figures) -> object:
    found: object = figures
    for step in path.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _standing(target: Target, today: float | None) -> Standing:
    if today is None:
        return "not measured"
    if target.aim is not None and _reaches(today, target.aim, target.at_most):
        return "aim reached"
    if target.floor is not None and not _reaches(today, target.floor, target.at_most):
        return "below the floor"
    return "" if target.aim is None else "short of the aim"


def _reaches(today: float, wanted: float, at_most: bool) -> bool:
    return today <= wanted if at_most else today >= wanted
