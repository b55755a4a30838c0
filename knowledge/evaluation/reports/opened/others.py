"""Opened: kept apart until rules had been measured on it once. Questionnaires, and documents that only speak of evidence."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Report, truth


def _caiq() -> bytes:
    sheet = Sheet("CAIQ v4.0.3", "Crestline Data, Inc. {page}")
    sheet.banner("Consensus Assessments Initiative Questionnaire (CAIQ)", size=15)
    sheet.grid(
        (
            ("Question ID", "Question", "CSP CAIQ Answer", "Implementation description"),
            ("A&A-01.1", "Are audit and assurance policies established and approved?", "Yes", "Reviewed annually."),
            ("A&A-02.1", "Are independent audits conducted at least annually?", "Yes", "SOC 2 Type 2, ISO/IEC 27001."),
            ("BCR-06.1", "Are business continuity plans exercised?", "Yes", "Last tested June 21, 2025: passed."),
            ("DSP-07.1", "Are systems developed on privacy by design?", "NA", ""),
        ),
        (24, 66, 26, 50),
    )
    return sheet.done()


def _sig() -> bytes:
    sheet = Sheet(size=10)
    sheet.banner("Third-Party Security Assessment Questionnaire", size=15)
    sheet.labelled(("Respondent", "Tollgate Card Services, Inc."), ("Date completed", "July 9, 2026"))
    sheet.items(
        "Do you have an information security policy? Response: Yes, version 4.0, approved January 2026.",
        "Are you PCI DSS compliant? Response: Yes, AOC dated 30 Sept 2025.",
        "Please attach your most recent SOC report and penetration test. Response: attached.",
        mark="{n}.",
    )
    return sheet.done()


def _trust_page() -> bytes:
    sheet = Sheet("", "Page {page} of {pages}")
    sheet.banner("Trust Center Overview", size=20)
    sheet.lines("Quillfeather Software, Inc.", "Certifications and reports")
    sheet.grid(
        (
            ("Document", "Issued by", "Valid until"),
            ("SOC 3 report", "Oxbow & Sterne LLP", "April 30, 2027"),
            ("ISO/IEC 27001:2022 certificate QF-2201", "Keystone Verity Registrar, LLC", "March 3, 2028"),
            ("Penetration test summary", "Ironquill Security, Inc.", "August 2026"),
        ),
        (66, 60, 40),
    )
    sheet.para("Our uptime was 99.98 % in 2025. Contact us to obtain the documents under NDA.")
    return sheet.done()


def _statement_of_work() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("Quotation Q-2026-0311", style="B", size=14)
    sheet.lines(
        "Ironquill Security, Inc. to Bluebird Donations CIC", "Date: 11 March 2026", "Valid until: 10 April 2026"
    )
    sheet.grid(
        (
            ("Item", "Days", "Price"),
            ("Testing of the donation form", "5", "£6,000"),
            ("Report and presentation", "1", "£1,200"),
        ),
        (100, 30, 36),
    )
    sheet.para("Prices are net. Critical and high findings are reported at once.")
    return sheet.done()


REPORTS = (
    Report("CAIQ_Crestline.pdf", "questionnaire", _caiq, truth()),
    Report("TPRM form completed.pdf", "questionnaire", _sig, truth()),
    Report("quillfeather-trust-overview.pdf", "other", _trust_page, truth()),
    Report("Q-2026-0311.pdf", "other", _statement_of_work, truth()),
)
