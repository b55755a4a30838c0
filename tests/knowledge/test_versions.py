"""Versions of one document are told from documents about other things, and a doubt is left to a person."""

from dataclasses import replace

import pytest

from knowledge.facts import DocumentFacts, EvidenceKind, Fact, FactKey
from knowledge.versions import Candidate, Likeness, is_newer, judged

K = EvidenceKind


def fact(value: str) -> Fact:
    """Make a fact."""
    return Fact(value, value, 1)


def paper(
    kind: EvidenceKind, title: str = "", name: str = "", soc: str = "", standard: str = "", **known: str
) -> Candidate:
    """Make a document of which this is known."""
    details: dict[FactKey, tuple[Fact, ...]] = {}
    for key, value in ((FactKey.SOC_TYPE, soc), (FactKey.STANDARD, standard)):
        if value:
            details[key] = (fact(value),)
    facts = DocumentFacts(kind, details=details)
    for name_, value in known.items():
        facts = replace(facts, **{name_: fact(value)})  # type: ignore[arg-type]
    return Candidate(facts, title, name)


def soc(
    end: str, scope: str = "Card Processing API", issuer: str = "Pellworth Hale LLP", soc_type: str = "SOC 2"
) -> Candidate:
    """Make a SOC report."""
    return paper(K.SOC_REPORT, soc=soc_type, period_end=end, scope=scope, issuer=issuer, subject="Helio Payments Ltd")


def certificate(expires: str, scope: str, standard: str = "ISO/IEC 27001:2022") -> Candidate:
    """Make a certificate."""
    return paper(K.ISO_CERTIFICATE, standard=standard, expires=expires, scope=scope, issuer="BSI", subject="Helio Ltd")


def policy(title: str, name: str, issued: str) -> Candidate:
    """Make a policy."""
    return paper(K.POLICY, title, name, issued=issued)


HOSTING = "Operation of the hosting platform in the Oslo data centre"
OLD_REPORT, OLD_POLICY = soc("2025-08-31"), policy("Information Security Policy", "isp-2024.pdf", "2024-03-01")


@pytest.mark.parametrize(
    ("newer", "older", "shared", "likeness"),
    [
        (soc("2026-08-31"), OLD_REPORT, 0.3, Likeness.CERTAIN),
        (soc("2026-08-31", scope="card processing API"), OLD_REPORT, 0.3, Likeness.CERTAIN),
        (soc("2026-08-31", issuer="Holt & Bray LLP"), OLD_REPORT, 0.3, Likeness.LIKELY),
        (soc("2026-08-31", scope="Payout Ledger"), OLD_REPORT, 0.9, Likeness.NONE),
        (soc("2026-08-31", soc_type="SOC 1"), OLD_REPORT, 0.9, Likeness.NONE),
        (soc("2024-08-31"), OLD_REPORT, 0.9, Likeness.NONE),
        (certificate("2028-01-31", HOSTING), certificate("2025-01-31", HOSTING), 0.9, Likeness.CERTAIN),
        (
            certificate("2028-01-31", HOSTING.replace("Oslo", "Bergen")),
            certificate("2025-01-31", HOSTING),
            0.95,
            Likeness.LIKELY,
        ),
        (
            certificate("2028-01-31", HOSTING, "ISO/IEC 27001:2022"),
            certificate("2025-01-31", HOSTING, "ISO/IEC 27001:2013"),
            0.9,
            Likeness.CERTAIN,
        ),
        (
            certificate("2028-01-31", HOSTING, "ISO/IEC 27701:2019"),
            certificate("2025-01-31", HOSTING),
            0.9,
            Likeness.NONE,
        ),
        (policy("Information Security Policy v2", "isp-2025.pdf", "2025-03-01"), OLD_POLICY, 0.7, Likeness.CERTAIN),
        (policy("Information Security Policy", "new.pdf", "2025-03-01"), OLD_POLICY, 0.05, Likeness.LIKELY),
        (policy("Access Control Policy", "acp.pdf", "2025-03-01"), OLD_POLICY, 0.3, Likeness.NONE),
        (policy("Access Control Policy", "isp-2025.pdf", "2025-03-01"), OLD_POLICY, 0.05, Likeness.NONE),
        (policy("Access Control Policy", "isp-2025.pdf", "2025-03-01"), OLD_POLICY, 0.3, Likeness.LIKELY),
        (policy("Information Security Policy", "isp.pdf", "2024-03-01"), OLD_POLICY, 0.7, Likeness.LIKELY),
        (paper(K.POLICY, "Information Security Policy"), soc("2025-01-31"), 0.9, Likeness.NONE),
        (paper(K.OTHER, "Overview", issued="2026-01-01"), paper(K.OTHER, "Overview", issued="2025-01-01"), 0.9, Likeness.LIKELY),
    ],
)  # fmt: skip
def test_what_takes_the_place_of_what(newer: Candidate, older: Candidate, shared: float, likeness: Likeness) -> None:
    """Another scope, standard, type or title is another document; a doubt is asked; only agreement decides by itself."""
    assert likeness is judged(newer, older, shared).likeness


def test_the_reason_names_what_agrees() -> None:
    """A person reads why two documents were taken for versions of one."""
    assert (
        "They share issuer, subject and scope; this one has the later date."
        == judged(soc("2026-08-31"), OLD_REPORT, 0.1).why
    )


def test_a_versions_number_decides_where_no_date_does() -> None:
    """It may stand in the file's name; what says nothing is not newer."""
    one, two = paper(K.AGREEMENT, "DPA", "DPA_v2.10.pdf"), paper(K.AGREEMENT, "DPA", "DPA_v2.9.pdf")

    assert [True, False, False] == [is_newer(one, two), is_newer(two, one), is_newer(one, one)]
