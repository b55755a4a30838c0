"""Reports on controls that bear on the accounts of customers."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.standing import duties, environment, limits
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, perhaps, said, truth


def _corbel() -> bytes:
    sheet = Sheet("", "Corbel Benefits SOC 1    {page}", size=9.5)
    sheet.centred("CORBEL BENEFITS ADMINISTRATORS, LLC", size=17, style="B")
    sheet.centred("SOC 1 - SSAE 21 - TYPE 2 REPORT", size=13)
    sheet.centred("Flexible Spending and Commuter Accounts Processing System")
    sheet.centred("January 1, 2025 through September 30, 2025")
    sheet.rule()
    sheet.heading("Section 1 - Report of Independent Service Auditors")
    sheet.para("""To the Managers of Corbel Benefits Administrators, LLC: We have examined the description of the Flexible
    Spending and Commuter Accounts Processing System of Corbel Benefits Administrators, LLC ("Corbel") for processing user
    entities’ transactions throughout the period January 1, 2025 to September 30, 2025, and the suitability of the design
    and operating effectiveness of the controls to achieve the related control objectives.""")
    sheet.para("Corbel performs all of the services itself; there are no subservice organizations.")
    duties(sheet, "Corbel’s", "Service auditors’ responsibilities")
    limits(sheet)
    sheet.para("""Opinion. In our opinion, in all material respects, (a) the description fairly presents the system, (b) the
    controls were suitably designed, and (c) the controls operated effectively to provide reasonable assurance that the
    control objectives were achieved throughout the period January 1, 2025 to September 30, 2025.""")
    sheet.lines("/s/ Tamarack Bose PLLC", "Duluth, Minnesota", "November 7, 2025")
    sheet.leaf()
    environment(sheet, "Section 3 - Overview of Operations")
    sheet.leaf()
    sheet.heading("Section 4 - Control Objectives, Controls, and Tests")
    sheet.para("Control Objective 1: Enrollments are complete, accurate and authorized.", "B")
    sheet.grid(
        (
            ("Ref", "Control", "Tests", "Results of tests"),
            ("1.01", "Files of employers are totaled on receipt.", "Inspected 30 files.", "No exceptions noted"),
            (
                "1.02",
                "Elections above the legal maximum are rejected.",
                "Re-performed 1 election in test.",
                "No exceptions noted",
            ),
        ),
        (14, 58, 48, 46),
        size=8.5,
    )
    sheet.para("User entities are expected to: send enrollment files over the secure channel only.")
    sheet.para("Control Objective 2: Claims are paid once and in the right amount.", "B")
    sheet.grid(
        (
            ("Ref", "Control", "Tests", "Results of tests"),
            (
                "2.01",
                "Claims above $500 are approved by a second examiner.",
                "Inspected 60 claims.",
                "2 of 60 claims above $500 were paid with one approval only. Management response: The limit is enforced"
                " by the system since October 6, 2025.",
            ),
            ("2.02", "Payments are reconciled daily.", "Inspected 25 days.", "No exceptions noted"),
        ),
        (14, 58, 34, 60),
        size=8.5,
    )
    sheet.para("User entities are expected to: fund the claims account before the weekly payment date.")
    return sheet.done()


CORBEL = Report(
    "CBA_SOC1_2025.pdf",
    "soc_report",
    _corbel,
    truth(
        issuer="Tamarack Bose PLLC",
        subject="Corbel Benefits Administrators, LLC",
        period_start=day(2025, 1, 1, "January 1, 2025"),
        period_end=day(2025, 9, 30, "September 30, 2025"),
        issued=day(2025, 11, 7, "November 7, 2025"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Flexible Spending and Commuter Accounts Processing System",
        soc_type="SOC 1",
        report_type="type 2",
        exceptions=named(
            "2 of 60 claims above $500 were paid with one approval only.",
            control="2.01",
            response="The limit is enforced by the system since October 6, 2025.",
        ),
        cuec=(
            Planted(
                "User entities are expected to: send enrollment files over the secure channel only.",
                also=("send enrollment files over the secure channel only.",),
            ),
            Planted(
                "User entities are expected to: fund the claims account before the weekly payment date.",
                also=("fund the claims account before the weekly payment date.",),
            ),
        ),
    ),
)


def _liffey() -> bytes:
    sheet = Sheet("Liffeyside Transfer Agency DAC", "Strictly private   {page}", face="Times", size=11)
    sheet.banner("ISAE 3402 Type 1 report", size=20, align="C")
    sheet.stacked(
        ("SERVICE ORGANISATION", "Liffeyside Transfer Agency DAC"),
        ("SYSTEM", "Transfer agency and unitholder register"),
        ("AS AT", "31 March 2026"),
        ("SERVICE AUDITOR", "Corrib Mannion"),
        ("DATE OF THE AUDITOR’S REPORT", "14 May 2026"),
    )
    sheet.heading("Report of the service auditor")
    sheet.paras("""We have been engaged to report on the description by Liffeyside Transfer Agency DAC of its transfer agency
and
unitholder register as at 31 March 2026 and on the design of controls related to the control objectives stated in it. This is
a SOC 1 engagement under ISAE 3402. We did not test whether controls operated, and we express no opinion on that.

The agency uses Kilderkin Print ULC to print and post contract notes. The description leaves out the controls of Kilderkin
Print ULC and our procedures did not extend to them.""")
    limits(sheet)
    sheet.paras("""In our opinion, in all material respects, the description fairly presents the system as designed and
implemented as
at 31 March 2026, and the controls were suitably designed as at that date.

Corrib Mannion, Chartered Accountants and Statutory Audit Firm, Galway, 14 May 2026""")
    sheet.leaf()
    environment(sheet, "Description of the agency")
    sheet.heading("Controls of user entities", size=11)
    sheet.items(
        "User entities notify the agency of a change of authorised signatories at once.",
        "User entities check contract notes on receipt and report differences within five days.",
        mark="UE{n}.",
    )
    sheet.para("The first Type 2 report is planned for the twelve months to 31 March 2027.")
    return sheet.done()


LIFFEY = Report(
    "Liffeyside TA - 3402 T1.pdf",
    "soc_report",
    _liffey,
    truth(
        issuer=Planted("Corrib Mannion", also=("Corrib Mannion, Chartered Accountants and Statutory Audit Firm",)),
        subject="Liffeyside Transfer Agency DAC",
        period_end=day(2026, 3, 31, "31 March 2026"),
        issued=day(2026, 5, 14, "14 May 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Transfer agency and unitholder register",
        soc_type="SOC 1",
        report_type="type 1",
        cuec=(
            named(
                "User entities notify the agency of a change of authorised signatories at once.",
                number="UE1 | UE1.",
            ),
            named(
                "User entities check contract notes on receipt and report differences within five days.",
                number="UE2 | UE2.",
            ),
        ),
        subservice=named(
            "Kilderkin Print ULC",
            method="carve-out",
            service="print and post contract notes | prints and posts contract notes | printing and posting contract notes",
        ),
    ),
)


def _escrow() -> bytes:
    sheet = Sheet("Bluestem Escrow Services Corp. | System and Organization Controls 1", "{page} of {pages}", size=10)
    sheet.banner("System and Organization Controls (SOC) 1 Report, Type II", size=17)
    sheet.pairs(
        ("Prepared for", "Bluestem Escrow Services Corp."),
        ("Prepared by", "Ashgrove Petty & Sons, Certified Public Accountants"),
        ("System", "Mortgage Escrow Disbursement System"),
        ("Examination period", "07/01/2024 - 06/30/2025"),
        ("Report date", "08/29/2025"),
        borders=True,
    )
    sheet.heading("Independent Service Auditor’s Report")
    sheet.para("""Bluestem uses Sundew Tax Data, Inc. (a subservice organization) to look up property tax bills. The description
    includes the control objectives and related controls of Sundew Tax Data, Inc. (inclusive method).""")
    duties(sheet, "Management’s")
    limits(sheet)
    sheet.lines("Basis for Adverse Opinion", style="B")
    sheet.para("""Reconciliations of escrow bank accounts (control 5.1) were not prepared in any month of the period, and
    disbursements
    (control 5.4) could be released by one person. Control objective 5 and control objective 6 were therefore not achieved.""")
    sheet.lines("Adverse Opinion", style="B")
    sheet.para("""Because of the significance of the matters described in the preceding paragraph, in our opinion, the
    controls were
    not suitably designed and did not operate effectively throughout the period 07/01/2024 to 06/30/2025.""")
    sheet.lines("Ashgrove Petty & Sons", "Topeka, Kansas", "08/29/2025")
    sheet.leaf()
    sheet.heading("Tests of controls: deviations")
    sheet.stacked(
        ("CONTROL", "5.1 Escrow accounts are reconciled monthly"),
        ("RESULT", "None of the 12 reconciliations selected had been prepared."),
        ("MANAGEMENT RESPONSE", "A reconciliation team of two was hired in July 2025."),
    )
    sheet.stacked(
        ("CONTROL", "5.4 Two people release a disbursement"),
        ("RESULT", "22 of 45 disbursements were entered and released by the same person."),
        ("MANAGEMENT RESPONSE", "Dual release was switched on in the bank’s portal on August 1, 2025."),
    )
    sheet.para("For all other controls that we tested, no exceptions were noted.")
    environment(sheet, "Description of controls")
    sheet.heading("Complementary user entity controls", size=11)
    sheet.items(
        "Lenders send notices of payoff on the day they learn of them.", "Lenders review the monthly trial balance."
    )
    return sheet.done()


ESCROW = Report(
    "Bluestem Escrow SOC 1 TII 24-25.pdf",
    "soc_report",
    _escrow,
    truth(
        issuer=Planted(
            "Ashgrove Petty & Sons, Certified Public Accountants",
            also=("Ashgrove Petty & Sons",),
        ),
        subject="Bluestem Escrow Services Corp.",
        period_start=day(2024, 7, 1, "07/01/2024"),
        period_end=day(2025, 6, 30, "06/30/2025"),
        issued=day(2025, 8, 29, "08/29/2025"),
        opinion=said("adverse", "Adverse Opinion"),
        scope="Mortgage Escrow Disbursement System",
        soc_type=said("SOC 1", "System and Organization Controls (SOC) 1"),
        report_type=said("type 2", "Type II"),
        exceptions=(
            named(
                "None of the 12 reconciliations selected had been prepared.",
                control="5.1",
                response="A reconciliation team of two was hired in July 2025.",
            ),
            named(
                "22 of 45 disbursements were entered and released by the same person.",
                control="5.4",
                response="Dual release was switched on in the bank’s portal on August 1, 2025.",
            ),
            perhaps(
                """Reconciliations of escrow bank accounts (control 5.1) were not prepared in any month of the period, and
                disbursements (control 5.4) could be released by one person."""
            ),
        ),
        cuec=(
            named("Lenders send notices of payoff on the day they learn of them.", number=ANY),
            named("Lenders review the monthly trial balance.", number=ANY),
        ),
        subservice=named(
            "Sundew Tax Data, Inc.",
            method="inclusive",
            service="look up property tax bills | looks up property tax bills | property tax bills",
        ),
    ),
)

REPORTS = (CORBEL, LIFFEY, ESCROW)
