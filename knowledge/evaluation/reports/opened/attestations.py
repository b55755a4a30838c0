"""Opened: kept apart until rules had been measured on it once. Bridge letters, PCI attestations, HIPAA statements."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, said, truth


def _bridge() -> bytes:
    sheet = Sheet("", "finsight.ai, inc. · 55 Water Street · Tampa", size=10.5)
    sheet.lines("January 12, 2026", align="R")
    sheet.lines("SOC 2 Bridge Letter", style="B", size=15)
    sheet.paras("""Dear Valued Customer,

finsight.ai, inc. ("Finsight") retained Bramblewood Assurance LLC to perform a SOC 2 Type 2 examination of the Finsight
Forecasting Platform covering August 1, 2025 through October 31, 2025. The resulting report is dated December 2, 2025.

Finsight acknowledges that your organization may require assurance beyond the report’s end date. To the best of our knowledge
and belief, for the period of November 1, 2025 to January 12, 2026, Finsight represents that there have been no material
changes to its internal controls that would adversely affect the auditor’s opinion, and that the controls are operating
effectively.

This bridge letter is provided by management, is unaudited, and is valid only for three months.

Regards,

Prisha Raman
Chief Technology Officer, finsight.ai, inc.""")
    return sheet.done()


BRIDGE = Report(
    "Finsight_Bridge_Q1_2026.pdf",
    "bridge_letter",
    _bridge,
    truth(
        issuer="finsight.ai, inc.",
        subject="finsight.ai, inc.",
        period_start=day(2025, 11, 1, "November 1, 2025"),
        period_end=day(2026, 1, 12, "January 12, 2026"),
        issued=day(2026, 1, 12, "January 12, 2026"),
    ),
)


def _comfort() -> bytes:
    sheet = Sheet(face="Times", size=11.5)
    sheet.lines("LARKSPUR TRUST OPERATIONS", style="B", size=13)
    sheet.lines("30 June 2026")
    sheet.lines("Re: SOC 1 Type II gap (bridge) letter to 30 June 2026", style="B")
    sheet.paras("""To our clients and their auditors:

Our most recent SOC 1 Type II report was issued by Trask & Ellerby, LLP and ended on March 31, 2026. Since then, from 1 April
2026 up to and including 30 June 2026, Larkspur Trust Operations has identified no changes that would have a material effect on
the controls described in that report.

The qualification regarding Control Objective 4 has been resolved. Our next report will cover July 1, 2026 to March 31, 2027.""")
    sheet.lines("For Larkspur Trust Operations", "Odile Farrow, Director of Risk")
    return sheet.done()


COMFORT = Report(
    "letter to auditors.pdf",
    "bridge_letter",
    _comfort,
    truth(
        issuer="Larkspur Trust Operations",
        subject="Larkspur Trust Operations",
        period_start=day(2026, 4, 1, "1 April 2026"),
        period_end=day(2026, 6, 30, "30 June 2026"),
        issued=day(2026, 6, 30, "30 June 2026"),
    ),
)


def _aoc() -> bytes:
    sheet = Sheet(
        "",
        "PCI DSS v4.0.1 Attestation of Compliance for Report on Compliance – Service Providers, August 2024  Page {page}",
        size=9,
    )
    sheet.ln(40)
    sheet.banner("Payment Card Industry Data Security Standard", size=18)
    sheet.banner("Attestation of Compliance for Report on Compliance – Service Providers", size=15)
    sheet.lines("Version 4.0.1", "Publication Date: August 2024")
    sheet.leaf()
    sheet.banner("PCI DSS v4.0.1 Attestation of Compliance for Report on Compliance", size=13)
    sheet.lines(
        "Entity Name: Tollgate Card Services, Inc.", "Date of Report as noted in the Report on Compliance: 30 Sept 2025"
    )
    sheet.heading("Part 1b. Assessor", size=10)
    sheet.pairs(
        ("PCI SSC Registered Assessor(s)", "Not Applicable"),
        ("Qualified Security Assessor", ""),
        ("Company name:", "Palisade Cyber Assurance Corp."),
        ("Company mailing address:", "9 Summit Ave, Boise, ID"),
        ("Lead Assessor name:", "Hugh Lindqvist"),
        borders=True,
    )
    sheet.heading("Part 2a. Scope Verification", size=10)
    sheet.para("Services that were INCLUDED in the scope of the Assessment (select all that apply):")
    sheet.pairs(("Name of service(s) assessed:", "Tollgate Tokenization Service"), borders=True)
    sheet.ticks(
        (True, "Payment Gateway/Switch"),
        (False, "Hosting Provider"),
        (False, "Call Center"),
        (True, "Other: tokenization"),
    )
    sheet.leaf()
    sheet.heading("Section 3 Validation and Attestation Details", size=11)
    sheet.para("Part 3. PCI DSS Validation. This AOC is based on results noted in the ROC dated 30 Sept 2025.")
    sheet.para(
        "Based on the results documented in the ROC noted above, the signatories identified assert the following status:"
    )
    sheet.grid(
        (
            (
                "[ ]",
                "Compliant: All sections of the PCI DSS ROC are complete, resulting in an overall COMPLIANT rating.",
            ),
            ("[ ]", "Non-Compliant: Not all sections are complete, resulting in an overall NON-COMPLIANT rating."),
            (
                "[X]",
                """Compliant but with Legal exception: One or more assessed requirements are marked as Not in Place due to a
                legal restriction that prevents the requirement from being met.""",
            ),
        ),
        (12, 154),
        header=False,
    )
    return sheet.done()


AOC = Report(
    "TCS-AOC-SP-2025.pdf",
    "pci_aoc",
    _aoc,
    truth(
        issuer="Palisade Cyber Assurance Corp.",
        subject="Tollgate Card Services, Inc.",
        issued=day(2025, 9, 30, "30 Sept 2025"),
        scope="Tollgate Tokenization Service",
        pci_version="4.0.1",
        compliance=said("compliant with legal exception", "Compliant but with Legal exception"),
    ),
)


def _certificate() -> bytes:
    sheet = Sheet(size=11)
    sheet.centred("Wolfram & Hale Ltd", "Qualified Security Assessor Company", style="B")
    sheet.banner("Attestation of PCI DSS Compliance", size=20, align="C")
    sheet.centred("This is to confirm that")
    sheet.centred("Bluebird Donations CIC", size=16, style="B")
    sheet.centred("has been assessed as a Level 2 Service Provider against PCI DSS v4.0.1")
    sheet.centred("and was found to be COMPLIANT for the following services:")
    sheet.centred("Card donations by web form and text message", style="B")
    sheet.pairs(
        ("Date of attestation", "19/05/2026"), ("Next assessment due", "18/05/2027"), ("Reference", "WH-PCI-0616")
    )
    sheet.para("This document does not replace the Attestation of Compliance form signed by both parties.", "I")
    return sheet.done()


CERTIFICATE = Report(
    "bluebird pci.pdf",
    "pci_aoc",
    _certificate,
    truth(
        issuer="Wolfram & Hale Ltd",
        subject="Bluebird Donations CIC",
        issued=day(2026, 5, 19, "19/05/2026"),
        expires=Planted("2027-05-18", "18/05/2027", optional=True),
        scope="Card donations by web form and text message",
        pci_version=Planted("4.0.1", "v4.0.1"),
        compliance=said("compliant", "COMPLIANT"),
        service_provider_level=said("2", "Level 2 Service Provider"),
    ),
)


def _hipaa() -> bytes:
    sheet = Sheet("", "Cobalt Lane Assessors | {page}")
    sheet.ln(20)
    sheet.banner("Islander Telehealth Networks, P.B.C.", size=18)
    sheet.lines("HIPAA Attestation of Compliance", "Security Rule, Privacy Rule and Breach Notification Rule", size=13)
    sheet.lines("As of August 15, 2026")
    sheet.leaf()
    sheet.heading("Independent assessor’s statement")
    sheet.paras("""Cobalt Lane Assessors, LLC has evaluated the administrative, physical and technical safeguards of Islander
Telehealth Networks, P.B.C. against 45 CFR Parts 160 and 164 as of August 15, 2026.

In our view the safeguards are reasonable and appropriate. Islander executes Business Associate Agreements with its vendors and
makes a BAA available to its customers on request.

Cobalt Lane Assessors, LLC

September 4, 2026""")
    return sheet.done()


HIPAA = Report(
    "Islander-HIPAA-2026.pdf",
    "hipaa_statement",
    _hipaa,
    truth(
        issuer="Cobalt Lane Assessors, LLC",
        subject="Islander Telehealth Networks, P.B.C.",
        period_end=day(2026, 8, 15, "August 15, 2026"),
        issued=day(2026, 9, 4, "September 4, 2026"),
        assessor=perhaps("Cobalt Lane Assessors, LLC"),
        baa=said("offered", "makes a BAA available to its customers"),
    ),
)


def _self() -> bytes:
    sheet = Sheet(size=11)
    sheet.banner("HIPAA Compliance Statement", size=17)
    sheet.labelled(("Company", "Quillfeather Software, Inc."), ("Effective", "Jan. 5, 2026"))
    sheet.paras("""Quillfeather Software, Inc. is not a covered entity. Where customers send protected health information (PHI)
through the Quillfeather E-Signature Service, it acts as a business associate and follows the HIPAA rules.

Our safeguards were last reviewed by Marigold Privacy Consultants LLP. We will sign a Business Associate Agreement with any
customer on the Enterprise plan.

HHS does not endorse or recognize certifications.""")
    return sheet.done()


SELF = Report(
    "compliance statement jan 2026.pdf",
    "hipaa_statement",
    _self,
    truth(
        issuer="Quillfeather Software, Inc.",
        subject="Quillfeather Software, Inc.",
        issued=day(2026, 1, 5, "Jan. 5, 2026"),
        assessor="Marigold Privacy Consultants LLP",
        baa=said("offered", "We will sign a Business Associate Agreement"),
    ),
)

REPORTS = (BRIDGE, COMFORT, AOC, CERTIFICATE, HIPAA, SELF)
