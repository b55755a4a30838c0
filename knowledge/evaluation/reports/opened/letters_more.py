"""Opened: kept apart until rules had been measured on it once. Further letters and attestations."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, said, truth


def _westmere() -> bytes:
    sheet = Sheet("WESTMERE ESCROW SERVICES, LLC", "Boise, Idaho", size=11)
    sheet.lines("April 3, 2026")
    sheet.lines("Subject: Bridge Letter for SOC 1 Type 2 Report", style="B")
    sheet.paras("""Dear Client:

We are providing this letter in connection with the SOC 1 Type 2 report on the Escrow Disbursement System for the period
January 1, 2025 through December 31, 2025 (the “Report”), which was issued by Abernathy Sloan & Kim LLP on February 20, 2026.

For the period January 1, 2026 through March 31, 2026, there have been no material changes in the control environment that would
adversely affect the conclusions reached in the Report, to the best of our knowledge.

Please contact your relationship manager with any questions. The next Report is expected to be issued in February 2027.""")
    sheet.lines("Very truly yours,", "Leon Castaneda", "Chief Financial Officer")
    return sheet.done()


WESTMERE = Report(
    "Westmere Q1-2026 letter.pdf",
    "bridge_letter",
    _westmere,
    truth(
        issuer="Westmere Escrow Services, LLC",
        subject="Westmere Escrow Services, LLC",
        period_start=day(2026, 1, 1, "January 1, 2026"),
        period_end=day(2026, 3, 31, "March 31, 2026"),
        issued=day(2026, 4, 3, "April 3, 2026"),
    ),
)


def _prismatic() -> bytes:
    sheet = Sheet(size=10.5)
    sheet.banner("SOC 2 Gap Letter", size=18)
    sheet.labelled(
        ("Company", "Prismatic Labs Corporation"),
        ("Letter date", "2026-08-31"),
        ("Last SOC 2 report", "2025-11-01 to 2026-04-30"),
        ("Gap period", "2026-05-01 to 2026-08-31"),
    )
    sheet.para("""We are not aware of material changes to the system or its controls in the gap period. This letter may not
be relied
    upon as a replacement for the SOC 2 report.""")
    return sheet.done()


PRISMATIC = Report(
    "Prismatic gap Aug.pdf",
    "bridge_letter",
    _prismatic,
    truth(
        issuer="Prismatic Labs Corporation",
        subject="Prismatic Labs Corporation",
        period_start=day(2026, 5, 1, "2026-05-01"),
        period_end=day(2026, 8, 31, "2026-08-31"),
        issued=day(2026, 8, 31, "2026-08-31"),
    ),
)


def _aoc() -> bytes:
    sheet = Sheet("Attestation of Compliance – Service Providers", "PCI DSS v4.0.1   {page}", size=9.5)
    sheet.heading("Section 1. Assessment information")
    sheet.labelled(
        ("Company Name", "Sternwarte Pay GmbH"),
        ("Country", "Germany"),
        ("Qualified Security Assessor Company", "Bollwerk QSA GmbH"),
        ("Date of AOC", "11 May 2026"),
        ("Date of on-site assessment", "13-17 April 2026"),
    )
    sheet.heading("Section 2. Scope")
    sheet.labelled(("Services assessed", "Card acquiring platform and terminal management"))
    sheet.heading("Section 3. Validation")
    sheet.para("""[x] Full compliance: all requirements of PCI DSS v4.0.1 are in place, and Sternwarte Pay GmbH is Compliant.
    [ ] Non-compliant.""")
    return sheet.done()


AOC = Report(
    "Sternwarte_AOC_v401.pdf",
    "pci_aoc",
    _aoc,
    truth(
        issuer="Bollwerk QSA GmbH",
        subject="Sternwarte Pay GmbH",
        issued=day(2026, 5, 11, "11 May 2026"),
        scope="Card acquiring platform and terminal management",
        pci_version=Planted("4.0.1", "v4.0.1"),
        compliance=said("compliant", "is Compliant"),
    ),
)


def _hipaa() -> bytes:
    sheet = Sheet("", "Page {page}", face="Times", size=11.5)
    sheet.lines("REPORT OF INDEPENDENT ACCOUNTANTS", style="B", size=13, align="C")
    sheet.paras("""To the Management of Fernbrook Claims Clearing, Inc.:

We have examined management’s assertion that Fernbrook Claims Clearing, Inc. complied with the HIPAA Security Rule requirements
set forth in 45 CFR 164.302 through 164.318 as of September 30, 2025.

In our opinion, management’s assertion is fairly stated, in all material respects.

Management represents that a business associate agreement has been executed with each covered entity served.

Yarrow & Pike CPAs LLP, Nashville, Tennessee

October 29, 2025""")
    return sheet.done()


HIPAA = Report(
    "Fernbrook HIPAA AT-C 315.pdf",
    "hipaa_statement",
    _hipaa,
    truth(
        issuer="Yarrow & Pike CPAs LLP",
        subject="Fernbrook Claims Clearing, Inc.",
        period_end=day(2025, 9, 30, "September 30, 2025"),
        issued=day(2025, 10, 29, "October 29, 2025"),
        assessor=perhaps("Yarrow & Pike CPAs LLP"),
        baa=said("signed", "a business associate agreement has been executed"),
    ),
)

REPORTS = (WESTMERE, PRISMATIC, AOC, HIPAA)
