"""Reports for general use, and of a single day."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.standing import duties, environment, limits
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _copperleaf() -> bytes:
    sheet = Sheet("Copperleaf AI, Inc.", "Page {page}", size=10.5)
    sheet.banner(
        "Report on Copperleaf AI, Inc.’s Description of Its Call Notes System and on the Suitability of the Design of "
        "Its Controls Relevant to Security as of March 12th, 2026",
        size=14,
    )
    sheet.lines("SOC 2 | Type 1", style="B")
    sheet.para("""We have examined the description titled "Call Notes System" prepared by Copperleaf AI, Inc. as of March 12th,
    2026, based on the description criteria in DC section 200A, and whether the controls stated in it were suitably designed
    as of that date to meet the criteria for security in TSP section 100.""")
    sheet.para("""Subservice organizations. Copperleaf AI, Inc. runs on Lodestar Web Services LLC (compute and storage) and
    sends
    recordings to Murmuration Speech, Inc. (transcription). Both are carved out.""")
    duties(sheet, "Copperleaf’s")
    limits(sheet)
    sheet.para("""Other matter. We did not perform any procedures regarding the operating effectiveness of controls and,
    accordingly,
    do not express an opinion thereon. A readiness assessment by another firm ended on November 3rd, 2025.""")
    sheet.para("""Opinion. In our opinion, in all material respects, the description presents the system that was designed and
    implemented as of March 12th, 2026, and the controls stated in it were suitably designed as of that date.""")
    sheet.lines("Belknap Osei LLC", "Certified Public Accountants", "Boise, Idaho", "April 2nd, 2026")
    environment(sheet, "Controls of Copperleaf AI, Inc.")
    sheet.heading("Complementary controls at user entities (CUECs)", size=11)
    sheet.grid(
        (
            ("CUEC", "Related criteria"),
            ("User entities tell callers that calls are recorded.", "CC2.3"),
            ("User entities enforce multi-factor authentication in their identity provider.", "CC6.1"),
        ),
        (130, 36),
    )
    return sheet.done()


COPPERLEAF = Report(
    "copperleaf-soc2-type1-march.pdf",
    "soc_report",
    _copperleaf,
    truth(
        issuer="Belknap Osei LLC",
        subject="Copperleaf AI, Inc.",
        period_end=day(2026, 3, 12, "March 12th, 2026"),
        issued=day(2026, 4, 2, "April 2nd, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Call Notes System",
        soc_type="SOC 2",
        report_type="type 1",
        trust_criteria="security",
        cuec=(
            named("User entities tell callers that calls are recorded.", number=ANY),
            named("User entities enforce multi-factor authentication in their identity provider.", number=ANY),
        ),
        subservice=(
            named("Lodestar Web Services LLC", method="carve-out", service="compute and storage"),
            named("Murmuration Speech, Inc.", method="carve-out", service="transcription"),
        ),
    ),
)


def _juniper() -> bytes:
    sheet = Sheet("", "© 2026 Juniper Lock Corporation", face="Times", size=12)
    sheet.ln(30)
    sheet.centred("SOC 3® Report", size=24, style="B")
    sheet.centred("Juniper Lock Corporation", "Visitor and Access Platform", size=15)
    sheet.centred("A report for general use")
    sheet.leaf()
    sheet.lines("Assertion of the management of Juniper Lock Corporation", style="B")
    sheet.para("""We are responsible for effective controls within the Visitor and Access Platform from October 1, 2024 through
    September 30, 2025, so that our commitments were met based on the trust services criteria relevant to security,
    availability, confidentiality and processing integrity. We assert that they were effective. Our previous SOC 3 report
    ended on September 30, 2024.""")
    sheet.lines("Juniper Lock Corporation, November 18, 2025")
    sheet.lines("Independent Service Auditor’s Report", style="B")
    sheet.para("To: Management of Juniper Lock Corporation")
    sheet.para("""We have examined the accompanying assertion of management that the controls within the Visitor and Access
    Platform were effective throughout the period October 1, 2024 through September 30, 2025.""")
    limits(sheet)
    sheet.para("""In our opinion, management’s assertion is fairly stated, in all material respects.""")
    sheet.lines("Penrose & Achterberg, P.C.", "Spokane, Washington", "November 20, 2025")
    return sheet.done()


JUNIPER = Report(
    "Juniper Lock SOC3.pdf",
    "soc_report",
    _juniper,
    truth(
        issuer="Penrose & Achterberg, P.C.",
        subject="Juniper Lock Corporation",
        period_start=day(2024, 10, 1, "October 1, 2024"),
        period_end=day(2025, 9, 30, "September 30, 2025"),
        issued=day(2025, 11, 20, "November 20, 2025"),
        opinion=said("unqualified", "management’s assertion is fairly stated, in all material respects"),
        scope="Visitor and Access Platform",
        soc_type=said("SOC 3", "SOC 3® Report"),
        report_type=Planted("type 2", "throughout the period", optional=True),
        trust_criteria=("security", "availability", "confidentiality", "processing integrity"),
    ),
)


def _altmuehl() -> bytes:
    sheet = Sheet("", "{page}", size=10.5)
    sheet.lines("Altmühl Signatur GmbH", style="B", size=13)
    sheet.lines("SOC 3 - Report on controls of the remote signing service", size=12)
    sheet.columns(
        """INDEPENDENT ASSURANCE REPORT

To Altmühl Signatur GmbH, Eichstätt

We examined the assertion of the managing directors that controls over the remote signing service were effective from
1 November 2024 to 31 October 2025 to meet the criteria for security and availability.

We did so under ISAE 3000 (Revised). We do not describe our tests in this report.""",
        """OUR CONCLUSION

In our opinion the assertion of the managing directors is, in all material respects, fairly stated.

Wörnitz Treuhand Wirtschaftsprüfungsgesellschaft AG

Nuremberg, 9 January 2026

Dr. Ute Fränkel, Wirtschaftsprüferin""",
    )
    sheet.heading("Assertion of the managing directors", size=11)
    sheet.para("""The remote signing service creates qualified signatures for banks and insurers. It is run in two data
    centers of
    Jura Colo GmbH, which were not part of the examination (carve-out). We assert that our controls were effective from
    1 November 2024 to 31 October 2025.""")
    sheet.lines("Eichstätt, 22 December 2025")
    return sheet.done()


ALTMUEHL = Report(
    "Altmuehl_SOC-3_2025.pdf",
    "soc_report",
    _altmuehl,
    truth(
        issuer="Wörnitz Treuhand Wirtschaftsprüfungsgesellschaft AG",
        subject="Altmühl Signatur GmbH",
        period_start=day(2024, 11, 1, "1 November 2024"),
        period_end=day(2025, 10, 31, "31 October 2025"),
        issued=day(2026, 1, 9, "9 January 2026"),
        opinion=said("unqualified", "in all material respects, fairly stated"),
        scope="remote signing service",
        soc_type="SOC 3",
        report_type=Planted("type 2", "from 1 November 2024", optional=True),
        trust_criteria=("security", "availability"),
        subservice=named(
            "Jura Colo GmbH",
            method="carve-out",
            service="two data centers | data centers | data center",
        ),
    ),
)

REPORTS = (COPPERLEAF, JUNIPER, ALTMUEHL)
