"""What the pages about people show."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.core.clock import now
from portal.core.scope import Can, Principal, Role
from portal.people.choices import MessageMail
from portal.people.tables import ApiToken, Person, SignIn


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in the list."""

    id: UUID
    name: str
    email: str
    role: Role
    active: bool
    signed_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Everybody with an account, and the form to add one."""

    people: list[PersonLine]
    roles: list[tuple[str, str]]
    errors: dict[str, str]
    entered: dict[str, str]
    link: str
    link_for: str


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One device that is signed in."""

    id: UUID
    device: str
    created_at: datetime
    seen_at: datetime
    current: bool


@dataclass(frozen=True, slots=True)
class TokenLine:
    """One API token of the person."""

    id: UUID
    name: str
    created_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class AccountPage:
    """A person's own account: devices, tokens, password."""

    sessions: list[SessionLine]
    tokens: list[TokenLine]
    errors: dict[str, str]
    new_token: str
    has_password: bool
    messages: str
    message_options: list[tuple[str, str]]


STAFF_ROLES = [(role.value, role.label) for role in Role if not role.outside]


async def people_page(
    errors: dict[str, str] | None = None, entered: dict[str, str] | None = None, link: str = "", link_for: str = ""
) -> PeoplePage:
    """Return the list of people."""
    rows = await Person.objects().order_by(Person.name)
    people = [PersonLine(r.id, r.name, r.email, Role(r.role), r.active, r.signed_in_at) for r in rows]
    filled = {"email": "", "name": "", "role": Role.reviewer.value} | (entered or {})
    return PeoplePage(people, STAFF_ROLES, errors or {}, filled, link, link_for)


async def account_page(who: Principal, errors: dict[str, str] | None = None, new_token: str = "") -> AccountPage:
    """Return the person's own devices and tokens."""
    sessions = await (
        SignIn.objects()
        .where((SignIn.principal == who.id) & (SignIn.expires_at > now()))
        .order_by(SignIn.seen_at, ascending=False)
    )
    tokens = await (
        ApiToken.objects()
        .where((ApiToken.person == who.id) & ApiToken.revoked_at.is_null())
        .order_by(ApiToken.created_at, ascending=False)
    )
    person = await Person.objects().where(Person.id == who.id).first()
    return AccountPage(
        [SessionLine(s.id, s.device, s.created_at, s.seen_at, f"s{s.id}" == who.session) for s in sessions],
        [TokenLine(t.id, t.name, t.created_at, t.used_at) for t in tokens],
        errors or {},
        new_token,
        bool(person and person.password_hash),
        MessageMail.of(person.messages if person else "").value,
        [(one.value, one.label) for one in MessageMail] if who.can(Can.review) else [],
    )
