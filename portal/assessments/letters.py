"""What we write to a vendor's contact and to the sender: subject and body, in plain words."""

from datetime import datetime

from portal.assessments.receipts import Receipt
from portal.assessments.tables import Assessment
from portal.core.dates import date_long, plural
from portal.vendors.tables import Contact


def invitation_letter(
    company: str, assessment: Assessment, contact: Contact, link: str, until: datetime
) -> tuple[str, str]:
    """Return subject and body of an invitation with its link."""
    due = f" by {date_long(assessment.due)}" if assessment.due else ""
    parts = [
        f"Hello {contact.name},",
        f"{assessment.sent_by_name} of {company} asks you to answer the questionnaire “{assessment.title}”{due}.",
        *([assessment.message] if assessment.message else []),
        "You need no account. Open this link and press the button on the page:",
        link,
        f"The link works once, on one device, until {date_long(until)}. On another device, or later, the same page mails "
        "you a fresh code. Everything you enter is saved at once, so you can stop and come back.",
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


def submitted_letter(name: str, vendor: str, receipt: Receipt, link: str) -> tuple[str, str]:
    """Return subject and body of the message to the sender that a questionnaire was submitted."""
    parts = [
        f"Hello {name},",
        f"{vendor} has submitted “{receipt.questionnaire}”: {plural(receipt.answers, 'answer')}, attested by "
        f"{receipt.attested_name}, {receipt.attested_title}.",
        "The answers are being checked against the vendor's documents. The review is here:",
        link,
    ]
    return f"{vendor[:60]} has submitted “{receipt.questionnaire[:80]}” ({receipt.number})", "\n\n".join(parts)
