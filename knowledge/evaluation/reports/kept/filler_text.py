"""Pages that stand in long reports around what matters, written so that nothing in them is a fact of its document."""

from knowledge.evaluation.reports.drawing import Sheet

_STAFF = """The board meets four times a year and looks at the register of risks at each meeting. New colleagues are
interviewed by two people, and their references are asked for. Everyone takes a course on security in the first month and
once a year after that.

The organization chart is kept by human resources. Duties that should not lie in one hand are kept apart, above all the
writing and the releasing of changes."""

_MACHINES = """Laptops are enrolled before they are handed out and lock themselves after five minutes. Production can be
reached through a gateway only, with a second factor. Keys are held in a managed store and are changed every year.

Logs are gathered centrally and kept for thirteen months. Alerts go to the engineer on duty, who has fifteen minutes to
respond."""

_CHANGES = """Each change begins with a ticket. It is read by a second engineer, built and tested by machine, and released
behind a switch. An emergency change is reviewed on the next working day.

Weaknesses in libraries are looked for every night. What is found is graded and mended within the times laid down in the
policy."""

_DUTIES = """Management is responsible for preparing the description and the assertion, for their completeness and
accuracy, for naming the risks, and for designing, implementing and operating effective controls.

Our responsibility is to express an opinion based on our examination, which we conducted in accordance with attestation standards
established by the American Institute of Certified Public Accountants. These ask us to plan and perform our work so as to
obtain reasonable assurance.

Because of their nature, controls may not prevent, or detect and correct, all errors or omissions. To project any
evaluation to the future is subject to the risk that controls may become inadequate."""


def company(sheet: Sheet) -> None:
    """Write about people, machines and changes over a page or more."""
    for heading, text in (
        ("Control environment", _STAFF),
        ("Infrastructure and access", _MACHINES),
        ("Development and changes", _CHANGES),
    ):
        sheet.heading(heading, size=11)
        sheet.paras(text)


def duties(sheet: Sheet) -> None:
    """Write what management and the auditor answer for."""
    sheet.heading("Responsibilities and inherent limitations", size=11)
    sheet.paras(_DUTIES)


def passed(*controls: tuple[str, str, str]) -> tuple[tuple[str, str, str, str], ...]:
    """Fill the rows of a table of tests that all ended well."""
    return tuple((*control, "No exceptions noted.") for control in controls)
