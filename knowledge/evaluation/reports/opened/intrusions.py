"""Reports of penetration tests."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, found, truth


def _fieldfare() -> bytes:
    sheet = Sheet(
        "Fieldfare Grants - web application test", "Lantern Hill Security Limited   Confidential   {page}", first=False
    )
    sheet.ln(60)
    sheet.banner("Web Application Penetration Test")
    sheet.lines("Fieldfare Grants Ltd", size=15)
    sheet.lines("Report v1.1 - 23 March 2026", "Lantern Hill Security Limited", size=12)
    sheet.leaf()
    sheet.heading("Document control")
    sheet.grid(
        (
            ("Version", "Date", "Author", "Note"),
            ("0.9", "17 March 2026", "I. Bramwell", "Draft for comments"),
            ("1.0", "19 March 2026", "I. Bramwell", "First release"),
            ("1.1", "23 March 2026", "L. Castellan", "Finding 6 reworded"),
        ),
        (22, 40, 44, 60),
    )
    sheet.heading("1 Summary for management")
    sheet.para("""Lantern Hill Security Limited was asked by Fieldfare Grants Ltd to test the grant application portal and
    its API.
    The work took place between 2 March 2026 and 13 March 2026 from our offices in Norwich.""")
    sheet.para("""Nobody without an account could read an application. An applicant, however, could open the attachments of
    another
    one (finding 1). We advise a retest in June 2026.""")
    sheet.grid(
        (
            ("Critical", "High", "Medium", "Low", "Informational"),
            ("0", "1", "3", "4", "2"),
        ),
        (33, 33, 33, 33, 34),
    )
    sheet.leaf()
    sheet.heading("2 Findings")
    for number, title, rating in (
        (1, "Attachments can be read by other applicants", "High"),
        (2, "Sessions outlive a change of password", "Medium"),
        (3, "Search is open to stored scripts", "Medium"),
        (4, "No limit on attempts to reset a password", "Medium"),
        (5, "Verbose error pages", "Low"),
        (6, "Cookies without the SameSite attribute", "Low"),
    ):
        sheet.lines(f"{number}. {title}   ({rating})")
    sheet.para(
        "The remaining findings, 7 to 10, are in appendix B. Ratings follow CVSS v3.1; critical means 9.0 to 10.0."
    )
    return sheet.done()


FIELDFARE = Report(
    "Fieldfare WAPT v1.1.pdf",
    "penetration_test",
    _fieldfare,
    truth(
        issuer="Lantern Hill Security Limited",
        subject="Fieldfare Grants Ltd",
        period_start=day(2026, 3, 2, "2 March 2026"),
        period_end=day(2026, 3, 13, "13 March 2026"),
        issued=day(2026, 3, 23, "23 March 2026"),
        scope=Planted("grant application portal and its API", also=("the grant application portal",)),
        severity_count=(
            found("critical", "0", "0", open=ANY),
            found("high", "1", "1"),
            found("medium", "3", "3"),
            found("low", "4", "4"),
            found("informational", "2", "2"),
        ),
    ),
)


def _brindle() -> bytes:
    sheet = Sheet("", "Mangrove Offensive Security, Inc. - Miami, FL", size=11)
    sheet.lines("MANGROVE OFFENSIVE SECURITY, INC.", style="B", size=14)
    sheet.lines("Attestation of Penetration Testing", size=13)
    sheet.lines("July 9th, 2026")
    sheet.paras("""To whom it may concern:

Mangrove Offensive Security, Inc. performed a grey box penetration test of the Brindle Pay mobile apps (iOS and Android) for
Brindle Financial, Inc. Testing began on May 18th, 2026 and ended on May 29th, 2026.

During the test we found two critical, three high, six medium and no low severity vulnerabilities.

A retest was done on July 6th, 2026. All critical and high severity vulnerabilities were confirmed as fixed. Of the medium
severity vulnerabilities, four were fixed and two remain open.

This letter does not guarantee that there are no other weaknesses.""")
    sheet.lines("Rafaela Quintero, Director of Assessments")
    return sheet.done()


BRINDLE = Report(
    "Brindle - pentest attestation.pdf",
    "penetration_test",
    _brindle,
    truth(
        issuer="Mangrove Offensive Security, Inc.",
        subject="Brindle Financial, Inc.",
        period_start=day(2026, 5, 18, "May 18th, 2026"),
        period_end=day(2026, 5, 29, "May 29th, 2026"),
        issued=day(2026, 7, 9, "July 9th, 2026"),
        scope=Planted("Brindle Pay mobile apps (iOS and Android)", also=("Brindle Pay mobile apps",)),
        severity_count=(
            found("critical", "2", "two critical", open="0"),
            found("high", "3", "three high", open="0"),
            found("medium", "6", "six medium", open="2"),
            found("low", "0", "no low", open=ANY),
        ),
        retest=day(2026, 7, 6, "July 6th, 2026"),
    ),
)


def _skerry() -> bytes:
    sheet = Sheet("Skerry Aquaculture Data AS", "Isbjørn Sikkerhet AS    side {page} av {pages}", face="Times", size=11)
    sheet.banner("Penetration test of internal network", size=17)
    sheet.stacked(
        ("CUSTOMER", "Skerry Aquaculture Data AS"),
        ("CARRIED OUT BY", "Isbjørn Sikkerhet AS"),
        ("PERIOD OF TEST", "2025-10-20 to 2025-10-31"),
        ("DATE OF REPORT", "2025-11-10"),
        ("IN SCOPE", "Office network in Ålesund and the domain skerry.local"),
        ("OUT OF SCOPE", "Feeding barges and their control systems"),
    )
    sheet.heading("Result")
    sheet.para("""Within three days our testers had the rights of a domain administrator. The number of findings by severity and
    their state when the report was written:""")
    sheet.grid(
        (
            ("", "Open", "Closed", "Total"),
            ("Critical", "1", "1", "2"),
            ("High", "4", "0", "4"),
            ("Medium", "5", "2", "7"),
            ("Low", "3", "0", "3"),
            ("Sum", "13", "3", "16"),
        ),
        (50, 38, 38, 40),
    )
    sheet.para("In the test of 2024-10-21 to 2024-11-01 there had been 21 findings, of which 5 were critical.")
    return sheet.done()


SKERRY = Report(
    "Isbjorn rapport Skerry (engelsk).pdf",
    "penetration_test",
    _skerry,
    truth(
        issuer="Isbjørn Sikkerhet AS",
        subject="Skerry Aquaculture Data AS",
        period_start=day(2025, 10, 20, "2025-10-20"),
        period_end=day(2025, 10, 31, "2025-10-31"),
        issued=day(2025, 11, 10, "2025-11-10"),
        scope="Office network in Ålesund and the domain skerry.local",
        severity_count=(
            found("critical", "2", open="1"),
            found("high", "4", open="4"),
            found("medium", "7", open="5"),
            found("low", "3", open="3"),
        ),
    ),
)

REPORTS = (FIELDFARE, BRINDLE, SKERRY)
