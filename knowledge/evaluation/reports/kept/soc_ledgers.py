"""Reports of service auditors on those who keep other people's books, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import beside, boxed, leaders
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _tallgrass() -> bytes:
    sheet = Sheet("Tallgrass Billing Services, Inc.", "SOC 1® Type 2 – page {page}", face="Times", size=11, first=False)
    sheet.ln(35)
    sheet.lines("SOC 1® – SOC FOR SERVICE ORGANIZATIONS: ICFR", style="B")
    sheet.banner("Tallgrass Billing Services, Inc.", size=20)
    sheet.para("""Type 2 report on management’s description of the Patient Statement Processing System and on the suitability of
    the design and operating effectiveness of controls""")
    sheet.lines("For the period July 1, 2025 through June 30, 2026")
    sheet.leaf()
    sheet.lines("HARGROVE LINDELL PRATT, CPAs", "1800 Douglas Street, Omaha, Nebraska", align="R")
    sheet.heading("Independent service auditor’s report", size=12)
    sheet.paras("""To the Board of Directors of Tallgrass Billing Services, Inc.:

We have examined Tallgrass Billing Services, Inc.’s description of its Patient Statement Processing System for processing user
entities’ transactions throughout the period July 1, 2025 to June 30, 2026.

Tallgrass Billing Services, Inc. uses Sandhills Lockbox Company, a subservice organization, for opening mail and depositing
checks. The description includes the control objectives and related controls of Sandhills Lockbox Company, and we have examined
those too (inclusive method). It does not include those of Nimbostrat Compute, Inc., which provides hosting (carve-out method).

In our opinion, in all material respects, based on the criteria in management’s assertion, the description fairly presents the
system, and the controls were suitably designed and operated effectively throughout the period.""")
    sheet.lines("Hargrove Lindell Pratt, CPAs", "August 19, 2026")
    sheet.leaf()
    sheet.heading("Control objectives, related controls, and tests", size=12)
    sheet.lines("Control Objective 1: Statements are complete and accurate.", style="B")
    sheet.grid(
        (
            ("#", "Control activity", "Tests performed", "Results"),
            ("1.1", "Totals of files received are balanced.", "Reperformed 30 balances.", "No deviations noted."),
            (
                "1.2",
                "A sample of statements is proofread before mailing.",
                "Inspected the proofs of 25 runs.",
                "Deviation noted: the proofs of 3 of 25 runs did not bear the reader’s initials.",
            ),
        ),
        (12, 54, 48, 52),
    )
    sheet.lines("Control Objective 2: Payments are posted once and to the right account.", style="B")
    sheet.grid(
        (
            ("#", "Control activity", "Tests performed", "Results"),
            ("2.1", "Lockbox deposits are reconciled daily.", "Inspected 40 days.", "No deviations noted."),
        ),
        (12, 54, 48, 52),
    )
    sheet.para(
        "Management’s response to 1.2: Runs can no longer be released until the reader has signed electronically."
    )
    sheet.heading("Complementary user entity controls", size=12)
    sheet.items(
        "User entities send complete files by the agreed hour.",
        "User entities review the daily posting report and report differences within five days.",
        "User entities tell Tallgrass when a person authorized to give instructions has left.",
        mark="({n})",
    )
    return sheet.done()


TALLGRASS = Report(
    "TBS 2026 ICFR report.pdf",
    "soc_report",
    _tallgrass,
    truth(
        issuer="Hargrove Lindell Pratt, CPAs",
        subject="Tallgrass Billing Services, Inc.",
        period_start=day(2025, 7, 1, "July 1, 2025"),
        period_end=day(2026, 6, 30, "June 30, 2026"),
        issued=day(2026, 8, 19, "August 19, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Patient Statement Processing System",
        soc_type=said("SOC 1", "SOC 1"),
        report_type="type 2",
        exceptions=named(
            "the proofs of 3 of 25 runs did not bear the reader’s initials.",
            control="1.2",
            response="Runs can no longer be released until the reader has signed electronically.",
        ),
        cuec=(
            named("User entities send complete files by the agreed hour.", number=ANY),
            named("User entities review the daily posting report and report differences within five days.", number=ANY),
            named("User entities tell Tallgrass when a person authorized to give instructions has left.", number=ANY),
        ),
        subservice=(
            named(
                "Sandhills Lockbox Company",
                method="inclusive",
                service="opening mail and depositing checks | for opening mail and depositing checks",
            ),
            named("Nimbostrat Compute, Inc.", method="carve-out", service="hosting"),
        ),
    ),
)


def _monsoon() -> bytes:
    sheet = Sheet("", "Monsoon Straits Fund Administration Pte. Ltd. | ISAE 3402 Type 2 | {page} / {pages}", size=10.5)
    sheet.banner("Type 2 Report in accordance with ISAE 3402", size=17)
    sheet.lines("Description of the Transfer Agency and Fund Accounting Services", style="I")
    leaders(
        sheet,
        ("Service organisation", "Monsoon Straits Fund Administration Pte. Ltd."),
        ("Service auditor", "Tan Iskandar & Partners PAC"),
        ("Reporting period", "1 October 2024 to 30 September 2025"),
    )
    sheet.leaf()
    sheet.heading("Independent service auditor’s assurance report")
    sheet.paras("""To the directors of Monsoon Straits Fund Administration Pte. Ltd.

We have been engaged to report on the description of the Transfer Agency and Fund Accounting Services throughout the period
1 October 2024 to 30 September 2025 and on the design and operation of controls related to the control objectives.

Our opinion has been formed on the basis of the matters outlined in this report. In our opinion, in all material respects, the
description fairly presents the services, and the controls tested operated effectively throughout the period.""")
    sheet.lines(
        "Tan Iskandar & Partners PAC", "Public Accountants and Chartered Accountants", "Singapore", "28 November 2025"
    )
    sheet.heading("Results that differ from what was expected")
    sheet.paras("""Control 4.7 (second review of net asset values). We inspected 52 weekly valuations. In one case, the
    valuation of 11 April 2025 was sent to the client before the second review.

Management response: The client was told the same day, and the valuation proved correct. The template now refuses to send an
unreviewed valuation.

All other controls that we tested operated as described.""")
    sheet.heading("Controls we assume at clients")
    sheet.items(
        "Clients give notice of changes to their list of authorised signatories in writing.",
        "Clients check contract notes on receipt.",
        mark="{n}.",
    )
    return sheet.done()


MONSOON = Report(
    "MSFA - Controls Report FY25.pdf",
    "soc_report",
    _monsoon,
    truth(
        issuer="Tan Iskandar & Partners PAC",
        subject="Monsoon Straits Fund Administration Pte. Ltd.",
        period_start=day(2024, 10, 1, "1 October 2024"),
        period_end=day(2025, 9, 30, "30 September 2025"),
        issued=day(2025, 11, 28, "28 November 2025"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope=Planted("Transfer Agency and Fund Accounting Services"),
        soc_type=said("SOC 1", "ISAE 3402"),
        report_type="type 2",
        exceptions=Planted(
            "In one case, the valuation of 11 April 2025 was sent to the client before the second review.",
            parts={
                "control": "4.7",
                "response": """The client was told the same day, and the valuation proved correct. The template now refuses to
                send an unreviewed valuation.""",
            },
            also=("the valuation of 11 April 2025 was sent to the client before the second review",),
        ),
        cuec=(
            named("Clients give notice of changes to their list of authorised signatories in writing.", number=ANY),
            named("Clients check contract notes on receipt.", number=ANY),
        ),
    ),
)


def _cassava() -> bytes:
    sheet = Sheet("CASSAVA REMITTANCE SERVICES LIMITED", "{page}", face="Times", size=11.5)
    sheet.banner("SOC 1 Type I", size=18)
    sheet.lines("Cross-border Payout Service", "Design of controls as at 31 March 2026", size=12)
    boxed(sheet, "Prepared under ISAE 3402 by Beaumaris Njoroge, Certified Public Accountants, Nairobi")
    beside(
        sheet,
        (
            "1. Scope",
            """At the request of Cassava Remittance Services Limited we examined the description of its Cross-border Payout
            Service as at 31 March 2026.""",
        ),
        (
            "2. Limits",
            """As a Type I engagement, ours did not include tests of operating effectiveness, and we give no opinion on it.""",
        ),
        (
            "3. Opinion",
            """In our opinion, in all material respects, the description fairly presents the service as designed and implemented
            as at 31 March 2026, and the controls related to the control objectives were suitably designed.""",
        ),
        ("4. Others", "Baobab Switching Limited runs the card switch. Its controls are carved out of the description."),
        ("5. Users", "User entities must reconcile payouts with their own ledger every day."),
    )
    sheet.lines("Beaumaris Njoroge, Certified Public Accountants", "17 April 2026")
    return sheet.done()


CASSAVA = Report(
    "Cassava_CrossBorder_T1_Mar26.pdf",
    "soc_report",
    _cassava,
    truth(
        issuer=Planted("Beaumaris Njoroge", also=("Beaumaris Njoroge, Certified Public Accountants",)),
        subject="Cassava Remittance Services Limited",
        period_end=day(2026, 3, 31, "31 March 2026"),
        issued=day(2026, 4, 17, "17 April 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Cross-border Payout Service",
        soc_type="SOC 1",
        report_type=said("type 1", "Type I"),
        cuec=named("User entities must reconcile payouts with their own ledger every day.", number=ANY),
        subservice=named("Baobab Switching Limited", method="carve-out", service="runs the card switch | card switch"),
    ),
)

REPORTS = (TALLGRASS, MONSOON, CASSAVA)
