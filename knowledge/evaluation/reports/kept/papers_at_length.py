"""Longer attestations, schedules and tests, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import beside, boxed, cards, leaders
from knowledge.evaluation.reports.truth import Planted, Report, day, found, said, truth

_SITES = (
    ("Head office", "Erzstraße 8, 09599 Freiberg, Germany"),
    ("Data centre 1", "Am Schacht 2, 09618 Brand-Erbisdorf, Germany"),
    ("Support", "ul. Polna 14, 40-008 Katowice, Poland"),
    ("Sales", "Via Cave 31, 39042 Bressanone, Italy"),
)


def _schedule() -> bytes:
    sheet = Sheet("", "Saxonia Zert GmbH · Certificate SZ-IS-4417-26 · Sheet {page} of {pages}", size=10.5)
    sheet.ln(10)
    sheet.banner("CERTIFICATE", size=28)
    sheet.para("The certification body Saxonia Zert GmbH attests that the undertaking")
    sheet.lines("Feldspat Industriecloud SE", size=16, style="B")
    sheet.para("with the sites on the following sheet operates a management system that fulfils the requirements of")
    sheet.lines("ISO/IEC 27001:2022", size=14, style="B")
    beside(
        sheet,
        ("Area of validity", "Hosting and monitoring of control systems for quarries and cement works"),
        ("Registration no.", "SZ-IS-4417-26"),
        ("Validity", "from 20.04.2026 to 19.04.2029"),
        ("SoA", "Version 12 of 9 February 2026"),
        ("Audit", "Recertification audit, report A-26-0091"),
        ("Accreditation", "DAkkS, D-ZM-18044-01-00"),
    )
    sheet.lines("Chemnitz, 17.04.2026", "Head of the certification body")
    sheet.leaf()
    sheet.heading("Sites of Feldspat Industriecloud SE")
    sheet.grid((("Site", "Address"), *_SITES), (46, 120))
    sheet.para("The head of the certification body can withdraw the certificate if surveillance audits are not held.")
    return sheet.done()


SCHEDULE = Report(
    "Feldspat ISMS + Standorte.pdf",
    "iso_certificate",
    _schedule,
    truth(
        issuer="Saxonia Zert GmbH",
        subject="Feldspat Industriecloud SE",
        issued=Planted("2026-04-20", "20.04.2026", also=("2026-04-17",)),
        expires=day(2029, 4, 19, "19.04.2029"),
        scope="Hosting and monitoring of control systems for quarries and cement works",
        standard="ISO/IEC 27001:2022",
        certificate_number="SZ-IS-4417-26",
        accreditation=Planted("DAkkS", also=("DAkkS, D-ZM-18044-01-00", "DAkkS D-ZM-18044-01-00")),
        soa_version="12",
        site=tuple(Planted(address, also=(f"{name}, {address}",)) for name, address in _SITES),
    ),
)


def _long_aoc() -> bytes:
    sheet = Sheet("PCI DSS Attestation of Compliance for Service Providers", "{page} of {pages}", size=9.5)
    sheet.banner("PCI DSS v4.0.1 Attestation of Compliance", size=17)
    sheet.heading("Section 1  Assessment information", size=11)
    leaders(
        sheet,
        ("Assessed entity", "Granary Card Services Cooperative"),
        ("Contact", "Ruth Ellingson, PCI Program Manager"),
        ("QSA company", "Tallow & Wick Security, PLLC"),
        ("Lead QSA", "Omar Feliciano"),
    )
    sheet.heading("Section 2  Executive summary", size=11)
    sheet.labelled(
        ("Services assessed", "Debit card authorization and settlement for credit unions"),
        ("Services provided but not assessed", "Statement printing"),
        ("Service provider level", "Level 1"),
    )
    sheet.grid(
        (
            ("PCI DSS requirement", "In place", "Not applicable", "Not in place"),
            *((f"Requirement {number}", "X", "X" if number in (2, 9) else "", "") for number in range(1, 13)),
        ),
        (70, 32, 32, 32),
        size=8.5,
    )
    sheet.leaf()
    sheet.heading("Section 3  Validation and attestation", size=11)
    sheet.para("""This AOC rests on the Report on Compliance dated February 26, 2026. Fieldwork ended on February 13,
    2026. Granary Card Services Cooperative has demonstrated full compliance with PCI DSS: the rating is COMPLIANT.""")
    sheet.columns(
        """Executive officer: Leland Vosburgh

Date: February 27, 2026""",
        """QSA: Omar Feliciano

Date: February 27, 2026""",
    )
    return sheet.done()


LONG_AOC = Report(
    "GCSC PCI 2026 signed.pdf",
    "pci_aoc",
    _long_aoc,
    truth(
        issuer="Tallow & Wick Security, PLLC",
        subject="Granary Card Services Cooperative",
        issued=Planted("2026-02-26", "February 26, 2026", also=("2026-02-27",)),
        scope="Debit card authorization and settlement for credit unions",
        pci_version=Planted("4.0.1", "v4.0.1"),
        compliance=said("compliant", "COMPLIANT"),
        service_provider_level=said("1", "Level 1"),
    ),
)


def _findings() -> bytes:
    sheet = Sheet(
        "Kelp Forest Analytics, Inc. – Tidepool", "Gorse Hill Offensive, Inc.   {page} / {pages}", first=False
    )
    sheet.ln(40)
    sheet.banner("Security Assessment Report", size=24)
    sheet.lines("Penetration test of the Tidepool web portal and upload API", size=13)
    cards(
        sheet,
        ("Prepared for", "Kelp Forest Analytics, Inc."),
        ("Prepared by", "Gorse Hill Offensive, Inc."),
        ("Report date", "November 21, 2025"),
        ("Test dates", "November 3, 2025 - November 14, 2025"),
        across=2,
    )
    sheet.leaf()
    sheet.heading("Executive summary")
    sheet.para("""The overall posture is good. The table shows what was found; the appendix explains the scale of severities, from
    Critical to Informational.""")
    sheet.grid(
        (
            ("Severity", "Total", "Closed during test", "Open"),
            ("Critical", "0", "0", "0"),
            ("High", "2", "1", "1"),
            ("Medium", "3", "0", "3"),
            ("Low", "4", "2", "2"),
            ("Informational", "3", "0", "3"),
        ),
        (60, 30, 46, 30),
    )
    for code, name, severity, status in (
        ("GH-1", "Upload of files that name other accounts", "High", "Closed"),
        ("GH-2", "Token in the address of an export", "High", "Open"),
        ("GH-3", "Weak policy for cookies", "Medium", "Open"),
    ):
        sheet.leaf()
        sheet.heading(f"{code}: {name}")
        beside(sheet, ("Severity", severity), ("Status", status), ("CVE", "None"), ("Found", "November 6, 2025"))
        boxed(sheet, "POST /v2/uploads HTTP/1.1  Host: tidepool.example  account=1002")
        sheet.para("We recommend that the server takes the account from the session.")
    return sheet.done()


FINDINGS = Report(
    "Tidepool assessment Nov 2025.pdf",
    "penetration_test",
    _findings,
    truth(
        issuer="Gorse Hill Offensive, Inc.",
        subject="Kelp Forest Analytics, Inc.",
        period_start=day(2025, 11, 3, "November 3, 2025"),
        period_end=day(2025, 11, 14, "November 14, 2025"),
        issued=day(2025, 11, 21, "November 21, 2025"),
        scope="Tidepool web portal and upload API",
        severity_count=(
            found("critical", "0", open="0"),
            found("high", "2", open="1"),
            found("medium", "3", open="3"),
            found("low", "4", open="2"),
            found("informational", "3", open="3"),
        ),
    ),
)


REPORTS = (SCHEDULE, LONG_AOC, FINDINGS)
