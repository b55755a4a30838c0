"""Policies, agreements, insurance and bridge letters as other houses word and lay them out."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, named, perhaps, said, truth


def _policy() -> bytes:
    sheet = Sheet("", "Copperbeech Software Ltd | Uncontrolled when printed | {page}", size=10)
    sheet.banner("Information Classification Policy", size=18)
    sheet.grid(
        (
            ("Document reference", "ISP-011"),
            ("Issue", "2.4"),
            ("Document owner", "Head of Information Security"),
            ("Approved by", "Security Steering Committee"),
            ("Date of approval", "14 October 2025"),
            ("Next review due", "14 October 2026"),
        ),
        (50, 110),
        header=False,
    )
    sheet.para("1. Purpose. This policy says how information at Copperbeech Software Ltd is classified.")
    return sheet.done()


POLICY = Report(
    "ISP-011 classification.pdf",
    "policy",
    _policy,
    truth(
        issuer=perhaps("Copperbeech Software Ltd"),
        subject="Copperbeech Software Ltd",
        issued=day(2025, 10, 14, "14 October 2025"),
        expires=day(2026, 10, 14, "14 October 2026"),
        owner="Head of Information Security",
        version="2.4",
        approved_by="Security Steering Committee",
    ),
)


def _revisions() -> bytes:
    sheet = Sheet("Vendor Management Standard", "Plumcote Holdings, Inc.  {page}", size=10)
    sheet.lines("Plumcote Holdings, Inc.", style="B", size=13)
    sheet.lines("VENDOR MANAGEMENT STANDARD", size=16)
    sheet.para("This standard is maintained by the Director of Third Party Risk and is reviewed at least annually.")
    sheet.heading("Revision history")
    sheet.grid(
        (
            ("Version", "Date", "Description", "Approved by"),
            ("1.0", "02/12/2024", "Initial release", "Chief Risk Officer"),
            ("1.1", "02/18/2025", "Annual review", "Chief Risk Officer"),
            ("2.0", "02/20/2026", "Tiering added", "Risk Committee"),
        ),
        (20, 30, 60, 50),
    )
    sheet.lines("Next scheduled review: 02/20/2027")
    return sheet.done()


REVISIONS = Report(
    "plumcote-vms.pdf",
    "policy",
    _revisions,
    truth(
        issuer=perhaps("Plumcote Holdings, Inc."),
        subject="Plumcote Holdings, Inc.",
        issued=day(2026, 2, 20, "02/20/2026"),
        expires=day(2027, 2, 20, "02/20/2027"),
        owner="Director of Third Party Risk",
        version="2.0",
        approved_by="Risk Committee",
    ),
)


def _dpa() -> bytes:
    sheet = Sheet("", "DPA Wrenfield / Sable Point   {page}", size=10)
    sheet.banner("DATA PROCESSING AGREEMENT", size=16)
    sheet.paras("""This Data Processing Agreement (the "Agreement") is entered into on 3 March 2026 (the "Effective
    Date") between:

    Wrenfield Schools Trust, a company registered in England with its registered office at 5 Abbey Close, Wells (the
    "Controller"), and

    Sable Point Learning Ltd, whose registered office is at 80 Quay Street, Hull (the "Processor").

    1. Personal data breach. The Processor shall notify the Controller without undue delay and no later than forty-eight
    (48) hours after
    becoming aware of a Personal Data Breach.

    2. International transfers. Restricted transfers are governed by the EU Standard Contractual Clauses (Module Two) and
    the UK
    International Data Transfer Addendum, which are incorporated by reference.

    3. Term. This Agreement expires on 2 March 2028.""")
    sheet.heading("Schedule 3: Authorised sub-processors")
    sheet.grid(
        (
            ("Sub-processor", "Processing activity", "Country of processing"),
            ("Bluefin Cloud Ireland Limited", "Infrastructure hosting", "Ireland"),
            ("Parcelform GmbH", "Transactional e-mail", "Germany"),
        ),
        (60, 60, 40),
    )
    return sheet.done()


DPA = Report(
    "Wrenfield-Sable DPA.pdf",
    "agreement",
    _dpa,
    truth(
        issued=day(2026, 3, 3, "3 March 2026"),
        expires=day(2028, 3, 2, "2 March 2028"),
        subject="Sable Point Learning Ltd",
        party=(
            named("Wrenfield Schools Trust", role="controller"),
            named("Sable Point Learning Ltd", role="processor"),
        ),
        subprocessor=(
            named("Bluefin Cloud Ireland Limited", service="Infrastructure hosting", location="Ireland"),
            named("Parcelform GmbH", service="Transactional e-mail", location="Germany"),
        ),
        notification_time=said("48 hours", "forty-eight (48) hours"),
        transfer=Planted("standard contractual clauses", "Standard Contractual Clauses"),
    ),
)


def _acord() -> bytes:
    sheet = Sheet("", "ACORD 25 (2016/03)   The ACORD name and logo are registered marks of ACORD", size=8.5)
    sheet.lines("CERTIFICATE OF LIABILITY INSURANCE    DATE (MM/DD/YYYY) 01/09/2026", style="B", size=11)
    sheet.para("""THIS CERTIFICATE IS ISSUED AS A MATTER OF INFORMATION ONLY AND CONFERS NO RIGHTS UPON THE CERTIFICATE
    HOLDER. THIS
    CERTIFICATE DOES NOT CONSTITUTE A CONTRACT BETWEEN THE ISSUING INSURER(S), AUTHORIZED REPRESENTATIVE OR PRODUCER.""")
    sheet.grid(
        (
            ("PRODUCER Cobbold & Marsh Insurance Services, Inc.", "CONTACT NAME: Ivy Strand"),
            ("200 Pine Street, Tampa, FL 33602", "INSURER(S) AFFORDING COVERAGE NAIC #"),
            ("INSURED", "INSURER A: Palmetto Casualty Insurance Company 21458"),
            ("Greylag Systems, Inc.", "INSURER B:"),
            ("19 Beacon Way, Tampa, FL 33605", "INSURER C:"),
        ),
        (90, 76),
        header=False,
        size=8,
    )
    sheet.grid(
        (
            ("INSR LTR", "TYPE OF INSURANCE", "POLICY NUMBER", "POLICY EFF", "POLICY EXP", "LIMITS"),
            (
                "A",
                "COMMERCIAL GENERAL LIABILITY",
                "PCG 4410982",
                "01/01/2026",
                "01/01/2027",
                "EACH OCCURRENCE $1,000,000",
            ),
            ("A", "CYBER LIABILITY", "PCY 2201733", "01/01/2026", "01/01/2027", "EACH CLAIM $3,000,000"),
        ),
        (10, 40, 30, 24, 24, 40),
        size=7,
    )
    sheet.lines("CERTIFICATE HOLDER", "Wrenfield Schools Trust, Wells")
    return sheet.done()


ACORD = Report(
    "COI Greylag 2026.pdf",
    "insurance",
    _acord,
    truth(
        issuer="Palmetto Casualty Insurance Company",
        subject="Greylag Systems, Inc.",
        period_start=day(2026, 1, 1, "01/01/2026"),
        period_end=day(2027, 1, 1, "01/01/2027"),
        issued=perhaps("2026-01-09", "01/09/2026"),
        limit=(
            said("USD 1000000", "$1,000,000", cover="commercial general liability"),
            said("USD 3000000", "$3,000,000", cover="cyber liability"),
        ),
        policy_number=("PCG 4410982", "PCY 2201733"),
    ),
)


def _evidence() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.banner("Evidence of Insurance", size=18)
    sheet.pairs(
        ("Insured", "Fernhill Telemetry Ltd"),
        ("Class of business", "Technology liability and cyber"),
        ("Policy no.", "TEC/2026/004417"),
        ("Underwriter", "Severnside Underwriting Limited"),
        ("Inception date", "1 May 2026"),
        ("Expiry date", "30 April 2027"),
        ("Limit of indemnity", "GBP 5,000,000 any one claim and in the aggregate"),
        ("Excess", "GBP 25,000 each and every claim"),
    )
    sheet.lines("Issued on 28 April 2026")
    return sheet.done()


EVIDENCE = Report(
    "fernhill EOI.pdf",
    "insurance",
    _evidence,
    truth(
        issuer="Severnside Underwriting Limited",
        subject="Fernhill Telemetry Ltd",
        period_start=day(2026, 5, 1, "1 May 2026"),
        period_end=day(2027, 4, 30, "30 April 2027"),
        issued=perhaps("2026-04-28", "28 April 2026"),
        limit=said("GBP 5000000", "GBP 5,000,000", cover="technology liability and cyber"),
        policy_number="TEC/2026/004417",
    ),
)


def _bridge() -> bytes:
    sheet = Sheet(size=11)
    sheet.lines("Rushmere Payments, Inc.", style="B", size=13)
    sheet.lines("January 20, 2026", "RE: SOC 1 Type 2 and SOC 2 Type 2 Gap Letter")
    sheet.paras("""To Our Valued Customers:

    Rushmere Payments, Inc. obtained SOC 1 Type 2 and SOC 2 Type 2 reports for the period October 1, 2024 through
    September 30, 2025,
    issued by Beckett Arden LLP.

    We confirm that for the period October 1, 2025 through December 31, 2025 there have been no material changes to the
    internal control
    environment, and that management is not aware of any matter that would affect the conclusions reached in the reports.
    Our next reports
    will cover the period ending September 30, 2026.""")
    sheet.lines("Very truly yours,", "Celeste Okafor", "Chief Risk Officer", "Rushmere Payments, Inc.")
    return sheet.done()


BRIDGE = Report(
    "Rushmere gap letter.pdf",
    "bridge_letter",
    _bridge,
    truth(
        issuer="Rushmere Payments, Inc.",
        subject="Rushmere Payments, Inc.",
        issued=day(2026, 1, 20, "January 20, 2026"),
        period_start=day(2025, 10, 1, "October 1, 2025"),
        period_end=day(2025, 12, 31, "December 31, 2025"),
    ),
)

REPORTS = (POLICY, REVISIONS, DPA, ACORD, EVIDENCE, BRIDGE)
