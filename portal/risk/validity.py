"""How long a rating holds, by tier."""

from calendar import monthrange
from datetime import date

from portal.risk.levels import Tier

VALID_MONTHS = {Tier.CRITICAL: 12, Tier.HIGH: 12, Tier.MEDIUM: 24, Tier.LOW: 36}


def valid_until(approved_on: date, tier: Tier) -> date:
    """Return the last day on which a rating of a vendor of this tier holds."""
    return months_later(approved_on, VALID_MONTHS[tier])


def standing_until(approved_on: date, stated: date, tier: Tier | None) -> date:
    """Return the last day a published rating holds: as stated, or sooner if the tier has risen since."""
    return stated if tier is None else min(stated, valid_until(approved_on, tier))


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last day if it is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))
