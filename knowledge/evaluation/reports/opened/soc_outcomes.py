"""Opened: kept apart until rules had been measured on it once. SOC 2 reports with an adverse opinion and with none."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.padding import background
from knowledge.evaluation.reports.truth import Planted, Report, day, named, perhaps, said, truth


def _zephyr() -> bytes:
    sheet = Sheet("Zephyr 360 Marketing Cloud", "{page}")
    sheet.banner("System and Organization Controls 2", size=17)
    sheet.lines("Type 2 examination of Zephyr 360 LLC", "February 1, 2025 to January 31, 2026", size=12)
    sheet.labelled(("Categories", "Security and Availability"), ("Restricted", "for the use of specified parties"))
    sheet.heading("Independent service auditor’s report")
    sheet.paras("""To: Management, Zephyr 360 LLC

We have examined Zephyr 360 LLC’s description of its Zephyr 360 Marketing Cloud throughout the period February 1, 2025 to
January 31, 2026. Last year’s report, for the period February 1, 2024 to January 31, 2025, contained an unqualified opinion.

Basis for adverse opinion. Changes were deployed to production without testing or approval throughout the period, and
monitoring alerts were not reviewed. These failures affect most of the criteria.

In our opinion, because of the significance of the matters described in the preceding paragraph, the controls did not operate
effectively throughout the period to provide reasonable assurance that the principal service commitments were achieved.""")
    sheet.lines("Foxglove Audit & Advisory, LLC", "Phoenix, Arizona", "March 31, 2026")
    background(sheet, "Description of the system")
    sheet.leaf()
    sheet.heading("Tests of controls")
    for row in (
        (
            "CC7.2.1",
            "Alerts are reviewed daily",
            "Exception",
            "No evidence of review existed for any of the 25 days selected.",
        ),
        ("CC8.1.1", "Changes are tested", "Exception", "Test results were not retained for 22 of 25 changes selected."),
        ("CC8.1.2", "Changes are approved", "No exception", "n/a"),
    ):
        sheet.labelled(("Control", row[0]), ("Description", row[1]), ("Conclusion", row[2]), ("Details", row[3]))
    return sheet.done()


ZEPHYR = Report(
    "zephyr360_2026.pdf",
    "soc_report",
    _zephyr,
    truth(
        issuer="Foxglove Audit & Advisory, LLC",
        subject="Zephyr 360 LLC",
        period_start=day(2025, 2, 1, "February 1, 2025"),
        period_end=day(2026, 1, 31, "January 31, 2026"),
        issued=day(2026, 3, 31, "March 31, 2026"),
        opinion=said("adverse", "Basis for adverse opinion"),
        scope="Zephyr 360 Marketing Cloud",
        soc_type=said("SOC 2", "System and Organization Controls 2"),
        report_type="type 2",
        trust_criteria=("security", "availability"),
        exceptions=(
            named("No evidence of review existed for any of the 25 days selected.", control="CC7.2.1"),
            named("Test results were not retained for 22 of 25 changes selected.", control="CC8.1.1"),
            perhaps(
                """Changes were deployed to production without testing or approval throughout the period, and monitoring
                alerts were not reviewed."""
            ),
        ),
    ),
)


def _islander() -> bytes:
    sheet = Sheet("", "Islander Telehealth Networks | SOC 2 Type II", face="Times")
    sheet.banner("Islander Telehealth Networks, P.B.C.", size=17)
    sheet.lines("SOC 2 Type II Report - Security - 12 months ended June 30, 2026", style="I")
    sheet.paras("""Report of independent certified public accountants

We were engaged to examine the description of the Islander Visit Platform of Islander Telehealth Networks, P.B.C. for the
period July 1, 2025 to June 30, 2026.

Subsequent to our appointment, a ransomware event destroyed the logs for ten months of the period. We were therefore unable to
obtain evidence about the operating effectiveness of the controls.

Because of the limitation on the scope of our examination discussed above, the scope of our work was not sufficient to enable
us to express, and we do not express, an opinion on the description or the controls.

Hallowell Bright LLP, Honolulu, Hawaii, September 30, 2026""")
    return sheet.done()


ISLANDER = Report(
    "Islander_2026_SOC.pdf",
    "soc_report",
    _islander,
    truth(
        issuer="Hallowell Bright LLP",
        subject="Islander Telehealth Networks, P.B.C.",
        period_start=day(2025, 7, 1, "July 1, 2025"),
        period_end=day(2026, 6, 30, "June 30, 2026"),
        issued=day(2026, 9, 30, "September 30, 2026"),
        opinion=said("disclaimer", "we do not express, an opinion"),
        scope=Planted("Islander Visit Platform"),
        soc_type="SOC 2",
        report_type=said("type 2", "Type II"),
        trust_criteria="security",
    ),
)

REPORTS = (ZEPHYR, ISLANDER)
