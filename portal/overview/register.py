"""The register's filters, searches and orders over the vendors; pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode

from portal.core.clock import today
from portal.overview.portfolio import Standing
from portal.risk.levels import DataClass, Tier

PAGE = 50


class Show(StrEnum):
    """Which vendors the register shows."""

    all = "all"
    tier_1 = "tier-1"
    tier_2 = "tier-2"
    payment = "payment"
    personal = "personal"
    contradicted = "contradicted"
    overdue = "overdue"
    review = "review"
    expiring = "expiring"
    findings = "findings"
    rated = "rated"
    unrated = "unrated"
    archived = "archived"

    @property
    def label(self) -> str:
        """The words on its chip."""
        return _LABELS.get(self, self.value.capitalize())

    @property
    def tone(self) -> str:
        """The chip's tone."""
        return {"contradicted": "bad", "overdue": "bad", "expiring": "warn"}.get(self.value, "mute")


_LABELS = {
    Show.tier_1: "Tier 1",
    Show.tier_2: "Tier 2",
    Show.payment: "Payment data",
    Show.personal: "Personal data",
    Show.review: "To review",
    Show.findings: "Open findings",
    Show.rated: "Rated and valid",
    Show.unrated: "Not rated",
}


class Sort(StrEnum):
    """By what the register is sorted."""

    vendor = "vendor"
    tier = "tier"
    rating = "rating"
    residual = "residual"
    evidence = "evidence"
    valid = "valid"

    @property
    def label(self) -> str:
        """The column's head."""
        return {"evidence": "Answers against evidence", "valid": "Valid until"}.get(self.value, self.value.capitalize())


# Columns whose first order puts the worst on top: a falling one.
WORST_FIRST = frozenset({Sort.rating, Sort.residual, Sort.evidence})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader asked the register for."""

    search: str = ""
    show: Show = Show.all
    sort: Sort = Sort.residual
    reverse: bool = False
    page: int = 1

    def url(self, **changed: object) -> str:
        """Return the address of the register with something changed."""
        values = {
            "q": self.search, "show": self.show, "sort": self.sort, "desc": "1" if self.reverse else "", "page": self.page
        } | changed  # fmt: skip
        plain = {"q": "", "show": "all", "sort": "residual", "desc": "", "page": "1"}
        said = {name: str(value) for name, value in values.items() if str(value) != plain[name]}
        return "/vendors" + (f"?{urlencode(said)}" if said else "")


def wanted(search: str, show: str, sort: str, desc: str, page: int) -> Wanted:
    """Read what an address asks for; what makes no sense is left at its default."""
    return Wanted(
        search.strip()[:100],
        Show(show) if show in list(Show) else Show.all,
        Sort(sort) if sort in list(Sort) else Sort.residual,
        desc == "1",
        max(1, page),
    )


def is_shown(standing: Standing, show: Show) -> bool:
    """Whether a vendor belongs to a filter; archived vendors belong to their own only."""
    if standing.vendor.archived:
        return show is Show.archived
    return _TESTS[show](standing)


def found(standing: Standing, search: str) -> bool:
    """Whether every word of the search stands in the vendor's names, services, summary or website."""
    vendor = standing.vendor
    text = " ".join((vendor.name, vendor.slug, vendor.summary, vendor.website, *standing.services)).casefold()
    return all(word in text for word in search.casefold().split())


def in_order(standings: Sequence[Standing], sort: Sort, reverse: bool) -> list[Standing]:
    """Return the vendors in order, those with nothing to sort by always last."""
    key = _KEYS[sort]
    with_key = [standing for standing in standings if key(standing) is not None]
    without = [standing for standing in standings if key(standing) is None]
    with_key.sort(key=lambda standing: key(standing) or (), reverse=reverse)
    return with_key + without


def counts(standings: Sequence[Standing]) -> dict[Show, int]:
    """Return how many vendors each filter shows."""
    return {show: sum(is_shown(standing, show) for standing in standings) for show in Show}


_TESTS: dict[Show, Callable[[Standing], bool]] = {
    Show.all: lambda one: True,
    Show.tier_1: lambda one: one.tier is Tier.CRITICAL,
    Show.tier_2: lambda one: one.tier is Tier.HIGH,
    Show.payment: lambda one: DataClass.PAYMENT in one.data,
    Show.personal: lambda one: bool({DataClass.PERSONAL, DataClass.SPECIAL} & one.data),
    Show.contradicted: lambda one: one.contradicted > 0,
    Show.overdue: lambda one: any(work.overdue for work in one.works),
    Show.review: lambda one: any(work.to_review for work in one.works),
    Show.expiring: lambda one: bool(one.expiring),
    Show.findings: lambda one: one.findings > 0,
    Show.rated: lambda one: one.rated is not None and one.rated.valid,
    Show.unrated: lambda one: one.rated is None or not one.rated.valid,
    Show.archived: lambda one: False,
}

_Key = tuple[int | str | date, ...]


def _by_residual(one: Standing) -> _Key | None:
    # Most risk first; what is not rated yet follows, the most critical tier first.
    tier = one.tier.number if one.tier else 9
    return (0, -one.rated.residual.rank, tier, _name(one)) if one.rated else (1, tier, 0, _name(one))


def _name(one: Standing) -> str:
    return str(one.vendor.name).casefold()


_KEYS: dict[Sort, Callable[[Standing], _Key | None]] = {
    Sort.vendor: lambda one: (_name(one),),
    Sort.tier: lambda one: (one.tier.number, _name(one)) if one.tier else None,
    Sort.rating: lambda one: (-one.rated.grade.rank, _name(one)) if one.rated else None,
    Sort.residual: _by_residual,
    Sort.evidence: lambda one: (-one.contradicted, _name(one)) if one.work else None,
    Sort.valid: lambda one: (one.rated.valid_until or today(), _name(one)) if one.rated else None,
}
