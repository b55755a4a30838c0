"""Questionnaires, and documents that are no evidence."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Report, truth


def _sheet() -> bytes:
    sheet = Sheet("Vendor Risk Questionnaire 2026", "{page}", size=9.5)
    sheet.banner("Vendor Risk Questionnaire", size=16)
    sheet.pairs(("Vendor", "Whimbrel Survey Tools Ltd"), ("Completed by", "A. Kowalczyk"), ("Date", "5 May 2026"))
    sheet.grid(
        (
            ("No.", "Question", "Answer", "Comment"),
            ("1.1", "Is there an information security policy?", "Yes", "Version 6, approved 2 February 2026"),
            ("1.2", "Do you hold an ISO/IEC 27001 certificate?", "Yes", "Valid until 30 May 2027"),
            ("2.1", "Are penetration tests done by a third party?", "Yes", "Last test in March 2026, no high findings"),
            ("2.2", "Do you carry cyber insurance?", "Yes", "USD 2,000,000"),
            ("3.1", "Is the recovery plan tested?", "Partly", "Backups are restored twice a year"),
            ("3.2", "Is data stored outside the UK?", "No", ""),
        ),
        (14, 66, 20, 66),
        size=8,
    )
    return sheet.done()


def _lite() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.centred("STANDARDIZED INFORMATION GATHERING QUESTIONNAIRE - LITE", size=13, style="B")
    sheet.lines("Responding organization: Corncrake Imaging, Inc.")
    for number, question, answer in (
        ("A.1", "Is there a formalized risk governance program?", "Yes"),
        ("D.4", "Is there an asset inventory?", "Yes"),
        ("H.2", "Are unique IDs used for access?", "Yes"),
        ("J.1", "Is there an incident response plan that is tested each year?", "Yes"),
        ("K.3", "Is there a business continuity plan with an RTO for each service?", "No"),
        ("U.7", "Are servers hardened by a baseline?", "N/A"),
    ):
        sheet.lines(f"{number}  {question}", f"Response: {answer}")
    return sheet.done()


def _newsletter() -> bytes:
    sheet = Sheet("", "Customer newsletter, summer 2026", size=11)
    sheet.banner("What's new at Linnet Storage", size=20)
    sheet.paras("""We are proud to tell you that Linnet Storage renewed its ISO/IEC 27001 certification in June, and that our
SOC 2 audit has begun. The report is expected in the autumn.

New in the product: folders can be shared with a link that expires, and the app for tablets has been drawn anew.

Meet us at the storage fair in Rotterdam on 9 September 2026, stand 4.12.""")
    return sheet.done()


def _slides() -> bytes:
    sheet = Sheet("", "{page}", size=13)
    sheet.banner("Security at Bunting Social", size=26)
    sheet.lines("Sales presentation")
    sheet.leaf()
    sheet.banner("Trusted by teams everywhere")
    sheet.items("SOC 2 Type 2", "GDPR ready", "99.99 % uptime", "24/7 support")
    sheet.leaf()
    sheet.banner("How we protect your data")
    sheet.items("Encryption in transit and at rest", "Penetration tests by outside firms", "Background checks")
    sheet.leaf()
    sheet.banner("Questions?")
    sheet.lines("sales@bunting.example")
    return sheet.done()


REPORTS = (
    Report("Whimbrel VRQ 2026.pdf", "questionnaire", _sheet, truth()),
    Report("Corncrake_SIG_Lite.pdf", "questionnaire", _lite, truth()),
    Report("linnet summer news.pdf", "other", _newsletter, truth()),
    Report("Bunting deck.pdf", "other", _slides, truth()),
)
