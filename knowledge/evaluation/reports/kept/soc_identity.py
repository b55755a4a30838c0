"""Reports of service auditors on young software companies, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import beside, boxed, cards, leaders
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _quartzite_tests(sheet: Sheet) -> None:
    sheet.heading("Section IV – Trust services criteria, controls, tests applied and results")
    sheet.grid(
        (
            ("Ref.", "Control specified by Quartzite", "Test applied by the auditor", "Test result"),
            (
                "AC-04",
                "Access of leavers is withdrawn within one business day.",
                "Compared the dates of departure of 30 leavers with the log of the directory.",
                "Exception noted. For 2 of 30 leavers, access was withdrawn four business days after departure.",
            ),
            (
                "AC-05",
                "Privileged access is recertified each quarter.",
                "Inspected the recertifications of two quarters.",
                "No exceptions noted.",
            ),
            (
                "BK-02",
                "Restores of backups are tried every six months.",
                "Inspected the records of both restores.",
                "Exception noted. One of the two restores required in the period was not performed.",
            ),
            ("CH-01", "Changes are approved before release.", "Inspected 45 changes.", "No exceptions noted."),
        ),
        (16, 48, 50, 52),
        size=8.5,
    )
    sheet.heading("Section V – Other information provided by Quartzite that is not covered by the auditor’s report")
    sheet.grid(
        (
            ("Control", "Management’s response"),
            ("AC-04", "Departures recorded by human resources now switch off accounts automatically."),
            ("BK-02", "The second restore was performed on February 2, 2026, and completed without error."),
        ),
        (24, 142),
        size=8.5,
    )


def _quartzite_description(sheet: Sheet) -> None:
    sheet.heading("Section III – Description of Quartzite Passport")
    sheet.para("Quartzite Passport signs people in to the applications of their employer. 61 people work on it.")
    sheet.lines("Subservice organizations", style="B")
    sheet.para("The following are presented under the carve-out method:")
    sheet.grid(
        (
            ("Subservice organization", "What Quartzite uses it for"),
            ("Nimbostrat Compute, Inc.", "Virtual servers and storage"),
            ("Ringfence Mail LLC", "Delivery of one-time codes"),
        ),
        (70, 96),
    )
    sheet.lines("Complementary user entity controls", style="B")
    sheet.grid(
        (
            ("Number", "User entities are expected to"),
            ("UE-1", "Assign administrators of their tenant and review that list."),
            ("UE-2", "Report lost phones to Quartzite without delay."),
            ("UE-3", "Set the length of sessions in line with their own rules."),
        ),
        (24, 142),
    )


def _quartzite() -> bytes:
    sheet = Sheet("Quartzite Identity, Inc.  |  Confidential", "Page {page} of {pages}", first=False)
    sheet.ln(28)
    sheet.banner("Quartzite Identity, Inc.", size=26)
    sheet.lines("Report on Quartzite Passport relevant to Security, Availability, and Confidentiality", size=13)
    sheet.ln(6)
    cards(
        sheet,
        ("FRAMEWORK", "SOC 2® Type 2"),
        ("OBSERVATION PERIOD", "January 16, 2025 through January 15, 2026"),
        ("SERVICE AUDITOR", "Whitlock Osgood LLP"),
    )
    sheet.leaf()
    sheet.contents(
        ("Section I – Independent service auditor’s report", 3),
        ("Section II – Assertion of Quartzite Identity, Inc.", 4),
        ("Section III – Description of Quartzite Passport", 4),
        ("Section IV – Trust services criteria, controls, tests applied and results", 5),
    )
    sheet.leaf()
    sheet.heading("Section I – Independent service auditor’s report")
    sheet.paras("""To: Quartzite Identity, Inc.

Scope. We have examined Quartzite’s accompanying description of Quartzite Passport throughout the period January 16, 2025, to
January 15, 2026, and the suitability of the design and operating effectiveness of the controls stated in it. The report for
the preceding period, January 16, 2024, to January 15, 2025, was issued by other auditors, Dray Kettering CPAs, on
March 6, 2025.

Opinion. In our opinion, in all material respects,

a. the description presents Quartzite Passport as it was designed and implemented;

b. the controls stated in it were suitably designed; and

c. those controls operated effectively throughout the period, provided that complementary controls at subservice organizations
and user entities operated effectively as well.""")
    sheet.lines("Whitlock Osgood LLP", "Salt Lake City, Utah", "March 4, 2026")
    sheet.leaf()
    _quartzite_description(sheet)
    _quartzite_tests(sheet)
    return sheet.done()


QUARTZITE = Report(
    "Quartzite SOC2-T2 (2025-26) under NDA.pdf",
    "soc_report",
    _quartzite,
    truth(
        issuer="Whitlock Osgood LLP",
        subject="Quartzite Identity, Inc.",
        period_start=day(2025, 1, 16, "January 16, 2025"),
        period_end=day(2026, 1, 15, "January 15, 2026"),
        issued=day(2026, 3, 4, "March 4, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Quartzite Passport",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability", "confidentiality"),
        exceptions=(
            named(
                "For 2 of 30 leavers, access was withdrawn four business days after departure.",
                control="AC-04",
                response="Departures recorded by human resources now switch off accounts automatically.",
            ),
            named(
                "One of the two restores required in the period was not performed.",
                control="BK-02",
                response="The second restore was performed on February 2, 2026, and completed without error.",
            ),
        ),
        cuec=(
            named("Assign administrators of their tenant and review that list.", number="UE-1"),
            named("Report lost phones to Quartzite without delay.", number="UE-2"),
            named("Set the length of sessions in line with their own rules.", number="UE-3"),
        ),
        subservice=(
            named("Nimbostrat Compute, Inc.", method="carve-out", service="Virtual servers and storage"),
            named("Ringfence Mail LLC", method="carve-out", service="Delivery of one-time codes"),
        ),
    ),
)


def _sourdough() -> bytes:
    sheet = Sheet("", "Sourdough Labs, Inc. – SOC 2 Type 1 – {page}", face="Times", size=11)
    sheet.ln(40)
    sheet.centred("Sourdough Labs, Inc.", size=22, style="B")
    sheet.centred("Proofing, the scheduling platform for bakeries", size=13)
    sheet.centred("SOC 2 Type 1 Report", "Security", "As of 30 April 2026", size=12)
    sheet.leaf()
    boxed(
        sheet,
        """This report is meant for Sourdough Labs, Inc., its customers as of 30 April 2026, and prospective customers who
        understand the nature of the services.""",
    )
    sheet.heading("Independent Service Auditor’s Report", size=12)
    beside(
        sheet,
        ("Addressee", "The board of Sourdough Labs, Inc., Burlington, Vermont"),
        (
            "Scope",
            """We have examined the description of the Proofing platform as of 30 April 2026 and the suitability of the design of
            its controls for meeting the security criteria. We did not perform any procedures on how the controls operated.""",
        ),
        (
            "Carved out",
            """Sourdough Labs, Inc. relies on Cumulonimbus Cloud Corp. for hosting. The description excludes the controls of
            Cumulonimbus Cloud Corp.""",
        ),
        (
            "Opinion",
            """In our opinion, in all material respects, the description presents the Proofing platform that was designed and
            implemented as of 30 April 2026, and the controls were suitably designed as of that day.""",
        ),
        ("Signed", "Ketchum Vance & Abara, P.C., Montpelier, Vermont, 22 May 2026"),
    )
    sheet.heading("What customers must do themselves", size=12)
    sheet.para("The controls were designed on the assumption that customers put these complementary controls in place:")
    sheet.items(
        "Customers choose strong passwords and do not share accounts between shifts.",
        "Customers remove the accounts of staff who leave.",
        mark="–",
    )
    sheet.heading("What comes next", size=12)
    sheet.para("A Type 2 examination for the period 1 May 2026 to 31 October 2026 is planned.")
    return sheet.done()


SOURDOUGH = Report(
    "sourdough_soc2_type1.pdf",
    "soc_report",
    _sourdough,
    truth(
        issuer="Ketchum Vance & Abara, P.C.",
        subject="Sourdough Labs, Inc.",
        period_end=day(2026, 4, 30, "30 April 2026"),
        issued=day(2026, 5, 22, "22 May 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope=Planted("Proofing platform", also=("Proofing", "Proofing, the scheduling platform for bakeries")),
        soc_type="SOC 2",
        report_type="type 1",
        trust_criteria="security",
        cuec=(
            named("Customers choose strong passwords and do not share accounts between shifts.", number=ANY),
            named("Customers remove the accounts of staff who leave.", number=ANY),
        ),
        subservice=named("Cumulonimbus Cloud Corp.", method="carve-out", service="hosting"),
    ),
)


def _larch() -> bytes:
    sheet = Sheet(size=11)
    sheet.banner("SOC 3", size=30)
    sheet.lines("General use report", "Loomwork Order Management", size=13)
    leaders(
        sheet,
        ("Company", "Larch & Loom Software, Inc."),
        ("Period covered", "2025-04-01 to 2026-03-31"),
        ("Criteria", "Security, Processing Integrity"),
        ("Examined by", "Brisbois Okafor CPAs LLP"),
        ("Date of the report", "2026-05-11"),
    )
    sheet.heading("Report of independent accountants")
    sheet.paras("""To the shareholders of Larch & Loom Software, Inc.

We have examined management’s assertion that the controls within Loomwork Order Management were effective throughout the period
April 1, 2025 to March 31, 2026, to provide reasonable assurance that its service commitments were achieved based on the trust
services criteria relevant to security and processing integrity.

In our opinion, management’s assertion is fairly stated, in all material respects.""")
    sheet.heading("Management’s assertion")
    sheet.para("""We are responsible for the controls within Loomwork Order Management. We assert that they were effective. A
    detailed SOC 2 report exists for customers who have signed a confidentiality agreement.""")
    return sheet.done()


LARCH = Report(
    "Loomwork public SOC report.pdf",
    "soc_report",
    _larch,
    truth(
        issuer="Brisbois Okafor CPAs LLP",
        subject="Larch & Loom Software, Inc.",
        period_start=day(2025, 4, 1, "2025-04-01"),
        period_end=day(2026, 3, 31, "2026-03-31"),
        issued=day(2026, 5, 11, "2026-05-11"),
        opinion=said("unqualified", "management’s assertion is fairly stated, in all material respects"),
        scope="Loomwork Order Management",
        soc_type="SOC 3",
        report_type=Planted("type 2", "throughout the period", optional=True),
        trust_criteria=("security", "processing integrity"),
    ),
)

REPORTS = (QUARTZITE, SOURDOUGH, LARCH)
