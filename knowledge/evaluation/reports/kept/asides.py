"""Questionnaires, and papers that speak of evidence without being any."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import Wide, beside, boxed
from knowledge.evaluation.reports.truth import Planted, Report, Truth, perhaps, truth


def _questionnaire() -> bytes:
    sheet = Wide("", "Supplier due diligence questionnaire   {page}", size=10)
    sheet.banner("Supplier Due Diligence Questionnaire", size=18)
    sheet.lines("Completed by: Hollybush Legal Software Ltd, 14 July 2026")
    sheet.grid(
        (
            ("Ref", "Question", "Response (Yes / No)", "Supplier’s comment"),
            ("3.1", "Is your ISMS certified?", "Yes", "ISO/IEC 27001, CR-26-31107, to 1 March 2029"),
            ("3.2", "Do you commission penetration tests?", "Yes", "May 2026: one high finding, since fixed"),
            ("3.3", "Do you have cyber insurance?", "Yes", "£5,000,000"),
            ("3.4", "Do you have a SOC 2 report?", "No", "None planned"),
        ),
        (16, 90, 50, 96),
    )
    return sheet.done()


def _interview() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.banner("Vendor Security Assessment Questionnaire", size=17)
    beside(
        sheet,
        ("Vendor", "Mesquite Care Coordination, Inc."),
        ("Q1", "Do you encrypt data at rest?"),
        ("A1", "Yes, with AES-256."),
        ("Q2", "How quickly do you report a breach?"),
        ("A2", "Within 60 days as HIPAA asks; our agreements say ten days."),
        ("Q3", "Have you had an independent audit in the last twelve months?"),
        ("A3", "No. We will begin a SOC 2 examination in the spring."),
    )
    return sheet.done()


def _notice() -> bytes:
    sheet = Sheet(size=11)
    sheet.lines("Redwood Assurance Registrar LLC", style="B")
    sheet.banner("Second surveillance visit: who meets whom", size=17)
    sheet.grid(
        (
            ("Day", "Time", "Subject", "With"),
            ("Day one", "09:00", "Opening meeting", "Management of Basalt Object Storage, Inc."),
            ("Day one", "10:30", "Clause 9, internal audit", "Head of Compliance"),
            ("Day two", "09:00", "Annex A, physical controls", "Oregon site"),
        ),
        (24, 20, 62, 60),
    )
    sheet.para(
        """The audit concerns ISO/IEC 27001:2022. Findings from the last visit: one minor nonconformity, now closed."""
    )
    return sheet.done()


def _release() -> bytes:
    sheet = Sheet("", "Press contact: media@foxtail.example", size=11)
    sheet.lines("FOR IMMEDIATE RELEASE", style="B")
    sheet.banner("Foxtail Ticketing moves to a new home", size=18)
    sheet.paras("""Foxtail Ticketing Group, Inc. has moved to the old brewery on Canal Street. The company also said that it has
hired its first Chief Information Security Officer, and that it will seek PCI DSS compliance for its checkout by the autumn.

"We are glad to have room for everyone again," said its founder.""")
    boxed(sheet, "About Foxtail: the company sells tickets for 900 venues.")
    return sheet.done()


def _pricing() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.banner("Your options for a cyber policy", size=17)
    sheet.paras("""Prepared for Cloudberry Kassa AB by Vättern Försäkringsmäklare AB.

We are pleased to offer terms as set out here. No cover is in force until the offer is accepted in writing.""")
    sheet.grid(
        (
            ("Option", "Limit", "Premium"),
            ("A", "SEK 20 million", "SEK 190,000"),
            ("B", "SEK 40 million", "SEK 310,000"),
        ),
        (30, 68, 68),
    )
    return sheet.done()


_COMPLETED: Truth = truth(subject=perhaps("Hollybush Legal Software Ltd"), issued=perhaps("2026-07-14", "14 July 2026"))
_VENDOR: Truth = truth(subject=perhaps("Mesquite Care Coordination, Inc."))
_PLAN: Truth = truth(issuer=perhaps("Redwood Assurance Registrar LLC"), subject=perhaps("Basalt Object Storage, Inc."))
_NEWS: Truth = truth(
    issuer=Planted("Foxtail Ticketing Group, Inc.", optional=True),
    subject=Planted("Foxtail Ticketing Group, Inc.", optional=True),
)
_OFFER: Truth = truth(issuer=perhaps("Vättern Försäkringsmäklare AB"), subject=perhaps("Cloudberry Kassa AB"))

REPORTS = (
    Report("SDDQ Hollybush July.pdf", "questionnaire", _questionnaire, _COMPLETED),
    Report("mesquite vsaq.pdf", "questionnaire", _interview, _VENDOR),
    Report("RAR plan SA2.pdf", "other", _notice, _PLAN),
    Report("foxtail news.pdf", "other", _release, _NEWS),
    Report("Cloudberry offert.pdf", "other", _pricing, _OFFER),
)
