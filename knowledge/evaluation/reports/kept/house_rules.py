"""Policies with their control data in margins, boxes, cards and sentences, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import beside, boxed, cards, leaders
from knowledge.evaluation.reports.truth import Planted, Report, day, truth


def _margin() -> bytes:
    sheet = Sheet("Hollybush Legal Software Ltd", "Remote Working Policy  {page}", size=10.5)
    sheet.banner("Remote Working Policy", size=20)
    beside(
        sheet,
        ("Issue", "5"),
        ("In force from", "1 February 2026"),
        ("Policy owner", "Head of People"),
        ("Approved by", "The Executive Committee"),
        ("Review by", "31 January 2027"),
    )
    sheet.heading("Where we work")
    sheet.paras("""Staff may work from home on up to three days a week. Screens are turned away from windows, and calls with
clients are taken behind a closed door.

Laptops of the company are the only devices on which client files may be opened. Issue 4 of this policy, of 3 February 2025, had
allowed tablets.""")
    return sheet.done()


MARGIN = Report(
    "HR-SEC-05 remote working.pdf",
    "policy",
    _margin,
    truth(
        issued=day(2026, 2, 1, "1 February 2026"),
        expires=day(2027, 1, 31, "31 January 2027"),
        subject="Hollybush Legal Software Ltd",
        owner="Head of People",
        version="5",
        approved_by=Planted("The Executive Committee"),
    ),
)


def _cards() -> bytes:
    sheet = Sheet("", "Basalt Object Storage, Inc. – internal use – {page} of {pages}", size=10.5)
    sheet.banner("Vulnerability Management Policy")
    cards(
        sheet,
        ("Document version", "3.3"),
        ("Last approved", "April 14, 2026"),
        ("Next review date", "April 14, 2027"),
        ("Policy owner", "Director of Platform Security"),
        ("Approver", "Chief Technology Officer"),
        ("Applies to", "Basalt Object Storage, Inc."),
    )
    sheet.heading("1. Deadlines")
    sheet.grid(
        (("Severity", "Fix within"), ("Critical", "7 days"), ("High", "30 days"), ("Medium", "90 days")),
        (60, 60),
    )
    sheet.heading("2. Exceptions")
    sheet.para("Exceptions are granted by the Director of Platform Security for ninety days at the most.")
    sheet.heading("3. Change log")
    sheet.grid(
        (
            ("Version", "Date", "What changed"),
            ("3.1", "April 2, 2024", "Deadlines shortened"),
            ("3.2", "April 8, 2025", "No changes"),
            ("3.3", "April 14, 2026", "Container images added"),
        ),
        (30, 50, 86),
    )
    return sheet.done()


CARDS = Report(
    "basalt_vuln_mgmt.pdf",
    "policy",
    _cards,
    truth(
        issued=day(2026, 4, 14, "April 14, 2026"),
        expires=day(2027, 4, 14, "April 14, 2027"),
        subject="Basalt Object Storage, Inc.",
        owner="Director of Platform Security",
        version="3.3",
        approved_by="Chief Technology Officer",
    ),
)


def _said() -> bytes:
    sheet = Sheet(face="Times", size=11.5)
    sheet.centred("Cedar Strand Human Capital Software Inc.", style="B")
    sheet.centred("Supplier Security Policy", size=18, style="B")
    boxed(
        sheet,
        """This is version 2.6 of the policy. The Board of Directors adopted it on 25 November 2025; it replaces version 2.5. The
        Vice-President, Procurement is its owner and reviews it before 25 November 2026.""",
    )
    sheet.paras("""Article 1. Suppliers are placed in one of three tiers before a contract is signed.

Article 2. Suppliers of the first tier hand in a SOC 2 report or an ISO/IEC 27001 certificate each year.

Article 3. Contracts oblige suppliers to report incidents within 48 hours.""")
    return sheet.done()


SAID = Report(
    "Supplier Security v2.6.pdf",
    "policy",
    _said,
    truth(
        issued=day(2025, 11, 25, "25 November 2025"),
        expires=day(2026, 11, 25, "25 November 2026"),
        subject="Cedar Strand Human Capital Software Inc.",
        owner="Vice-President, Procurement",
        version=Planted("2.6", "version 2.6"),
        approved_by=Planted("Board of Directors", also=("The Board of Directors",)),
    ),
)


def _end() -> bytes:
    sheet = Sheet("Monsoon Straits Fund Administration Pte. Ltd.", "{page}", size=10.5)
    sheet.banner("Incident Response Policy", size=18)
    sheet.items(
        "Anyone who suspects an incident calls the duty officer at once.",
        "The duty officer grades the incident within thirty minutes.",
        "Regulators are told within the times that the law sets.",
        "A review is held within ten working days.",
        mark="{n}.",
    )
    sheet.leaf()
    sheet.heading("Document information")
    leaders(
        sheet,
        ("Title", "Incident Response Policy"),
        ("Version number", "7.0"),
        ("Effective date", "05 Jan 2026"),
        ("Owner", "Chief Risk Officer"),
        ("Approving authority", "Risk and Audit Committee"),
        ("Date of next review", "04 Jan 2027"),
    )
    return sheet.done()


END = Report(
    "MSFA_IRP_v7.pdf",
    "policy",
    _end,
    truth(
        issued=day(2026, 1, 5, "05 Jan 2026"),
        expires=day(2027, 1, 4, "04 Jan 2027"),
        subject="Monsoon Straits Fund Administration Pte. Ltd.",
        owner="Chief Risk Officer",
        version="7.0",
        approved_by="Risk and Audit Committee",
    ),
)

REPORTS = (MARGIN, CARDS, SAID, END)
