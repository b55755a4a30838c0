"""Opened: kept apart until rules had been measured on it once. Reports of continuity and recovery tests."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, said, truth


def _tabletop() -> bytes:
    sheet = Sheet("CRESTLINE DATA, INC.", "BC/DR Test Results | {page} of {pages}")
    sheet.banner("Annual BC/DR Test Results", size=18)
    sheet.grid(
        (
            ("Test date:", "June 21, 2025", "Test type:", "Full failover"),
            ("Environment:", "Managed Analytics Services", "Outcome:", "PASS"),
        ),
        (30, 56, 30, 50),
        header=False,
    )
    sheet.grid(
        (
            ("Metric", "Recovery Time", "Recovery Point"),
            ("Objective", "8 hours", "24 hours"),
            ("Actual", "5 hours", "2 hours"),
        ),
        (50, 50, 50),
    )
    sheet.para(
        "Participants confirmed that no exceptions were encountered. The plan was last revised on April 30, 2025."
    )
    return sheet.done()


TABLETOP = Report(
    "2025 BCDR results.pdf",
    "continuity_test",
    _tabletop,
    truth(
        issued=day(2025, 6, 21, "June 21, 2025"),
        subject="Crestline Data, Inc.",
        scope="Managed Analytics Services",
        rto=(said("8 hours", "8 hours", kind="target"), said("5 hours", "5 hours", kind="achieved")),
        rpo=(said("24 hours", "24 hours", kind="target"), said("2 hours", "2 hours", kind="achieved")),
        test_result=said("passed", "PASS"),
    ),
)


def _summary() -> bytes:
    sheet = Sheet("", "Logiphare SAS - PCA - {page}", face="Times", size=11)
    sheet.lines("LOGIPHARE SAS", style="B")
    sheet.banner("Business continuity plan: summary of the 2026 test", size=15)
    sheet.paras("""The test was conducted on 5 February 2026 and covered the health data hosting platform in Nantes.

Objectives were an RTO of 4 hours and an RPO of 30 minutes. During the test an RTO of 4 hours 30 minutes and an RPO of 20 minutes
were reached, so that the RTO was missed.

Overall result: passed with findings. Three corrective actions are due by 31 March 2026.""")
    return sheet.done()


SUMMARY = Report(
    "PCA test 2026 synthese EN.pdf",
    "continuity_test",
    _summary,
    truth(
        issued=day(2026, 2, 5, "5 February 2026"),
        subject="LOGIPHARE SAS",
        scope=Planted("health data hosting platform in Nantes", also=("health data hosting platform",)),
        rto=(
            said("4 hours", "RTO of 4 hours", kind="target"),
            Planted("4 hours 30 minutes", parts={"kind": "achieved"}, also=("4.5 hours",)),
        ),
        rpo=(
            said("30 minutes", "RPO of 30 minutes", kind="target"),
            said("20 minutes", "RPO of 20 minutes", kind="achieved"),
        ),
        test_result="passed with findings",
    ),
)


def _unsuccessful() -> bytes:
    sheet = Sheet(size=10.5)
    sheet.lines("DISASTER RECOVERY EXERCISE REPORT", style="B", size=14)
    sheet.labelled(
        ("Entity", "Tollgate Card Services, Inc."),
        ("Exercise conducted", "22 Aug 2025"),
        ("Applications in scope", "Tollgate Tokenization Service"),
        ("RTO", "1 hour"),
        ("RPO", "0 minutes"),
        ("Status", "Failed"),
    )
    sheet.para("""Replication to the secondary site had stopped on 20 Aug 2025, unnoticed. A repeat exercise is scheduled for
    November 2025. The exercise of 2024 had passed.""")
    return sheet.done()


UNSUCCESSFUL = Report(
    "DR_exercise_TCS.pdf",
    "continuity_test",
    _unsuccessful,
    truth(
        issued=day(2025, 8, 22, "22 Aug 2025"),
        subject="Tollgate Card Services, Inc.",
        scope="Tollgate Tokenization Service",
        rto=said("1 hour", "RTO: 1 hour", kind=ANY),
        rpo=said("0 minutes", "RPO: 0 minutes", kind=ANY),
        test_result="failed",
    ),
)

REPORTS = (TABLETOP, SUMMARY, UNSUCCESSFUL)
