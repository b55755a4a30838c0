"""Certificates of management systems."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, said, truth


def _british() -> bytes:
    sheet = Sheet("", "Aldersgate Assurance Limited is accredited by UKAS (No. 4471).", face="Times", size=11)
    sheet.ln(12)
    sheet.centred("Certificate of Registration", size=24)
    sheet.centred("INFORMATION SECURITY MANAGEMENT SYSTEM - ISO/IEC 27001:2022", style="B")
    sheet.centred("This is to certify that:")
    sheet.centred("Thistledown Energy Data Ltd", size=18, style="B")
    sheet.centred("The Old Mill, 3 Water Lane, Perth PH1 5AB, United Kingdom", size=10)
    sheet.centred("holds Certificate No: IS 784512")
    sheet.centred("and operates an Information Security Management System which complies with the requirements of")
    sheet.centred("ISO/IEC 27001:2022 for the following scope:")
    sheet.centred(
        "The collection, validation and presentation of smart meter readings for energy suppliers,",
        "in accordance with the Statement of Applicability version 5.2 dated 4 August 2025.",
    )
    sheet.ln(10)
    sheet.grid(
        (
            ("Original Registration Date: 2019-11-12", "Effective Date: 2025-11-12"),
            ("Latest Revision Date: 2025-10-28", "Expiry Date: 2028-11-11"),
        ),
        (83, 83),
        borders=False,
        header=False,
    )
    sheet.lines("For and on behalf of Aldersgate Assurance Limited:", "Rupert Ainsley-Cole, Director of Certification")
    return sheet.done()


BRITISH = Report(
    "IS784512_Thistledown.pdf",
    "iso_certificate",
    _british,
    truth(
        issuer="Aldersgate Assurance Limited",
        subject="Thistledown Energy Data Ltd",
        issued=Planted("2025-11-12", "Effective Date: 2025-11-12", also=("2025-10-28",)),
        expires=day(2028, 11, 11, "2028-11-11"),
        scope=said(
            "The collection, validation and presentation of smart meter readings for energy suppliers",
            "The collection, validation and presentation of smart meter readings for energy suppliers",
        ),
        standard="ISO/IEC 27001:2022",
        certificate_number="IS 784512",
        accreditation="UKAS",
        site=perhaps("The Old Mill, 3 Water Lane, Perth PH1 5AB, United Kingdom"),
        soa_version=Planted("5.2", "version 5.2"),
    ),
)


def _german() -> bytes:
    sheet = Sheet("", "Fontane Zert GmbH, Kurfürstenstr. 80, 10787 Berlin", size=10.5)
    sheet.lines("ZERTIFIKAT / CERTIFICATE", size=22, style="B")
    sheet.para("The certification body Fontane Zert GmbH hereby certifies that the company")
    sheet.lines("Rheinwelle Logistiksoftware AG", "Uferstr. 21-23", "56068 Koblenz, Germany", size=13, style="B")
    sheet.para(
        "with the locations listed in the annex has introduced and applies an information security management system."
    )
    sheet.pairs(
        ("Scope", "Development, operation and support of software for warehouses and transport"),
        ("Standard", "DIN EN ISO/IEC 27001:2024 (ISO/IEC 27001:2022)"),
        ("Registration no.", "FZ-27-20418"),
        ("Report no.", "A-55120-R3"),
        ("Valid from", "15.03.2026"),
        ("Valid until", "14.03.2029"),
        ("First certification", "15.03.2023"),
        ("Next surveillance audit", "by 28.02.2027"),
        width=50,
    )
    sheet.lines("Berlin, 02.03.2026", "Head of the certification body", "DAkkS  D-ZM-99123-01-00", align="R")
    sheet.leaf()
    sheet.lines("Annex to certificate FZ-27-20418", style="B", size=13)
    sheet.grid(
        (
            ("No.", "Location", "Activity"),
            ("1", "Uferstr. 21-23, 56068 Koblenz", "Head office, development"),
            ("2", "Hafenring 4, 47119 Duisburg", "Support"),
            ("3", "Am Tower 9, 54634 Bitburg", "Data centre"),
        ),
        (14, 90, 62),
    )
    return sheet.done()


GERMAN = Report(
    "Zertifikat 27001 Rheinwelle 2026-2029.pdf",
    "iso_certificate",
    _german,
    truth(
        issuer="Fontane Zert GmbH",
        subject="Rheinwelle Logistiksoftware AG",
        issued=Planted("2026-03-02", "02.03.2026", also=("2026-03-15",)),
        expires=day(2029, 3, 14, "14.03.2029"),
        scope="Development, operation and support of software for warehouses and transport",
        standard="ISO/IEC 27001:2022",
        certificate_number="FZ-27-20418",
        accreditation="DAkkS",
        site=(
            "Uferstr. 21-23, 56068 Koblenz",
            "Hafenring 4, 47119 Duisburg",
            "Am Tower 9, 54634 Bitburg",
        ),
    ),
)


def _american() -> bytes:
    sheet = Sheet(size=11)
    sheet.banner("CERTIFICATE OF APPROVAL", size=20, align="C")
    sheet.centred("Certificate Number: 26-PI-30977")
    sheet.centred("Paragon Ridge Registrars LLC certifies that the Privacy Information Management System of")
    sheet.centred("Umbra Identity Corporation", "9000 Peachtree Circle, Suite 12, Atlanta, GA 30309 USA", style="B")
    sheet.centred("has been assessed and found to conform to", "ISO/IEC 27701:2019")
    sheet.centred("as an extension to ISO/IEC 27001:2022 certificate 26-IS-30976")
    sheet.stacked(
        ("Scope of certification", "PII processor activities of the Umbra identity verification service"),
        ("Issue date", "June 22, 2026"),
        ("Expiration date", "June 21, 2029"),
        ("Initial certification", "June 22, 2026"),
        ("Accredited by", "ANAB"),
    )
    sheet.para("""Validity of this certificate may be checked in the register of Paragon Ridge Registrars LLC. Loss of the
    underlying ISO/IEC 27001 certification voids this certificate.""")
    return sheet.done()


AMERICAN = Report(
    "Umbra PIMS cert.pdf",
    "iso_certificate",
    _american,
    truth(
        issuer="Paragon Ridge Registrars LLC",
        subject="Umbra Identity Corporation",
        issued=day(2026, 6, 22, "June 22, 2026"),
        expires=day(2029, 6, 21, "June 21, 2029"),
        scope="PII processor activities of the Umbra identity verification service",
        standard=("ISO/IEC 27701:2019", Planted("ISO/IEC 27001:2022", optional=True)),
        certificate_number="26-PI-30977",
        accreditation="ANAB",
        site=perhaps("9000 Peachtree Circle, Suite 12, Atlanta, GA 30309 USA"),
    ),
)


def _indian() -> bytes:
    sheet = Sheet("", "Certificate valid subject to successful surveillance audits", size=10)
    sheet.banner("Certificate of Compliance", size=18)
    sheet.paras("""This certificate has been awarded to Kaveri Contact Centre Services Private Limited, Plot 44, Electronic City
Phase 2, Bengaluru 560100, India, in recognition of its Business Continuity Management System, which complies with ISO
22301:2019.

Scope: Inbound and outbound customer contact services for banking and telecom customers.""")
    sheet.grid(
        (
            ("Certificate No.", "Date of Issue", "1st Surveillance due", "2nd Surveillance due", "Valid Until"),
            ("NCS/BC/1187", "05 Aug 2025", "04 Aug 2026", "04 Aug 2027", "04 Aug 2028"),
        ),
        (34, 30, 36, 36, 30),
    )
    sheet.lines("Authorised signatory", "Nilgiri Certification Services Pvt. Ltd.", "Accredited by NABCB")
    return sheet.done()


INDIAN = Report(
    "kaveri_bcms.pdf",
    "iso_certificate",
    _indian,
    truth(
        issuer="Nilgiri Certification Services Pvt. Ltd.",
        subject="Kaveri Contact Centre Services Private Limited",
        issued=day(2025, 8, 5, "05 Aug 2025"),
        expires=day(2028, 8, 4, "04 Aug 2028"),
        scope="Inbound and outbound customer contact services for banking and telecom customers",
        standard=said("ISO 22301:2019", "ISO\n22301:2019"),
        certificate_number="NCS/BC/1187",
        accreditation="NABCB",
        site=perhaps("Plot 44, Electronic City Phase 2, Bengaluru 560100, India"),
    ),
)

REPORTS = (BRITISH, GERMAN, AMERICAN, INDIAN)
