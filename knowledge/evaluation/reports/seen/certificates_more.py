"""Further invented certificates of management systems, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, truth


def _narrative() -> bytes:
    sheet = Sheet("", "Pinnacle Register of Conformity, Inc. | 80 Commerce Blvd, Austin TX", face="Times", size=12)
    sheet.ln(20)
    sheet.banner("Certificate", size=30, align="C")
    sheet.para(
        """Pinnacle Register of Conformity, Inc. has issued certificate PRC-ISMS-00917 to Orchard Charts, LLC for its information
        security management system, which meets the requirements of ISO/IEC 27001:2022 in the design, hosting and support of
        the Orchard Charts electronic health record.""",
        align="C",
    )
    sheet.para("Granted on April 6, 2026. It ends on April 5, 2029 if the surveillance audits are passed.", align="C")
    sheet.para("Statement of Applicability: 6.2 (January 2026). Accreditation by IAS, MSCB-311.", align="C")
    return sheet.done()


NARRATIVE = Report(
    "PRC-ISMS-00917.pdf",
    "iso_certificate",
    _narrative,
    truth(
        issuer="Pinnacle Register of Conformity, Inc.",
        subject="Orchard Charts, LLC",
        issued=day(2026, 4, 6, "April 6, 2026"),
        expires=day(2029, 4, 5, "April 5, 2029"),
        scope=Planted(
            "the design, hosting and support of the Orchard Charts electronic health record",
        ),
        standard="ISO/IEC 27001:2022",
        certificate_number="PRC-ISMS-00917",
        accreditation=Planted("IAS", also=("IAS, MSCB-311",)),
        soa_version="6.2",
    ),
)


def _grid() -> bytes:
    sheet = Sheet("Certificazione Alpina S.p.A.", "ACCREDIA SGQ N. 118A   Page {page} of {pages}")
    sheet.banner("CERTIFICATE OF COMPLIANCE", align="C")
    sheet.grid(
        (
            ("Certificate no.", "CA-4471/26", "Edition", "2"),
            ("Issued on", "2026-09-30", "Expires on", "2029-09-29"),
            ("First certified", "2023-09-30", "Sector", "IAF 33"),
        ),
        (36, 47, 36, 47),
        header=False,
    )
    sheet.para("We certify that the information security management system operated by")
    sheet.lines("Sommerhaus Booking AG", "Seeweg 3, 6900 Bregenz, Austria", style="B", size=12)
    sheet.para("complies with the standard ISO/IEC 27001:2022 for these products and services:")
    sheet.para("Booking of holiday homes on the web and by telephone, payment of rents to owners", "B")
    sheet.leaf()
    sheet.heading("Units covered by the certificate")
    sheet.labelled(
        ("Unit 1", "Seeweg 3, 6900 Bregenz, Austria"),
        ("Unit 2", "Via Brennero 88, 39100 Bolzano, Italy"),
        sep=" - ",
    )
    return sheet.done()


GRID = Report(
    "CA-4471.pdf",
    "iso_certificate",
    _grid,
    truth(
        issuer="Certificazione Alpina S.p.A.",
        subject="Sommerhaus Booking AG",
        issued=day(2026, 9, 30, "2026-09-30"),
        expires=day(2029, 9, 29, "2029-09-29"),
        scope="Booking of holiday homes on the web and by telephone, payment of rents to owners",
        standard="ISO/IEC 27001:2022",
        certificate_number="CA-4471/26",
        accreditation="ACCREDIA",
        site=("Seeweg 3, 6900 Bregenz, Austria", "Via Brennero 88, 39100 Bolzano, Italy"),
    ),
)


def _labels_above() -> bytes:
    sheet = Sheet("", "Verify this certificate at the register of the certification body.", size=10.5)
    sheet.lines("PACIFIC LANTERN ASSURANCE LIMITED", style="B", size=12, align="C")
    sheet.banner("Privacy Information Management - ISO/IEC 27701:2019", size=15, align="C")
    sheet.stacked(
        ("Certified organization", "Kauri Lane Payroll Limited"),
        ("Locations", "7 Kauri Lane, Wellington 6011, New Zealand; 210 George Street, Sydney NSW 2000, Australia"),
        ("Scope statement", "Acting as PII processor for the payroll and time sheets of employers"),
        ("Certificate identification", "PLA 90021-7701"),
    )
    sheet.grid(
        (("Date certified", "Date re-issued", "Valid through"), ("14 Aug 2024", "2 Feb 2026", "13 Aug 2027")),
        (55, 55, 56),
    )
    sheet.para("Accreditation body: JAS-ANZ. This extends certificate PLA 90021-27001 to ISO/IEC 27001:2022.")
    return sheet.done()


LABELS = Report(
    "KauriLane 27701.pdf",
    "iso_certificate",
    _labels_above,
    truth(
        issuer="Pacific Lantern Assurance Limited",
        subject="Kauri Lane Payroll Limited",
        issued=Planted("2026-02-02", "2 Feb 2026", also=("2024-08-14",)),
        expires=day(2027, 8, 13, "13 Aug 2027"),
        scope="Acting as PII processor for the payroll and time sheets of employers",
        standard=("ISO/IEC 27701:2019", Planted("ISO/IEC 27001:2022", optional=True)),
        certificate_number="PLA 90021-7701",
        accreditation="JAS-ANZ",
        site=("7 Kauri Lane, Wellington 6011, New Zealand", "210 George Street, Sydney NSW 2000, Australia"),
    ),
)

REPORTS = (NARRATIVE, GRID, LABELS)
