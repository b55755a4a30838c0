"""A service's profile and the reasons of its tier as kept in a row, and levels read back from a row."""

import msgspec

from portal.risk.codec import from_json, to_json
from portal.risk.levels import Level, Tier
from portal.risk.tiering import ServiceProfile, Tiering, TierReason


def profile_to_json(profile: ServiceProfile) -> str:
    """Write a profile for its row."""
    return to_json(profile)


def profile_from_json(text: str) -> ServiceProfile:
    """Read a profile from its row. Raises UnreadableRecord."""
    return from_json(ServiceProfile, text)


def reasons_to_json(tiering: Tiering) -> str:
    """Write the reasons of a tier for its row."""
    return msgspec.json.encode(tiering.reasons).decode()


def reasons_from_json(text: str) -> tuple[TierReason, ...]:
    """Read the reasons of a tier from its row."""
    return msgspec.json.decode(text or "[]", type=tuple[TierReason, ...])


def tier_of(text: str) -> Tier | None:
    """Return the tier kept in a row; None while it is not worked out yet."""
    return Tier(text) if text else None


def level_of(text: str) -> Level | None:
    """Return the level kept in a row; None while it is not worked out yet."""
    return Level(text) if text else None
