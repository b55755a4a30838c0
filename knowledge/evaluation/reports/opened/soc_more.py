"""Opened: kept apart until rules had been measured on it once. SOC 1 and SOC 3 reports, and European ones."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.padding import reading_guide
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _larkspur() -> bytes:
    sheet = Sheet("", "SOC 1 Type II | Larkspur Trust Operations | {page}", face="Times", size=10.5)
    sheet.ln(25)
    sheet.banner("LARKSPUR TRUST OPERATIONS, A DIVISION OF LARKSPUR BANCORP", size=16, align="C")
    sheet.centred("Trust Accounting and Custody System", "SOC 1 Report – Type II", size=13)
    sheet.centred("For the period July 1, 2025 through March 31, 2026")
    sheet.centred("WITH INDEPENDENT SERVICE AUDITOR’S REPORT THEREON", "Trask & Ellerby, LLP")
    sheet.leaf()
    sheet.heading("INDEPENDENT SERVICE AUDITOR’S REPORT ON A DESCRIPTION OF A SERVICE ORGANIZATION’S SYSTEM")
    sheet.paras("""To Larkspur Trust Operations:

Scope. We have examined Larkspur Trust Operations’ description of its Trust Accounting and Custody System for processing user
entities’ transactions throughout the period July 1, 2025 through March 31, 2026.

Basis for Qualified Opinion. Reconciliations of custodian positions (control 4.3) were not performed for July, August and
September 2025. As a result, Control Objective 4 was not achieved during the period July 1, 2025 through September 30, 2025.

Qualified Opinion. In our opinion, except for the matter described in the Basis for Qualified Opinion, in all material
respects, the description fairly presents the system, and the controls operated effectively throughout the period July 1, 2025
through March 31, 2026.

Trask & Ellerby, LLP

Omaha, Nebraska / May 15, 2026""")
    reading_guide(sheet, "Information Provided by the Service Auditor")
    sheet.heading("Control Objective 4 – Reconciliation", size=12)
    sheet.paras("""Control 4.2: Cash is reconciled daily by Operations. Testing: For a sample of 25 days, inspected the
reconciliation. Results: No relevant exceptions noted.

Control 4.3: Custodian positions are reconciled monthly. Testing: For all nine months, inspected the reconciliation. Results:
Exceptions noted. For 3 of 9 months, the reconciliation of custodian positions was not performed.

Management’s Response: Staffing was restored in October 2025 and all reconciliations have since been performed timely.

Control 4.4: Aged items over 30 days are escalated. Testing: For a sample of 5 items, inspected the escalation. Results: No
relevant exceptions noted.""")
    sheet.heading("Complementary User Entity Controls", size=12)
    sheet.items(
        "Controls should be established to review account statements promptly upon receipt.",
        "Controls should be established to notify Larkspur of changes to authorized signers.",
    )
    sheet.para("The description does not include services performed by subservice organizations, as none are used.")
    return sheet.done()


LARKSPUR = Report(
    "LTO_SOC1.pdf",
    "soc_report",
    _larkspur,
    truth(
        issuer="Trask & Ellerby, LLP",
        subject="Larkspur Trust Operations",
        period_start=day(2025, 7, 1, "July 1, 2025"),
        period_end=day(2026, 3, 31, "March 31, 2026"),
        issued=day(2026, 5, 15, "May 15, 2026"),
        opinion=said("qualified", "In our opinion, except for the matter described"),
        scope=Planted("Trust Accounting and Custody System", also=("Trust Accounting and Custody",)),
        soc_type="SOC 1",
        report_type=said("type 2", "Type II"),
        exceptions=(
            Planted(
                "For 3 of 9 months, the reconciliation of custodian positions was not performed.",
                parts={
                    "control": "4.3",
                    "response": """Staffing was restored in October 2025 and all reconciliations have since been performed
                    timely.""",
                },
            ),
            Planted(
                """Reconciliations of custodian positions (control 4.3) were not performed for July, August and September
                2025.""",
                also=(
                    """Reconciliations of custodian positions (control 4.3) were not performed for July, August and September
                    2025. As a result, Control Objective 4 was not achieved during the period July 1, 2025 through
                    September 30, 2025.""",
                ),
                optional=True,
            ),
        ),
        cuec=(
            "Controls should be established to review account statements promptly upon receipt.",
            "Controls should be established to notify Larkspur of changes to authorized signers.",
        ),
    ),
)


def _stavanger() -> bytes:
    sheet = Sheet("Nordsjø Lønn AS", "ISAE 3402 type 1 - side {page}")
    sheet.banner("ISAE 3402 / SOC 1 Type 1 assurance report", size=16)
    sheet.stacked(
        ("SERVICE ORGANISATION", "Nordsjø Lønn AS"),
        ("SYSTEM", "Payroll outsourcing services"),
        ("AS AT", "1 May 2026"),
        ("ISSUED BY", "Revisjonsfirmaet Lunde & Tveit AS"),
    )
    sheet.leaf()
    sheet.heading("1. Independent auditor’s assurance report on the description and design of controls")
    sheet.paras("""To the Board of Nordsjø Lønn AS

We have been engaged to report on the description of the Payroll outsourcing services as at 1 May 2026 and on the design of
controls related to the control objectives stated in the description. We did not perform any procedures regarding the
operating effectiveness of controls and express no opinion thereon.

In our opinion, in all material respects, the description fairly presents the services as designed and implemented as at
1 May 2026, and the controls were suitably designed.

Stavanger, 22 May 2026

Revisjonsfirmaet Lunde & Tveit AS""")
    sheet.heading("2. Sub-service organisations")
    sheet.para("""Hosting is provided by Basefarm Vest AS. The carve-out method has been applied. Payslips are posted by
    Brevsentralen AS; the carve-out method has been applied here too.""")
    return sheet.done()


STAVANGER = Report(
    "nordsjo-lonn-3402-t1.pdf",
    "soc_report",
    _stavanger,
    truth(
        issuer="Revisjonsfirmaet Lunde & Tveit AS",
        subject="Nordsjø Lønn AS",
        period_end=day(2026, 5, 1, "1 May 2026"),
        issued=day(2026, 5, 22, "22 May 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Payroll outsourcing services",
        soc_type="SOC 1",
        report_type="type 1",
        subservice=(
            Planted("Basefarm Vest AS", parts={"method": "carve-out", "service": "Hosting"}),
            Planted("Brevsentralen AS", parts={"method": "carve-out", "service": ANY}),
        ),
    ),
)


def _quillfeather() -> bytes:
    sheet = Sheet("", "Quillfeather Software, Inc. {page}", size=11)
    sheet.ln(60)
    sheet.banner("Quillfeather E-Signature Service", align="C")
    sheet.centred("System and Organization Controls 3 (SOC 3) Report", "Security, Confidentiality, Availability")
    sheet.centred("May 1, 2025 – April 30, 2026")
    sheet.leaf()
    sheet.heading("Report of Independent Service Auditors")
    sheet.paras("""Board of Directors, Quillfeather Software, Inc.

We have examined management’s assertion that the controls within the Quillfeather E-Signature Service were effective throughout
the period May 1, 2025 to April 30, 2026. Quillfeather Software, Inc. uses a subservice organization, Tidewater Hosting, for data
center services, which is presented using the carve-out method.

In our opinion, management’s assertion is fairly stated, in all material respects.

Oxbow & Sterne LLP, San Diego, California, June 26, 2026""")
    return sheet.done()


QUILL = Report(
    "SOC3-public-report.pdf",
    "soc_report",
    _quillfeather,
    truth(
        issuer="Oxbow & Sterne LLP",
        subject="Quillfeather Software, Inc.",
        period_start=day(2025, 5, 1, "May 1, 2025"),
        period_end=day(2026, 4, 30, "April 30, 2026"),
        issued=day(2026, 6, 26, "June 26, 2026"),
        opinion=said("unqualified", "management’s assertion is fairly stated, in all material respects"),
        scope="Quillfeather E-Signature Service",
        soc_type="SOC 3",
        report_type=Planted("type 2", "throughout", optional=True),
        trust_criteria=("security", "confidentiality", "availability"),
        subservice=named("Tidewater Hosting", method="carve-out", service="data center services"),
    ),
)


def _garrick() -> bytes:
    sheet = Sheet("GARRICK & SON DOCUMENT STORAGE LTD", "ISAE 3000 (SOC 2) Type 2 – {page}/{pages}")
    sheet.banner("SOC 2 Type 2", size=24)
    sheet.pairs(
        ("Client", "Garrick & Son Document Storage Ltd"),
        ("System in scope", "VaultTrack archive service"),
        ("Reporting period", "6 April 2025 to 5 April 2026"),
        ("Criteria", "Security; Availability; Processing Integrity; Confidentiality; Privacy"),
        ("Service auditor", "Pemberley Assurance LLP"),
        ("Opinion", "Unqualified"),
        width=45,
    )
    sheet.leaf()
    sheet.heading("Independent practitioner’s report")
    sheet.paras("""To the directors of Garrick & Son Document Storage Ltd

We were engaged to report on the VaultTrack archive service for the period 6 April 2025 to 5 April 2026. In our opinion, in all
material respects, the description is fairly presented and the controls were suitably designed and operated effectively.

Pemberley Assurance LLP

Chartered Accountants, Birmingham

17 June 2026""")
    sheet.heading("Results summary")
    sheet.para("Of the 88 controls tested, 86 operated without exception. The exceptions identified were as follows:")
    sheet.grid(
        (
            ("Ref", "Exception identified", "Management comment"),
            (
                "PI1.4-B",
                "Two of 40 batch totals tested had not been agreed to the scanning log.",
                "Totals are now agreed by the system before a batch can be closed.",
            ),
            (
                "P6.1-A",
                "The register of disclosures was not updated for one of 12 disclosures tested.",
                "The register was updated on 30 April 2026 and staff were reminded.",
            ),
        ),
        (20, 75, 71),
    )
    sheet.heading("Complementary user entity controls")
    sheet.grid(
        (
            ("UEC 1", "Users authorise the destruction of boxes in writing."),
            ("UEC 2", "Users inform Garrick & Son of changes to their list of authorised callers."),
        ),
        (20, 146),
        header=False,
        borders=False,
    )
    return sheet.done()


GARRICK = Report(
    "VaultTrack assurance 25-26.pdf",
    "soc_report",
    _garrick,
    truth(
        issuer="Pemberley Assurance LLP",
        subject="Garrick & Son Document Storage Ltd",
        period_start=day(2025, 4, 6, "6 April 2025"),
        period_end=day(2026, 4, 5, "5 April 2026"),
        issued=day(2026, 6, 17, "17 June 2026"),
        opinion=said("unqualified", "Unqualified"),
        scope=Planted("VaultTrack archive service", also=("VaultTrack",)),
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability", "processing integrity", "confidentiality", "privacy"),
        exceptions=(
            named(
                "Two of 40 batch totals tested had not been agreed to the scanning log.",
                control="PI1.4-B",
                response="Totals are now agreed by the system before a batch can be closed.",
            ),
            named(
                "The register of disclosures was not updated for one of 12 disclosures tested.",
                control="P6.1-A",
                response="The register was updated on 30 April 2026 and staff were reminded.",
            ),
        ),
        cuec=(
            named("Users authorise the destruction of boxes in writing.", number="UEC 1"),
            named("Users inform Garrick & Son of changes to their list of authorised callers.", number="UEC 2"),
        ),
    ),
)

REPORTS = (LARKSPUR, STAVANGER, QUILL, GARRICK)
