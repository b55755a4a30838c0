"""Invented questionnaires, and documents that speak of reports and certificates without being one."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Report, truth


def _questionnaire() -> bytes:
    sheet = Sheet("Vendor Security Questionnaire", "{page}")
    sheet.banner("Vendor Security Questionnaire", size=17)
    sheet.labelled(("Vendor", "Pomelo Tickets S.A."), ("Completed on", "11 May 2026"))
    sheet.grid(
        (
            ("No.", "Question", "Yes / No", "Comment"),
            ("1", "Do you have a current SOC 2 Type 2 report?", "Yes", "Period to 31 December 2025"),
            ("2", "Are you certified to ISO/IEC 27001?", "No", "Planned for 2027"),
            ("3", "Was a penetration test carried out in the last year?", "Yes", "Four high findings, all fixed"),
            ("4", "Do you carry cyber insurance?", "Yes", "EUR 5,000,000"),
        ),
        (12, 80, 22, 52),
    )
    return sheet.done()


def _self_assessment() -> bytes:
    sheet = Sheet()
    sheet.banner("Due Diligence Questionnaire (DDQ) - responses", size=15)
    sheet.paras("""Please answer each question with Yes, No or Not applicable.

Q1. What is your data retention policy? A: Records are kept for seven years.

Q2. Do you sign a data processing agreement? A: Yes.

Q3. When was your disaster recovery plan last tested? A: 14 October 2025; it passed.""")
    return sheet.done()


def _white_paper() -> bytes:
    sheet = Sheet("", "© 2026 Cloudmoor Inc.")
    sheet.banner("Security at Cloudmoor: a white paper")
    sheet.paras("""Cloudmoor Inc. is audited every year by Pell & Harrow LLP. Our SOC 2 Type 2 report covers security,
availability and confidentiality for the period January 1, 2025 to December 31, 2025. The opinion was unqualified.

We hold the certificate IS 400112 to ISO/IEC 27001:2022, issued on 2 May 2024 and valid until 1 May 2027, and we carry
cyber insurance with a limit of $10,000,000.

Customers can ask their account manager for these documents.""")
    return sheet.done()


def _minutes() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("Minutes of the supplier meeting", style="B", size=14)
    sheet.lines("Date: 22 April 2026", "Present: A. Brand, L. Osei, P. Quaglia")
    sheet.items(
        "The penetration test is put off until the summer.",
        "Exceptions noted by the auditor are to be answered by 15 May 2026.",
        "The agreement with Sentrydesk, LLC was extended by one year.",
    )
    return sheet.done()


REPORTS = (
    Report("pomelo answers.pdf", "questionnaire", _questionnaire, truth()),
    Report("DDQ_2026_responses.pdf", "questionnaire", _self_assessment, truth()),
    Report("cloudmoor-security.pdf", "other", _white_paper, truth()),
    Report("notes 22-04.pdf", "other", _minutes, truth()),
)
