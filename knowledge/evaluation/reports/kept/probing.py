"""Reports and letters of those who tried to break in, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import Wide, beside, boxed, cards, seal
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, found, truth


def _index() -> bytes:
    sheet = Sheet("", "Kupferstich Security GbR, Dresden · {page}/{pages}", size=10.5)
    seal(sheet, "Kupferstich Security GbR", "Görlitzer Str. 31", "01099 Dresden")
    sheet.banner("Pentest-Report Hollybush Casebook Web & API 05.2026", size=16)
    sheet.lines("Index", style="B")
    sheet.lines(
        "Introduction",
        "Scope",
        "Identified vulnerabilities",
        "   HCB-01-001 Documents of other firms readable via thumbnails (High)",
        "   HCB-01-003 Missing rate limit on second factor (Medium)",
        "   HCB-01-004 Stored XSS in names of matters (Medium)",
        "Miscellaneous issues",
        "   HCB-01-002 Version of the server disclosed (Info)",
        "Conclusions",
        size=9.5,
    )
    sheet.leaf()
    sheet.heading("Introduction")
    sheet.paras("""This report describes a penetration test of the Hollybush Casebook web application and API. It was requested by
Hollybush Legal Software Ltd and carried out by Kupferstich Security GbR from 4 May 2026 to 13 May 2026. The report was
delivered on 20 May 2026.

In total, four findings were made. Of these, one was rated High, two Medium, and one Info. No finding was rated Critical or Low.

This was the second test. The first, in April 2025, had led to eleven findings, two of them High.""")
    sheet.heading("Scope")
    sheet.items("Hollybush Casebook web application and API", "Test accounts of two law firms were supplied", mark="*")
    sheet.heading("Conclusions")
    sheet.para("The fix for HCB-01-001 was verified on 28 May 2026 in a staging system and found complete.")
    return sheet.done()


INDEX = Report(
    "HCB-01.pdf",
    "penetration_test",
    _index,
    truth(
        issuer="Kupferstich Security GbR",
        subject="Hollybush Legal Software Ltd",
        period_start=day(2026, 5, 4, "4 May 2026"),
        period_end=day(2026, 5, 13, "13 May 2026"),
        issued=day(2026, 5, 20, "20 May 2026"),
        scope="Hollybush Casebook web application and API",
        severity_count=(
            found("critical", "0", "No finding was rated Critical or Low"),
            found("high", "1", "one was rated High", open=ANY),
            found("medium", "2", "two Medium", open=ANY),
            found("low", "0", "No finding was rated Critical or Low"),
            found("informational", "1", "one Info", open=ANY),
        ),
        retest=Planted("2026-05-28", "28 May 2026"),
    ),
)


def _letter() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("Palmetto Red Cell, LLC", "7 Meeting Street, Charleston, South Carolina", size=10)
    sheet.lines("March 19, 2026")
    sheet.lines("Basalt Object Storage, Inc.", "Re: Letter of attestation, annual penetration test")
    sheet.paras("""Basalt Object Storage, Inc. retained Palmetto Red Cell, LLC to perform an internal and external network
penetration test of its Oregon data center. Three consultants tested between February 23, 2026 and March 6, 2026.

At the end of testing, Palmetto Red Cell, LLC had reported zero critical, 2 high, 6 medium and 10 low risk issues.

On March 17, 2026, we tested again. Both high risk issues and five of the six medium risk issues had been remediated; the ten low
risk issues are unchanged.

This letter gives no assurance for the future.""")
    sheet.lines("Renata Kowalska-Byrd, Managing Principal")
    return sheet.done()


LETTER = Report(
    "Basalt LOA 2026.pdf",
    "penetration_test",
    _letter,
    truth(
        issuer="Palmetto Red Cell, LLC",
        subject="Basalt Object Storage, Inc.",
        period_start=day(2026, 2, 23, "February 23, 2026"),
        period_end=day(2026, 3, 6, "March 6, 2026"),
        issued=day(2026, 3, 19, "March 19, 2026"),
        scope=Planted(
            "Oregon data center",
            also=(
                "internal and external network",
                "internal and external network of its Oregon data center",
                "internal and external network penetration test of its Oregon data center",
            ),
        ),
        severity_count=(
            found("critical", "0", "zero critical", open=ANY),
            found("high", "2", "2 high", open=ANY),
            found("medium", "6", "6 medium", open=ANY),
            found("low", "10", "10 low", open=ANY),
        ),
        retest=day(2026, 3, 17, "March 17, 2026"),
    ),
)


def _wide() -> bytes:
    sheet = Wide("Confidential – Cedar Strand Human Capital Software Inc.", "Saguenay Cyber Inc. | {page}", size=10.5)
    sheet.banner("Mobile Application Penetration Test: Results at a Glance", size=18)
    cards(
        sheet,
        ("CLIENT", "Cedar Strand Human Capital Software Inc."),
        ("TESTING FIRM", "Saguenay Cyber Inc."),
        ("TARGET", "StrandHR apps for iOS and Android, version 9"),
        ("TESTING STARTED", "2025-10-06"),
        ("TESTING ENDED", "2025-10-17"),
        ("REPORT ISSUED", "2025-10-29"),
        across=3,
    )
    sheet.grid(
        (
            ("", "Critical", "High", "Medium", "Low", "Informational"),
            ("Found", "0", "1", "4", "3", "2"),
            ("Resolved", "0", "1", "2", "0", "0"),
            ("Still open", "0", "0", "2", "3", "2"),
        ),
        (40, 42, 42, 42, 42, 42),
    )
    sheet.para("A retest took place on 2025-11-24. The figures for Resolved and Still open are those of the retest.")
    return sheet.done()


WIDE = Report(
    "StrandHR mobile pentest 2025.pdf",
    "penetration_test",
    _wide,
    truth(
        issuer="Saguenay Cyber Inc.",
        subject="Cedar Strand Human Capital Software Inc.",
        period_start=day(2025, 10, 6, "2025-10-06"),
        period_end=day(2025, 10, 17, "2025-10-17"),
        issued=day(2025, 10, 29, "2025-10-29"),
        scope="StrandHR apps for iOS and Android, version 9",
        severity_count=(
            found("critical", "0", open="0"),
            found("high", "1", open="0"),
            found("medium", "4", open="2"),
            found("low", "3", open="3"),
            found("informational", "2", open="2"),
        ),
        retest=day(2025, 11, 24, "2025-11-24"),
    ),
)


def _register() -> bytes:
    sheet = Sheet("Cloud configuration and API penetration test", "Strictly confidential | page {page}", first=False)
    sheet.ln(50)
    sheet.banner("Cloud configuration and API penetration test", size=22)
    sheet.lines("Quartzite Identity, Inc.", "Final report, version 1.1", "7 August 2026", size=12)
    boxed(sheet, "Author: Ibex & Onager Security Ltd, Bristol")
    sheet.leaf()
    beside(
        sheet,
        ("Why", "Quartzite Identity, Inc. orders a test of its production estate each summer."),
        ("What", "Scope: the Quartzite Passport API and the cloud accounts behind it"),
        ("When", "Fieldwork ran from 13 July 2026 until 24 July 2026."),
        ("Who", "Two consultants of Ibex & Onager Security Ltd"),
        ("Not in scope", "The marketing website, and social engineering"),
    )
    sheet.heading("Summary of findings")
    sheet.grid(
        (
            ("Rating", "Count", "Definition"),
            ("Critical", "1", "Full compromise without an account"),
            ("High", "0", "Compromise of one tenant"),
            ("Medium", "3", "Limited effect"),
            ("Low", "7", "Good practice"),
        ),
        (30, 30, 106),
    )
    sheet.heading("IO-01  Signing key in a public image (Critical)", size=11)
    sheet.para(
        "The key was replaced within two hours of our call on 15 July 2026. A formal retest has not been ordered."
    )
    sheet.heading("IO-02  Role can assume itself (Medium)", size=11)
    sheet.para("CVSS 4.0 base score 5.1. The pattern is described in a vendor bulletin of 2 October 2023.")
    return sheet.done()


REGISTER = Report(
    "IO_Quartzite_v1.1.pdf",
    "penetration_test",
    _register,
    truth(
        issuer="Ibex & Onager Security Ltd",
        subject="Quartzite Identity, Inc.",
        period_start=day(2026, 7, 13, "13 July 2026"),
        period_end=day(2026, 7, 24, "24 July 2026"),
        issued=day(2026, 8, 7, "7 August 2026"),
        scope="the Quartzite Passport API and the cloud accounts behind it",
        severity_count=(
            found("critical", "1", open=ANY),
            found("high", "0"),
            found("medium", "3"),
            found("low", "7"),
        ),
    ),
)


def _again() -> bytes:
    sheet = Sheet("", "Nordlys Penetrasjon AS – summary – {page}", size=10.5)
    sheet.banner("Penetration test summary with retest", size=17)
    sheet.labelled(
        ("Customer", "Cloudberry Kassa AB"),
        ("Supplier", "Nordlys Penetrasjon AS"),
        ("Systems", "Till back office and loyalty API"),
        ("Period of testing", "9 - 20 February 2026"),
        ("Summary written", "27 February 2026"),
        ("Retested", "10 April 2026"),
    )
    sheet.items(
        "Critical: none",
        "High: 3 found, 0 remaining",
        "Medium: 5 found, 1 remaining",
        "Low: 2 found, 2 remaining",
        mark=">",
    )
    sheet.para(
        "The remaining medium finding (old TLS version on one till model) is accepted until the model is retired."
    )
    return sheet.done()


AGAIN = Report(
    "Cloudberry sammanfattning EN.pdf",
    "penetration_test",
    _again,
    truth(
        issuer="Nordlys Penetrasjon AS",
        subject="Cloudberry Kassa AB",
        period_start=day(2026, 2, 9, "9 - 20 February 2026"),
        period_end=day(2026, 2, 20, "20 February 2026"),
        issued=day(2026, 2, 27, "27 February 2026"),
        scope="Till back office and loyalty API",
        severity_count=(
            found("critical", "0", "Critical: none", open=ANY),
            found("high", "3", "High: 3 found, 0 remaining", open="0"),
            found("medium", "5", "Medium: 5 found, 1 remaining", open="1"),
            found("low", "2", "Low: 2 found, 2 remaining", open="2"),
        ),
        retest=day(2026, 4, 10, "10 April 2026"),
    ),
)

REPORTS = (INDEX, LETTER, WIDE, REGISTER, AGAIN)
