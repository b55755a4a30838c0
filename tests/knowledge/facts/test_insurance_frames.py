"""Tests of the ways in which evidence of insurance states one thing, each in a few lines."""

import pytest

from knowledge.facts import EvidenceKind
from tests.knowledge.facts.reading import read, said

TITLE = "Certificate of Insurance\n"


def _of(text: str, key: str) -> str | list[str] | None:
    return said(read(TITLE + text)).get(key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Insured: Orbit Games Limited and/or subsidiaries", "Orbit Games Limited"),
        ("Item 1. Named Insured: Longspur Scheduling Corp.\nInsurer: A Ltd", "Longspur Scheduling Corp."),
        ("Policyholder\nAarefall Genossenschaft\nInsurer\nSäntis AG", "Aarefall Genossenschaft"),
        ("At the request of our insured, Fern Works Limited, we confirm that the insurance is in force.", "Fern Works Limited"),
        ("The insured\nWe declare that Dijk Software B.V., established in Utrecht, is insured with us.", "Dijk Software B.V."),
        ("The insured:\nThis insurance has been effected with certain insurers on behalf of Loom Ltd.", "Loom Ltd"),
        ("The insured: the policies below have been issued to Quartz Labs, Inc. for the policy period.", "Quartz Labs, Inc."),
        ("INSURED INSURER(S) AFFORDING COVERAGE NAIC #\nPelican Bayou LLC, 8 Levee Rd INSURER A : Sabine", "Pelican Bayou LLC"),
        ("INSURED INSURER(S) AFFORDING COVERAGE\nINSURER A : Sabine Mutual Company\nAcme LLC INSURER B :", "Acme LLC"),
        ("The insurer confirms cover. ADDITIONAL INSURED: as required by contract", None),
    ],
)  # fmt: skip
def test_the_insured_is_found(text: str, expected: str | None) -> None:
    """The company that has the cover is read off a label, a box of a form or a sentence."""
    assert expected == _of(text, "subject")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Insured: A Ltd\nInsurance carrier: Great Plains Insurance Company", "Great Plains Insurance Company"),
        ("Insured: A Ltd\nInsurer\nSäntis Versicherung AG, St. Gallen", "Säntis Versicherung AG"),
        ("Insured: A Ltd\nUnderwritten by Granite Insurance Company", "Granite Insurance Company"),
        ("INSURED INSURER(S)\nA Ltd INSURER A : Travelers Company of America 19046", "Travelers Company of America"),
        ("INSURED INSURER(S)\nA Ltd INSURER A : One Insurance Company\nINSURER B : Other Company\n", None),
        ("INSURED INSURER(S)\nINSURER A : One Company\nA Ltd INSURER B : INSURER C :\n", "One Company"),
    ],
)
def test_the_insurer_is_found_where_there_is_one(text: str, expected: str | None) -> None:
    """One insurer is read off; of several none is the issuer."""
    assert expected == _of(text, "issuer")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Insured: A Ltd\nPolicy no. BWS/PI/0091452", ["BWS/PI/0091452"]),
        ("Insured: A Ltd\nPolicy #\nGPI-CY-0012", ["GPI-CY-0012"]),
        ("Insured: A Ltd\nPolicy\n71-220-094", ["71-220-094"]),
        ("Insured: A Ltd\nUnique Market Reference: B0999CYB2600123", ["B0999CYB2600123"]),
        ("Insured: A Ltd\nPolicy number: 22-CY-884 (renewing 21-CY-884)", ["22-CY-884"]),
        ("The insured has cover under policy no. 556.221.90 with us.", ["556.221.90"]),
        ("Insured: A Ltd\nCYBER LIABILITY SMI 4400820 04/01/2026 04/01/2027 AGGREGATE $ 1,000,000", ["SMI 4400820"]),
        ("Insured: A Ltd\nCRIME 83 SBA AB1234 04/01/2026 04/01/2027 AGGREGATE $ 1,000,000", ["83 SBA AB1234"]),
        ("Insured: A Ltd\nUMBRELLA LIAB 4400820 04/01/2026 04/01/2027 EACH OCCURRENCE $ 1,000,000", ["4400820"]),
        (
            "Insured: A Ltd\nCoverage Insurer Policy No. Term Limit\n"
            "Cyber Zen Company ZC-9981 01/15/2026 - 01/15/2027 $5,000,000\n"
            "Crime Zen Company ZE-1123 01/15/2026 - 01/15/2027 $3,000,000",
            ["ZC-9981", "ZE-1123"],
        ),
    ],
)
def test_policy_numbers_are_found(text: str, expected: list[str]) -> None:
    """Numbers of policies are read with the letters that belong to them, from labels, sentences and rows."""
    assert expected == _of(text, "policy_number")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Period: From 1 May 2026 to 30 April 2027 both days inclusive", ("2026-05-01", "2027-04-30")),
        ("Policy Period: From September 30, 2025 to September 30, 2026, 12:01 a.m.", ("2025-09-30", "2026-09-30")),
        ("Policy Period: September 30, 2025, 12:01 a.m. to September 30, 2026", ("2025-09-30", "2026-09-30")),
        ("Period of insurance From 4.00pm 30/06/2026 to 4.00pm 30/06/2027", ("2026-06-30", "2027-06-30")),
        ("Insured from\n01.01.2026\nInsured until\n31.12.2026", ("2026-01-01", "2026-12-31")),
        ("Start of insurance: 14-01-2026\nEnd of insurance: 14-01-2027", ("2026-01-14", "2027-01-14")),
        ("Effective date\nJanuary 1, 2026\nExpiration date\nJanuary 1, 2027", ("2026-01-01", "2027-01-01")),
        ("Previous period: 1 May 2024 to 1 May 2025\nCurrent period: 1 May 2025 to 1 May 2026", (None, None)),
    ],
)
def test_the_period_is_found(text: str, expected: tuple[str, str]) -> None:
    """The first and last day are read off a period with or without hours, or two labels."""
    found = said(read(f"{TITLE}Insured: A Ltd\n{text}"))

    assert expected == (found.get("period_start"), found.get("period_end"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cover limit\n$2,000,000\nDeductible\n$10,000", ["USD 2000000"]),
        ("Cyber limit: $1,000,000\nOwn risk: $5,000", ["USD 1000000 (cover cyber)"]),
        ("UMBRELLA LIAB U-1234 EACH OCCURRENCE $\n5,000,000", ["USD 5000000 (cover umbrella)"]),
        ("A COMMERCIAL GENERAL\nLIABILITY\nEACH OCCURRENCE $ 1,000,000", ["USD 1000000 (cover commercial general liability)"]),
        ("Class Professional indemnity including cyber\nLimit £2,000,000 any one claim\nExcess £1,000",
            ["GBP 2000000 (cover professional indemnity including cyber)"]),
        ("Insured against professional liability for up to EUR 2.500.000", ["EUR 2500000 (cover professional liability)"]),
        ("Cover Limits Deductible\nCrime 10 000 000 EUR per claim 5 000 EUR", ["EUR 10000000 (cover crime)"]),
        ("ABN 12 345\nLimit of indemnity $10,000,000", ["AUD 10000000"]),
        ("Sum insured: EUR 10'000'000 per year. Deductible: EUR 50'000 per event.", ["EUR 10000000"]),
        ("Annual premium: $41,350\nRetention: $25,000 each claim", None),
        ("Turnover declared: $5,000,000", None),
    ],
)  # fmt: skip
def test_limits_are_no_deductibles(text: str, expected: list[str] | None) -> None:
    """What the insurer pays at most is read off with its cover; what the insured bears or pays is not."""
    assert expected == _of(f"Insured: A Ltd\n{text}", "limit")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe Company\nCYBER POLICY\nDECLARATIONS\nInsured: A Corp.\nPolicy Number: T-1\nLimit: $5", EvidenceKind.INSURANCE),
        ("Kite Brokers Ltd\nWe confirm that the insurance is in place:\nInsurer: A plc\nPolicy: 12", EvidenceKind.INSURANCE),
        ("Cyber Insurance Quotation\nEvidence of insurance follows.\nInsurer: A plc\nInsured: B Ltd", EvidenceKind.OTHER),
        ("Vendor insurance requirements\nGive a certificate of insurance.\nInsured: the supplier", EvidenceKind.OTHER),
        ("Proposal form for cyber insurance\nCertificate of insurance to be issued.\nInsurer: A plc", EvidenceKind.OTHER),
    ],
)  # fmt: skip
def test_an_offer_is_no_evidence(text: str, expected: EvidenceKind) -> None:
    """Declarations and brokers' letters are evidence of insurance; quotations and proposals are none."""
    assert expected is read(text).kind
