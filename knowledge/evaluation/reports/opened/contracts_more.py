"""Opened: kept apart until rules had been measured on it once. Further agreements, and documents that are no evidence."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, named, said, truth


def _british() -> bytes:
    sheet = Sheet("", "Page {page}", size=10)
    sheet.banner("DATA PROCESSING AGREEMENT", size=15, align="C")
    sheet.para("Effective date: 1 February 2026")
    sheet.paras("""Parties

(1) Hartwell County Council, incorporated in England, whose office is at Civic Square, Hartwell (Controller)

(2) Nimbus Nine Ltd, registered in England with number 09912345 (Processor)

7 Personal data breaches. The Processor shall notify the Controller without undue delay and, where feasible, not later than
48 hours after having become aware of a personal data breach.

9 International transfers. The Processor shall not transfer personal data outside the United Kingdom unless the transfer is
covered by UK adequacy regulations or the standard contractual clauses with the UK addendum are in place.

12 Termination. This agreement expires on 31 January 2028.""")
    sheet.heading("Schedule 1: authorised sub-processors", size=11)
    sheet.grid(
        (
            ("Sub-processor name", "Registered country", "Processing activity"),
            ("Vireo Cloud Services", "United States", "Hosting of the feed"),
            ("Postwolke Ltd", "Ireland", "Sending alerts by e-mail"),
        ),
        (56, 46, 64),
    )
    return sheet.done()


BRITISH = Report(
    "Hartwell_N9_DPA.pdf",
    "agreement",
    _british,
    truth(
        issued=day(2026, 2, 1, "1 February 2026"),
        expires=day(2028, 1, 31, "31 January 2028"),
        subject="Nimbus Nine Ltd",
        party=(
            named("Hartwell County Council", role="controller"),
            named("Nimbus Nine Ltd", role="processor"),
        ),
        subprocessor=(
            named("Vireo Cloud Services", service="Hosting of the feed | Hosting", location="United States"),
            named("Postwolke Ltd", service="Sending alerts by e-mail", location="Ireland"),
        ),
        notification_time="48 hours",
        transfer=Planted("standard contractual clauses", also=("adequacy decision",)),
    ),
)


def _online() -> bytes:
    sheet = Sheet("CoralReef Media, Inc.", "Data Processing Addendum v6", face="Times", size=10.5)
    sheet.banner("Data Processing Addendum", size=18)
    sheet.para("Version: 6. Last modified: January 19, 2026", "I")
    sheet.paras("""This Data Processing Addendum supplements the terms between CoralReef Media, Inc. (“CoralReef”) and Advertiser.
CoralReef acts as a processor on behalf of Advertiser, who is the controller.

Security incidents: CoralReef will notify Advertiser without undue delay upon becoming aware of a Security Incident.

Cross-border transfers: CoralReef participates in and certifies compliance with the Data Privacy Framework.

Subprocessors: Vireo Cloud Services (USA; hosting); Hopscotch Identity Corp. (USA; sign-in); Deepwell Logs GmbH (Germany;
logs).""")
    return sheet.done()


ONLINE = Report(
    "CoralReef DPA v6.pdf",
    "agreement",
    _online,
    truth(
        issued=day(2026, 1, 19, "January 19, 2026"),
        subject="CoralReef Media, Inc.",
        party=(
            named("CoralReef Media, Inc.", role="processor"),
            Planted("Advertiser", parts={"role": "controller"}, optional=True),
        ),
        subprocessor=(
            named("Vireo Cloud Services", service="hosting", location="USA"),
            named("Hopscotch Identity Corp.", service="sign-in", location="USA"),
            named("Deepwell Logs GmbH", service="logs", location="Germany"),
        ),
        notification_time=said("without undue delay", "without undue delay"),
        transfer="Data Privacy Framework",
    ),
)


def _audit_report() -> bytes:
    sheet = Sheet("Stage 2 audit report", "Laurel Compliance Group, LLC  {page}")
    sheet.banner("ISO/IEC 27001:2022 Internal Audit Report", size=16)
    sheet.labelled(("Auditee", "Prismatic Labs Corporation"), ("Audit dates", "January 12-16, 2026"))
    sheet.grid(
        (
            ("No.", "Nonconformity", "Grade"),
            ("1", "Inventory of assets incomplete", "Minor"),
            ("2", "Supplier reviews late", "Minor"),
        ),
        (14, 110, 42),
    )
    sheet.para("The audit team recommends that certification proceeds once the nonconformities are closed.")
    return sheet.done()


def _newsletter() -> bytes:
    sheet = Sheet(size=10.5)
    sheet.banner("Nimbus Nine news, spring 2026", size=18)
    sheet.paras("""We are proud: our business continuity test on 3 March 2026 was passed, our cyber insurance was renewed for
another year, and an auditor has begun work on our first SOC 2 report.

Meet us at the Hydromet Fair in Vienna from 5 to 7 May 2026.""")
    return sheet.done()


def _vsq() -> bytes:
    sheet = Sheet("VSQ-2026", "{page}")
    sheet.banner("Vendor assessment questionnaire", size=16)
    sheet.labelled(("Vendor", "CoralReef Media, Inc."), ("Completed by", "Ravi Anand"), ("Date", "August 12, 2026"))
    sheet.grid(
        (
            ("Ref", "Control question", "Answer (Y/N/NA)", "Evidence"),
            ("1", "Is there a formal access control policy?", "Y", "Policy v4"),
            ("2", "Are penetration tests performed annually?", "Y", "Letter of July 31, 2026"),
            ("3", "Is data encrypted at rest?", "Y", "-"),
        ),
        (14, 84, 34, 34),
    )
    return sheet.done()


REPORTS = (
    BRITISH,
    ONLINE,
    Report("Stage2_PLC.pdf", "other", _audit_report, truth()),
    Report("newsletter-2026-1.pdf", "other", _newsletter, truth()),
    Report("VSQ CoralReef.pdf", "questionnaire", _vsq, truth()),
)
