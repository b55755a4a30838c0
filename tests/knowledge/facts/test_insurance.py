"""Tests of reading certificates of insurance, in layouts of several makers."""

import pytest

from tests.knowledge.facts.reading import read, said

ACORD = (
    """ACORD CERTIFICATE OF LIABILITY INSURANCE DATE (MM/DD/YYYY)
06/01/2026
PRODUCER CONTACT NAME: Lee Ann
Marsh & Kite Inc. PHONE
INSURED INSURER A : Evergreen Indemnity Company 12345
Gridwave Inc. INSURER B :
123 Main Street
Austin TX 78701
COVERAGES CERTIFICATE NUMBER: 77213 REVISION NUMBER:
INSR LTR TYPE OF INSURANCE ADDL SUBR POLICY NUMBER POLICY EFF POLICY EXP LIMITS
A COMMERCIAL GENERAL LIABILITY GL-889123 07/01/2026 07/01/2027 EACH OCCURRENCE $ 1,000,000
DAMAGE TO RENTED PREMISES $ 100,000
GENERAL AGGREGATE $ 2,000,000
A CYBER LIABILITY CY-551230 07/01/2026 07/01/2027 EACH CLAIM $ 5,000,000
""",
)

LABELLED = (
    """Certificate of Cyber Insurance
Insurer: Nordhavn Forsikring A/S
Insured: Fjordtech AS
Policy number: 4471-22-901
Policy period: 1 January 2026 - 31 December 2026
Limit of liability: EUR 10,000,000 per claim and in the aggregate
Deductible: EUR 100,000
Cover: Cyber liability
""",
)

LLOYDS = (
    """Lloyd's
EVIDENCE OF INSURANCE
This is to certify that insurance has been effected with certain Underwriters at Lloyd's on behalf of Loomspace Ltd.
Policy No: B0180PD2612345
Type of cover: Technology Errors & Omissions and Cyber
Period: From 1 March 2026 to 28 February 2027, both days inclusive
Limit of Indemnity: GBP 5 million any one claim
Excess: GBP 25,000 each and every claim
""",
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ACORD,
            {
                "issuer": "Evergreen Indemnity Company",
                "subject": "Gridwave Inc.",
                "period_start": "2026-07-01",
                "period_end": "2027-07-01",
                "issued": "2026-06-01",
                "limit": [
                    "USD 1000000 (cover commercial general liability)",
                    "USD 2000000 (cover commercial general liability)",
                    "USD 5000000 (cover cyber liability)",
                ],
                "policy_number": ["GL-889123", "CY-551230"],
            },
        ),
        (
            LABELLED,
            {
                "issuer": "Nordhavn Forsikring A/S",
                "subject": "Fjordtech AS",
                "period_start": "2026-01-01",
                "period_end": "2026-12-31",
                "limit": ["EUR 10000000 (cover cyber liability)"],
                "policy_number": ["4471-22-901"],
            },
        ),
        (
            LLOYDS,
            {
                "subject": "Loomspace Ltd",
                "period_start": "2026-03-01",
                "period_end": "2027-02-28",
                "limit": ["GBP 5000000 (cover technology errors & omissions and cyber)"],
                "policy_number": ["B0180PD2612345"],
            },
        ),
    ],
    ids=["acord", "labelled", "lloyds"],
)
def test_each_layout_gives_its_facts(texts: tuple[str, ...], expected: dict[str, str | list[str]]) -> None:
    """What a careful reader would take from the document is read off it, and nothing else."""
    assert expected == said(read(*texts))
