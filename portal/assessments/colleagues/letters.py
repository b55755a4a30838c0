"""What a colleague is mailed: it says plainly who asks, for which company and for what."""

from portal.assessments.colleagues.tables import Colleague
from portal.assessments.link_life import link_end
from portal.assessments.tables import Assessment
from portal.core.clock import now
from portal.core.dates import date_long, plural

Letter = tuple[str, str]


def asking_letter(company: str, vendor: str, assessment: Assessment, row: Colleague, words: str, link: str) -> Letter:
    """Return subject and body of the message that asks a colleague."""
    asks = f"{row.asked_by_name} of {vendor} asks you to help with the questionnaire “{assessment.title}”"
    note = " ".join(row.note.split())
    parts = [
        f"Hello {row.name},",
        f"{asks}, which {company} sent to {vendor}{_due(assessment)}. You are asked for {words}.",
        *([f"{row.asked_by_name} adds: “{note}”"] if note else []),
        *_way_in(link, assessment),
        f"Your answers stand under your name. {company}’s reviewers can read them, and so can your colleagues who work on "
        f"this questionnaire; {vendor} hands it in. If you do not know {row.asked_by_name}, do not open the link.",
    ]
    return _subject(f"{company[:50]}: {row.asked_by_name[:50]} asks you to help with {assessment.title}"), "\n\n".join(
        parts
    )


def reminding_letter(
    company: str, vendor: str, assessment: Assessment, row: Colleague, words: str, left: int, link: str
) -> Letter:
    """Return subject and body of the message that reminds a colleague."""
    waits = "1 question is" if left == 1 else f"{left} questions are"
    parts = [
        f"Hello {row.name},",
        f"{row.asked_by_name} of {vendor} asked you for {words} in the questionnaire “{assessment.title}” of {company}"
        f"{_due(assessment)}. {waits} still open.",
        *_way_in(link, assessment),
    ]
    return _subject(f"{company[:50]}: {row.asked_by_name[:50]} reminds you of {assessment.title}"), "\n\n".join(parts)


def fresh_letter(company: str, vendor: str, assessment: Assessment, row: Colleague, words: str, link: str) -> Letter:
    """Return subject and body of the message with a fresh link."""
    what = f"You asked for a fresh link to “{assessment.title}” of {company}, which {vendor} answers."
    parts = [f"Hello {row.name},", f"{what} {row.asked_by_name} asked you for {words}.", *_way_in(link, assessment)]
    return _subject(f"{company}: your fresh link to {assessment.title}"), "\n\n".join(parts)


def finished_letter(company: str, name: str, assessment: Assessment, lines: list[str], left: int, link: str) -> Letter:
    """Return subject and body of the message to who asked that colleagues have finished their parts; `lines` name them."""
    left_words = f"{plural(left, 'question')} that must be answered {'is' if left == 1 else 'are'} still open"
    rest = f"In the whole questionnaire {left_words}." if left else "Nothing that must be answered is open any more."
    who = lines[0].partition(":")[0] if len(lines) == 1 else plural(len(lines), "colleague")
    has = "has" if len(lines) == 1 else "have"
    parts = [
        f"Hello {name},",
        f"{who} {has} finished what you asked for in the questionnaire “{assessment.title}” of {company}:",
        "\n".join(f"- {line}" for line in lines),
        f"{rest} Who answered what stands under “Colleagues”; handing it in is up to you.",
        *_way_in(link, assessment),
    ]
    return _subject(f"{company[:50]}: {who[:50]} {has} finished, {assessment.title}"), "\n\n".join(parts)


def _way_in(link: str, assessment: Assessment) -> list[str]:
    until = date_long(link_end(assessment.due, now()))
    return [
        "You need no account. Open this link and press the button on the page:",
        link,
        f"The link works once, on one device, until {until}; an earlier one that you have not used stops working. On "
        "another device, or later, the same page mails you a fresh code. Everything you enter is saved at once.",
    ]


def _due(assessment: Assessment) -> str:
    return f", to be answered by {date_long(assessment.due)}" if assessment.due else ""


def _subject(text: str) -> str:
    return " ".join(text.split())[:150]
