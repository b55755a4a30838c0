"""Opened: kept apart until rules had been measured on it once. Certificates of management systems."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, truth


def _american() -> bytes:
    sheet = Sheet(size=11)
    sheet.centred("KEYSTONE VERITY", size=20, style="B")
    sheet.centred("CERTIFICATE OF REGISTRATION", size=16)
    sheet.centred("Information Security Management System", "ISO/IEC 27001:2022")
    sheet.centred("Keystone Verity Registrar, LLC certifies that the following organization")
    sheet.centred("Finsight.ai, Inc.", size=18, style="B")
    sheet.centred("55 Water Street, Suite 900, Tampa, FL 33602, United States of America")
    sheet.centred("operates a management system that conforms to the above standard for")
    sheet.centred(
        "The information security management system supporting the Finsight Forecasting Platform,",
        "and in accordance with the Statement of Applicability, version 2.0, dated January 9, 2026",
    )
    sheet.grid(
        (
            ("Certificate Number", "Issue Date", "Original Registration", "Expiration Date"),
            ("KVR-1045127", "February 20, 2026", "February 20, 2023", "February 19, 2029"),
        ),
        (40, 42, 42, 42),
        borders=False,
    )
    sheet.centred("ANAB Accredited - Management Systems Certification Body", size=9)
    sheet.para("Authorized signature: R. Delacroix, Certification Director. Page 1 of 1")
    return sheet.done()


AMERICAN = Report(
    "Finsight_ISO_27001_Certificate.pdf",
    "iso_certificate",
    _american,
    truth(
        issuer=Planted("Keystone Verity Registrar, LLC", also=("Keystone Verity",)),
        subject="Finsight.ai, Inc.",
        issued=day(2026, 2, 20, "February 20, 2026"),
        expires=day(2029, 2, 19, "February 19, 2029"),
        scope=Planted(
            "The information security management system supporting the Finsight Forecasting Platform",
            also=(
                """The information security management system supporting the Finsight Forecasting Platform, and in accordance
                with the Statement of Applicability, version 2.0, dated January 9, 2026""",
            ),
        ),
        standard="ISO/IEC 27001:2022",
        certificate_number="KVR-1045127",
        accreditation="ANAB",
        soa_version=Planted("2.0", "version 2.0"),
        site=Planted("55 Water Street, Suite 900, Tampa, FL 33602, United States of America", optional=True),
    ),
)


def _german() -> bytes:
    sheet = Sheet("", "TechPrüf Nord AG · Lange Reihe 2 · 24103 Kiel", face="Times", size=11)
    sheet.banner("ZERTIFIKAT / CERTIFICATE", size=24)
    sheet.para("No. 12 310 66294 TMS")
    sheet.para("The Certification Body of TechPrüf Nord AG certifies that")
    sheet.lines("Möwenstein Solutions SE", "Am Kai 14", "24103 Kiel", "Germany", style="B")
    sheet.paras("""has established and applies an Information Security Management System for

Cloud-based procurement software and consulting.

An audit was performed, Report No. 70012345. Proof has been furnished that the requirements according to

ISO/IEC 27001:2022

are fulfilled. This certificate is valid from 2026-06-10 until 2029-06-09. SoA: Rev. 7.""")
    sheet.lines("Kiel, 2026-06-08", "DAkkS - Deutsche Akkreditierungsstelle, D-ZM-14143-01-02", size=9)
    return sheet.done()


GERMAN = Report(
    "12_310_66294.pdf",
    "iso_certificate",
    _german,
    truth(
        issuer="TechPrüf Nord AG",
        subject="Möwenstein Solutions SE",
        issued=Planted("2026-06-10", also=("2026-06-08",)),
        expires=day(2029, 6, 9, "2029-06-09"),
        scope="Cloud-based procurement software and consulting",
        standard="ISO/IEC 27001:2022",
        certificate_number=Planted("12 310 66294 TMS", also=("12 310 66294",)),
        accreditation=Planted(
            "DAkkS", also=("Deutsche Akkreditierungsstelle", "DAkkS D-ZM-14143-01-02", "D-ZM-14143-01-02")
        ),
        soa_version=Planted("7", "SoA: Rev. 7", also=("Rev. 7",)),
        site=Planted("Am Kai 14, 24103 Kiel, Germany", "Am Kai 14", optional=True),
    ),
)


def _form() -> bytes:
    sheet = Sheet("BRIGHTON QUALITY ASSESSORS", "Certificate CN/2209/P   Page {page} of {pages}")
    sheet.banner("Certificate of Conformity", size=20, align="C")
    sheet.pairs(
        ("Awarded to", "Garrick & Son Document Storage Ltd"),
        ("Registered office", "Unit 7, Canal Wharf, Birmingham B1 2JT"),
        ("Management system", "Privacy information"),
        ("Standard(s)", "ISO/IEC 27701:2019"),
        ("Certificate reference", "CN/2209/P"),
        ("Scope of registration", "Secure storage, scanning and destruction of paper records as a PII processor"),
        ("First issued", "4th July 2024"),
        ("This issue", "4th July 2025"),
        ("Valid to", "3rd July 2027"),
        ("Reassessment due by", "3rd May 2027"),
        ("Certification body", "Brighton Quality Assessors Ltd (UKAS no. 8841)"),
        borders=True,
        width=50,
    )
    sheet.leaf()
    sheet.heading("Schedule of locations")
    sheet.items(
        "Unit 7, Canal Wharf, Birmingham B1 2JT",
        "Hangar 3, Airfield Estate, Coventry CV8 9PQ",
        "22 Old Dock Road, Liverpool L3 4AA",
        mark="{n}.",
    )
    return sheet.done()


FORM = Report(
    "CoC_CN2209P.pdf",
    "iso_certificate",
    _form,
    truth(
        issuer="Brighton Quality Assessors Ltd",
        subject="Garrick & Son Document Storage Ltd",
        issued=Planted("2025-07-04", "4th July 2025", also=("2024-07-04",)),
        expires=day(2027, 7, 3, "3rd July 2027"),
        scope="Secure storage, scanning and destruction of paper records as a PII processor",
        standard="ISO/IEC 27701:2019",
        certificate_number="CN/2209/P",
        accreditation=Planted("UKAS", also=("UKAS no. 8841",)),
        site=(
            "Unit 7, Canal Wharf, Birmingham B1 2JT",
            "Hangar 3, Airfield Estate, Coventry CV8 9PQ",
            "22 Old Dock Road, Liverpool L3 4AA",
        ),
    ),
)


def _french() -> bytes:
    sheet = Sheet("", "Attestia Certification - 92400 Courbevoie - France", size=10.5)
    sheet.lines("CERTIFICAT N° 2025/103877.2", style="B", align="R")
    sheet.banner("CERTIFICATE")
    sheet.paras("""ATTESTIA CERTIFICATION certifies that the business continuity management system implemented by:""")
    sheet.lines("LOGIPHARE SAS", style="B", size=14)
    sheet.para("for the following activities:")
    sheet.para("HOSTING AND MANAGED SERVICES FOR HEALTH DATA", "B")
    sheet.paras("""has been assessed and found to meet the requirements of: ISO 22301:2019

and is developed on the following locations:""")
    sheet.items("5 rue du Phare, 29200 Brest, France", "18 quai de la Loire, 44000 Nantes, France", mark="-")
    sheet.columns(
        """Effective date: 2025-12-01

(Year/Month/Day)""",
        """Valid until: 2028-11-30

(Year/Month/Day)""",
    )
    sheet.para("Accreditation COFRAC n° 4-0013. Original certification: 2019-12-01.")
    return sheet.done()


FRENCH = Report(
    "certificat 103877.pdf",
    "iso_certificate",
    _french,
    truth(
        issuer="ATTESTIA CERTIFICATION",
        subject="LOGIPHARE SAS",
        issued=day(2025, 12, 1, "2025-12-01"),
        expires=day(2028, 11, 30, "2028-11-30"),
        scope="HOSTING AND MANAGED SERVICES FOR HEALTH DATA",
        standard="ISO 22301:2019",
        certificate_number="2025/103877.2",
        accreditation=Planted("COFRAC", also=("COFRAC n° 4-0013",)),
        site=("5 rue du Phare, 29200 Brest, France", "18 quai de la Loire, 44000 Nantes, France"),
    ),
)


def _dutch() -> bytes:
    sheet = Sheet(
        "MANAGEMENT SYSTEM CERTIFICATE", "Lack of fulfilment of conditions may render this certificate invalid."
    )
    sheet.columns(
        """Certificate no.:
10000511822-MSC-RVA-NLD

Initial certification date:
12 September 2020""",
        """Valid:
12 September 2026 – 11 September 2029

Expiry date of last certification cycle:
11 September 2026""",
    )
    sheet.para("This is to certify that the management system of", align="C")
    sheet.centred("Zonneveld Energie Data B.V.", size=17, style="B")
    sheet.centred("Parkweg 100, 3521 GA Utrecht, The Netherlands")
    sheet.para("has been found to conform to the Information Security Management System standard:", align="C")
    sheet.centred("ISO/IEC 27001:2022", size=15, style="B")
    sheet.para("This certificate is valid for the following scope:", align="C")
    sheet.para("Collection and validation of smart meter data on behalf of grid operators (SoA version 1.9)", align="C")
    sheet.columns(
        """Place and date:
Barendrecht, 02 September 2026""",
        """For the issuing office:
Delftsche Keuring B.V.

Accredited by RvA, C 024""",
    )
    return sheet.done()


DUTCH = Report(
    "ZED - management system certificate.pdf",
    "iso_certificate",
    _dutch,
    truth(
        issuer="Delftsche Keuring B.V.",
        subject="Zonneveld Energie Data B.V.",
        issued=Planted("2026-09-12", "12 September 2026", also=("2026-09-02",)),
        expires=day(2029, 9, 11, "11 September 2029"),
        scope=Planted(
            "Collection and validation of smart meter data on behalf of grid operators",
            also=("Collection and validation of smart meter data on behalf of grid operators (SoA version 1.9)",),
        ),
        standard="ISO/IEC 27001:2022",
        certificate_number="10000511822-MSC-RVA-NLD",
        accreditation="RvA",
        soa_version=Planted("1.9", "SoA version 1.9"),
        site=Planted("Parkweg 100, 3521 GA Utrecht, The Netherlands", optional=True),
    ),
)

REPORTS = (AMERICAN, GERMAN, FORM, FRENCH, DUTCH)
