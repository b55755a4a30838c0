"""Letters that reach from the end of a report to today."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, truth


def _tessellate() -> bytes:
    sheet = Sheet("", "Tessellate Workforce, Inc. | 9 Canal Walk | Providence, RI 02903", size=11)
    sheet.lines("TESSELLATE", style="B", size=16)
    sheet.lines("Providence, October 8th, 2026")
    sheet.lines("Subject: Bridge letter for our SOC 2 Type 2 report", style="B")
    sheet.paras("""Dear customer,

The most recent SOC 2 Type 2 report of Tessellate Workforce, Inc. on Applicant Cloud was prepared by Quillfeather & Dunn,
CPAs, LLP
and covers May 1st, 2025 to April 30th, 2026. The next report is to cover May 1st, 2026 to April 30th, 2027 and is expected in
June 2027.

This letter covers the gap from May 1st, 2026 to September 30th, 2026. During that time, and to the best of our knowledge, there
were no material changes in our control environment and no significant security incidents.

This letter is not a substitute for the report. It was not reviewed by Quillfeather & Dunn, CPAs, LLP.

Sincerely,

Marguerite Oyelaran, Chief Information Security Officer""")
    return sheet.done()


TESSELLATE = Report(
    "Tessellate gap coverage Oct 26.pdf",
    "bridge_letter",
    _tessellate,
    truth(
        issuer="Tessellate Workforce, Inc.",
        subject="Tessellate Workforce, Inc.",
        period_start=day(2026, 5, 1, "May 1st, 2026"),
        period_end=day(2026, 9, 30, "September 30th, 2026"),
        issued=day(2026, 10, 8, "October 8th, 2026"),
        scope=perhaps("Applicant Cloud"),
    ),
)


def _ballycroy() -> bytes:
    sheet = Sheet(face="Times", size=11.5)
    sheet.centred("BALLYCROY PAYROLL BUREAU LIMITED", size=14, style="B")
    sheet.centred("SOC 1 GAP LETTER")
    sheet.pairs(
        ("Date of letter", "16 January 2026"),
        ("Last SOC 1 Type 2 report", "1 October 2024 to 30 September 2025"),
        ("Service auditor", "Corrib Mannion"),
        ("Period covered by this letter", "1 October 2025 to 31 December 2025"),
        ("Service", "Payroll bureau"),
    )
    sheet.paras(
        """We, the management of Ballycroy Payroll Bureau Limited, confirm for the period covered by this letter that:"""
    )
    sheet.items(
        "the controls described in the last report continued to operate;",
        "one control changed: since 3 November 2025 payments are released in the banking portal instead of by file. We do not"
        " regard this as material;",
        "we know of no failure of a control that would alter the auditor’s opinion.",
        mark="({n})",
    )
    sheet.lines("Signed for and on behalf of Ballycroy Payroll Bureau Limited", "Cormac Devaney, Managing Director")
    return sheet.done()


BALLYCROY = Report(
    "Gap letter Q4 - Ballycroy.pdf",
    "bridge_letter",
    _ballycroy,
    truth(
        issuer="Ballycroy Payroll Bureau Limited",
        subject="Ballycroy Payroll Bureau Limited",
        period_start=day(2025, 10, 1, "1 October 2025"),
        period_end=day(2025, 12, 31, "31 December 2025"),
        issued=day(2026, 1, 16, "16 January 2026"),
        scope=perhaps("Payroll bureau"),
    ),
)


def _sorrel() -> bytes:
    sheet = Sheet("", "sorreldesk.example", size=10.5)
    sheet.lines("Sorrel Desk, LLC", "2100 Fourth Ave, Suite 900, Seattle, WA", "02/27/2026")
    sheet.banner("Letter of Continued Assurance", size=15)
    sheet.paras("""To whom it may concern:

Sorrel Desk, LLC engages Penrose & Achterberg, P.C. each year for a SOC 2 Type II examination. The last one ran through
11/30/2025; the report was released on 01/22/2026 with an unqualified opinion.

For the time after that, 12/01/2025 through the date of this letter, we represent that no changes were made to the system or its
controls that would adversely affect the conclusions of the report. Customers should consider the complementary user entity
controls listed in the report.

Please note that this letter expires three months after its date, on 05/27/2026.""")
    sheet.lines("/s/ Jonah Wexler", "VP of Trust, Sorrel Desk, LLC")
    return sheet.done()


SORREL = Report(
    "Sorrel Desk assurance Feb.pdf",
    "bridge_letter",
    _sorrel,
    truth(
        issuer="Sorrel Desk, LLC",
        subject="Sorrel Desk, LLC",
        period_start=day(2025, 12, 1, "12/01/2025"),
        period_end=Planted("2026-02-27", "02/27/2026"),
        issued=day(2026, 2, 27, "02/27/2026"),
    ),
)


def _veldt() -> bytes:
    sheet = Sheet("Veldt Records Management (Pty) Ltd", "Bridge letter ISAE 3402 / SOC 1 | {page}", size=10.5)
    sheet.stacked(
        ("From", "Veldt Records Management (Pty) Ltd, Bloemfontein"),
        ("To", "The auditors of Protea Life Assurance Ltd"),
        ("Dated", "2026-03-05"),
        ("Bridge period", "2026-01-01 to 2026-02-28"),
    )
    sheet.para("""Our ISAE 3402 Type II report covers 2025-01-01 to 2025-12-31. It holds one exception, on the review of
    access to
    vault 3 (control 4.2), which was resolved on 2025-12-15. For the bridge period named above we are not aware of any change to
    the control environment, of any control that failed, or of any breach that would have to be reported.""")
    sheet.para("""The statement is made by the Chief Operating Officer on the basis of monthly confirmations of the owners of
    controls.
    It does not take the place of a report by a service auditor.""")
    sheet.lines("T. Mokoena, Chief Operating Officer")
    return sheet.done()


VELDT = Report(
    "Veldt bridge Jan-Feb 2026.pdf",
    "bridge_letter",
    _veldt,
    truth(
        issuer="Veldt Records Management (Pty) Ltd",
        subject="Veldt Records Management (Pty) Ltd",
        period_start=day(2026, 1, 1, "2026-01-01"),
        period_end=day(2026, 2, 28, "2026-02-28"),
        issued=day(2026, 3, 5, "2026-03-05"),
    ),
)

REPORTS = (TESSELLATE, BALLYCROY, SORREL, VELDT)
