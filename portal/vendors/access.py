"""Who may reach a vendor, its services and its contacts: fetch and authorise in one step."""

from uuid import UUID

from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.vendors.tables import Contact, Service, Vendor


async def vendor_for(who: Principal, slug: str) -> Vendor:
    """Return the vendor; a contact reaches its own only. Raises NotFound."""
    vendor = await Vendor.objects().where(Vendor.slug == slug).first()
    if vendor is None or not _reaches(who, vendor.id):
        raise NotFound()
    return vendor


async def vendor_by_id_for(who: Principal, vendor_id: UUID) -> Vendor:
    """Return the vendor with this id; a contact reaches its own only. Raises NotFound."""
    vendor = await Vendor.objects().where(Vendor.id == vendor_id).first()
    if vendor is None or not _reaches(who, vendor.id):
        raise NotFound()
    return vendor


async def service_for(who: Principal, vendor: Vendor, service_id: UUID) -> Service:
    """Return this vendor's service, retired or not. Raises NotFound for any other vendor's."""
    service = await Service.objects().where((Service.id == service_id) & (Service.vendor == vendor.id)).first()
    if service is None or not _reaches(who, vendor.id):
        raise NotFound()
    return service


async def contact_for(who: Principal, vendor: Vendor, contact_id: UUID) -> Contact:
    """Return this vendor's contact, retired or not. Raises NotFound for any other vendor's."""
    contact = await Contact.objects().where((Contact.id == contact_id) & (Contact.vendor == vendor.id)).first()
    if contact is None or not _reaches(who, vendor.id):
        raise NotFound()
    return contact


def _reaches(who: Principal, vendor_id: UUID) -> bool:
    return not who.role.outside or who.vendor == vendor_id
