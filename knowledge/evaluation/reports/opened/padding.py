"""Opened: kept apart until rules had been measured on it once. The pages of a report that say nothing that counts."""

from knowledge.evaluation.reports.drawing import Sheet

_ENTITY = """Overview of operations. Headquartered in the Midwest with a second office in Cork, the entity was incorporated in
Delaware on June 17, 2011. Effective July 1, 2024 the payments business was sold to Ashgrove Holdings plc and is no longer part
of the services described here.

Control environment. The Audit Committee charter was last approved on December 12, 2024. New hires acknowledge the Employee
Handbook within ten days. Background checks are performed by Verity Screening Services, Inc. prior to the start date.

Risk assessment process. Management performs an enterprise risk assessment on an annual basis. Exceptions to the control
framework are tracked as issues until closed, and results are reported to the Board.

Monitoring. Internal Audit completed its ISO/IEC 27001 readiness review during Q1 2025. An annual penetration test is performed
by an independent third party, and critical and high findings are tracked to remediation."""

_GUIDE = """The results of tests are shown in the tables on the following pages. "No exceptions noted" indicates that the tests
performed did not identify a deviation. Where the table indicates "Exception noted", the nature and extent of the deviation
are described. An exception does not necessarily mean that a criterion was not met; whether an exception affects the opinion is
a matter of the service auditor's judgment.

Population and sample sizes: annual controls, 1; quarterly, 2; monthly, 2 to 5; weekly, 5 to 15; daily, 20 to 40; recurring, 25
to 60. Information produced by the entity was tested for completeness and accuracy as of September 8, 2025."""


def background(sheet: Sheet, heading: str) -> None:
    """Draw the narrative of a system description."""
    sheet.heading(heading)
    sheet.paras(_ENTITY)


def reading_guide(sheet: Sheet, heading: str) -> None:
    """Draw the page on how to read the results of tests."""
    sheet.heading(heading)
    sheet.paras(_GUIDE)
    sheet.items(
        "Inquired: questioned the control owner to corroborate other evidence",
        "Observed: witnessed the performance of the control",
        "Inspected: examined documents for indications that the control was performed",
        mark="\u2013",
    )
