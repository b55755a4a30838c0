"""How documents put what the question bank claims: for each claim the ways to say it, in words of any document."""

from functools import cache

from knowledge.readings import (
    access,
    continuity,
    cryptography,
    data,
    development,
    governance,
    incidents,
    logging,
    people,
    premises,
    privacy,
    suppliers,
    vulnerabilities,
)
from knowledge.readings.reading import Reading, Way

__all__ = [
    "READINGS", "Reading", "Way", "access", "continuity", "cryptography", "data", "development", "find_reading",
    "governance", "incidents", "logging", "people", "premises", "privacy", "suppliers", "vulnerabilities",
]  # fmt: skip
_AREAS = (
    governance, people, access, data, cryptography, development, vulnerabilities, logging, incidents, continuity,
    premises, privacy, suppliers,
)  # fmt: skip
READINGS: tuple[Reading, ...] = tuple(reading for area in _AREAS for reading in area.READINGS)


@cache
def find_reading(claim: str) -> Reading | None:
    """Return how documents put this claim, when it is one that the bank knows."""
    return next((reading for reading in READINGS if reading.claim.search(claim)), None)
