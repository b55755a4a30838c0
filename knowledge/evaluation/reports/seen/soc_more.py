"""Invented SOC 1 and SOC 3 reports and reports of European auditors, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.seen.filler import describe
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _ardent() -> bytes:
    sheet = Sheet("", "{page}", face="Times", size=11)
    sheet.ln(40)
    sheet.centred("Ardent & Coyle Fund Services, L.P.", size=20, style="B")
    sheet.centred(
        "Report on Controls at a Service Organization Relevant to User Entities’",
        "Internal Control over Financial Reporting",
        "SOC 1® Type 2",
        "October 1, 2024 – September 30, 2025",
        size=13,
    )
    sheet.leaf()
    sheet.heading("I. Report of Independent Service Auditors")
    sheet.lines("Board of Directors", "Ardent & Coyle Fund Services, L.P.")
    sheet.paras("""Scope. We have examined the description by Ardent & Coyle Fund Services, L.P. of its Fund Administration
System for processing user entities’ transactions throughout the period October 1, 2024 to September 30, 2025, and the
suitability of the design and operating effectiveness of controls to achieve the related control objectives.

Ardent & Coyle Fund Services, L.P. uses Pricepoint Data Corp., a subservice organization, for the pricing of securities.
The description includes the control objectives and related controls of Pricepoint Data Corp. (inclusive method), and
our examination extended to them.

Opinion. In our opinion, in all material respects, based on the criteria described in the assertion, the description
fairly presents the system that was designed and implemented throughout the period, and the controls operated
effectively to provide reasonable assurance that the control objectives were achieved.""")
    sheet.lines("Sable Greenwood LLP", "Boston, Massachusetts", "November 26, 2025")
    sheet.leaf()
    describe(sheet, "Ardent & Coyle", "III. Description of the Fund Administration System")
    sheet.leaf()
    sheet.heading("IV. Control Objectives, Related Controls and Tests of Operating Effectiveness")
    sheet.para(
        """Control Objective 1: Controls provide reasonable assurance that subscriptions are processed completely,
    accurately and in time.""",
        "B",
    )
    sheet.grid(
        (
            ("No.", "Control", "Tests performed by service auditor", "Results"),
            ("1.1", "Subscriptions are matched daily.", "Inspected 45 reports.", "No exceptions noted."),
            (
                "1.2",
                "Breaks older than three days are escalated.",
                "Inspected 30 breaks.",
                "For 1 of 30 breaks selected, the escalation took place on the sixth day. No other exceptions noted.",
            ),
            ("1.3", "Access to the ledger is restricted.", "Inspected the list of users.", "No exceptions noted."),
        ),
        (12, 48, 46, 60),
    )
    sheet.para("""Management’s response to control 1.2: The calendar of the team was corrected to hold the holidays of both
    offices.""")
    sheet.heading("V. Complementary User Entity Controls", size=11)
    sheet.items(
        "User entities are responsible for sending instructions from authorised persons only.",
        "User entities are responsible for reconciling statements with their own records every month.",
        mark="({n})",
    )
    return sheet.done()


ARDENT = Report(
    "Ardent_Coyle_SOC1_FY25.pdf",
    "soc_report",
    _ardent,
    truth(
        issuer="Sable Greenwood LLP",
        subject="Ardent & Coyle Fund Services, L.P.",
        period_start=day(2024, 10, 1, "October 1, 2024"),
        period_end=day(2025, 9, 30, "September 30, 2025"),
        issued=day(2025, 11, 26, "November 26, 2025"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope=Planted("Fund Administration System", also=("Fund Administration",)),
        soc_type=said("SOC 1", "SOC 1® Type 2"),
        report_type="type 2",
        exceptions=Planted(
            "For 1 of 30 breaks selected, the escalation took place on the sixth day.",
            parts={
                "control": "1.2",
                "response": "The calendar of the team was corrected to hold the holidays of both offices.",
            },
            also=(
                "For 1 of 30 breaks selected, the escalation took place on the sixth day. No other exceptions noted.",
            ),
        ),
        cuec=(
            named("User entities are responsible for sending instructions from authorised persons only.", number=ANY),
            named(
                "User entities are responsible for reconciling statements with their own records every month.",
                number=ANY,
            ),
        ),
        subservice=named("Pricepoint Data Corp.", method="inclusive", service="the pricing of securities"),
    ),
)


def _veldkamp() -> bytes:
    sheet = Sheet("ISAE 3402 Type II - Veldkamp Pensioenbeheer B.V.", "Pagina {page} / {pages}")
    sheet.banner("ISAE 3402 Type II report (SOC 1)")
    sheet.pairs(
        ("Service organisation", "Veldkamp Pensioenbeheer B.V."),
        ("Subject matter", "Pension administration services"),
        ("Period", "01.01.2025 – 31.12.2025"),
        ("Independent auditor", "Houtman & De Wit Accountants N.V."),
    )
    sheet.heading("1 Assurance report of the independent auditor")
    sheet.paras("""To the management of Veldkamp Pensioenbeheer B.V.

We have been engaged to report on the description of the Pension administration services throughout the period
1 January 2025 to 31 December 2025 and on the design and operation of controls related to the control objectives.

Our firm applies ISQM 1. The certificate ISO 27001 of the data centre was not part of our work.

In our opinion, in all material respects, the description fairly presents the services as designed and implemented,
and the controls tested operated effectively throughout the period.

Amsterdam, 6 February 2026

Houtman & De Wit Accountants N.V.""")
    sheet.heading("2 Subservice organisations")
    sheet.para("""Veldkamp Pensioenbeheer B.V. has outsourced the printing of statements to Drukkerij Zuid B.V. The
    controls of this subservice organisation are excluded from the description according to the carve-out method.""")
    sheet.heading("3 Results")
    sheet.para("""All 34 controls were tested. No exceptions were identified. In the previous year, exceptions were noted
    for two controls; both had been remedied before 1 January 2025.""")
    return sheet.done()


VELDKAMP = Report(
    "3402 rapport 2025 EN.pdf",
    "soc_report",
    _veldkamp,
    truth(
        issuer="Houtman & De Wit Accountants N.V.",
        subject="Veldkamp Pensioenbeheer B.V.",
        period_start=day(2025, 1, 1, "1 January 2025"),
        period_end=day(2025, 12, 31, "31 December 2025"),
        issued=day(2026, 2, 6, "6 February 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Pension administration services",
        soc_type="SOC 1",
        report_type=said("type 2", "Type II"),
        subservice=named("Drukkerij Zuid B.V.", method="carve-out", service="the printing of statements"),
    ),
)


def _skylark() -> bytes:
    sheet = Sheet(size=11)
    sheet.ln(30)
    sheet.banner("SOC 3 Report")
    sheet.lines("Skylark Commerce Limited", "Skylark Checkout", "For general use", size=14)
    sheet.lines("Period: 1 December 2024 to 30 November 2025")
    sheet.leaf()
    sheet.heading("Independent Accountant’s Report")
    sheet.paras("""To Skylark Commerce Limited:

We have examined the assertion of Skylark Commerce Limited that the controls within its Skylark Checkout system were
effective throughout the period 1 December 2024 to 30 November 2025, to provide reasonable assurance that its service
commitments and system requirements were achieved based on the trust services criteria relevant to security and
availability.

Because of inherent limitations, controls may not prevent, or detect and correct, all exceptions.

In our opinion, management’s assertion that the controls were effective throughout the period is fairly stated, in all
material respects.""")
    sheet.lines("Dunmore Fairweather, Chartered Accountants", "Dublin, 19 January 2026")
    sheet.heading("Assertion of the Management of Skylark Commerce Limited")
    sheet.para(
        "We are responsible for designing, implementing and operating effective controls within Skylark Checkout."
    )
    return sheet.done()


SKYLARK = Report(
    "skylark-soc3-public.pdf",
    "soc_report",
    _skylark,
    truth(
        issuer=Planted("Dunmore Fairweather, Chartered Accountants", also=("Dunmore Fairweather",)),
        subject="Skylark Commerce Limited",
        period_start=day(2024, 12, 1, "1 December 2024"),
        period_end=day(2025, 11, 30, "30 November 2025"),
        issued=day(2026, 1, 19, "19 January 2026"),
        opinion=said("unqualified", "is fairly stated, in all material respects"),
        scope=Planted("Skylark Checkout", also=("Skylark Checkout system",)),
        soc_type="SOC 3",
        report_type=Planted("type 2", "throughout the period", optional=True),
        trust_criteria=("security", "availability"),
    ),
)


def _humboldt() -> bytes:
    sheet = Sheet("Humboldt Cloud GmbH", "SOC 2 Typ 1 / {page}")
    sheet.banner("Humboldt Cloud GmbH", size=18)
    sheet.lines("SOC 2 Type I report on the Humboldt Archive", "as at 31 October 2025", size=12)
    sheet.lines("Security | Confidentiality")
    sheet.columns(
        """Auditor

Brandt Wegener Wirtschaftsprüfungsgesellschaft mbH, Hamburg

Standard

ISAE 3000 and AT-C section 205""",
        """Use

This report is meant for customers of Humboldt Cloud GmbH.

Date

12 December 2025""",
    )
    sheet.leaf()
    sheet.heading("Report of the independent service auditor")
    sheet.paras("""To Humboldt Cloud GmbH, Hamburg

We have examined the description of the Humboldt Archive as at 31 October 2025 and the design of its controls relevant
to security and confidentiality. We did not test whether the controls operated effectively.

Emphasis of matter: an exception to the policy on passwords had been granted for two service accounts. Our opinion is not
modified in respect of this matter.

In our opinion, the description is fairly presented and the controls were suitably designed, in all material respects,
as at 31 October 2025.

Hamburg, 12 December 2025

Brandt Wegener Wirtschaftsprüfungsgesellschaft mbH""")
    sheet.heading("Complementary user entity controls (CUECs)")
    sheet.items(
        "The customer decides how long records are kept and configures the periods.",
        "The customer informs Humboldt Cloud GmbH when an administrator leaves.",
        mark="CUEC {n}:",
    )
    sheet.heading("Subservice organisations")
    sheet.items(
        "Elbe Rechenzentrum AG (carve-out): colocation", "Nordlicht Backup GmbH (inclusive): storage of backups"
    )
    return sheet.done()


HUMBOLDT = Report(
    "Bericht_31-10-2025.pdf",
    "soc_report",
    _humboldt,
    truth(
        issuer="Brandt Wegener Wirtschaftsprüfungsgesellschaft mbH",
        subject="Humboldt Cloud GmbH",
        period_end=day(2025, 10, 31, "31 October 2025"),
        issued=day(2025, 12, 12, "12 December 2025"),
        opinion=said("unqualified", "the description is fairly presented and the controls were suitably designed"),
        scope="Humboldt Archive",
        soc_type="SOC 2",
        report_type=said("type 1", "Type I"),
        trust_criteria=("security", "confidentiality"),
        cuec=(
            named("The customer decides how long records are kept and configures the periods.", number="CUEC 1"),
            named("The customer informs Humboldt Cloud GmbH when an administrator leaves.", number="CUEC 2"),
        ),
        subservice=(
            named("Elbe Rechenzentrum AG", method="carve-out", service="colocation"),
            named("Nordlicht Backup GmbH", method="inclusive", service="storage of backups"),
        ),
    ),
)

REPORTS = (ARDENT, VELDKAMP, SKYLARK, HUMBOLDT)
