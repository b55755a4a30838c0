"""Certificates of insurance."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, OR, Planted, Report, day, said, truth

_TOP = """THIS CERTIFICATE IS ISSUED AS A MATTER OF INFORMATION ONLY. IF THE CERTIFICATE HOLDER IS AN ADDITIONAL INSURED, THE
POLICY(IES) MUST HAVE ADDITIONAL INSURED PROVISIONS OR BE ENDORSED."""


def _many_lines() -> bytes:
    sheet = Sheet("", "FORM 25 (2016/03)    The marks and logo are registered", size=9)
    sheet.grid((("CERTIFICATE OF LIABILITY INSURANCE", "DATE (MM/DD/YYYY) 04/06/2026"),), (116, 50), header=False)
    sheet.para(_TOP)
    sheet.grid(
        (
            ("PRODUCER", "CONTACT NAME: Service Desk"),
            ("Ouachita Risk Partners, 100 Main St, Monroe LA", "PHONE: 318-555-0142"),
            ("INSURED", "INSURER(S) AFFORDING COVERAGE"),
            ("Pelican Bayou Software LLC, 8 Levee Rd, Baton Rouge LA", "INSURER A : Sabine Mutual Insurance Company"),
        ),
        (83, 83),
        header=False,
        size=8,
    )
    sheet.lines("COVERAGES    CERTIFICATE NUMBER: 26-1    REVISION NUMBER:", size=8)
    sheet.grid(
        (
            ("INSR LTR", "TYPE OF INSURANCE", "POLICY NUMBER", "POLICY EFF", "POLICY EXP", "LIMITS"),
            (
                "A",
                "COMMERCIAL GENERAL LIABILITY",
                "SMI 4400817",
                "04/01/2026",
                "04/01/2027",
                "EACH OCCURRENCE $ 1,000,000",
            ),
            ("A", "UMBRELLA LIAB", "SMI 4400818", "04/01/2026", "04/01/2027", "EACH OCCURRENCE $ 5,000,000"),
            ("A", "CYBER LIABILITY", "SMI 4400820", "04/01/2026", "04/01/2027", "AGGREGATE $ 3,000,000"),
        ),
        (12, 42, 28, 24, 24, 36),
        size=7.5,
    )
    sheet.para("DESCRIPTION OF OPERATIONS / LOCATIONS / VEHICLES: Subject to policy terms and conditions.")
    sheet.grid(
        (
            ("CERTIFICATE HOLDER", "CANCELLATION"),
            ("Magnolia State Teachers Fund", "Notice will be delivered in accordance with the policy provisions."),
        ),
        (83, 83),
        size=8,
    )
    return sheet.done()


MANY_LINES = Report(
    "Pelican COI 04-2026.pdf",
    "insurance",
    _many_lines,
    truth(
        issuer="Sabine Mutual Insurance Company",
        subject="Pelican Bayou Software LLC",
        period_start=day(2026, 4, 1, "04/01/2026"),
        period_end=day(2027, 4, 1, "04/01/2027"),
        issued=Planted("2026-04-06", "04/06/2026", optional=True),
        limit=(
            said(
                "USD 1000000",
                "$ 1,000,000",
                cover=OR.join(("commercial general liability", "general liability")),
            ),
            said("USD 5000000", "$ 5,000,000", cover=OR.join(("umbrella liab", "umbrella liability", "umbrella"))),
            said("USD 3000000", "$ 3,000,000", cover="cyber liability | cyber"),
        ),
        policy_number=("SMI 4400817", "SMI 4400818", "SMI 4400820"),
    ),
)


def _to_whom() -> bytes:
    sheet = Sheet("", "Brandywell Specialty is a trading name of Brandywell Insurance plc", face="Times", size=11)
    sheet.lines("Brandywell Insurance plc", size=15, style="B")
    sheet.lines("EVIDENCE OF INSURANCE", style="B")
    sheet.lines("22 June 2026")
    sheet.para("To whom it may concern")
    sheet.para("""At the request of our insured, Fernhill Translation Services Limited, we confirm that the following insurance is
    in force:""")
    sheet.pairs(
        ("Class", "Professional indemnity including cyber"),
        ("Policy no.", "BWS/PI/0091452"),
        ("Period", "1 July 2026 to 30 June 2027, both days inclusive"),
        ("Limit of indemnity", "£2,000,000 any one claim"),
        ("Excess", "£10,000 each and every claim"),
        width=45,
    )
    sheet.para("""This letter is for information only. It is not an insurance contract, and we are under no duty to tell the
    reader of later changes. The expiring policy ended on 30 June 2026.""")
    return sheet.done()


TO_WHOM = Report(
    "Fernhill PI evidence.pdf",
    "insurance",
    _to_whom,
    truth(
        issuer="Brandywell Insurance plc",
        subject="Fernhill Translation Services Limited",
        period_start=day(2026, 7, 1, "1 July 2026"),
        period_end=day(2027, 6, 30, "30 June 2027"),
        issued=Planted("2026-06-22", "22 June 2026", optional=True),
        limit=said(
            "GBP 2000000",
            "£2,000,000",
            cover=OR.join(
                ("Professional indemnity including cyber", "professional indemnity", "professional indemnity, cyber")
            ),
        ),
        policy_number="BWS/PI/0091452",
    ),
)


def _swiss() -> bytes:
    sheet = Sheet(size=10)
    sheet.banner("Confirmation of cover", size=17)
    sheet.stacked(
        ("Policyholder", "Aarefall Genossenschaft für Zahlungen"),
        ("Insurer", "Säntis Versicherung AG, St. Gallen"),
        ("Policy", "71-220-094"),
        ("Line", "Cyber insurance"),
        ("Sum insured", "EUR 10'000'000 per year"),
        ("Insured from", "01.01.2026"),
        ("Insured until", "31.12.2026"),
    )
    sheet.para("Sublimit for ransom payments: EUR 250'000. Deductible: EUR 50'000 per event.")
    sheet.lines("St. Gallen, 12.01.2026", "Säntis Versicherung AG")
    return sheet.done()


SWISS = Report(
    "Deckungsbestaetigung_cyber_en.pdf",
    "insurance",
    _swiss,
    truth(
        issuer="Säntis Versicherung AG",
        subject="Aarefall Genossenschaft für Zahlungen",
        period_start=day(2026, 1, 1, "01.01.2026"),
        period_end=day(2026, 12, 31, "31.12.2026"),
        issued=Planted("2026-01-12", "12.01.2026", optional=True),
        limit=(
            said("EUR 10000000", "EUR 10'000'000", cover="Cyber insurance | cyber | cyber liability"),
            Planted(
                "EUR 250000",
                "EUR 250'000",
                {"cover": ANY},
                optional=True,
            ),
        ),
        policy_number="71-220-094",
    ),
)


def _declarations() -> bytes:
    sheet = Sheet("Roanoke Excess & Surplus Insurance Company", "DECLARATIONS  {page}", size=10)
    sheet.banner("TECHNOLOGY ERRORS & OMISSIONS AND CYBER POLICY", size=14)
    sheet.lines("DECLARATIONS", style="B")
    sheet.labelled(
        ("Item 1. Named Insured", "Longspur Scheduling Corp."),
        ("Item 2. Policy Number", "TES-TEC-558120-01"),
        ("Item 3. Policy Period", "From September 30, 2025 to September 30, 2026, 12:01 a.m. local time"),
        ("Item 4. Aggregate Limit of Liability", "$5,000,000"),
        ("Item 5. Retention", "$25,000 each claim"),
        ("Item 6. Premium", "$41,350"),
        ("Item 7. Retroactive Date", "September 30, 2019"),
    )
    sheet.para("""In witness whereof, Roanoke Excess & Surplus Insurance Company has caused this policy to be signed by its
    officers.""")
    sheet.para("THIS IS A CLAIMS MADE AND REPORTED POLICY. PLEASE READ IT CAREFULLY.")
    return sheet.done()


DECLARATIONS = Report(
    "Longspur dec page.pdf",
    "insurance",
    _declarations,
    truth(
        issuer="Roanoke Excess & Surplus Insurance Company",
        subject="Longspur Scheduling Corp.",
        period_start=day(2025, 9, 30, "September 30, 2025"),
        period_end=day(2026, 9, 30, "September 30, 2026"),
        limit=said("USD 5000000", "$5,000,000", cover=ANY),
        policy_number="TES-TEC-558120-01",
    ),
)

REPORTS = (MANY_LINES, TO_WHOM, SWISS, DECLARATIONS)
