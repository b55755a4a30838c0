"""The people of the tests: one of each role at the bank, and two vendors who must never see each other's things."""

from dataclasses import dataclass

from portal.core.clock import now
from portal.core.scope import Principal, Role
from portal.people.sessions import principal
from portal.people.tables import Person
from portal.risk.levels import AccessKind, Criticality, DataClass, Records, Replaceability
from portal.risk.tiering import ServiceProfile, tiering
from portal.vendors.profiles import profile_to_json, reasons_to_json
from portal.vendors.tables import Contact, Service, Vendor

# Likelihood 4 of 5 and impact 3 of 4: inherent risk high, tier 2.
PROFILE = ServiceProfile(
    data=(DataClass.PERSONAL,),
    records=Records.HUNDRED_THOUSANDS,
    access=AccessKind.DATA_ONLY,
    criticality=Criticality.WEEKS,
    internet_facing=True,
    sub_processors=True,
    replaceability=Replaceability.MODERATE,
)


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
        return {role.value: getattr(self, role.value) for role in Role if not role.outside}


async def make_cast() -> Cast:
    """Add everybody to the database."""
    people = {
        "administrator": await _person("Ada Admin", Role.administrator),
        "approver": await _person("Miriam Okafor", Role.approver),
        "reviewer": await _person("Rosa Lindqvist", Role.reviewer),
        "procurement": await _person("Tom Achterberg", Role.procurement),
        "auditor": await _person("Ines Auditor", Role.auditor),
    }
    return Cast(
        **people,
        helio=await add_vendor("Helio Payments", "Dana Ortiz"),
        corvid=await add_vendor("Corvid Analytics", "Cal Weiss"),
    )


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


async def add_vendor(name: str, contact_name: str) -> VendorSide:
    """Add a vendor with one service and one contact."""
    slug = name.lower().replace(" ", "-")
    worked_out = tiering(PROFILE)
    vendor = Vendor(
        slug=slug,
        name=name,
        website="",
        summary="",
        created_at=now(),
        tier=worked_out.tier.value,
        likelihood=worked_out.likelihood,
        impact=worked_out.impact,
        inherent=worked_out.inherent.value,
    )
    await vendor.save()
    service = Service(
        vendor=vendor.id,
        name="Main service",
        summary="",
        profile=profile_to_json(PROFILE),
        reasons=reasons_to_json(worked_out),
        created_at=now(),
        tier=worked_out.tier.value,
        likelihood=worked_out.likelihood,
        impact=worked_out.impact,
        inherent=worked_out.inherent.value,
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
