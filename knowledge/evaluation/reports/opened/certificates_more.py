"""Opened: kept apart until rules had been measured on it once. Further certificates of management systems."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, truth


def _spanish() -> bytes:
    sheet = Sheet(
        "", "IBERCERT Certificación, S.A. Calle Génova 11, Madrid. www.ibercert.example", face="Times", size=11
    )
    sheet.lines("SI-0098/2025", style="B", size=14, align="R")
    sheet.banner("Information Security Management System Certificate", size=18)
    sheet.para("IBERCERT certifies that the organization")
    sheet.lines("NARANJA TELEMEDICINA, S.L.U.", style="B", size=15)
    sheet.para("has an information security management system in conformity with standard ISO/IEC 27001:2022")
    sheet.pairs(
        (
            "for the activities:",
            "The information systems that support remote consultations and electronic prescriptions",
        ),
        ("which is carried out in:", "Avenida del Puerto 40, 46021 Valencia"),
        ("First issued on:", "2022-10-11"),
        ("Last issued:", "2025-10-11"),
        ("Validity date:", "2028-10-11"),
        ("Accreditation:", "ENAC 01/C-SG003"),
    )
    return sheet.done()


SPANISH = Report(
    "SI-0098_2025_en.pdf",
    "iso_certificate",
    _spanish,
    truth(
        issuer=Planted("IBERCERT", also=("IBERCERT Certificación, S.A.",)),
        subject=Planted("NARANJA TELEMEDICINA, S.L.U.", also=("NARANJA TELEMEDICINA",)),
        issued=Planted("2025-10-11", also=("2022-10-11",)),
        expires=day(2028, 10, 11, "2028-10-11"),
        scope="The information systems that support remote consultations and electronic prescriptions",
        standard="ISO/IEC 27001:2022",
        certificate_number="SI-0098/2025",
        accreditation=Planted("ENAC", also=("ENAC 01/C-SG003",)),
        site=Planted("Avenida del Puerto 40, 46021 Valencia", optional=True),
    ),
)


def _plain() -> bytes:
    sheet = Sheet(size=11)
    sheet.banner("Certificate Number: 2026-ISMS-311", size=14)
    sheet.lines("Laurel Compliance Group, LLC (the “Certification Body”)")
    sheet.para("This certifies that the ISMS of")
    sheet.lines("Prismatic Labs Corporation", style="B", size=14)
    sheet.para("conforms to ISO/IEC 27001:2022 and, as extended, ISO/IEC 27017:2015.")
    sheet.stacked(
        ("In-scope products", "Prismatic Warehouse Robotics Cloud and its supporting teams"),
        ("Certificate issue date", "March 16, 2026"),
        ("Certificate expiration date", "March 15, 2029"),
        ("SOA", "Version 4, March 2, 2026"),
    )
    sheet.heading("Appendix: facilities", size=12)
    sheet.grid(
        (
            ("Facility", "Function"),
            ("600 Forbes Ave, Pittsburgh, PA 15219", "Headquarters, engineering"),
            ("12 Harju Street, 10130 Tallinn, Estonia", "Support"),
        ),
        (90, 76),
    )
    return sheet.done()


PLAIN = Report(
    "prismatic iso.pdf",
    "iso_certificate",
    _plain,
    truth(
        issuer="Laurel Compliance Group, LLC",
        subject="Prismatic Labs Corporation",
        issued=day(2026, 3, 16, "March 16, 2026"),
        expires=day(2029, 3, 15, "March 15, 2029"),
        scope="Prismatic Warehouse Robotics Cloud and its supporting teams",
        standard=("ISO/IEC 27001:2022", Planted("ISO/IEC 27017:2015", optional=True)),
        certificate_number="2026-ISMS-311",
        soa_version=Planted("4", "Version 4"),
        site=("600 Forbes Ave, Pittsburgh, PA 15219", "12 Harju Street, 10130 Tallinn, Estonia"),
    ),
)


def _bilingual() -> bytes:
    sheet = Sheet("", "Mitteldeutsche Zertifizierstelle GmbH | DAkkS D-ZM-16031-01-00", size=10.5)
    sheet.banner("Zertifikat – Certificate", align="C")
    sheet.pairs(
        ("Zertifikatsinhaber / Certificate holder", "Sternwarte Pay GmbH"),
        ("Norm / Standard", "ISO 22301:2019"),
        ("Geltungsbereich / Scope", "Continuity of instant payment processing for savings banks"),
        ("Zertifikatsnummer / Certificate no.", "MDZ-22301-0077"),
        ("Gültig ab / Valid from", "22.06.2026"),
        ("Gültig bis / Valid until", "21.06.2029"),
        borders=True,
        width=70,
    )
    sheet.para("Leipzig, 18.06.2026. Certification body: Mitteldeutsche Zertifizierstelle GmbH")
    return sheet.done()


BILINGUAL = Report(
    "MDZ-22301-0077.pdf",
    "iso_certificate",
    _bilingual,
    truth(
        issuer="Mitteldeutsche Zertifizierstelle GmbH",
        subject="Sternwarte Pay GmbH",
        issued=Planted("2026-06-22", "22.06.2026", also=("2026-06-18",)),
        expires=day(2029, 6, 21, "21.06.2029"),
        scope="Continuity of instant payment processing for savings banks",
        standard="ISO 22301:2019",
        certificate_number="MDZ-22301-0077",
        accreditation=Planted("DAkkS", also=("DAkkS D-ZM-16031-01-00",)),
    ),
)

REPORTS = (SPANISH, PLAIN, BILINGUAL)
