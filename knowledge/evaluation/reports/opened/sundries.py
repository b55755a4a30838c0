"""Answered questionnaires, and papers that speak of evidence."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Report, perhaps, truth


def _caiq() -> bytes:
    sheet = Sheet("Supplier security questionnaire", "Reply of Marram Weather Data Ltd   {page}", size=9.5)
    sheet.banner("Supplier Security Questionnaire - version 3.2", size=15)
    sheet.labelled(
        ("Supplier", "Marram Weather Data Ltd"),
        ("Answered by", "T. Quince, Head of IT"),
        ("Answered on", "12 March 2026"),
    )
    sheet.grid(
        (
            ("Ref", "Question", "Answer", "Remarks"),
            ("A1", "Which certificates do you hold?", "ISO/IEC 27001:2022", "Issued 4 May 2025, valid to 3 May 2028"),
            ("A2", "Is there a SOC 2 report?", "No", "Type 1 planned for 2027"),
            ("B1", "How soon do you report a breach?", "Within 48 hours", ""),
            ("B2", "Who are your sub-processors?", "One", "Moorcroft Hosting Ltd, United Kingdom"),
            ("C1", "What are RTO and RPO?", "8 hours / 1 hour", "Tested 20 January 2026"),
            ("C2", "What is the limit of your cyber cover?", "£1,000,000", "Excess £2,500"),
        ),
        (12, 60, 40, 54),
    )
    return sheet.done()


def _assessment() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.centred("THIRD-PARTY SECURITY ASSESSMENT QUESTIONNAIRE", size=13, style="B")
    sheet.stacked(("Respondent", "Nettle & Dock Catering Software, Inc."), ("Completed", "06/02/2026"))
    for number, question, answer in (
        (1, "Do you encrypt customer data at rest?", "Yes, with AES-256."),
        (
            2,
            "Has an independent party tested your application in the last twelve months?",
            "Yes, by Tidewrack Consulting, LLC.",
        ),
        (3, "Were there findings of high severity?", "Two. Both were fixed on 05/11/2026."),
        (4, "Is multi-factor authentication enforced for administrators?", "Yes."),
        (5, "Do you have an incident response plan?", "Yes, version 2.4, owned by the CISO."),
    ):
        sheet.lines(f"{number}. {question}", style="B")
        sheet.para(f"Answer: {answer}")
    return sheet.done()


def _trust_page() -> bytes:
    sheet = Sheet("", "trust.puffin.example, printed on 3 June 2026   {page}", size=11)
    sheet.banner("Puffin Signatures: Trust Center", size=20)
    sheet.columns(
        """Compliance

SOC 2 Type 2: the report is available under NDA.

ISO/IEC 27001:2022: download the certificate.

HIPAA: a business associate agreement is offered to customers of the Health plan.""",
        """Documents

Penetration test summary, May 2026

Information security policy, version 8

Data processing agreement

Cyber insurance certificate""",
    )
    sheet.para("Request access with your work e-mail. Requests are answered within two business days.")
    return sheet.done()


def _invoice() -> bytes:
    sheet = Sheet("", "Lantern Hill Security Limited, Norwich", size=10.5)
    sheet.banner("Invoice", size=20)
    sheet.pairs(("Invoice no.", "LH-2026-0419"), ("Date", "31 March 2026"), ("Customer", "Fieldfare Grants Ltd"))
    sheet.grid(
        (
            ("Item", "Days", "Amount"),
            ("Web application penetration test, 2 to 13 March 2026", "9", "£11,250.00"),
            ("Retest (June 2026), paid in advance", "1", "£1,250.00"),
        ),
        (100, 20, 46),
    )
    sheet.para("Please pay within 30 days. We carry professional indemnity insurance of £2,000,000.")
    return sheet.done()


# What these papers say of themselves is little, and a reader may leave it.
_CAIQ = truth(
    subject=perhaps("Marram Weather Data Ltd"),
    issuer=perhaps("Marram Weather Data Ltd"),
    issued=perhaps("2026-03-12", "12 March 2026"),
    version=perhaps("3.2", "version 3.2"),
)
_ASSESSMENT = truth(
    subject=perhaps("Nettle & Dock Catering Software, Inc."),
    issuer=perhaps("Nettle & Dock Catering Software, Inc."),
    issued=perhaps("2026-06-02", "06/02/2026"),
)
_TRUST = truth(subject=perhaps("Puffin Signatures"), issuer=perhaps("Puffin Signatures"))
_INVOICE = truth(
    issuer=perhaps("Lantern Hill Security Limited"),
    subject=perhaps("Fieldfare Grants Ltd"),
    issued=perhaps("2026-03-31", "31 March 2026"),
)

REPORTS = (
    Report("Marram SSQ answers.pdf", "questionnaire", _caiq, _CAIQ),
    Report("N&D TPSA 2026.pdf", "questionnaire", _assessment, _ASSESSMENT),
    Report("Puffin trust center print.pdf", "other", _trust_page, _TRUST),
    Report("LH-2026-0419.pdf", "other", _invoice, _INVOICE),
)
