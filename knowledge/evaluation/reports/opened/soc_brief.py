"""SOC 2 reports of young firms, plain and long."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.pages import components, duties_of_auditor, restricted
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _fennel() -> bytes:
    sheet = Sheet("Fennel & Fig Commerce, Inc.", "CONFIDENTIAL  -  {page} of {pages}", size=9.5, first=False)
    sheet.ln(60)
    sheet.stacked(
        ("Company", "Fennel & Fig Commerce, Inc."),
        ("Report", "SOC 2 Type 2"),
        ("Review period", "Sep 1, 2025 - Nov 30, 2025"),
        ("Trust Services Categories", "Security"),
        ("Service auditor", "Fairweather Tsai CPA LLC"),
    )
    sheet.leaf()
    sheet.heading("Section 1: Independent Service Auditor's Report")
    sheet.para("To: Fennel & Fig Commerce, Inc.")
    sheet.paras("""We have examined Fennel & Fig Commerce, Inc.'s description of its "FigCart Checkout" system throughout the
period September 1, 2025 to November 30, 2025.

Subservice Organizations. Fennel & Fig uses Nimbostratus Platform for cloud infrastructure, Codeharbor for source code
management and Beaconline for monitoring. The description excludes the controls of these subservice organizations.""")
    duties_of_auditor(sheet)
    sheet.para("""Opinion. In our opinion, in all material respects, the description presents FigCart Checkout, and the controls
    operated effectively throughout the period September 1, 2025 to November 30, 2025.""")
    restricted(sheet, "Fennel & Fig Commerce, Inc.")
    sheet.lines("Fairweather Tsai CPA LLC", "Austin, TX", "Jan 22, 2026")
    components(sheet, "Section 3: System description")
    sheet.leaf()
    sheet.para("""Incidents. There were no significant incidents between September 1, 2025 and November 30, 2025 that impaired
    the service commitments.""")
    sheet.para("""Customers are responsible for: (1) keeping the credentials of their store confidential; (2) choosing which of
    their employees may issue refunds; and (3) reporting suspected misuse to Fennel & Fig.""")
    sheet.leaf()
    sheet.heading("Section 4: Tests of controls")
    sheet.grid(
        (
            ("Criteria", "Control", "Test", "Result"),
            ("CC1.4", "Background checks are done.", "Inspected 5 new hires.", "No exceptions noted."),
            ("CC4.1", "A penetration test is done each year.", "Inspected the report.", "No exceptions noted."),
            ("CC5.3", "Policies are reviewed each year.", "Inspected the policies.", "No exceptions noted."),
            (
                "CC7.5",
                "Lessons are drawn from incidents.",
                "Asked for incidents in the period.",
                "Not tested: no incident took place in the period, so the control did not operate.",
            ),
        ),
        (20, 50, 46, 50),
        size=8,
    )
    return sheet.done()


_DUTY = "Customers are responsible for"

FENNEL = Report(
    "FF-SOC2T2-Nov25.pdf",
    "soc_report",
    _fennel,
    truth(
        issuer="Fairweather Tsai CPA LLC",
        subject="Fennel & Fig Commerce, Inc.",
        period_start=day(2025, 9, 1, "September 1, 2025"),
        period_end=day(2025, 11, 30, "November 30, 2025"),
        issued=day(2026, 1, 22, "Jan 22, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="FigCart Checkout",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria="security",
        cuec=(
            Planted(
                "keeping the credentials of their store confidential",
                "",
                {"number": ANY},
                (f"{_DUTY} keeping the credentials of their store confidential",),
            ),
            Planted(
                "choosing which of their employees may issue refunds",
                "",
                {"number": ANY},
                (f"{_DUTY} choosing which of their employees may issue refunds",),
            ),
            Planted(
                "reporting suspected misuse to Fennel & Fig",
                "",
                {"number": ANY},
                (f"{_DUTY} reporting suspected misuse to Fennel & Fig",),
            ),
        ),
        subservice=(
            named("Nimbostratus Platform", method="carve-out", service="cloud infrastructure"),
            named("Codeharbor", method="carve-out", service="source code management"),
            named("Beaconline", method="carve-out", service="monitoring"),
        ),
    ),
)

_ACCESS = (
    ("CC6.1.1", "Access is granted by role after the manager has approved it.", "Inspected 25 grants."),
    ("CC6.1.2", "Data at rest is encrypted.", "Inspected the settings of the databases."),
    ("CC6.2.1", "Access is removed within 24 hours of leaving.", "Inspected 15 leavers."),
    ("CC6.3.1", "Access is reviewed every quarter.", "Inspected 2 reviews."),
    ("CC6.6.1", "A firewall protects the network.", "Inspected its rules."),
    ("CC6.7.1", "Data in transit is encrypted.", "Inspected the settings of the load balancer."),
)
_WRONG = {
    "CC6.3.1": "Exception noted. The access review for Q4 2025 did not include the data warehouse.",
}


def _tests_of_corvid(sheet: Sheet) -> None:
    for number, control, test in _ACCESS:
        sheet.grid(
            (
                ("Control Number", number),
                ("Control Description", control),
                ("Auditor's Test", test),
                ("Test Result", _WRONG.get(number, "No exceptions noted.")),
            ),
            (45, 121),
            header=False,
        )
    sheet.lines("Management Response to Exceptions", style="B")
    sheet.para("""CC6.3.1: The data warehouse was added to the review list on January 15, 2026 and reviewed; no access had to be
    removed.""")


def _corvid() -> bytes:
    sheet = Sheet("", "Corvid Claims Analytics LLC    {page}", face="Times", size=11)
    sheet.ln(40)
    sheet.centred("A Report on Controls at a Service Organization", "Relevant to Security and Availability", size=14)
    sheet.centred("SOC 2® Type 2 Examination", size=14)
    sheet.centred("Corvid Claims Analytics LLC", size=18, style="B")
    sheet.centred("Claims Scoring Engine", size=13)
    sheet.centred("October 1, 2025 to March 31, 2026", size=12)
    sheet.leaf()
    sheet.heading("Independent Service Auditor's Report")
    sheet.paras("""Board of Managers
Corvid Claims Analytics LLC
Hartford, Connecticut

We have examined the accompanying description of the Claims Scoring Engine of Corvid Claims Analytics LLC (the "Company")
for the period October 1, 2025 to March 31, 2026.""")
    duties_of_auditor(sheet)
    sheet.para("""In our opinion, in all material respects, the description presents the system that was designed and implemented
    from October 1, 2025 to March 31, 2026, and the controls stated in it were suitably designed and operated effectively
    during that period.""")
    restricted(sheet, "the Company")
    sheet.lines("Ashgrove Whitfield & Ruiz, LLP", style="I", size=13)
    sheet.lines("May 4, 2026", "Stamford, Connecticut")
    components(sheet, "Description of the Claims Scoring Engine")
    sheet.lines("Complementary subservice organization controls", style="B")
    sheet.para("""The Company uses Silverpine Data Centers, Inc. for colocation. The Company expects that Silverpine Data Centers,
    Inc. restricts physical access and maintains power and cooling. The carve-out method was used.""")
    sheet.lines("Complementary user entity controls", style="B")
    sheet.grid(
        (
            ("CC6.2", "User entities notify the Company when a user leaves."),
            ("CC6.7", "User entities transmit claims files only by the SFTP service of the Company."),
            ("A1.3", "User entities maintain their own business continuity plans."),
        ),
        (24, 142),
        header=False,
    )
    sheet.leaf()
    sheet.heading("Trust services criteria and tests of controls")
    _tests_of_corvid(sheet)
    return sheet.done()


CORVID = Report(
    "Corvid Claims SOC 2.pdf",
    "soc_report",
    _corvid,
    truth(
        issuer="Ashgrove Whitfield & Ruiz, LLP",
        subject="Corvid Claims Analytics LLC",
        period_start=day(2025, 10, 1, "October 1, 2025"),
        period_end=day(2026, 3, 31, "March 31, 2026"),
        issued=day(2026, 5, 4, "May 4, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Claims Scoring Engine",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability"),
        exceptions=named(
            "The access review for Q4 2025 did not include the data warehouse.",
            control="CC6.3.1",
            response="The data warehouse was added to the review list on January 15, 2026 and reviewed; no access had to be"
            " removed.",
        ),
        cuec=(
            named("User entities notify the Company when a user leaves.", number=ANY),
            named("User entities transmit claims files only by the SFTP service of the Company.", number=ANY),
            named("User entities maintain their own business continuity plans.", number=ANY),
        ),
        subservice=named("Silverpine Data Centers, Inc.", method="carve-out", service="colocation"),
    ),
)

REPORTS = (FENNEL, CORVID)
