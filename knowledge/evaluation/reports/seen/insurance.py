"""Invented certificates of insurance, as forms, tables and letters, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, said, truth


def _form() -> bytes:
    sheet = Sheet(
        "CERTIFICATE OF LIABILITY INSURANCE", "The form’s name and logo are registered marks   {page}", size=9
    )
    sheet.lines("DATE (MM/DD/YYYY): 02/17/2026", align="R")
    sheet.para("""THIS CERTIFICATE IS ISSUED AS A MATTER OF INFORMATION ONLY AND CONFERS NO RIGHTS UPON THE CERTIFICATE HOLDER.
    THIS CERTIFICATE DOES NOT AMEND, EXTEND OR ALTER THE COVERAGE AFFORDED BY THE POLICIES BELOW.""")
    sheet.columns(
        """PRODUCER

Lowell & Finch Insurance Brokers, 22 Front Street, Toledo OH

INSURED

Tarnhollow Systems, Inc., 400 Mill Lane, Columbus OH""",
        """INSURER(S) AFFORDING COVERAGE

INSURER A: Great Plains Casualty Company

INSURER B:

INSURER C:""",
    )
    sheet.grid(
        (
            ("INSR LTR", "TYPE OF INSURANCE", "POLICY NUMBER", "POLICY EFF", "POLICY EXP", "LIMITS"),
            ("A", "Cyber Liability", "CYB-2209417-03", "01/15/2026", "01/15/2027", "EACH CLAIM $5,000,000"),
        ),
        (12, 36, 34, 24, 24, 40),
        size=8,
    )
    sheet.para("DESCRIPTION OF OPERATIONS: Evidence of coverage. Coverage is claims-made.")
    sheet.lines("CERTIFICATE HOLDER", "Brisa Retail S.L.", "Calle Mayor 2, Madrid")
    return sheet.done()


FORM = Report(
    "COI 2026.pdf",
    "insurance",
    _form,
    truth(
        issuer="Great Plains Casualty Company",
        subject="Tarnhollow Systems, Inc.",
        period_start=day(2026, 1, 15, "01/15/2026"),
        period_end=day(2027, 1, 15, "01/15/2027"),
        issued=Planted("2026-02-17", "02/17/2026", optional=True),
        limit=said("USD 5000000", "$5,000,000", cover="cyber liability"),
        policy_number="CYB-2209417-03",
    ),
)


def _confirmation() -> bytes:
    sheet = Sheet(size=10.5)
    sheet.lines("Hansekontor Versicherungs-AG", "20354 Hamburg", style="B")
    sheet.lines("12.12.2025")
    sheet.lines("Confirmation of insurance", style="B", size=14)
    sheet.para("We hereby confirm that the following insurance cover exists with us:")
    sheet.pairs(
        ("Policyholder:", "Kallweit Datentechnik GmbH & Co. KG"),
        ("Policy no.:", "HK 55-810.442"),
        ("Type of insurance:", "Cyber and data risks"),
        ("Sum insured:", "EUR 3,000,000 per claim and year"),
        ("Insurance period:", "01.01.2026 to 31.12.2026"),
        ("Deductible:", "EUR 25,000"),
    )
    sheet.para("The contract is extended by one year at a time unless it is cancelled three months before its end.")
    return sheet.done()


CONFIRMATION = Report(
    "Versicherungsbestaetigung_2026.pdf",
    "insurance",
    _confirmation,
    truth(
        issuer="Hansekontor Versicherungs-AG",
        subject="Kallweit Datentechnik GmbH & Co. KG",
        period_start=day(2026, 1, 1, "01.01.2026"),
        period_end=day(2026, 12, 31, "31.12.2026"),
        issued=Planted("2025-12-12", "12.12.2025", optional=True),
        limit=said("EUR 3000000", "EUR 3,000,000", cover="cyber and data risks | cyber"),
        policy_number="HK 55-810.442",
    ),
)


def _letter() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("Penhallow Mutual Insurance plc", "1 Exchange Buildings, Bristol", style="B")
    sheet.lines("To whom it may concern", "Verification of insurance - Skylark Commerce Limited")
    sheet.paras("""We confirm that Skylark Commerce Limited is insured with Penhallow Mutual Insurance plc under policy
PM/PI/0093312 for the period from 1 June 2026 to 31 May 2027, both days inclusive.

The policy provides professional indemnity with a limit of indemnity of £2,000,000 any one claim, and cyber liability with
a limit of £10,000,000 in the aggregate.

This letter is dated 4 June 2026 and does not change the terms of the policy.""")
    sheet.lines("J. Trevanion, Underwriting")
    return sheet.done()


LETTER = Report(
    "PI & cyber verification.pdf",
    "insurance",
    _letter,
    truth(
        issuer="Penhallow Mutual Insurance plc",
        subject="Skylark Commerce Limited",
        period_start=day(2026, 6, 1, "1 June 2026"),
        period_end=day(2027, 5, 31, "31 May 2027"),
        issued=Planted("2026-06-04", "4 June 2026", optional=True),
        limit=(
            said("GBP 2000000", "£2,000,000", cover="professional indemnity"),
            said("GBP 10000000", "£10,000,000", cover="cyber liability"),
        ),
        policy_number="PM/PI/0093312",
    ),
)


def _schedule() -> bytes:
    sheet = Sheet("Polderrisk Verzekeringen N.V.", "Schedule - page {page} of {pages}")
    sheet.banner("Certificate of Insurance: Technology & Cyber", size=16)
    sheet.stacked(
        ("INSURED", "Oriel Logistics Cloud N.V."),
        ("INSURER", "Polderrisk Verzekeringen N.V."),
        ("CERTIFICATE / POLICY NO.", "TC.774.20-B"),
        ("PERIOD OF INSURANCE", "1 April 2026 until 1 April 2027"),
    )
    sheet.grid(
        (
            ("Section", "Limit of liability", "Retention"),
            ("Cyber incident response", "€ 1.500.000", "€ 10.000"),
            ("Technology errors and omissions", "€ 5.000.000", "€ 50.000"),
        ),
        (70, 50, 40),
    )
    return sheet.done()


SCHEDULE = Report(
    "polis TC774.pdf",
    "insurance",
    _schedule,
    truth(
        issuer="Polderrisk Verzekeringen N.V.",
        subject="Oriel Logistics Cloud N.V.",
        period_start=day(2026, 4, 1, "1 April 2026"),
        period_end=day(2027, 4, 1, "1 April 2027"),
        limit=(
            said("EUR 1500000", "€ 1.500.000", cover="cyber incident response"),
            said("EUR 5000000", "€ 5.000.000", cover="technology errors and omissions"),
        ),
        policy_number="TC.774.20-B",
    ),
)

REPORTS = (FORM, CONFIRMATION, LETTER, SCHEDULE)
