"""Reports of penetration tests."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, found, truth


def _full() -> bytes:
    sheet = Sheet("Gannet Offensive Security Ltd", "COMMERCIAL IN CONFIDENCE   Page {page} of {pages}", size=10)
    sheet.ln(40)
    sheet.banner("Web Application Penetration Test", size=24)
    sheet.lines("Technical report for", "Peppercorn Property Portal Ltd", size=14)
    sheet.leaf()
    sheet.heading("Document control")
    sheet.grid(
        (
            ("Version", "Date", "Author", "Change"),
            ("0.1", "11/05/2026", "K. Iyer", "Draft"),
            ("0.2", "13/05/2026", "S. Trent", "Quality review"),
            ("1.0", "15/05/2026", "K. Iyer", "Final issue"),
        ),
        (26, 36, 44, 60),
    )
    sheet.heading("1. Executive summary")
    sheet.para("""Peppercorn Property Portal Ltd commissioned Gannet Offensive Security Ltd to test the Peppercorn tenant portal.
    Testing took place between 27 April 2026 and 8 May 2026. The application was found to be well built; the most serious issue
    would let one tenant read another's documents.""")
    sheet.para("The table below sums up the issues that were identified.")
    sheet.grid(
        (("Critical", "High", "Medium", "Low", "Informational", "Total"), ("0", "1", "4", "6", "3", "14")),
        (25, 25, 25, 25, 35, 31),
    )
    sheet.heading("2. Scope")
    sheet.labelled(
        ("In scope", "Peppercorn tenant portal (web application)"),
        ("Out of scope", "Denial of service, social engineering, the landlord app"),
        ("Environment", "Staging"),
    )
    sheet.heading("3. Findings")
    for number, name, severity, score in (
        ("3.1", "Documents of other tenants can be read", "High", "8.1"),
        ("3.2", "Session is not ended on change of password", "Medium", "5.4"),
        ("3.3", "Verbose error pages", "Low", "3.1"),
    ):
        sheet.lines(f"{number} {name}", style="B", size=11)
        sheet.pairs(("Risk", severity), ("CVSS", score), ("Status", "Reported"), width=30, borders=True)
        sheet.para("The issue was reproduced twice. Steps and recommendations are found in the appendix.")
    sheet.heading("Appendix A. Severity ratings")
    sheet.grid(
        (
            ("Rating", "CVSS", "Meaning"),
            ("Critical", "9.0-10.0", "Fix within 2 days"),
            ("High", "7.0-8.9", "Fix within 14 days"),
            ("Medium", "4.0-6.9", "Fix within 60 days"),
            ("Low", "0.1-3.9", "Fix within 180 days"),
        ),
        (40, 40, 86),
    )
    return sheet.done()


FULL = Report(
    "GOS-1178 Peppercorn Web App v1.0.pdf",
    "penetration_test",
    _full,
    truth(
        issuer="Gannet Offensive Security Ltd",
        subject="Peppercorn Property Portal Ltd",
        period_start=day(2026, 4, 27, "27 April 2026"),
        period_end=day(2026, 5, 8, "8 May 2026"),
        issued=day(2026, 5, 15, "15/05/2026"),
        scope=Planted("Peppercorn tenant portal (web application)", also=("Peppercorn tenant portal",)),
        severity_count=(
            found("critical", "0", "0"),
            found("high", "1", "1"),
            found("medium", "4", "4"),
            found("low", "6", "6"),
            found("informational", "3", "3"),
        ),
    ),
)


def _letter() -> bytes:
    sheet = Sheet("", "Hawkweed & Vale Security Consulting, Inc. | Portland, Oregon", face="Times", size=11.5)
    sheet.lines("Hawkweed & Vale Security Consulting, Inc.", size=14, style="B")
    sheet.lines("February 24, 2026")
    sheet.lines("Attestation of Penetration Test", style="B")
    sheet.paras("""To whom it may concern:

Hawkweed & Vale Security Consulting, Inc. was retained by Cobaltine Payroll, Inc. to conduct an internal and external network
penetration test. The engagement ran from December 1, 2025 through December 12, 2025 and followed the Penetration Testing
Execution Standard.

The assessment covered the corporate network and the production network of Cobaltine Payroll.

During the initial test one (1) critical, three (3) high, five (5) medium and eight (8) low risk vulnerabilities were
identified. On February 17, 2026, a retest was conducted. All critical and high risk vulnerabilities had been remediated. Two
medium risk vulnerabilities remain open and have been accepted by management.

This letter may be shared with customers of Cobaltine Payroll, Inc. under a duty of confidence.""")
    sheet.lines("Sincerely,", "Marguerite Vale, Managing Partner")
    return sheet.done()


LETTER = Report(
    "Pentest attestation letter (Cobaltine).pdf",
    "penetration_test",
    _letter,
    truth(
        issuer="Hawkweed & Vale Security Consulting, Inc.",
        subject="Cobaltine Payroll, Inc.",
        period_start=day(2025, 12, 1, "December 1, 2025"),
        period_end=day(2025, 12, 12, "December 12, 2025"),
        issued=day(2026, 2, 24, "February 24, 2026"),
        scope=Planted(
            "the corporate network and the production network of Cobaltine Payroll",
            also=(
                "internal and external network",
                "corporate network and the production network",
                "internal and external network penetration test",
            ),
        ),
        severity_count=(
            found("critical", "1", "one (1) critical", open="0"),
            found("high", "3", "three (3) high", open="0"),
            found("medium", "5", "five (5) medium", open="2"),
            found("low", "8", "eight (8) low"),
        ),
        retest=day(2026, 2, 17, "February 17, 2026"),
    ),
)


def _list() -> bytes:
    sheet = Sheet("Stormvogel Pentesting B.V.", "TLP:AMBER  {page}", size=10)
    sheet.banner("Pentest report: Kapok Learning API and mobile apps", size=15)
    sheet.stacked(
        ("Customer", "Kapok Learning B.V."),
        ("Executed by", "Stormvogel Pentesting B.V."),
        ("Execution", "9 - 20 March 2026"),
        ("Report", "30 March 2026, final"),
        ("Method", "Grey box, OWASP MASVS and API Top 10"),
    )
    sheet.heading("Results in one glance")
    sheet.grid(
        (
            ("ID", "Finding", "Severity", "Status"),
            ("KPK-1", "API returns marks of other classes", "High", "Resolved"),
            ("KPK-2", "Tokens live for 90 days", "Medium", "Open"),
            ("KPK-3", "No certificate pinning in the Android app", "Medium", "Resolved"),
            ("KPK-4", "Rate limit missing on password reset", "Medium", "Open"),
            ("KPK-5", "Version of the server in headers", "Low", "Open"),
            ("KPK-6", "Screenshots are not blocked", "Low", "Open"),
        ),
        (20, 90, 28, 28),
    )
    sheet.para("No critical findings were made.")
    sheet.para("""The status was checked in the retest of 24 April 2026. The pentest of 2025 had been carried out by another firm
    and is not compared here.""")
    return sheet.done()


LIST = Report(
    "kapok-pentest-2026.pdf",
    "penetration_test",
    _list,
    truth(
        issuer="Stormvogel Pentesting B.V.",
        subject="Kapok Learning B.V.",
        period_start=day(2026, 3, 9, "9 - 20 March 2026"),
        period_end=day(2026, 3, 20, "20 March 2026"),
        issued=day(2026, 3, 30, "30 March 2026"),
        scope="Kapok Learning API and mobile apps",
        severity_count=(
            Planted("critical", "No critical findings", {"found": "0"}, optional=True),
            found("high", "1", "High", open="0"),
            found("medium", "3", "Medium", open="2"),
            found("low", "2", "Low", open="2"),
        ),
        retest=day(2026, 4, 24, "24 April 2026"),
    ),
)


def _summary() -> bytes:
    sheet = Sheet(foot="Vantablade | Executive Summary | {page}", size=10.5)
    sheet.lines("EXECUTIVE SUMMARY", size=18, style="B")
    sheet.pairs(
        ("Target organization", "Hearthstone Insurance Agency Systems, Inc."),
        ("Security testing firm", "Vantablade, Inc."),
        ("Assessment type", "Application penetration test"),
        ("Assets tested", "Agent Desktop 9 and its public API"),
        ("Start date", "Jul 6, 2026"),
        ("End date", "Jul 17, 2026"),
        ("Delivered", "Jul 24, 2026"),
        width=58,
        borders=True,
    )
    sheet.para("""Overall risk: Moderate. Vantablade's testers spent 80 hours. No evidence of a prior compromise was found. Fixing
    the high findings first would lower the risk to Low.""")
    sheet.labelled(("Critical", "0"), ("High", "2"), ("Medium", "3"), ("Low", "0"), ("Informational", "7"))
    sheet.para("A retest has been scheduled for September 2026.")
    return sheet.done()


SUMMARY = Report(
    "Hearthstone exec summary.pdf",
    "penetration_test",
    _summary,
    truth(
        issuer="Vantablade, Inc.",
        subject="Hearthstone Insurance Agency Systems, Inc.",
        period_start=day(2026, 7, 6, "Jul 6, 2026"),
        period_end=day(2026, 7, 17, "Jul 17, 2026"),
        issued=day(2026, 7, 24, "Jul 24, 2026"),
        scope="Agent Desktop 9 and its public API",
        severity_count=(
            found("critical", "0", "Critical: 0"),
            found("high", "2", "High: 2"),
            found("medium", "3", "Medium: 3"),
            found("low", "0", "Low: 0"),
            found("informational", "7", "Informational: 7"),
        ),
    ),
)

REPORTS = (FULL, LETTER, LIST, SUMMARY)
