"""Forms of assessments."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from portal.core.forms import email_problem


@dataclass(frozen=True, slots=True)
class SendForm:
    """Whom to send what, until when; a new contact when `new_email` is filled in."""

    questionnaire: str = field(metadata={"label": "Questionnaire", "limit": 120})
    due: date | None = field(default=None, metadata={"label": "Due date"})
    service: UUID | None = field(default=None, metadata={"label": "Service"})
    contact: UUID | None = field(default=None, metadata={"label": "Contact"})
    new_name: str = field(default="", metadata={"label": "Name", "limit": 200})
    new_email: str = field(default="", metadata={"label": "E-mail", "limit": 254, "check": email_problem})
    message: str = field(default="", metadata={"label": "Message", "limit": 4000})


@dataclass(frozen=True, slots=True)
class DueForm:
    """Another due date."""

    due: date | None = field(default=None, metadata={"label": "Due date"})


@dataclass(frozen=True, slots=True)
class CodeForm:
    """The code of an invitation."""

    code: str = field(metadata={"label": "Code", "limit": 200})


@dataclass(frozen=True, slots=True)
class FreshCodeForm:
    """Where to mail a fresh code."""

    email: str = field(metadata={"label": "E-mail", "limit": 254, "check": email_problem})


@dataclass(frozen=True, slots=True)
class AttestationForm:
    """Who stands behind the answers."""

    name: str = field(metadata={"label": "Your name", "limit": 200})
    title: str = field(metadata={"label": "Your title", "limit": 120})
    confirmed: bool = False
