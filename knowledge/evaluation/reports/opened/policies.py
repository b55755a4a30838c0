"""Opened: kept apart until rules had been measured on it once. Policies."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, truth

_BODY = """1.0 Purpose

This policy establishes requirements for protecting information assets against unauthorized access, disclosure and loss.

2.0 Scope

This policy applies to all personnel, including contractors and third parties with access to company systems.

3.0 Policy

Access is granted on the principle of least privilege. Multi-factor authentication is required for remote access. Exceptions
must be documented, approved by the CISO and re-approved every 12 months."""


def _startup() -> bytes:
    sheet = Sheet("finsight.ai, inc.", "", size=10.5)
    sheet.banner("Cryptography Policy")
    sheet.lines("Policy Owner: Head of Platform Engineering", "Effective Date: Aug 1, 2025")
    sheet.paras(_BODY)
    sheet.heading("Version history", size=11)
    sheet.grid(
        (
            ("Version", "Date", "Description", "Author", "Approved by"),
            ("1.0", "Jun 20, 2024", "First Version", "L. Ortega", "Prisha Raman"),
            ("1.1", "Jul 28, 2025", "Key rotation", "L. Ortega", "Prisha Raman"),
        ),
        (20, 32, 50, 32, 32),
    )
    return sheet.done()


STARTUP = Report(
    "Cryptography Policy (finsight.ai).pdf",
    "policy",
    _startup,
    truth(
        issued=Planted("2025-08-01", "Aug 1, 2025", also=("2025-07-28",)),
        subject="finsight.ai, inc.",
        owner="Head of Platform Engineering",
        version="1.1",
        approved_by="Prisha Raman",
    ),
)


def _corporate() -> bytes:
    sheet = Sheet("CRESTLINE DATA, INC. | CORPORATE POLICY", "CD-SEC-011 | Internal Use Only | {page} of {pages}")
    sheet.grid(
        (
            ("Policy Title:", "Vendor Risk Management Policy", "Policy No.:", "CD-SEC-011"),
            ("Policy Owner:", "VP, Enterprise Risk", "Version:", "3.4"),
            ("Approved By:", "Risk Steering Committee", "Approval Date:", "October 2, 2025"),
            ("Last Reviewed:", "October 2, 2025", "Next Review Date:", "October 2, 2026"),
        ),
        (32, 52, 36, 46),
        header=False,
    )
    sheet.paras(_BODY)
    sheet.heading("References")
    sheet.para("NIST CSF 2.0 (February 26, 2024); Access Control Policy version 5.0; CCPA, effective January 1, 2020.")
    return sheet.done()


CORPORATE = Report(
    "CD-SEC-011.pdf",
    "policy",
    _corporate,
    truth(
        issued=day(2025, 10, 2, "October 2, 2025"),
        expires=day(2026, 10, 2, "October 2, 2026"),
        subject="Crestline Data, Inc.",
        owner="VP, Enterprise Risk",
        version="3.4",
        approved_by="Risk Steering Committee",
    ),
)


def _british() -> bytes:
    sheet = Sheet(
        "",
        "Garrick & Son Document Storage Ltd   Uncontrolled when printed   Page {page} of {pages}",
        face="Times",
        size=11,
    )
    sheet.ln(40)
    sheet.banner("Backup and Recovery Policy", align="C")
    sheet.centred("Garrick & Son Document Storage Ltd")
    sheet.leaf()
    sheet.paras(_BODY)
    sheet.leaf()
    sheet.heading("Document Control")
    sheet.labelled(
        ("Reference", "GS/POL/07"),
        ("Issue No", "6"),
        ("Issue Date", "14/11/2025"),
        ("Responsible", "IT Manager"),
        ("Authorised by", "Harriet Garrick, Managing Director"),
        ("Date of next review", "November 14th, 2026"),
    )
    return sheet.done()


BRITISH = Report(
    "Backup & Recovery.pdf",
    "policy",
    _british,
    truth(
        issued=day(2025, 11, 14, "14/11/2025"),
        expires=day(2026, 11, 14, "November 14th, 2026"),
        subject="Garrick & Son Document Storage Ltd",
        owner="IT Manager",
        version=Planted("6", "Issue No: 6"),
        approved_by=Planted("Harriet Garrick, Managing Director", also=("Harriet Garrick",)),
    ),
)


def _sentence() -> bytes:
    sheet = Sheet(size=11)
    sheet.lines("Möwenstein Solutions SE", "Richtlinie / Policy P-04", style="I")
    sheet.banner("Policy on Secure Software Development", size=16)
    sheet.paras(_BODY)
    sheet.para("""The Executive Board adopted this policy (revision 2.1) on 8 December 2025. It replaces revision 2.0 of
    3 July 2024. The Head of Development is the owner of this policy and reviews it every year, next on 8 December 2026.""")
    return sheet.done()


SENTENCE = Report(
    "P-04 secure development.pdf",
    "policy",
    _sentence,
    truth(
        issued=day(2025, 12, 8, "8 December 2025"),
        expires=day(2026, 12, 8, "8 December 2026"),
        subject="Möwenstein Solutions SE",
        owner=Planted("Head of Development", also=("The Head of Development",)),
        version=Planted("2.1", "revision 2.1"),
        approved_by=Planted("Executive Board", also=("The Executive Board",)),
    ),
)

REPORTS = (STARTUP, CORPORATE, BRITISH, SENTENCE)
