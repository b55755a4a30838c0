"""Reports of service auditors that end in other opinions or come in rarer shapes, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import Wide, cards, seal
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, perhaps, said, truth


def _maple() -> bytes:
    sheet = Sheet("Maple Hollow Title Systems, LLC", "SOC 2 Type II  -  {page}", size=10.5)
    sheet.banner("Maple Hollow Title Systems, LLC", size=19)
    sheet.lines("SOC 2 Type II Report on ClosingTable", "Security and Privacy", "March 1 – August 31, 2025")
    sheet.leaf()
    sheet.heading("Independent Service Auditor’s Report")
    sheet.paras("""To the Managers of Maple Hollow Title Systems, LLC

We have examined the description of ClosingTable throughout the period March 1, 2025 to August 31, 2025.

Basis for Qualified Opinion. Maple Hollow states that requests of consumers to delete their data are answered within 45 days.
Our tests showed that control PR-6 did not operate effectively during the period, so that criterion P4.3 was not met.

Qualified Opinion. In our opinion, except for the matter described in the preceding paragraph, in all material respects, the
description presents ClosingTable, and its controls were suitably designed and operated effectively.""")
    seal(sheet, "Delacroix Stamm Audit, LLC", "Concord, New Hampshire", "October 24, 2025")
    sheet.heading("Selected tests with exceptions")
    for label, text in (
        ("Control", "PR-6: Deletion requests are completed within 45 days."),
        ("Nature of test", "Selected 20 deletion requests of consumers and inspected the closing entry."),
        ("Outcome", "Exception: 8 of 20 deletion requests were completed after more than 45 days."),
        ("Reply of management", "A deletion queue with alarms went live on October 1, 2025."),
    ):
        sheet.para(f"{label} > {text}")
    sheet.rule()
    sheet.para("For the 74 remaining controls, no exceptions were noted.")
    return sheet.done()


MAPLE = Report(
    "ClosingTable_audit_2025.pdf",
    "soc_report",
    _maple,
    truth(
        issuer="Delacroix Stamm Audit, LLC",
        subject="Maple Hollow Title Systems, LLC",
        period_start=day(2025, 3, 1, "March 1, 2025"),
        period_end=day(2025, 8, 31, "August 31, 2025"),
        issued=day(2025, 10, 24, "October 24, 2025"),
        opinion=said("qualified", "Qualified Opinion"),
        scope="ClosingTable",
        soc_type="SOC 2",
        report_type=said("type 2", "Type II"),
        trust_criteria=("security", "privacy"),
        exceptions=(
            named(
                "8 of 20 deletion requests were completed after more than 45 days.",
                control="PR-6",
                response="A deletion queue with alarms went live on October 1, 2025.",
            ),
            Planted(
                """Our tests showed that control PR-6 did not operate effectively during the period, so that criterion P4.3 was
                not met.""",
                optional=True,
                parts={"control": ANY},
            ),
        ),
    ),
)


def _cobbleway() -> bytes:
    sheet = Sheet("", "{page} of {pages}", face="Times", size=11)
    sheet.centred("Cobbleway Rentals Software Corp.", size=17, style="B")
    sheet.centred("SOC 2 Type 2 Report: Security", "1 June 2025 to 31 May 2026")
    sheet.heading("Report of the independent service auditor", size=12)
    sheet.paras("""We have examined the description of Keybox, the rental system of Cobbleway Rentals Software Corp., for the
period 1 June 2025 to 31 May 2026.

Firewalls between the offices and production were absent for nine months of the period, and vulnerability scans were not run.

In our opinion, because of the significance of the matters described above, the controls were not suitably designed and did not
operate effectively to provide reasonable assurance that the service commitments were achieved (adverse opinion).

Pruitt & Solberg Certified Public Accountants, LLC
Duluth, Minnesota
July 30, 2026""")
    sheet.heading("Tests of controls", size=12)
    sheet.grid(
        (
            ("Control", "Result of test"),
            (
                "NET-1 Networks are separated by firewalls.",
                "Not effective. No firewall stood in place until 2 March 2026.",
            ),
            ("VUL-3 Systems are scanned each month.", "Not effective. Scans were run in 1 of 12 months."),
            ("HR-2 New staff sign the code of conduct.", "Effective."),
        ),
        (70, 96),
    )
    sheet.para("Management agrees with both results and has ordered a managed firewall and a scanner.")
    return sheet.done()


COBBLEWAY = Report(
    "Cobbleway-Keybox-2026.pdf",
    "soc_report",
    _cobbleway,
    truth(
        issuer=Planted(
            "Pruitt & Solberg Certified Public Accountants, LLC",
            also=("Pruitt & Solberg",),
        ),
        subject="Cobbleway Rentals Software Corp.",
        period_start=day(2025, 6, 1, "1 June 2025"),
        period_end=day(2026, 5, 31, "31 May 2026"),
        issued=day(2026, 7, 30, "July 30, 2026"),
        opinion=said("adverse", "adverse opinion"),
        scope=Planted("Keybox", also=("Keybox, the rental system",)),
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria="security",
        exceptions=(
            named("No firewall stood in place until 2 March 2026.", control="NET-1", response=ANY),
            named("Scans were run in 1 of 12 months.", control="VUL-3", response=ANY),
            perhaps(
                """Firewalls between the offices and production were absent for nine months of the period, and vulnerability
                scans were not run."""
            ),
        ),
    ),
)


def _lindenhof() -> bytes:
    sheet = Sheet("Lindenhof Personalsoftware GmbH", "SOC 2 Typ 2 / ISAE 3000 (Revised) – Seite {page} von {pages}")
    sheet.ln(25)
    sheet.banner("Report on controls at Lindenhof Personalsoftware GmbH", size=20)
    cards(
        sheet,
        ("System", "Lindenhof Zeit & Lohn"),
        ("Report", "SOC 2 Type 2"),
        ("Criteria", "Security, Availability"),
        ("From", "01.01.2025"),
        ("To", "31.12.2025"),
        ("Report date", "19.02.2026"),
        across=3,
    )
    sheet.lines("Kessler Vogt Wirtschaftsprüfer PartG mbB, Stuttgart", style="B")
    sheet.leaf()
    sheet.heading("1. Assurance report of the independent practitioner")
    sheet.paras("""To Lindenhof Personalsoftware GmbH, Tübingen

We have examined the description of the system Lindenhof Zeit & Lohn for the period from 1 January to 31 December 2025 under
ISAE 3000 (Revised) and the criteria for security and availability.

In our opinion, in all material respects, the description is fairly presented, and the controls were suitably designed and
operated effectively in the period.

Stuttgart, 19 February 2026

Kessler Vogt Wirtschaftsprüfer PartG mbB""")
    sheet.heading("2. Sub-service providers")
    sheet.para("""Neckar Colocation AG operates the two data centres. Its controls are not part of this report (carve-out).
    Lindenhof reviews its certificate to ISO/IEC 27001 (no. 71-204, valid to 30.06.2027) each year.""")
    sheet.heading("3. Exceptions and comments of the management")
    sheet.lines("AV-09  Capacity is reviewed every month", style="B")
    sheet.items(
        "Observation: For March and April 2025 no capacity review was documented.",
        "Comment of the management: The reviews took place but were not minuted; a form is used since May 2025.",
    )
    sheet.heading("4. Complementary controls of customers")
    sheet.items("Customers grant roles to their own staff.", "Customers check the monthly payroll before release.")
    return sheet.done()


LINDENHOF = Report(
    "Lindenhof_SOC2_2025_englisch.pdf",
    "soc_report",
    _lindenhof,
    truth(
        issuer="Kessler Vogt Wirtschaftsprüfer PartG mbB",
        subject="Lindenhof Personalsoftware GmbH",
        period_start=day(2025, 1, 1, "01.01.2025"),
        period_end=day(2025, 12, 31, "31.12.2025"),
        issued=day(2026, 2, 19, "19.02.2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Lindenhof Zeit & Lohn",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability"),
        exceptions=named(
            "For March and April 2025 no capacity review was documented.",
            control="AV-09",
            response="The reviews took place but were not minuted; a form is used since May 2025.",
        ),
        cuec=(
            named("Customers grant roles to their own staff.", number=ANY),
            named("Customers check the monthly payroll before release.", number=ANY),
        ),
        subservice=named(
            "Neckar Colocation AG",
            method="carve-out",
            service="operates the two data centres | two data centres | data centres",
        ),
    ),
)


def _pixelmoss() -> bytes:
    sheet = Wide("", "Pixelmoss, Inc.   SOC 2 Type 2   {page}", size=11)
    sheet.banner("Pixelmoss, Inc. SOC 2 Type 2 report", size=20)
    sheet.grid(
        (
            ("System", "Period under review", "Criteria in scope", "Opinion", "Practitioner", "Signed"),
            (
                "Pixelmoss Image CDN",
                "September 1, 2025 - November 30, 2025",
                "Security; Availability; Confidentiality",
                "Unqualified",
                "Tolliver Assurance CPA, Inc.",
                "January 9, 2026",
            ),
        ),
        (44, 52, 46, 30, 46, 34),
    )
    sheet.para("""This first report covers three months. From 2026 on, the report will cover December 1 to November 30. No
    exceptions were identified in the 88 tests that were run.""")
    sheet.grid(
        (
            ("Vendor", "Service used", "Treatment"),
            ("Altocumulus Edge Ltd", "Edge servers", "Carved out"),
            ("Ringfence Mail LLC", "E-mail to customers", "Carved out"),
        ),
        (90, 90, 72),
    )
    sheet.para("""Independent service auditor’s report: In our opinion, in all material respects, the description presents the
    Pixelmoss Image CDN, and the controls operated effectively from September 1, 2025 to November 30, 2025.""")
    return sheet.done()


PIXELMOSS = Report(
    "pixelmoss-first-audit.pdf",
    "soc_report",
    _pixelmoss,
    truth(
        issuer="Tolliver Assurance CPA, Inc.",
        subject="Pixelmoss, Inc.",
        period_start=day(2025, 9, 1, "September 1, 2025"),
        period_end=day(2025, 11, 30, "November 30, 2025"),
        issued=day(2026, 1, 9, "January 9, 2026"),
        opinion=said("unqualified", "Unqualified"),
        scope="Pixelmoss Image CDN",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability", "confidentiality"),
        subservice=(
            named("Altocumulus Edge Ltd", method="carve-out", service="Edge servers"),
            named("Ringfence Mail LLC", method="carve-out", service="E-mail to customers"),
        ),
    ),
)

REPORTS = (MAPLE, COBBLEWAY, LINDENHOF, PIXELMOSS)
