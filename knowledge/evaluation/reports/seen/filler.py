"""The pages that stand in every report and say nothing that counts, with dates, firms and standards to be misled by."""

from knowledge.evaluation.reports.drawing import Sheet

_ABOUT = """The company opened its first office on March 2, 2009 and has employed more than 400 people since 2021. On
September 30, 2022 it acquired the customers of Wexford Ledger Company. Its services are used in 14 countries.

Control environment. The Board of Directors meets every quarter and reviews the results of internal audits, of which the last
was finished on November 14, 2025. A code of conduct is signed by every employee on joining and again each year.

Risk assessment. Risks are assessed at least once a year. A risk that is found to be high is treated within 90 days, unless an
exception has been approved by the Chief Executive Officer. Exceptions are listed in a register and end after one year."""

_CONTROLS = """Information and communication. Policies are published on the intranet, and changes to them are announced. The
service description, which was last updated on February 1, 2026, names the commitments to customers.

Monitoring. Vulnerability scans run every week. An independent firm, Thistle Security Ltd, carries out a penetration test once
a year; findings rated critical or high are fixed within 30 days.

Physical security. Data centers are operated by third parties that hold certificates to ISO/IEC 27001:2022 and obtain SOC 2
reports of their own, which are reviewed every year. In the review of October 2025 no exceptions were identified that affect the
services.

Incidents. No incident that had to be reported to customers took place in the period. A test of the plan for incidents was held
on December 4, 2025 and passed."""

_METHOD = """How to read this section. In the tests below the auditor inquired of staff, observed the operation of controls and
inspected records. For a control that operates more than 250 times a year, a sample of 25 to 60 items was chosen. The words
"exception noted" mean that a control did not operate as described for at least one item of the sample; "no exceptions noted"
means that it did for all of them."""


def describe(sheet: Sheet, name: str, heading: str) -> None:
    """Draw the pages of a report's description that stand before what counts."""
    sheet.heading(heading)
    sheet.para(f"{name}: background, people and procedures.", "I")
    sheet.paras(_ABOUT)
    sheet.heading("Principal controls", size=11)
    sheet.paras(_CONTROLS)
    sheet.leaf()
    sheet.heading("Procedures of the auditor", size=11)
    sheet.paras(_METHOD)
    sheet.grid(
        (
            ("Procedure", "Description"),
            ("Inquiry", "Asked the persons in charge how the control is carried out."),
            ("Observation", "Watched the control being carried out."),
            ("Inspection", "Read documents and records for signs that the control was carried out."),
            ("Re-performance", "Carried the control out again and compared the result; any exception is described."),
        ),
        (40, 120),
    )
