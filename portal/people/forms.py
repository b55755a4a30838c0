"""Forms about people."""

from dataclasses import dataclass, field

from portal.core.forms import email_problem
from portal.core.scope import Role
from portal.people.choices import MessageMail


@dataclass(frozen=True, slots=True)
class SignInForm:
    """E-mail and password."""

    email: str = field(metadata={"label": "E-mail", "limit": 254})
    password: str = field(metadata={"label": "Password", "limit": 200})
    next: str = "/"


@dataclass(frozen=True, slots=True)
class PasswordForm:
    """A new password, twice."""

    password: str = field(metadata={"label": "New password", "limit": 200})
    repeated: str = field(metadata={"label": "Once more", "limit": 200})


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A person to add."""

    email: str = field(metadata={"label": "E-mail", "limit": 254, "check": email_problem})
    role: Role = field(metadata={"label": "Role"})
    name: str = field(default="", metadata={"label": "Name", "limit": 200})


@dataclass(frozen=True, slots=True)
class PersonChange:
    """A person's role and whether the account is active."""

    role: Role = field(metadata={"label": "Role"})
    active: bool = False


@dataclass(frozen=True, slots=True)
class TokenForm:
    """A name for an API token."""

    name: str = field(metadata={"label": "Name", "limit": 100})


@dataclass(frozen=True, slots=True)
class MailForm:
    """How one hears of vendors' messages."""

    messages: MessageMail = field(metadata={"label": "Messages from vendors"})
