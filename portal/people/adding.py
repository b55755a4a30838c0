"""Adding people, changing their role, switching them off, and their API tokens."""

from uuid import UUID

from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.forms import email_problem
from portal.core.scope import Principal, Role
from portal.people.choices import MessageMail
from portal.people.sessions import end_sessions_of, new_secret, secret_hash
from portal.people.signing_in import make_link
from portal.people.tables import ApiToken, Person


async def add_person(by: Principal, email: str, role: Role, name: str = "") -> tuple[Person, str]:
    """Add a person and return the row with the code of a one-time sign-in link. Raises InvalidForm."""
    email = email.strip().lower()
    if problem := email_problem(email):
        raise InvalidForm({"email": problem}, {"email": [email], "name": [name]})
    if role.outside:
        raise InvalidForm({"role": "A vendor's contact is added on the vendor's page."})
    async with transaction():
        if await Person.exists().where(Person.email == email):
            raise InvalidForm({"email": f"{email} has an account already."}, {"email": [email], "name": [name]})
        person = Person(
            email=email,
            name=" ".join(name.split()) or email.partition("@")[0].replace(".", " ").title(),
            role=role.value,
            password_hash="",
            active=True,
            created_at=now(),
        )
        await person.save()
        code = await make_link(person)
        await audit.record(by, "person.added", person, {"email": email, "role": role.value})
    return person, code


async def change_person(by: Principal, person_id: UUID, role: Role, active: bool) -> None:
    """Change role and whether the account is active; both count from the next request. Nobody changes themselves."""
    if str(person_id) == by.id:
        raise Conflict("You cannot change your own role or switch yourself off. Ask another administrator.")
    if role.outside:
        raise InvalidForm({"role": "Please choose a role of the company."})
    async with transaction():
        person = await get_person(person_id)
        await Person.update({Person.role: role.value, Person.active: active}).where(Person.id == person.id)
        if not active:
            await end_sessions_of(person.id)
        await audit.record(by, "person.changed", person, {"role": role.value, "active": active})


async def new_link(by: Principal, person_id: UUID) -> str:
    """Make a fresh one-time sign-in link for a person and return its code."""
    async with transaction():
        person = await get_person(person_id)
        code = await make_link(person)
        await audit.record(by, "person.link_made", person)
    return code


async def choose_mail(who: Principal, choice: MessageMail) -> None:
    """Choose how one hears by mail that vendors wrote."""
    async with transaction():
        person = await get_person(UUID(who.id))
        await Person.update({Person.messages: choice.value}).where(Person.id == person.id)
        await audit.record(who, "person.mail_chosen", person, {"messages": choice.value})


async def create_token(by: Principal, person: Person, name: str) -> str:
    """Make an API token for a person and return it; it is shown this once."""
    token = f"surety_{new_secret()}"
    async with transaction():
        row = ApiToken(token_hash=secret_hash(token), person=person.id, name=name[:100] or "token", created_at=now())
        await row.save()
        await audit.record(by, "token.created", row, {"name": row.name, "person": str(person.id)})
    return token


async def revoke_own_token(by: Principal, token_id: UUID) -> None:
    """Revoke one of one's own API tokens; it stops working at once. Raises NotFound for anybody else's."""
    async with transaction():
        row = await ApiToken.objects().where((ApiToken.id == token_id) & (ApiToken.person == by.id)).first()
        if row is None:
            raise NotFound()
        await ApiToken.update({ApiToken.revoked_at: now()}).where(ApiToken.id == row.id)
        await audit.record(by, "token.revoked", row)


async def get_person(person_id: UUID) -> Person:
    """Return the person; raises NotFound."""
    person = await Person.objects().where(Person.id == person_id).first()
    if person is None:
        raise NotFound()
    return person


async def get_person_by_email(email: str) -> Person:
    """Return the person with this address; raises NotFound with a sentence for the command line."""
    person = await Person.objects().where(Person.email == email.strip().lower()).first()
    if person is None:
        raise NotFound(f"Nobody here has the address {email}. Add them with: surety person add {email} --role ROLE")
    return person
