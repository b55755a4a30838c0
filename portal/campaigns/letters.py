"""What campaigns write: to a contact that a date comes near, has moved or is off, and once a day to an owner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.core.clock import today
from portal.core.dates import date_long, due

_DEVICE = "Like the first link it works once, on one device. What was entered so far is kept. You need no account."
_STILL = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """One questionnaire that a contact has to answer, and until when."""

    title: str
    due: date


def reminder_letter(company: str, name: str, asked: Sequence[Asked], link: str) -> tuple[str, str]:
    """Return subject and body of a reminder, of one questionnaire or several; the most urgent first."""
    first = asked[0]
    late = first.due < today()
    lines = [f"- {one.title}: {due(one.due)} ({date_long(one.due)})" for one in asked]
    said = f"{company} waits for your answers to “{first.title}”, which " + (
        f"were due on {date_long(first.due)}." if late else f"are due on {date_long(first.due)}."
    )
    parts = [
        f"Hello {name},",
        said
        if len(asked) == 1
        else f"{company} waits for your answers to {len(asked)} questionnaires:\n" + "\n".join(lines),
        "Open this link and go on where you stopped:",
        link,
        _DEVICE,
        "If you cannot answer, or are not the right person, please tell the person you work with.",
    ]
    subject = f"{company}: “{first.title}” {'is overdue' if late else due(first.due).replace('due', 'is due', 1)}"
    return subject if len(asked) == 1 else f"{company}: {len(asked)} questionnaires to answer", "\n\n".join(parts)


def moved_letter(company: str, name: str, asked: Asked, link: str) -> tuple[str, str]:
    """Return subject and body of the message that there is another date."""
    parts = [
        f"Hello {name},",
        f"{company} has changed the date of “{asked.title}”: you have until {date_long(asked.due)} now.",
        "The questionnaire is here:",
        link,
    ]
    return f"{company}: another date for “{asked.title}”", "\n\n".join([*parts, _DEVICE])


def cancelled_letter(company: str, name: str, title: str, reason: str) -> tuple[str, str]:
    """Return subject and body of the message that nothing needs to be answered any more, and why."""
    parts = [
        f"Hello {name},",
        f"{company} has called off the questionnaire “{title}”. There is nothing left for you to do.",
        f"The reason: {reason}",
        "Its link no longer works. What you entered is kept.",
    ]
    return f"{company}: “{title}” is called off", "\n\n".join(parts)


@dataclass(frozen=True, slots=True)
class CampaignNews:
    """What happened in one campaign since its owner was last written to."""

    title: str
    url: str
    submitted: Sequence[str]
    returned: int
    late: int
    total: int


@dataclass(frozen=True, slots=True)
class Late:
    """A vendor that is past its date by so much that its owner is asked to step in."""

    vendor: str
    title: str
    due: date
    contact: str
    url: str


def digest_letter(name: str, late: Sequence[Late], news: Sequence[CampaignNews]) -> tuple[str, str]:
    """Return subject and body of the one mail a day: who needs a word from the owner, and what came in."""
    parts = [f"Hello {name},"]
    if late:
        lines = [
            f"- {one.vendor}: “{one.title}”, {due(one.due)}. Asked: {one.contact}\n  {one.url}" for one in late[:_STILL]
        ]
        parts.append("These vendors do not answer our reminders. Please speak to them:\n" + "\n".join(lines))
        if len(late) > _STILL:
            parts.append(f"And {len(late) - _STILL} more.")
    parts += [_news(one) for one in news]
    return _subject(late, news), "\n\n".join(parts)


def _news(one: CampaignNews) -> str:
    names = ", ".join(one.submitted[:_STILL]) + (
        f" and {len(one.submitted) - _STILL} more" if len(one.submitted) > _STILL else ""
    )
    lines = [
        f"{one.title}: {one.returned} of {one.total} have submitted, {one.late} {'is' if one.late == 1 else 'are'} overdue."
    ]
    lines += [f"Since the last mail: {names}."] if one.submitted else []
    return "\n".join([*lines, one.url])


def _subject(late: Sequence[Late], news: Sequence[CampaignNews]) -> str:
    came = sum(len(one.submitted) for one in news)
    told = [f"{len(late)} overdue to speak to" if late else "", f"{came} submitted" if came else ""]
    return "Campaigns: " + ", ".join(part for part in told if part)
