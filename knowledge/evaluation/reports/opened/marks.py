"""Certificates of management systems for information security."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, truth


def _harbinger() -> bytes:
    sheet = Sheet("", "Stanchion Assessments Ltd, Beacon House, 40 Mill Road, Derby DE1 1AA, UK", face="Times", size=12)
    sheet.ln(15)
    sheet.centred("Certificate of Approval", size=26, style="B")
    sheet.para("This is to certify that the Management System of:", align="C")
    sheet.centred("Harbinger Fleet Software Ltd", size=17, style="B")
    sheet.centred("Unit 6, Ropewalk Business Park, Grimsby, DN31 2XX, United Kingdom")
    sheet.para("has been approved by Stanchion Assessments Ltd to the following standard:", align="C")
    sheet.centred("ISO/IEC 27001:2022", size=15, style="B")
    sheet.pairs(
        ("Approval number(s):", "ISO/IEC 27001 - 00048216"),
        ("Current issue date:", "12 March 2026"),
        ("Expiry date:", "11 March 2029"),
        ("Original approval:", "ISO/IEC 27001 - 12 March 2020"),
        ("Certificate identity number:", "10907744"),
    )
    sheet.para("""This certificate is valid only in association with the certificate schedule bearing the same number. The
    scope of
    this approval is applicable to:""")
    sheet.para(
        """Provision of telematics software, driver apps and customer support to operators of commercial vehicles. In
    accordance with the Statement of Applicability, Issue 9, dated 4 February 2026.""",
        "B",
    )
    sheet.lines("Petra Hollis, Regional Operations Manager", "Issued by: Stanchion Assessments Ltd", "UKAS 0311")
    return sheet.done()


HARBINGER = Report(
    "Harbinger approval cert.pdf",
    "iso_certificate",
    _harbinger,
    truth(
        issuer="Stanchion Assessments Ltd",
        subject="Harbinger Fleet Software Ltd",
        issued=day(2026, 3, 12, "12 March 2026"),
        expires=day(2029, 3, 11, "11 March 2029"),
        scope=Planted(
            "Provision of telematics software, driver apps and customer support to operators of commercial vehicles.",
            also=(
                """Provision of telematics software, driver apps and customer support to operators of commercial vehicles. In
                accordance with the Statement of Applicability, Issue 9, dated 4 February 2026.""",
            ),
        ),
        standard="ISO/IEC 27001:2022",
        certificate_number=Planted("ISO/IEC 27001 - 00048216", also=("00048216", "10907744", "ISO/IEC 27001-00048216")),
        accreditation=Planted("UKAS", also=("UKAS 0311",)),
        soa_version=Planted("9", "Issue 9", also=("Issue 9",)),
        site=Planted("Unit 6, Ropewalk Business Park, Grimsby, DN31 2XX, United Kingdom", optional=True),
    ),
)


def _zandvliet() -> bytes:
    sheet = Sheet("Lekstroom Certificering B.V.", "Certificate LC-2025-1183  page {page}/{pages}", size=10.5)
    sheet.banner("CERTIFICATE", size=24)
    sheet.stacked(
        ("Certificate holder", "Zandvliet Zorgportaal B.V."),
        ("Norm", "ISO/IEC 27001:2022"),
        ("Certificate number", "LC-2025-1183"),
        ("Decision date", "20 November 2025"),
        ("Start of validity", "1 December 2025"),
        ("End of validity", "30 November 2028"),
        ("First certified", "1 December 2016"),
    )
    sheet.lines("Scope", style="B")
    sheet.para("""The development and hosting of a patient portal for hospitals and general practitioners, including its service
    desk, as described in the Statement of Applicability version 2025.2.""")
    sheet.para("Lekstroom Certificering B.V., Stationsplein 8, Utrecht, is accredited by RvA under registration C 588.")
    sheet.leaf()
    sheet.heading("Appendix 1: locations in scope")
    sheet.grid(
        (
            ("Location", "Street", "Postal code and town", "Country"),
            ("Main office", "Kanaalweg 118", "3526 KL Utrecht", "Netherlands"),
            ("Service desk", "Brugstraat 5", "9711 HX Groningen", "Netherlands"),
            ("Development", "Strada Lalelelor 22", "400000 Cluj-Napoca", "Romania"),
        ),
        (32, 48, 52, 34),
    )
    sheet.para("Audits for surveillance are due before 1 December 2026 and before 1 December 2027.")
    return sheet.done()


ZANDVLIET = Report(
    "LC-2025-1183_en.pdf",
    "iso_certificate",
    _zandvliet,
    truth(
        issuer="Lekstroom Certificering B.V.",
        subject="Zandvliet Zorgportaal B.V.",
        issued=Planted("2025-12-01", "1 December 2025", also=("2025-11-20",)),
        expires=day(2028, 11, 30, "30 November 2028"),
        scope=Planted(
            """The development and hosting of a patient portal for hospitals and general practitioners, including its service
            desk""",
            also=(
                """The development and hosting of a patient portal for hospitals and general practitioners, including its
                service desk, as described in the Statement of Applicability version 2025.2.""",
            ),
        ),
        standard="ISO/IEC 27001:2022",
        certificate_number="LC-2025-1183",
        accreditation=Planted("RvA", also=("RvA C 588",)),
        soa_version="2025.2",
        site=(
            Planted(
                "Kanaalweg 118, 3526 KL Utrecht, Netherlands",
                "Kanaalweg 118",
                also=("Main office, Kanaalweg 118, 3526 KL Utrecht, Netherlands",),
            ),
            Planted(
                "Brugstraat 5, 9711 HX Groningen, Netherlands",
                "Brugstraat 5",
                also=("Service desk, Brugstraat 5, 9711 HX Groningen, Netherlands",),
            ),
            Planted(
                "Strada Lalelelor 22, 400000 Cluj-Napoca, Romania",
                "Strada Lalelelor 22",
                also=("Development, Strada Lalelelor 22, 400000 Cluj-Napoca, Romania",),
            ),
        ),
    ),
)


def _saumur() -> bytes:
    sheet = Sheet(size=10.5)
    sheet.lines("VERIMARQUE SAS", style="B", size=14)
    sheet.lines("Certificate N° 2026/104552.3", size=12)
    sheet.columns(
        """VERIMARQUE SAS certifies that the management system implemented by

ATELIERS NUMÉRIQUES DE SAUMUR

for the following activities:

HOSTING AND OUTSOURCED OPERATION OF SERVERS THAT HOLD HEALTH DATA

has been assessed and found to meet the requirements of

ISO/IEC 27001:2022

Statement of Applicability: v.11 (2025-12-08)""",
        """and is developed on the following locations:

12 rue du Quai, 49400 SAUMUR, FRANCE

3 allée des Tanneurs, 44000 NANTES, FRANCE

This certificate is valid from (year/month/day)

2026-02-05

until

2029-02-04

Cofrac accreditation N° 4-0581, scope available on the site of Cofrac""",
    )
    sheet.para("""It cancels and replaces certificate N° 2023/104552.2, which was valid from 2023-02-05. Only the electronic
    certificate is proof of certification. VERIMARQUE SAS, 8 rue de la Bourse, 75002 PARIS, FRANCE""")
    return sheet.done()


SAUMUR = Report(
    "certificat ANS 104552.pdf",
    "iso_certificate",
    _saumur,
    truth(
        issuer="VERIMARQUE SAS",
        subject="ATELIERS NUMÉRIQUES DE SAUMUR",
        issued=day(2026, 2, 5, "2026-02-05"),
        expires=day(2029, 2, 4, "2029-02-04"),
        scope="HOSTING AND OUTSOURCED OPERATION OF SERVERS THAT HOLD HEALTH DATA",
        standard="ISO/IEC 27001:2022",
        certificate_number="2026/104552.3",
        accreditation=Planted("Cofrac", also=("Cofrac 4-0581", "Cofrac N° 4-0581")),
        soa_version=Planted("11", "v.11"),
        site=("12 rue du Quai, 49400 SAUMUR, FRANCE", "3 allée des Tanneurs, 44000 NANTES, FRANCE"),
    ),
)


def _quoin() -> bytes:
    sheet = Sheet("", "Ironbridge Registrar Group, Inc. - 1800 Larimer Street - Denver, Colorado", size=11)
    sheet.ln(20)
    sheet.centred("IRONBRIDGE REGISTRAR GROUP, INC.", size=15, style="B")
    sheet.centred("CERTIFICATE OF REGISTRATION", size=20)
    sheet.para(
        """Ironbridge Registrar Group, Inc. hereby grants to Quoin Title Technologies, LLC, registration of its Information
    Security Management System, having found it to conform to ISO/IEC 27001:2022, including the additional controls of
    ISO/IEC 27017:2015 and ISO/IEC 27018:2019 for cloud services, subject to the scope below.""",
        align="C",
    )
    sheet.para(
        "Scope: The ISMS that supports the closing, recording and archive products offered as a service in the United "
        "States",
        align="C",
    )
    sheet.para("in accordance with the Statement of Applicability, Rev. F", align="C")
    sheet.centred("Registration No. IRG-ISMS-3390", "Registered: April 21, 2026", "Valid through: April 20, 2029")
    sheet.centred("Initial registration April 21, 2023. Last day of audit March 30, 2026.")
    sheet.centred("Accredited by the ANSI National Accreditation Board (ANAB)")
    sheet.lines("Winifred Castellano, Certification Manager")
    return sheet.done()


QUOIN = Report(
    "Quoin_ISO_2026.pdf",
    "iso_certificate",
    _quoin,
    truth(
        issuer="Ironbridge Registrar Group, Inc.",
        subject="Quoin Title Technologies, LLC",
        issued=day(2026, 4, 21, "April 21, 2026"),
        expires=day(2029, 4, 20, "April 20, 2029"),
        scope=(
            "The ISMS that supports the closing, recording and archive products offered as a service in the United States"
        ),
        standard=("ISO/IEC 27001:2022", "ISO/IEC 27017:2015", "ISO/IEC 27018:2019"),
        certificate_number="IRG-ISMS-3390",
        accreditation=Planted(
            "ANAB", also=("ANSI National Accreditation Board", "ANSI National Accreditation Board (ANAB)")
        ),
        soa_version=Planted("F", "Rev. F"),
    ),
)

REPORTS = (HARBINGER, ZANDVLIET, SAUMUR, QUOIN)
