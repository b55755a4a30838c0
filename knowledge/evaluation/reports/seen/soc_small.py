"""Further invented SOC reports of small firms and young companies, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.seen.filler import describe
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _orchard() -> bytes:
    sheet = Sheet("Orchard Charts, LLC", "SOC 2 Type 2 Report 2026   Page {page}", first=False, size=10.5)
    sheet.ln(30)
    sheet.banner("Orchard Charts, LLC", size=24)
    sheet.grid(
        (
            ("Report type", "SOC 2 Type 2"),
            ("Trust Services Categories", "Security, Availability, Privacy"),
            ("Examination period", "March 1, 2025 to February 28, 2026"),
            ("CPA firm", "Dunlap Rivera CPAs, LLC"),
        ),
        (60, 106),
        header=False,
        borders=False,
        size=11,
    )
    sheet.leaf()
    sheet.heading("Independent Service Auditor’s Report")
    sheet.paras("""To the Members of Orchard Charts, LLC

Scope. We have examined management’s description of the system titled “Orchard Charts EHR System” (the description) and the
suitability of the design and operating effectiveness of the controls to meet the applicable criteria throughout the period
March 1, 2025 to February 28, 2026.

Orchard Charts, LLC utilizes Cloudmoor Inc. to provide infrastructure services and Greenlock Backup, Inc. to provide offsite
backup. Certain criteria can be met only if the controls at these subservice organizations are suitably designed. Their controls
have been carved out and were not examined.

Opinion. In our opinion, in all material respects, the description is presented in accordance with the description criteria and
the controls were suitably designed and operated effectively throughout the period March 1, 2025 to February 28, 2026.

Dunlap Rivera CPAs, LLC
Albuquerque, New Mexico, April 9, 2026""")
    describe(sheet, "Orchard Charts", "Description of the Orchard Charts EHR System")
    sheet.heading("Complementary User Entity Controls", size=12)
    sheet.grid(
        (
            ("#", "Control", "Related criteria"),
            ("1", "Practices keep the list of their authorized users current.", "CC6.2, CC6.3"),
            ("2", "Practices obtain the consent of patients to the collection of their data.", "P2.1"),
        ),
        (10, 116, 40),
    )
    sheet.heading("Results of testing", size=12)
    sheet.paras("""P4.2 Retention: Records are deleted after the agreed period.
Test: inspected deletion logs for 15 practices. Result: Deviation. For 1 of 15 practices, records were deleted eleven days late.
Response by management: The deletion job now alerts the operations team when it does not finish.

CC6.1 Authentication: Users sign in with a second factor. Test: inspected the configuration. Result: No deviations.""")
    return sheet.done()


ORCHARD = Report(
    "Orchard-Charts-SOC2.pdf",
    "soc_report",
    _orchard,
    truth(
        issuer="Dunlap Rivera CPAs, LLC",
        subject="Orchard Charts, LLC",
        period_start=day(2025, 3, 1, "March 1, 2025"),
        period_end=day(2026, 2, 28, "February 28, 2026"),
        issued=day(2026, 4, 9, "April 9, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope=Planted("Orchard Charts EHR System", also=("Orchard Charts EHR",)),
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability", "privacy"),
        exceptions=Planted(
            "For 1 of 15 practices, records were deleted eleven days late.",
            parts={
                "control": "P4.2",
                "response": "The deletion job now alerts the operations team when it does not finish.",
            },
        ),
        cuec=(
            named("Practices keep the list of their authorized users current.", number=ANY),
            named("Practices obtain the consent of patients to the collection of their data.", number=ANY),
        ),
        subservice=(
            named("Cloudmoor Inc.", method="carve-out", service="infrastructure services | infrastructure"),
            named("Greenlock Backup, Inc.", method="carve-out", service="offsite backup"),
        ),
    ),
)


def _beacon() -> bytes:
    sheet = Sheet("", "Beacon Hill Utilities Billing Corp. SOC 1 Type 2 | {page} of {pages}", face="Times", size=11)
    sheet.ln(50)
    sheet.centred("REPORT ON THE UTILITY BILLING SYSTEM", size=18, style="B")
    sheet.centred("of Beacon Hill Utilities Billing Corp.", size=13)
    sheet.centred("SOC 1 Type 2", "For the twelve months from October 1, 2024 to September 30, 2025")
    sheet.leaf()
    sheet.heading("Report of the independent service auditor")
    sheet.paras("""To the Management of Beacon Hill Utilities Billing Corp.:

We have examined the description of the Utility Billing System of Beacon Hill Utilities Billing Corp. for processing the
transactions of user entities throughout the period October 1, 2024 to September 30, 2025.

The description includes the controls of Inkwell Print & Mail, Inc., a subservice organization that prints and mails the bills;
they are presented under the inclusive method.

In our opinion, in all material respects, the description fairly presents the system, and the controls were suitably designed and
operated effectively throughout the period to achieve the control objectives.""")
    sheet.lines(
        "Cobb, Antonelli & Reyes, P.C.", "Certified Public Accountants", "Scranton, Pennsylvania", "November 18, 2025"
    )
    sheet.leaf()
    sheet.heading("Control objectives and results")
    sheet.para("Objective 3. Tariffs are entered completely and correctly.", "B")
    sheet.items(
        "3.1 New tariffs are checked by a second person. No exception.",
        "3.2 Tariff tables are compared with the authority’s notice. Exception: 2 of 18 comparisons selected were not dated.",
        "3.3 Access to tariff tables is limited. No exception.",
    )
    sheet.para("Management response to 3.2: The form was changed so that it cannot be saved without a date.")
    sheet.heading("Controls to be carried out by user entities")
    sheet.items(
        "User entities compare the totals of each billing run with their own forecast.",
        "User entities inform Beacon Hill of new tariffs at least ten days ahead.",
        mark="{n}.",
    )
    return sheet.done()


BEACON = Report(
    "BHUB service auditor report FY2025.pdf",
    "soc_report",
    _beacon,
    truth(
        issuer="Cobb, Antonelli & Reyes, P.C.",
        subject="Beacon Hill Utilities Billing Corp.",
        period_start=day(2024, 10, 1, "October 1, 2024"),
        period_end=day(2025, 9, 30, "September 30, 2025"),
        issued=day(2025, 11, 18, "November 18, 2025"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Utility Billing System",
        soc_type="SOC 1",
        report_type="type 2",
        exceptions=Planted(
            "2 of 18 comparisons selected were not dated.",
            parts={
                "control": "3.2",
                "response": "The form was changed so that it cannot be saved without a date.",
            },
            also=("Exception: 2 of 18 comparisons selected were not dated.",),
        ),
        cuec=(
            named("User entities compare the totals of each billing run with their own forecast.", number=ANY),
            named("User entities inform Beacon Hill of new tariffs at least ten days ahead.", number=ANY),
        ),
        subservice=named(
            "Inkwell Print & Mail, Inc.",
            method="inclusive",
            service="prints and mails the bills | printing and mailing",
        ),
    ),
)


def _kauri() -> bytes:
    sheet = Sheet("Kauri Lane Payroll Limited", "ASAE 3402 | {page}")
    sheet.banner("SOC 1 (ASAE 3402) Type 2 Assurance Report", size=16)
    sheet.labelled(
        ("Entity", "Kauri Lane Payroll Limited"),
        ("Services", "Payroll bureau services"),
        ("Period", "1 July 2025 - 30 June 2026"),
        ("Assurance practitioner", "Harbour Ledger Audit Pty Ltd"),
        ("Conclusion", "Qualified"),
    )
    sheet.paras("""Basis for qualified conclusion

Changes to bank accounts of employees (control 7.1) were made without a call back in July and August 2025, so that control
objective 7 was not achieved in these months.

Qualified opinion

In our opinion, in all material respects, except for the matter above, the controls necessary to achieve the control objectives
operated effectively throughout the period from 1 July 2025 to 30 June 2026.""")
    sheet.lines("Harbour Ledger Audit Pty Ltd", "Sydney, 21 August 2026")
    sheet.grid(
        (
            ("Control", "Deviation", "Response of management"),
            (
                "7.1",
                "For 9 of 25 changes of a bank account no call back was recorded.",
                "Call backs are recorded in the payroll system since 1 September 2025.",
            ),
        ),
        (20, 70, 76),
    )
    sheet.para("All other controls operated without deviation.")
    return sheet.done()


KAURI = Report(
    "Kauri Lane assurance report 2026.pdf",
    "soc_report",
    _kauri,
    truth(
        issuer="Harbour Ledger Audit Pty Ltd",
        subject="Kauri Lane Payroll Limited",
        period_start=day(2025, 7, 1, "1 July 2025"),
        period_end=day(2026, 6, 30, "30 June 2026"),
        issued=day(2026, 8, 21, "21 August 2026"),
        opinion=said("qualified", "Qualified opinion"),
        scope="Payroll bureau services",
        soc_type="SOC 1",
        report_type="type 2",
        exceptions=(
            named(
                "For 9 of 25 changes of a bank account no call back was recorded.",
                control="7.1",
                response="Call backs are recorded in the payroll system since 1 September 2025.",
            ),
            Planted(
                """Changes to bank accounts of employees (control 7.1) were made without a call back in July and August 2025, so
                that control objective 7 was not achieved in these months.""",
                optional=True,
            ),
        ),
    ),
)


def _ringdove() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.banner("Ringdove Telecom AG", align="C")
    sheet.centred("SOC 3 report on the Ringdove Messaging API", "Availability, Security and Processing Integrity")
    sheet.heading("Independent Service Auditor’s Report")
    sheet.paras("""To Ringdove Telecom AG

We have examined the assertion that the controls of the Ringdove Messaging API were effective from 1 January 2025 to 31 December
2025, based on the criteria relevant to availability, security and processing integrity.

In our opinion, the assertion of management is fairly stated in all material respects.

Zurich, 27 February 2026

Lindt & Ammann Revision AG""")
    sheet.heading("Assertion of management")
    sheet.para("Exceptions, if any, are part of the SOC 2 report, which can be had under a confidentiality agreement.")
    return sheet.done()


RINGDOVE = Report(
    "Ringdove general use report.pdf",
    "soc_report",
    _ringdove,
    truth(
        issuer="Lindt & Ammann Revision AG",
        subject="Ringdove Telecom AG",
        period_start=day(2025, 1, 1, "1 January 2025"),
        period_end=day(2025, 12, 31, "31 December 2025"),
        issued=day(2026, 2, 27, "27 February 2026"),
        opinion=said("unqualified", "the assertion of management is fairly stated in all material respects"),
        scope="Ringdove Messaging API",
        soc_type="SOC 3",
        report_type=Planted("type 2", "from 1 January 2025", optional=True),
        trust_criteria=("availability", "security", "processing integrity"),
    ),
)

REPORTS = (ORCHARD, BEACON, KAURI, RINGDOVE)
