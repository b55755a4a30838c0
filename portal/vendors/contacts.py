"""A vendor's contacts: the people who get its links."""

from piccolo.columns import Column

from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import InvalidForm
from portal.core.forms import email_problem
from portal.core.scope import Can, Principal
from portal.people.sessions import end_sessions_of
from portal.vendors.tables import Contact, Vendor


async def add_contact(by: Principal, vendor: Vendor, name: str, email: str, title: str = "") -> Contact:
    """Add a person at the vendor. Raises InvalidForm."""
    by.require(Can.edit_vendors)
    name, email = " ".join(name.split()), _address(email)
    async with transaction():
        await _refuse_double(vendor, email)
        contact = Contact(vendor=vendor.id, name=name, email=email, title=title.strip(), created_at=now())
        await contact.save()
        await audit.record(by, "contact.added", contact, {"name": name, "email": email}, vendor=vendor.id)
    return contact


async def edit_contact(
    by: Principal, vendor: Vendor, contact: Contact, *, name: str, email: str, title: str = ""
) -> None:
    """Change a contact; another address ends the sessions opened by links to the old one. Raises InvalidForm."""
    by.require(Can.edit_vendors)
    email = _address(email)
    changed: dict[Column | str, object] = {"name": " ".join(name.split()), "email": email, "title": title.strip()}
    async with transaction():
        if email != contact.email:
            await _refuse_double(vendor, email)
            await end_sessions_of(contact.id)
        await Contact.update(changed).where(Contact.id == contact.id)
        detail: dict[str, object] = {"name": changed["name"], "email": email, "email_before": contact.email}
        await audit.record(by, "contact.edited", contact, detail, vendor=vendor.id)


async def retire_contact(by: Principal, vendor: Vendor, contact: Contact) -> None:
    """Stop writing to a person; every session of theirs ends at once."""
    by.require(Can.edit_vendors)
    async with transaction():
        await Contact.update({Contact.active: False}).where(Contact.id == contact.id)
        await end_sessions_of(contact.id)
        await audit.record(by, "contact.retired", contact, {"name": contact.name}, vendor=vendor.id)


async def resume_contact(by: Principal, vendor: Vendor, contact: Contact) -> None:
    """Write to a retired contact again; they need a fresh link."""
    by.require(Can.edit_vendors)
    async with transaction():
        await Contact.update({Contact.active: True}).where(Contact.id == contact.id)
        await audit.record(by, "contact.resumed", contact, {"name": contact.name}, vendor=vendor.id)


async def _refuse_double(vendor: Vendor, email: str) -> None:
    if await Contact.exists().where((Contact.vendor == vendor.id) & (Contact.email == email)):
        raise InvalidForm({"email": f"{vendor.name} has a contact with that address already; it may be a retired one."})


def _address(email: str) -> str:
    email = email.strip().lower()
    if problem := email_problem(email):
        raise InvalidForm({"email": problem})
    return email
