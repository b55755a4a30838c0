"""Opened: kept apart until rules had been measured on it once. Further SOC reports."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.padding import background, reading_guide
from knowledge.evaluation.reports.truth import Report, day, named, perhaps, said, truth


def _prismatic() -> bytes:
    sheet = Sheet("", "Prismatic Labs Corporation – Confidential – {page}", size=10)
    sheet.ln(40)
    sheet.centred("Prismatic Labs Corporation", size=22)
    sheet.centred("Prismatic Warehouse Robotics Cloud", size=14)
    sheet.centred("SOC 2® Type 2 Report", "Security and Availability", "November 1, 2025 to April 30, 2026", size=12)
    sheet.ln(40)
    sheet.centred("MAYHEW LATTIMORE LLP", size=9)
    sheet.leaf()
    sheet.heading("Assertion of Prismatic Labs Corporation Management")
    sheet.para("""We confirm, to the best of our knowledge and belief, that the description presents the Prismatic Warehouse
Robotics
    Cloud that was designed and implemented throughout the period November 1, 2025 to April 30, 2026.""")
    sheet.heading("Independent Service Auditor’s Report")
    sheet.paras("""To: Prismatic Labs Corporation

Scope: We have examined Prismatic Labs Corporation’s accompanying description of its Prismatic Warehouse Robotics Cloud found in
Section III throughout the period November 1, 2025 to April 30, 2026.

Prismatic Labs Corporation uses subservice organizations for cloud hosting (Vireo Cloud Services) and log management (Deepwell
Logs GmbH). Our examination did not include the services provided by the subservice organizations.

Opinion: In our opinion, in all material respects, the description presents the system, and the controls stated in the
description operated effectively throughout the period November 1, 2025 to April 30, 2026.

Mayhew Lattimore LLP

Pittsburgh, Pennsylvania

June 12, 2026""")
    background(sheet, "Section III – Description")
    sheet.heading("Complementary User Entity Controls", size=11)
    sheet.items(
        "Customers should restrict physical access to robots connected to the service.",
        "Customers should promptly apply firmware updates made available by Prismatic Labs.",
        "Customers should review audit logs of their tenant on a periodic basis.",
    )
    sheet.leaf()
    reading_guide(sheet, "Section IV – Tests of Controls")
    sheet.grid(
        (
            ("Control ID", "Control Activity", "Test Results"),
            ("CC6.6-02", "Firewall rules are reviewed semi-annually.", "No exceptions noted."),
            ("A1.2-01", "Capacity is monitored.", "No exceptions noted."),
        ),
        (26, 80, 60),
    )
    return sheet.done()


PRISMATIC = Report(
    "PLC-SOC2-2026-05.pdf",
    "soc_report",
    _prismatic,
    truth(
        issuer="Mayhew Lattimore LLP",
        subject="Prismatic Labs Corporation",
        period_start=day(2025, 11, 1, "November 1, 2025"),
        period_end=day(2026, 4, 30, "April 30, 2026"),
        issued=day(2026, 6, 12, "June 12, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Prismatic Warehouse Robotics Cloud",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability"),
        cuec=(
            "Customers should restrict physical access to robots connected to the service.",
            "Customers should promptly apply firmware updates made available by Prismatic Labs.",
            "Customers should review audit logs of their tenant on a periodic basis.",
        ),
        subservice=(
            named("Vireo Cloud Services", method="carve-out", service="cloud hosting"),
            named("Deepwell Logs GmbH", method="carve-out", service="log management"),
        ),
    ),
)


def _westmere() -> bytes:
    sheet = Sheet("Westmere Escrow Services", "SOC 1 Type 2 {page}/{pages}", face="Times", size=11)
    sheet.banner("Westmere Escrow Services, LLC", size=18, align="C")
    sheet.centred("Report on Management’s Description of the Escrow Disbursement System")
    sheet.centred("and on the Suitability of the Design and Operating Effectiveness of Controls", "SOC 1, Type 2")
    sheet.centred("January 1, 2025 through December 31, 2025")
    sheet.leaf()
    sheet.heading("Independent Service Auditor’s Report")
    sheet.paras("""The Managers, Westmere Escrow Services, LLC

We have examined Westmere Escrow Services, LLC’s description of its Escrow Disbursement System for processing transactions for
user entities throughout the period January 1, 2025 to December 31, 2025.

Westmere Escrow Services, LLC uses First Prairie Bank, N.A. to execute wire transfers and Cloverdale Imaging Co. for check
imaging. The description excludes the control objectives and related controls of these subservice organizations.

In our opinion, in all material respects, the description fairly presents the Escrow Disbursement System, the controls were
suitably designed, and the controls operated effectively throughout the period January 1, 2025 to December 31, 2025.""")
    sheet.lines("Abernathy Sloan & Kim LLP", "Boise, Idaho", "February 20, 2026")
    sheet.heading("Control objective 2: disbursements are authorized")
    sheet.grid(
        (
            ("2.1", "Dual approval of wires", "Inspected 40 wires", "No exceptions noted"),
            (
                "2.2",
                "Callback to payee",
                "Inspected 25 changes of payee",
                "Exception noted. Callback was not documented for 1 of 25 changes of payee details selected for testing.",
            ),
            ("2.3", "Daily limit by user", "Inspected settings", "No exceptions noted"),
        ),
        (14, 42, 42, 68),
        header=False,
    )
    sheet.para("Management’s response (2.2): The employee was retrained and the callback log is now a required field.")
    sheet.para("""Complementary user entity controls: User entities are responsible for maintaining current wire instructions.
    User entities are responsible for reviewing the daily disbursement report.""")
    return sheet.done()


WESTMERE = Report(
    "Westmere SOC1 CY2025.pdf",
    "soc_report",
    _westmere,
    truth(
        issuer="Abernathy Sloan & Kim LLP",
        subject="Westmere Escrow Services, LLC",
        period_start=day(2025, 1, 1, "January 1, 2025"),
        period_end=day(2025, 12, 31, "December 31, 2025"),
        issued=day(2026, 2, 20, "February 20, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Escrow Disbursement System",
        soc_type="SOC 1",
        report_type="type 2",
        exceptions=named(
            "Callback was not documented for 1 of 25 changes of payee details selected for testing.",
            control="2.2",
            response="The employee was retrained and the callback log is now a required field.",
        ),
        cuec=(
            "User entities are responsible for maintaining current wire instructions.",
            "User entities are responsible for reviewing the daily disbursement report.",
        ),
        subservice=(
            named("First Prairie Bank, N.A.", method="carve-out", service="execute wire transfers | wire transfers"),
            named("Cloverdale Imaging Co.", method="carve-out", service="check imaging"),
        ),
    ),
)


def _nimbus() -> bytes:
    sheet = Sheet("Nimbus Nine Ltd", "SOC 2 Type 1", size=11)
    sheet.banner("Nimbus Nine Ltd")
    sheet.lines(
        "Report on controls placed in operation", "SOC 2, Type 1, security criteria", "As of 15 July 2026", size=12
    )
    sheet.paras("""Independent service auditor’s report

To the Directors of Nimbus Nine Ltd

We have examined Nimbus Nine Ltd’s description of its Weather Data Feed as of 15 July 2026 and the suitability of the design of
its controls. We have not tested operating effectiveness.

In our opinion, in all material respects, the description presents the Weather Data Feed and the controls were suitably designed
as of 15 July 2026.

Peverell Joyce Audit LLP, Manchester

31 July 2026""")
    sheet.para("Nimbus Nine Ltd does not use subservice organisations. Users keep their access keys secret.")
    return sheet.done()


NIMBUS = Report(
    "n9-type1.pdf",
    "soc_report",
    _nimbus,
    truth(
        issuer="Peverell Joyce Audit LLP",
        subject="Nimbus Nine Ltd",
        period_end=day(2026, 7, 15, "15 July 2026"),
        issued=day(2026, 7, 31, "31 July 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Weather Data Feed",
        soc_type="SOC 2",
        report_type="type 1",
        trust_criteria="security",
        cuec=perhaps("Users keep their access keys secret."),
    ),
)


def _coralreef() -> bytes:
    sheet = Sheet("", "CoralReef Media SOC 2 | {page}")
    sheet.banner("CoralReef Media, Inc. SOC 2 Type II Report", size=16)
    sheet.pairs(
        ("Report period", "Jun 1, 2025 – May 31, 2026"),
        ("Categories", "Security, Confidentiality"),
        ("Product", "CoralReef Ad Exchange"),
        ("Service auditor", "Quincy Hollis, CPA, PLLC"),
        ("Report date", "Jul 17, 2026"),
    )
    sheet.paras("""Opinion: qualified. In our opinion, except for the failure of change approvals described below, the controls of
CoralReef Media, Inc. operated effectively, in all material respects, throughout the period June 1, 2025 to May 31, 2026.""")
    sheet.heading("Deviations", size=11)
    sheet.grid(
        (
            ("Control", "What we found", "What management says"),
            (
                "CC8.1.4",
                "9 of 25 changes tested had no approval before deployment.",
                "Branch protection was enabled in April 2026.",
            ),
            (
                "CC6.5.2",
                "One of five disposed drives tested had no certificate of destruction.",
                "A new vendor was engaged.",
            ),
        ),
        (24, 78, 64),
    )
    sheet.heading("Vendors relied on (carved out)", size=11)
    sheet.items("Vireo Cloud Services: compute and storage", "Hopscotch Identity Corp.: workforce identity")
    sheet.heading("What customers must do (CUECs)", size=11)
    sheet.items(
        "Advertisers rotate their API keys at least every 180 days.",
        "Advertisers remove campaign managers who have left.",
        mark="CUEC-{n}",
    )
    return sheet.done()


CORALREEF = Report(
    "coralreef-soc2-type2-june25-may26.pdf",
    "soc_report",
    _coralreef,
    truth(
        issuer="Quincy Hollis, CPA, PLLC",
        subject="CoralReef Media, Inc.",
        period_start=day(2025, 6, 1, "June 1, 2025"),
        period_end=day(2026, 5, 31, "May 31, 2026"),
        issued=day(2026, 7, 17, "Jul 17, 2026"),
        opinion=said("qualified", "Opinion: qualified"),
        scope="CoralReef Ad Exchange",
        soc_type="SOC 2",
        report_type=said("type 2", "Type II"),
        trust_criteria=("security", "confidentiality"),
        exceptions=(
            named(
                "9 of 25 changes tested had no approval before deployment.",
                control="CC8.1.4",
                response="Branch protection was enabled in April 2026.",
            ),
            named(
                "One of five disposed drives tested had no certificate of destruction.",
                control="CC6.5.2",
                response="A new vendor was engaged.",
            ),
        ),
        cuec=(
            named("Advertisers rotate their API keys at least every 180 days.", number="CUEC-1"),
            named("Advertisers remove campaign managers who have left.", number="CUEC-2"),
        ),
        subservice=(
            named("Vireo Cloud Services", method="carve-out", service="compute and storage"),
            named("Hopscotch Identity Corp.", method="carve-out", service="workforce identity"),
        ),
    ),
)

REPORTS = (PRISMATIC, WESTMERE, NIMBUS, CORALREEF)
