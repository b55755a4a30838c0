"""Further invented policies, continuity tests and certificates of insurance, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, said, truth

_TEXT = """Purpose. This standard lays down how information is classified, labelled and handled.

Applicability. Employees, interns and suppliers who handle information of the company.

Rules. Confidential information is encrypted in transit and at rest. Paper is locked away overnight. An exception can be granted
by the Data Protection Officer for at most six months."""


def _wiki() -> bytes:
    sheet = Sheet("", "Exported from the wiki on 2026-08-30 | {page}", size=10.5)
    sheet.banner("Information Classification and Handling Policy", size=16)
    sheet.grid(
        (
            ("Owner", "Approver", "Status", "Effective from", "Review cycle"),
            ("Data Protection Officer", "Chief Operating Officer", "Approved", "2026-02-16", "Annual"),
        ),
        (42, 42, 24, 30, 28),
    )
    sheet.lines("Wrenfield & Daughters Software Co.  -  v3")
    sheet.paras(_TEXT)
    return sheet.done()


WIKI = Report(
    "Information-Classification.pdf",
    "policy",
    _wiki,
    truth(
        issued=day(2026, 2, 16, "2026-02-16"),
        subject="Wrenfield & Daughters Software Co.",
        owner="Data Protection Officer",
        version=Planted("3", "v3"),
        approved_by="Chief Operating Officer",
    ),
)


def _signed() -> bytes:
    sheet = Sheet(
        "Beacon Hill Utilities Billing Corp.", "Change Management Policy – page {page}", face="Times", size=11
    )
    sheet.banner("Change Management Policy")
    sheet.labelled(("Policy number", "BH-IT-22"), ("Supersedes", "version 1.9 dated March 6, 2024"))
    sheet.paras(_TEXT.replace("information is classified, labelled and handled", "changes are planned and released"))
    sheet.rule()
    sheet.paras("""Approved: Lucille Mbeki, Chief Information Officer

Date approved: March 3, 2026

Current version: 2.0

Person responsible for this policy: Change Manager

To be reviewed no later than: March 3, 2028""")
    return sheet.done()


SIGNED = Report(
    "BH-IT-22 Change Mgmt.pdf",
    "policy",
    _signed,
    truth(
        issued=day(2026, 3, 3, "March 3, 2026"),
        expires=day(2028, 3, 3, "March 3, 2028"),
        subject="Beacon Hill Utilities Billing Corp.",
        owner="Change Manager",
        version=Planted("2.0", "Current version: 2.0"),
        approved_by=Planted("Lucille Mbeki, Chief Information Officer", also=("Lucille Mbeki",)),
    ),
)


def _public() -> bytes:
    sheet = Sheet(size=11)
    sheet.banner("Vulnerability Disclosure Policy", size=20)
    sheet.lines("Published by Orchard Charts, LLC on July 1, 2025. Revised: April 2, 2026.")
    sheet.paras("""Orchard Charts, LLC welcomes reports of weaknesses in its products. Reports are acknowledged within three
business
days. A critical weakness is fixed within 14 days.

Please do not open the records of patients. This policy does not allow tests of physical security.""")
    return sheet.done()


PUBLIC = Report(
    "vdp.pdf",
    "policy",
    _public,
    truth(
        issued=Planted("2026-04-02", "April 2, 2026", also=("2025-07-01",)),
        subject="Orchard Charts, LLC",
    ),
)


def _sheet_test() -> bytes:
    sheet = Sheet("Sommerhaus Booking AG – IT service continuity", "{page}")
    sheet.banner("Protocol of the recovery test", size=17)
    sheet.grid(
        (
            ("Service", "Reservation database"),
            ("Date", "29.05.2026"),
            ("Recovery time (RTO / measured)", "6 hours / 5 hours"),
            ("Data loss (RPO / measured)", "1 hour / 45 minutes"),
            ("Assessment", "Passed"),
        ),
        (66, 100),
        header=False,
    )
    sheet.para(
        "The last test, on 23.05.2025, had failed. The business continuity plan (version 8) was followed throughout."
    )
    return sheet.done()


SHEET_TEST = Report(
    "Wiederherstellungstest 2026 en.pdf",
    "continuity_test",
    _sheet_test,
    truth(
        issued=day(2026, 5, 29, "29.05.2026"),
        subject="Sommerhaus Booking AG",
        scope="Reservation database",
        rto=(said("6 hours", "6 hours", kind="target"), said("5 hours", "5 hours", kind="achieved")),
        rpo=(said("1 hour", "1 hour", kind="target"), said("45 minutes", "45 minutes", kind="achieved")),
        test_result="passed",
    ),
)


def _after_action() -> bytes:
    sheet = Sheet("", "After action report – page {page}", face="Times", size=11)
    sheet.banner("Disaster Recovery Drill: After Action Report", size=15)
    sheet.lines("Beacon Hill Utilities Billing Corp.", "Drill of September 13, 2025", style="B")
    sheet.paras("""The drill restored the billing engine and the payment site in the standby data center.

Recovery Time Objective: 12 hours. Recovery took 13 hours and 20 minutes, so the objective was missed.

Recovery Point Objective: 4 hours. It was met; the restored data was 2 hours old.

The drill was successful with findings: two runbooks named servers that no longer exist. They were corrected on September 19,
2025.""")
    return sheet.done()


AFTER_ACTION = Report(
    "AAR Sept drill.pdf",
    "continuity_test",
    _after_action,
    truth(
        issued=day(2025, 9, 13, "September 13, 2025"),
        subject="Beacon Hill Utilities Billing Corp.",
        scope=Planted(
            "billing engine and the payment site", also=("billing engine and payment site in standby data center",)
        ),
        rto=(
            said("12 hours", "12 hours", kind="target"),
            Planted(
                "13 hours 20 minutes", "13 hours and 20 minutes", {"kind": "achieved"}, ("13 hours and 20 minutes",)
            ),
        ),
        rpo=(said("4 hours", "4 hours", kind="target"), said("2 hours", "2 hours", kind="achieved")),
        test_result=said("passed with findings", "successful with findings"),
    ),
)


def _broker() -> bytes:
    sheet = Sheet(size=10.5)
    sheet.lines("Courtyard Brokers LLP", "Insurance intermediaries", style="B")
    sheet.lines("22 July 2026")
    sheet.lines("Our client: Coppermine Payments Ltd", "Evidence of cover", style="B")
    sheet.paras("As brokers to the above we confirm that the following insurances are in force:")
    sheet.grid(
        (
            ("Cover", "Insurer", "Policy no.", "Expires", "Limit"),
            ("Cyber and crime", "Ember Syndicate Insurance SE", "ES-118-2026", "30 June 2027", "EUR 7,500,000"),
        ),
        (34, 46, 30, 28, 28),
    )
    sheet.para("The cover began on 1 July 2026. Premiums have been paid.")
    return sheet.done()


BROKER = Report(
    "brokers letter 2026.pdf",
    "insurance",
    _broker,
    truth(
        issuer="Ember Syndicate Insurance SE",
        subject="Coppermine Payments Ltd",
        period_start=day(2026, 7, 1, "1 July 2026"),
        period_end=day(2027, 6, 30, "30 June 2027"),
        issued=Planted("2026-07-22", "22 July 2026", optional=True),
        limit=said("EUR 7500000", "EUR 7,500,000", cover="cyber and crime | cyber"),
        policy_number="ES-118-2026",
    ),
)


def _memorandum() -> bytes:
    sheet = Sheet("MEMORANDUM OF INSURANCE", "{page}", size=9.5)
    sheet.lines("Issued: January 30, 2026", align="R")
    sheet.pairs(
        ("Named insured", "Orchard Charts, LLC"),
        ("Insurance company", "Fort Sumner Indemnity Co."),
        ("Policy", "FSI 20-4418-7"),
        ("Effective", "February 1, 2026, 12:01 a.m."),
        ("Expiration", "February 1, 2027, 12:01 a.m."),
    )
    sheet.labelled(
        ("Network security and privacy liability", "$2,000,000"),
        ("Technology professional liability", "$1,000,000"),
    )
    sheet.para("Retroactive date: February 1, 2019. Coverage applies worldwide. Self-insured retention: $25,000.")
    return sheet.done()


MEMORANDUM = Report(
    "MOI_Orchard.pdf",
    "insurance",
    _memorandum,
    truth(
        issuer="Fort Sumner Indemnity Co.",
        subject="Orchard Charts, LLC",
        period_start=day(2026, 2, 1, "February 1, 2026"),
        period_end=day(2027, 2, 1, "February 1, 2027"),
        issued=Planted("2026-01-30", "January 30, 2026", optional=True),
        limit=(
            said("USD 2000000", "$2,000,000", cover="network security and privacy liability"),
            said("USD 1000000", "$1,000,000", cover="technology professional liability"),
        ),
        policy_number="FSI 20-4418-7",
    ),
)

REPORTS = (WIKI, SIGNED, PUBLIC, SHEET_TEST, AFTER_ACTION, BROKER, MEMORANDUM)
