"""Letters that bridge the time since a report, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import beside, boxed, seal
from knowledge.evaluation.reports.truth import Planted, Report, day, truth


def _quartzite() -> bytes:
    sheet = Sheet("", "Quartzite Identity, Inc.   220 South Main   Salt Lake City, UT 84101", size=11)
    sheet.banner("quartzite", size=26)
    sheet.lines("SOC 2 Bridge Letter", style="B", size=13)
    sheet.lines("May 6, 2026")
    sheet.paras("""Dear valued customer,

Whitlock Osgood LLP has examined Quartzite Passport. Its SOC 2 Type 2 report covers January 16, 2025 through January 15, 2026.

Since that report ended, and until April 30, 2026, we have made no change to our controls that we consider material, and we
know of no matter that would have led the auditors to another conclusion. This bridge letter thus covers the period
January 16, 2026 through April 30, 2026.

Please read this letter together with the report. It is no substitute for it and was not reviewed by Whitlock Osgood LLP.

With kind regards,

Teresa Albrecht, Chief Trust Officer, Quartzite Identity, Inc.""")
    return sheet.done()


QUARTZITE = Report(
    "Passport bridge 2026-04.pdf",
    "bridge_letter",
    _quartzite,
    truth(
        issuer="Quartzite Identity, Inc.",
        subject="Quartzite Identity, Inc.",
        period_start=day(2026, 1, 16, "January 16, 2026"),
        period_end=day(2026, 4, 30, "April 30, 2026"),
        issued=day(2026, 5, 6, "May 6, 2026"),
    ),
)


def _tallgrass() -> bytes:
    sheet = Sheet(face="Times", size=11)
    seal(sheet, "TALLGRASS BILLING SERVICES, INC.", "Office of Internal Audit")
    sheet.lines("SOC 1 GAP LETTER", style="B", size=14)
    beside(
        sheet,
        ("Dated", "October 2nd, 2026"),
        ("Addressed to", "Hospitals and physician groups with a fiscal year that ends on September 30"),
        ("Report", "SOC 1 Type 2, July 1, 2025 to June 30, 2026, Hargrove Lindell Pratt, CPAs"),
        ("Gap", "July 1, 2026 to September 30, 2026"),
        (
            "Statement",
            """Management of Tallgrass Billing Services, Inc. is aware of one change in the gap: the mail room moved to the floor
            above on August 8, 2026. It is not material. Management is aware of no other change and of no breakdown of a
            control.""",
        ),
        ("Next report", "Expected in August 2027"),
    )
    sheet.lines("Signed for Tallgrass Billing Services, Inc. by Walter Oyelaran, Controller")
    return sheet.done()


TALLGRASS = Report(
    "gap letter FYE 9-30.pdf",
    "bridge_letter",
    _tallgrass,
    truth(
        issuer="Tallgrass Billing Services, Inc.",
        subject="Tallgrass Billing Services, Inc.",
        period_start=day(2026, 7, 1, "July 1, 2026"),
        period_end=day(2026, 9, 30, "September 30, 2026"),
        issued=day(2026, 10, 2, "October 2nd, 2026"),
    ),
)


def _monsoon() -> bytes:
    sheet = Sheet("Monsoon Straits Fund Administration Pte. Ltd.", "Co. Reg. No. 200814477K", size=10.5)
    sheet.lines("31 December 2025")
    sheet.lines("To: The Board of Directors, Lotus Garden Income Fund")
    sheet.lines("Management representation on ISAE 3402 controls (bridge letter)", style="B", size=12)
    sheet.items(
        "The ISAE 3402 Type 2 report of Tan Iskandar & Partners PAC was issued on 28 November 2025.",
        "It covers the twelve months to 30 September 2025.",
        "This representation covers 1 October 2025 to 31 December 2025.",
        """In that time, Monsoon Straits Fund Administration Pte. Ltd. carried on with the controls as described, and no
        significant deficiency came to light.""",
        mark="{n}.",
    )
    sheet.columns(
        """Lim Hui Shan

Director""",
        """Arjun Nambiar

Head of Operations""",
    )
    return sheet.done()


MONSOON = Report(
    "LGIF - mgmt rep Q4 2025.pdf",
    "bridge_letter",
    _monsoon,
    truth(
        issuer="Monsoon Straits Fund Administration Pte. Ltd.",
        subject="Monsoon Straits Fund Administration Pte. Ltd.",
        period_start=day(2025, 10, 1, "1 October 2025"),
        period_end=day(2025, 12, 31, "31 December 2025"),
        issued=Planted("2025-12-31", "31 December 2025"),
    ),
)


def _pixelmoss() -> bytes:
    sheet = Sheet("", "Printed from the Pixelmoss trust portal", size=10)
    sheet.banner("Bridge letter", size=18)
    boxed(sheet, "Valid only together with the SOC 2 Type 2 report for September 1, 2025 - November 30, 2025.")
    sheet.grid(
        (
            ("Company", "Gap begins", "Gap ends", "Letter date"),
            ("Pixelmoss, Inc.", "2025-12-01", "2026-02-28", "2026-03-09"),
        ),
        (52, 38, 38, 38),
    )
    sheet.paras("""Material changes to the system in the gap: none.

Significant changes to the control environment in the gap: none.

Security incidents that touched data of customers in the gap: none.

Next SOC 2 report: planned for January 2027, covering December 1, 2025 to November 30, 2026.""")
    sheet.lines("Attested by: Ingrid Vasquez-Holt, VP of Infrastructure")
    return sheet.done()


PIXELMOSS = Report(
    "pixelmoss-bridge-feb.pdf",
    "bridge_letter",
    _pixelmoss,
    truth(
        issuer="Pixelmoss, Inc.",
        subject="Pixelmoss, Inc.",
        period_start=day(2025, 12, 1, "2025-12-01"),
        period_end=day(2026, 2, 28, "2026-02-28"),
        issued=day(2026, 3, 9, "2026-03-09"),
    ),
)

REPORTS = (QUARTZITE, TALLGRASS, MONSOON, PIXELMOSS)
