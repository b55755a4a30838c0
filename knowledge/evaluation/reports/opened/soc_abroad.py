"""SOC reports of other lands, and SOC 3 reports."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.pages import components, duties_of_auditor
from knowledge.evaluation.reports.truth import Report, day, named, said, truth


def _oakhaven() -> bytes:
    sheet = Sheet("", "© 2026 Oakhaven Ledger, Inc. All rights reserved.", size=11)
    sheet.banner("SOC 3® Report", size=24, align="C")
    sheet.centred("Oakhaven Ledger, Inc.", size=16)
    sheet.centred("Report on Oakhaven Bookkeeping Online", "Relevant to Security, Availability, Processing Integrity")
    sheet.centred("throughout the period of January 1, 2026 to June 30, 2026")
    sheet.leaf()
    sheet.lines("Tillinghast Moreau & Co., LLP", style="B", size=9, align="R")
    sheet.heading("Report of Independent Accountants")
    sheet.paras("""To the Management of Oakhaven Ledger, Inc.

We have examined management's assertion that the controls within Oakhaven Bookkeeping Online were effective throughout the
period of January 1, 2026 to June 30, 2026, to provide reasonable assurance that the service commitments and system
requirements of Oakhaven Ledger, Inc. were achieved based on the trust services criteria relevant to security, availability
and processing integrity.""")
    duties_of_auditor(sheet, "Our responsibility is to express an opinion on management's assertion and")
    sheet.paras("""In our opinion, management's assertion that the controls within Oakhaven Bookkeeping Online were effective
throughout the period of January 1, 2026 to June 30, 2026 is fairly stated, in all material respects.

Philadelphia, PA

August 10, 2026""")
    sheet.leaf()
    sheet.heading("Management's Assertion")
    sheet.para("""We are responsible for designing, implementing, operating and maintaining effective controls within Oakhaven
    Bookkeeping Online. The controls were effective throughout the period of January 1, 2026 to June 30, 2026.""")
    sheet.lines("Signed by: Beatrix Cho, Chief Executive Officer", "August 7, 2026")
    components(sheet, "Attachment A: The system and its boundaries")
    return sheet.done()


OAKHAVEN = Report(
    "oakhaven-soc3.pdf",
    "soc_report",
    _oakhaven,
    truth(
        issuer="Tillinghast Moreau & Co., LLP",
        subject="Oakhaven Ledger, Inc.",
        period_start=day(2026, 1, 1, "January 1, 2026"),
        period_end=day(2026, 6, 30, "June 30, 2026"),
        issued=day(2026, 8, 10, "August 10, 2026"),
        opinion=said("unqualified", "is fairly stated, in all material respects"),
        scope="Oakhaven Bookkeeping Online",
        soc_type="SOC 3",
        trust_criteria=("security", "availability", "processing integrity"),
    ),
)


def _grauwacke() -> bytes:
    sheet = Sheet("Grauwacke Rechenzentren GmbH", "SOC 2 Typ 2 / ISAE 3000 – Seite {page}", size=10)
    sheet.banner("ISAE 3000 (SOC 2) Type 2 Report", size=17)
    sheet.pairs(
        ("Service organisation", "Grauwacke Rechenzentren GmbH, Siegen"),
        ("System", "Colocation and Managed Backup"),
        ("Criteria", "Security, Availability"),
        ("Reporting period", "01.10.2024 – 30.09.2025"),
        ("Auditor", "Dreesbach Hellweg GmbH Wirtschaftsprüfungsgesellschaft"),
        ("Date of the report", "17.12.2025"),
        ("Result", "Unqualified opinion"),
    )
    sheet.leaf()
    sheet.heading("I. Report of the independent auditor")
    sheet.paras("""To Grauwacke Rechenzentren GmbH

We were engaged to examine the description of the system Colocation and Managed Backup for the period from 01.10.2024 to
30.09.2025 and the design and effectiveness of the controls listed in section IV. We applied ISAE 3000 (Revised) and the
quality management standard IDW QMS 1.

In our opinion, in all material respects, the description is fair, and the controls were designed appropriately and were
effective in the period from 01.10.2024 to 30.09.2025.

No subservice organisations are used.""")
    sheet.lines("Hagen, 17.12.2025", "Dreesbach Hellweg GmbH Wirtschaftsprüfungsgesellschaft")
    components(sheet, "III. Description of the system")
    sheet.leaf()
    sheet.heading("IV. Controls, tests and results")
    sheet.grid(
        (
            ("No.", "Control", "Test of effectiveness", "Finding"),
            ("P-04", "Visitors are escorted.", "Inspection of 25 visits", "None"),
            ("P-05", "Video recordings are kept for 30 days.", "Inspection of 5 days", "None"),
            (
                "B-11",
                "Backup media are encrypted.",
                "Inspection of 12 media",
                "One of 12 backup media inspected was not encrypted.",
            ),
            ("B-12", "Emergency power is tested monthly.", "Inspection of 4 months", "None"),
        ),
        (16, 50, 46, 54),
    )
    sheet.para("""Statement of the management on B-11: The medium held test data only and was destroyed on 22.08.2025;
    encryption is now enforced by the backup server.""")
    sheet.heading("V. Complementary controls of customers", size=11)
    sheet.items(
        "The customer names the persons who may enter the data centre.",
        "The customer checks the daily backup report.",
        mark="-",
    )
    return sheet.done()


GRAUWACKE = Report(
    "Bericht_ISAE3000_Grauwacke_2025_EN.pdf",
    "soc_report",
    _grauwacke,
    truth(
        issuer="Dreesbach Hellweg GmbH Wirtschaftsprüfungsgesellschaft",
        subject="Grauwacke Rechenzentren GmbH",
        period_start=day(2024, 10, 1, "01.10.2024"),
        period_end=day(2025, 9, 30, "30.09.2025"),
        issued=day(2025, 12, 17, "17.12.2025"),
        opinion=said("unqualified", "Unqualified opinion"),
        scope="Colocation and Managed Backup",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability"),
        exceptions=named(
            "One of 12 backup media inspected was not encrypted.",
            control="B-11",
            response="The medium held test data only and was destroyed on 22.08.2025; encryption is now enforced by the backup"
            " server.",
        ),
        cuec=(
            "The customer names the persons who may enter the data centre.",
            "The customer checks the daily backup report.",
        ),
    ),
)


def _saltbush() -> bytes:
    sheet = Sheet("", "Saltbush Workforce Pty Ltd - SOC 2 - Commercial in confidence - {page}", size=10)
    sheet.lines("Saltbush Workforce Pty Ltd", size=18, style="B")
    sheet.lines("Type 2 SOC 2 report: Saltbush Rostering", "Period: 1 January 2026 to 31 March 2026", size=12)
    sheet.lines(
        "Criteria in scope: Security, Confidentiality. Not in scope: Availability, Processing Integrity, Privacy."
    )
    sheet.lines("Auditor: Quandong Assurance Partners", size=9)
    sheet.leaf()
    sheet.lines("INDEPENDENT AUDITOR'S REPORT", style="B", size=13)
    sheet.paras("""The Directors, Saltbush Workforce Pty Ltd, Level 4, 12 Pirie Street, Adelaide SA 5000

Qualified opinion

In our opinion, except for the possible effects of the matter in the Basis for qualified opinion section, in all material
respects, Saltbush Workforce Pty Ltd's description fairly presents Saltbush Rostering for the period 1 January 2026 to 31
March 2026, and its controls were suitably designed and operated effectively in that period.

Basis for qualified opinion

Logs of administrators' access were overwritten after seven days. We could not test whether that access was reviewed
(criterion CC7.2) before 20 February 2026.

Other matter

The previous report, for 1 January 2025 to 31 December 2025, was issued by another firm, Yarraman & Boyd, with an unqualified
opinion.

Quandong Assurance Partners

Adelaide, 29 May 2026""")
    components(sheet, "The system")
    sheet.lines("Organisations we rely on", style="B")
    sheet.para("""Saltbush runs on Cirrocloud Australia (hosting). Text messages to staff are sent by Galah Messaging Pty Ltd
    (SMS delivery). Their controls are excluded from this report under the carve-out method.""")
    sheet.leaf()
    sheet.lines("RESULTS OF TESTING", style="B", size=13)
    sheet.grid(
        (
            ("Ref", "Control activity", "Result of test"),
            ("6.1.4", "User access is reviewed quarterly", "No exception"),
            (
                "7.2.1",
                "Administrators' access is logged and reviewed weekly",
                "Exception. No log was available for seven of the thirteen weeks in the period. Saltbush response: Log"
                " retention was raised to 400 days on 20 February 2026.",
            ),
            ("8.1.2", "Releases need two approvals", "No exception"),
        ),
        (18, 58, 90),
    )
    return sheet.done()


SALTBUSH = Report(
    "SOC2 - Saltbush - Q1 2026 (signed).pdf",
    "soc_report",
    _saltbush,
    truth(
        issuer="Quandong Assurance Partners",
        subject="Saltbush Workforce Pty Ltd",
        period_start=day(2026, 1, 1, "1 January 2026"),
        period_end=day(2026, 3, 31, "31 March 2026"),
        issued=day(2026, 5, 29, "29 May 2026"),
        opinion=said("qualified", "Qualified opinion"),
        scope="Saltbush Rostering",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "confidentiality"),
        exceptions=named(
            "No log was available for seven of the thirteen weeks in the period.",
            control="7.2.1",
            response="Log retention was raised to 400 days on 20 February 2026.",
        ),
        subservice=(
            named("Cirrocloud Australia", method="carve-out", service="hosting"),
            named("Galah Messaging Pty Ltd", method="carve-out", service="SMS delivery"),
        ),
    ),
)

REPORTS = (OAKHAVEN, GRAUWACKE, SALTBUSH)
