"""Invented policies with their document control at the front, at the back or in the text, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, truth

_RULES = """The rules below hold for all employees, contractors and temporary staff.

Passwords have at least fourteen characters. Accounts are locked after ten failed attempts. Exceptions to this policy
need the approval of the security team and end after 90 days.

Violations may lead to disciplinary action up to the end of employment."""


def _front_table() -> bytes:
    sheet = Sheet("Information Security Policy", "Internal | Page {page} of {pages}")
    sheet.banner("Information Security Policy")
    sheet.lines("Kallweit Datentechnik GmbH & Co. KG", size=12)
    sheet.grid(
        (
            ("Document owner", "Chief Information Security Officer"),
            ("Version", "4.2"),
            ("Approved by", "Management Board"),
            ("Approval date", "12.01.2026"),
            ("Next review", "12.01.2027"),
            ("Classification", "Internal"),
        ),
        (50, 110),
        header=False,
    )
    sheet.heading("1 Purpose")
    sheet.paras(_RULES)
    sheet.heading("2 Legal basis")
    sheet.para("The policy takes account of ISO/IEC 27001:2022 and of Regulation (EU) 2016/679 of 27 April 2016.")
    return sheet.done()


FRONT = Report(
    "ISMS-POL-001.pdf",
    "policy",
    _front_table,
    truth(
        issued=day(2026, 1, 12, "12.01.2026"),
        expires=day(2027, 1, 12, "12.01.2027"),
        subject="Kallweit Datentechnik GmbH & Co. KG",
        owner="Chief Information Security Officer",
        version="4.2",
        approved_by="Management Board",
    ),
)


def _back_table() -> bytes:
    sheet = Sheet("3fold.io", "Acceptable Use Policy - {page}", size=10.5)
    sheet.banner("Acceptable Use Policy")
    sheet.paras(_RULES)
    sheet.heading("Use of devices")
    sheet.para(
        "Devices are encrypted. Private use of devices is allowed within reason. This policy was rewritten in 2025."
    )
    sheet.leaf()
    sheet.heading("Revision history")
    sheet.grid(
        (
            ("Version", "Date", "Description", "Author", "Approver"),
            ("1.0", "2023-04-11", "First issue", "R. Blom", "Head of IT"),
            ("1.1", "2024-04-09", "Annual review", "R. Blom", "Head of IT"),
            ("2.0", "2025-06-30", "Rewritten", "S. Nakata", "VP Engineering"),
        ),
        (20, 30, 50, 30, 35),
    )
    sheet.labelled(("Policy owner", "Head of Security"), ("Next review due", "2026-06-30"))
    return sheet.done()


BACK = Report(
    "AUP.pdf",
    "policy",
    _back_table,
    truth(
        issued=day(2025, 6, 30, "2025-06-30"),
        expires=day(2026, 6, 30, "2026-06-30"),
        subject="3fold.io",
        owner="Head of Security",
        version="2.0",
        approved_by="VP Engineering",
    ),
)


def _in_text() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.banner("Data Retention and Disposal Policy", size=17)
    sheet.lines("Tarnhollow Systems, Inc.", "Version 7, effective March 1, 2026", style="I")
    sheet.para("""This policy is owned by the General Counsel. It was approved by the Audit Committee on February 18, 2026
    and will next be reviewed on or before February 28, 2027.""")
    sheet.paras(_RULES)
    sheet.heading("Retention")
    sheet.items(
        "Payroll records: seven years", "Logs: thirteen months", "Applications for jobs: until six months after the end"
    )
    return sheet.done()


IN_TEXT = Report(
    "tarnhollow_retention.pdf",
    "policy",
    _in_text,
    truth(
        issued=Planted("2026-03-01", "March 1, 2026", also=("2026-02-18",)),
        expires=day(2027, 2, 28, "February 28, 2027"),
        subject="Tarnhollow Systems, Inc.",
        owner="General Counsel",
        version=Planted("7", "Version 7"),
        approved_by="Audit Committee",
    ),
)


def _sparse() -> bytes:
    sheet = Sheet("", "Confidential")
    sheet.banner("Incident Response Policy & Procedure", size=18)
    sheet.lines("Skylark Commerce Limited", size=12)
    sheet.lines("Last updated: 3 May 2026")
    sheet.paras("""1. Scope

This policy applies to all incidents that touch systems or data of Skylark Commerce Limited.

2. Steps

Incidents are detected, contained, removed and learned from. A major incident is reported to customers within 24 hours.
The plan is exercised once a year; the last exercise took place on 9 October 2025.""")
    return sheet.done()


SPARSE = Report(
    "Incident Response.pdf",
    "policy",
    _sparse,
    truth(issued=day(2026, 5, 3, "3 May 2026"), subject="Skylark Commerce Limited"),
)


def _two_columns() -> bytes:
    sheet = Sheet("", "POL-AC-03  Rev. C", face="Helvetica")
    sheet.lines("SCANLINE RADIOLOGY CLOUD, INC.", style="B", size=12)
    sheet.banner("Access Control Policy", size=18)
    sheet.columns(
        """Document No.: POL-AC-03

Revision: C

Owner: Director of Infrastructure""",
        """Effective date: November 1, 2025

Review date: November 1, 2026

Approved by: Dana Whitlock, CEO""",
    )
    sheet.rule()
    sheet.paras(_RULES)
    sheet.para("Superseded: revision B, effective date October 15, 2024.")
    return sheet.done()


TWO_COLUMNS = Report(
    "POL-AC-03_revC.pdf",
    "policy",
    _two_columns,
    truth(
        issued=day(2025, 11, 1, "November 1, 2025"),
        expires=day(2026, 11, 1, "November 1, 2026"),
        subject="Scanline Radiology Cloud, Inc.",
        owner="Director of Infrastructure",
        version=Planted("C", "Revision: C"),
        approved_by=Planted("Dana Whitlock, CEO", also=("Dana Whitlock",)),
    ),
)

REPORTS = (FRONT, BACK, IN_TEXT, SPARSE, TWO_COLUMNS)
