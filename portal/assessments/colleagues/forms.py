"""The form that asks a colleague: what reaches a mailbox outside is short, plain and without links."""

import re
import unicodedata
from dataclasses import dataclass, field

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LINK = re.compile(r"://|\bwww\.|[^\W\d_]\.[^\W\d_]{2,}|@", re.IGNORECASE)
NAME_LIMIT, NOTE_LIMIT = 100, 300


def _address_problem(value: object) -> str:
    return "" if _ADDRESS.fullmatch(str(value)) else "Please enter one e-mail address, like name@example.com."


def _name_problem(value: object) -> str:
    plain = not _LINK.search(str(value)) and _is_plain(str(value)) and not set(str(value)) & set('<>"')
    return "" if plain else "Please enter the name alone, without signs, addresses or links."


def _note_problem(value: object) -> str:
    if not _is_plain(str(value).replace("\r\n", " ").replace("\n", " ")):
        return "Please take signs that cannot be seen out of the message."
    if _LINK.search(str(value)):
        return "Please leave links and addresses out of the message, and put a space behind each full stop."
    return ""


def _is_plain(text: str) -> bool:
    return not any(unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp") for sign in text)


@dataclass(frozen=True, slots=True)
class ColleagueForm:
    """Whom to ask for what; `parts` holds "whole", "section:<address>" and "question:<reference>"."""

    name: str = field(metadata={"label": "Name", "limit": NAME_LIMIT, "check": _name_problem})
    email: str = field(metadata={"label": "E-mail", "limit": 254, "check": _address_problem})
    parts: tuple[str, ...] = field(default=(), metadata={"label": "Part", "limit": 80})
    note: str = field(default="", metadata={"label": "Message", "limit": NOTE_LIMIT, "check": _note_problem})
