"""What stands in every report of an auditor, planting nothing."""

from knowledge.evaluation.reports.drawing import Sheet

_ENVIRONMENT = """Governance. A risk and compliance committee sits every second month. Its members are appointed by the
board and none of them runs the systems they oversee. New joiners sign the code of conduct before their first day.

Personnel. References and, where the law allows it, criminal records are checked before an offer becomes final. Everyone
takes a course on security within thirty days and again each spring.

Vulnerability management. Hosts and images are scanned weekly. What the scanner rates as critical is patched within
seven days, what it rates as high within thirty days.

Network. Segments are parted by firewalls whose rules are reviewed twice a year. Administrators reach production through
a bastion that records their sessions.

Backup. Databases are copied every four hours to a second region. A restore is tried each quarter."""

_LIMITS = """Because of their nature, controls may not prevent, or detect and correct, all errors or omissions. To carry any
evaluation of effectiveness over to future periods is subject to the risk that conditions change or that compliance with
procedures weakens."""


def environment(sheet: Sheet, title: str) -> None:
    """Write of the controls that surround a system."""
    sheet.heading(title)
    sheet.paras(_ENVIRONMENT)


def limits(sheet: Sheet, title: str = "Inherent limitations") -> None:
    """Write of the limits of internal control."""
    sheet.lines(title, style="B")
    sheet.para(_LIMITS)


def duties(sheet: Sheet, whose: str, auditor: str = "Service auditor’s responsibilities") -> None:
    """Write of the duties of the organisation and of its auditor."""
    sheet.lines(f"{whose} responsibilities", style="B")
    sheet.para("""Management is responsible for preparing the description and its assertion, for the completeness and accuracy
    of both, for providing the services covered, and for designing, implementing, operating and documenting the controls.""")
    sheet.lines(auditor, style="B")
    sheet.para("""Our responsibility is to express an opinion on the basis of our examination. We planned and performed it to
    obtain reasonable assurance, we kept to the rules on independence and quality management that apply to us, and we
    believe that the evidence we obtained is sufficient and appropriate.""")
