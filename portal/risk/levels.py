"""The closed lists that tiers, ratings and the gate are made of."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A closed list whose members have a label for pages and a rank by order of definition, the first being 0."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from its stored text and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @property
    def rank(self) -> int:
        """Place in the list, for comparing: text comparison of members means nothing."""
        return list(type(self)).index(self)


class Level(Labelled):
    """How much risk, from least to most."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"
    CRITICAL = "critical", "Critical"


class Tier(Labelled):
    """How closely a vendor is looked at, the closest first."""

    CRITICAL = "1", "1 · Critical"
    HIGH = "2", "2 · High"
    MEDIUM = "3", "3 · Medium"
    LOW = "4", "4 · Low"

    @property
    def number(self) -> int:
        """The tier as people say it: 1 to 4."""
        return int(self.value)


class Grade(Labelled):
    """The letter of a rating, the best first."""

    A = "A", "A · Strong"
    B = "B", "B · Good"
    C = "C", "C · Fair"
    D = "D", "D · Weak"
    E = "E", "E · Poor"
    F = "F", "F · Failing"


class Severity(Labelled):
    """How bad a finding is, from least to most."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"
    CRITICAL = "critical", "Critical"


class FindingState(Labelled):
    """Where a finding stands as far as the rating is concerned, the best first."""

    REMEDIATED = "remediated", "Remediated"
    ACCEPTED = "accepted", "Risk accepted"
    OPEN = "open", "Open"


class GateDecision(Labelled):
    """What procurement may do."""

    ALLOWED = "allowed", "Allowed"
    ALLOWED_WITH_CONDITIONS = "allowed_with_conditions", "Allowed with conditions"
    BLOCKED = "blocked", "Blocked"
    EXPIRED = "expired", "Expired"


class DataClass(Labelled):
    """Kinds of data that a service touches."""

    NONE = "none", "No data of ours"
    INTERNAL = "internal", "Internal data"
    PERSONAL = "personal", "Personal data"
    SPECIAL = "special", "Special categories (health and the like)"
    PAYMENT = "payment", "Payment data"
    CREDENTIALS = "credentials", "Credentials and keys"


class Records(Labelled):
    """How many records of people or accounts a service holds, in bands."""

    NONE = "none", "None"
    HUNDREDS = "hundreds", "Fewer than 1,000"
    THOUSANDS = "thousands", "1,000 to 99,999"
    HUNDRED_THOUSANDS = "hundred_thousands", "100,000 to 999,999"
    MILLIONS = "millions", "1 million or more"


class AccessKind(Labelled):
    """How far into our systems a service reaches, from least to most."""

    NONE = "none", "No access"
    DATA_ONLY = "data_only", "Receives data, no access to systems"
    NETWORK = "network", "Access to our network"
    PRODUCTION = "production", "Access to production systems"
    PRIVILEGED = "privileged", "Privileged (administrator) access"


class Criticality(Labelled):
    """How long we can do without a service, the longest first."""

    MONTHS = "months", "A month or longer"
    WEEKS = "weeks", "A week or longer"
    DAYS = "days", "A few days"
    HOURS = "hours", "Hours at most"


class Replaceability(Labelled):
    """How long it takes to move to another vendor, the shortest first."""

    EASY = "easy", "Within a month"
    MODERATE = "moderate", "Within half a year"
    HARD = "hard", "Longer, or no alternative"


class AnswerState(Labelled):
    """What a question brings to the score."""

    ANSWERED = "answered", "Answered"
    UNANSWERED = "unanswered", "Not answered"
    NOT_APPLICABLE = "not_applicable", "Not applicable"
    NOT_SCORED = "not_scored", "Not scored"


class VerdictState(Labelled):
    """What the evidence says about an answer, the best first."""

    SUPPORTED = "supported", "Supported"
    SUPPORTED_WITH_EXCEPTION = "supported_with_exception", "Supported with exception"
    STALE = "stale", "Stale"
    OUT_OF_SCOPE = "out_of_scope", "Out of scope"
    NOT_EVIDENCED = "not_evidenced", "Not evidenced"
    CONTRADICTED = "contradicted", "Contradicted"


class ReviewDecision(Labelled):
    """What the reviewer said about a verdict."""

    AGREED = "agreed", "Agreed"
    OVERRULED = "overruled", "Overruled"


class Confidence(Labelled):
    """How much of a rating rests on checked evidence, the most first."""

    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    LOW = "low", "Low"


class Owner(Labelled):
    """Who has to meet a condition."""

    VENDOR = "vendor", "Vendor"
    REVIEWER = "reviewer", "Reviewer"
    PROCUREMENT = "procurement", "Procurement"
