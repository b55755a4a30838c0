"""Penetration tests and continuity tests as other firms word and lay them out."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, found, perhaps, said, truth


def _attestation() -> bytes:
    sheet = Sheet("", "Redpoll Offensive, Inc.", size=11)
    sheet.lines("Redpoll Offensive, Inc.", style="B", size=14)
    sheet.lines("September 4, 2026", "RE: Independent Penetration Test Attestation Letter")
    sheet.paras("""Larkmoor Data Systems, Inc. ("Larkmoor") engaged Redpoll Offensive, Inc. ("Redpoll") to conduct an
    external network and
    API penetration test. Testing was performed from August 3, 2026 through August 14, 2026.

    At the conclusion of initial testing, Redpoll reported 0 Critical, 2 High, 4 Medium and 7 Low risk findings. Larkmoor
    remediated the
    findings, and Redpoll performed remediation validation on September 1, 2026. As of that date, no Critical or High
    findings remain
    open; one Medium finding is still open.""")
    sheet.lines("Regards,", "Tobias Wren", "Principal Consultant")
    return sheet.done()


ATTESTATION = Report(
    "Larkmoor pentest letter 2026.pdf",
    "penetration_test",
    _attestation,
    truth(
        issuer="Redpoll Offensive, Inc.",
        subject="Larkmoor Data Systems, Inc.",
        period_start=day(2026, 8, 3, "August 3, 2026"),
        period_end=day(2026, 8, 14, "August 14, 2026"),
        issued=day(2026, 9, 4, "September 4, 2026"),
        scope=perhaps("external network and API"),
        severity_count=(
            found("critical", "0", "0 Critical", open=ANY),
            found("high", "2", "2 High", open="0"),
            found("medium", "4", "4 Medium", open="1"),
            found("low", "7", "7 Low", open=ANY),
        ),
        retest=day(2026, 9, 1, "September 1, 2026"),
    ),
)


def _matrix() -> bytes:
    sheet = Sheet("Confidential", "Page {page} of {pages}", size=10)
    sheet.banner("Executive Summary - Application Security Assessment", size=15)
    sheet.pairs(
        ("Client", "Bramblewick Homes Online Ltd"),
        ("Assessment provider", "Stoat & Weasel Security Ltd"),
        ("Assets in scope", "Tenant portal (web), landlord mobile app"),
        ("Testing dates", "12/01/2026 - 23/01/2026"),
        ("Retest completed", "20/02/2026"),
        ("Final report issued", "26/02/2026"),
    )
    sheet.heading("Vulnerability summary")
    sheet.grid(
        (
            ("Risk rating", "Identified", "Remediated", "Outstanding"),
            ("Critical", "1", "1", "0"),
            ("High", "3", "3", "0"),
            ("Medium", "6", "4", "2"),
            ("Low", "5", "1", "4"),
            ("Informational", "3", "0", "3"),
            ("Total", "18", "9", "9"),
        ),
        (40, 30, 30, 30),
    )
    return sheet.done()


MATRIX = Report(
    "Bramblewick_AppSec_ExecSummary.pdf",
    "penetration_test",
    _matrix,
    truth(
        issuer="Stoat & Weasel Security Ltd",
        subject="Bramblewick Homes Online Ltd",
        period_start=day(2026, 1, 12, "12/01/2026"),
        period_end=day(2026, 1, 23, "23/01/2026"),
        issued=day(2026, 2, 26, "26/02/2026"),
        scope="Tenant portal (web), landlord mobile app",
        severity_count=(
            found("critical", "1", open="0"),
            found("high", "3", open="0"),
            found("medium", "6", open="2"),
            found("low", "5", open="4"),
            found("informational", "3", open="3"),
        ),
        retest=day(2026, 2, 20, "20/02/2026"),
    ),
)


def _prose() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.banner("Penetration Testing Report", size=18)
    sheet.lines(
        "Prepared for: Osierbed Analytics B.V.", "Prepared by: Duinroos Security B.V.", "Version 1.0 - 5 May 2026"
    )
    sheet.paras("""1. Management summary

    In April 2026 Duinroos Security B.V. tested the reporting portal of Osierbed Analytics B.V. The test was performed
    between 7 and 18
    April 2026 by two testers.

    In total eleven vulnerabilities were identified: one high, three medium and seven low. No critical vulnerabilities
    were found. All
    findings are open at the time of writing. A retest is planned for June 2026.""")
    return sheet.done()


PROSE = Report(
    "osierbed pentest.pdf",
    "penetration_test",
    _prose,
    truth(
        issuer="Duinroos Security B.V.",
        subject="Osierbed Analytics B.V.",
        period_start=day(2026, 4, 7, "7 and 18"),
        period_end=day(2026, 4, 18, "18"),
        issued=day(2026, 5, 5, "5 May 2026"),
        scope=Planted("the reporting portal", "reporting portal"),
        severity_count=(
            found("critical", "0", "No critical", open=ANY),
            found("high", "1", "one high", open=ANY),
            found("medium", "3", "three medium", open=ANY),
            found("low", "7", "seven low", open=ANY),
        ),
    ),
)


def _drill() -> bytes:
    sheet = Sheet("", "Hazelgrove Billing Inc. - internal use", size=10)
    sheet.banner("Disaster Recovery Exercise Report", size=17)
    sheet.pairs(
        ("Organization", "Hazelgrove Billing Inc."),
        ("Exercise date", "March 21, 2026"),
        ("Exercise type", "Full failover"),
        ("Applications tested", "Invoice engine and customer portal"),
        ("Overall result", "Successful with observations"),
        ("Next exercise", "March 2027"),
        borders=True,
    )
    sheet.grid(
        (
            ("Metric", "Target", "Actual", "Met?"),
            ("Recovery Time Objective (RTO)", "6 hours", "4 hours 20 minutes", "Yes"),
            ("Recovery Point Objective (RPO)", "30 minutes", "8 minutes", "Yes"),
        ),
        (60, 30, 40, 20),
    )
    sheet.para("Observation 1: the call tree was out of date.")
    return sheet.done()


DRILL = Report(
    "hazelgrove_dr_exercise.pdf",
    "continuity_test",
    _drill,
    truth(
        issuer=perhaps("Hazelgrove Billing Inc."),
        subject="Hazelgrove Billing Inc.",
        issued=day(2026, 3, 21, "March 21, 2026"),
        scope="Invoice engine and customer portal",
        rto=(
            said("6 hours", "6 hours", kind="target"),
            said("4 hours 20 minutes", "4 hours 20 minutes", kind="achieved"),
        ),
        rpo=(said("30 minutes", "30 minutes", kind="target"), said("8 minutes", "8 minutes", kind="achieved")),
        test_result=Planted("passed with findings", "Successful with observations"),
    ),
)


def _tabletop() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("Thornapple Freight Ltd", style="B", size=13)
    sheet.lines("Business Continuity Plan test - summary for customers", "17 June 2026")
    sheet.paras("""Thornapple Freight Ltd carried out its annual business continuity test on 9 June 2026. The scenario
    was the loss of our
    primary cloud region. The booking system was recovered in 2 hours 10 minutes against an RTO of 4 hours, with data
    loss of 3 minutes
    against an RPO of 15 minutes.

    The test met its objectives and was considered a success.""")
    return sheet.done()


TABLETOP = Report(
    "Thornapple BCP test summary.pdf",
    "continuity_test",
    _tabletop,
    truth(
        issuer=perhaps("Thornapple Freight Ltd"),
        subject="Thornapple Freight Ltd",
        issued=Planted("2026-06-09", "9 June 2026", also=("2026-06-17",)),
        scope=perhaps("The booking system", "booking system"),
        rto=(
            said("4 hours", "4 hours", kind="target"),
            said("2 hours 10 minutes", "2 hours 10 minutes", kind="achieved"),
        ),
        rpo=(said("15 minutes", "15 minutes", kind="target"), said("3 minutes", "3 minutes", kind="achieved")),
        test_result=Planted("passed", "considered a success"),
    ),
)

REPORTS = (ATTESTATION, MATRIX, PROSE, DRILL, TABLETOP)
