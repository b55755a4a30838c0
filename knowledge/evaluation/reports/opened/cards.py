"""Attestations of compliance for card data."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, said, truth


def _form() -> bytes:
    sheet = Sheet(
        "PCI DSS v4.0.1 Attestation of Compliance for Report on Compliance - Service Providers",
        "August 2024                                                                 Page {page}",
        size=9.5,
    )
    sheet.ln(50)
    sheet.lines("Payment Card Industry", "Data Security Standard", size=20, style="B")
    sheet.lines("Attestation of Compliance for Report on Compliance - Service Providers", "Version 4.0.1", size=13)
    sheet.lines("Publication Date: August 2024")
    sheet.lines(
        "Entity Name: Marrowbone Payments, Inc.", "Date of Report as noted in the Report on Compliance: 2026-02-11"
    )
    sheet.lines("Date Assessment Ended: 2026-01-30")
    sheet.leaf()
    sheet.heading("Section 1: Assessment Information")
    sheet.para("""This Attestation of Compliance (AOC) must be completed as a declaration of the results of the service
    provider's assessment against the Payment Card Industry Data Security Standard (PCI DSS) Requirements.""")
    sheet.lines("Part 1a. Assessed Entity", style="B")
    sheet.pairs(
        ("Company name:", "Marrowbone Payments, Inc."),
        ("DBA (doing business as):", "MarrowPay"),
        ("Company mailing address:", "77 Wharf Road, Baltimore, MD 21224"),
        ("Company main website:", "marrowpay.example"),
        ("Company contact name:", "Lucinda Abara"),
        borders=True,
    )
    sheet.lines("Part 1b. Assessor", style="B")
    sheet.pairs(
        ("PCI SSC Internal Security Assessor(s)", ""),
        ("ISA name(s):", "Not applicable"),
        ("Qualified Security Assessor", ""),
        ("Company name:", "Flintlock Cyber Assurance, LLC"),
        ("Company mailing address:", "15 Court Square, Boston, MA 02108"),
        ("Lead Assessor name:", "Gareth Nwosu"),
        ("Assessor certificate number:", "QSA 205-771"),
        borders=True,
    )
    sheet.leaf()
    _services(sheet)
    _results(sheet)
    return sheet.done()


def _services(sheet: Sheet) -> None:
    sheet.heading("Part 2. Executive Summary")
    sheet.lines("Part 2a. Scope Verification", style="B")
    sheet.para("Services that were INCLUDED in the scope of the Assessment (select all that apply):")
    sheet.pairs(
        ("Name of service(s) assessed:", "MarrowPay hosted checkout and recurring billing"), borders=True, width=60
    )
    sheet.ticks(
        (False, "Hosting Provider: Applications / software"),
        (True, "Payment Processing: Internet / e-commerce"),
        (False, "Payment Processing: POI / card present"),
        (False, "Clearing and Settlement"),
    )
    sheet.para(
        "Services that are provided by the service provider but were NOT INCLUDED in the scope of the Assessment:"
    )
    sheet.pairs(("Name of service(s) not assessed:", "MarrowPay gift cards"), borders=True, width=60)


def _results(sheet: Sheet) -> None:
    sheet.leaf()
    sheet.heading("Section 3: Validation and Attestation Details")
    sheet.lines("Part 3. PCI DSS Validation", style="B")
    sheet.para("""This AOC is based on results noted in the ROC dated 2026-02-11. Based on the results documented in the ROC
    noted above, each signatory asserts the following compliance status for the entity identified in Part 2:""")
    sheet.ticks(
        (
            True,
            "Compliant: All sections of the PCI DSS ROC are complete, and all assessed requirements are marked as being"
            " either In Place or Not Applicable, resulting in an overall COMPLIANT rating.",
        ),
        (
            False,
            "Non-Compliant: Not all sections of the PCI DSS ROC are complete, or one or more requirements are marked as Not"
            " in Place, resulting in an overall NON-COMPLIANT rating. Target Date for Compliance: YYYY-MM-DD",
        ),
        (False, "Compliant but with Legal exception: One or more assessed requirements are marked as Not in Place."),
    )
    sheet.lines("Part 3b. Service Provider Attestation", style="B")
    sheet.grid(
        (
            ("Signature of Service Provider Executive Officer", "Date: 2026-02-12"),
            ("Service Provider Executive Officer Name: Theo Marrow", "Title: Chief Executive Officer"),
        ),
        (100, 66),
        header=False,
    )
    sheet.lines("Part 3c. Qualified Security Assessor (QSA) Acknowledgement", style="B")
    sheet.grid(
        (
            ("Signature of Lead QSA", "Date: 2026-02-11"),
            ("Lead QSA Name: Gareth Nwosu", "QSA Company: Flintlock Cyber Assurance, LLC"),
        ),
        (83, 83),
        header=False,
    )


FORM = Report(
    "MarrowPay AOC SP 2026.pdf",
    "pci_aoc",
    _form,
    truth(
        issuer="Flintlock Cyber Assurance, LLC",
        subject="Marrowbone Payments, Inc.",
        issued=Planted("2026-02-11", "2026-02-11", also=("2026-02-12",)),
        scope="MarrowPay hosted checkout and recurring billing",
        pci_version="4.0.1",
        compliance=said("compliant", "[X] Compliant"),
    ),
)


def _certificate() -> bytes:
    sheet = Sheet(face="Times", size=12)
    sheet.ln(20)
    sheet.centred("CERTIFICATE OF PCI DSS COMPLIANCE", size=20, style="B")
    sheet.centred("Attestation of Compliance - Service Provider Level 1")
    sheet.centred("presented to", "Zugspitz Terminal Services GmbH", "Garmischer Weg 2, 82467 Garmisch", style="B")
    sheet.para("""Bajonett Security AG, a PCI Qualified Security Assessor company, has assessed the following services against
    the Payment Card Industry Data Security Standard (PCI DSS) version 4.0 and found them compliant:""")
    sheet.centred("Remote key loading and terminal management", style="B")
    sheet.pairs(
        ("Date of attestation", "28 November 2025"), ("Valid for", "one year"), ("ROC reference", "BJ-2025-0917")
    )
    sheet.para("""This certificate does not stand in for the Attestation of Compliance on the form of the PCI Security Standards
    Council, which may be had from Zugspitz Terminal Services GmbH.""")
    return sheet.done()


CERTIFICATE = Report(
    "ZTS PCI.pdf",
    "pci_aoc",
    _certificate,
    truth(
        issuer="Bajonett Security AG",
        subject="Zugspitz Terminal Services GmbH",
        issued=day(2025, 11, 28, "28 November 2025"),
        scope="Remote key loading and terminal management",
        pci_version=Planted("4.0", "version 4.0"),
        compliance=said("compliant", "found them compliant"),
        service_provider_level=said("1", "Service Provider Level 1"),
    ),
)


def _refused() -> bytes:
    sheet = Sheet("Attestation of Compliance", "PCI DSS v4.0.1   {page}", size=10)
    sheet.banner("PCI DSS Attestation of Compliance", size=16)
    sheet.lines("Report on Compliance - Service Provider", "Date of this attestation: 14 April 2026")
    sheet.labelled(
        ("Service provider", "Bellwether Ticketing Ltd"),
        ("Assessor (QSA company)", "Trellick Audit Services Ltd"),
        ("Lead QSA", "Rosalind Achebe"),
        ("PCI DSS version", "4.0.1"),
        ("Services covered", "Online ticket sales and box office terminals"),
        ("Locations visited", "Cardiff (office), Slough (data centre)"),
    )
    sheet.heading("Status by requirement", size=11)
    sheet.grid(
        (
            ("Requirement", "In place", "Not in place", "Not applicable"),
            ("1 Network security controls", "X", "", ""),
            ("3 Stored account data", "X", "", ""),
            ("6 Secure systems and software", "", "X", ""),
            ("9 Physical access", "X", "", ""),
            ("11 Regular testing", "", "X", ""),
        ),
        (66, 30, 36, 34),
    )
    sheet.para("""Conclusion: requirements 6.4.3 and 11.6.1 on scripts of payment pages are not in place. The overall status is
    NON-COMPLIANT. Bellwether Ticketing Ltd expects to be compliant by 31 July 2026.""")
    sheet.lines("For the assessor: R. Achebe, 14 April 2026", "For Bellwether Ticketing Ltd: J. Morrow, 14 April 2026")
    return sheet.done()


REFUSED = Report(
    "AOC Bellwether April.pdf",
    "pci_aoc",
    _refused,
    truth(
        issuer="Trellick Audit Services Ltd",
        subject="Bellwether Ticketing Ltd",
        issued=day(2026, 4, 14, "14 April 2026"),
        scope="Online ticket sales and box office terminals",
        pci_version="4.0.1",
        compliance="non-compliant",
    ),
)

REPORTS = (FORM, CERTIFICATE, REFUSED)
