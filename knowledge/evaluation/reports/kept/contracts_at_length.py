"""A longer policy, agreement, certificate of insurance, statement and report of a test, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.filler_text import company
from knowledge.evaluation.reports.kept.sheets import cards, leaders
from knowledge.evaluation.reports.truth import Planted, Report, day, named, said, truth


def _long_policy() -> bytes:
    sheet = Sheet(
        "Information Security Policy", "Kelp Forest Analytics, Inc. – page {page} of {pages}", first=False, size=10.5
    )
    sheet.ln(60)
    sheet.banner("Information Security Policy", size=26)
    sheet.lines("Kelp Forest Analytics, Inc.", size=14)
    sheet.leaf()
    sheet.grid(
        (
            ("Rev.", "Effective", "Author", "Approved by", "Summary"),
            ("D", "2026-01-19", "P. Nakagawa", "Chief Operating Officer", "Rules on AI tools added"),
            ("C", "2025-01-20", "P. Nakagawa", "Chief Operating Officer", "Yearly review"),
            ("B", "2024-01-15", "L. Friis", "Chief Executive Officer", "Yearly review"),
        ),
        (14, 26, 34, 46, 46),
    )
    sheet.labelled(
        ("Owner of this policy", "Security Lead"),
        ("To be reviewed by", "2027-01-18"),
    )
    company(sheet)
    sheet.heading("Consequences", size=11)
    sheet.para("Whoever breaks this policy can lose access and, in grave cases, the job.")
    return sheet.done()


LONG_POLICY = Report(
    "KFA InfoSec Policy rev D.pdf",
    "policy",
    _long_policy,
    truth(
        issued=day(2026, 1, 19, "2026-01-19"),
        expires=day(2027, 1, 18, "2027-01-18"),
        subject="Kelp Forest Analytics, Inc.",
        owner="Security Lead",
        version="D",
        approved_by="Chief Operating Officer",
    ),
)


def _long_dpa() -> bytes:
    sheet = Sheet("Data Protection Agreement", "Feldspat / Carrara – page {page} of {pages}", face="Times", size=11)
    sheet.banner("Data Protection Agreement", size=18, align="C")
    sheet.paras("""concluded on 8 May 2026 between

Carrara Marmi Digitali S.r.l., Massa, Italy (hereinafter the "Controller")

and

Feldspat Industriecloud SE, Freiberg, Germany (hereinafter the "Processor").

Article 1. The Processor hosts the control systems of the Controller under the framework contract of 2 April 2024.

Article 4. The Processor reports a personal data breach in writing no later than 12 hours after it has learnt of it. A
report to the supervisory authority within 72 hours remains the duty of the Controller.

Article 6. Transfers within the Feldspat group to countries outside the European Economic Area take place under Binding
Corporate Rules.

Article 7. The Sub-processors listed in Appendix C are approved.

Article 9. This agreement ends on 7 May 2028.""")
    sheet.leaf()
    sheet.heading("Appendix C")
    sheet.grid(
        (
            ("No.", "Sub-processor", "Seat", "Activity"),
            ("1", "Muldenblick Rechenzentrum GmbH", "Germany", "Colocation"),
            ("2", "Feldspat Cloud Polska Sp. z o.o.", "Poland", "Second-level support"),
            ("3", "Gneis Monitoring AG", "Switzerland", "Monitoring of networks"),
        ),
        (14, 62, 36, 54),
    )
    return sheet.done()


LONG_DPA = Report(
    "Feldspat-Carrara DPA 2026.pdf",
    "agreement",
    _long_dpa,
    truth(
        issued=day(2026, 5, 8, "8 May 2026"),
        expires=day(2028, 5, 7, "7 May 2028"),
        subject="Feldspat Industriecloud SE",
        party=(
            named("Carrara Marmi Digitali S.r.l.", role="controller"),
            named("Feldspat Industriecloud SE", role="processor"),
        ),
        subprocessor=(
            named("Muldenblick Rechenzentrum GmbH", service="Colocation", location="Germany"),
            named("Feldspat Cloud Polska Sp. z o.o.", service="Second-level support", location="Poland"),
            named("Gneis Monitoring AG", service="Monitoring of networks", location="Switzerland"),
        ),
        notification_time="12 hours",
        transfer=said("binding corporate rules", "Binding Corporate Rules"),
    ),
)


def _two_covers() -> bytes:
    sheet = Sheet("", "Brokered by Prairie Sky Risk Advisors", size=10)
    sheet.banner("Certificate of Insurance", size=20)
    cards(
        sheet,
        ("Insured", "Kelp Forest Analytics, Inc."),
        ("Insurer", "Pacific Shoal Insurance Corporation"),
        ("Policy number", "PSI-CYB-0071183"),
        ("Effective", "March 1, 2026"),
        ("Expires", "March 1, 2027"),
        ("Certificate date", "March 4, 2026"),
    )
    sheet.heading("Limits of liability", size=11)
    leaders(
        sheet,
        ("Cyber liability, aggregate", "$3,000,000"),
        ("Technology errors and omissions, each claim", "$2,000,000"),
        ("Deductible", "$50,000"),
        width=60,
    )
    sheet.para(
        "The certificate holder is Granary Trust Recordkeepers, Inc. Thirty days’ notice of cancellation is given."
    )
    return sheet.done()


TWO_COVERS = Report(
    "KFA certificate for Granary.pdf",
    "insurance",
    _two_covers,
    truth(
        issuer="Pacific Shoal Insurance Corporation",
        subject="Kelp Forest Analytics, Inc.",
        period_start=day(2026, 3, 1, "March 1, 2026"),
        period_end=day(2027, 3, 1, "March 1, 2027"),
        issued=Planted("2026-03-04", "March 4, 2026", optional=True),
        limit=(
            said("USD 3000000", "$3,000,000", cover="cyber liability | cyber liability, aggregate | cyber"),
            said(
                "USD 2000000",
                "$2,000,000",
                cover="technology errors and omissions | technology errors and omissions, each claim",
            ),
        ),
        policy_number="PSI-CYB-0071183",
    ),
)


def _bilateral() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("HIPAA Statement of Compliance", style="B", size=16)
    sheet.columns(
        """Granary Health Spending Accounts, Inc. is a business associate of the health plans it serves.

We keep electronic protected health information encrypted, and we train our staff each year.""",
        """Granary Health Spending Accounts, Inc. has entered into business associate agreements with all plans and
subcontractors.

Our most recent assessment, by Stonecrop Health Audit, LLC, ended on May 29, 2026.""",
    )
    sheet.lines("Signed on June 15, 2026", "Beatriz Holloway, HIPAA Security Officer")
    return sheet.done()


BILATERAL = Report(
    "GHSA HIPAA June 2026.pdf",
    "hipaa_statement",
    _bilateral,
    truth(
        issuer="Granary Health Spending Accounts, Inc.",
        subject="Granary Health Spending Accounts, Inc.",
        issued=day(2026, 6, 15, "June 15, 2026"),
        period_end=day(2026, 5, 29, "May 29, 2026"),
        assessor="Stonecrop Health Audit, LLC",
        baa=said("signed", "has entered into business associate agreements"),
    ),
)


def _minutes_of_drill() -> bytes:
    sheet = Sheet("Kelp Forest Analytics, Inc.", "Continuity test 2026   {page}", size=10.5)
    sheet.banner("Business Continuity Plan Test Report", size=17)
    leaders(
        sheet,
        ("Test performed", "September 24, 2026"),
        ("Report written", "October 1, 2026"),
        ("Tested", "Tidepool web portal and database"),
        ("Kind of test", "Full switch to the standby region"),
        ("Overall result", "Passed with observations"),
    )
    sheet.grid(
        (
            ("Measure", "Planned", "Actual"),
            ("Recovery Time Objective", "8 hours", "5 hours 15 minutes"),
            ("Recovery Point Objective", "1 hour", "20 minutes"),
        ),
        (66, 50, 50),
    )
    company(sheet)
    return sheet.done()


MINUTES = Report(
    "KFA BCP test Sept 2026.pdf",
    "continuity_test",
    _minutes_of_drill,
    truth(
        issued=day(2026, 9, 24, "September 24, 2026"),
        subject="Kelp Forest Analytics, Inc.",
        scope="Tidepool web portal and database",
        rto=(
            said("8 hours", "8 hours", kind="target"),
            said("5 hours 15 minutes", "5 hours 15 minutes", kind="achieved"),
        ),
        rpo=(said("1 hour", "1 hour", kind="target"), said("20 minutes", "20 minutes", kind="achieved")),
        test_result=said("passed with findings", "Passed with observations"),
    ),
)

REPORTS = (LONG_POLICY, LONG_DPA, TWO_COVERS, BILATERAL, MINUTES)
