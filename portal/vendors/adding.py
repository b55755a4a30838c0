"""Adding a vendor to the register."""

from uuid import UUID

from portal.core import audit
from portal.core.clock import now
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.errors import InvalidForm
from portal.core.scope import Can, Principal
from portal.people.tables import Person
from portal.vendors.slugs import free_slug
from portal.vendors.tables import Vendor
from portal.vendors.websites import website_problem, whole_address

_REGISTER_LOCK = 7_301_965


async def add_vendor(
    by: Principal, name: str, website: str = "", summary: str = "", owner: UUID | None = None
) -> Vendor:
    """Add a vendor under a slug of its own; tier and risk come with its first service. Raises InvalidForm."""
    by.require(Can.edit_vendors)
    name, website = " ".join(name.split()), whole_address(website)
    if not name or len(name) > 200:
        raise InvalidForm({"name": "Name: please give a name of at most 200 characters."})
    if problem := website_problem(website):
        raise InvalidForm({"website": problem})
    async with transaction():
        await hold_register()
        await refuse_double_name(name)
        await refuse_unknown_owner(owner)
        vendor = Vendor(
            slug=await free_slug(name),
            name=name,
            website=website,
            summary=summary.strip(),
            owner=owner,
            tier="",
            inherent="",
            created_at=now(),
        )
        await vendor.save()
        await audit.record(by, "vendor.added", vendor, {"name": name, "slug": vendor.slug}, vendor=vendor.id)
    return vendor


async def refuse_double_name(name: str, except_slug: str = "") -> None:
    """Raise InvalidForm when another vendor of the register has this name, whatever its case."""
    rows = await Vendor.select(Vendor.name, Vendor.slug)
    for row in rows:
        if row["slug"] != except_slug and row["name"].casefold() == name.casefold():
            raise InvalidForm({"name": f"{row['name']} is in the register already, as {row['slug']}."})


async def refuse_unknown_owner(owner: UUID | None) -> None:
    """Raise InvalidForm when the owner is nobody who works here."""
    if owner and not await Person.exists().where((Person.id == owner) & Person.active.eq(True)):
        raise InvalidForm({"owner": "Owner: please choose one of the people listed."})


async def hold_register() -> None:
    """Let no other name in until the open transaction ends; SQLite's one writer does so by itself."""
    if is_postgres():
        await run_sql("SELECT pg_advisory_xact_lock({})", _REGISTER_LOCK)
