"""Invented bridge letters, PCI attestations of compliance and HIPAA statements, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, said, truth


def _bridge() -> bytes:
    sheet = Sheet()
    sheet.lines("Tarnhollow Systems, Inc.", "400 Mill Lane", "Columbus, OH 43004", style="B")
    sheet.lines("October 5, 2026")
    sheet.lines("RE: SOC 2 Type 2 Bridge Letter")
    sheet.paras("""To whom it may concern:

Pell & Harrow LLP examined our controls and issued a SOC 2 Type 2 report for the period January 1, 2026 to June 30, 2026.
The opinion was unqualified.

This letter covers the gap from July 1, 2026 through October 5, 2026. To the best of our knowledge, there were no material
changes to the control environment described in the report, and no exceptions came to our attention that would change the
auditor’s opinion.

This letter is not a substitute for the report, and was not audited. Our next report is expected in February 2027.

Sincerely,

Maya Olufsen, Chief Information Security Officer""")
    return sheet.done()


BRIDGE = Report(
    "Tarnhollow letter Oct 2026.pdf",
    "bridge_letter",
    _bridge,
    truth(
        issuer="Tarnhollow Systems, Inc.",
        subject="Tarnhollow Systems, Inc.",
        period_start=day(2026, 7, 1, "July 1, 2026"),
        period_end=day(2026, 10, 5, "October 5, 2026"),
        issued=day(2026, 10, 5, "October 5, 2026"),
    ),
)


def _gap() -> bytes:
    sheet = Sheet("", "Ardent & Coyle Fund Services, L.P. - 1 Beacon Court, Boston MA", face="Times", size=11)
    sheet.banner("Gap Letter", size=16)
    sheet.labelled(
        ("From", "Ardent & Coyle Fund Services, L.P."),
        ("Date", "01/31/2026"),
        ("Subject", "SOC 1 report, gap period October 1, 2025 - December 31, 2025"),
    )
    sheet.paras("""Dear client,

our SOC 1 Type 2 report covers October 1, 2024 to September 30, 2025 and was issued on November 26, 2025 by
Sable Greenwood LLP. Your fiscal year ended on December 31, 2025.

For the period October 1, 2025 to December 31, 2025, management of Ardent & Coyle Fund Services, L.P. is not aware of any
material changes in, or failures of, the controls that are included in the report.

Yours truly, Ardent & Coyle Fund Services, L.P.""")
    return sheet.done()


GAP = Report(
    "gap letter 4Q25.pdf",
    "bridge_letter",
    _gap,
    truth(
        issuer="Ardent & Coyle Fund Services, L.P.",
        subject="Ardent & Coyle Fund Services, L.P.",
        period_start=day(2025, 10, 1, "October 1, 2025"),
        period_end=day(2025, 12, 31, "December 31, 2025"),
        issued=day(2026, 1, 31, "01/31/2026"),
    ),
)


def _aoc() -> bytes:
    sheet = Sheet(
        "Payment Card Industry Data Security Standard", "PCI DSS v4.0.1 AOC for ROC - Service Providers   Page {page}"
    )
    sheet.ln(20)
    sheet.banner("Attestation of Compliance for Report on Compliance – Service Providers", size=18)
    sheet.lines("Version 4.0.1", "Publication Date: August 2024")
    sheet.pairs(
        ("Entity Name:", "Coppermine Payments Ltd"),
        ("Date of Report as noted in the Report on Compliance:", "2026-04-22"),
        ("Date Assessment Ended:", "2026-04-10"),
        borders=True,
        width=75,
    )
    sheet.leaf()
    sheet.heading("Section 1: Assessment Information")
    sheet.heading("Part 1. Contact Information", size=11)
    sheet.grid(
        (
            ("Part 1a. Assessed Entity", ""),
            ("Company name:", "Coppermine Payments Ltd"),
            ("DBA (doing business as):", "Coppermine Pay"),
            ("Part 1b. Assessor", ""),
            ("Company name:", "Redoubt Assessors LLC"),
            ("Lead Assessor name:", "Ines Valderrama"),
            ("Assessor certificate number:", "QSA 203-118"),
        ),
        (65, 100),
        header=False,
    )
    sheet.heading("Part 2. Executive Summary", size=11)
    sheet.para("Part 2a. Scope Verification. Services that were INCLUDED in the scope of the assessment:")
    sheet.pairs(("Name of service(s) assessed:", "Coppermine Gateway and Coppermine Vault"), borders=True)
    sheet.pairs(("Services NOT included:", "Coppermine Lending"), borders=True)
    sheet.leaf()
    sheet.heading("Section 3: Validation and Attestation Details")
    sheet.para("This AOC is based on results noted in the ROC dated 2026-04-22.")
    sheet.ticks(
        (
            True,
            "Compliant: All sections of the ROC are complete, and Coppermine Payments Ltd has demonstrated compliance.",
        ),
        (False, "Non-Compliant: Not all requirements are in place. Target Date for Compliance:"),
        (
            False,
            "Compliant but with Legal exception: One or more requirements are marked Not in Place due to a legal bar.",
        ),
    )
    sheet.para("Signature of Service Provider Executive Officer. Date: 2026-04-24")
    return sheet.done()


AOC = Report(
    "Coppermine AOC.pdf",
    "pci_aoc",
    _aoc,
    truth(
        issuer="Redoubt Assessors LLC",
        subject=Planted("Coppermine Payments Ltd"),
        issued=Planted("2026-04-22", also=("2026-04-24",)),
        scope="Coppermine Gateway and Coppermine Vault",
        pci_version="4.0.1",
        compliance=said("compliant", "Compliant: All sections of the ROC are complete"),
    ),
)


def _aoc_letter() -> bytes:
    sheet = Sheet("", "Page {page}")
    sheet.banner("PCI DSS Attestation of Compliance", size=16)
    sheet.lines("Service Provider Level 1 - PCI DSS version 4.0")
    sheet.labelled(
        ("Service provider", "Pomelo Tickets S.A."),
        ("QSA company", "Bastide Conseil SARL"),
        ("Services covered by this assessment", "Sale of tickets by telephone and on the web"),
        ("Overall rating", "NON-COMPLIANT"),
        ("Date of this attestation", "3rd of March, 2026"),
    )
    sheet.para("""Requirements 8.4.2 and 11.3.1 are not in place. The entity expects to be compliant by 30 September 2026. The
    previous attestation dated 5 March 2025 stated compliance with version 3.2.1.""")
    return sheet.done()


AOC_LETTER = Report(
    "pomelo-pci.pdf",
    "pci_aoc",
    _aoc_letter,
    truth(
        issuer="Bastide Conseil SARL",
        subject="Pomelo Tickets S.A.",
        issued=day(2026, 3, 3, "3rd of March, 2026"),
        scope="Sale of tickets by telephone and on the web",
        pci_version="4.0",
        compliance=said("non-compliant", "NON-COMPLIANT"),
        service_provider_level=said("1", "Level 1"),
    ),
)


def _hipaa() -> bytes:
    sheet = Sheet()
    sheet.lines("Gable Ridge Compliance Advisors, LLC", style="B", size=13)
    sheet.lines("HIPAA Security and Privacy Rule Assessment – Letter of Attestation", "June 12, 2026")
    sheet.paras("""Gable Ridge Compliance Advisors, LLC was engaged by Dovetail Health Apps, Inc. to assess its compliance with
the HIPAA Security Rule (45 CFR Part 164, Subpart C) and the Breach Notification Rule as of May 31, 2026.

Based on our procedures, we conclude that Dovetail Health Apps, Inc. had implemented the required safeguards as of
May 31, 2026. The government does not recognise any certification of compliance with HIPAA.

Dovetail Health Apps, Inc. offers a Business Associate Agreement to all covered entities that use its products.""")
    return sheet.done()


HIPAA = Report(
    "Dovetail HIPAA attestation.pdf",
    "hipaa_statement",
    _hipaa,
    truth(
        issuer="Gable Ridge Compliance Advisors, LLC",
        subject="Dovetail Health Apps, Inc.",
        issued=day(2026, 6, 12, "June 12, 2026"),
        period_end=day(2026, 5, 31, "May 31, 2026"),
        assessor=perhaps("Gable Ridge Compliance Advisors, LLC"),
        baa=said("offered", "offers a Business Associate Agreement"),
    ),
)


def _hipaa_own() -> bytes:
    sheet = Sheet("SCANLINE RADIOLOGY CLOUD, INC.", "Statement of HIPAA Compliance")
    sheet.banner("Statement of HIPAA Compliance", size=17)
    sheet.paras("""Scanline Radiology Cloud, Inc. states that it meets the requirements of the Health Insurance Portability
and Accountability Act that apply to a business associate.

An independent assessment was carried out by Wrenfield Audit Group, Inc. and ended on 30 September 2025.

Scanline Radiology Cloud, Inc. has signed a business associate agreement (BAA) with each of its customers and with each
of its subcontractors who handle protected health information.

Signed: Tom Achterberg, Privacy Officer, 2025-11-03""")
    return sheet.done()


HIPAA_OWN = Report(
    "statement.pdf",
    "hipaa_statement",
    _hipaa_own,
    truth(
        issuer="Scanline Radiology Cloud, Inc.",
        subject="Scanline Radiology Cloud, Inc.",
        issued=day(2025, 11, 3, "2025-11-03"),
        period_end=day(2025, 9, 30, "30 September 2025"),
        assessor="Wrenfield Audit Group, Inc.",
        baa=said("signed", "has signed a business associate agreement"),
    ),
)

REPORTS = (BRIDGE, GAP, AOC, AOC_LETTER, HIPAA, HIPAA_OWN)
