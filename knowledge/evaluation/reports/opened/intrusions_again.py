"""Letters and re-tests of penetration testers."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, found, truth


def _retest() -> bytes:
    sheet = Sheet("Pasque Loyalty GmbH", "Bergkristall Security GmbH   {page}", size=10.5)
    sheet.banner("Re-test report", size=20)
    sheet.lines("External infrastructure and customer portal", "Client: Pasque Loyalty GmbH, Kassel")
    sheet.lines("Tester: Bergkristall Security GmbH, Jena", "Date: 11.02.2026")
    sheet.heading("Background")
    sheet.para("""The first test was done from 03.11.2025 to 14.11.2025 and reported on 24.11.2025. On 09.02.2026 we tested
    again
    whether what we had found then was remediated. Nothing else was tested.""")
    sheet.heading("Status of findings")
    sheet.grid(
        (
            ("ID", "Finding", "Severity", "Status on 09.02.2026"),
            ("PL-1", "Old VPN concentrator", "Critical", "Fixed"),
            ("PL-2", "SQL injection in points history", "High", "Fixed"),
            ("PL-3", "Default password on a printer", "High", "Open"),
            ("PL-4", "TLS 1.0 is offered", "Medium", "Fixed"),
            ("PL-5", "Directory listing", "Low", "Open"),
            ("PL-6", "Missing security headers", "Low", "Risk accepted"),
        ),
        (18, 76, 30, 42),
    )
    sheet.grid(
        (
            ("Severity", "First test", "Still open"),
            ("Critical", "1", "0"),
            ("High", "2", "1"),
            ("Medium", "1", "0"),
            ("Low", "2", "2"),
        ),
        (60, 50, 56),
    )
    return sheet.done()


RETEST = Report(
    "PL retest 2026-02.pdf",
    "penetration_test",
    _retest,
    truth(
        issuer="Bergkristall Security GmbH",
        subject="Pasque Loyalty GmbH",
        period_start=Planted("2025-11-03", "03.11.2025", also=("2026-02-09",), optional=True),
        period_end=Planted("2025-11-14", "14.11.2025", also=("2026-02-09",), optional=True),
        issued=day(2026, 2, 11, "11.02.2026"),
        scope="External infrastructure and customer portal",
        severity_count=(
            found("critical", "1", open="0"),
            found("high", "2", open="1"),
            found("medium", "1", open="0"),
            found("low", "2", open="2"),
        ),
        retest=day(2026, 2, 9, "09.02.2026"),
    ),
)


def _columns() -> bytes:
    sheet = Sheet("", "Tidewrack Consulting, LLC | summary for customers of Umber Freight, Inc. | {page}", size=10.5)
    sheet.banner("Pen Test Summary", size=20)
    sheet.columns(
        """CLIENT

Umber Freight, Inc.

TESTING FIRM

Tidewrack Consulting, LLC

SCOPE

Umber TMS web application, carrier API and AWS production account""",
        """TEST DATES

08/04/2025 - 08/15/2025

REPORT DATE

08/26/2025

RETEST

09/30/2025""",
    )
    sheet.heading("Findings by severity")
    sheet.items("Critical: none", "High: 2 (both fixed)", "Medium: 5 (3 fixed, 2 open)", "Low: 8 (8 open)")
    sheet.para("""Next annual test: August 2026. Umber Freight, Inc. was acquired by Saffron Logistics Corp. on 10/01/2025;
    systems of
    Saffron Logistics Corp. were not tested.""")
    return sheet.done()


COLUMNS = Report(
    "umber-pentest-summary-2025.pdf",
    "penetration_test",
    _columns,
    truth(
        issuer="Tidewrack Consulting, LLC",
        subject="Umber Freight, Inc.",
        period_start=day(2025, 8, 4, "08/04/2025"),
        period_end=day(2025, 8, 15, "08/15/2025"),
        issued=day(2025, 8, 26, "08/26/2025"),
        scope="Umber TMS web application, carrier API and AWS production account",
        severity_count=(
            found("critical", "0", "Critical: none", open=ANY),
            found("high", "2", "High: 2", open="0"),
            found("medium", "5", "Medium: 5", open="2"),
            found("low", "8", "Low: 8", open="8"),
        ),
        retest=day(2025, 9, 30, "09/30/2025"),
    ),
)


def _clean() -> bytes:
    sheet = Sheet(face="Times", size=12)
    sheet.lines("Kestrelmoor Testing Ltd", "The Old Granary, Hexham", style="B")
    sheet.lines("5 June 2026")
    sheet.lines("Letter of attestation: penetration test of Plover Minutes", style="B")
    sheet.paras("""Dear Sirs,

Plover Software Ltd commissioned us to carry out its yearly penetration test. We tested Plover Minutes, the web application for
the minutes of boards, on 27 and 28 May 2026 with two user roles.

No vulnerabilities of critical, high or medium severity were identified. One issue of low severity and three informational
remarks
were reported. At the date of this letter the low issue had not been fixed.

The test was an assessment at a point in time. It did not include denial of service or social engineering.

Yours faithfully,

Septimus Garrow, for Kestrelmoor Testing Ltd""")
    return sheet.done()


CLEAN = Report(
    "Plover attestation letter.pdf",
    "penetration_test",
    _clean,
    truth(
        issuer="Kestrelmoor Testing Ltd",
        subject="Plover Software Ltd",
        period_start=day(2026, 5, 27, "27 and 28 May 2026"),
        period_end=day(2026, 5, 28, "28 May 2026"),
        issued=day(2026, 6, 5, "5 June 2026"),
        scope=Planted("Plover Minutes", also=("Plover Minutes, the web application for the minutes of boards",)),
        severity_count=(
            found("critical", "0", "No vulnerabilities of critical", open=ANY),
            found("high", "0", "No vulnerabilities of critical, high", open=ANY),
            found("medium", "0", "No vulnerabilities of critical, high or medium severity", open=ANY),
            found("low", "1", "One issue of low severity", open="1"),
            found("informational", "3", "three informational remarks"),
        ),
    ),
)

REPORTS = (RETEST, COLUMNS, CLEAN)
