"""SOC reports of design alone, and SOC 1 reports."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.pages import components, restricted
from knowledge.evaluation.reports.truth import OR, Report, day, named, said, truth


def _tessellate() -> bytes:
    sheet = Sheet("", "tessellate.io  SOC 2 Type 1  {page} / {pages}", size=9.5)
    sheet.lines("SOC 2 TYPE 1", size=26, style="B")
    sheet.lines("Tessellate Maps Oy", "as of October 31, 2025", size=14)
    sheet.lines("Security", style="I")
    sheet.ln(20)
    sheet.lines("Prepared by Lindqvist Ferro Assurance, Inc., a licensed CPA firm", size=9)
    sheet.leaf()
    sheet.heading("Independent Service Auditor's Report")
    sheet.columns(
        """Scope. We have examined the description of the Tessellate Geocoding Service of Tessellate Maps Oy as of October
        31, 2025 and the suitability of the design of its controls as of that date.

        We did not perform any procedures regarding the operating effectiveness of controls and express no opinion
        thereon.""",
        """Opinion. In our opinion, in all material respects, the description presents the Tessellate Geocoding Service as
        of October 31, 2025, and the controls were suitably designed as of October 31, 2025.

        Lindqvist Ferro Assurance, Inc.

        December 8, 2025""",
    )
    restricted(sheet, "Tessellate Maps Oy")
    components(sheet, "Description of the Tessellate Geocoding Service")
    sheet.lines("Subservice organizations (carve-out method)", style="B")
    sheet.grid(
        (
            ("Organization", "Service provided", "Controls expected"),
            ("Vanadium Compute Ltd", "Virtual machines and storage", "Physical access to data centers is restricted"),
            ("Peregrine Ident", "Single sign-on for employees", "Multi-factor authentication is enforced"),
        ),
        (46, 54, 66),
    )
    sheet.lines("Complementary user entity controls", style="B")
    sheet.items(
        "Customers should rotate their API keys at least once a year.",
        "Customers should not send personal data in geocoding requests.",
    )
    sheet.para("A Type 2 report for the six months to April 30, 2026 is planned.")
    return sheet.done()


TESSELLATE = Report(
    "Tessellate_T1.pdf",
    "soc_report",
    _tessellate,
    truth(
        issuer="Lindqvist Ferro Assurance, Inc.",
        subject="Tessellate Maps Oy",
        period_end=day(2025, 10, 31, "October 31, 2025"),
        issued=day(2025, 12, 8, "December 8, 2025"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Tessellate Geocoding Service",
        soc_type="SOC 2",
        report_type="type 1",
        trust_criteria="security",
        cuec=(
            "Customers should rotate their API keys at least once a year.",
            "Customers should not send personal data in geocoding requests.",
        ),
        subservice=(
            named("Vanadium Compute Ltd", method="carve-out", service="Virtual machines and storage"),
            named("Peregrine Ident", method="carve-out", service="Single sign-on for employees"),
        ),
    ),
)


def _ravenscar() -> bytes:
    sheet = Sheet("Ravenscar Pension Administration Limited", "AAF/ISAE 3402 | {page}", face="Times", size=11)
    sheet.banner("Internal Controls Report", size=20, align="C")
    sheet.centred(
        "Ravenscar Pension Administration Limited",
        "SOC 1 Type 2 (ISAE 3402)",
        "For the year 1 July 2024 to 30 June 2025",
    )
    sheet.leaf()
    sheet.heading("Independent Service Auditor's Assurance Report")
    sheet.para("To the Directors of Ravenscar Pension Administration Limited")
    sheet.lines("Scope", style="B")
    sheet.paras("""We have been engaged to report on the description of the Member Administration System throughout the period
1 July 2024 to 30 June 2025, and on the design and operation of controls related to the control objectives stated in it.

Ravenscar uses its affiliate Ravenscar Print Services Limited to print and post statements. The description includes the
control objectives and related controls of Ravenscar Print Services Limited, and our work extended to them (inclusive
method).""")
    sheet.lines("Opinion", style="B")
    sheet.para("""In our opinion, in all material respects: the description fairly presents the Member Administration System as
    designed and implemented throughout the period; the controls were suitably designed; and the controls tested operated
    effectively throughout the period from 1 July 2024 to 30 June 2025.""")
    sheet.lines("Cattermole Beddoes LLP", "Chartered Accountants, Leeds", "26 September 2025")
    sheet.leaf()
    sheet.heading("Control objective 5: Contributions are recorded completely and on time")
    sheet.pairs(
        ("Control 5.3", "Contribution files are reconciled to bank receipts within five working days."),
        ("Test", "For 30 contribution files we inspected the reconciliation."),
        ("Result", "Exception: 3 of 30 reconciliations were signed off after the five working days had passed."),
        ("Management comment", "Two people were added to the team in May 2025. No member was affected."),
        width=40,
        borders=True,
    )
    sheet.pairs(
        ("Control 5.4", "Contribution changes above 10 % are queried with the employer."),
        ("Test", "For 30 changes we inspected the query."),
        ("Result", "No exceptions noted."),
        width=40,
        borders=True,
    )
    sheet.heading("Complementary user entity controls")
    sheet.items(
        "Employers submit contribution files that are complete and accurate.",
        "Trustees approve changes of benefits before they are applied.",
        mark="UE{n}.",
    )
    return sheet.done()


RAVENSCAR = Report(
    "RPA Internal Controls Report 2025.pdf",
    "soc_report",
    _ravenscar,
    truth(
        issuer="Cattermole Beddoes LLP",
        subject="Ravenscar Pension Administration Limited",
        period_start=day(2024, 7, 1, "1 July 2024"),
        period_end=day(2025, 6, 30, "30 June 2025"),
        issued=day(2025, 9, 26, "26 September 2025"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Member Administration System",
        soc_type="SOC 1",
        report_type="type 2",
        exceptions=named(
            "3 of 30 reconciliations were signed off after the five working days had passed.",
            control="5.3",
            response="Two people were added to the team in May 2025. No member was affected.",
        ),
        cuec=(
            named("Employers submit contribution files that are complete and accurate.", number="UE1 | 1"),
            named("Trustees approve changes of benefits before they are applied.", number="UE2 | 2"),
        ),
        subservice=named(
            "Ravenscar Print Services Limited",
            method="inclusive",
            service=OR.join(("print and post statements", "print and post", "to print and post statements")),
        ),
    ),
)


def _goshawk() -> bytes:
    sheet = Sheet(foot="{page}", size=10.5)
    sheet.ln(30)
    sheet.centred("GOSHAWK LOAN SERVICING CORP.", size=18, style="B")
    sheet.centred("SOC 1® – SOC for Service Organizations: ICFR", "Type 1 Report", size=12)
    sheet.centred("Mortgage Servicing System", "As of December 31, 2025", size=12)
    sheet.leaf()
    sheet.heading("Independent Service Auditor's Report on a Description of a Service Organization's System")
    sheet.paras("""To the Management of Goshawk Loan Servicing Corp.

We have examined Goshawk Loan Servicing Corp.'s description of its Mortgage Servicing System for processing user entities'
transactions as of December 31, 2025, and the suitability of the design of the controls to achieve the related control
objectives.

Goshawk uses Mortise Tax Search, a service organization, to research property taxes. The description includes only the
control objectives and related controls of Goshawk and excludes those of Mortise Tax Search.

In our opinion, in all material respects, based on the criteria described in the assertion, the description fairly presents
the Mortgage Servicing System that was designed and implemented as of December 31, 2025, and the controls were suitably
designed.""")
    sheet.lines("/s/ Brackenridge Tull LLP", "Topeka, Kansas", "February 27, 2026")
    components(sheet, "Overview of Operations")
    sheet.para("""User entities should establish controls to reconcile remittance reports to their own records. User entities
    should establish controls to approve the users who may instruct Goshawk.""")
    return sheet.done()


GOSHAWK = Report(
    "GLSC_SOC1_T1_123125.pdf",
    "soc_report",
    _goshawk,
    truth(
        issuer="Brackenridge Tull LLP",
        subject="Goshawk Loan Servicing Corp.",
        period_end=day(2025, 12, 31, "December 31, 2025"),
        issued=day(2026, 2, 27, "February 27, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Mortgage Servicing System",
        soc_type="SOC 1",
        report_type="type 1",
        cuec=(
            "User entities should establish controls to reconcile remittance reports to their own records.",
            "User entities should establish controls to approve the users who may instruct Goshawk.",
        ),
        subservice=named(
            "Mortise Tax Search", method="carve-out", service="research property taxes | to research property taxes"
        ),
    ),
)

REPORTS = (TESSELLATE, RAVENSCAR, GOSHAWK)
