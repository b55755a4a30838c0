"""Signing in and out: by password, or by a one-time link from the command line or an administrator."""

from datetime import timedelta
from uuid import UUID

from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import InvalidForm, NotFound
from portal.core.limits import count_attempt, forget_attempts
from portal.core.scope import SYSTEM, Principal
from portal.people.passwords import hash_password, matches, password_problem
from portal.people.sessions import end_session, end_sessions_of, new_secret, open_session, principal, secret_hash
from portal.people.tables import Person, SignIn, SignInLink

_WITHIN = timedelta(minutes=15)
LINK_LIFE = timedelta(days=2)
_WRONG = "E-mail or password is wrong."


async def sign_in(email: str, password: str, device: str, address: str) -> str:
    """Check the password and open a session; returns the cookie's value. Raises InvalidForm or TooManyAttempts.

    Ten tries per account and address, forty per address, a hundred per account, each in fifteen minutes: a stranger
    who guesses from elsewhere does not lock the owner out for long.
    """
    email = email.strip().lower()
    await count_attempt(f"sign-in:{address}", 40, _WITHIN)
    await count_attempt(f"sign-in:{email[:80]}:{address}", 10, _WITHIN)
    await count_attempt(f"sign-in:{email[:80]}", 100, _WITHIN)
    person = await Person.objects().where((Person.email == email) & Person.active.eq(True)).first()
    if not await matches(password, person.password_hash if person else "") or person is None:
        await _note_failure(email)
        raise InvalidForm({"password": _WRONG}, {"email": [email]})
    await forget_attempts(f"sign-in:{email[:80]}:{address}")
    return await _open(person, device, "person.signed_in")


async def sign_in_by_link(code: str, device: str) -> str:
    """Exchange a link's code for a session; a code works once (the sample programme's doors: until they expire)."""
    async with transaction():
        link = await SignInLink.objects().where(SignInLink.code_hash == secret_hash(code)).first()
        if link is None or link.expires_at <= now():
            raise NotFound("This sign-in link is no longer valid. Ask an administrator for a new one.")
        if not link.reusable:
            await _use_up(link)
        person = await Person.objects().where((Person.id == link.person) & Person.active.eq(True)).first()
        if person is None:
            raise NotFound("This sign-in link is no longer valid. Ask an administrator for a new one.")
        return await _open(person, device, "person.signed_in_by_link")


async def make_link(person: Person, life: timedelta = LINK_LIFE, reusable: bool = False) -> str:
    """Make a sign-in link's code for a person; only its hash is kept. Runs inside the open transaction."""
    code = new_secret()
    await SignInLink.insert(
        SignInLink(
            code_hash=secret_hash(code), person=person.id, reusable=reusable, created_at=now(), expires_at=now() + life
        )
    )
    return code


async def sign_out(token: str, who: Principal) -> None:
    """End this session."""
    async with transaction():
        await end_session(token)
        await audit.record(who, "person.signed_out", f"{who.kind}:{who.id}", vendor=who.vendor)


async def sign_out_device(who: Principal, session_id: UUID) -> None:
    """End one of the person's own sessions, on whichever device. Raises NotFound for anybody else's."""
    own = (SignIn.id == session_id) & (SignIn.principal == who.id) & (SignIn.expires_at > now())
    async with transaction():
        if not await SignIn.delete().where(own).returning(SignIn.id):
            raise NotFound()
        await audit.record(who, "person.device_signed_out", f"session:{session_id}")


async def choose_password(who: Principal, password: str, repeated: str) -> None:
    """Set the person's password; ends all sessions, so that every device signs in anew."""
    problem = password_problem(password, who.email)
    if problem:
        raise InvalidForm({"password": problem})
    if password != repeated:
        raise InvalidForm({"repeated": "The two passwords are not the same."})
    hashed = await hash_password(password)
    async with transaction():
        person = await Person.objects().where(Person.id == who.id).first()
        if person is None:
            raise NotFound()
        await Person.update({Person.password_hash: hashed}).where(Person.id == person.id)
        await end_sessions_of(person.id)
        await audit.record(who, "person.password_chosen", person)


async def _use_up(link: SignInLink) -> None:
    unused = (SignInLink.id == link.id) & SignInLink.used_at.is_null()
    if not await SignInLink.update({SignInLink.used_at: now()}).where(unused).returning(SignInLink.id):
        raise NotFound("This sign-in link was used already. Ask an administrator for a new one.")


async def _open(person: Person, device: str, action: str) -> str:
    async with transaction():
        token = await open_session(principal(person), device)
        await Person.update({Person.signed_in_at: now()}).where(Person.id == person.id)
        await audit.record(principal(person), action, person)
    return token


async def _note_failure(email: str) -> None:
    async with transaction():
        await audit.record(SYSTEM, "person.sign_in_failed", f"email:{email[:60]}")
