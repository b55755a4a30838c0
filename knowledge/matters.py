"""The few matters on which two statements are held against each other by value: a table, precision before reach."""

import re
from dataclasses import dataclass

from knowledge.facts import FactKey


@dataclass(frozen=True, slots=True)
class Matter:
    """Something vendors state a value of; `claim` are words of the claims on it, `fact` where documents' facts hold it.

    `strict`: a value belongs to one thing of several (each service has its recovery time), so two statements differ only
    when both name the same thing; `promised`: an amount answered is promised as the least; `barred` are words of another
    matter, such as what a test reached.
    """

    label: str
    claim: re.Pattern[str]
    fact: FactKey | None = None
    strict: bool = False
    barred: re.Pattern[str] | None = None
    promised: bool = False


def _matter(
    label: str, claim: str, fact: FactKey | None = None, strict: bool = False, barred: str = "", promised: bool = False
) -> Matter:
    return Matter(label, re.compile(claim, re.I), fact, strict, re.compile(barred, re.I) if barred else None, promised)


_REACHED = r"\b(?:achiev\w+|reach\w+|actual\w*|measured|took|recovered (?:in|after)|last test|exercise)\b"
_AUTHORITY = r"\b(?:authorit(?:y|ies)|regulators?|individuals?|data subjects?|confirm\w* receipt|acknowledg\w*)\b"
MATTERS: tuple[Matter, ...] = (
    _matter("When customers are told of a breach", r"customers are notified of a breach", FactKey.NOTIFICATION_TIME,
            barred=_AUTHORITY),
    _matter("Recovery time objective", r"recovery time objective", FactKey.RTO, strict=True, barred=_REACHED),
    _matter("Recovery point objective", r"recovery point objective", FactKey.RPO, strict=True, barred=_REACHED),
    _matter("How long security logs are kept", r"security logs are kept for"),
    _matter("Notice before a new sub-processor", r"customers are told of a new sub-processor", promised=True),
    _matter("Oldest TLS version", r"oldest tls version accepted"),
    _matter("Strength of encryption at rest", r"customer data at rest is encrypted with", strict=True),
    _matter("When access of leavers ends", r"access of (?:terminated employees|leavers) is removed within"),
    _matter("When data is deleted after the contract", r"deleted within .{1,30} of the end of the contract", strict=True),
    _matter("When a request on one person's data is carried out", r"requests concerning one person's data"),
    _matter("When critical vulnerabilities are patched", r"critical vulnerabilities in production are patched"),
    _matter("How often a penetration test is done", r"carries out a penetration test", strict=True),
    _matter("How often restores are tested", r"restores from backup are tested", strict=True),
    _matter("How often privileged access is reviewed", r"privileged access rights are reviewed", strict=True),
    _matter("How often keys are rotated", r"keys that protect customer data are rotated", strict=True),
)  # fmt: skip


def find_matter(claim: str) -> Matter | None:
    """Return the matter that a claim is on, if it is one of these."""
    return next((one for one in MATTERS if one.claim.search(claim)), None)
