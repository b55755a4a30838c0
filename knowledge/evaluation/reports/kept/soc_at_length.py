"""Long reports of service auditors, with a cover, an assertion, a description and many tests, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.filler_text import company, duties, passed
from knowledge.evaluation.reports.kept.sheets import beside, cards
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth

_HEAD = ("Control #", "Control", "Test of the service auditor", "Result")
_WIDTHS = (20, 50, 50, 46)


def _kelp_front(sheet: Sheet) -> None:
    sheet.ln(45)
    sheet.banner("KELP FOREST ANALYTICS, INC.", size=22)
    sheet.lines("SYSTEM AND ORGANIZATION CONTROLS (SOC) 2 TYPE 2 REPORT", size=12, style="B")
    sheet.lines("Tidepool Reporting Platform", "Security, Availability, Processing Integrity", size=12)
    sheet.lines("FOR THE PERIOD APRIL 1, 2025 TO MARCH 31, 2026")
    sheet.leaf()
    sheet.contents(
        ("I. Assertion of Management", 3),
        ("II. Independent Service Auditor’s Report", 4),
        ("III. Description of the System", 5),
        ("IV. Criteria, Controls, and Tests", 7),
    )
    sheet.leaf()
    sheet.heading("I. Assertion of Management")
    sheet.paras("""We have prepared the description of the Tidepool Reporting Platform throughout the period April 1, 2025 to
March 31, 2026. We confirm, to the best of our knowledge and belief, that the controls operated effectively.

/s/ Kelp Forest Analytics, Inc.

May 18, 2026""")


def _kelp_opinion(sheet: Sheet) -> None:
    sheet.leaf()
    sheet.heading("II. Independent Service Auditor’s Report")
    sheet.para("To the Management of Kelp Forest Analytics, Inc.")
    sheet.para("""We have examined the accompanying description of the Tidepool Reporting Platform for the period April 1,
    2025 to March 31, 2026. Kelp Forest Analytics, Inc. uses the subservice organizations named in Section III. The
    description does not extend to their controls, and our examination did not either.""")
    duties(sheet)
    sheet.heading("Opinion", size=11)
    sheet.para("""In our opinion, in all material respects, the description presents the Tidepool Reporting Platform, and
    the controls stated therein were suitably designed and operated effectively throughout the period April 1, 2025 to
    March 31, 2026.""")
    sheet.lines("Merriwether Chidi & Lowe, LLP", "Sacramento, California", "May 20, 2026")


def _kelp_system(sheet: Sheet) -> None:
    sheet.leaf()
    sheet.heading("III. Description of the System")
    sheet.para("""The Tidepool Reporting Platform turns the raw counts of fisheries into the reports that authorities ask for. One
    incident occurred in the period: on August 9, 2025, reports were late by three hours.""")
    company(sheet)
    sheet.heading("Subservice organizations and what we expect of them", size=11)
    sheet.grid(
        (
            ("Organization", "Service", "Controls expected there"),
            ("Nimbostrat Compute, Inc.", "Cloud hosting", "Data centers are guarded around the clock."),
            ("Sandbar Queueing Corp.", "Message queue", "Messages are stored in three places."),
        ),
        (52, 40, 74),
    )
    sheet.heading("Complementary user entity controls (CUECs)", size=11)
    sheet.items(
        "CUEC 1. User entities upload counts in the published format.",
        "CUEC 2. User entities check the preview of each report before it is sent.",
        "CUEC 3. User entities disable accounts that are no longer needed.",
        mark="",
    )


def _kelp_tests(sheet: Sheet) -> None:
    sheet.leaf()
    sheet.heading("IV. Criteria, Controls, and Tests")
    sheet.grid(
        (
            _HEAD,
            *passed(
                ("CC1.1-A", "The code of conduct is signed on hiring.", "Inspected the files of 20 new hires."),
                ("CC2.2-A", "Policies are on the intranet.", "Inspected the intranet."),
                ("CC3.1-A", "Risks are assessed each year.", "Inspected the risk assessment of June 2025."),
                ("CC5.2-B", "Settings are compared with a baseline.", "Inspected 12 monthly comparisons."),
            ),
            (
                "CC6.1-D",
                "Passwords of service accounts are changed yearly.",
                "Inspected the 18 service accounts.",
                "Exception noted. The passwords of 4 of 18 service accounts were older than one year.",
            ),
            *passed(
                ("CC6.4-A", "Visitors are accompanied.", "Observed the reception."),
                ("CC6.6-C", "The firewall denies by default.", "Inspected the rules."),
                ("CC6.7-A", "Data in transit is encrypted.", "Inspected certificates of all public hosts."),
            ),
            (
                "A1.2-E",
                "The standby database is tried each quarter.",
                "Inspected the records of four quarters.",
                "Exception noted. No trial was recorded for the third quarter of 2025.",
            ),
            *passed(
                ("CC7.2-A", "Alerts are followed up.", "Inspected 25 alerts."),
                ("CC8.1-A", "Changes are reviewed.", "Inspected 40 changes."),
                ("PI1.3-B", "Totals are reconciled after each run.", "Reperformed 15 reconciliations."),
                ("PI1.4-A", "Reports are locked once sent.", "Tried to change a sent report."),
            ),
        ),
        _WIDTHS,
        size=8.5,
    )
    sheet.lines("Management’s responses to exceptions", style="B")
    sheet.paras("""CC6.1-D: All four passwords were changed on April 3, 2026, and a monthly report now lists old ones.

A1.2-E: The trial was skipped while the team moved offices; trials are now scheduled by the calendar system.""")


def _kelp() -> bytes:
    sheet = Sheet("Kelp Forest Analytics, Inc.", "SOC 2 Type 2  |  Page {page} of {pages}", first=False, face="Times")
    _kelp_front(sheet)
    _kelp_opinion(sheet)
    _kelp_system(sheet)
    _kelp_tests(sheet)
    return sheet.done()


KELP = Report(
    "KFA_SOC2_Apr25-Mar26_final.pdf",
    "soc_report",
    _kelp,
    truth(
        issuer="Merriwether Chidi & Lowe, LLP",
        subject="Kelp Forest Analytics, Inc.",
        period_start=day(2025, 4, 1, "April 1, 2025"),
        period_end=day(2026, 3, 31, "March 31, 2026"),
        issued=day(2026, 5, 20, "May 20, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Tidepool Reporting Platform",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability", "processing integrity"),
        exceptions=(
            named(
                "The passwords of 4 of 18 service accounts were older than one year.",
                control="CC6.1-D",
                response="All four passwords were changed on April 3, 2026, and a monthly report now lists old ones.",
            ),
            named(
                "No trial was recorded for the third quarter of 2025.",
                control="A1.2-E",
                response="The trial was skipped while the team moved offices; trials are now scheduled by the calendar system.",
            ),
        ),
        cuec=(
            named("User entities upload counts in the published format.", number="CUEC 1 | 1"),
            named("User entities check the preview of each report before it is sent.", number="CUEC 2 | 2"),
            named("User entities disable accounts that are no longer needed.", number="CUEC 3 | 3"),
        ),
        subservice=(
            named("Nimbostrat Compute, Inc.", method="carve-out", service="Cloud hosting"),
            named("Sandbar Queueing Corp.", method="carve-out", service="Message queue"),
        ),
    ),
)


def _granary_tests(sheet: Sheet) -> None:
    sheet.leaf()
    sheet.heading("Section 4: Control objectives, controls and results of tests")
    for number, objective, rows in (
        (
            "CO 3",
            "Contributions are invested on the right day.",
            (
                ("3-a", "Files are checked for completeness.", "No exceptions noted."),
                ("3-b", "Rejected lines are cleared daily.", "No exceptions noted."),
            ),
        ),
        (
            "CO 5",
            "Distributions are authorized.",
            (
                ("5-a", "Forms bear a signature.", "No exceptions noted."),
                ("5-b", "Payments above $50,000 have a second approval.", "Exceptions: see below."),
            ),
        ),
    ):
        sheet.lines(f"{number}. {objective}", style="B")
        sheet.grid((("Control", "Description", "Result"), *rows), (22, 90, 54))
    sheet.lines("Exceptions", style="B")
    beside(
        sheet,
        ("Control", "5-b"),
        ("Exception", "For 7 of 35 payments above $50,000, no second approval was on file."),
        (
            "Response",
            "The payment system now holds payments above $50,000 until a supervisor has approved them.",
        ),
    )


def _granary() -> bytes:
    sheet = Sheet("", "Granary Trust Recordkeepers, Inc. – SOC 1 Type 2 – {page}/{pages}", size=10.5)
    sheet.ln(30)
    sheet.banner("Report on Granary’s Retirement Plan Recordkeeping System", size=20)
    cards(
        sheet,
        ("Service organization", "Granary Trust Recordkeepers, Inc."),
        ("Type of report", "SOC 1 Type 2"),
        ("Period", "January 1, 2025 to December 31, 2025"),
        across=3,
    )
    sheet.leaf()
    sheet.heading("Section 1: Independent service auditor’s report")
    sheet.para("Board of Directors, Granary Trust Recordkeepers, Inc., Des Moines, Iowa")
    sheet.para("""We have examined the description of the Retirement Plan Recordkeeping System throughout the period
    January 1, 2025 to December 31, 2025. Granary Trust Recordkeepers, Inc. uses Millstone Custody Bank, N.A. for custody
    of assets; the description excludes its controls.""")
    duties(sheet)
    sheet.paras("""Basis for qualified opinion. As described in Section 4, the control that payments above $50,000 receive
a second approval did not operate effectively. Control objective CO 5 was therefore not achieved during the period.

Opinion. In our opinion, except for the matter described in the preceding paragraph, in all material respects, the description
fairly presents the system, and the controls were suitably designed and operated effectively.""")
    sheet.lines("Thornbury Adeyemi & Frost, PLC", "February 27, 2026")
    sheet.leaf()
    sheet.heading("Section 3: Description")
    company(sheet)
    sheet.lines("Responsibilities of plan sponsors", style="B")
    sheet.items(
        "Plan sponsors approve the list of people who may sign for the plan.",
        "Plan sponsors compare contributions with their payroll.",
        mark="{n})",
    )
    _granary_tests(sheet)
    return sheet.done()


GRANARY = Report(
    "Granary recordkeeping 2025.pdf",
    "soc_report",
    _granary,
    truth(
        issuer="Thornbury Adeyemi & Frost, PLC",
        subject="Granary Trust Recordkeepers, Inc.",
        period_start=day(2025, 1, 1, "January 1, 2025"),
        period_end=day(2025, 12, 31, "December 31, 2025"),
        issued=day(2026, 2, 27, "February 27, 2026"),
        opinion=said("qualified", "Basis for qualified opinion"),
        scope="Retirement Plan Recordkeeping System",
        soc_type="SOC 1",
        report_type="type 2",
        exceptions=(
            named(
                "For 7 of 35 payments above $50,000, no second approval was on file.",
                control="5-b",
                response="The payment system now holds payments above $50,000 until a supervisor has approved them.",
            ),
            Planted(
                """As described in Section 4, the control that payments above $50,000 receive a second approval did not operate
                effectively. Control objective CO 5 was therefore not achieved during the period.""",
                "did not operate effectively",
                also=(
                    """As described in Section 4, the control that payments above $50,000 receive a second approval did
                    not operate effectively.""",
                    "Control objective CO 5 was therefore not achieved during the period.",
                ),
                optional=True,
            ),
        ),
        cuec=(
            named("Plan sponsors approve the list of people who may sign for the plan.", number=ANY),
            named("Plan sponsors compare contributions with their payroll.", number=ANY),
        ),
        subservice=named(
            "Millstone Custody Bank, N.A.", method="carve-out", service="custody of assets | for custody of assets"
        ),
    ),
)

REPORTS = (KELP, GRANARY)
