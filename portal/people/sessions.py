"""Sessions in our own table: opened at sign-in with a new random token, found by its hash, ended at once when revoked."""

import hashlib
import secrets
from datetime import timedelta
from uuid import UUID

from portal.core.clock import now
from portal.core.scope import Principal, Role
from portal.people.tables import ApiToken, Person, SignIn

STAFF_IDLE, STAFF_LONGEST = timedelta(hours=8), timedelta(hours=12)
CONTACT_IDLE, CONTACT_LONGEST = timedelta(days=14), timedelta(days=30)
_TOUCH = timedelta(minutes=1)


def secret_hash(secret: str) -> str:
    """Return how a 256-bit secret is kept: its SHA-256 in hex."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_secret() -> str:
    """Return 256 random bits as text for a cookie or a link."""
    return secrets.token_urlsafe(32)


async def open_session(principal: Principal, device: str) -> str:
    """Start a session and return the cookie's value; always a new one, so that a planted cookie never becomes a session."""
    token, outside = new_secret(), principal.role.outside
    await SignIn.insert(
        SignIn(
            token_hash=secret_hash(token),
            kind=principal.role.value if outside else "person",
            principal=UUID(principal.id),
            vendor=principal.vendor,
            name=principal.name,
            email=principal.email,
            device=device[:200],
            created_at=now(),
            seen_at=now(),
            expires_at=now() + (CONTACT_LONGEST if outside else STAFF_LONGEST),
        )
    )
    return token


async def find_principal(token: str) -> Principal | None:
    """Return who a cookie's value stands for, or None when it is unknown, idle for too long, expired or revoked."""
    sign_in = await SignIn.objects().where(SignIn.token_hash == secret_hash(token)).first()
    if sign_in is None:
        return None
    outside = sign_in.kind in (Role.contact, Role.colleague)
    idle = CONTACT_IDLE if outside else STAFF_IDLE
    if sign_in.expires_at <= now() or sign_in.seen_at + idle <= now():
        return None
    if sign_in.seen_at + _TOUCH < now():
        await SignIn.update({SignIn.seen_at: now()}).where(SignIn.id == sign_in.id)
    if outside:
        return _outsider(sign_in)
    return await _person(sign_in.principal, f"s{sign_in.id}")


async def find_token_owner(token: str) -> Principal | None:
    """Return the person an API token acts for, or None when it is unknown or revoked."""
    row = (
        await ApiToken.objects()
        .where((ApiToken.token_hash == secret_hash(token)) & ApiToken.revoked_at.is_null())
        .first()
    )
    if row is None:
        return None
    if row.used_at is None or row.used_at + _TOUCH < now():
        await ApiToken.update({ApiToken.used_at: now()}).where(ApiToken.id == row.id)
    return await _person(row.person, f"t{row.id}", kind="token", suffix=f" (token {row.name})")


async def end_session(token: str) -> None:
    """End the session of a cookie's value."""
    await SignIn.delete().where(SignIn.token_hash == secret_hash(token))


async def end_sessions_of(principal: UUID) -> None:
    """End every session of a person or contact."""
    await SignIn.delete().where(SignIn.principal == principal)


async def end_sessions_at(vendor: UUID) -> None:
    """End every session of a vendor's persons."""
    await SignIn.delete().where(SignIn.vendor == vendor)


def _outsider(sign_in: SignIn) -> Principal:
    return Principal(
        kind=sign_in.kind,
        id=str(sign_in.principal),
        name=sign_in.name,
        email=sign_in.email,
        role=Role(sign_in.kind),
        vendor=sign_in.vendor,
        session=f"s{sign_in.id}",
    )


async def _person(person_id: UUID, session: str, kind: str = "person", suffix: str = "") -> Principal | None:
    person = await Person.objects().where(Person.id == person_id).first()
    if person is None or not person.active:
        return None
    return principal(person, session, kind, suffix)


def principal(person: Person, session: str = "", kind: str = "person", suffix: str = "") -> Principal:
    """Return the principal a person's row stands for."""
    return Principal(
        kind=kind,
        id=str(person.id),
        name=person.name + suffix,
        email=person.email,
        role=Role(person.role),
        session=session,
    )
