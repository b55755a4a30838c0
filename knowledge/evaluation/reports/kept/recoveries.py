"""Reports of exercises and recoveries, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import beside, boxed, cards, leaders
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, said, truth


def _cards() -> bytes:
    sheet = Sheet("", "Basalt Object Storage, Inc. | internal | {page}", size=10.5)
    sheet.banner("Disaster Recovery Test Report: Loss of the Oregon region", size=16)
    cards(
        sheet,
        ("Company", "Basalt Object Storage, Inc."),
        ("Date of test", "March 26, 2026"),
        ("Outcome", "Passed with findings"),
        ("System in scope", "Object storage control plane"),
        ("Report author", "Site reliability team"),
        ("Next test", "September 2026"),
    )
    sheet.grid(
        (
            ("", "Objective", "Measured"),
            ("Recovery time (RTO)", "2 hours", "95 minutes"),
            ("Recovery point (RPO)", "15 minutes", "6 minutes"),
        ),
        (60, 53, 53),
    )
    sheet.heading("Findings")
    sheet.items(
        "The page for status updates could not be reached for 20 minutes.",
        "Two engineers had no access to the vault of secrets in Utah.",
        mark="{n}.",
    )
    return sheet.done()


CARDS = Report(
    "DR test Oregon 2026-03.pdf",
    "continuity_test",
    _cards,
    truth(
        issued=day(2026, 3, 26, "March 26, 2026"),
        subject="Basalt Object Storage, Inc.",
        scope="Object storage control plane",
        rto=(said("2 hours", "2 hours", kind="target"), said("95 minutes", "95 minutes", kind="achieved")),
        rpo=(said("15 minutes", "15 minutes", kind="target"), said("6 minutes", "6 minutes", kind="achieved")),
        test_result=said("passed with findings", "Passed with findings"),
    ),
)


def _told() -> bytes:
    sheet = Sheet("Hollybush Legal Software Ltd", "BCP exercise report", face="Times", size=11.5)
    sheet.banner("Business continuity exercise: flood at Kelvin Works", size=16)
    sheet.paras("""The exercise was held on 11 June 2026. It covered Casebook and the support desk and assumed that the office at
Kelvin Works was under water.

Staff of the support desk worked from home after 50 minutes. Casebook was restored in the second data centre in 3 hours; the
recovery time objective is 4 hours. The data restored was 25 minutes old, against a recovery point objective of one hour.

All objectives of the exercise were met, and we regard it as passed. The exercise of 12 June 2025 had failed because keys were
missing.""")
    return sheet.done()


TOLD = Report(
    "BCP exercise June 2026 (Hollybush).pdf",
    "continuity_test",
    _told,
    truth(
        issued=day(2026, 6, 11, "11 June 2026"),
        subject="Hollybush Legal Software Ltd",
        scope=Planted("Casebook and the support desk"),
        rto=(
            said("4 hours", "4 hours", kind="target"),
            said("3 hours", "3 hours", kind="achieved"),
            Planted("50 minutes", parts={"kind": "achieved"}, optional=True),
        ),
        rpo=(said("1 hour", "one hour", kind="target"), said("25 minutes", "25 minutes", kind="achieved")),
        test_result="passed",
    ),
)


def _record() -> bytes:
    sheet = Sheet(size=11)
    sheet.banner("Backup Restore Test Record", size=18)
    leaders(
        sheet,
        ("Organisation", "Cloudberry Kassa AB"),
        ("Tested on", "2025-12-03"),
        ("What was restored", "Till back office database"),
        ("RTO", "6 hours"),
        ("Time taken to recover", "8 hours"),
        ("RPO", "24 hours"),
        ("Test result", "FAILED"),
    )
    boxed(sheet, "Reason: the restore stopped twice because the disk was too small. To be repeated in January 2026.")
    return sheet.done()


RECORD = Report(
    "restore record 2025-12-03.pdf",
    "continuity_test",
    _record,
    truth(
        issued=day(2025, 12, 3, "2025-12-03"),
        subject="Cloudberry Kassa AB",
        scope="Till back office database",
        rto=(said("6 hours", "6 hours", kind="target"), said("8 hours", "8 hours", kind="achieved")),
        rpo=said("24 hours", "24 hours", kind=ANY),
        test_result=said("failed", "FAILED"),
    ),
)


def _table_top() -> bytes:
    sheet = Sheet("", "{page} of {pages}", size=10.5)
    sheet.banner("Crisis tabletop and failover drill – report", size=16)
    beside(
        sheet,
        ("Held by", "Foxtail Ticketing Group, Inc."),
        ("Held on", "February 18th, 2026"),
        ("Scope", "FoxGate box office"),
        ("Scenario", "Ransomware on the evening before a stadium concert"),
        ("Targets", "RTO: 30 minutes. RPO: 5 minutes."),
        ("Result", "Passed"),
        ("Lessons", "The list of telephone numbers was printed. The drill will be held again in February 2027."),
    )
    return sheet.done()


TABLE_TOP = Report(
    "Foxtail drill Feb 2026.pdf",
    "continuity_test",
    _table_top,
    truth(
        issued=day(2026, 2, 18, "February 18th, 2026"),
        subject="Foxtail Ticketing Group, Inc.",
        scope="FoxGate box office",
        rto=said("30 minutes", "30 minutes", kind=ANY),
        rpo=said("5 minutes", "5 minutes", kind=ANY),
        test_result=said("passed", "Passed"),
    ),
)

REPORTS = (CARDS, TOLD, RECORD, TABLE_TOP)
