"""Opened: kept apart until rules had been measured on it once. Further policies, tests of continuity, insurances."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, said, truth

_BODY = """1. Introduction

The objective of this policy is to ensure the continuity of operations and to limit the effect of disruptions.

2. Responsibilities

The Crisis Management Team leads the response. Each department head keeps a continuity plan. Any exception to this policy is
recorded in the risk register."""


def _cover_table() -> bytes:
    sheet = Sheet("", "Nimbus Nine Ltd – Public", size=11)
    sheet.ln(40)
    sheet.banner("Business Continuity Policy", size=26)
    sheet.ln(20)
    sheet.pairs(
        ("Document version", "2.3"),
        ("Document owner", "Operations Director"),
        ("Approved by", "Board of Directors"),
        ("Date of approval", "2026-04-21"),
        ("Review date", "2027-04-21"),
        ("Organisation", "Nimbus Nine Ltd"),
        borders=True,
    )
    sheet.leaf()
    sheet.paras(_BODY)
    return sheet.done()


COVER = Report(
    "BCP policy N9.pdf",
    "policy",
    _cover_table,
    truth(
        issued=day(2026, 4, 21, "2026-04-21"),
        expires=day(2027, 4, 21, "2027-04-21"),
        subject="Nimbus Nine Ltd",
        owner="Operations Director",
        version="2.3",
        approved_by="Board of Directors",
    ),
)


def _history() -> bytes:
    sheet = Sheet("Westmere Escrow Services, LLC", "Password Standard", face="Times", size=11)
    sheet.banner("Password and Authentication Policy", size=16)
    sheet.paras(_BODY)
    sheet.heading("Approval and revision history", size=11)
    sheet.grid(
        (
            ("Rev.", "Effective", "Changes", "Approved"),
            ("5", "May 5, 2026", "Passkeys allowed", "CIO"),
            ("4", "May 6, 2025", "Annual review, no change", "CIO"),
            ("3", "April 30, 2024", "Minimum length raised", "CIO"),
        ),
        (16, 40, 70, 40),
    )
    sheet.para("Owner: Information Security Officer. This policy is due for review by May 5, 2027.")
    return sheet.done()


HISTORY = Report(
    "WES-password.pdf",
    "policy",
    _history,
    truth(
        issued=day(2026, 5, 5, "May 5, 2026"),
        expires=day(2027, 5, 5, "May 5, 2027"),
        subject="Westmere Escrow Services, LLC",
        owner="Information Security Officer",
        version=Planted("5"),
        approved_by="CIO",
    ),
)


def _drill() -> bytes:
    sheet = Sheet("", "Westmere Escrow Services, LLC | {page}", size=10.5)
    sheet.banner("DR Test Summary – Calendar Year 2025", size=16)
    sheet.labelled(
        ("Test Date", "November 8, 2025"),
        ("Company", "Westmere Escrow Services, LLC"),
        ("Systems", "Escrow Disbursement System"),
        ("Target RTO", "24 hours"),
        ("Actual RTO", "9 hours"),
        ("Target RPO", "1 hour"),
        ("Actual RPO", "30 minutes"),
        ("Overall Result", "Successful"),
    )
    sheet.para("No issues were identified. Participants: IT, Operations, First Prairie Bank, N.A.")
    return sheet.done()


DRILL = Report(
    "DR Summary CY25.pdf",
    "continuity_test",
    _drill,
    truth(
        issued=day(2025, 11, 8, "November 8, 2025"),
        subject="Westmere Escrow Services, LLC",
        scope="Escrow Disbursement System",
        rto=(said("24 hours", "24 hours", kind="target"), said("9 hours", "9 hours", kind="achieved")),
        rpo=(said("1 hour", "1 hour", kind="target"), said("30 minutes", "30 minutes", kind="achieved")),
        test_result=said("passed", "Successful"),
    ),
)


def _failover() -> bytes:
    sheet = Sheet("Business continuity test report", "{page} / {pages}")
    sheet.banner("Failover test of the weather feed", size=16)
    sheet.paras("""Nimbus Nine Ltd tested the failover of the Weather Data Feed to its Frankfurt site on 3rd March 2026.

The feed was restored after 25 minutes, against a recovery time objective (RTO) of 60 minutes. No data was lost; the recovery
point objective (RPO) is 5 minutes.

The test was passed, with two minor findings about monitoring. The previous test of 4 March 2025 was passed without findings.""")
    return sheet.done()


FAILOVER = Report(
    "n9-failover-0326.pdf",
    "continuity_test",
    _failover,
    truth(
        issued=day(2026, 3, 3, "3rd March 2026"),
        subject="Nimbus Nine Ltd",
        scope=Planted("Weather Data Feed", also=("failover of the Weather Data Feed to its Frankfurt site",)),
        rto=(said("60 minutes", "60 minutes", kind="target"), said("25 minutes", "25 minutes", kind="achieved")),
        rpo=(said("5 minutes", "5 minutes", kind=ANY),),
        test_result=said("passed with findings", "passed, with two minor findings"),
    ),
)


def _declaration() -> bytes:
    sheet = Sheet("", "Bluestem Casualty and Surety Company   Declarations page {page}", size=10)
    sheet.banner("CYBER INSURANCE POLICY DECLARATIONS", size=14)
    sheet.grid(
        (
            ("Item 1. Named Insured:", "Prismatic Labs Corporation, 600 Forbes Ave, Pittsburgh, PA"),
            ("Item 2. Policy Period:", "From April 1, 2026 to April 1, 2027 (12:01 a.m. local time)"),
            ("Item 3. Policy Number:", "BCS-CY-100884"),
            ("Item 4. Aggregate Limit:", "$10,000,000"),
            ("Item 5. Retention:", "$100,000 each event"),
            ("Item 6. Premium:", "$84,150"),
        ),
        (50, 116),
        header=False,
    )
    sheet.para("Coverage is provided by Bluestem Casualty and Surety Company. Countersigned March 27, 2026.")
    return sheet.done()


DECLARATION = Report(
    "prismatic cyber dec page.pdf",
    "insurance",
    _declaration,
    truth(
        issuer="Bluestem Casualty and Surety Company",
        subject="Prismatic Labs Corporation",
        period_start=day(2026, 4, 1, "April 1, 2026"),
        period_end=day(2027, 4, 1, "April 1, 2027"),
        issued=Planted("2026-03-27", "March 27, 2026", optional=True),
        limit=said("USD 10000000", "$10,000,000", cover=ANY),
        policy_number="BCS-CY-100884",
    ),
)

REPORTS = (COVER, HISTORY, DRILL, FAILOVER, DECLARATION)
