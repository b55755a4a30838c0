"""What we write to a vendor's contact: subject and body, in plain words."""

from portal.assessments.tables import Assessment
from portal.core.dates import date_long
from portal.vendors.tables import Contact


def invitation_letter(company: str, assessment: Assessment, contact: Contact, link: str, days: int) -> tuple[str, str]:
    """Return subject and body of an invitation with its link."""
    due = f" by {date_long(assessment.due)}" if assessment.due else ""
    parts = [
        f"Hello {contact.name},",
        f"{assessment.sent_by_name} of {company} asks you to answer the questionnaire “{assessment.title}”{due}.",
        *([assessment.message] if assessment.message else []),
        "You need no account. Open this link and press the button on the page:",
        link,
        f"The link works once, on one device, for {days} days. On another device, or later, the same page mails you a "
        "fresh code. Everything you enter is saved at once, so you can stop and come back.",
        f"Only {company}'s reviewers can read what you enter. If you did not expect this message, do not open the link "
        f"and tell the person at {company} you work with.",
    ]
    return f"{company}: {assessment.title}", "\n\n".join(parts)


def returned_letter(
    company: str, assessment: Assessment, contact: Contact, link: str, count: int, note: str
) -> tuple[str, str]:
    """Return subject and body of the message that some questions came back."""
    questions = "One question" if count == 1 else f"{count} questions"
    came = "comes" if count == 1 else "come"
    parts = [
        f"Hello {contact.name},",
        f"{company} has read your answers to “{assessment.title}”. {questions} {came} back to you with a note each.",
        *([note] if note else []),
        "Open this link, answer what is marked, and submit again. Like the first link it works once, on one device:",
        link,
    ]
    return f"{company}: please look again at “{assessment.title}”", "\n\n".join(parts)
