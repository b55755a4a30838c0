"""Changing what the register says of a vendor, taking it out of use and back."""

from uuid import UUID

from piccolo.columns import Column

from portal.core import audit
from portal.core.database import transaction
from portal.core.scope import Can, Principal
from portal.people.sessions import end_sessions_at
from portal.vendors.adding import hold_register, refuse_double_name, refuse_unknown_owner
from portal.vendors.tables import Vendor
from portal.vendors.websites import whole_address


async def edit_vendor(
    by: Principal, vendor: Vendor, *, name: str, website: str = "", summary: str = "", owner: UUID | None = None
) -> None:
    """Change name, website, summary and owner; the slug stays, so that links go on working. Raises InvalidForm."""
    by.require(Can.edit_vendors)
    name, website = " ".join(name.split()), whole_address(website)
    changed: dict[Column | str, object] = {"name": name, "website": website, "summary": summary.strip(), "owner": owner}
    async with transaction():
        await hold_register()
        await refuse_double_name(name, except_slug=vendor.slug)
        if owner != vendor.owner:
            await refuse_unknown_owner(owner)
        await Vendor.update(changed).where(Vendor.id == vendor.id)
        await audit.record(by, "vendor.edited", vendor, _told(vendor, name, website, owner), vendor=vendor.id)


async def archive_vendor(by: Principal, vendor: Vendor) -> None:
    """Take a vendor out of the register's daily view; nothing is deleted, and its people are signed out."""
    by.require(Can.edit_vendors)
    async with transaction():
        await Vendor.update({Vendor.archived: True}).where(Vendor.id == vendor.id)
        await end_sessions_at(vendor.id)
        await audit.record(by, "vendor.archived", vendor, {"name": vendor.name}, vendor=vendor.id)


async def restore_vendor(by: Principal, vendor: Vendor) -> None:
    """Put an archived vendor back into the register."""
    by.require(Can.edit_vendors)
    async with transaction():
        await Vendor.update({Vendor.archived: False}).where(Vendor.id == vendor.id)
        await audit.record(by, "vendor.restored", vendor, {"name": vendor.name}, vendor=vendor.id)


def _told(vendor: Vendor, name: str, website: str, owner: UUID | None) -> dict[str, object]:
    return {"name": name, "name_before": vendor.name, "website": website, "owner": str(owner or "")}
