"""Invented reports of continuity and recovery tests, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, said, truth


def _table() -> bytes:
    sheet = Sheet("Disaster Recovery Test Report", "Qvist Analytics AB | {page}")
    sheet.banner("Disaster Recovery Test Report", size=18)
    sheet.pairs(
        ("Organisation", "Qvist Analytics AB"),
        ("System tested", "Qvist Insight production"),
        ("Date of test", "14 October 2025"),
        ("Type of test", "Failover to the second region"),
        ("Result", "Passed with findings"),
    )
    sheet.grid(
        (
            ("Objective", "Target", "Achieved"),
            ("RTO", "4 hours", "3 hours"),
            ("RPO", "15 minutes", "10 minutes"),
        ),
        (40, 50, 50),
    )
    sheet.para("""Two findings were raised: the list of telephone numbers was out of date, and one alert was not sent. The
    previous test took place on 8 October 2024 and passed. The report was written on 21 October 2025.""")
    return sheet.done()


TABLE = Report(
    "DR-test-2025.pdf",
    "continuity_test",
    _table,
    truth(
        issued=day(2025, 10, 14, "14 October 2025"),
        subject="Qvist Analytics AB",
        scope=Planted("Qvist Insight production", also=("Qvist Insight",)),
        rto=(said("4 hours", "4 hours", kind="target"), said("3 hours", "3 hours", kind="achieved")),
        rpo=(said("15 minutes", "15 minutes", kind="target"), said("10 minutes", "10 minutes", kind="achieved")),
        test_result="passed with findings",
    ),
)


def _prose() -> bytes:
    sheet = Sheet("", "Page {page}", face="Times", size=11)
    sheet.lines("Coppermine Payments Ltd", style="B")
    sheet.banner("Business Continuity Exercise - Report", size=16)
    sheet.paras("""On 2026-03-12, Coppermine Payments Ltd exercised its business continuity plan. The exercise covered the
Coppermine Gateway and the settlement desk, and simulated the loss of the main office and of one data centre.

The recovery time objective is 2 hours. The recovery point objective is 5 minutes.

The exercise failed: the settlement desk could not work from the alternative site because its lines were not ready. It will
be repeated on 2026-06-18.""")
    return sheet.done()


PROSE = Report(
    "BCP exercise March.pdf",
    "continuity_test",
    _prose,
    truth(
        issued=day(2026, 3, 12, "2026-03-12"),
        subject="Coppermine Payments Ltd",
        scope=Planted("Coppermine Gateway and the settlement desk", also=("the Coppermine Gateway",)),
        rto=said("2 hours", "2 hours", kind=ANY),
        rpo=said("5 minutes", "5 minutes", kind=ANY),
        test_result=said("failed", "The exercise failed"),
    ),
)


def _form() -> bytes:
    sheet = Sheet()
    sheet.banner("BACKUP RESTORE & BUSINESS CONTINUITY TEST RECORD", size=14)
    sheet.labelled(
        ("Company", "lumen7, Inc."),
        ("Test date", "May 3, 2026"),
        ("Scope of test", "Video storage and customer database"),
        ("Recovery Time Objective (RTO)", "8 hours"),
        ("Recovery Point Objective (RPO)", "1 hour"),
        ("Actual recovery time", "6 hours"),
    )
    sheet.ticks((True, "Passed"), (False, "Passed with findings"), (False, "Failed"))
    sheet.para("Tested by: operations team. Next test: May 2027.")
    return sheet.done()


FORM = Report(
    "restore test record.pdf",
    "continuity_test",
    _form,
    truth(
        issued=day(2026, 5, 3, "May 3, 2026"),
        subject="lumen7, Inc.",
        scope="Video storage and customer database",
        rto=(said("8 hours", "8 hours", kind="target"), said("6 hours", "6 hours", kind="achieved")),
        rpo=said("1 hour", "1 hour", kind=ANY),
        test_result=said("passed", "[X] Passed"),
    ),
)

REPORTS = (TABLE, PROSE, FORM)
