"""Reports of tests of recovery and continuity."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, perhaps, said, truth


def _failover() -> bytes:
    sheet = Sheet("Disaster Recovery Test Report", "Cygnet Clinical Trials Ltd   {page} / {pages}", size=10.5)
    sheet.banner("Disaster Recovery Test Report 2026", size=18)
    sheet.lines("Cygnet Clinical Trials Ltd", size=13)
    sheet.grid(
        (
            ("Date of test", "14 March 2026"),
            ("Date of report", "27 March 2026"),
            ("Type", "Failover to the standby region and back"),
            ("System under test", "CygnetCapture data collection"),
            ("Result", "Passed with findings"),
            ("Test before this one", "15 March 2025, failed"),
        ),
        (56, 110),
        header=False,
    )
    sheet.heading("Objectives and what was reached", size=11)
    sheet.grid(
        (
            ("", "Objective", "Reached"),
            ("Recovery time (RTO)", "4 hours", "3 hours"),
            ("Recovery point (RPO)", "15 minutes", "5 minutes"),
        ),
        (66, 50, 50),
    )
    sheet.heading("Findings", size=11)
    sheet.items(
        "Certificates of the standby region had expired and were renewed during the test, which took 40 minutes.",
        "The telephone list held two people who have left.",
        mark="F{n}",
    )
    sheet.para("Both findings are to be closed by 30 April 2026. The next test is planned for March 2027.")
    return sheet.done()


FAILOVER = Report(
    "Cygnet DR test March 2026.pdf",
    "continuity_test",
    _failover,
    truth(
        issuer=perhaps("Cygnet Clinical Trials Ltd"),
        subject="Cygnet Clinical Trials Ltd",
        issued=Planted("2026-03-14", "14 March 2026", also=("2026-03-27",)),
        scope="CygnetCapture data collection",
        rto=(said("4 hours", "4 hours", kind="target"), said("3 hours", "3 hours", kind="achieved")),
        rpo=(said("15 minutes", "15 minutes", kind="target"), said("5 minutes", "5 minutes", kind="achieved")),
        test_result="passed with findings",
    ),
)


def _tabletop() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("Mistral Parking Systems SAS", style="B", size=13)
    sheet.lines("Minutes of the business continuity exercise", size=12)
    sheet.paras("""On 6 November 2025 the crisis unit of Mistral Parking Systems SAS held its yearly exercise of the business
continuity plan
in Valence. It was played for the barrier control platform, on the assumption that the data centre in Lyon burns down.

The plan sets a recovery time objective of 12 hours and a recovery point objective of 1 hour for the platform. The technicians
restored it within 9 hours, and no more than 30 minutes of transactions were lost.

The exercise was successful. No deviations were noted. The plan was last revised on 2 September 2025 and will be revised
again before 2 September 2026.""")
    sheet.lines("Minutes taken by: S. Garance")
    return sheet.done()


TABLETOP = Report(
    "PCA exercise Mistral nov 2025.pdf",
    "continuity_test",
    _tabletop,
    truth(
        issuer=perhaps("Mistral Parking Systems SAS"),
        subject="Mistral Parking Systems SAS",
        issued=day(2025, 11, 6, "6 November 2025"),
        scope=Planted("barrier control platform", also=("the barrier control platform",)),
        rto=(said("12 hours", "12 hours", kind="target"), said("9 hours", "9 hours", kind="achieved")),
        rpo=(said("1 hour", "1 hour", kind="target"), said("30 minutes", "30 minutes", kind="achieved")),
        test_result=said("passed", "The exercise was successful"),
    ),
)


def _failed() -> bytes:
    sheet = Sheet("", "Bolero Ticket Exchange Corp. internal   {page}", size=10)
    sheet.lines("BUSINESS CONTINUITY / DISASTER RECOVERY TEST SUMMARY", style="B", size=14)
    sheet.stacked(
        ("Company", "Bolero Ticket Exchange Corp."),
        ("Test date", "05/09/2026"),
        ("In scope", "Seat inventory and checkout"),
        ("RTO (target / actual)", "2 hours / 7 hours"),
        ("RPO (target / actual)", "10 minutes / 4 hours"),
        ("Overall", "FAILED"),
    )
    sheet.para("""The replica was four hours behind when the test began, because replication had been throttled on
    05/08/2026. The
    retest is proposed for 08/15/2026. A partial test of e-mail on 01/17/2026 passed.""")
    return sheet.done()


FAILED = Report(
    "Bolero_BCDR_summary_2026.pdf",
    "continuity_test",
    _failed,
    truth(
        issuer=perhaps("Bolero Ticket Exchange Corp."),
        subject="Bolero Ticket Exchange Corp.",
        issued=day(2026, 5, 9, "05/09/2026"),
        scope="Seat inventory and checkout",
        rto=(said("2 hours", "2 hours", kind="target"), said("7 hours", "7 hours", kind="achieved")),
        rpo=(said("10 minutes", "10 minutes", kind="target"), said("4 hours", "4 hours", kind="achieved")),
        test_result="failed",
    ),
)


def _services() -> bytes:
    sheet = Sheet("IT service continuity", "Kittiwake Ferries Online AS   side {page}", size=10.5)
    sheet.banner("Results of the recovery exercise", size=17)
    sheet.para("Kittiwake Ferries Online AS exercised the recovery of two services on 2026-02-11 and 2026-02-12.")
    sheet.grid(
        (
            ("Service", "RTO", "Recovered in", "RPO", "Data loss", "Outcome"),
            ("Booking", "3 hours", "2 hours", "5 minutes", "0 minutes", "Passed"),
            ("Boarding cards", "6 hours", "5 hours", "20 minutes", "15 minutes", "Passed"),
        ),
        (36, 22, 30, 24, 26, 28),
    )
    sheet.para("Overall outcome: passed. The report was approved by the head of IT, Ragna Tveit, on 2026-02-20.")
    return sheet.done()


SERVICES = Report(
    "Kittiwake recovery exercise.pdf",
    "continuity_test",
    _services,
    truth(
        issuer=perhaps("Kittiwake Ferries Online AS"),
        subject="Kittiwake Ferries Online AS",
        issued=Planted("2026-02-12", also=("2026-02-11", "2026-02-20")),
        scope=perhaps("Booking, Boarding cards", "Boarding cards"),
        rto=(
            said("3 hours", "3 hours", kind="target"),
            said("2 hours", "2 hours", kind="achieved"),
            said("6 hours", "6 hours", kind="target"),
            said("5 hours", "5 hours", kind="achieved"),
        ),
        rpo=(
            said("5 minutes", "5 minutes", kind="target"),
            said("0 minutes", "0 minutes", kind="achieved"),
            said("20 minutes", "20 minutes", kind="target"),
            said("15 minutes", "15 minutes", kind="achieved"),
        ),
        test_result="passed",
    ),
)


def _restore() -> bytes:
    sheet = Sheet("", "Orrery Tax Tools Inc.", face="Times", size=11.5)
    sheet.centred("Orrery Tax Tools Inc.", size=16, style="B")
    sheet.centred("Backup Restoration and DR Test - Results Letter", "December 19th, 2025")
    sheet.para("""We tested the disaster recovery plan of Orrery Returns on December 13th, 2025. Our RTO is 24 hours and our
    RPO is
    one (1) hour. The environment was rebuilt from code and the last backup was restored; both objectives were met.""")
    sheet.para(
        "Test result: PASS. No data was lost. Controls over backups are part of our SOC 2 report of August 4th, 2025."
    )
    sheet.lines("Percival Adeyemi, VP Operations")
    return sheet.done()


RESTORE = Report(
    "orrery dr letter.pdf",
    "continuity_test",
    _restore,
    truth(
        issuer=perhaps("Orrery Tax Tools Inc."),
        subject="Orrery Tax Tools Inc.",
        issued=Planted("2025-12-13", "December 13th, 2025", also=("2025-12-19",)),
        scope=Planted("Orrery Returns"),
        rto=said("24 hours", "RTO is 24 hours", kind=ANY),
        rpo=said("1 hour", "one (1) hour", kind=ANY),
        test_result=said("passed", "Test result: PASS"),
    ),
)

REPORTS = (FAILOVER, TABLETOP, FAILED, SERVICES, RESTORE)
