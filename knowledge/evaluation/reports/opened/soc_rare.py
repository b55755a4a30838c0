"""SOC 2 reports of rarer make and outcome."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.pages import components, duties_of_auditor, restricted
from knowledge.evaluation.reports.truth import ANY, Report, day, named, said, truth


def _tests_of_mangrove(sheet: Sheet) -> None:
    sheet.heading("Part 4. The controls and what was found")
    sheet.lines("Control PI-03", style="B")
    sheet.items(
        "Control activity: Totals of each incoming file are compared with its trailer record.",
        "Procedure: Reperformed the comparison for 20 files.",
        "Outcome: No deviations.",
        mark="-",
    )
    sheet.lines("Control PI-07", style="B")
    sheet.items(
        "Control activity: Rejected records are cleared within three days.",
        "Procedure: Inspected 40 rejected records.",
        "Outcome: Exception. 5 of 40 rejected records were cleared after more than three days.",
        "Management's response: The queue is now watched by a second shift.",
        mark="-",
    )
    sheet.lines("Control SEC-12", style="B")
    sheet.items(
        "Control activity: Laptops are encrypted.",
        "Procedure: Inspected the settings of 25 laptops.",
        "Outcome: Exception. 1 of 25 laptops was not encrypted.",
        "Management's response: The laptop was encrypted on the day it was found.",
        mark="-",
    )


def _mangrove() -> bytes:
    sheet = Sheet("Mangrove Toll Systems, Inc. SOC 2 Type 2", "{page}", size=10.5)
    sheet.banner("Mangrove Toll Systems, Inc.", size=18)
    sheet.pairs(
        ("Examination", "SOC 2 Type 2"),
        ("System", "TollBridge Transaction Processing"),
        ("Categories", "Security and Processing Integrity"),
        ("Period", "07/01/2025 - 06/30/2026"),
    )
    sheet.leaf()
    sheet.heading("Part 1. Report of the independent service auditor")
    sheet.lines("Whitcombe Zayas, PLLC", "500 Brickell Key, Miami, Florida", "August 28, 2026")
    sheet.para("To Mangrove Toll Systems, Inc.:")
    sheet.para("""We have examined the description of TollBridge Transaction Processing throughout the period July 1, 2025 to June
    30, 2026. Mangrove Toll Systems, Inc. operates its own data centers; the description names no subservice organizations.""")
    duties_of_auditor(sheet)
    sheet.para("""In our opinion, in all material respects, the description presents TollBridge Transaction Processing, and its
    controls were suitably designed and operated effectively throughout the period July 1, 2025 to June 30, 2026.""")
    restricted(sheet, "Mangrove Toll Systems, Inc.")
    components(sheet, "Part 3. The system")
    sheet.leaf()
    sheet.lines("What user entities have to do", style="B")
    sheet.items(
        "User entities are responsible for sending files in the agreed format.",
        "User entities are responsible for correcting rejected records that come from wrong license plates.",
        mark="{n}.",
    )
    _tests_of_mangrove(sheet)
    return sheet.done()


MANGROVE = Report(
    "Mangrove_SOC2_FY2026.pdf",
    "soc_report",
    _mangrove,
    truth(
        issuer="Whitcombe Zayas, PLLC",
        subject="Mangrove Toll Systems, Inc.",
        period_start=day(2025, 7, 1, "07/01/2025"),
        period_end=day(2026, 6, 30, "06/30/2026"),
        issued=day(2026, 8, 28, "August 28, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="TollBridge Transaction Processing",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "processing integrity"),
        exceptions=(
            named(
                "5 of 40 rejected records were cleared after more than three days.",
                control="PI-07",
                response="The queue is now watched by a second shift.",
            ),
            named(
                "1 of 25 laptops was not encrypted.",
                control="SEC-12",
                response="The laptop was encrypted on the day it was found.",
            ),
        ),
        cuec=(
            named("User entities are responsible for sending files in the agreed format.", number=ANY),
            named(
                "User entities are responsible for correcting rejected records that come from wrong license plates.",
                number=ANY,
            ),
        ),
    ),
)


def _bittern() -> bytes:
    sheet = Sheet("", "Bittern Archive Cloud, LLC | {page}", face="Times", size=11)
    sheet.centred("Bittern Archive Cloud, LLC", size=16, style="B")
    sheet.centred("SOC 2 Type 2 - Security", "Bittern Vault", "January 1, 2025 to December 31, 2025")
    sheet.leaf()
    sheet.heading("Independent Service Auditor's Report")
    sheet.paras("""To the Members of Bittern Archive Cloud, LLC

We have examined the description of Bittern Vault of Bittern Archive Cloud, LLC for the period January 1, 2025 to December 31,
2025. Bittern Vault runs on servers of Lodestar Metal Corp. (server hosting), whose controls were carved out.

Basis for Adverse Opinion

Multi-factor authentication was switched off for administrators from March 3, 2025 to October 19, 2025. Backups were not made
in that time either. The criteria CC6.1 and CC7.5 were not met.

Adverse Opinion

In our opinion, because of the significance of the matters described above, the controls did not operate effectively to provide
reasonable assurance that the service commitments of Bittern Archive Cloud, LLC were achieved.

Prothero Gaines LLP

Reno, Nevada, March 30, 2026""")
    components(sheet, "Description of Bittern Vault")
    sheet.heading("Tests of controls", size=11)
    sheet.grid(
        (
            ("Control", "Test", "Result"),
            (
                "BV-1 Administrators log in with MFA.",
                "Inspected settings.",
                "MFA was off for administrators for 33 weeks.",
            ),
            ("BV-2 Doors are locked.", "Observed the office.", "No exceptions noted."),
            ("BV-6 Backups run daily.", "Inspected 25 days.", "No backup existed for 14 of 25 days inspected."),
        ),
        (60, 46, 60),
    )
    sheet.para(
        "Management has replaced the head of operations and will be examined again for the period to June 30, 2026."
    )
    return sheet.done()


BITTERN = Report(
    "bittern vault soc2 2025.pdf",
    "soc_report",
    _bittern,
    truth(
        issuer="Prothero Gaines LLP",
        subject="Bittern Archive Cloud, LLC",
        period_start=day(2025, 1, 1, "January 1, 2025"),
        period_end=day(2025, 12, 31, "December 31, 2025"),
        issued=day(2026, 3, 30, "March 30, 2026"),
        opinion=said("adverse", "Adverse Opinion"),
        scope="Bittern Vault",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria="security",
        exceptions=(
            named("MFA was off for administrators for 33 weeks.", control="BV-1"),
            named("No backup existed for 14 of 25 days inspected.", control="BV-6"),
        ),
        subservice=named("Lodestar Metal Corp.", method="carve-out", service="server hosting"),
    ),
)

REPORTS = (MANGROVE, BITTERN)
