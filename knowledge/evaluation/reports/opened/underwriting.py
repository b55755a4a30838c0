"""Certificates, letters and schedules of insurance."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, said, truth


def _certificate() -> bytes:
    sheet = Sheet("", "Form 25 (2016/03)   Page {page}", size=8.5)
    sheet.lines("CERTIFICATE OF LIABILITY INSURANCE", style="B", size=14)
    sheet.lines("DATE (MM/DD/YYYY) 04/06/2026", align="R")
    sheet.para("""THIS CERTIFICATE IS ISSUED AS A MATTER OF INFORMATION ONLY AND CONFERS NO RIGHTS UPON THE CERTIFICATE
    HOLDER. IF
    SUBROGATION IS WAIVED, CERTAIN POLICIES MAY REQUIRE AN ENDORSEMENT.""")
    sheet.grid(
        (
            (
                "PRODUCER: Bramley Okafor Insurance Agency, 300 Elm St, Hartford, CT",
                "CONTACT: Priya Lund, 860-555-0133",
            ),
            (
                "INSURED: Sundial Robotics, Inc., 88 Foundry Ave, Worcester, MA",
                "INSURER A: Bayonet Point Indemnity Company",
            ),
        ),
        (90, 76),
        header=False,
    )
    sheet.grid(
        (
            ("INSR", "TYPE OF INSURANCE", "POLICY NUMBER", "POLICY EFF", "POLICY EXP", "LIMITS"),
            (
                "A",
                "COMMERCIAL GENERAL LIABILITY",
                "BPI-GL-0042187",
                "04/01/2026",
                "04/01/2027",
                "EACH OCCURRENCE $1,000,000 GENERAL AGGREGATE $2,000,000",
            ),
            ("A", "UMBRELLA LIAB", "BPI-UM-0042188", "04/01/2026", "04/01/2027", "EACH OCCURRENCE $10,000,000"),
            (
                "A",
                "TECHNOLOGY E&O / CYBER",
                "BPI-TC-0042190",
                "04/01/2026",
                "04/01/2027",
                "EACH CLAIM $5,000,000 RETENTION $100,000",
            ),
        ),
        (10, 44, 34, 22, 22, 44),
        size=8,
    )
    sheet.para("DESCRIPTION OF OPERATIONS: RE: Contract 7714 of 02/01/2025. Certificate holder is additional insured.")
    sheet.lines("CERTIFICATE HOLDER", "Umber Freight, Inc., 14 Depot Road, Akron, OH")
    return sheet.done()


CERTIFICATE = Report(
    "Sundial Robotics COI 26-27.pdf",
    "insurance",
    _certificate,
    truth(
        issuer="Bayonet Point Indemnity Company",
        subject="Sundial Robotics, Inc.",
        period_start=day(2026, 4, 1, "04/01/2026"),
        period_end=day(2027, 4, 1, "04/01/2027"),
        issued=Planted("2026-04-06", "04/06/2026", optional=True),
        limit=(
            said("USD 1000000", "$1,000,000", cover="commercial general liability"),
            said("USD 2000000", "$2,000,000", cover="commercial general liability"),
            said("USD 10000000", "$10,000,000", cover="umbrella liab | umbrella | umbrella liability"),
            said("USD 5000000", "$5,000,000", cover="technology e&o / cyber | technology e&o | cyber"),
        ),
        policy_number=("BPI-GL-0042187", "BPI-UM-0042188", "BPI-TC-0042190"),
    ),
)


def _broker() -> bytes:
    sheet = Sheet("", "Thornbury Lyle Insurance Brokers Ltd is authorised and regulated.", face="Times", size=11)
    sheet.lines("Thornbury Lyle Insurance Brokers Ltd", style="B", size=13)
    sheet.lines("6 Guildhall Yard, Exeter", "12 March 2026")
    sheet.lines("To whom it may concern", "Our client: Lapwing Survey Drones Limited", style="B")
    sheet.paras(
        """As insurance brokers to the above we confirm that the following cover is in force at the date of this letter."""
    )
    sheet.pairs(
        ("Insurer", "Saltire & Humber Insurance plc"),
        ("Policy number", "SH/PI/2026/00871"),
        ("Period of insurance", "1 March 2026 to 28 February 2027, both dates inclusive"),
        ("Professional indemnity", "£2,000,000 any one claim; excess £10,000"),
        ("Public liability", "£10,000,000 any one occurrence; excess £500"),
        ("Cyber", "£1,000,000 in the aggregate; excess £5,000"),
    )
    sheet.paras("""The limit for professional indemnity was £1,000,000 until 28 February 2026. Retroactive date: 1 March 2018.

This letter is given for information. We accept no duty to tell you if the cover is changed or ends.

Yours faithfully

Beatrix Nightingale ACII""")
    return sheet.done()


BROKER = Report(
    "TWIMC Lapwing insurances.pdf",
    "insurance",
    _broker,
    truth(
        issuer=Planted("Saltire & Humber Insurance plc"),
        subject="Lapwing Survey Drones Limited",
        period_start=day(2026, 3, 1, "1 March 2026"),
        period_end=day(2027, 2, 28, "28 February 2027"),
        issued=perhaps("2026-03-12", "12 March 2026"),
        limit=(
            said("GBP 2000000", "£2,000,000", cover="professional indemnity"),
            said("GBP 10000000", "£10,000,000", cover="public liability"),
            said("GBP 1000000", "£1,000,000", cover="cyber"),
        ),
        policy_number="SH/PI/2026/00871",
    ),
)


def _declarations() -> bytes:
    sheet = Sheet("DECLARATIONS - CYBER AND PRIVACY POLICY", "Copperhead Mutual Casualty   {page} of {pages}", size=10)
    sheet.banner("Declarations", size=20)
    sheet.lines("NOTICE: THIS IS A CLAIMS MADE AND REPORTED POLICY.")
    sheet.labelled(
        ("Policy No", "CMC-CY-118-26"),
        ("Item 1. Named Insured", "Thimble Patterns, LLC"),
        ("Item 2. Policy Period", "From February 15th, 2026 to February 15th, 2027, 12:01 a.m."),
        ("Item 3. Policy Aggregate Limit of Liability", "$3,000,000"),
        ("Item 4. Retention", "$25,000 each claim; waiting period 8 hours"),
        ("Item 5. Premium", "$18,440"),
        ("Item 6. Retroactive Date", "February 15th, 2021"),
    )
    sheet.heading("Item 7. Sublimits (part of, not in addition to, the Policy Aggregate Limit)", size=11)
    sheet.grid(
        (
            ("Coverage", "Sublimit", "Retention"),
            ("Social engineering fraud", "$250,000", "$50,000"),
            ("Regulatory fines", "$1,000,000", "$25,000"),
        ),
        (76, 45, 45),
    )
    sheet.lines(
        "Issued by Copperhead Mutual Casualty Company", "Countersigned at Tucson, Arizona on February 10th, 2026"
    )
    return sheet.done()


DECLARATIONS = Report(
    "Thimble cyber dec page.pdf",
    "insurance",
    _declarations,
    truth(
        issuer=Planted("Copperhead Mutual Casualty Company", also=("Copperhead Mutual Casualty",)),
        subject="Thimble Patterns, LLC",
        period_start=day(2026, 2, 15, "February 15th, 2026"),
        period_end=day(2027, 2, 15, "February 15th, 2027"),
        issued=perhaps("2026-02-10", "February 10th, 2026"),
        limit=(
            said("USD 3000000", "$3,000,000", cover="cyber and privacy | cyber and privacy policy | cyber"),
            Planted("USD 250000", "$250,000", {"cover": "*"}, optional=True),
            Planted("USD 1000000", "$1,000,000", {"cover": "*"}, optional=True),
        ),
        policy_number="CMC-CY-118-26",
    ),
)


def _confirmation() -> bytes:
    sheet = Sheet("", "Nordseewall Versicherung a.G., Deichstr. 1, Husum", size=10.5)
    sheet.lines("Nordseewall Versicherung a.G.", style="B", size=13)
    sheet.lines("Confirmation of cover")
    sheet.paras("""To Tideland Booking GmbH, for submission to its clients

We confirm that there is an IT liability insurance with us for Tideland Booking GmbH under contract number NW 77-3310-2. The sum
insured is EUR 5 million for each claim for damage to property and financial loss, limited to twice that sum a year. Our
customer
bears EUR 2,500 of each claim.

The current insurance year runs from 01.07.2026 to 30.06.2027. The contract has existed since 01.07.2015.

Husum, 19.06.2026""")
    sheet.lines("p.p. Momme Petersen")
    return sheet.done()


CONFIRMATION = Report(
    "Tideland Deckungsbestaetigung.pdf",
    "insurance",
    _confirmation,
    truth(
        issuer="Nordseewall Versicherung a.G.",
        subject="Tideland Booking GmbH",
        period_start=day(2026, 7, 1, "01.07.2026"),
        period_end=day(2027, 6, 30, "30.06.2027"),
        issued=perhaps("2026-06-19", "19.06.2026"),
        limit=said("EUR 5000000", "EUR 5 million", cover="IT liability | IT liability insurance"),
        policy_number="NW 77-3310-2",
    ),
)


def _currency() -> bytes:
    sheet = Sheet("Certificate of Currency", "", size=11)
    sheet.banner("CERTIFICATE OF CURRENCY", size=20)
    sheet.stacked(
        ("THE INSURED", "Banksia Telehealth Pty Ltd"),
        ("INSURER", "Murchison General Insurance Limited"),
        ("POLICY NUMBER", "MG-CYB 2026 4471"),
        ("CLASS", "Cyber and medical malpractice combined"),
        ("PERIOD", "4.00 pm 30 June 2026 to 4.00 pm 30 June 2027"),
    )
    sheet.grid(
        (
            ("Section", "Sum insured", "Deductible"),
            ("Cyber event", "AUD 10,000,000", "AUD 50,000"),
            ("Medical malpractice", "AUD 20,000,000", "AUD 25,000"),
            ("Theft of funds", "Not insured", "-"),
        ),
        (70, 56, 40),
    )
    sheet.para("Date of issue: 2 July 2026. Interested party: Fathomline Telemetry Pty Ltd.")
    return sheet.done()


CURRENCY = Report(
    "Banksia CoC.pdf",
    "insurance",
    _currency,
    truth(
        issuer="Murchison General Insurance Limited",
        subject="Banksia Telehealth Pty Ltd",
        period_start=day(2026, 6, 30, "30 June 2026"),
        period_end=day(2027, 6, 30, "30 June 2027"),
        issued=perhaps("2026-07-02", "2 July 2026"),
        limit=(
            said("AUD 10000000", "AUD 10,000,000", cover="cyber event | cyber"),
            said("AUD 20000000", "AUD 20,000,000", cover="medical malpractice"),
        ),
        policy_number="MG-CYB 2026 4471",
    ),
)

REPORTS = (CERTIFICATE, BROKER, DECLARATIONS, CONFIRMATION, CURRENCY)
