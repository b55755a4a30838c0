"""Certificates and attestations as other bodies word and lay them out: ISO, PCI, HIPAA."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, truth


def _registrar() -> bytes:
    sheet = Sheet(size=11)
    sheet.centred("Certificate of Registration", size=20, style="B")
    sheet.centred("INFORMATION SECURITY MANAGEMENT SYSTEM - ISO/IEC 27001:2022", size=12)
    sheet.para("This is to certify that:")
    sheet.lines("Marchwood Ledgers Limited", "Third Floor, 18 Tanner Row", "Leeds LS1 4AP", "United Kingdom")
    sheet.labelled(("Holds Certificate Number", "IS 734410"))
    sheet.para(
        """and operates an Information Security Management System which complies with the requirements of ISO/IEC 27001:2022
        for the following scope:"""
    )
    sheet.para("""The provision of hosted bookkeeping software and related support to accountants. This is in accordance
    with the
    Statement of Applicability version 6.2 dated 11/02/2026.""")
    sheet.labelled(
        ("Original Registration Date", "2020-03-19"),
        ("Effective Date", "2026-03-19"),
        ("Latest Revision Date", "2026-03-10"),
        ("Expiry Date", "2029-03-18"),
    )
    sheet.lines("For and on behalf of Pennant Registrars UK Ltd:", "Orla Tennant, Managing Director Assurance")
    sheet.para("""Pennant Registrars UK Ltd is accredited by UKAS (number 0047). An electronic certificate can be
    authenticated
    online.""")
    return sheet.done()


REGISTRAR = Report(
    "Marchwood IS 734410.pdf",
    "iso_certificate",
    _registrar,
    truth(
        issuer="Pennant Registrars UK Ltd",
        subject="Marchwood Ledgers Limited",
        issued=Planted("2026-03-10", "2026-03-10", also=("2026-03-19",)),
        expires=day(2029, 3, 18, "2029-03-18"),
        scope="The provision of hosted bookkeeping software and related support to accountants",
        standard="ISO/IEC 27001:2022",
        certificate_number="IS 734410",
        accreditation="UKAS",
        soa_version="6.2",
        site=perhaps("Third Floor, 18 Tanner Row Leeds LS1 4AP United Kingdom", "Third Floor, 18 Tanner Row"),
    ),
)


def _assessor() -> bytes:
    sheet = Sheet("", "Page {page} of {pages}", size=10.5)
    sheet.lines("ASHGROVE & TILLER CERTIFICATION, LLC", style="B", size=14)
    sheet.lines("Certificate of Conformity", size=18)
    sheet.para("""Ashgrove & Tiller Certification, LLC certifies that the following organization operates an Information
    Security
    Management System that conforms to the requirements of ISO/IEC 27001:2022""")
    sheet.centred("Pinnacle Roster, Inc.", size=15, style="B")
    sheet.pairs(
        ("Certificate number", "1482093-3"),
        ("Authorized by", "Danica Whitlow, President"),
        ("Issue date of certificate", "January 14, 2026"),
        ("Re-issue date of certificate", "N/A"),
        ("Original approval date", "January 17, 2023"),
        ("Expiration date of certificate", "January 16, 2029"),
    )
    sheet.leaf()
    sheet.lines("Certificate number: 1482093-3")
    sheet.heading("Certificate scope")
    sheet.para("""The scope of certification covers the ISMS supporting the Pinnacle Roster scheduling platform and
    aligned with the
    statement of applicability, version 3.1, dated November 3, 2025.""")
    sheet.heading("In-scope locations")
    sheet.items(
        "221 Foundry Street, Suite 400, Columbus, OH 43215, United States",
        "9 Jalan Sultan, 189652, Singapore",
    )
    return sheet.done()


ASSESSOR = Report(
    "Pinnacle_Roster_27001_cert.pdf",
    "iso_certificate",
    _assessor,
    truth(
        issuer="Ashgrove & Tiller Certification, LLC",
        subject="Pinnacle Roster, Inc.",
        issued=day(2026, 1, 14, "January 14, 2026"),
        expires=day(2029, 1, 16, "January 16, 2029"),
        scope=Planted(
            "the ISMS supporting the Pinnacle Roster scheduling platform",
            also=(
                "The scope of certification covers the ISMS supporting the Pinnacle Roster scheduling platform",
                "The scope of certification covers the ISMS supporting the Pinnacle Roster scheduling platform and aligned "
                "with the statement of applicability, version 3.1, dated November 3, 2025",
            ),
        ),
        standard="ISO/IEC 27001:2022",
        certificate_number="1482093-3",
        soa_version="3.1",
        site=(
            "221 Foundry Street, Suite 400, Columbus, OH 43215, United States",
            "9 Jalan Sultan, 189652, Singapore",
        ),
    ),
)


def _approval() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.banner("CERTIFICATE OF APPROVAL")
    sheet.para("The management system of")
    sheet.lines("Kestrel Hollow Logistics Pty Ltd", style="B", size=14)
    sheet.lines("12 Wharf Parade, Fremantle WA 6160, Australia")
    sheet.para("has been assessed and certified as meeting the requirements of")
    sheet.lines("ISO 22301:2019", style="B", size=13)
    sheet.lines("For the following activities")
    sheet.para("Freight booking, customs clearance and track and trace services")
    sheet.lines("This certificate is valid from 03 July 2025 until 02 July 2028 and remains valid subject to")
    sheet.lines("satisfactory surveillance audits. Recertification audit due before 02 June 2028.")
    sheet.lines("Issue 3. Certified since 03 July 2019", "Certificate AU19/81820338")
    sheet.lines("Authorised by", "Brolga Verification Services Pty Ltd", "JAS-ANZ accreditation M4150712AB")
    return sheet.done()


APPROVAL = Report(
    "ISO22301 Kestrel Hollow.pdf",
    "iso_certificate",
    _approval,
    truth(
        issuer="Brolga Verification Services Pty Ltd",
        subject="Kestrel Hollow Logistics Pty Ltd",
        issued=day(2025, 7, 3, "03 July 2025"),
        expires=day(2028, 7, 2, "02 July 2028"),
        scope="Freight booking, customs clearance and track and trace services",
        standard="ISO 22301:2019",
        certificate_number="AU19/81820338",
        accreditation="JAS-ANZ",
        site=perhaps("12 Wharf Parade, Fremantle WA 6160, Australia"),
    ),
)


def _roc_outcome(sheet: Sheet) -> None:
    sheet.heading("Section 3 Validation and Attestation Details", size=12)
    sheet.para("This AOC is based on results noted in the ROC dated 2026-03-20.")
    sheet.para("""Based on the results documented in the ROC noted above, each signatory identified in any of Parts
    3b-3d, as applicable,
    assert(s) the following compliance status for the entity identified in Part 2 of this document (select one):""")
    sheet.ticks(
        (
            True,
            """Compliant: All sections of the PCI DSS ROC are complete, and all assessed requirements are marked as being
            either In
        Place or Not Applicable, resulting in an overall COMPLIANT rating; thereby Sandpiper Checkout Ltd. has
        demonstrated compliance
        with all PCI DSS requirements.""",
        ),
        (
            False,
            "Non-Compliant: Not all sections of the PCI DSS ROC are complete. Target Date for Compliance: YYYY-MM-DD",
        ),
        (False, "Compliant but with Legal exception: One or more assessed requirements are marked as Not in Place"),
    )
    sheet.lines("Signature of Service Provider Executive Officer    Date: 2026-03-24")


def _roc() -> bytes:
    sheet = Sheet(
        "", "PCI DSS v4.0.1 Attestation of Compliance for Report on Compliance - Service Providers   {page}", size=9.5
    )
    sheet.banner("Payment Card Industry Data Security Standard", size=15)
    sheet.lines("Attestation of Compliance for Report on Compliance - Service Providers", "Version 4.0.1")
    sheet.heading("Section 1: Assessment Information", size=12)
    sheet.lines("Part 1. Contact Information", "Part 1a. Assessed Entity (ROC Section 1.1)")
    sheet.pairs(
        ("Company name:", "Sandpiper Checkout Ltd."),
        ("DBA (doing business as):", "Sandpiper Pay"),
        ("Company mailing address:", "4 Harbour Yard, Bristol"),
        ("Company main website:", "www.sandpiper.example"),
        ("Company contact name:", "Yusuf Brandt"),
        borders=True,
    )
    sheet.lines("Part 1b. Assessor (ROC Section 1.1)")
    sheet.pairs(
        ("Company name:", "Greywick Assurance Limited"),
        ("Lead Assessor name:", "Hanna Oduya"),
        ("Assessor certificate number:", "205-771"),
        borders=True,
    )
    sheet.lines(
        "Part 2a. Scope Verification",
        "Services that were INCLUDED in the scope of the Assessment (select all that apply):",
    )
    sheet.pairs(("Name of service(s) assessed:", "Sandpiper hosted payment page and terminal gateway"), borders=True)
    sheet.lines(
        "Services that are provided by the service provider but were NOT INCLUDED in the scope of the Assessment:"
    )
    sheet.pairs(("Name of service(s) not assessed:", "Sandpiper loyalty cards"), borders=True)
    sheet.leaf()
    sheet.heading("Section 2: Report on Compliance", size=12)
    sheet.pairs(
        ("Date Assessment began:", "2026-01-12"),
        ("Date Assessment ended:", "2026-03-06"),
        borders=True,
    )
    _roc_outcome(sheet)
    return sheet.done()


ROC = Report(
    "Sandpiper PCI AOC SP 2026.pdf",
    "pci_aoc",
    _roc,
    truth(
        issuer="Greywick Assurance Limited",
        subject="Sandpiper Checkout Ltd.",
        issued=Planted("2026-03-20", "2026-03-20", also=("2026-03-24",)),
        scope="Sandpiper hosted payment page and terminal gateway",
        pci_version="4.0.1",
        compliance="compliant",
    ),
)


def _seal() -> bytes:
    sheet = Sheet(size=11)
    sheet.centred("CERTIFICATE OF PCI DSS COMPLIANCE", size=18, style="B")
    sheet.centred("is awarded to", size=11)
    sheet.centred("Tallgrass Tickets LLC", size=16, style="B")
    sheet.para("""for completing an onsite assessment as a Level 1 Service Provider against PCI DSS v4.0.1, covering the
    ticket checkout and
    the call centre payment line. Tallgrass Tickets LLC was found to be compliant.""")
    sheet.labelled(
        ("Date of compliance", "11/14/2025"),
        ("Expires", "11/13/2026"),
        ("Certificate ID", "BHQ-PCI-5521"),
        ("Qualified Security Assessor Company", "Bellhaven QSA Group, Inc."),
    )
    return sheet.done()


SEAL = Report(
    "tallgrass pci certificate.pdf",
    "pci_aoc",
    _seal,
    truth(
        issuer="Bellhaven QSA Group, Inc.",
        subject="Tallgrass Tickets LLC",
        issued=day(2025, 11, 14, "11/14/2025"),
        expires=day(2026, 11, 13, "11/13/2026"),
        scope=Planted("the ticket checkout and the call centre payment line", optional=True),
        pci_version="4.0.1",
        compliance="compliant",
        service_provider_level="1",
    ),
)


def _hipaa() -> bytes:
    sheet = Sheet("", "Quillwort Care Cloud, Inc. - HIPAA Compliance Attestation", size=10.5)
    sheet.banner("HIPAA Compliance Attestation", size=18)
    sheet.pairs(
        ("Entity", "Quillwort Care Cloud, Inc."),
        ("Role under HIPAA", "Business Associate"),
        ("Third-party assessor", "Medlark Compliance Advisors LLC"),
        ("Assessment completed", "October 30, 2025"),
        ("Attestation issued", "November 12, 2025"),
        ("In-scope services", "Quillwort Intake and Quillwort Claims"),
        borders=True,
    )
    sheet.para("""Medlark Compliance Advisors LLC evaluated the administrative, physical and technical safeguards of
    Quillwort Care Cloud,
    Inc. against 45 CFR 164.308, 164.310 and 164.312. Business Associate Agreements are in place with all covered entity
    customers that
    entrust electronic protected health information to the services.""")
    return sheet.done()


HIPAA = Report(
    "Quillwort HIPAA attestation 2025.pdf",
    "hipaa_statement",
    _hipaa,
    truth(
        issuer=Planted("Medlark Compliance Advisors LLC", optional=True),
        assessor="Medlark Compliance Advisors LLC",
        subject="Quillwort Care Cloud, Inc.",
        issued=day(2025, 11, 12, "November 12, 2025"),
        period_end=day(2025, 10, 30, "October 30, 2025"),
        scope="Quillwort Intake and Quillwort Claims",
        baa=Planted("signed", "Business Associate Agreements are in place"),
    ),
)


def _letter() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("Dovecote Telehealth Co.", style="B", size=13)
    sheet.lines("June 2, 2026", "Subject: HIPAA compliance statement")
    sheet.paras("""Dovecote Telehealth Co. maintains a security program that meets the HIPAA Security, Privacy and Breach
    Notification
    Rules. Our most recent risk analysis was completed on April 17, 2026 by Ironwood Privacy Partners LLP.

    Dovecote Telehealth Co. will sign a BAA with customers on its Enterprise plan before any protected health information is
    stored.""")
    sheet.lines("Sincerely,", "Perpetua Lindgren, Privacy Officer")
    return sheet.done()


LETTER = Report(
    "dovecote hipaa.pdf",
    "hipaa_statement",
    _letter,
    truth(
        issuer=perhaps("Dovecote Telehealth Co."),
        subject="Dovecote Telehealth Co.",
        issued=day(2026, 6, 2, "June 2, 2026"),
        period_end=day(2026, 4, 17, "April 17, 2026"),
        assessor="Ironwood Privacy Partners LLP",
        baa=Planted("offered", "will sign a BAA"),
    ),
)

REPORTS = (REGISTRAR, ASSESSOR, APPROVAL, ROC, SEAL, HIPAA, LETTER)
