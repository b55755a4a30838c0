"""Certificates for privacy and continuity, and without accreditation."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, truth


def _shalimar() -> bytes:
    sheet = Sheet("", "Page {page} of {pages}. Verify at certs.indus.example", size=11)
    sheet.banner("Indus Quality Registrars Private Limited", size=16, align="C")
    sheet.centred("Certificate of Compliance", size=14)
    sheet.grid(
        (
            ("Certified organisation", "Shalimar Contact Centres Private Limited"),
            ("Standard", "ISO 22301:2019 Business Continuity Management System"),
            (
                "Scope of certification",
                "Inbound and outbound voice, chat and back office services for clients in banking",
            ),
            ("Certificate no.", "IQR/BCMS/2026/0077"),
            ("Date of initial certification", "06-Apr-2023"),
            ("Date of this issue", "05-Apr-2026"),
            ("Date of expiry", "05-Apr-2029"),
            ("1st surveillance due", "05-Apr-2027"),
            ("2nd surveillance due", "05-Apr-2028"),
            ("Accreditation", "NABCB, MS 114"),
        ),
        (56, 110),
        header=False,
    )
    sheet.lines("Premises covered:", style="B")
    sheet.items(
        "Tower B, 4th floor, Sector 62, Noida 201309, India",
        "Plot 17, Salt Lake Sector V, Kolkata 700091, India",
        mark="{n}.",
    )
    sheet.lines("For Indus Quality Registrars Private Limited", "Authorised signatory")
    return sheet.done()


SHALIMAR = Report(
    "Shalimar BCMS certificate.pdf",
    "iso_certificate",
    _shalimar,
    truth(
        issuer="Indus Quality Registrars Private Limited",
        subject="Shalimar Contact Centres Private Limited",
        issued=day(2026, 4, 5, "05-Apr-2026"),
        expires=day(2029, 4, 5, "05-Apr-2029"),
        scope="Inbound and outbound voice, chat and back office services for clients in banking",
        standard=Planted(
            "ISO 22301:2019",
            "ISO 22301:2019 Business Continuity Management System",
            also=("ISO 22301:2019 Business Continuity Management System",),
        ),
        certificate_number="IQR/BCMS/2026/0077",
        accreditation=Planted("NABCB", also=("NABCB, MS 114",)),
        site=(
            "Tower B, 4th floor, Sector 62, Noida 201309, India",
            "Plot 17, Salt Lake Sector V, Kolkata 700091, India",
        ),
    ),
)


def _pallas() -> bytes:
    sheet = Sheet("Certificate PIMS 77120", "Norrsken Certifiering AB, Box 118, Luleå", face="Times", size=11.5)
    sheet.ln(10)
    sheet.banner("Certificate", size=26, align="C")
    sheet.para("We hereby certify that the privacy information management system of", align="C")
    sheet.centred("Pallas Genealogi AB", size=16, style="B")
    sheet.para(
        """fulfils the requirements of ISO/IEC 27701:2019 as a processor and as a controller of personal data, as an
    extension of ISO/IEC 27001:2022 (see certificate ISMS 77119 of the same body).""",
        align="C",
    )
    sheet.para("The certificate covers", align="C")
    sheet.para("matching of DNA samples and family trees for subscribers in the Nordic countries", "B", align="C")
    sheet.centred("Certificate no. PIMS 77120", "Valid from 15 June 2025", "Valid to 14 June 2028")
    sheet.centred("Luleå, 10 June 2025", "Astrid Lindkvist")
    sheet.centred("Norrsken Certifiering AB is accredited by Swedac, no. 2113.")
    return sheet.done()


PALLAS = Report(
    "Pallas 27701.pdf",
    "iso_certificate",
    _pallas,
    truth(
        issuer="Norrsken Certifiering AB",
        subject="Pallas Genealogi AB",
        issued=Planted("2025-06-15", "15 June 2025", also=("2025-06-10",)),
        expires=day(2028, 6, 14, "14 June 2028"),
        scope="matching of DNA samples and family trees for subscribers in the Nordic countries",
        standard=("ISO/IEC 27701:2019", Planted("ISO/IEC 27001:2022", optional=True)),
        certificate_number="PIMS 77120",
        accreditation=Planted("Swedac", also=("Swedac 2113", "Swedac, no. 2113")),
    ),
)


def _larkin() -> bytes:
    sheet = Sheet(size=11)
    sheet.centred("CERTIFICATE OF CONFORMANCE", size=20, style="B")
    sheet.labelled(
        ("Company", "Larkin Dispatch Systems, Inc."),
        ("Address", "4410 Prairie Avenue, Omaha, NE 68131"),
        ("Assessed against", "ISO/IEC 27001:2022"),
        ("For", "Computer aided dispatch software and its cloud hosting"),
        ("Certificate ID", "GCB-27K-0092"),
        ("Granted", "03/12/2026"),
        ("Lapses", "03/11/2027"),
        ("Certifying body", "Great Basin Certification Bureau, LLC"),
    )
    sheet.para("""Great Basin Certification Bureau, LLC is an independent body and issues this certificate under its own
    rules. It
    is not accredited. The stage 1 audit ended on 12/18/2025 and the stage 2 audit on 02/20/2026.""")
    sheet.para("""The continued validity of this certificate depends on an annual audit. It remains the property of the
    bureau and
    shall be returned on request.""")
    return sheet.done()


LARKIN = Report(
    "27k certificate LDS.pdf",
    "iso_certificate",
    _larkin,
    truth(
        issuer="Great Basin Certification Bureau, LLC",
        subject="Larkin Dispatch Systems, Inc.",
        issued=day(2026, 3, 12, "03/12/2026"),
        expires=day(2027, 3, 11, "03/11/2027"),
        scope="Computer aided dispatch software and its cloud hosting",
        standard="ISO/IEC 27001:2022",
        certificate_number="GCB-27K-0092",
        site=Planted("4410 Prairie Avenue, Omaha, NE 68131", optional=True),
    ),
)


def _donau() -> bytes:
    sheet = Sheet("", "DRK-ZERT Prüfgesellschaft mbH, Lindenallee 3, 93047 Regensburg", face="Times", size=11.5)
    sheet.banner("CERTIFICATE", size=30)
    sheet.para("""The certification body of DRK-ZERT Prüfgesellschaft mbH certifies that Donaublick Abrechnung eG, Am Römling
    14,
    93047 Regensburg, with the locations stated in the annex, has established and applies an information security management
    system for""")
    sheet.para("billing of heating and water for housing companies, and the operation of meters by radio.", "B")
    sheet.para("""An audit, report no. 70440018, has shown that the requirements of ISO/IEC 27001:2022 are met. Version of the
    statement of applicability: 4.1.""")
    sheet.para("""This certificate is valid from 01.07.2026 until 30.06.2029. Certificate registration no.: 12 310 70440 TMS.
    Regensburg, 24.06.2026. DAkkS: D-ZM-19004-02-00.""")
    sheet.leaf()
    sheet.heading("Annex to certificate registration no. 12 310 70440 TMS")
    sheet.grid(
        (
            ("Location", "Scope"),
            ("Donaublick Abrechnung eG, Am Römling 14, 93047 Regensburg", "Billing"),
            ("Donaublick Abrechnung eG, Industriestr. 40, 94315 Straubing", "Operation of meters"),
        ),
        (116, 50),
    )
    return sheet.done()


DONAU = Report(
    "Zert_Donaublick_2026-2029.pdf",
    "iso_certificate",
    _donau,
    truth(
        issuer="DRK-ZERT Prüfgesellschaft mbH",
        subject="Donaublick Abrechnung eG",
        issued=Planted("2026-07-01", "01.07.2026", also=("2026-06-24",)),
        expires=day(2029, 6, 30, "30.06.2029"),
        scope="billing of heating and water for housing companies, and the operation of meters by radio.",
        standard="ISO/IEC 27001:2022",
        certificate_number="12 310 70440 TMS",
        accreditation=Planted("DAkkS", also=("DAkkS D-ZM-19004-02-00", "DAkkS: D-ZM-19004-02-00")),
        soa_version="4.1",
        site=(
            Planted(
                "Am Römling 14, 93047 Regensburg", also=("Donaublick Abrechnung eG, Am Römling 14, 93047 Regensburg",)
            ),
            Planted(
                "Industriestr. 40, 94315 Straubing",
                also=("Donaublick Abrechnung eG, Industriestr. 40, 94315 Straubing",),
            ),
        ),
    ),
)

REPORTS = (SHALIMAR, PALLAS, LARKIN, DONAU)
