"""The people of the tests: one of each role at the bank, and two vendors who must never see each other's things."""

from dataclasses import dataclass

from portal.core.clock import now
from portal.core.scope import Principal, Role
from portal.people.sessions import principal
from portal.people.tables import Person
from portal.vendors.tables import Contact, Service, Vendor


@dataclass(frozen=True, slots=True)
class VendorSide:
    """A vendor with one service, one contact, and the contact as a principal."""

    vendor: Vendor
    service: Service
    contact: Contact
    who: Principal


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody."""

    administrator: Principal
    approver: Principal
    reviewer: Principal
    procurement: Principal
    auditor: Principal
    helio: VendorSide
    corvid: VendorSide

    @property
    def staff(self) -> dict[str, Principal]:
        """The company's people by role."""
        return {role.value: getattr(self, role.value) for role in Role if role is not Role.contact}


async def make_cast() -> Cast:
    """Add everybody to the database."""
    people = {
        "administrator": await _person("Ada Admin", Role.administrator),
        "approver": await _person("Miriam Okafor", Role.approver),
        "reviewer": await _person("Rosa Lindqvist", Role.reviewer),
        "procurement": await _person("Tom Achterberg", Role.procurement),
        "auditor": await _person("Ines Auditor", Role.auditor),
    }
    return Cast(**people, helio=await _vendor("Helio Payments", "Dana Ortiz"), corvid=await _vendor("Corvid Analytics", "Cal Weiss"))


async def _person(name: str, role: Role) -> Principal:
    person = Person(
        email=f"{name.split()[0].lower()}@aldgate.example",
        name=name,
        role=role.value,
        password_hash="",
        active=True,
        created_at=now(),
    )
    await person.save()
    return principal(person)


async def _vendor(name: str, contact_name: str) -> VendorSide:
    slug = name.lower().replace(" ", "-")
    vendor = Vendor(
        slug=slug, name=name, website="", summary="", tier="high", likelihood=3, impact=3, inherent="high", created_at=now()
    )
    await vendor.save()
    service = Service(
        vendor=vendor.id,
        name="Main service",
        summary="",
        profile="{}",
        tier="high",
        likelihood=3,
        impact=3,
        inherent="high",
        reasons="[]",
        created_at=now(),
    )
    await service.save()
    contact = Contact(
        vendor=vendor.id, name=contact_name, email=f"contact@{slug}.example", title="Security lead", created_at=now()
    )
    await contact.save()
    who = Principal(
        kind="contact", id=str(contact.id), name=contact.name, email=contact.email, role=Role.contact, vendor=vendor.id
    )
    return VendorSide(vendor, service, contact, who)
