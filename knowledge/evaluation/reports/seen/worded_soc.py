"""Auditors' reports as other firms word and lay them out."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, named, truth


def _long_form() -> bytes:
    sheet = Sheet("", "Confidential - Foxglove Messaging, Inc.   {page}", size=10)
    sheet.centred("Foxglove Messaging, Inc.", size=20, style="B")
    sheet.centred("System and Organization Controls (SOC) 2 Type 2 Report", size=13)
    sheet.centred("Description of the Foxglove Cloud Messaging System relevant to Security and Availability", size=11)
    sheet.centred("For the Period July 1, 2025 to June 30, 2026", size=11)
    sheet.centred("with Independent Service Auditor's Report including Tests Performed and Results Thereof", size=11)
    sheet.leaf()
    sheet.heading("Section I - Independent Service Auditor's Report")
    sheet.para("To the Management of Foxglove Messaging, Inc.")
    sheet.para("""Scope. We have examined Foxglove Messaging, Inc.'s ("Foxglove") accompanying description of its
    Foxglove Cloud Messaging
    System titled "Description of the Foxglove Cloud Messaging System" throughout the period July 1, 2025 to June 30,
    2026 (description)
    based on the criteria for a description of a service organization's system, and the suitability of the design and
    operating
    effectiveness of controls stated in the description, based on the trust services criteria relevant to security and
    availability.""")
    sheet.para("""Foxglove uses Granite Peak Web Services, Inc. (GPWS) for cloud infrastructure and Sparrowgate
    Monitoring Ltd for log
    monitoring. The description presents the types of complementary subservice organization controls assumed in the
    design of Foxglove's
    controls. The description does not disclose the actual controls at the subservice organizations. Our examination did
    not include the
    services provided by the subservice organizations.""")
    sheet.heading("Opinion", size=11)
    sheet.para("""In our opinion, in all material respects, the description presents the system that was designed and
    implemented throughout
    the period, and the controls stated in the description were suitably designed and operated effectively throughout the
    period.""")
    sheet.lines("Haverford & Sloane LLP", "Philadelphia, Pennsylvania", "August 14, 2026")
    sheet.leaf()
    sheet.heading("Complementary User Entity Controls (CUECs)")
    sheet.para(
        "The following is a representative list of controls that are recommended to be in operation at user entities:"
    )
    sheet.items(
        "User entities are responsible for managing the API keys issued to them.",
        "User entities are responsible for notifying Foxglove of changes to their administrators.",
    )
    sheet.heading("Section IV - Tests of Controls and Results")
    sheet.grid(
        (
            ("Control #", "Control Activity", "Test of Operating Effectiveness", "Test Results"),
            ("CC6.1.2", "Access requests are approved.", "Inspected 25 requests.", "No exceptions noted."),
            (
                "CC6.2.1",
                "Access of terminated users is revoked within one day.",
                "Inspected 25 terminations.",
                "Exception noted: 2 of 25 terminated users kept access for more than five days.",
            ),
            ("A1.2.1", "Backups are taken daily.", "Inspected 25 days.", "No exceptions noted."),
        ),
        (22, 50, 45, 50),
    )
    return sheet.done()


LONG_FORM = Report(
    "Foxglove SOC2 Type2 2026.pdf",
    "soc_report",
    _long_form,
    truth(
        issuer="Haverford & Sloane LLP",
        subject="Foxglove Messaging, Inc.",
        period_start=day(2025, 7, 1, "July 1, 2025"),
        period_end=day(2026, 6, 30, "June 30, 2026"),
        issued=day(2026, 8, 14, "August 14, 2026"),
        opinion=Planted("unqualified", "In our opinion, in all material respects"),
        scope="Foxglove Cloud Messaging System",
        soc_type=Planted("SOC 2", "SOC) 2"),
        report_type=Planted("type 2", "Type 2"),
        trust_criteria=(Planted("security"), Planted("availability")),
        cuec=(
            "User entities are responsible for managing the API keys issued to them.",
            "User entities are responsible for notifying Foxglove of changes to their administrators.",
        ),
        subservice=(
            named("Granite Peak Web Services, Inc.", service="cloud infrastructure", method="carve-out"),
            named("Sparrowgate Monitoring Ltd", service="log monitoring", method="carve-out"),
        ),
        exceptions=(
            Planted(
                "2 of 25 terminated users kept access for more than five days.",
                "",
                {"control": "CC6.2.1"},
                also=("Exception noted: 2 of 25 terminated users kept access for more than five days.",),
            ),
        ),
    ),
)


def _soc1() -> bytes:
    sheet = Sheet("", "{page}", face="Times", size=10.5)
    sheet.centred("INDEPENDENT SERVICE AUDITOR'S ASSURANCE REPORT", size=14, style="B")
    sheet.centred(
        "ON THE DESCRIPTION OF CONTROLS, THEIR DESIGN AND OPERATING EFFECTIVENESS (SOC 1 / ISAE 3402 TYPE II)", size=10
    )
    sheet.para("To the Board of Directors of Millpond Pension Services B.V.")
    sheet.para("""Scope. We have been engaged to report on Millpond Pension Services B.V.'s description of its Pension
    Administration Platform
    for processing customers' transactions throughout the period 1 January 2025 to 31 December 2025, and on the design
    and operation of
    controls related to the control objectives stated in the description.""")
    sheet.para("""Millpond Pension Services B.V. uses a subservice organisation, Kanaal Hosting B.V., to host its
    servers. The description
    includes only the controls of Millpond Pension Services B.V. and excludes the controls of Kanaal Hosting B.V.""")
    sheet.para("""Opinion. In our opinion, except for the matter described in the basis for qualified opinion, in all
    material respects, the
    description fairly presents the Pension Administration Platform and the controls operated effectively.""")
    sheet.lines("Utrecht, 12 February 2026", "Van der Velde Accountants N.V.", "drs. M. Aalbers RA")
    sheet.heading("Control objective 3: changes are authorised", size=11)
    sheet.para("""3.2 Changes are tested before release. Tests: inspected 40 changes. Result: deviation noted. For 3 of
    40 changes no evidence
    of testing was available. Management response: The release tool now blocks untested changes.""")
    return sheet.done()


SOC1 = Report(
    "Millpond ISAE 3402 2025.pdf",
    "soc_report",
    _soc1,
    truth(
        issuer="Van der Velde Accountants N.V.",
        subject="Millpond Pension Services B.V.",
        period_start=day(2025, 1, 1, "1 January 2025"),
        period_end=day(2025, 12, 31, "31 December 2025"),
        issued=day(2026, 2, 12, "12 February 2026"),
        opinion=Planted("qualified", "basis for qualified opinion"),
        scope="Pension Administration Platform",
        soc_type=Planted("SOC 1", "SOC 1"),
        report_type=Planted("type 2", "TYPE II"),
        subservice=(named("Kanaal Hosting B.V.", service="host its servers", method="carve-out"),),
        exceptions=(
            Planted(
                "For 3 of 40 changes no evidence of testing was available.",
                "",
                {"control": "3.2", "response": "The release tool now blocks untested changes."},
                also=("deviation noted. For 3 of 40 changes no evidence of testing was available.",),
            ),
        ),
    ),
)


def _tables() -> bytes:
    sheet = Sheet("Windrush Identity LLC", "SOC 2 Type I - page {page}", size=9.5)
    sheet.banner("SOC 2 Type I Report", size=20)
    sheet.lines(
        "Windrush Identity LLC",
        "Windrush Single Sign-On",
        "As of March 31, 2026",
        "Prepared by: Calloway Reyes CPAs, PLLC",
    )
    sheet.heading("Independent Service Auditor's Report", size=11)
    sheet.para("""We have examined the description of Windrush Single Sign-On as of March 31, 2026 and the suitability of
    the design of
    controls to meet the criteria for security and confidentiality. In our opinion, in all material respects, the
    controls were suitably
    designed as of March 31, 2026.""")
    sheet.lines("Calloway Reyes CPAs, PLLC", "Austin, Texas", "May 4, 2026")
    sheet.heading("Subservice organizations", size=11)
    sheet.grid(
        (
            ("Subservice organization", "Services provided", "Method"),
            ("Meridian Cloud Hosting, Inc.", "Infrastructure as a service", "Carve-out"),
            ("Oriole Text LLC", "One-time codes by SMS", "Carve-out"),
        ),
        (60, 70, 30),
    )
    sheet.heading("Complementary user entity controls", size=11)
    sheet.grid(
        (
            ("ID", "Complementary user entity control", "Related criteria"),
            ("CUEC-1", "User entities remove users who no longer need access.", "CC6.2"),
            ("CUEC-2", "User entities protect their signing keys.", "CC6.1"),
        ),
        (20, 110, 30),
    )
    return sheet.done()


TABLES = Report(
    "windrush_soc2_t1.pdf",
    "soc_report",
    _tables,
    truth(
        issuer="Calloway Reyes CPAs, PLLC",
        subject="Windrush Identity LLC",
        period_end=day(2026, 3, 31, "March 31, 2026"),
        issued=day(2026, 5, 4, "May 4, 2026"),
        opinion=Planted("unqualified", "In our opinion, in all material respects"),
        scope="Windrush Single Sign-On",
        soc_type=Planted("SOC 2"),
        report_type=Planted("type 1", "Type I"),
        trust_criteria=(Planted("security"), Planted("confidentiality")),
        subservice=(
            named("Meridian Cloud Hosting, Inc.", service="Infrastructure as a service", method="carve-out"),
            named("Oriole Text LLC", service="One-time codes by SMS", method="carve-out"),
        ),
        cuec=(
            named("User entities remove users who no longer need access.", number="CUEC-1"),
            named("User entities protect their signing keys.", number="CUEC-2"),
        ),
    ),
)

REPORTS = (LONG_FORM, SOC1, TABLES)
