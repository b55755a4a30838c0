"""Opened: kept apart until rules had been measured on it once. Certificates of insurance."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, said, truth


def _acord() -> bytes:
    sheet = Sheet("", "Form 25 (2016/03)      All rights reserved.", size=8.5)
    sheet.lines("CERTIFICATE OF LIABILITY INSURANCE", style="B", size=14)
    sheet.lines("DATE (MM/DD/YYYY)", "11/03/2025", align="R")
    sheet.para("""IMPORTANT: If the certificate holder is an ADDITIONAL INSURED, the policy(ies) must have ADDITIONAL INSURED
    provisions or be endorsed.""")
    sheet.grid(
        (
            ("PRODUCER Hoskins Risk Partners, Des Moines", "CONTACT NAME: Carla Nunez PHONE: 515-555-0100"),
            (
                "INSURED Crestline Data, Inc. 1200 Locust St, Des Moines, IA",
                "INSURER A: Meridian Specialty Insurance Company",
            ),
        ),
        (83, 83),
        header=False,
    )
    sheet.grid(
        (
            ("INSR", "TYPE OF INSURANCE", "POLICY NUMBER", "EFF", "EXP", "LIMITS"),
            (
                "A",
                "COMMERCIAL GENERAL LIABILITY",
                "MSP-7003321-05",
                "10/15/2025",
                "10/15/2026",
                "EACH OCCURRENCE $ 1,000,000",
            ),
            ("A", "CYBER LIABILITY", "MSP-7003321-05", "10/15/2025", "10/15/2026", "AGGREGATE $ 3,000,000"),
        ),
        (10, 46, 34, 22, 22, 40),
        size=8,
    )
    sheet.lines("CERTIFICATE HOLDER", "Larkspur Bancorp", "CANCELLATION")
    sheet.para(
        "SHOULD ANY OF THE ABOVE DESCRIBED POLICIES BE CANCELLED BEFORE THE EXPIRATION DATE THEREOF, NOTICE WILL BE DELIVERED."
    )
    return sheet.done()


ACORD = Report(
    "Crestline_Larkspur_Bancorp_25-26_Master.pdf",
    "insurance",
    _acord,
    truth(
        issuer="Meridian Specialty Insurance Company",
        subject="Crestline Data, Inc.",
        period_start=day(2025, 10, 15, "10/15/2025"),
        period_end=day(2026, 10, 15, "10/15/2026"),
        issued=Planted("2025-11-03", "11/03/2025", optional=True),
        limit=(
            said("USD 1000000", "$ 1,000,000", cover="commercial general liability"),
            said("USD 3000000", "$ 3,000,000", cover="cyber liability"),
        ),
        policy_number="MSP-7003321-05",
    ),
)


def _evidence() -> bytes:
    sheet = Sheet(
        "Evidence of Insurance", "Albion & Tyne Insurance Company Limited is authorised by the regulator. {page}"
    )
    sheet.pairs(
        ("Name of Insured", "Garrick & Son Document Storage Ltd"),
        ("Insurer", "Albion & Tyne Insurance Company Limited"),
        ("Policy Number", "AT/CYB/44019/26"),
        ("Class of business", "Cyber, data and privacy"),
        ("Inception date", "1st January 2026"),
        ("Expiry date", "31st December 2026"),
        ("Limit of Indemnity", "GBP 5,000,000 each and every claim"),
        ("Excess", "GBP 10,000"),
    )
    sheet.para(
        "The cover stated is subject to the policy’s terms, conditions and exceptions. Issued on 19 December 2025."
    )
    return sheet.done()


EVIDENCE = Report(
    "EOI Garrick 2026.pdf",
    "insurance",
    _evidence,
    truth(
        issuer="Albion & Tyne Insurance Company Limited",
        subject="Garrick & Son Document Storage Ltd",
        period_start=day(2026, 1, 1, "1st January 2026"),
        period_end=day(2026, 12, 31, "31st December 2026"),
        issued=Planted("2025-12-19", "19 December 2025", optional=True),
        limit=said("GBP 5000000", "GBP 5,000,000", cover="cyber, data and privacy | cyber"),
        policy_number="AT/CYB/44019/26",
    ),
)


def _letter() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("Rückhalt Versicherung AG · Zürich", style="B")
    sheet.lines("Zürich, 9 March 2026", align="R")
    sheet.lines("Insurance confirmation", style="B", size=13)
    sheet.paras("""Rückhalt Versicherung AG, as insurer, hereby confirms that Logiphare SAS has taken out a cyber insurance policy
(policy no. 14.882.301) with a sum insured of CHF 4 million per event and per year.

The policy is in force from 1 March 2026 until 28 February 2027. The broker is Courtage Rhône SA.""")
    return sheet.done()


LETTER = Report(
    "attestation assurance logiphare.pdf",
    "insurance",
    _letter,
    truth(
        issuer="Rückhalt Versicherung AG",
        subject="Logiphare SAS",
        period_start=day(2026, 3, 1, "1 March 2026"),
        period_end=day(2027, 2, 28, "28 February 2027"),
        issued=Planted("2026-03-09", "9 March 2026", optional=True),
        limit=said("CHF 4000000", "CHF 4 million", cover="cyber | cyber insurance | cyber liability"),
        policy_number="14.882.301",
    ),
)

REPORTS = (ACORD, EVIDENCE, LETTER)
