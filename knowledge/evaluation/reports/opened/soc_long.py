"""Opened: kept apart until rules had been measured on it once. A SOC 2 report of the usual length."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.padding import background, reading_guide
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth

_CRITERIA = ("CC1.4", "CC2.2", "CC3.1", "CC5.3", "CC6.1", "CC6.7", "CC7.2", "CC7.5", "CC8.1", "C1.1")
_POINTS = (
    "Management reviews and approves the related procedure on an annual basis.",
    "Responsibilities are assigned and communicated to the relevant personnel.",
    "Operation is monitored and deviations are escalated to the control owner.",
)
_RESULTS = {
    "CC5.3.1": "For the Change Management procedure, annual review and approval was not evidenced during the examination period.",
    "CC7.2.3": "For 5 of 25 alerts selected, escalation to the control owner did not occur within the required 4-hour timeframe.",
}
_RESPONSES = {
    "CC5.3.1": "The procedure was reviewed and approved on February 9, 2026.",
    "CC7.2.3": "On-call staffing was increased effective January 2026 to provide 24x7 coverage.",
}


def _halcyon() -> bytes:
    sheet = Sheet(
        "Halcyon Point HR, Inc.", "SOC 2 Type 2 | Proprietary and Confidential | {page}", face="Times", size=10.5
    )
    sheet.ln(70)
    sheet.banner("Halcyon Point HR, Inc.", size=20, align="R")
    sheet.lines("SOC 2 Report", "HalcyonHire Recruiting Suite", size=14, align="R")
    sheet.lines(
        "A Type 2 Independent Service Auditor’s Report on Controls Relevant to Security and Confidentiality",
        "January 1, 2025 through December 31, 2025",
        align="R",
    )
    sheet.leaf()
    sheet.heading("SECTION 1 – MANAGEMENT’S ASSERTION")
    sheet.paras("""January 30, 2026

We have prepared the description of the HalcyonHire Recruiting Suite for the period January 1, 2025 through December 31, 2025.
Halcyon Point HR, Inc. uses Stonebridge Data Centers, Inc. for colocation services. The carve-out method is used.""")
    sheet.leaf()
    sheet.heading("SECTION 2 – INDEPENDENT SERVICE AUDITOR’S REPORT")
    sheet.paras("""To: Halcyon Point HR, Inc.

Scope

We have examined Halcyon Point HR, Inc.’s accompanying description of its HalcyonHire Recruiting Suite for the period January 1,
2025 through December 31, 2025, and the suitability of the design and operating effectiveness of controls stated therein.

Opinion

In our opinion, in all material respects, the description presents the HalcyonHire Recruiting Suite that was designed and
implemented for the period January 1, 2025 through December 31, 2025, and the controls operated effectively.

Vantage Oak Assurance, LLC

Louisville, Kentucky

February 13, 2026""")
    sheet.leaf()
    background(sheet, "SECTION 3 – DESCRIPTION OF THE SYSTEM")
    sheet.heading("Complementary Controls at User Entities", size=11)
    sheet.items(
        "User entities are responsible for defining document retention settings in HalcyonHire.",
        "User entities are responsible for ensuring candidates’ consent is obtained where required.",
        mark="{n}.",
    )
    sheet.leaf()
    reading_guide(sheet, "SECTION 4 – TESTS OF CONTROLS AND RESULTS OF TESTS")
    _matrix(sheet)
    return sheet.done()


def _matrix(sheet: Sheet) -> None:
    for criterion in _CRITERIA:
        rows = [("Control", "Controls specified by the company", "Results of tests")]
        for at, point in enumerate(_POINTS, 1):
            number = f"{criterion}.{at}"
            result = _RESULTS.get(number)
            rows.append((number, point, f"Exception noted. {result}" if result else "No exceptions noted."))
            if number in _RESPONSES:
                rows.append(("", f"Management’s response: {_RESPONSES[number]}", ""))
        sheet.para(f"Criterion {criterion}", "B")
        sheet.grid(rows, (22, 76, 68))


HALCYON = Report(
    "HPHR 2025 SOC2 T2 report.pdf",
    "soc_report",
    _halcyon,
    truth(
        issuer="Vantage Oak Assurance, LLC",
        subject="Halcyon Point HR, Inc.",
        period_start=day(2025, 1, 1, "January 1, 2025"),
        period_end=day(2025, 12, 31, "December 31, 2025"),
        issued=day(2026, 2, 13, "February 13, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="HalcyonHire Recruiting Suite",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "confidentiality"),
        exceptions=tuple(
            named(result, control=number, response=_RESPONSES[number]) for number, result in _RESULTS.items()
        ),
        cuec=(
            Planted(
                "User entities are responsible for defining document retention settings in HalcyonHire.",
                parts={"number": ANY},
            ),
            Planted(
                "User entities are responsible for ensuring candidates’ consent is obtained where required.",
                parts={"number": ANY},
            ),
        ),
        subservice=named(
            "Stonebridge Data Centers, Inc.", method="carve-out", service="colocation services | colocation"
        ),
    ),
)

REPORTS = (HALCYON,)
