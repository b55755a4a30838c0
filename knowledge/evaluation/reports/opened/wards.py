"""Statements on the rules for health data."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, said, truth


def _pelican() -> bytes:
    sheet = Sheet("", "Pelican Scheduling, Inc. | HIPAA | {page}", size=10.5)
    sheet.lines("Pelican Scheduling, Inc.", style="B", size=16)
    sheet.lines("HIPAA compliance statement", "Effective: August 3, 2026")
    sheet.paras("""Pelican Scheduling, Inc. books appointments on behalf of clinics and is therefore a business associate
under the
Health Insurance Portability and Accountability Act of 1996 (HIPAA) and the HITECH Act.

We completed our annual security risk analysis under 45 CFR 164.308(a)(1)(ii)(A) on July 10, 2026. It was performed by Cattail
Health Risk Partners, LLC, an independent firm.

We will enter into a Business Associate Agreement with any covered entity that subscribes to a paid plan. Our hosting provider,
Lodestar Web Services LLC, has signed such an agreement with us.

Questions may be sent to the privacy officer, Delphine Achterberg.""")
    return sheet.done()


PELICAN = Report(
    "pelican-hipaa-statement.pdf",
    "hipaa_statement",
    _pelican,
    truth(
        issuer="Pelican Scheduling, Inc.",
        subject="Pelican Scheduling, Inc.",
        issued=day(2026, 8, 3, "August 3, 2026"),
        period_end=Planted("2026-07-10", "July 10, 2026", optional=True),
        assessor="Cattail Health Risk Partners, LLC",
        baa=said("offered", "will enter into a Business Associate Agreement"),
    ),
)


def _attested() -> bytes:
    sheet = Sheet(face="Times", size=11.5)
    sheet.centred("INDEPENDENT ACCOUNTANT’S REPORT", size=13, style="B")
    sheet.para("To the Board of Managers of Wren Valley Transcription, LLC:")
    sheet.para("""We have examined the assertion of Wren Valley Transcription, LLC that, as of December 31, 2025, it complied
    with the
    HIPAA Security Rule and the Breach Notification Rule in all material respects. Its management is responsible for the
    assertion. Our responsibility is to express an opinion on it.""")
    sheet.para("""We conducted our examination under attestation standards established by the AICPA. It does not provide a legal
    determination of compliance.""")
    sheet.para("In our opinion, the assertion referred to above is fairly stated, in all material respects.")
    sheet.lines("Sandoval Whitcombe & Co., CPAs", "Santa Fe, New Mexico", "February 13, 2026")
    return sheet.done()


WREN = Report(
    "WVT attestation - HIPAA 2025.pdf",
    "hipaa_statement",
    _attested,
    truth(
        issuer="Sandoval Whitcombe & Co., CPAs",
        subject="Wren Valley Transcription, LLC",
        issued=day(2026, 2, 13, "February 13, 2026"),
        period_end=day(2025, 12, 31, "December 31, 2025"),
        assessor=perhaps("Sandoval Whitcombe & Co., CPAs"),
    ),
)


def _summary() -> bytes:
    sheet = Sheet("HIPAA Security Rule Assessment", "Confidential    {page}", size=10)
    sheet.banner("HIPAA Security Rule Assessment - Executive Summary", size=16)
    sheet.grid(
        (
            ("Organization assessed", "Bayberry Home Care Software Co."),
            ("Assessor", "Osprey Regulatory Services, Inc."),
            ("Assessment as of", "04/30/2026"),
            ("Report date", "05/22/2026"),
            ("Prior assessment", "04/30/2025"),
            ("Business associate agreements", "Signed with every customer and every subcontractor"),
            ("Systems covered", "Bayberry Visits and Bayberry Billing"),
        ),
        (60, 106),
        header=False,
    )
    sheet.grid(
        (
            ("Safeguards", "Standards", "Met", "Partly met", "Not met"),
            ("Administrative", "9", "8", "1", "0"),
            ("Physical", "4", "4", "0", "0"),
            ("Technical", "5", "5", "0", "0"),
        ),
        (56, 28, 28, 28, 26),
    )
    sheet.para("""One standard was partly met: the contingency plan (164.308(a)(7)) had not been tested since 2024. Bayberry
    Home Care
    Software Co. intends to test it by 09/30/2026.""")
    sheet.lines("Osprey Regulatory Services, Inc., 77 Pier Street, Mobile, AL 36602")
    return sheet.done()


SUMMARY = Report(
    "Bayberry - HIPAA exec summary.pdf",
    "hipaa_statement",
    _summary,
    truth(
        issuer="Osprey Regulatory Services, Inc.",
        subject="Bayberry Home Care Software Co.",
        issued=day(2026, 5, 22, "05/22/2026"),
        period_end=day(2026, 4, 30, "04/30/2026"),
        scope="Bayberry Visits and Bayberry Billing",
        assessor=perhaps("Osprey Regulatory Services, Inc."),
        baa=said("signed", "Signed with every customer"),
    ),
)


def _letter() -> bytes:
    sheet = Sheet("", "Hartsfield Claims Analytics LP", size=11)
    sheet.lines("2026-01-15")
    sheet.lines("Re: Letter of HIPAA compliance", style="B", size=13)
    sheet.paras("""Dear partner,

Hartsfield Claims Analytics LP hereby attests that it complies with the privacy, security and breach notification rules of HIPAA
as of 2025-12-31. An outside review was carried out by Juno & Barrow Health Law PLLC in the fourth quarter of 2025 and led to
two
recommendations of low priority.

Our standard business associate agreement is available on request and is signed before we receive any protected health
information.

Yours truly,

Ottoline Reyes, Chief Compliance Officer""")
    return sheet.done()


LETTER = Report(
    "HCA HIPAA letter Jan26.pdf",
    "hipaa_statement",
    _letter,
    truth(
        issuer="Hartsfield Claims Analytics LP",
        subject="Hartsfield Claims Analytics LP",
        issued=day(2026, 1, 15, "2026-01-15"),
        period_end=day(2025, 12, 31, "2025-12-31"),
        assessor="Juno & Barrow Health Law PLLC",
        baa=Planted("offered", "standard business associate agreement is available on request", also=("signed",)),
    ),
)

REPORTS = (PELICAN, WREN, SUMMARY, LETTER)
