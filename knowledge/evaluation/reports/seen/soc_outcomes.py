"""Invented SOC 2 reports with an adverse opinion and with none, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.seen.filler import describe
from knowledge.evaluation.reports.truth import Planted, Report, day, named, perhaps, said, truth


def _brackwater() -> bytes:
    sheet = Sheet("", "SOC 2 Report - Brackwater Health Exchange   {page}", face="Times")
    sheet.banner("Brackwater Health Exchange LLC", size=18)
    sheet.lines(
        "SOC 2 Report", "Security, Availability, Confidentiality and Privacy", "01/15/2025 - 01/14/2026", size=12
    )
    sheet.lines("Prepared by Ives, Tolman and Company LLP", size=9)
    sheet.heading("Section 1: Independent Service Auditor’s Report")
    sheet.paras("""To the Board of Directors of Brackwater Health Exchange LLC

We have examined the description of the Record Exchange system of Brackwater Health Exchange LLC throughout the period
January 15, 2025 to January 14, 2026 and the operating effectiveness of controls (a type 2 report).

Basis for Adverse Opinion

The system holds health records of more than two million people. Controls over access (CC6.1, CC6.2 and CC6.3) were not
suitably designed and did not operate effectively throughout the period, and the matters are pervasive.

Adverse Opinion

In our opinion, because of the significance of the matters described above, the controls stated in the description did
not operate effectively throughout the period to provide reasonable assurance that the service commitments were achieved.

February 27, 2026

Ives, Tolman and Company LLP, Hartford, Connecticut""")
    sheet.leaf()
    describe(sheet, "Brackwater Health Exchange LLC", "Section 3: Description of the System")
    sheet.leaf()
    sheet.heading("Section 4: Results of Tests")
    sheet.grid(
        (
            ("Criteria", "Test performed", "Result"),
            (
                "CC6.1",
                "Inspected accounts of administrators",
                "Deviation noted: 14 of 31 administrators shared one account.",
            ),
            (
                "CC6.2",
                "Inspected requests for access",
                "Deviation noted: no approval was on file for 19 of 40 requests.",
            ),
            ("CC6.3", "Inspected reviews of rights", "Deviation noted: no review of rights took place in the period."),
            ("CC7.1", "Inspected scan reports", "No deviations noted"),
        ),
        (20, 60, 86),
    )
    sheet.para("There are no complementary user entity controls, and no subservice organizations are used.")
    return sheet.done()


BRACKWATER = Report(
    "BHX audit report.pdf",
    "soc_report",
    _brackwater,
    truth(
        issuer="Ives, Tolman and Company LLP",
        subject="Brackwater Health Exchange LLC",
        period_start=day(2025, 1, 15, "January 15, 2025"),
        period_end=day(2026, 1, 14, "January 14, 2026"),
        issued=day(2026, 2, 27, "February 27, 2026"),
        opinion=said("adverse", "Adverse Opinion"),
        scope=Planted("Record Exchange system", also=("Record Exchange",)),
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability", "confidentiality", "privacy"),
        exceptions=(
            named("14 of 31 administrators shared one account.", control="CC6.1"),
            named("no approval was on file for 19 of 40 requests.", control="CC6.2"),
            named("no review of rights took place in the period.", control="CC6.3"),
            perhaps(
                """Controls over access (CC6.1, CC6.2 and CC6.3) were not suitably designed and did not operate effectively
                throughout the period, and the matters are pervasive."""
            ),
        ),
    ),
)


def _pomona() -> bytes:
    sheet = Sheet("Pomona Freight Technologies Corporation", "Restricted use - {page}")
    sheet.banner("SOC 2 Type 2 Report")
    sheet.lines("Pomona Dispatch System", "September 1, 2025 to February 28, 2026", size=12)
    sheet.contents(("Independent Service Auditor’s Report", 2), ("Exceptions noted and responses", 3))
    sheet.leaf()
    sheet.heading("INDEPENDENT SERVICE AUDITOR’S REPORT")
    sheet.paras("""To the Management of Pomona Freight Technologies Corporation

We were engaged to examine the description of the Pomona Dispatch System throughout the period September 1, 2025 to
February 28, 2026 and the suitability of the design and operating effectiveness of controls relevant to security and
availability.

Basis for Disclaimer of Opinion

Management did not provide the records of changes and of incidents that we had asked for, so that we were unable to
obtain sufficient appropriate evidence.

Disclaimer of Opinion

Because of the significance of the matter described above, we have not been able to obtain sufficient evidence to
provide a basis for an opinion. Accordingly, we do not express an opinion on the description or on the controls.""")
    sheet.lines("Kestrel Audit Partners LLC", "Fresno, California", "April 30, 2026")
    sheet.leaf()
    sheet.heading("Exceptions noted and responses")
    sheet.paras("""CC8.1-1 Changes are tested and approved before release. Exception noted: records could not be obtained for
any of the 50 changes selected. Management response: We have changed the supplier of our ticketing system and lost the
history.

CC7.3-1 Incidents are classified within four hours. Exception noted: no incident records were provided. Management
response: Records are kept since March 2026.""")
    return sheet.done()


POMONA = Report(
    "Pomona SOC 2.pdf",
    "soc_report",
    _pomona,
    truth(
        issuer="Kestrel Audit Partners LLC",
        subject="Pomona Freight Technologies Corporation",
        period_start=day(2025, 9, 1, "September 1, 2025"),
        period_end=day(2026, 2, 28, "February 28, 2026"),
        issued=day(2026, 4, 30, "April 30, 2026"),
        opinion=said("disclaimer", "we do not express an opinion on the description"),
        scope="Pomona Dispatch System",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability"),
        exceptions=(
            Planted(
                "records could not be obtained for any of the 50 changes selected.",
                parts={
                    "control": "CC8.1-1",
                    "response": "We have changed the supplier of our ticketing system and lost the history.",
                },
            ),
            Planted(
                "no incident records were provided.",
                parts={"control": "CC7.3-1", "response": "Records are kept since March 2026."},
                also=("Exception noted: no incident records were provided.",),
            ),
        ),
    ),
)

REPORTS = (BRACKWATER, POMONA)
