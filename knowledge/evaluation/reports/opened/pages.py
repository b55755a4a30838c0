"""Sections of SOC reports that plant nothing."""

from knowledge.evaluation.reports.drawing import Sheet

_CONTROLS = """The board meets each quarter and reviews the results of internal audit. Job descriptions state the duties
of each role, and employees confirm the code of conduct when they are hired and once a year after that.

Risk assessment. A risk committee keeps the register of risks. Each risk is rated by likelihood and impact, is given an
owner, and is followed until the treatment has been completed or the risk has been accepted.

Monitoring. Availability, capacity and security events are watched around the clock. Alerts are sent to the engineer on
call, who opens a ticket for each of them. Tickets are reviewed weekly by the head of operations.

Change management. Changes are described in tickets, reviewed by a second engineer, tested outside production and
approved before they are released. Emergency changes are approved afterwards, no later than the next working day.

Logical access. Access is granted by role on the manager's request. Remote access takes a second factor. Access rights
are reviewed every quarter, and access of leavers is removed on their last day.

Incidents. A response plan names roles, means of communication and steps. It is exercised once a year."""


def duties_of_auditor(sheet: Sheet, firm_words: str = "Our responsibility is to express an opinion") -> None:
    """Write what auditors say of their work and of its limits."""
    sheet.lines("Service Auditor's Responsibilities", style="B")
    sheet.para(f"""{firm_words} on the description and on the suitability of design and operating effectiveness of
    controls stated in the description, based on our examination. Our examination was conducted in accordance with
    attestation standards established by the American Institute of Certified Public Accountants. Those standards require
    that we plan and perform our examination to obtain reasonable assurance. We are required to be independent.""")
    sheet.lines("Inherent Limitations", style="B")
    sheet.para("""There are inherent limitations in the effectiveness of any system of internal control, including the
    possibility of human error and the circumvention of controls. Projection to the future of any conclusions is subject
    to the risk that controls may become inadequate because of changes in conditions.""")


def restricted(sheet: Sheet, who: str) -> None:
    """Write to whom a report is restricted."""
    sheet.lines("Restricted Use", style="B")
    sheet.para(f"""This report is intended solely for the information and use of {who}, its user entities, business partners
    subject to risks arising from interactions with the system, practitioners providing services to them, and regulators
    who have sufficient knowledge and understanding of these matters.""")


def components(sheet: Sheet, title: str) -> None:
    """Write the components of internal control that each description tells of."""
    sheet.heading(title)
    sheet.paras(_CONTROLS)
