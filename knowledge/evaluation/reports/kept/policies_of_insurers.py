"""Certificates of insurance, as grids, letters and schedules, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import beside, leaders, seal
from knowledge.evaluation.reports.truth import Planted, Report, day, said, truth


def _form() -> bytes:
    sheet = Sheet("", "CERTIFICATE OF LIABILITY INSURANCE   Page {page} of {pages}", size=9)
    sheet.banner("CERTIFICATE OF LIABILITY INSURANCE", size=14)
    sheet.lines("DATE (MM/DD/YYYY) 07/13/2026", align="R")
    sheet.para(
        """THIS CERTIFICATE IS ISSUED AS A MATTER OF INFORMATION ONLY AND CONFERS NO RIGHTS UPON THE CERTIFICATE HOLDER."""
    )
    sheet.grid(
        (
            ("PRODUCER", "INSURED"),
            ("Wasatch Commercial Insurance Agency", "Quartzite Identity, Inc., 220 South Main, Salt Lake City UT"),
            ("INSURER A", "Cascadia Specialty Insurance Company"),
            ("INSURER B", ""),
        ),
        (66, 100),
        header=False,
        size=8.5,
    )
    sheet.grid(
        (
            ("INSR", "TYPE OF INSURANCE", "POLICY NUMBER", "POLICY EFF", "POLICY EXP", "LIMITS"),
            ("A", "CYBER LIABILITY", "CSI-CY-55120-26", "07/01/2026", "07/01/2027", "AGGREGATE $ 10,000,000"),
            ("A", "TECHNOLOGY E&O", "CSI-TE-55121-26", "07/01/2026", "07/01/2027", "EACH CLAIM $ 5,000,000"),
        ),
        (12, 40, 34, 24, 24, 34),
        size=8,
    )
    sheet.lines("CERTIFICATE HOLDER: Saguaro Medical Transcripts, Inc.")
    return sheet.done()


FORM = Report(
    "quartzite coi 2026-27.pdf",
    "insurance",
    _form,
    truth(
        issuer="Cascadia Specialty Insurance Company",
        subject="Quartzite Identity, Inc.",
        period_start=day(2026, 7, 1, "07/01/2026"),
        period_end=day(2027, 7, 1, "07/01/2027"),
        issued=Planted("2026-07-13", "07/13/2026", optional=True),
        limit=(
            said("USD 10000000", "$ 10,000,000", cover="cyber liability | cyber"),
            said("USD 5000000", "$ 5,000,000", cover="technology E&O | technology errors and omissions"),
        ),
        policy_number=("CSI-CY-55120-26", "CSI-TE-55121-26"),
    ),
)


def _letter() -> bytes:
    sheet = Sheet(face="Times", size=11)
    seal(sheet, "Firth & Lomond Mutual Insurance plc", "40 St Vincent Place, Glasgow")
    sheet.lines("9 April 2026")
    sheet.lines("Verification of insurance: Hollybush Legal Software Ltd", style="B", size=13)
    sheet.paras("""We confirm that Firth & Lomond Mutual Insurance plc insures Hollybush Legal Software Ltd under policy number
FLM/CYB/330981 for the period from 1 April 2026 to 31 March 2027.

The limit of indemnity for cyber liability is £5,000,000 in the aggregate. The excess is £25,000.

The policy for the year to 31 March 2026 had a limit of £3,000,000.""")
    sheet.lines("Yours faithfully", "Catriona Muir, Underwriter")
    return sheet.done()


LETTER = Report(
    "Hollybush insurance letter.pdf",
    "insurance",
    _letter,
    truth(
        issuer="Firth & Lomond Mutual Insurance plc",
        subject="Hollybush Legal Software Ltd",
        period_start=day(2026, 4, 1, "1 April 2026"),
        period_end=day(2027, 3, 31, "31 March 2027"),
        issued=Planted("2026-04-09", "9 April 2026", optional=True),
        limit=said("GBP 5000000", "£5,000,000", cover="cyber liability"),
        policy_number="FLM/CYB/330981",
    ),
)


def _schedule() -> bytes:
    sheet = Sheet("Policy schedule", "Oderland Versicherung AG   {page}", size=10.5)
    sheet.banner("Certificate of insurance (extract of the policy schedule)", size=15)
    leaders(
        sheet,
        ("Insurer", "Oderland Versicherung AG"),
        ("Insured", "Lindenhof Personalsoftware GmbH"),
        ("Policy number", "OV-770.12.4481"),
        ("Beginning of cover", "01.01.2026"),
        ("End of cover", "01.01.2027"),
    )
    sheet.grid(
        (
            ("Section", "Sum insured"),
            ("Cyber", "EUR 4.000.000"),
            ("Professional indemnity", "EUR 2.000.000"),
        ),
        (90, 76),
    )
    sheet.para("Issued in Frankfurt (Oder) on 18.12.2025.")
    return sheet.done()


SCHEDULE = Report(
    "Lindenhof Versicherung 2026 EN.pdf",
    "insurance",
    _schedule,
    truth(
        issuer="Oderland Versicherung AG",
        subject="Lindenhof Personalsoftware GmbH",
        period_start=day(2026, 1, 1, "01.01.2026"),
        period_end=day(2027, 1, 1, "01.01.2027"),
        issued=Planted("2025-12-18", "18.12.2025", optional=True),
        limit=(
            said("EUR 4000000", "EUR 4.000.000", cover="cyber"),
            said("EUR 2000000", "EUR 2.000.000", cover="professional indemnity"),
        ),
        policy_number="OV-770.12.4481",
    ),
)


def _declared() -> bytes:
    sheet = Sheet("", "Evidence of insurance for Basalt Object Storage, Inc.", size=11)
    sheet.banner("Evidence of Insurance", size=20)
    beside(
        sheet,
        ("Named insured", "Basalt Object Storage, Inc."),
        ("Carrier", "Tidewater Fidelity Insurance Company"),
        ("Policy no.", "TFI 0098-22-17"),
        ("Policy period", "October 15, 2025 to October 15, 2026"),
        ("Coverage", "Cyber and privacy liability"),
        ("Limit", "US$ 15 million each claim and in the aggregate"),
        ("Retention", "US$ 250,000 each claim"),
    )
    sheet.para("Provided by Larkin Bell Brokerage on October 20, 2025 at the request of the insured.")
    return sheet.done()


DECLARED = Report(
    "Basalt EOI.pdf",
    "insurance",
    _declared,
    truth(
        issuer="Tidewater Fidelity Insurance Company",
        subject="Basalt Object Storage, Inc.",
        period_start=day(2025, 10, 15, "October 15, 2025"),
        period_end=day(2026, 10, 15, "October 15, 2026"),
        issued=Planted("2025-10-20", "October 20, 2025", optional=True),
        limit=Planted(
            "USD 15000000", "US$ 15 million", {"cover": "cyber and privacy liability | cyber and privacy | cyber"}
        ),
        policy_number="TFI 0098-22-17",
    ),
)

REPORTS = (FORM, LETTER, SCHEDULE, DECLARED)
