"""Reports on controls of systems that people's data pass through."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.standing import duties, environment, limits
from knowledge.evaluation.reports.truth import Planted, Report, day, named, perhaps, said, truth


def _tessellate() -> bytes:
    sheet = Sheet("Tessellate Workforce, Inc. - SOC 2 Type 2", "Confidential   |   {page} / {pages}", first=False)
    sheet.ln(55)
    sheet.banner("SOC 2® Type 2", size=28)
    sheet.lines("Report on the description of", size=12)
    sheet.lines("Tessellate Workforce, Inc.’s Applicant Cloud", size=16, style="B")
    sheet.lines("relevant to Security and Confidentiality", "for the period May 1, 2025 to April 30, 2026", size=12)
    sheet.ln(40)
    sheet.lines("Together with the independent service auditor’s report", "Quillfeather & Dunn, CPAs, LLP")
    sheet.leaf()
    sheet.contents(
        ("I. Independent Service Auditor’s Report", 3),
        ("II. Assertion of Tessellate’s Management", 4),
        ("III. Description of the System", 5),
        ("IV. Criteria, Controls, Tests and Results", 6),
        ("V. Other Information Provided by Management", 7),
    )
    sheet.leaf()
    sheet.heading("I. Independent Service Auditor’s Report")
    sheet.lines("To: Tessellate Workforce, Inc.")
    sheet.para("""Scope. We have examined the accompanying description of the Applicant Cloud of Tessellate Workforce, Inc.
    ("Tessellate") throughout the period May 1, 2025 to April 30, 2026, and the suitability of the design and operating
    effectiveness of controls to provide reasonable assurance that the service commitments were achieved based on the trust
    services criteria for security and confidentiality (2017 TSC, with revised points of focus of 2022).""")
    sheet.para("""Tessellate uses Graniteleaf Hosting Corp. for data center colocation and Pidgin Post, Inc. for e-mail
    delivery. The description excludes the controls of both subservice organizations and was prepared with the carve-out
    method. Our examination did not extend to them. The criteria for availability, processing integrity and privacy were
    not part of our examination.""")
    duties(sheet, "Service organization’s")
    limits(sheet)
    sheet.lines("Opinion", style="B")
    sheet.para("""In our opinion, in all material respects, the description presents the Applicant Cloud that was designed
    and implemented in the period, and the controls were suitably designed and operated effectively throughout it.""")
    sheet.lines("Quillfeather & Dunn, CPAs, LLP", "Providence, Rhode Island", "June 24, 2026")
    sheet.leaf()
    sheet.heading("II. Assertion of Tessellate’s Management")
    sheet.para("""We have prepared the description of the Applicant Cloud and confirm, to the best of our knowledge and
    belief, that
    it presents the system as it was designed and implemented, and that the controls stated in it operated effectively if
    user entities and subservice organizations applied the controls that we assumed they would.""")
    sheet.lines("Tessellate Workforce, Inc.", "June 22, 2026")
    sheet.leaf()
    _tessellate_rest(sheet)
    return sheet.done()


def _tessellate_rest(sheet: Sheet) -> None:
    environment(sheet, "III. Description of the System")
    sheet.heading("Complementary User Entity Controls", size=11)
    sheet.grid(
        (
            ("#", "User entity control", "Criteria"),
            ("1", "User entities revoke the accounts of recruiters who leave.", "CC6.2"),
            ("2", "User entities decide which applicant files may be exported, and by whom.", "C1.1"),
            ("3", "User entities report suspected misuse of Applicant Cloud within one business day.", "CC7.3"),
        ),
        (12, 124, 30),
    )
    sheet.leaf()
    sheet.heading("IV. Criteria, Controls, Tests and Results")
    sheet.grid(
        (
            ("Control", "Control activity", "Test performed", "Result"),
            ("TW-11", "Access is granted on a manager’s approval.", "Inspected 40 requests.", "No exceptions noted."),
            (
                "TW-14",
                "Access of leavers is removed within one business day.",
                "Inspected 25 leavers.",
                "Exception noted. For 3 of 25 leavers selected, access was removed between four and nine days late.",
            ),
            ("TW-22", "Firewall rules are reviewed twice a year.", "Inspected both reviews.", "No exceptions noted."),
            (
                "TW-31",
                "Applicant files are destroyed when a contract ends.",
                "Inspected 8 contracts that ended.",
                "Exception noted. For 1 of 8 ended contracts, the files were still present 60 days after the end.",
            ),
            ("TW-40", "Changes are approved before release.", "Inspected 45 changes.", "No exceptions noted."),
        ),
        (18, 48, 42, 58),
        size=8,
    )
    sheet.leaf()
    sheet.heading("V. Other Information Provided by Management")
    sheet.para("The information in this section was not examined by the auditor.", "I")
    sheet.grid(
        (
            ("Control", "Management’s response"),
            ("TW-14", "Leavers are now fed hourly from the payroll system, so that accounts close on the last day."),
            ("TW-31", "A monthly report of ended contracts goes to the head of operations since February 2026."),
        ),
        (24, 142),
    )


TESSELLATE = Report(
    "Tessellate - SOC2T2 FY26 (NDA).pdf",
    "soc_report",
    _tessellate,
    truth(
        issuer="Quillfeather & Dunn, CPAs, LLP",
        subject="Tessellate Workforce, Inc.",
        period_start=day(2025, 5, 1, "May 1, 2025"),
        period_end=day(2026, 4, 30, "April 30, 2026"),
        issued=day(2026, 6, 24, "June 24, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Applicant Cloud",
        soc_type=said("SOC 2", "SOC 2® Type 2"),
        report_type="type 2",
        trust_criteria=("security", "confidentiality"),
        exceptions=(
            named(
                "For 3 of 25 leavers selected, access was removed between four and nine days late.",
                control="TW-14",
                response="Leavers are now fed hourly from the payroll system, so that accounts close on the last day.",
            ),
            named(
                "For 1 of 8 ended contracts, the files were still present 60 days after the end.",
                control="TW-31",
                response="A monthly report of ended contracts goes to the head of operations since February 2026.",
            ),
        ),
        cuec=(
            named("User entities revoke the accounts of recruiters who leave.", number="1"),
            named("User entities decide which applicant files may be exported, and by whom.", number="2"),
            named("User entities report suspected misuse of Applicant Cloud within one business day.", number="3"),
        ),
        subservice=(
            named("Graniteleaf Hosting Corp.", method="carve-out", service="data center colocation | colocation"),
            named("Pidgin Post, Inc.", method="carve-out", service="e-mail delivery"),
        ),
    ),
)


def _millrace() -> bytes:
    sheet = Sheet("", "Millrace Learning - ISAE 3000 / SOC 2 - page {page}", face="Times", size=11)
    sheet.lines("Independent practitioner’s assurance report (SOC 2, Type II)", style="B", size=15)
    sheet.lines("To the directors of Millrace Learning Limited")
    sheet.paras("""We were engaged to report under ISAE 3000 (Revised) on the description by Millrace Learning Limited of its
Millrace Classroom service, and on the design and operation of controls, for the period 1 September 2024 to 31 August 2025,
measured against the trust services criteria for security, availability and privacy.

Part of the service is run by others. Oxbow Cloud Ltd provides virtual servers; its controls are left out of the description
(carve-out method). Teasel Marking Services Ltd scans examination papers; its controls are part of the description and of our
work (inclusive method).""")
    duties(sheet, "The directors’", "Our responsibilities")
    limits(sheet, "Limitations of controls")
    sheet.lines("Basis for qualified opinion", style="B")
    sheet.para("""The deletion of pupils’ records at the end of a school year (control PR-07) was not carried out in 2024,
    because
    the job had been switched off and nobody noticed until January 2025. As a result the criterion P4.3 was not met from
    1 September 2024 to 20 January 2025.""")
    sheet.lines("Qualified opinion", style="B")
    sheet.para("""Except for the matter described above, in our opinion, in all material respects, the description is fairly
    presented and the controls were suitably designed and operated effectively during the period.""")
    sheet.lines("Harrowgate Flint LLP", "Chartered Accountants, Leicester", "17 November 2025")
    sheet.leaf()
    environment(sheet, "How Millrace Learning runs its controls")
    sheet.heading("What schools have to do themselves", size=11)
    sheet.para(
        "Our controls were designed on the assumption that schools operate the following complementary controls:"
    )
    sheet.items(
        "Schools appoint an administrator who approves each new teacher account.",
        "Schools obtain the consent of parents where the law asks for it.",
        mark="({n})",
    )
    sheet.heading("Results of our tests", size=11)
    sheet.paras("""SE-03, review of privileged rights. Inspected four quarterly reviews. Nothing to report.

AV-02, restore from backup. Observed a restore and inspected records of three others. Nothing to report.

PR-07, deletion of records. Inspected the log of the job. Deviation: the deletion job did not run between 1 September 2024 and
20 January 2025. Millrace’s comment: the job is now watched by an alarm, and all overdue records were deleted by 31 January
2025.""")
    return sheet.done()


MILLRACE = Report(
    "Millrace Classroom assurance report 2024-25.pdf",
    "soc_report",
    _millrace,
    truth(
        issuer="Harrowgate Flint LLP",
        subject="Millrace Learning Limited",
        period_start=day(2024, 9, 1, "1 September 2024"),
        period_end=day(2025, 8, 31, "31 August 2025"),
        issued=day(2025, 11, 17, "17 November 2025"),
        opinion=said("qualified", "Qualified opinion"),
        scope=Planted("Millrace Classroom", also=("Millrace Classroom service",)),
        soc_type="SOC 2",
        report_type=said("type 2", "Type II"),
        trust_criteria=("security", "availability", "privacy"),
        exceptions=(
            named(
                "the deletion job did not run between 1 September 2024 and 20 January 2025.",
                control="PR-07",
                response="the job is now watched by an alarm, and all overdue records were deleted by 31 January 2025.",
            ),
            perhaps(
                """The deletion of pupils’ records at the end of a school year (control PR-07) was not carried out in 2024,
                because the job had been switched off and nobody noticed until January 2025."""
            ),
        ),
        cuec=(
            named("Schools appoint an administrator who approves each new teacher account.", number="1 | (1)"),
            named("Schools obtain the consent of parents where the law asks for it.", number="2 | (2)"),
        ),
        subservice=(
            named("Oxbow Cloud Ltd", method="carve-out", service="virtual servers | provides virtual servers"),
            named(
                "Teasel Marking Services Ltd",
                method="inclusive",
                service="scans examination papers | scanning examination papers",
            ),
        ),
    ),
)

REPORTS = (TESSELLATE, MILLRACE)
