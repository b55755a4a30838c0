"""Attestations of card security and statements on health data, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import beside, boxed, cards, leaders, seal
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, said, truth


def _form() -> bytes:
    sheet = Sheet(
        "PCI DSS v4.0.1 Attestation of Compliance", "Report on Compliance – Service Providers r1   {page}", size=9.5
    )
    sheet.banner("Attestation of Compliance for Report on Compliance – Service Providers", size=15)
    sheet.grid(
        (
            ("Entity Name", "Foxtail Ticketing Group, Inc."),
            ("Date of Report as noted in the Report on Compliance", "2026-06-05"),
            ("Date Assessment Ended", "2026-05-29"),
        ),
        (83, 83),
        header=False,
    )
    sheet.heading("Part 1. Contact Information", size=11)
    sheet.grid(
        (
            ("Part 1a. Assessed Entity", ""),
            ("Company name", "Foxtail Ticketing Group, Inc."),
            ("Company main website", "foxtail.example"),
            ("Part 1b. Assessor", ""),
            ("Qualified Security Assessor company name", "Ledgerstone QSA, LLC"),
            ("Lead Assessor", "Maribel Quan"),
        ),
        (66, 100),
        header=False,
    )
    sheet.heading("Part 2a. Scope Verification", size=11)
    sheet.pairs(("Name of service(s) assessed", "FoxGate box office and FoxPay checkout"), borders=True, width=66)
    sheet.ticks((True, "Payment gateway"), (False, "Hosting provider"), (False, "Fraud and chargeback"))
    sheet.leaf()
    sheet.heading("Part 3. PCI DSS Validation", size=11)
    sheet.para("Based on the results documented in the ROC noted above, the following compliance status is asserted:")
    sheet.ticks(
        (False, "Compliant: All requirements are marked as being either In Place or Not Applicable."),
        (
            True,
            """Non-Compliant: Not all requirements are In Place, and Foxtail Ticketing Group, Inc. has not demonstrated
            compliance. Target Date for Compliance: 2026-09-30""",
        ),
        (False, "Compliant but with Legal exception: A legal restriction prevents a requirement from being met."),
    )
    sheet.pairs(("Service provider executive officer, date", "2026-06-08"), borders=True, width=100)
    return sheet.done()


FORM = Report(
    "Foxtail AOC June 2026.pdf",
    "pci_aoc",
    _form,
    truth(
        issuer="Ledgerstone QSA, LLC",
        subject="Foxtail Ticketing Group, Inc.",
        issued=Planted("2026-06-05", also=("2026-06-08",)),
        scope="FoxGate box office and FoxPay checkout",
        pci_version="4.0.1",
        compliance=said("non-compliant", "[X] Non-Compliant: Not all requirements are In Place"),
    ),
)


def _letter() -> bytes:
    sheet = Sheet("", "Ginkgo Card Audit GmbH, Leipzig", face="Times", size=11)
    seal(sheet, "Ginkgo Card Audit GmbH", "QSA company listed for Europe")
    sheet.lines("PCI DSS Attestation of Compliance – Summary for third parties", style="B", size=13)
    leaders(
        sheet,
        ("Assessed service provider", "Kornblume Kassensysteme GmbH"),
        ("Provider level", "2"),
        ("Standard", "PCI DSS v4.0.1"),
        ("Services in scope", "Remote maintenance of card terminals"),
        ("Attestation signed on", "14 November 2025"),
        ("Result", "Compliant"),
    )
    sheet.para("""The next assessment is due by 13 November 2026. The summary does not replace the attestation on the form of
    the Council.""")
    return sheet.done()


LETTER = Report(
    "kornblume-pci-summary.pdf",
    "pci_aoc",
    _letter,
    truth(
        issuer="Ginkgo Card Audit GmbH",
        subject="Kornblume Kassensysteme GmbH",
        issued=day(2025, 11, 14, "14 November 2025"),
        scope="Remote maintenance of card terminals",
        pci_version=Planted("4.0.1", "v4.0.1"),
        compliance=said("compliant", "Compliant"),
        service_provider_level="2",
    ),
)


def _cards() -> bytes:
    sheet = Sheet("Payment Card Industry (PCI)", "AOC for Service Providers  {page}", size=10.5)
    sheet.banner("Data Security Standard: Attestation of Compliance", size=16)
    cards(
        sheet,
        ("Service provider", "Aubergine Meals Vouchers SARL"),
        ("QSA", "Pont-Neuf Cybersécurité SAS"),
        ("DSS version", "4.0.1"),
        ("Provider level", "Level 1"),
        ("Report on Compliance dated", "23 January 2026"),
        ("Status", "COMPLIANT"),
    )
    beside(
        sheet,
        ("Covered", "Issuing and processing of prepaid meal cards"),
        ("Not covered", "Gift cards on paper"),
        (
            "Attested",
            """Aubergine Meals Vouchers SARL attests that all requirements are in place as of 23 January 2026. Pont-Neuf
            Cybersécurité SAS confirms that it carried out the assessment.""",
        ),
        ("History", "The attestation of 24 January 2025 was made under version 4.0."),
    )
    return sheet.done()


CARDS = Report(
    "AMV AOC 2026.pdf",
    "pci_aoc",
    _cards,
    truth(
        issuer="Pont-Neuf Cybersécurité SAS",
        subject="Aubergine Meals Vouchers SARL",
        issued=day(2026, 1, 23, "23 January 2026"),
        scope="Issuing and processing of prepaid meal cards",
        pci_version="4.0.1",
        compliance=said("compliant", "COMPLIANT"),
        service_provider_level=said("1", "Level 1"),
    ),
)


def _assessed() -> bytes:
    sheet = Sheet("", "Linden Street Healthcare Assurance LLP", size=10.5)
    sheet.banner("HIPAA Security Rule Attestation Report", size=17)
    cards(
        sheet,
        ("Business associate", "Saguaro Medical Transcripts, Inc."),
        ("Assessor", "Linden Street Healthcare Assurance LLP"),
        ("Issued", "August 20, 2026"),
    )
    sheet.paras("""Linden Street Healthcare Assurance LLP assessed the administrative, physical and technical safeguards of
Saguaro Medical Transcripts, Inc. against 45 CFR §§ 164.308 to 164.316 as of July 31, 2026.

We found all standards of the HIPAA Security Rule to be addressed. Two implementation specifications that are addressable were
met by other means.

We inspected the business associate agreements that Saguaro Medical Transcripts, Inc. has executed with all 214 of its
customers.""")
    return sheet.done()


ASSESSED = Report(
    "Saguaro HIPAA SR attestation.pdf",
    "hipaa_statement",
    _assessed,
    truth(
        issuer="Linden Street Healthcare Assurance LLP",
        subject="Saguaro Medical Transcripts, Inc.",
        issued=day(2026, 8, 20, "August 20, 2026"),
        period_end=day(2026, 7, 31, "July 31, 2026"),
        assessor=Planted("Linden Street Healthcare Assurance LLP", optional=True),
        baa=said("signed", "has executed with all 214 of its customers"),
    ),
)


def _own() -> bytes:
    sheet = Sheet(face="Times", size=11.5)
    sheet.banner("Our HIPAA commitment", size=19)
    boxed(sheet, "Tern Island Telecare, LLC. Last updated January 12, 2026.", style="B")
    sheet.paras("""Tern Island Telecare, LLC handles protected health information on behalf of clinics and therefore meets the
duties of a business associate under HIPAA.

Will Tern Island sign a BAA? Yes. We offer our business associate agreement to each clinic before the first visit.

Who checks? Wagoner Privacy Group, Inc. performed an independent HIPAA assessment, which was completed on November 21, 2025.

Questions go to the Privacy Officer, Desmond Achebe.""")
    return sheet.done()


OWN = Report(
    "tern-island-hipaa.pdf",
    "hipaa_statement",
    _own,
    truth(
        issuer="Tern Island Telecare, LLC",
        subject="Tern Island Telecare, LLC",
        issued=day(2026, 1, 12, "January 12, 2026"),
        period_end=day(2025, 11, 21, "November 21, 2025"),
        assessor="Wagoner Privacy Group, Inc.",
        baa=said("offered", "We offer our business associate agreement"),
    ),
)


def _officer() -> bytes:
    sheet = Sheet("MESQUITE CARE COORDINATION, INC.", "{page}", size=11)
    sheet.lines("HIPAA COMPLIANCE STATEMENT", style="B", size=15)
    sheet.pairs(
        ("Prepared by", "Harriet Lindqvist, Chief Compliance Officer"),
        ("Date", "3/16/2026"),
        ("Risk analysis finished", "2/27/2026"),
        ("BAA", "Available on request to any covered entity"),
    )
    sheet.para("""Mesquite Care Coordination, Inc. states that it complies with the Privacy, Security and Breach Notification
    Rules. No breach of unsecured protected health information occurred in 2025.""")
    return sheet.done()


OFFICER = Report(
    "Mesquite_HIPAA_2026.pdf",
    "hipaa_statement",
    _officer,
    truth(
        issuer="Mesquite Care Coordination, Inc.",
        subject="Mesquite Care Coordination, Inc.",
        issued=day(2026, 3, 16, "3/16/2026"),
        period_end=perhaps("2026-02-27", "2/27/2026"),
        baa=said("offered", "Available on request to any covered entity"),
    ),
)

REPORTS = (FORM, LETTER, CARDS, ASSESSED, OWN, OFFICER)
