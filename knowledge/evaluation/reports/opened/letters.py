"""Bridge letters and statements on health data."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, said, truth


def _memo() -> bytes:
    sheet = Sheet(size=11)
    sheet.banner("MEMORANDUM", size=16)
    sheet.pairs(
        ("DATE:", "April 2, 2026"),
        ("TO:", "Customers of Drumlin Freight Audit, LLC"),
        ("FROM:", "Internal Audit, Drumlin Freight Audit, LLC"),
        ("SUBJECT:", "Gap letter - SOC 1 Type 2"),
        width=32,
    )
    sheet.rule()
    sheet.paras("""The latest SOC 1 Type 2 report on our Freight Payment System covers October 1, 2024 to September 30, 2025 and
was issued by Wexcombe Hale CPAs on November 25, 2025.

This memorandum covers the period from October 1, 2025 to March 31, 2026 (the "gap period"). We are not aware of any material
change in our control environment during the gap period, nor of any control that failed in a way that would change the
opinion expressed in the report.

Our auditors have not examined the gap period. This memorandum does not replace the report, and readers should obtain the report.

Questions may be sent to audit@drumlin.example.""")
    sheet.lines("Ignatius Boyle", "Vice President, Internal Audit")
    return sheet.done()


MEMO = Report(
    "gap memo Mar-26.pdf",
    "bridge_letter",
    _memo,
    truth(
        issuer="Drumlin Freight Audit, LLC",
        subject="Drumlin Freight Audit, LLC",
        period_start=day(2025, 10, 1, "October 1, 2025"),
        period_end=day(2026, 3, 31, "March 31, 2026"),
        issued=day(2026, 4, 2, "April 2, 2026"),
    ),
)


def _table_letter() -> bytes:
    sheet = Sheet("", "Sorrel Health Messaging Ltd. Registered in England 09122334", face="Times", size=11)
    sheet.lines("Sorrel Health Messaging Ltd", size=15, style="B", align="R")
    sheet.lines("9 Castle Row, Norwich", "7 July 2026", align="R")
    sheet.lines("SOC 2 bridging letter", style="B", size=13)
    sheet.para("To whom it may concern")
    sheet.grid(
        (
            ("Last report", "Period of last report", "This letter covers"),
            ("SOC 2 Type 2, Penhaligon Frost LLP", "1 April 2025 to 31 March 2026", "1 April 2026 to 7 July 2026"),
        ),
        (56, 55, 55),
    )
    sheet.para("""Sorrel Health Messaging Ltd confirms that it continues to operate the controls set out in the last report. One
    change is worth mentioning: on 1 June 2026 the e-mail gateway was moved to a new provider. We do not consider this change
    to be material.""")
    sheet.para("This letter lapses when the next report is published, and at the latest on 31 October 2026.")
    sheet.lines("Yours faithfully", "", "Dr Morwenna Teague", "Chief Information Security Officer")
    return sheet.done()


TABLE_LETTER = Report(
    "Sorrel bridging letter.pdf",
    "bridge_letter",
    _table_letter,
    truth(
        issuer="Sorrel Health Messaging Ltd",
        subject="Sorrel Health Messaging Ltd",
        period_start=day(2026, 4, 1, "1 April 2026"),
        period_end=day(2026, 7, 7, "7 July 2026"),
        issued=day(2026, 7, 7, "7 July 2026"),
        expires=Planted("2026-10-31", "31 October 2026", optional=True),
    ),
)


def _representation() -> bytes:
    sheet = Sheet("ORCHIDEA ROBOTICS S.p.A.", "", size=10.5)
    sheet.lines("Management Representation for the Period after the SOC 2 Report", style="B", size=13)
    sheet.lines("Turin, 15 January 2026")
    sheet.paras("""Dear customers and partners,

the examination period of the SOC 2 Type 2 report on the Orchidea Fleet Portal ended on 30 September 2025. As you may need
assurance for the remainder of the calendar year, we, the management of Orchidea Robotics S.p.A., state the following for
the period 1 October 2025 through 31 December 2025:

(1) the controls described in the report remained in place; (2) there were no security incidents that required notification of
customers; (3) there were no changes of subservice organisations.

The next report will cover 1 October 2025 to 30 September 2026 and is expected in December 2026.

With kind regards""")
    sheet.lines("Ginevra Saletti, CFO", "Tiziano Bracco, Head of Security")
    return sheet.done()


REPRESENTATION = Report(
    "Orchidea_representation_Q4.pdf",
    "bridge_letter",
    _representation,
    truth(
        issuer="Orchidea Robotics S.p.A.",
        subject="Orchidea Robotics S.p.A.",
        period_start=day(2025, 10, 1, "1 October 2025"),
        period_end=day(2025, 12, 31, "31 December 2025"),
        issued=day(2026, 1, 15, "15 January 2026"),
    ),
)


def _attested() -> bytes:
    sheet = Sheet("", "{page} of {pages}", size=11)
    sheet.lines("Thrushcombe Privacy Advisors, Inc.", style="B", size=14)
    sheet.heading("HIPAA Security Rule Assessment - Letter of Attestation")
    sheet.lines("March 9, 2026")
    sheet.paras("""Clearbrook Telehealth, Inc.
210 Elm Street, Burlington, Vermont

Thrushcombe Privacy Advisors, Inc. was engaged by Clearbrook Telehealth, Inc. to assess its compliance with the Security Rule (45
CFR Part 164, Subpart C) and the Breach Notification Rule. The assessment took place between January 12, 2026 and February 20,
2026 and included interviews, a review of policies and a review of the risk analysis.

In our judgment, Clearbrook Telehealth, Inc. has put in place the administrative, physical and technical safeguards that the
Security Rule requires of a business associate. Two recommendations of low risk were made.

This letter speaks as of its date. The Department of Health and Human Services does not recognize or endorse any certification
under HIPAA.""")
    sheet.lines("Delphine Achterberg, Principal", "Thrushcombe Privacy Advisors, Inc.")
    return sheet.done()


ATTESTED = Report(
    "HIPAA attestation 2026.pdf",
    "hipaa_statement",
    _attested,
    truth(
        issuer="Thrushcombe Privacy Advisors, Inc.",
        subject="Clearbrook Telehealth, Inc.",
        issued=day(2026, 3, 9, "March 9, 2026"),
        period_start=Planted("2026-01-12", "January 12, 2026", optional=True),
        period_end=Planted("2026-02-20", "February 20,\n2026", optional=True),
        assessor=Planted("Thrushcombe Privacy Advisors, Inc.", optional=True),
    ),
)


def _statement() -> bytes:
    sheet = Sheet("Postern Backup Company", "Public", size=10)
    sheet.banner("HIPAA Compliance Statement", size=18)
    sheet.lines("Last updated: 11/03/2025", size=9)
    sheet.para("""Postern Backup Company acts as a business associate when customers that are covered entities store protected
    health information (PHI) with us. This statement describes how we meet the HIPAA Privacy, Security and Breach Notification
    Rules.""")
    sheet.heading("Do you sign BAAs?", size=11)
    sheet.para("""Yes. We offer a Business Associate Agreement (BAA) to every customer on a Business or Enterprise plan. Contact
    your account manager to receive it.""")
    sheet.heading("How is PHI protected?", size=11)
    sheet.items(
        "PHI is encrypted with AES-256 before it leaves your network.",
        "Our workforce is trained on HIPAA when hired and every year.",
        "A risk analysis is carried out every year; the last was completed in August 2025.",
    )
    sheet.heading("Has anyone looked at it?", size=11)
    sheet.para("We assess ourselves. Our SOC 2 report is available under NDA.")
    return sheet.done()


STATEMENT = Report(
    "Postern-HIPAA.pdf",
    "hipaa_statement",
    _statement,
    truth(
        issuer="Postern Backup Company",
        subject="Postern Backup Company",
        issued=Planted("2025-11-03", "11/03/2025", also=("2025-03-11",)),
        baa=said("offered", "We offer a Business Associate Agreement"),
    ),
)


def _signed_statement() -> bytes:
    sheet = Sheet(face="Times", size=11.5)
    sheet.centred("STATEMENT OF HIPAA COMPLIANCE", size=15, style="B")
    sheet.centred("for", "Alder & Moss Memorial Clinics")
    sheet.paras("""Transcribia, Inc. ("Transcribia") provides medical transcription to Alder & Moss Memorial Clinics and is its
business associate. A Business Associate Agreement between the parties was signed on May 2, 2024 and remains in force.

Transcribia confirms that, for the year ended December 31, 2025, it complied with the requirements of 45 CFR 164.308, 164.310,
164.312 and 164.316, as shown by an assessment by Lockridge Medical Compliance Group, LLC, which was completed on November 21,
2025.

No breach of unsecured protected health information was discovered in that year.""")
    sheet.lines("Signed: Hollis Vandermeer, Privacy Officer, Transcribia, Inc.", "Date: January 20, 2026")
    return sheet.done()


SIGNED_STATEMENT = Report(
    "Transcribia statement for Alder Moss.pdf",
    "hipaa_statement",
    _signed_statement,
    truth(
        issuer="Transcribia, Inc.",
        subject="Transcribia, Inc.",
        issued=day(2026, 1, 20, "January 20, 2026"),
        period_end=day(2025, 12, 31, "December 31, 2025"),
        assessor="Lockridge Medical Compliance Group, LLC",
        baa=said("signed", "A Business Associate Agreement between the parties was signed"),
    ),
)

REPORTS = (MEMO, TABLE_LETTER, REPRESENTATION, ATTESTED, STATEMENT, SIGNED_STATEMENT)
