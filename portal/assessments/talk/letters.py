"""What we write about new messages: who wrote at which questions, and where to read it.

The messages themselves are never in the mail: what is said about a vendor's security stays behind the link.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.core.dates import plural

_LISTED = 30


@dataclass(frozen=True, slots=True)
class News:
    """New messages at one question: the vendor, the questionnaire, how many, by whom, and where they are read."""

    vendor: str
    title: str
    question: str
    count: int
    who: str
    url: str = ""


def vendor_letter(company: str, name: str, news: Sequence[News], link: str) -> tuple[str, str]:
    """Return subject and body of the mail to a contact."""
    parts = [
        f"Hello {name},",
        f"{company} has written to you about your answers:",
        *(f"“{title}”\n" + _lines(mine) for title, mine in _by(news, "title")),
        "Read and answer it here. The messages stand beside the questions and under “Messages”:",
        link,
        "The link works once, on one device. You need no account. What was written is not in this mail, so that nobody else "
        "reads it on the way.",
    ]
    return f"{company}: {_counted(news)} about your answers", "\n\n".join(parts)


def staff_letter(name: str, news: Sequence[News]) -> tuple[str, str]:
    """Return subject and body of the mail to somebody of the company."""
    parts = [f"Hello {name},", "Vendors have written to you:"]
    parts += [f"{vendor}\n" + _lines(mine) for vendor, mine in _by(news, "vendor")]
    parts.append("How often you get this mail is set under “Your account”.")
    vendors = list(dict.fromkeys(one.vendor for one in news))
    about = vendors[0][:60] if len(vendors) == 1 else plural(len(vendors), "vendor")
    return f"{_counted(news)[:1].upper()}{_counted(news)[1:]} from {about}", "\n\n".join(parts)


def _lines(news: Iterable[News]) -> str:
    listed = list(news)
    lines = [f"- {one.question}: {_one(one)}" + (f"\n  {one.url}" if one.url else "") for one in listed[:_LISTED]]
    return "\n".join([*lines, *([f"- and {len(listed) - _LISTED} more questions"] if len(listed) > _LISTED else [])])


def _one(one: News) -> str:
    return f"{plural(one.count, 'message')} from {one.who}"


def _counted(news: Sequence[News]) -> str:
    return plural(sum(one.count for one in news), "new message")


def _by(news: Sequence[News], name: str) -> Iterable[tuple[str, Iterable[News]]]:
    def key(one: News) -> str:
        return str(getattr(one, name))

    return groupby(sorted(news, key=key), key)
