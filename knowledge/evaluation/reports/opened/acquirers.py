"""Attestations for those who handle card data."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, said, truth


def _ostrich() -> bytes:
    sheet = Sheet(
        "PCI DSS v4.0.1 Attestation of Compliance for Report on Compliance - Service Providers", "{page}", size=9.5
    )
    sheet.banner("Attestation of Compliance for Report on Compliance - Service Providers", size=16)
    sheet.lines("Version 4.0.1", "Publication Date: August 2024")
    sheet.pairs(
        ("Entity Name:", "Larder Lane Vouchers, LLC"),
        ("Date of Report as noted in the Report on Compliance:", "2026-05-29"),
        ("Date Assessment Ended:", "2026-05-15"),
        width=90,
        borders=True,
    )
    sheet.heading("Section 1: Assessment Information", size=11)
    sheet.grid(
        (
            ("Part 1a. Assessed Entity", ""),
            ("Company name:", "Larder Lane Vouchers, LLC"),
            ("DBA (doing business as):", "LunchLeaf"),
            ("Company contact name / title:", "Imogen Strand / Director of Payments"),
            ("Part 1b. Assessor", ""),
            ("PCI SSC Internal Security Assessor(s): ISA name(s):", "None"),
            ("Qualified Security Assessor: Company name:", "Nightjar Card Security, Inc."),
            ("Lead Assessor name / certificate number:", "Basil Okonjo / 206-114"),
        ),
        (76, 90),
        header=False,
    )
    sheet.heading("Part 2a. Scope Verification", size=11)
    sheet.labelled(
        ("Name of service(s) assessed", "LunchLeaf card issuing and voucher redemption API"),
        ("Name of service(s) not assessed", "LunchLeaf marketing mails"),
    )
    sheet.heading("Part 2f. Third-Party Service Providers", size=11)
    sheet.grid(
        (
            ("Name of Service Provider", "Description of Services Provided", "AOC date"),
            ("Marl Hosting GmbH", "Infrastructure hosting", "2025-10-02"),
            ("Quayside Tokens Ltd", "Tokenization", "2025-08-19"),
        ),
        (60, 70, 36),
    )
    _ostrich_status(sheet)
    return sheet.done()


def _ostrich_status(sheet: Sheet) -> None:
    sheet.heading("Section 3: Validation and Attestation Details", size=11)
    sheet.para("""This AOC is based on results noted in the ROC dated (Date of Report as noted in the ROC 2026-05-29). Indicate
    below whether a full or partial PCI DSS assessment was completed:""")
    sheet.ticks(
        (
            True,
            "Full Assessment - All requirements have been assessed and therefore no requirements were marked Not Tested.",
        ),
        (False, "Partial Assessment - One or more requirements have not been assessed and were marked as Not Tested."),
    )
    sheet.ticks(
        (
            True,
            "Compliant: All sections of the PCI DSS ROC are complete, and all requirements are marked In Place or Not"
            " Applicable, resulting in an overall COMPLIANT rating.",
        ),
        (
            False,
            "Non-Compliant: One or more requirements are marked as Not in Place, resulting in an overall NON-COMPLIANT"
            " rating.",
        ),
        (False, "Compliant but with Legal exception: A legal restriction prevents a requirement from being met."),
    )
    sheet.lines(
        "Signature of Service Provider Executive Officer   Date: 2026-06-01", "Signature of Lead QSA   Date: 2026-05-29"
    )


OSTRICH = Report(
    "LunchLeaf AOC.pdf",
    "pci_aoc",
    _ostrich,
    truth(
        issuer="Nightjar Card Security, Inc.",
        subject="Larder Lane Vouchers, LLC",
        issued=Planted("2026-05-29", "2026-05-29", also=("2026-06-01",)),
        scope="LunchLeaf card issuing and voucher redemption API",
        pci_version="4.0.1",
        compliance=said("compliant", "[X] Compliant"),
    ),
)


def _tarn() -> bytes:
    sheet = Sheet(face="Times", size=11.5)
    sheet.lines("WEALD & MARSH CARD AUDIT LIMITED", style="B", size=14)
    sheet.lines("Certificate of PCI DSS validation", size=12)
    sheet.para("""We certify that Tarn Hospitality Systems plc, a Level 2 service provider, was assessed by us against the
    Payment
    Card Industry Data Security Standard, version 4.0.1. The following services were in scope: hotel booking engine; pay at
    table terminals.""")
    sheet.para("""In our assessment requirement 3.3.2 could not be met for bookings taken in one country, whose law demands
    that the
    full card number be kept. The status is Compliant with Legal Exception.""")
    sheet.para("""The report on compliance and the attestation were signed on 8 October 2025. The attestation before it was of
    9 October 2024 and was made against version 4.0.""")
    sheet.lines("Hestia Farquhar, QSA", "Weald & Marsh Card Audit Limited, Tunbridge Wells")
    return sheet.done()


TARN = Report(
    "PCI validation Tarn 2025.pdf",
    "pci_aoc",
    _tarn,
    truth(
        issuer="WEALD & MARSH CARD AUDIT LIMITED",
        subject="Tarn Hospitality Systems plc",
        issued=day(2025, 10, 8, "8 October 2025"),
        scope=Planted(
            "hotel booking engine; pay at table terminals", also=("hotel booking engine, pay at table terminals",)
        ),
        pci_version="4.0.1",
        compliance="compliant with legal exception",
        service_provider_level=said("2", "Level 2"),
    ),
)


def _rookery() -> bytes:
    sheet = Sheet("AOC - Rookery Telesales Corporation", "PCI DSS 4.0   page {page}", size=10)
    sheet.lines("Payment Card Industry (PCI) Data Security Standard", "Attestation of Compliance", size=14, style="B")
    sheet.stacked(
        ("Service Provider", "Rookery Telesales Corporation"),
        ("QSA Company", "Pemberton Glass Security, LLC"),
        ("Attestation date", "September 19, 2025"),
        ("Standard", "PCI DSS v4.0"),
        ("Validation level", "Service Provider Level 1"),
        ("Scope", "Order taking by telephone and chat"),
    )
    sheet.para("""Based on the results in the Report on Compliance of September 17, 2025, the signatories assert the
    following status
    for Rookery Telesales Corporation: NON-COMPLIANT. Not all requirements are in place.""")
    sheet.grid(
        (
            ("Requirement", "Status", "Date by which it will be met"),
            ("3.5.1.2", "Not in place", "January 31, 2026"),
            ("8.4.2", "Not in place", "December 15, 2025"),
            ("12.10.7", "In place", ""),
        ),
        (46, 50, 70),
    )
    sheet.lines("Target date for compliance: January 31, 2026")
    return sheet.done()


ROOKERY = Report(
    "Rookery PCI attestation Sept 2025.pdf",
    "pci_aoc",
    _rookery,
    truth(
        issuer="Pemberton Glass Security, LLC",
        subject="Rookery Telesales Corporation",
        issued=Planted("2025-09-19", "September 19, 2025", also=("2025-09-17",)),
        scope="Order taking by telephone and chat",
        pci_version=Planted("4.0", "PCI DSS v4.0"),
        compliance="non-compliant",
        service_provider_level=said("1", "Service Provider Level 1"),
    ),
)


def _saq() -> bytes:
    sheet = Sheet("SAQ D for Service Providers - Attestation of Compliance", "PCI DSS v4.0.1 SAQ D   {page}", size=9.5)
    sheet.banner("Self-Assessment Questionnaire D and Attestation of Compliance for Service Providers", size=15)
    sheet.lines("For use with PCI DSS Version 4.0.1")
    sheet.lines("Self-assessment completion date: 2026-02-20")
    sheet.pairs(
        ("Company Name:", "Wickerwork Donations Inc."),
        ("Company contact:", "Ezra Lindqvist, CTO"),
        ("Assessor:", "Not applicable (self-assessment)"),
        ("Services covered by this SAQ:", "Donation forms and recurring gifts for charities"),
        ("Services not covered:", "Auction night application"),
        borders=True,
        width=60,
    )
    sheet.heading("Section 3: PCI DSS Validation", size=11)
    sheet.para("This AOC is based on results noted in SAQ D (Section 2), dated 2026-02-20.")
    sheet.ticks(
        (
            True,
            "Compliant: All sections of the SAQ are complete and all requirements are in place or not applicable; thereby "
            "Wickerwork Donations Inc. has demonstrated compliance with all PCI DSS requirements in this SAQ.",
        ),
        (False, "Non-Compliant: Not all sections are complete, or one or more requirements are not in place."),
        (False, "Compliant but with Legal exception"),
    )
    sheet.lines("Signature of Service Provider Executive Officer: Ezra Lindqvist   Date: 2026-02-20")
    return sheet.done()


SAQ = Report(
    "SAQ-D_AOC_Wickerwork.pdf",
    "pci_aoc",
    _saq,
    truth(
        issuer=Planted("Wickerwork Donations Inc.", optional=True),
        subject="Wickerwork Donations Inc.",
        issued=day(2026, 2, 20, "2026-02-20"),
        scope="Donation forms and recurring gifts for charities",
        pci_version="4.0.1",
        compliance=said("compliant", "[X] Compliant"),
    ),
)

REPORTS = (OSTRICH, TARN, ROOKERY, SAQ)
