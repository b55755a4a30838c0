"""Which questionnaires a vendor gets, by rules that are gone through in order, each choice with its reason; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal.campaigns.choosing import Candidate
from portal.risk.levels import AccessKind, DataClass, Tier


@dataclass(frozen=True, slots=True)
class Rule:
    """Vendors of these tiers, with this data, access or service, get these questionnaires. What is empty asks nothing.

    With `last` no later rule counts for whoever fits this one.
    """

    id: UUID
    name: str
    tiers: tuple[Tier, ...] = ()
    data: tuple[DataClass, ...] = ()
    access: tuple[AccessKind, ...] = ()
    service: str = ""
    questionnaires: tuple[str, ...] = ()
    last: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One questionnaire that a vendor gets, by which rule, and why that rule fits."""

    key: str
    rule: Rule
    because: str


# What holds until somebody changes it.
DEFAULT_RULES = (
    Rule(
        UUID("5ebf9c1e-0000-4000-8000-000000000001"),
        "A closer look at who matters most",
        (Tier.CRITICAL, Tier.HIGH),
        questionnaires=("core",),
        last=True,
    ),
    Rule(UUID("5ebf9c1e-0000-4000-8000-000000000002"), "The short set for everybody else", questionnaires=("lite",)),
)
DEFAULT_MONTHS = {Tier.CRITICAL: 12, Tier.HIGH: 12, Tier.MEDIUM: 24, Tier.LOW: 36}


def choices(rules: Sequence[Rule], vendor: Candidate) -> list[Choice]:
    """Return what a vendor gets, each questionnaire once, by the first rule that asks for it."""
    found: dict[str, Choice] = {}
    for rule in rules:
        because = reason(rule, vendor)
        if because is None:
            continue
        for key in rule.questionnaires:
            found.setdefault(key, Choice(key, rule, because))
        if rule.last:
            break
    return list(found.values())


def reason(rule: Rule, vendor: Candidate) -> str | None:
    """Say why the rule fits the vendor, as what follows "because"; None when it does not."""
    parts = [
        _tier(rule, vendor),
        _any(rule.data, vendor.data, "it touches "),
        _any(rule.access, vendor.access, "it has access: "),
        _service(rule, vendor),
    ]
    if None in parts:
        return None
    return " and ".join(part for part in parts if part) or "the rule is for every vendor"


def next_due(last: date | None, months: int, on: date) -> date:
    """Return when a vendor is to be asked again: so many months after it last answered, at once when it never did."""
    if last is None:
        return on
    year, month = divmod(last.year * 12 + last.month - 1 + months, 12)
    for day in (last.day, 30, 29, 28):
        try:
            return date(year, month + 1, day)
        except ValueError:  # that month is shorter
            continue
    raise AssertionError("every month has a 28th")


def _tier(rule: Rule, vendor: Candidate) -> str | None:
    if not rule.tiers:
        return ""
    if vendor.tier not in rule.tiers:
        return None
    return f"its tier is {vendor.tier.label.partition(' · ')[2].lower()}"


def _any(
    wanted: tuple[DataClass, ...] | tuple[AccessKind, ...],
    there: frozenset[DataClass] | frozenset[AccessKind],
    words: str,
) -> str | None:
    if not wanted:
        return ""
    both = [one.label.lower() for one in wanted if one in there]
    return words + ", ".join(both) if both else None


def _service(rule: Rule, vendor: Candidate) -> str | None:
    if not rule.service:
        return ""
    words = rule.service.casefold().split()
    found = next((name for name in vendor.services if all(word in name.casefold() for word in words)), None)
    return f"it gives the service “{found}”" if found else None
