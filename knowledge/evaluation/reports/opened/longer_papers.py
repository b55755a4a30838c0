"""Longer agreements, policies, letters and layered insurance."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, named, perhaps, said, truth


def _annexed() -> bytes:
    sheet = Sheet("DATA PROCESSING AGREEMENT", "Umbra Recruiting Oy - DPA - {page} ({pages})", size=10.5)
    sheet.lines("Data Processing Agreement (DPA)", style="B", size=16)
    sheet.grid(
        (
            ("", "Name", "Address", "Contact"),
            ("Controller", "Pohjola Paper Mills Oyj", "Satamatie 1, Kotka", "tietosuoja@pohjola.example"),
            ("Processor", "Umbra Recruiting Oy", "Yliopistonkatu 8, Turku", "privacy@umbra.example"),
        ),
        (24, 50, 46, 46),
    )
    sheet.para("""1. Background. The parties concluded a service agreement on 1 October 2021 and a first DPA on the same day.
    This DPA
    replaces the first DPA as of 1 March 2026 and remains in force for as long as the service agreement does.""")
    sheet.para("""2. Instructions. The Processor processes personal data only as set out in Annex A.""")
    sheet.para("""3. Breaches. The Processor reports a personal data breach to the Controller within 48 hours. The first DPA
    had allowed 72
    hours. The report says what happened, whom it concerns and what was done.""")
    sheet.para("""4. Transfers. Personal data are stored in the EU. Support from the United Kingdom rests on the adequacy
    decision of the
    European Commission of 28 June 2021, as renewed.""")
    sheet.para(
        """5. Audits. The Controller may have the Processor audited by a third party, at its own cost, once a year."""
    )
    sheet.lines("Kotka, 12 February 2026", "Turku, 16 February 2026")
    sheet.leaf()
    sheet.heading("Annex A: Processing")
    sheet.pairs(
        ("Purpose", "Recruitment of staff"),
        ("Data subjects", "Applicants and referees"),
        ("Kept for", "24 months after the decision"),
    )
    sheet.heading("Annex B: Sub-processors on 1 March 2026")
    for name, what, where in (
        ("Hakaniemi Cloud Oy", "Servers and storage", "Finland"),
        ("Ledbury Support Ltd", "Second line support", "United Kingdom"),
        ("Kirjekyyhky AB", "Text messages to applicants", "Sweden"),
    ):
        sheet.labelled(("Company", name), ("Task", what), ("Location", where))
    return sheet.done()


ANNEXED = Report(
    "Umbra DPA 2026 with annexes.pdf",
    "agreement",
    _annexed,
    truth(
        issued=Planted("2026-03-01", "1 March 2026", also=("2026-02-16",)),
        subject="Umbra Recruiting Oy",
        party=(named("Pohjola Paper Mills Oyj", role="controller"), named("Umbra Recruiting Oy", role="processor")),
        subprocessor=(
            named("Hakaniemi Cloud Oy", service="Servers and storage", location="Finland"),
            named("Ledbury Support Ltd", service="Second line support", location="United Kingdom"),
            named("Kirjekyyhky AB", service="Text messages to applicants", location="Sweden"),
        ),
        notification_time="48 hours",
        transfer="adequacy decision",
    ),
)


def _continuity_policy() -> bytes:
    sheet = Sheet(
        "Business Continuity Policy      Version 6.0",
        "Verdigris Water Billing plc      Page {page} of {pages}",
        size=10.5,
    )
    sheet.banner("Business Continuity Policy", size=20)
    sheet.lines("Verdigris Water Billing plc", size=13)
    sheet.pairs(
        ("Version", "6.0"),
        ("Status", "Approved"),
        ("Date approved", "19 May 2026"),
        ("Approving body", "Risk and Resilience Committee"),
        ("Policy owner", "Director of Operations"),
        ("Author", "Gwendolyn Tate"),
        ("Date of next review", "19 May 2027"),
        borders=True,
    )
    sheet.heading("1 Why we have this policy")
    sheet.para("Customers must be able to pay, and to report a leak, whatever happens to our offices or systems.")
    sheet.heading("2 Rules")
    sheet.items(
        "Each service has a recovery time objective. For billing it is 24 hours, for the leak line 1 hour.",
        "Plans are tested once a year. The last test took place on 3 February 2026.",
        "Suppliers of critical services show us the results of their own tests.",
        mark="2.{n}",
    )
    sheet.leaf()
    sheet.heading("3 Roles")
    sheet.grid(
        (
            ("Role", "Duty"),
            ("Board", "Sets the appetite for risk"),
            ("Chief Executive", "Declares a crisis"),
            ("Head of Facilities", "Keeps the fallback office in Taunton ready"),
        ),
        (60, 106),
    )
    sheet.leaf()
    sheet.heading("4 History of this document")
    sheet.grid(
        (
            ("Version", "Approved on", "Approved by", "Change"),
            ("4.0", "22 May 2024", "Board", "Rewritten after the flood"),
            ("5.0", "20 May 2025", "Risk and Resilience Committee", "Fallback office moved to Taunton"),
            ("6.0", "19 May 2026", "Risk and Resilience Committee", "Yearly review"),
        ),
        (20, 36, 60, 50),
    )
    return sheet.done()


CONTINUITY = Report(
    "Verdigris BC policy v6.pdf",
    "policy",
    _continuity_policy,
    truth(
        issuer=perhaps("Verdigris Water Billing plc"),
        subject="Verdigris Water Billing plc",
        issued=day(2026, 5, 19, "19 May 2026"),
        expires=day(2027, 5, 19, "19 May 2027"),
        owner="Director of Operations",
        version="6.0",
        approved_by="Risk and Resilience Committee",
    ),
)


def _layers() -> bytes:
    sheet = Sheet("", "Northgate Pell Brokerage, Inc. | {page}", size=10)
    sheet.lines("NORTHGATE PELL BROKERAGE, INC.", style="B", size=13)
    sheet.lines("Evidence of cyber liability insurance", "Date: 07/10/2026")
    sheet.labelled(("Named insured", "Calico Freight Exchange, Inc."), ("Certificate holder", "Sundial Robotics, Inc."))
    sheet.labelled(("Policy period (all layers)", "07/01/2026 to 07/01/2027"))
    sheet.grid(
        (
            ("Layer", "Insurer", "Policy number", "Limit", "Attachment / retention"),
            ("Primary cyber", "Bayonet Point Indemnity Company", "BPI-CY-0051", "$5,000,000", "$150,000 retention"),
            ("Excess cyber", "Granary Specialty Insurance Company", "GSX-77120", "$10,000,000", "excess of $5,000,000"),
        ),
        (26, 46, 30, 28, 36),
    )
    sheet.para("""Northgate Pell Brokerage, Inc. is not an insurer. Until 07/01/2026 the primary layer was with Copperhead
    Mutual Casualty
    Company under policy CMC-CY-090-25.""")
    return sheet.done()


LAYERS = Report(
    "Calico tower evidence.pdf",
    "insurance",
    _layers,
    truth(
        issuer=Planted("Bayonet Point Indemnity Company", also=("Granary Specialty Insurance Company",), optional=True),
        subject="Calico Freight Exchange, Inc.",
        period_start=day(2026, 7, 1, "07/01/2026"),
        period_end=day(2027, 7, 1, "07/01/2027"),
        issued=perhaps("2026-07-10", "07/10/2026"),
        limit=(
            said("USD 5000000", "$5,000,000", cover="primary cyber | cyber | cyber liability"),
            said("USD 10000000", "$10,000,000", cover="excess cyber | cyber | cyber liability"),
        ),
        policy_number=("BPI-CY-0051", "GSX-77120"),
    ),
)


def _two_reports() -> bytes:
    sheet = Sheet("", "Cormorant Ledger Services LLC", face="Times", size=11.5)
    sheet.lines("Cormorant Ledger Services LLC", style="B", size=14)
    sheet.lines("Office of the Chief Compliance Officer", "April 14, 2026")
    sheet.lines("SOC 1 and SOC 2 Bridge Letter", style="B")
    sheet.grid(
        (
            ("Report", "Auditor", "Period of the report"),
            ("SOC 1 Type 2", "Yellowwood & Pryce LLP", "January 1, 2025 - December 31, 2025"),
            ("SOC 2 Type 2", "Yellowwood & Pryce LLP", "January 1, 2025 - December 31, 2025"),
        ),
        (36, 56, 74),
    )
    sheet.paras("""Cormorant Ledger Services LLC confirms, for the months since then (January 1, 2026 through March 31,
2026), that there has
been no material change to the controls described in these reports, with one exception: on February 9, 2026 we replaced the
ticketing system. The change was tested and did not alter a control objective.

We know of no deficiency that would lead to a qualified opinion.

This letter is meant for user entities and their auditors and speaks as of its date.""")
    sheet.lines("Hollis Wainwright", "Chief Compliance Officer")
    return sheet.done()


TWO_REPORTS = Report(
    "Cormorant BL Q1.pdf",
    "bridge_letter",
    _two_reports,
    truth(
        issuer="Cormorant Ledger Services LLC",
        subject="Cormorant Ledger Services LLC",
        period_start=day(2026, 1, 1, "January 1, 2026"),
        period_end=day(2026, 3, 31, "March 31, 2026"),
        issued=day(2026, 4, 14, "April 14, 2026"),
    ),
)


def _standing_offer() -> bytes:
    sheet = Sheet("HIPAA attestation letter", "Sycamore Kiosk Systems Corp.   page {page}", size=10.5)
    sheet.stacked(
        ("Prepared by", "Fenwick Health Compliance Group, LLC"),
        ("Prepared for", "Sycamore Kiosk Systems Corp."),
        ("Date of issue", "2026-03-12"),
        ("Date of assessment", "2026-02-27"),
        ("Products assessed", "Check-in kiosk and waiting room display"),
    )
    sheet.para("""Fenwick Health Compliance Group, LLC assessed the safeguards of Sycamore Kiosk Systems Corp. against 45 CFR
    Part 164,
    Subparts C and E. We found them reasonable and appropriate. No gaps of high risk were noted. Three recommendations made
    in the
    assessment of 2025-02-21 had been carried out.""")
    sheet.para("""Sycamore Kiosk Systems Corp. acts as a business associate and executes a business associate agreement with
    each covered
    entity before a kiosk is installed. The letter is to be renewed by 2027-03-12.""")
    return sheet.done()


STANDING = Report(
    "Sycamore HIPAA attestation.pdf",
    "hipaa_statement",
    _standing_offer,
    truth(
        issuer="Fenwick Health Compliance Group, LLC",
        subject="Sycamore Kiosk Systems Corp.",
        issued=day(2026, 3, 12, "2026-03-12"),
        period_end=day(2026, 2, 27, "2026-02-27"),
        scope="Check-in kiosk and waiting room display",
        assessor=perhaps("Fenwick Health Compliance Group, LLC"),
        baa=Planted("signed", "executes a business associate agreement with each covered entity", also=("offered",)),
    ),
)

REPORTS = (ANNEXED, CONTINUITY, LAYERS, TWO_REPORTS, STANDING)
