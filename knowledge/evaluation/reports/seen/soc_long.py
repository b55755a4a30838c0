"""An invented SOC 2 report of the usual length: dozens of controls in long tables, few of them with an exception."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.seen.filler import describe
from knowledge.evaluation.reports.truth import Planted, Report, day, named, said, truth

_AREAS = ("payment", "reporting", "storage", "support", "billing", "messaging")
_CONTROLS = (
    (
        "CC6.1-{n}",
        "Administrators of the {area} service sign in with a second factor.",
        "Inspected the settings of the {area} service.",
    ),
    ("CC6.2-{n}", "Requests for access to the {area} service are approved by a manager.", "Inspected 25 requests."),
    ("CC7.1-{n}", "Weaknesses in the {area} service are scanned for every week.", "Inspected the reports of 12 weeks."),
    ("CC8.1-{n}", "Changes to the {area} service are reviewed and tested.", "Inspected 40 changes."),
    ("A1.2-{n}", "Data of the {area} service is copied to a second region.", "Observed the state of replication."),
)
_FOUND = {
    "CC6.2-3": "Exception noted. Approval was missing for 4 of 25 requests for access to the storage service.",
    "CC8.1-5": """Exceptions noted. 1. Two of 40 changes to the billing service were released without a review. 2. One of these
    changes had not been tested either.""",
    "A1.2-6": "Exception noted. Replication of the messaging service was interrupted from February 3, 2026 to February 11, 2026.",
}


def _wrenfield() -> bytes:
    sheet = Sheet(
        "Wrenfield Business Platform | SOC 2 Type 2", "Confidential and proprietary – {page} of {pages}", first=False
    )
    sheet.ln(35)
    sheet.banner("SOC 2 Type 2 Report")
    sheet.lines("Wrenfield & Daughters Software Co.", "Wrenfield Business Platform", size=14)
    sheet.lines(
        "Description of the system, with the independent service auditor’s report, relevant to security and availability"
    )
    sheet.lines("April 1, 2025 to March 31, 2026")
    sheet.leaf()
    sheet.heading("I. Independent Service Auditor’s Report")
    sheet.paras("""To Wrenfield & Daughters Software Co.

We have examined the accompanying description of the Wrenfield Business Platform provided by Wrenfield & Daughters Software Co.
throughout the period April 1, 2025 to March 31, 2026, and the suitability of the design and operating effectiveness of the
controls stated in it. Section V was not examined by us, and we express no opinion on it.

The company hosts the platform with Cloudmoor Inc. and sends text messages through Ringdove Telecom AG. Both are subservice
organizations whose controls are not part of the description (carve-out).

Our tests found exceptions, which are described in Section IV. In our opinion, in all material respects, the description
presents the Wrenfield Business Platform as it was designed and implemented throughout the period, and the controls were suitably
designed and operated effectively throughout the period April 1, 2025 to March 31, 2026.""")
    sheet.lines("Tillery Marsh LLP", "Raleigh, North Carolina", "June 5, 2026")
    sheet.leaf()
    describe(sheet, "Wrenfield", "III. Description of the Wrenfield Business Platform")
    sheet.leaf()
    sheet.heading("User control considerations")
    sheet.para("Each user entity must put the following controls in place, without which the criteria cannot be met.")
    sheet.items(
        "Security: user entities assign roles to their staff and withdraw them when they are no longer needed.",
        "Availability: user entities keep their own copy of reports that they must be able to show to authorities.",
    )
    _tests(sheet)
    return sheet.done()


def _tests(sheet: Sheet) -> None:
    sheet.leaf()
    sheet.heading("IV. Criteria, controls, tests and results")
    for at, area in enumerate(_AREAS, 1):
        sheet.para(f"Controls over the {area} service", "B")
        rows = [("Control no.", "Control", "Test", "Result")]
        for code, control, test in _CONTROLS:
            number = code.format(n=at)
            result = _FOUND.get(number, "No exceptions noted.")
            rows.append((number, control.format(area=area), test.format(area=area), result))
        sheet.grid(rows, (20, 50, 46, 50))
    sheet.heading("V. Responses of management (unaudited)")
    sheet.labelled(
        ("CC6.2-3", "Since December 2025 access cannot be granted without an approval on record."),
        ("CC8.1-5", "The branch was protected on May 2, 2026, so that a review is forced."),
    )


WRENFIELD = Report(
    "Wrenfield_SOC2_Type2_FY26.pdf",
    "soc_report",
    _wrenfield,
    truth(
        issuer="Tillery Marsh LLP",
        subject="Wrenfield & Daughters Software Co.",
        period_start=day(2025, 4, 1, "April 1, 2025"),
        period_end=day(2026, 3, 31, "March 31, 2026"),
        issued=day(2026, 6, 5, "June 5, 2026"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Wrenfield Business Platform",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability"),
        exceptions=(
            named(
                "Approval was missing for 4 of 25 requests for access to the storage service.",
                control="CC6.2-3",
                response="Since December 2025 access cannot be granted without an approval on record.",
            ),
            named(
                """1. Two of 40 changes to the billing service were released without a review. 2. One of these changes had not
                been tested either.""",
                control="CC8.1-5",
                response="The branch was protected on May 2, 2026, so that a review is forced.",
            ),
            named(
                "Replication of the messaging service was interrupted from February 3, 2026 to February 11, 2026.",
                control="A1.2-6",
            ),
        ),
        cuec=(
            Planted(
                "Security: user entities assign roles to their staff and withdraw them when they are no longer needed."
            ),
            Planted(
                "Availability: user entities keep their own copy of reports that they must be able to show to authorities."
            ),
        ),
        subservice=(
            named("Cloudmoor Inc.", method="carve-out", service="hosts the platform | hosting"),
            named("Ringdove Telecom AG", method="carve-out", service="sends text messages | text messages"),
        ),
    ),
)

REPORTS = (WRENFIELD,)
