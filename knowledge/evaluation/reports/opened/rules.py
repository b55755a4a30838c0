"""Policies."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, truth


def _corporate() -> bytes:
    sheet = Sheet(
        "Camomile Biobank, Inc. | Access Control Policy | Internal", "Uncontrolled when printed  {page}", size=10
    )
    sheet.banner("Access Control Policy", size=20)
    sheet.grid(
        (
            ("Policy ID", "ISP-007", "Version", "3.2"),
            ("Owner", "Director of IT Security", "Approved by", "Information Security Steering Committee"),
            ("Effective date", "March 1, 2026", "Next review", "March 1, 2027"),
        ),
        (28, 52, 28, 58),
        header=False,
    )
    sheet.heading("1 Purpose")
    sheet.para("This policy sets out how Camomile Biobank, Inc. grants, reviews and withdraws access to its systems.")
    sheet.heading("2 Scope")
    sheet.para("All employees, contractors and systems of Camomile Biobank, Inc.")
    sheet.heading("3 Policy statements")
    sheet.items(
        "Access is granted on the principle of least privilege and approved by the owner of the system.",
        "Accounts with high privileges are reviewed each quarter, all others each year.",
        "Access of leavers is removed within 24 hours.",
        mark="3.{n}",
    )
    sheet.heading("4 Exceptions")
    sheet.para("Exceptions to this policy are approved by the CISO for at most 90 days.")
    sheet.heading("Revision history")
    sheet.grid(
        (
            ("Version", "Date", "Description", "Author"),
            ("1.0", "January 15, 2022", "First issue", "D. Osei"),
            ("3.1", "February 26, 2025", "Yearly review", "D. Osei"),
            ("3.2", "February 24, 2026", "Privileged access added", "L. Marchetti"),
        ),
        (24, 44, 60, 38),
    )
    return sheet.done()


CORPORATE = Report(
    "ISP-007 Access Control.pdf",
    "policy",
    _corporate,
    truth(
        issued=day(2026, 3, 1, "March 1, 2026"),
        expires=day(2027, 3, 1, "March 1, 2027"),
        subject="Camomile Biobank, Inc.",
        owner="Director of IT Security",
        version="3.2",
        approved_by="Information Security Steering Committee",
    ),
)


def _handbook() -> bytes:
    sheet = Sheet("", "Mistral Drone Mapping SAS - page {page}", face="Times", size=11)
    sheet.centred("MISTRAL DRONE MAPPING SAS", size=12)
    sheet.centred("Information Classification and Handling Policy", size=18, style="B")
    sheet.centred("Version 2", "Approved by the Executive Board on 12 May 2026")
    sheet.paras("""This policy is owned by the Chief Information Security Officer, who answers questions about it and reviews it
once a year. The next review is due on 12 May 2027. It replaces version 1 of 3 June 2024.

1. Four classes. Information is public, internal, confidential or secret. What bears no class is internal.

2. Labelling. Documents that are confidential or secret bear their class on every page.

3. Sending. Confidential information is encrypted when it leaves the company. Secret information does not leave it.

4. Disposal. Paper is shredded to level P-4. Disks are wiped or destroyed, and a record of it is kept for three years.

5. Breaches of this policy are reported to the manager and may lead to disciplinary measures.""")
    return sheet.done()


HANDBOOK = Report(
    "mistral_classification_v2.pdf",
    "policy",
    _handbook,
    truth(
        issued=day(2026, 5, 12, "12 May 2026"),
        expires=day(2027, 5, 12, "12 May 2027"),
        subject="Mistral Drone Mapping SAS",
        owner="Chief Information Security Officer",
        version="2",
        approved_by="Executive Board",
    ),
)


def _footed() -> bytes:
    sheet = Sheet("", "Doc. ISMS-POL-12 | v1.4 | Last approved 2025-10-09 | Review by 2026-10-09", size=10.5)
    sheet.lines("Tarragon Fleet Finance Ltd", size=11)
    sheet.banner("Supplier Security Policy", size=18)
    sheet.paras("""Tarragon Fleet Finance Ltd relies on suppliers for hosting, payments and printing. This policy says what we
ask of them before and after a contract is signed.

Before signing, the business owner fills in the supplier form, and the security team rates the supplier as critical, important
or ordinary. Critical suppliers show a SOC 2 report or an ISO/IEC 27001 certificate.

Afterwards, critical suppliers are reviewed every year and important ones every two years. Contracts oblige suppliers to report
incidents within 48 hours.""")
    sheet.labelled(("Policy owner", "Head of Procurement"), ("Approver", "Board Risk Committee"))
    return sheet.done()


FOOTED = Report(
    "ISMS-POL-12.pdf",
    "policy",
    _footed,
    truth(
        issued=day(2025, 10, 9, "2025-10-09"),
        expires=day(2026, 10, 9, "2026-10-09"),
        subject="Tarragon Fleet Finance Ltd",
        owner="Head of Procurement",
        version=Planted("1.4", "v1.4"),
        approved_by="Board Risk Committee",
    ),
)

REPORTS = (CORPORATE, HANDBOOK, FOOTED)
