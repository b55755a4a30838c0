"""Reports of continuity and recovery tests."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, said, truth


def _failover() -> bytes:
    sheet = Sheet("", "Ptarmigan Airport Systems AS | DR test | {page}", size=10)
    sheet.banner("Disaster Recovery Test Report", size=18)
    sheet.pairs(
        ("Organisation", "Ptarmigan Airport Systems AS"),
        ("Systems in scope", "Baggage tracking and departure boards"),
        ("Date of test", "8 February 2026"),
        ("Type of test", "Full failover to the second site"),
        ("Test lead", "Ingrid Solheim"),
        ("Report issued", "20 February 2026"),
        borders=True,
    )
    sheet.heading("Objectives and results")
    sheet.grid(
        (
            ("Measure", "Objective", "Result", "Met?"),
            ("Recovery time (RTO)", "4 hours", "2 hours", "Yes"),
            ("Recovery point (RPO)", "30 minutes", "10 minutes", "Yes"),
        ),
        (56, 40, 40, 30),
    )
    sheet.heading("Timeline")
    sheet.grid(
        (
            ("Time", "Event"),
            ("06:00", "First site is cut off"),
            ("06:20", "Disaster is declared"),
            ("08:00", "Departure boards run at the second site"),
        ),
        (30, 136),
    )
    sheet.heading("Conclusion")
    sheet.para("""The test passed. Two observations were recorded and are followed up: the telephone list was out of date, and one
    certificate had to be renewed by hand.""")
    sheet.para("The test of 2 March 2025 had missed its RTO by one hour.")
    return sheet.done()


FAILOVER = Report(
    "DR-test-2026-02.pdf",
    "continuity_test",
    _failover,
    truth(
        issued=Planted("2026-02-08", "8 February 2026", also=("2026-02-20",)),
        subject="Ptarmigan Airport Systems AS",
        scope="Baggage tracking and departure boards",
        rto=(said("4 hours", "4 hours", kind="target"), said("2 hours", "2 hours", kind="achieved")),
        rpo=(said("30 minutes", "30 minutes", kind="target"), said("10 minutes", "10 minutes", kind="achieved")),
        test_result=Planted("passed with findings", "The test passed. Two observations", also=("passed",)),
    ),
)


def _tabletop() -> bytes:
    sheet = Sheet(face="Times", size=11.5)
    sheet.centred("After-Action Report", size=18, style="B")
    sheet.centred("Business Continuity Tabletop Exercise", "Goldenrod Benefits Administration, Inc.", "March 26, 2026")
    sheet.paras("""Overview. On March 26, 2026 the crisis management team of Goldenrod Benefits Administration, Inc. met for three
hours to walk through the loss of its Omaha office during open enrollment. The exercise covered the enrollment call center and
the claims mailroom.

Objectives. The plan calls for the call center to be back within 8 hours. The team reckoned that it would be back in 6 hours.

Strengths. Roles were clear. Contact lists were current.

Areas for improvement. The vendor of the mailroom has no tested plan. Remote agents lack softphones.

Overall rating. The exercise was rated as passed with findings. Both findings are to be closed by June 30, 2026.

Next exercise. The next exercise is planned for September 2026.""")
    return sheet.done()


TABLETOP = Report(
    "AAR tabletop Mar 2026.pdf",
    "continuity_test",
    _tabletop,
    truth(
        issued=day(2026, 3, 26, "March 26, 2026"),
        subject="Goldenrod Benefits Administration, Inc.",
        scope="the enrollment call center and the claims mailroom",
        rto=(
            Planted("8 hours", "within 8 hours", {"kind": ANY}, optional=True),
            Planted("6 hours", "in 6 hours", {"kind": ANY}, optional=True),
        ),
        test_result="passed with findings",
    ),
)


def _restore() -> bytes:
    sheet = Sheet("Hazelmere Court Records Ltd", "BCP-T-2025-4", size=10)
    sheet.lines("Business Continuity Plan - Test Record", style="B", size=14)
    sheet.grid(
        (
            ("Test no.", "BCP-T-2025-4", "Date", "17/11/2025"),
            ("Company", "Hazelmere Court Records Ltd", "Led by", "P. Okafor"),
            ("Scope", "Restoration of the case archive", "Site", "Swindon"),
        ),
        (22, 66, 22, 56),
        header=False,
    )
    sheet.grid(
        (
            ("", "Target", "Actual"),
            ("RTO", "12 hours", "19 hours"),
            ("RPO", "24 hours", "24 hours"),
        ),
        (56, 55, 55),
    )
    sheet.lines("Outcome: FAILED", style="B", size=12)
    sheet.para("""The tape library could not be read by the spare drive, which had to be sent for. A new drive was bought on 2
    December 2025. The test is to be run again in February 2026.""")
    return sheet.done()


RESTORE = Report(
    "BCP-T-2025-4.pdf",
    "continuity_test",
    _restore,
    truth(
        issued=day(2025, 11, 17, "17/11/2025"),
        subject="Hazelmere Court Records Ltd",
        scope="Restoration of the case archive",
        rto=(said("12 hours", "12 hours", kind="target"), said("19 hours", "19 hours", kind="achieved")),
        rpo=(said("24 hours", "24 hours", kind=ANY), Planted("24 hours", "24 hours", {"kind": ANY}, optional=True)),
        test_result=said("failed", "Outcome: FAILED"),
    ),
)

REPORTS = (FAILOVER, TABLETOP, RESTORE)
