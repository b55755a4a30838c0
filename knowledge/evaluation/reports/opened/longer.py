"""Reports of several pages: matrices, findings and sites."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.standing import duties, environment, limits
from knowledge.evaluation.reports.truth import Planted, Report, day, found, named, perhaps, said, truth

_DONE = "No exceptions noted."
_MATRIX = (
    ("CC1.1", "Directors review the code of conduct yearly.", "Inspected the minutes of May 2025.", _DONE),
    ("CC2.2", "Customers are told of releases ten days ahead.", "Inspected 12 notices.", _DONE),
    (
        "CC3.2",
        "The register of risks is reviewed each quarter.",
        "Inspected the four reviews of the period.",
        "The review of the third quarter was not held.",
    ),
    ("CC4.1", "Internal audit tests ten controls a year.", "Inspected the audit file.", _DONE),
    ("CC5.3", "Policies are reviewed yearly.", "Inspected 14 policies.", _DONE),
    ("CC6.1", "Multi-factor authentication guards production.", "Inspected the configuration.", _DONE),
    (
        "CC6.3",
        "Rights are reviewed every six months.",
        "Inspected both reviews.",
        "In one of the two reviews, 6 of 210 accounts were left out.",
    ),
    ("CC6.6", "Firewalls deny by default.", "Inspected the rule set.", _DONE),
    ("CC6.8", "Laptops run malware protection.", "Inspected 30 laptops.", _DONE),
    ("CC7.1", "Scans run weekly.", "Inspected 25 weeks.", _DONE),
    ("CC7.4", "Incidents are closed with a review.", "Inspected 9 incidents.", _DONE),
    ("CC8.1", "Releases are tested and approved.", "Inspected 60 releases.", _DONE),
    ("CC9.2", "Vendors of high risk are assessed yearly.", "Inspected 7 vendors.", _DONE),
    ("A1.2", "Backups run daily and failures are followed up.", "Inspected 25 days.", _DONE),
    ("A1.3", "A restore is tried each quarter.", "Inspected four records.", _DONE),
)


def _ravelin() -> bytes:
    sheet = Sheet(
        "Ravelin Court Payroll, Inc. | SOC 2 Type II", "Proprietary and confidential - {page} of {pages}", size=10.5
    )
    sheet.ln(60)
    sheet.banner("Ravelin Court Payroll, Inc.", size=24)
    sheet.lines("PayCourt System", size=16)
    sheet.lines(
        "SOC 2 Type II Report on controls relevant to security and availability",
        "June 1, 2025 to May 31, 2026",
        size=12,
    )
    sheet.lines("Issued July 30, 2026 by Yellowwood & Pryce LLP", size=12)
    sheet.leaf()
    sheet.heading("SECTION 1: INDEPENDENT SERVICE AUDITOR’S REPORT")
    sheet.para("""We have examined the description of the PayCourt System of Ravelin Court Payroll, Inc. for the period June
    1, 2025 to
    May 31, 2026. The report for the period June 1, 2024 to May 31, 2025 was issued by another auditor, Belknap Osei LLC, on
    August 8, 2025.""")
    duties(sheet, "Ravelin’s")
    limits(sheet)
    sheet.para("""In our opinion, in all material respects, the description presents the PayCourt System, the controls were
    suitably
    designed, and the controls operated effectively throughout the period.""")
    sheet.lines("Yellowwood & Pryce LLP", "Columbus, Georgia", "July 30, 2026")
    sheet.leaf()
    environment(sheet, "SECTION 3: DESCRIPTION OF THE PAYCOURT SYSTEM")
    sheet.lines("Subservice organizations", style="B")
    sheet.grid(
        (
            ("Organization", "Service", "Method"),
            ("Lodestar Web Services LLC", "Cloud hosting", "Carve-out"),
            ("Direct Ledger Bank, N.A.", "Transmission of payments", "Carve-out"),
            ("Ravelin Court Services Philippines, Inc.", "First line support", "Inclusive"),
        ),
        (80, 56, 30),
    )
    sheet.lines("Complementary user entity controls", style="B")
    sheet.grid(
        (
            ("No.", "User entities are responsible for:"),
            ("UEC-1", "Approving the register of pay before it is sent."),
            ("UEC-2", "Keeping the list of their payroll contacts current."),
        ),
        (24, 142),
    )
    sheet.leaf()
    sheet.heading("SECTION 4: TESTS OF CONTROLS")
    sheet.grid(
        (("Criteria", "Control", "Test of the auditor", "Result"), *_MATRIX),
        (18, 54, 46, 48),
    )
    sheet.lines("Management’s responses to exceptions", style="B")
    sheet.para("CC3.2: The review fell into a change of the risk officer. A deputy has been named.")
    sheet.para("CC6.3: The accounts were reviewed in April 2026. All of them were needed.")
    return sheet.done()


RAVELIN = Report(
    "PayCourt SOC 2 FY2026.pdf",
    "soc_report",
    _ravelin,
    truth(
        issuer="Yellowwood & Pryce LLP",
        subject="Ravelin Court Payroll, Inc.",
        period_start=day(2025, 6, 1, "June 1, 2025"),
        period_end=day(2026, 5, 31, "May 31, 2026"),
        issued=day(2026, 7, 30, "July 30, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="PayCourt System",
        soc_type="SOC 2",
        report_type=said("type 2", "Type II"),
        trust_criteria=("security", "availability"),
        exceptions=(
            named(
                "The review of the third quarter was not held.",
                control="CC3.2",
                response="The review fell into a change of the risk officer. A deputy has been named.",
            ),
            named(
                "In one of the two reviews, 6 of 210 accounts were left out.",
                control="CC6.3",
                response="The accounts were reviewed in April 2026. All of them were needed.",
            ),
        ),
        cuec=(
            Planted(
                "Approving the register of pay before it is sent.",
                parts={"number": "UEC-1"},
                also=("User entities are responsible for: Approving the register of pay before it is sent.",),
            ),
            Planted(
                "Keeping the list of their payroll contacts current.",
                parts={"number": "UEC-2"},
                also=("User entities are responsible for: Keeping the list of their payroll contacts current.",),
            ),
        ),
        subservice=(
            named("Lodestar Web Services LLC", method="carve-out", service="Cloud hosting"),
            named("Direct Ledger Bank, N.A.", method="carve-out", service="Transmission of payments"),
            named("Ravelin Court Services Philippines, Inc.", method="inclusive", service="First line support"),
        ),
    ),
)


def _finding(sheet: Sheet, title: str, rating: str, text: str, state: str) -> None:
    sheet.heading(title, size=11)
    sheet.labelled(("Severity", rating), ("Status on 21 May 2026", state))
    sheet.para(text)


def _wheatear() -> bytes:
    sheet = Sheet(
        "Wheatear Rail Tickets Ltd - Penetration test",
        "Cobbler’s Green Cyber LLP - OFFICIAL - {page} of {pages}",
        size=10.5,
    )
    sheet.banner("Penetration test report", size=20)
    sheet.pairs(
        ("Client", "Wheatear Rail Tickets Ltd"),
        ("Supplier", "Cobbler’s Green Cyber LLP"),
        ("Project", "CG-2611"),
        ("Test window", "20 April 2026 to 1 May 2026"),
        ("Retest", "21 May 2026"),
        ("Report issued", "26 May 2026 (replaces the issue of 8 May 2026)"),
        ("Scope", "Ticket web shop and fulfilment API"),
    )
    sheet.heading("1 Overview")
    sheet.grid(
        (
            ("Severity", "Web shop", "API", "Total", "Open after retest"),
            ("Critical", "0", "1", "1", "0"),
            ("High", "1", "1", "2", "1"),
            ("Medium", "2", "1", "3", "3"),
            ("Low", "4", "0", "4", "4"),
        ),
        (34, 32, 28, 30, 42),
    )
    sheet.para("""Payment pages are hosted by Quayside Tokens Ltd and were not tested. The report of the former supplier,
    Kestrelmoor
    Testing Ltd, of 12 May 2025 listed three findings of high severity, which we found closed.""")
    sheet.leaf()
    _findings(sheet)
    return sheet.done()


def _findings(sheet: Sheet) -> None:
    _finding(
        sheet,
        "2.1 Any order can be fetched by its number",
        "Critical",
        "The API does not check to whom an order belongs. Orders hold names, addresses and journeys.",
        "Closed",
    )
    _finding(
        sheet,
        "2.2 Refunds can be sent to another card",
        "High",
        "The card for a refund is taken from the request. We moved £1.00 in the test system.",
        "Closed",
    )
    _finding(
        sheet,
        "2.3 Stored script in names of passengers",
        "High",
        "A script in the name of a passenger runs in the browser of the service desk.",
        "Open; a fix is planned for 30 June 2026",
    )
    sheet.leaf()
    _finding(
        sheet,
        "2.4 Weak limits on attempts to log in",
        "Medium",
        "Two hundred attempts a minute are let through.",
        "Open",
    )
    sheet.para("Findings 2.5 to 2.10 are listed in the annex. No denial of service was tried.")


WHEATEAR = Report(
    "CG-2611 Wheatear report.pdf",
    "penetration_test",
    _wheatear,
    truth(
        issuer="Cobbler’s Green Cyber LLP",
        subject="Wheatear Rail Tickets Ltd",
        period_start=day(2026, 4, 20, "20 April 2026"),
        period_end=day(2026, 5, 1, "1 May 2026"),
        issued=day(2026, 5, 26, "26 May 2026"),
        scope="Ticket web shop and fulfilment API",
        severity_count=(
            found("critical", "1", open="0"),
            found("high", "2", open="1"),
            found("medium", "3", open="3"),
            found("low", "4", open="4"),
        ),
        retest=day(2026, 5, 21, "21 May 2026"),
    ),
)


def _sites() -> bytes:
    sheet = Sheet("HALCYON REGISTER AG", "Certificate HR-27001-6120, page {page} of {pages}", face="Times", size=11.5)
    sheet.ln(8)
    sheet.centred("CERTIFICATE", size=26, style="B")
    sheet.para("Halcyon Register AG hereby certifies that the company", align="C")
    sheet.centred("Gletscher Medizintechnik Services SA", size=16, style="B")
    sheet.centred("Route de la Vignettaz 70, 1700 Fribourg, Switzerland")
    sheet.para("operates a management system that meets ISO/IEC 27001:2022 for the scope", align="C")
    sheet.para("Remote maintenance of imaging devices in hospitals and storage of their logs", "B", align="C")
    sheet.para("at the sites listed on the following page.", align="C")
    sheet.pairs(
        ("Certificate number", "HR-27001-6120"),
        ("Valid from", "16.02.2026"),
        ("Valid to", "15.02.2029"),
        ("Version of certificate", "2 (extension by the site in Lyon on 01.09.2026)"),
        ("Statement of applicability", "Version 7 of 12.01.2026"),
        ("Accreditation", "SAS, SCESm 0129"),
    )
    sheet.leaf()
    sheet.heading("Sites")
    sheet.items(
        "Route de la Vignettaz 70, 1700 Fribourg, Switzerland",
        "Industriestrasse 19, 3178 Bösingen, Switzerland",
        "Hauptstrasse 101, 79576 Weil am Rhein, Germany",
        "14 rue Garibaldi, 69006 Lyon, France",
    )
    sheet.para("The head office of Halcyon Register AG is at Bundesgasse 3, 3011 Bern, Switzerland.")
    return sheet.done()


SITES = Report(
    "Gletscher MTS 27001 v2.pdf",
    "iso_certificate",
    _sites,
    truth(
        issuer="Halcyon Register AG",
        subject="Gletscher Medizintechnik Services SA",
        issued=Planted("2026-02-16", "16.02.2026", also=("2026-09-01",)),
        expires=day(2029, 2, 15, "15.02.2029"),
        scope="Remote maintenance of imaging devices in hospitals and storage of their logs",
        standard="ISO/IEC 27001:2022",
        certificate_number="HR-27001-6120",
        accreditation=Planted("SAS", also=("SAS, SCESm 0129", "SAS SCESm 0129")),
        soa_version=Planted("7", "Version 7"),
        site=(
            "Route de la Vignettaz 70, 1700 Fribourg, Switzerland",
            "Industriestrasse 19, 3178 Bösingen, Switzerland",
            "Hauptstrasse 101, 79576 Weil am Rhein, Germany",
            "14 rue Garibaldi, 69006 Lyon, France",
        ),
    ),
)


def _drill() -> bytes:
    sheet = Sheet("Business continuity test 2026", "Saltpan Claims Bureau Ltd - {page} of {pages}", size=10.5)
    sheet.banner("Report on the business continuity test", size=18)
    sheet.pairs(
        ("Organisation", "Saltpan Claims Bureau Ltd"),
        ("Conducted", "21 April 2026"),
        ("Covered", "Claims intake platform"),
        ("Facilitated by", "Thornfield Resilience LLP"),
    )
    sheet.heading("Summary")
    sheet.para("""The platform was restored in a second region. It was back after 3 hours 40 minutes, against a recovery time
    objective
    of 6 hours. Data up to 12 minutes before the interruption were there; the recovery point objective is 30 minutes.""")
    sheet.para("The test is rated as passed. Two findings of minor weight are open.")
    sheet.leaf()
    sheet.heading("Course of the day")
    sheet.grid(
        (
            ("Time", "What happened"),
            ("09:00", "The first region was cut off"),
            ("09:25", "The crisis team met; 25 minutes are allowed"),
            ("12:40", "Users logged in"),
        ),
        (30, 136),
    )
    sheet.heading("Findings")
    sheet.items("The script for the mail gateway stopped twice.", "Nobody had the number of the landlord.", mark="{n})")
    sheet.para("Earlier tests: 29 April 2025 (failed, 9 hours), 16 April 2024 (passed).")
    return sheet.done()


DRILL = Report(
    "Saltpan BC test.pdf",
    "continuity_test",
    _drill,
    truth(
        issuer=perhaps("Saltpan Claims Bureau Ltd"),
        subject="Saltpan Claims Bureau Ltd",
        issued=day(2026, 4, 21, "21 April 2026"),
        scope="Claims intake platform",
        rto=(
            said("6 hours", "6 hours", kind="target"),
            Planted("3 hours 40 minutes", parts={"kind": "achieved"}, also=("220 minutes",)),
        ),
        rpo=(said("30 minutes", "30 minutes", kind="target"), said("12 minutes", "12 minutes", kind="achieved")),
        test_result=Planted("passed with findings", "rated as passed", also=("passed",)),
    ),
)

REPORTS = (RAVELIN, WHEATEAR, SITES, DRILL)
