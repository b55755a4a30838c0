"""SOC 2 reports with matrices of controls and tests."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.pages import components, duties_of_auditor, restricted
from knowledge.evaluation.reports.truth import ANY, Report, day, named, said, truth


def _cover() -> Sheet:
    sheet = Sheet("", "Proprietary and Confidential        {page}", size=10, first=False)
    sheet.ln(55)
    sheet.lines("HALVORSEN GRID TELEMETRY, INC.", size=20, style="B", align="R")
    sheet.lines(
        "System and Organization Controls (SOC) 2® Type II Report on",
        "Halvorsen Grid Telemetry, Inc.'s",
        "GridSight Monitoring System",
        "Relevant to Security, Availability, and Confidentiality",
        size=13,
        align="R",
    )
    sheet.lines("For the Period February 1, 2025 through January 31, 2026", size=11, align="R")
    sheet.ln(50)
    sheet.lines("Together with Independent Service Auditors' Report", "Pennock Dahl & Associates, P.C.", align="R")
    sheet.leaf()
    sheet.contents(
        ("Section I - Independent Service Auditors' Report", 3),
        ("Section II - Assertion of Halvorsen Grid Telemetry, Inc.", 5),
        ("Section III - Description of the GridSight Monitoring System", 6),
        ("Section IV - Trust Services Criteria, Related Controls and Tests of Controls", 9),
        ("Section V - Other Information Provided by Halvorsen Grid Telemetry, Inc.", 11),
    )
    sheet.leaf()
    return sheet


def _opinion_of_halvorsen(sheet: Sheet) -> None:
    sheet.heading("SECTION I - INDEPENDENT SERVICE AUDITORS' REPORT")
    sheet.para("To the Board of Directors of Halvorsen Grid Telemetry, Inc.:")
    sheet.lines("Scope", style="B")
    sheet.paras("""We have examined Halvorsen Grid Telemetry, Inc.'s ("Halvorsen") description in Section III of its GridSight
Monitoring System for the period February 1, 2025 through January 31, 2026, based on the criteria for a description of a
service organization's system set forth in DC section 200, and the suitability of the design and operating effectiveness
of controls to provide reasonable assurance that Halvorsen's service commitments were achieved based on the trust services
criteria relevant to security, availability, and confidentiality.

Halvorsen uses Altocumulus Web Services ("AWeS"), a subservice organization, for infrastructure hosting. The description
presents the types of controls that Halvorsen assumes have been implemented at AWeS and does not disclose the actual
controls at the subservice organization. Our examination did not extend to the controls of the subservice organization.

The information in Section V, "Other Information Provided by Halvorsen Grid Telemetry, Inc.," is presented by management
and is not a part of the description. We express no opinion on it.""")
    duties_of_auditor(sheet)
    sheet.lines("Opinion", style="B")
    sheet.para("""In our opinion, in all material respects, (a) the description presents the GridSight Monitoring System that was
    designed and implemented for the period; (b) the controls were suitably designed; and (c) the controls operated
    effectively for the period February 1, 2025 through January 31, 2026, if complementary subservice organization and user
    entity controls assumed in the design operated effectively.""")
    restricted(sheet, "Halvorsen")
    sheet.lines("Pennock Dahl & Associates, P.C.", style="I", size=12)
    sheet.lines("Fort Collins, Colorado", "March 19, 2026")
    sheet.leaf()


def _tests_of_halvorsen(sheet: Sheet) -> None:
    sheet.heading("Complementary User Entity Controls (CUECs)", size=11)
    sheet.grid(
        (
            ("#", "Complementary User Entity Control", "Related Criteria"),
            (
                "1",
                "User entities are responsible for configuring single sign-on and enforcing strong passwords.",
                "CC6.1",
            ),
            (
                "2",
                "User entities are responsible for notifying Halvorsen of changes to their technical contacts.",
                "CC2.3",
            ),
            ("3", "User entities are responsible for securing the gateways installed at their substations.", "CC6.4"),
        ),
        (10, 120, 36),
    )
    sheet.leaf()
    sheet.heading("SECTION IV - TRUST SERVICES CRITERIA, RELATED CONTROLS AND TESTS OF CONTROLS")
    sheet.grid(
        (
            ("Control #", "Control Specified by Halvorsen", "Tests Performed by Service Auditor", "Results"),
            (
                "HGT-14",
                "Access of terminated personnel is revoked within one business day.",
                "For a sample of 25 terminated personnel, inspected the access revocation ticket.",
                "Exception noted: For 2 of 25 terminated personnel sampled, access was revoked four business days late.",
            ),
            ("HGT-15", "Production access requires MFA.", "Observed a login.", "No exceptions noted."),
            (
                "HGT-31",
                "Backups are restored in a test each quarter.",
                "For a sample of 2 quarters, inspected the restoration record.",
                "Exception noted: The restoration test for the third quarter of 2025 was not performed.",
            ),
            ("HGT-32", "Capacity is reviewed monthly.", "Inspected 4 monthly reviews.", "No exceptions noted."),
        ),
        (18, 46, 50, 52),
        size=8,
    )


def _halvorsen() -> bytes:
    sheet = _cover()
    _opinion_of_halvorsen(sheet)
    sheet.heading("SECTION II - ASSERTION OF HALVORSEN GRID TELEMETRY, INC.")
    sheet.para("""We have prepared the description of the GridSight Monitoring System for the period February 1, 2025 through
    January 31, 2026. We confirm, to the best of our knowledge and belief, that the controls operated effectively.""")
    components(sheet, "SECTION III - DESCRIPTION OF THE GRIDSIGHT MONITORING SYSTEM")
    _tests_of_halvorsen(sheet)
    sheet.leaf()
    sheet.heading("SECTION V - OTHER INFORMATION PROVIDED BY HALVORSEN GRID TELEMETRY, INC.")
    sheet.para("Management's Responses to Testing Exceptions", "B")
    sheet.grid(
        (
            ("Control #", "Management's Response"),
            (
                "HGT-14",
                "Offboarding tickets are now opened by the HR system. Neither person had logged in after leaving.",
            ),
            ("HGT-31", "The test was performed in October 2025 and succeeded. A calendar alert has been added."),
        ),
        (24, 142),
    )
    sheet.para("Halvorsen plans to add the privacy criteria to its next examination.")
    return sheet.done()


HALVORSEN = Report(
    "Halvorsen - SOC 2 Type II - FY26 FINAL.pdf",
    "soc_report",
    _halvorsen,
    truth(
        issuer="Pennock Dahl & Associates, P.C.",
        subject="Halvorsen Grid Telemetry, Inc.",
        period_start=day(2025, 2, 1, "February 1, 2025"),
        period_end=day(2026, 1, 31, "January 31, 2026"),
        issued=day(2026, 3, 19, "March 19, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="GridSight Monitoring System",
        soc_type=said("SOC 2", "System and Organization Controls (SOC) 2"),
        report_type=said("type 2", "Type II"),
        trust_criteria=("security", "availability", "confidentiality"),
        exceptions=(
            named(
                "For 2 of 25 terminated personnel sampled, access was revoked four business days late.",
                control="HGT-14",
                response="Offboarding tickets are now opened by the HR system. Neither person had logged in after leaving.",
            ),
            named(
                "The restoration test for the third quarter of 2025 was not performed.",
                control="HGT-31",
                response="The test was performed in October 2025 and succeeded. A calendar alert has been added.",
            ),
        ),
        cuec=(
            named(
                "User entities are responsible for configuring single sign-on and enforcing strong passwords.",
                number=ANY,
            ),
            named(
                "User entities are responsible for notifying Halvorsen of changes to their technical contacts.",
                number=ANY,
            ),
            named(
                "User entities are responsible for securing the gateways installed at their substations.", number=ANY
            ),
        ),
        subservice=named("Altocumulus Web Services", method="carve-out", service="infrastructure hosting"),
    ),
)


def _brightmere() -> bytes:
    sheet = Sheet("Brightmere Dental Cloud LLC  |  SOC 2 Type 2", "{page}", face="Times", size=11)
    sheet.banner("Brightmere Dental Cloud LLC", size=18)
    sheet.lines(
        "SOC 2 Type 2 Report",
        "Controls Relevant to Security and Privacy",
        "April 1, 2025 – September 30, 2025",
        size=13,
    )
    sheet.lines("Issued by: Okonjo Varley CPAs, PLLC")
    sheet.leaf()
    sheet.heading("1. Report of Independent Service Auditor")
    sheet.paras("""To Brightmere Dental Cloud LLC:

We examined management's description of the BrightChart Practice Management Platform throughout the period April 1, 2025
to September 30, 2025 and the controls stated in it, based on the applicable trust services criteria for security and
privacy.

Brightmere uses Stratos Peak Hosting for its data center and Mailwren Inc. for patient reminder e-mails. Both are carved out:
their controls are not part of this report.""")
    duties_of_auditor(sheet)
    sheet.lines("Basis for Qualified Opinion", style="B")
    sheet.para("""Brightmere states in its description that vulnerabilities rated critical are remediated within 14 days. Our
    tests showed that this did not happen for 6 of 11 critical vulnerabilities. As a result, controls did not provide
    reasonable assurance that the criterion CC7.1 was achieved.""")
    sheet.lines("Qualified Opinion", style="B")
    sheet.para("""In our opinion, except for the matter described in the preceding paragraph, in all material respects, the
    description presents the BrightChart Practice Management Platform and the controls operated effectively throughout the
    period April 1, 2025 to September 30, 2025.""")
    sheet.lines("Okonjo Varley CPAs, PLLC", "Wilmington, Delaware", "14 November 2025")
    sheet.leaf()
    components(sheet, "3. Description of the system")
    sheet.para("User entity responsibilities", "B")
    sheet.items(
        "Practices obtain and record the consent of their patients.",
        "Practices remove the accounts of their own staff when they leave.",
        mark="({n})",
    )
    sheet.leaf()
    sheet.heading("4. Tests of controls")
    sheet.lines("CC7.1-a  Critical vulnerabilities are remediated within 14 days.", style="B")
    sheet.para("Test: Inspected the records of all 11 critical vulnerabilities in the period.")
    sheet.para("Result: Deviation. 6 of 11 critical vulnerabilities were open for more than 14 days.")
    sheet.para("""Management response: A dedicated patching team was formed in October 2025 and the backlog has been
    cleared.""")
    sheet.lines("CC7.2-b  Logs are sent to a central system and alerts are followed up.", style="B")
    sheet.para("Test: Inspected 25 alerts and their tickets.")
    sheet.para("Result: No deviations noted.")
    sheet.lines("P4.2-a  Personal information is deleted after the retention period.", style="B")
    sheet.para("Test: Inspected the deletion job and 5 of its runs.")
    sheet.para("Result: No deviations noted.")
    return sheet.done()


BRIGHTMERE = Report(
    "brightmere_soc2_2025H2.pdf",
    "soc_report",
    _brightmere,
    truth(
        issuer="Okonjo Varley CPAs, PLLC",
        subject="Brightmere Dental Cloud LLC",
        period_start=day(2025, 4, 1, "April 1, 2025"),
        period_end=day(2025, 9, 30, "September 30, 2025"),
        issued=day(2025, 11, 14, "14 November 2025"),
        opinion=said("qualified", "Qualified Opinion"),
        scope="BrightChart Practice Management Platform",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "privacy"),
        exceptions=named(
            "6 of 11 critical vulnerabilities were open for more than 14 days.",
            control="CC7.1-a",
            response="A dedicated patching team was formed in October 2025 and the backlog has been cleared.",
        ),
        cuec=(
            named("Practices obtain and record the consent of their patients.", number=ANY),
            named("Practices remove the accounts of their own staff when they leave.", number=ANY),
        ),
        subservice=(
            named("Stratos Peak Hosting", method="carve-out", service="data center"),
            named("Mailwren Inc.", method="carve-out", service="patient reminder e-mails"),
        ),
    ),
)

REPORTS = (HALVORSEN, BRIGHTMERE)
