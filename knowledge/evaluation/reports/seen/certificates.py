"""Invented certificates of management systems: centred, in tables, in two columns, with annexes of sites."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, truth


def _centred() -> bytes:
    sheet = Sheet(
        "", "Northern Assay Certification Ltd, 4 Quay Street, Hull HU1. Registered in England no. 04410028", size=11
    )
    sheet.ln(12)
    sheet.centred("NORTHERN ASSAY CERTIFICATION LTD", size=14, style="B")
    sheet.centred("Certificate of Registration", size=24)
    sheet.centred("INFORMATION SECURITY MANAGEMENT SYSTEM - ISO/IEC 27001:2022", style="B")
    sheet.centred("This is to certify that:")
    sheet.centred("Marrow & Pike Software Limited", size=16, style="B")
    sheet.centred("12 Tanner Row", "Leeds", "LS1 4AB", "United Kingdom")
    sheet.centred("Holds Certificate Number: IS 738211")
    sheet.centred("and operates an Information Security Management System which complies with the requirements of")
    sheet.centred("ISO/IEC 27001:2022 for the following scope:")
    sheet.centred(
        "The development, hosting and support of the Pike invoicing platform,",
        "in accordance with the Statement of Applicability version 3.1 dated 11 February 2026.",
    )
    sheet.centred("For and on behalf of Northern Assay Certification Ltd: Helen Ware, Head of Compliance")
    sheet.columns(
        """Original Registration Date: 2020-03-19

Latest Revision Date: 2026-03-04""",
        """Effective Date: 2026-03-19

Expiry Date: 2029-03-18""",
    )
    sheet.centred("UKAS Management Systems 0917", "Page 1 of 1")
    return sheet.done()


CENTRED = Report(
    "IS738211.pdf",
    "iso_certificate",
    _centred,
    truth(
        issuer="Northern Assay Certification Ltd",
        subject="Marrow & Pike Software Limited",
        issued=Planted("2026-03-19", "2026-03-19", also=("2026-03-04",)),
        expires=day(2029, 3, 18, "2029-03-18"),
        scope=Planted(
            "The development, hosting and support of the Pike invoicing platform",
            also=(
                "The development, hosting and support of the Pike invoicing platform, in accordance with the Statement of "
                "Applicability version 3.1 dated 11 February 2026.",
            ),
        ),
        standard="ISO/IEC 27001:2022",
        certificate_number="IS 738211",
        accreditation="UKAS",
        soa_version="3.1",
        site=Planted("12 Tanner Row, Leeds, LS1 4AB, United Kingdom", "12 Tanner Row", optional=True),
    ),
)


def _tabled() -> bytes:
    sheet = Sheet("", "Zertifizierung Rhenania GmbH | Am Markt 9, 56068 Koblenz")
    sheet.banner("CERTIFICATE")
    sheet.para("The certification body of Zertifizierung Rhenania GmbH hereby confirms that the organisation")
    sheet.pairs(
        ("Organisation", "Kallweit Datentechnik GmbH & Co. KG"),
        ("Address", "Hafenstr. 21, 28217 Bremen, Germany"),
        ("Standard", "ISO/IEC 27001:2022"),
        ("Scope", "Operation of data centres and managed services for public authorities"),
        ("Statement of Applicability", "Version 5.0 of 02.12.2025"),
        ("Certificate no.", "ZR-27001-2026-0448"),
        ("Valid from", "15.01.2026"),
        ("Valid until", "14.01.2029"),
        ("Accreditation", "DAkkS D-ZM-14021-01-00"),
        borders=True,
    )
    sheet.para("""has introduced and applies an information security management system. Evidence was given in the audit
    with report no. 26-1187, which ended on 19.12.2025. The previous certificate ZR-27001-2023-0102 expired on
    14.01.2026.""")
    sheet.para("Koblenz, 13.01.2026")
    return sheet.done()


TABLED = Report(
    "Zertifikat Kallweit.pdf",
    "iso_certificate",
    _tabled,
    truth(
        issuer="Zertifizierung Rhenania GmbH",
        subject="Kallweit Datentechnik GmbH & Co. KG",
        issued=Planted("2026-01-15", "15.01.2026", also=("2026-01-13",)),
        expires=day(2029, 1, 14, "14.01.2029"),
        scope="Operation of data centres and managed services for public authorities",
        standard="ISO/IEC 27001:2022",
        certificate_number="ZR-27001-2026-0448",
        accreditation=Planted("DAkkS", also=("DAkkS D-ZM-14021-01-00",)),
        soa_version="5.0",
        site=Planted("Hafenstr. 21, 28217 Bremen, Germany", optional=True),
    ),
)


def _sites() -> bytes:
    sheet = Sheet("ANVERS ASSURANCE", "Certificate ANV/ISMS/20931 - page {page} of {pages}", face="Times", size=11)
    sheet.ln(10)
    sheet.centred("CERTIFICATE", size=26, style="B")
    sheet.centred("Anvers Assurance SA certifies that the management system of")
    sheet.centred("Oriel Logistics Cloud N.V.", size=17, style="B")
    sheet.centred("Havenlaan 86, 1000 Brussels, Belgium")
    sheet.centred("has been audited and found to be in conformity with the requirements of the standard")
    sheet.centred("ISO/IEC 27001:2022", size=15, style="B")
    sheet.para("Scope of certification", "B")
    sheet.para("""Design, development and operation of the Oriel freight booking and tracking services, including the
    supporting functions human resources, procurement and facilities.""")
    sheet.pairs(
        ("Certificate number:", "ANV/ISMS/20931"),
        ("Date of issue:", "7 July 2025"),
        ("Certified since:", "8 July 2019"),
        ("Valid until:", "6 July 2028"),
        ("Issue no.:", "4"),
    )
    sheet.para("The sites covered are listed in the annex. Accredited by BELAC under number 117-MSC.")
    sheet.leaf()
    sheet.heading("Annex to certificate ANV/ISMS/20931")
    sheet.para("Oriel Logistics Cloud N.V.")
    sheet.grid(
        (
            ("Site", "Address", "Activities"),
            ("Head office", "Havenlaan 86, 1000 Brussels, Belgium", "All"),
            ("Ghent", "Kuipersweg 14, 9000 Ghent, Belgium", "Development"),
            ("Porto", "Rua do Heroísmo 210, 4300-259 Porto, Portugal", "Support"),
        ),
        (30, 90, 40),
    )
    return sheet.done()


SITES = Report(
    "Oriel 27001 certificate + annex.pdf",
    "iso_certificate",
    _sites,
    truth(
        issuer="Anvers Assurance SA",
        subject="Oriel Logistics Cloud N.V.",
        issued=day(2025, 7, 7, "7 July 2025"),
        expires=day(2028, 7, 6, "6 July 2028"),
        scope="""Design, development and operation of the Oriel freight booking and tracking services, including the
supporting functions human resources, procurement and facilities.""",
        standard="ISO/IEC 27001:2022",
        certificate_number="ANV/ISMS/20931",
        accreditation="BELAC",
        site=(
            Planted(
                "Havenlaan 86, 1000 Brussels, Belgium", also=("Head office, Havenlaan 86, 1000 Brussels, Belgium",)
            ),
            Planted("Kuipersweg 14, 9000 Ghent, Belgium", also=("Ghent, Kuipersweg 14, 9000 Ghent, Belgium",)),
            Planted(
                "Rua do Heroísmo 210, 4300-259 Porto, Portugal",
                also=("Porto, Rua do Heroísmo 210, 4300-259 Porto, Portugal",),
            ),
        ),
    ),
)


def _privacy() -> bytes:
    sheet = Sheet(size=10.5)
    sheet.banner("Certificate of Approval", align="C")
    sheet.para("Cinder Peak Registrars, Inc. certifies that", align="C")
    sheet.centred("Dovetail Health Apps Pty Ltd", size=15, style="B")
    sheet.para(
        """has implemented a Privacy Information Management System as a PII processor in accordance with
    ISO/IEC 27701:2019, as an extension to ISO/IEC 27001:2022 (certificate CPR-I-5520).""",
        align="C",
    )
    sheet.stacked(
        ("CERTIFICATE NUMBER", "CPR-P-5521"),
        ("DATE OF INITIAL ISSUE", "May 3rd, 2026"),
        ("EXPIRATION DATE", "May 2nd, 2029"),
        ("SCOPE", "Processing of patient-reported data in the Dovetail Diary application on behalf of hospitals"),
        ("ACCREDITED BY", "ANAB"),
        ("STATEMENT OF APPLICABILITY", "v2.4"),
    )
    sheet.lines("Paula Reyes, Certification Manager, Cinder Peak Registrars, Inc.")
    sheet.para(
        "The validity of this certificate can be checked with the registrar. It remains the registrar’s property."
    )
    return sheet.done()


PRIVACY = Report(
    "dovetail_pims.pdf",
    "iso_certificate",
    _privacy,
    truth(
        issuer="Cinder Peak Registrars, Inc.",
        subject="Dovetail Health Apps Pty Ltd",
        issued=day(2026, 5, 3, "May 3rd, 2026"),
        expires=day(2029, 5, 2, "May 2nd, 2029"),
        scope="Processing of patient-reported data in the Dovetail Diary application on behalf of hospitals",
        standard=("ISO/IEC 27701:2019", Planted("ISO/IEC 27001:2022", optional=True)),
        certificate_number="CPR-P-5521",
        accreditation="ANAB",
        soa_version=Planted("2.4", "v2.4"),
    ),
)


def _continuity() -> bytes:
    sheet = Sheet()
    sheet.lines("AUSTRAL CERT", style="B", size=12)
    sheet.banner("Business Continuity Management System", size=17)
    sheet.lines("ISO 22301:2019", size=13)
    sheet.para("Certificate issued to")
    sheet.lines("the Coppermine Group plc", style="B", size=13)
    sheet.grid(
        (
            ("Certificate No.", "Issue date", "Expiry date", "Last amended"),
            ("BCMS-7740", "3 Nov 2024", "2 Nov 2027", "n/a"),
        ),
        (40, 40, 40, 40),
    )
    sheet.para("For the following activities:", "B")
    sheet.para(
        "Provision of card processing, settlement and dispute handling to banks in Ireland and the United Kingdom"
    )
    sheet.para("""Austral Cert Pty Ltd has audited the organisation and attests conformity with ISO 22301:2019. Surveillance
    audits are due every twelve months. Accreditation: JAS-ANZ.""")
    return sheet.done()


CONTINUITY = Report(
    "certificate_BCMS.pdf",
    "iso_certificate",
    _continuity,
    truth(
        issuer=Planted("Austral Cert Pty Ltd", also=("Austral Cert",)),
        subject=Planted("the Coppermine Group plc", also=("Coppermine Group plc",)),
        issued=day(2024, 11, 3, "3 Nov 2024"),
        expires=day(2027, 11, 2, "2 Nov 2027"),
        scope=(
            "Provision of card processing, settlement and dispute handling to banks in Ireland and the United Kingdom"
        ),
        standard="ISO 22301:2019",
        certificate_number="BCMS-7740",
        accreditation="JAS-ANZ",
    ),
)


def _landscape_form() -> bytes:
    sheet = Sheet("", "This certificate is valid only together with the annex, if any.", face="Times", size=11)
    sheet.columns(
        """CERTIFICATE

Management system as per

ISO/IEC 27001:2022

Certificate Registration No.: 44 121 26309981

Audit Report No.: 3538 6620

Initial certification: 2023""",
        """In accordance with the procedures of Grünwald Prüfdienst AG, it is hereby certified that

Sablefish Oy

Satamakatu 5, 33200 Tampere, Finland

applies a management system in line with the above standard for the following scope:

Software as a service for the planning of shifts in hospitals""",
    )
    sheet.lines("Valid from 1 February 2026", "Valid until 31 January 2029", align="R")
    sheet.lines("Grünwald Prüfdienst AG, Certification Body", "Munich, 28 January 2026")
    sheet.para("FINAS is not responsible for the scope. Accredited by FINAS, S071.")
    return sheet.done()


LANDSCAPE = Report(
    "Sablefish ISO27001 2026-2029.pdf",
    "iso_certificate",
    _landscape_form,
    truth(
        issuer="Grünwald Prüfdienst AG",
        subject="Sablefish Oy",
        issued=Planted("2026-02-01", "1 February 2026", also=("2026-01-28",)),
        expires=day(2029, 1, 31, "31 January 2029"),
        scope="Software as a service for the planning of shifts in hospitals",
        standard="ISO/IEC 27001:2022",
        certificate_number="44 121 26309981",
        accreditation="FINAS",
        site=Planted("Satamakatu 5, 33200 Tampere, Finland", optional=True),
    ),
)

REPORTS = (CENTRED, TABLED, SITES, PRIVACY, CONTINUITY, LANDSCAPE)
