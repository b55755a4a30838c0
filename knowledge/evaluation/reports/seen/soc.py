"""Invented SOC 2 reports in the layouts of large and small audit firms, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.seen.filler import describe
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, perhaps, said, truth


def _tarnhollow() -> bytes:
    sheet = Sheet("Tarnhollow Systems, Inc. | Confidential", "Page {page} of {pages}", face="Times", first=False)
    sheet.ln(50)
    sheet.banner("Tarnhollow Systems, Inc.", align="C")
    sheet.centred(
        "System and Organization Controls (SOC) 2 Type 2 Report",
        "Report on the Description of the Tarnhollow Payroll Cloud",
        "Relevant to Security, Availability and Confidentiality",
        size=13,
    )
    sheet.centred("For the Period January 1, 2026 to June 30, 2026", size=12, style="I")
    sheet.ln(60)
    sheet.centred("Pell & Harrow LLP", "Certified Public Accountants")
    sheet.leaf()
    sheet.contents(
        ("Section I - Independent Service Auditor’s Report", 3),
        ("Section II - Assertion of Tarnhollow Systems, Inc. Management", 5),
        ("Section III - Description of the System", 6),
        ("Section IV - Tests of Controls, Results and Exceptions", 8),
        ("Section V - Other Information Provided by Management", 10),
    )
    sheet.leaf()
    sheet.heading("Section I - Independent Service Auditor’s Report")
    sheet.lines("To the Management of Tarnhollow Systems, Inc.")
    sheet.paras("""Scope

We have examined Tarnhollow Systems, Inc.’s (“Tarnhollow”) accompanying description of its Payroll Cloud system titled
“Description of the System” throughout the period January 1, 2026 to June 30, 2026 (the “description”), based on the
criteria for a description of a service organization’s system in DC section 200, and the suitability of the design and
operating effectiveness of controls stated in the description throughout that period.

Tarnhollow uses Boreal Compute Ltd. (“Boreal”), a subservice organization, for infrastructure hosting. The description
indicates that complementary subservice organization controls are necessary. The description does not disclose the
actual controls at Boreal; our examination did not include the services provided by the subservice organization
(carve-out method).

Our responsibility is to express an opinion. We were last subject to a peer review for the year ended March 31, 2025.

Opinion

In our opinion, in all material respects, the description presents the system that was designed and implemented
throughout the period, and the controls stated in the description operated effectively throughout that period to
provide reasonable assurance that the service commitments were achieved.""")
    sheet.lines("Pell & Harrow LLP", "Columbus, Ohio", "August 14, 2026")
    _tarnhollow_description(sheet)
    _tarnhollow_tests(sheet)
    return sheet.done()


def _tarnhollow_description(sheet: Sheet) -> None:
    sheet.leaf()
    describe(sheet, "Tarnhollow", "Section III - Description of the System")
    sheet.paras("""Tarnhollow was founded in 2009 and pays the staff of 3,100 companies. The prior report covered the
period January 1, 2025 to December 31, 2025; no exceptions remained open from it.

Complementary User Entity Controls

The controls were designed with the assumption that certain controls would be implemented by user entities.""")
    sheet.grid(
        (
            ("Number", "Complementary user entity control"),
            (
                "CUEC-01",
                "User entities are responsible for removing access of their own leavers from the Payroll Cloud.",
            ),
            ("CUEC-02", "User entities are responsible for approving each payroll run before the cut-off."),
            ("CUEC-03", "User entities are responsible for keeping their contact for security incidents up to date."),
        ),
        (22, 140),
    )


def _tarnhollow_tests(sheet: Sheet) -> None:
    sheet.leaf()
    sheet.heading("Section IV - Tests of Controls, Results and Exceptions")
    sheet.para("""Where an exception was found, it is described in the column “Result of test”. If exceptions are found,
    the service auditor considers their effect on the opinion.""")
    sheet.grid(
        (
            ("Control", "Control activity", "Test of operating effectiveness", "Result of test"),
            (
                "CC6.1-1",
                "Production access needs a second factor.",
                "Inspected the gateway’s settings.",
                "No exceptions noted.",
            ),
            (
                "CC6.2-3",
                "Access of leavers is removed within one business day.",
                "Inspected tickets for a sample of 25 leavers.",
                "Exception noted. For 3 of 25 leavers, access was removed between 4 and 9 days after the last day of work.",
            ),
            ("CC7.2-1", "Alerts are followed up within one hour.", "Inspected 40 alerts.", "No exceptions noted."),
            (
                "A1.3-2",
                "Restores are tested every quarter.",
                "Inspected the records of restore tests.",
                "Exception noted. The restore test for the second quarter of 2026 was not performed.",
            ),
            ("C1.2-1", "Media are wiped before disposal.", "Inspected certificates.", "No exceptions noted."),
        ),
        (16, 42, 44, 60),
        size=8.5,
    )
    sheet.heading("Section V - Other Information Provided by Management")
    sheet.para("The information in this section was not covered by the examination.", "I")
    sheet.grid(
        (
            ("Control", "Management’s response"),
            ("CC6.2-3", "Removal of access has been tied to the HR system since May 2026 and is now automatic."),
            ("A1.3-2", "The missed restore test was carried out on July 9, 2026 and a reminder was set up."),
        ),
        (22, 140),
    )


TARNHOLLOW = Report(
    "Tarnhollow SOC2 Type2 H1-2026.pdf",
    "soc_report",
    _tarnhollow,
    truth(
        issuer="Pell & Harrow LLP",
        subject="Tarnhollow Systems, Inc.",
        period_start=day(2026, 1, 1, "January 1, 2026"),
        period_end=day(2026, 6, 30, "June 30, 2026"),
        issued=day(2026, 8, 14, "August 14, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects, the description presents"),
        scope=Planted("Payroll Cloud system", "Payroll Cloud", also=("Tarnhollow Payroll Cloud", "Payroll Cloud")),
        soc_type=said("SOC 2", "(SOC) 2 Type 2"),
        report_type=said("type 2", "(SOC) 2 Type 2"),
        trust_criteria=("security", "availability", "confidentiality"),
        exceptions=(
            Planted(
                "For 3 of 25 leavers, access was removed between 4 and 9 days after the last day of work.",
                parts={
                    "control": "CC6.2-3",
                    "response": "Removal of access has been tied to the HR system since May 2026 and is now automatic.",
                },
            ),
            Planted(
                "The restore test for the second quarter of 2026 was not performed.",
                parts={
                    "control": "A1.3-2",
                    "response": "The missed restore test was carried out on July 9, 2026 and a reminder was set up.",
                },
            ),
        ),
        cuec=(
            named(
                "User entities are responsible for removing access of their own leavers from the Payroll Cloud.",
                number="CUEC-01",
            ),
            named("User entities are responsible for approving each payroll run before the cut-off.", number="CUEC-02"),
            named(
                "User entities are responsible for keeping their contact for security incidents up to date.",
                number="CUEC-03",
            ),
        ),
        subservice=Planted(
            "Boreal Compute Ltd.", parts={"method": "carve-out", "service": "infrastructure hosting"}, also=("Boreal",)
        ),
    ),
)


def _qvist() -> bytes:
    sheet = Sheet("", "Qvist Analytics AB - SOC 2 - {page}", first=False)
    sheet.banner("SOC 2® - Type II")
    sheet.lines(
        "Independent Service Auditors’ Report on Controls Relevant to Security and Processing Integrity", size=12
    )
    sheet.labelled(
        ("Service organization", "Qvist Analytics AB"),
        ("System", "Qvist Insight"),
        ("Reporting period", "1 April 2025 through 31 March 2026"),
        ("Service auditor", "Marlowe Assurance, PLLC"),
        ("Date of report", "29 May 2026"),
    )
    sheet.para(
        "This report is intended solely for the information and use of specified parties who have sufficient knowledge."
    )
    sheet.leaf()
    sheet.heading("1. Independent service auditors’ report")
    sheet.paras("""To: Qvist Analytics AB

We have examined the description of Qvist Insight for the period 1 April 2025 through 31 March 2026.

Basis for qualified opinion

As noted in section 4, the controls over the reconciliation of incoming files (PI1.2-4) did not operate effectively from
1 April 2025 to 30 September 2025, as no reconciliation was recorded. As a result, the criterion PI1.2 was not met in
that time.

Qualified opinion

In our opinion, except for the effects of the matter described in the preceding paragraph, in all material respects,
the description presents the system as designed, and the controls operated effectively.""")
    sheet.lines("Marlowe Assurance, PLLC", "Denver, CO")
    sheet.heading("2. Assertion of management")
    sheet.para("Qvist Analytics AB confirms, to the best of its knowledge and belief, that the description is fair.")
    _qvist_rest(sheet)
    return sheet.done()


def _qvist_rest(sheet: Sheet) -> None:
    sheet.leaf()
    sheet.heading("3. The system")
    sheet.para("Subservice organizations used and the method of presentation:")
    sheet.grid(
        (
            ("Subservice organization", "Services provided", "Method"),
            ("Fjordkraft Hosting AS", "Data center and network", "Carve-out"),
            ("Mailbird 24 GmbH", "Delivery of e-mail", "Carve-out"),
        ),
        (60, 70, 36),
    )
    sheet.heading("Controls expected at user entities", size=11)
    sheet.items(
        "Customers review the rights of their users in Qvist Insight at least once a year.",
        "Customers check files for completeness before they send them to Qvist Insight.",
    )
    sheet.leaf()
    sheet.heading("4. Tests of controls")
    for control, activity, result in (
        ("CC6.3-1", "Rights are reviewed every quarter.", "No exception."),
        (
            "PI1.2-4",
            "Incoming files are reconciled daily.",
            "Exception: for 126 of 182 days tested, no reconciliation of incoming files was recorded.",
        ),
        ("CC8.1-2", "Changes are approved before release.", "No exception."),
    ):
        sheet.labelled(
            ("Control", control), ("Activity", activity), ("Test", "Inspection of records"), ("Result", result)
        )
    sheet.para("""Management response to PI1.2-4: The reconciliation was automated on 1 October 2025 and has run daily
    since then.""")


QVIST = Report(
    "qvist_report_final.pdf",
    "soc_report",
    _qvist,
    truth(
        issuer="Marlowe Assurance, PLLC",
        subject="Qvist Analytics AB",
        period_start=day(2025, 4, 1, "1 April 2025"),
        period_end=day(2026, 3, 31, "31 March 2026"),
        issued=day(2026, 5, 29, "29 May 2026"),
        opinion=said("qualified", "In our opinion, except for the effects of the matter"),
        scope="Qvist Insight",
        soc_type="SOC 2",
        report_type=said("type 2", "Type II"),
        trust_criteria=("security", "processing integrity"),
        exceptions=(
            Planted(
                "for 126 of 182 days tested, no reconciliation of incoming files was recorded.",
                parts={
                    "control": "PI1.2-4",
                    "response": "The reconciliation was automated on 1 October 2025 and has run daily since then.",
                },
            ),
            perhaps(
                """the controls over the reconciliation of incoming files (PI1.2-4) did not operate effectively from
                1 April 2025 to 30 September 2025, as no reconciliation was recorded."""
            ),
        ),
        cuec=(
            "Customers review the rights of their users in Qvist Insight at least once a year.",
            "Customers check files for completeness before they send them to Qvist Insight.",
        ),
        subservice=(
            named("Fjordkraft Hosting AS", method="carve-out", service="Data center and network"),
            named("Mailbird 24 GmbH", method="carve-out", service="Delivery of e-mail"),
        ),
    ),
)


def _lumen7() -> bytes:
    sheet = Sheet("lumen7 SOC 2 Type 1", "{page}", size=10.5)
    sheet.centred("lumen7, Inc.", size=20, style="B")
    sheet.centred("SOC 2 Type 1 Report", "lumen7 Video Platform", "As of February 28, 2026", size=14)
    sheet.centred("A Type 1 Independent Service Auditor’s Report on Controls Relevant to Security")
    sheet.para("Audit and attestation by", align="C")
    sheet.centred("Ostrander CPAs P.C.", style="B")
    sheet.leaf()
    sheet.heading("INDEPENDENT SERVICE AUDITOR’S REPORT")
    sheet.lines("To: lumen7, Inc.")
    sheet.paras("""We have examined lumen7’s description of its lumen7 Video Platform as of February 28, 2026 and the
suitability of the design of controls included therein to provide reasonable assurance that the trust services criteria
for security would be met.

lumen7 uses the following subservice organizations: Cloudmoor Inc. for cloud hosting and Sentrydesk, LLC for the support
desk. The controls of both have been carved out of this report.

We did not perform any procedures regarding the operating effectiveness of controls and, accordingly, do not express an
opinion thereon.

In our opinion, in all material respects, the description presents the lumen7 Video Platform that was designed and
implemented as of February 28, 2026, and the controls stated in the description were suitably designed as of that date.""")
    sheet.lines("Ostrander CPAs P.C.", "Portland, Oregon", "March 20, 2026")
    sheet.heading("COMPLEMENTARY USER ENTITY CONTROLS")
    sheet.items(
        "User entities should enable single sign-on for their own staff.",
        "User entities should report suspected misuse of accounts to lumen7 without delay.",
        "User entities should keep the keys for the programming interface secret.",
        mark="{n}.",
    )
    return sheet.done()


LUMEN7 = Report(
    "Lumen7 - SOC2T1 - Feb 2026.pdf",
    "soc_report",
    _lumen7,
    truth(
        issuer="Ostrander CPAs P.C.",
        subject=Planted("lumen7, Inc.", also=("lumen7",)),
        period_end=day(2026, 2, 28, "February 28, 2026"),
        issued=day(2026, 3, 20, "March 20, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects, the description presents"),
        scope="lumen7 Video Platform",
        soc_type="SOC 2",
        report_type="type 1",
        trust_criteria="security",
        cuec=(
            named("User entities should enable single sign-on for their own staff.", number=ANY),
            named("User entities should report suspected misuse of accounts to lumen7 without delay.", number=ANY),
            named("User entities should keep the keys for the programming interface secret.", number=ANY),
        ),
        subservice=(
            named("Cloudmoor Inc.", method="carve-out", service="cloud hosting"),
            named("Sentrydesk, LLC", method="carve-out", service="the support desk"),
        ),
    ),
)

REPORTS = (TARNHOLLOW, QVIST, LUMEN7)
