"""Forms of campaigns."""

import re
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from portal.campaigns.choice import Rule
from portal.campaigns.choosing import Filter, Status
from portal.campaigns.starting import Plan
from portal.risk.levels import AccessKind, DataClass, Tier

_DAYS = re.compile(r"(?:\s*\d{1,3}\s*(?:,\s*\d{1,3}\s*)*)?")
DEFAULTS = {"remind_before": "7, 1", "remind_after": "1, 7", "escalate_after": "7", "status": Status.any.value}


def days_problem(value: object) -> str:
    """Return a sentence when these are no days with commas between, else an empty string."""
    return "" if _DAYS.fullmatch(str(value)) else "Reminders: please write days with commas between, like 7, 1."


def escalation_problem(value: object) -> str:
    """Return a sentence when this is no number of days a person may wait, else an empty string."""
    fits = isinstance(value, int) and 1 <= value <= 365
    return "" if fits else "Owner told after: please write a number of days from 1 to 365."


@dataclass(frozen=True, slots=True)
class FilterForm:
    """Which vendors are asked for."""

    name: str = field(default="", metadata={"label": "Vendor named", "limit": 100})
    tiers: tuple[Tier, ...] = field(default=(), metadata={"label": "Tier"})
    service: str = field(default="", metadata={"label": "Service named", "limit": 100})
    data: tuple[DataClass, ...] = field(default=(), metadata={"label": "Data"})
    status: Status = field(default=Status.any, metadata={"label": "State"})
    before: date | None = field(default=None, metadata={"label": "Not assessed since"})
    again: bool = False

    @property
    def filter(self) -> Filter:
        """The filter that is meant."""
        return Filter(self.name, self.tiers, self.service, self.data, self.status, self.before, self.again)


@dataclass(frozen=True, slots=True)
class PlanForm:
    """What is sent until when, and how is reminded."""

    title: str = field(metadata={"label": "Name", "limit": 200})
    questionnaire: str = field(metadata={"label": "Questionnaire", "limit": 120})
    due: date = field(metadata={"label": "Due date"})
    message: str = field(default="", metadata={"label": "Message", "limit": 4000})
    remind_before: str = field(default="", metadata={"label": "Days before", "limit": 40, "check": days_problem})
    remind_after: str = field(default="", metadata={"label": "Days after", "limit": 40, "check": days_problem})
    escalate_after: int | None = field(
        default=None, metadata={"label": "Owner told after", "check": escalation_problem}
    )

    @property
    def plan(self) -> Plan:
        """The plan that is meant."""
        return Plan(
            self.title,
            self.questionnaire,
            self.due,
            self.message,
            _days(self.remind_before),
            _days(self.remind_after),
            self.escalate_after,
        )


@dataclass(frozen=True, slots=True)
class ExtendForm:
    """Another day."""

    due: date = field(metadata={"label": "Due date"})


@dataclass(frozen=True, slots=True)
class CancelForm:
    """Why it is called off; the vendors read it."""

    reason: str = field(metadata={"label": "Reason", "limit": 1000})


def _days(text: str) -> tuple[int, ...]:
    return tuple(day for part in text.split(",") if part.strip() for day in [int(part)] if day)


@dataclass(frozen=True, slots=True)
class RuleForm:
    """A rule as a person writes it."""

    name: str = field(metadata={"label": "Name", "limit": 120})
    tiers: tuple[Tier, ...] = field(default=(), metadata={"label": "Tier"})
    data: tuple[DataClass, ...] = field(default=(), metadata={"label": "Data"})
    access: tuple[AccessKind, ...] = field(default=(), metadata={"label": "Access"})
    service: str = field(default="", metadata={"label": "Service named", "limit": 100})
    questionnaires: tuple[str, ...] = field(default=(), metadata={"label": "Questionnaires", "limit": 120})
    last: bool = False

    def rule(self, rule_id: UUID) -> Rule:
        """The rule that is meant."""
        return Rule(
            rule_id, self.name, self.tiers, self.data, self.access, self.service, self.questionnaires, self.last
        )


@dataclass(frozen=True, slots=True)
class MoveForm:
    """In which direction a rule goes."""

    up: bool = False


def months_problem(value: object) -> str:
    """Return a sentence when this is no number of months, else an empty string."""
    return "" if isinstance(value, int) and 0 <= value <= 120 else "Months: please write a number from 0 to 120."


@dataclass(frozen=True, slots=True)
class CadenceForm:
    """After how many months each tier is assessed again."""

    tier_1: int = field(metadata={"label": "Tier 1", "check": months_problem})
    tier_2: int = field(metadata={"label": "Tier 2", "check": months_problem})
    tier_3: int = field(metadata={"label": "Tier 3", "check": months_problem})
    tier_4: int = field(metadata={"label": "Tier 4", "check": months_problem})

    @property
    def months(self) -> dict[Tier, int]:
        """The months by tier."""
        return dict(zip(Tier, (self.tier_1, self.tier_2, self.tier_3, self.tier_4), strict=True))


@dataclass(frozen=True, slots=True)
class ProposedForm:
    """Which of the proposals are asked, until when; `all` takes every one of them."""

    due: date = field(metadata={"label": "Due date"})
    marks: tuple[str, ...] = field(default=(), metadata={"label": "Vendors", "limit": 200})
    all: bool = False
    title: str = field(default="", metadata={"label": "Name", "limit": 100})
    message: str = field(default="", metadata={"label": "Message", "limit": 4000})
    remind_before: str = field(default="", metadata={"label": "Days before", "limit": 40, "check": days_problem})
    remind_after: str = field(default="", metadata={"label": "Days after", "limit": 40, "check": days_problem})
    escalate_after: int | None = field(
        default=None, metadata={"label": "Owner told after", "check": escalation_problem}
    )

    @property
    def plan(self) -> Plan:
        """The plan that is meant, whatever the questionnaire."""
        return Plan(
            self.title,
            "",
            self.due,
            self.message,
            _days(self.remind_before),
            _days(self.remind_after),
            self.escalate_after,
        )
