"""Opened: kept apart until rules had been measured on it once. SOC 2 reports of American firms."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.padding import background, reading_guide
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, perhaps, said, truth


def _crestline() -> bytes:
    sheet = Sheet("Crestline Data, Inc. – SOC 2 Report", "This report is confidential. {page}", first=False, size=9.5)
    sheet.ln(30)
    sheet.lines(
        "Report on Crestline Data, Inc.’s Description of Its Managed Analytics Services System",
        "and on the Suitability of the Design and Operating Effectiveness of Its Controls",
        "Relevant to Security, Availability, and Confidentiality",
        size=14,
    )
    sheet.lines("Throughout the Period October 1, 2024, to September 30, 2025", size=12)
    sheet.ln(90)
    sheet.lines("SOC 2® – Type 2", style="B")
    sheet.leaf()
    sheet.contents(
        ("SECTION ONE: Independent Service Auditors’ Report", 1),
        ("SECTION TWO: Crestline Data, Inc.’s Assertion", 5),
        ("SECTION THREE: Description of the Managed Analytics Services System", 8),
        ("SECTION FOUR: Trust Services Criteria, Related Controls, and Tests of Controls", 31),
        ("SECTION FIVE: Other Information Provided by Crestline Data, Inc. That Is Not Covered by the Report", 64),
    )
    sheet.leaf()
    sheet.heading("SECTION ONE: Independent Service Auditors’ Report")
    sheet.lines("Management of Crestline Data, Inc.", "Des Moines, Iowa")
    sheet.paras("""Scope

We have examined Crestline Data, Inc.’s (the “Service Organization”) accompanying description of its Managed Analytics
Services system (the “Description”) throughout the period October 1, 2024, to September 30, 2025, based on the criteria set
forth in DC Section 200, 2018 Description Criteria for a Description of a Service Organization’s System in a SOC 2® Report
(With Revised Implementation Guidance – 2022), and the suitability of the design and operating effectiveness of controls
stated in the Description.

The Service Organization uses Northgate Colo, LLC to provide colocation and Vireo Cloud Services to provide platform hosting.
The Description presents the types of complementary subservice organization controls assumed in the design of the Service
Organization’s controls. The Description does not disclose the actual controls at the subservice organizations. Our
examination did not include the services provided by the subservice organizations, and we have not evaluated their controls.""")
    sheet.leaf()
    _crestline_opinion(sheet)
    background(sheet, "SECTION THREE: Description of the Managed Analytics Services System")
    _crestline_carved(sheet)
    reading_guide(sheet, "SECTION FOUR: Trust Services Criteria, Related Controls, and Tests of Controls")
    _crestline_tests(sheet)
    return sheet.done()


def _crestline_opinion(sheet: Sheet) -> None:
    sheet.paras("""Inherent Limitations

Because of their nature, controls may not prevent, or detect and correct, all misstatements or exceptions.

Opinion

In our opinion, in all material respects, a. the Description presents the Managed Analytics Services system that was designed
and implemented throughout the period October 1, 2024, to September 30, 2025; b. the controls stated in the Description were
suitably designed; and c. the controls operated effectively throughout that period, if complementary subservice organization
controls and complementary user entity controls assumed in the design operated effectively throughout that period.

Restricted Use

This report is intended solely for the information and use of Crestline Data, Inc., user entities, and practitioners.""")
    sheet.lines("Harkness, Dole & Whitby, PLLC", "Minneapolis, Minnesota", "November 21, 2025")


def _crestline_carved(sheet: Sheet) -> None:
    sheet.heading("Subservice Organizations", size=11)
    sheet.grid(
        (
            ("Subservice Organization", "Function", "Complementary Controls Expected"),
            ("Northgate Colo, LLC", "Colocation", "Physical access is limited to authorized individuals."),
            ("Vireo Cloud Services", "Platform hosting", "Storage is encrypted; hypervisors are patched."),
        ),
        (50, 36, 80),
    )
    sheet.heading("Complementary User Entity Controls (CUECs)", size=11)
    sheet.grid(
        (
            ("Criteria", "Complementary User Entity Controls"),
            ("CC6.1", "User entities are responsible for provisioning and deprovisioning their users’ access."),
            ("CC6.6", "User entities are responsible for restricting the source addresses of their connections."),
            (
                "CC7.3",
                "User entities are responsible for notifying Crestline Data of any actual or suspected breaches.",
            ),
        ),
        (22, 144),
    )
    sheet.leaf()


def _crestline_tests(sheet: Sheet) -> None:
    sheet.leaf()
    sheet.para("CC6.0 – Logical and Physical Access Controls", "B")
    sheet.grid(
        (
            ("Control Number and Description", "Test Performed by the Service Auditors", "Result"),
            (
                "CC6.2.02 Terminated users’ access is revoked within 24 hours of notification.",
                "Inspected offboarding tickets for a sample of 25 terminated employees.",
                """Exception noted: Access for 2 of 25 terminated employees sampled was not revoked within 24 hours
                of notification.""",
            ),
            (
                "CC6.3.01 User access reviews are completed quarterly.",
                "Inspected the Q1 and Q3 user access reviews.",
                "No exceptions noted.",
            ),
            (
                "CC6.8.04 Endpoint protection is installed on workstations.",
                "Inspected the console for a sample of 40 workstations.",
                "Exception noted: Endpoint protection was not installed on 1 of 40 workstations sampled.",
            ),
        ),
        (56, 55, 55),
    )
    sheet.heading("SECTION FIVE: Other Information Provided by Crestline Data, Inc.")
    sheet.grid(
        (
            ("Control", "Exception", "Management’s Response"),
            (
                "CC6.2.02",
                "See Section Four",
                "HR now notifies IT through an automated workflow on the termination date.",
            ),
            (
                "CC6.8.04",
                "See Section Four",
                "The workstation was remediated on August 6, 2025 and the image was corrected.",
            ),
        ),
        (22, 36, 108),
    )


CRESTLINE = Report(
    "Crestline Data SOC 2 Type 2 2025 (watermarked).pdf",
    "soc_report",
    _crestline,
    truth(
        issuer="Harkness, Dole & Whitby, PLLC",
        subject="Crestline Data, Inc.",
        period_start=day(2024, 10, 1, "October 1, 2024"),
        period_end=day(2025, 9, 30, "September 30, 2025"),
        issued=day(2025, 11, 21, "November 21, 2025"),
        opinion=said("unqualified", "In our opinion, in all material respects, a. the Description presents"),
        scope=Planted("Managed Analytics Services system", also=("Managed Analytics Services",)),
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability", "confidentiality"),
        exceptions=(
            Planted(
                "Access for 2 of 25 terminated employees sampled was not revoked within 24 hours of notification.",
                parts={
                    "control": "CC6.2.02",
                    "response": "HR now notifies IT through an automated workflow on the termination date.",
                },
            ),
            Planted(
                "Endpoint protection was not installed on 1 of 40 workstations sampled.",
                parts={
                    "control": "CC6.8.04",
                    "response": "The workstation was remediated on August 6, 2025 and the image was corrected.",
                },
            ),
        ),
        cuec=(
            named("User entities are responsible for provisioning and deprovisioning their users’ access.", number=ANY),
            named(
                "User entities are responsible for restricting the source addresses of their connections.", number=ANY
            ),
            named(
                "User entities are responsible for notifying Crestline Data of any actual or suspected breaches.",
                number=ANY,
            ),
        ),
        subservice=(
            named("Northgate Colo, LLC", method="carve-out", service="Colocation"),
            named("Vireo Cloud Services", method="carve-out", service="Platform hosting"),
        ),
    ),
)


def _finsight() -> bytes:
    sheet = Sheet("", "finsight.ai  |  SOC 2 Type 2  |  {page} of {pages}", size=10.5)
    sheet.ln(20)
    sheet.centred("SOC 2", size=30, style="B")
    sheet.centred("TYPE 2", size=16)
    sheet.centred("finsight.ai, inc.", size=14)
    sheet.centred("Observation period", "8/1/2025 – 10/31/2025")
    sheet.centred("Independent auditor: Bramblewood Assurance LLC")
    sheet.leaf()
    sheet.heading("Section I. Report of the Independent Service Auditor")
    sheet.lines("To the Management of finsight.ai, inc.")
    sheet.paras("""We examined finsight.ai, inc.’s description of the Finsight Forecasting Platform for the period August 1,
2025 through October 31, 2025 and the controls relevant to the Security category.

finsight.ai, inc. relies on the following subservice organizations under the carve-out method: Vireo Cloud Services
(Infrastructure-as-a-Service) and Hopscotch Identity Corp. (single sign-on).

In our opinion, in all material respects, the controls stated in the description were suitably designed and operated
effectively for the period August 1, 2025 through October 31, 2025.

/s/ Bramblewood Assurance LLC

Tampa, FL

December 2, 2025""")
    sheet.heading("Section IV. Testing Matrices")
    sheet.grid(
        (
            ("TSC", "Control", "Auditor testing", "Auditor results"),
            ("CC1.1", "Staff acknowledge the code of conduct.", "Inspected 15 records.", "No exceptions noted."),
            (
                "CC4.1",
                "A penetration test is performed annually.",
                "Inspected the report dated September 12, 2025.",
                "No exceptions noted.",
            ),
            (
                "CC7.4",
                "Security incidents are documented.",
                "Inquired of the CTO.",
                "The control did not operate because no incident occurred in the period. No testing performed.",
            ),
            ("CC9.2", "Vendors are reviewed annually.", "Inspected 8 vendor reviews.", "No exceptions noted."),
        ),
        (16, 50, 45, 55),
    )
    sheet.para("""User control considerations: clients must (1) secure their API tokens; (2) remove inactive users; and
    (3) verify forecasts before relying on them.""")
    return sheet.done()


FINSIGHT = Report(
    "SOC2_final_signed (1).pdf",
    "soc_report",
    _finsight,
    truth(
        issuer="Bramblewood Assurance LLC",
        subject="finsight.ai, inc.",
        period_start=day(2025, 8, 1, "August 1, 2025"),
        period_end=day(2025, 10, 31, "October 31, 2025"),
        issued=day(2025, 12, 2, "December 2, 2025"),
        opinion=said("unqualified", "In our opinion, in all material respects, the controls"),
        scope="Finsight Forecasting Platform",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria="security",
        cuec=tuple(
            Planted(words, parts={"number": ANY}, optional=True)
            for words in ("secure their API tokens", "remove inactive users", "verify forecasts before relying on them")
        ),
        subservice=(
            named("Vireo Cloud Services", method="carve-out", service="Infrastructure-as-a-Service"),
            named("Hopscotch Identity Corp.", method="carve-out", service="single sign-on"),
        ),
    ),
)


def _moreland() -> bytes:
    sheet = Sheet(
        "Moreland Benefits Group, LLC", "SOC 2 Type I Report as of March 31, 2026 | {page}", face="Times", size=11
    )
    sheet.banner("Service Organization Control 2 Report", size=18)
    sheet.lines("Moreland Benefits Group, LLC", "Enrollment and Claims Portal", "Type I", "As of March 31, 2026")
    sheet.leaf()
    sheet.heading("INDEPENDENT AUDITOR’S REPORT ON A SERVICE ORGANIZATION’S CONTROLS")
    sheet.paras("""To Moreland Benefits Group, LLC:

We have examined the description of the Enrollment and Claims Portal of Moreland Benefits Group, LLC as of March 31, 2026,
and whether the controls were suitably designed to meet the criteria for the security, confidentiality, and privacy
principles set forth in TSP section 100.

As described on page 9 of the description, privileged accounts are shared among database administrators. As a result, the
controls were not suitably designed to meet criterion CC6.1 as of March 31, 2026.

In our opinion, except for the matter referred to in the preceding paragraph, in all material respects, the description was
presented in accordance with the criteria and the controls were suitably designed as of March 31, 2026.

Cantrell Obuya CPAs, Professional Corporation

May 8, 2026

Sacramento, California""")
    sheet.heading("SUBSERVICE PROVIDERS")
    sheet.para("""Claims images are scanned by Rapidoc Imaging Corporation, whose relevant controls are included in the
    description and were examined by us (the inclusive method).""")
    sheet.heading("USER ENTITY RESPONSIBILITIES")
    sheet.items(
        "Employers are responsible for the accuracy of the eligibility files they transmit.",
        "Employers are responsible for assigning portal roles based on job responsibilities.",
        mark="{n})",
    )
    return sheet.done()


MORELAND = Report(
    "MBG - Type I.pdf",
    "soc_report",
    _moreland,
    truth(
        issuer=Planted("Cantrell Obuya CPAs, Professional Corporation", also=("Cantrell Obuya CPAs", "Cantrell Obuya")),
        subject="Moreland Benefits Group, LLC",
        period_end=day(2026, 3, 31, "March 31, 2026"),
        issued=day(2026, 5, 8, "May 8, 2026"),
        opinion=said("qualified", "In our opinion, except for the matter referred to"),
        scope="Enrollment and Claims Portal",
        soc_type=said("SOC 2", "Service Organization Control 2"),
        report_type=said("type 1", "Type I"),
        trust_criteria=("security", "confidentiality", "privacy"),
        exceptions=perhaps(
            "the controls were not suitably designed to meet criterion CC6.1 as of March 31, 2026",
        ),
        cuec=(
            named("Employers are responsible for the accuracy of the eligibility files they transmit.", number=ANY),
            named("Employers are responsible for assigning portal roles based on job responsibilities.", number=ANY),
        ),
        subservice=Planted("Rapidoc Imaging Corporation", parts={"method": "inclusive", "service": ANY}),
    ),
)

REPORTS = (CRESTLINE, FINSIGHT, MORELAND)
