"""The risk matrix: likelihood 1 to 5 and impact 1 to 4 give a level.

A qualitative matrix in the manner of NIST SP 800-30 Rev. 1, Appendix I (Table I-2, level of risk from likelihood and
impact), cut to four impact rows and four levels, and read more strictly than there at the upper right.
"""

from portal.risk.errors import OutOfRange
from portal.risk.levels import Level

MAX_LIKELIHOOD = 5
MAX_IMPACT = 4

_L, _M, _H, _C = Level.LOW, Level.MEDIUM, Level.HIGH, Level.CRITICAL

# One row an impact, 1 to 4; in it one cell a likelihood, 1 to 5.
TABLE: tuple[tuple[Level, ...], ...] = (
    (_L, _L, _L, _M, _M),
    (_L, _L, _M, _M, _H),
    (_L, _M, _M, _H, _C),
    (_M, _M, _H, _C, _C),
)

LIKELIHOOD_WORDS = ("Very unlikely", "Unlikely", "Possible", "Likely", "Very likely")
IMPACT_WORDS = ("Minor", "Moderate", "Serious", "Severe")


def cell(likelihood: int, impact: int) -> Level:
    """Return the level of risk at a likelihood (1 to 5) and an impact (1 to 4)."""
    checked(likelihood, impact)
    return TABLE[impact - 1][likelihood - 1]


def shade(likelihood: int, impact: int) -> int:
    """Return how deep to colour a cell, 1 to 8: its distance from the least corner."""
    checked(likelihood, impact)
    return likelihood + impact - 1


def checked(likelihood: int, impact: int) -> None:
    """Refuse a place outside the matrix."""
    if not 1 <= likelihood <= MAX_LIKELIHOOD:
        raise OutOfRange("Likelihood", likelihood, 1, MAX_LIKELIHOOD)
    if not 1 <= impact <= MAX_IMPACT:
        raise OutOfRange("Impact", impact, 1, MAX_IMPACT)
