"""What the forms about vendors show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from portal.core.scope import Role
from portal.people.tables import Person
from portal.risk.levels import AccessKind, Criticality, DataClass, Labelled, Records, Replaceability
from portal.risk.matrix import IMPACT_WORDS, LIKELIHOOD_WORDS
from portal.risk.tiering import ServiceProfile, Tiering, tiering
from portal.vendors.profiles import profile_from_json
from portal.vendors.tables import Contact, Service, Vendor

Options = tuple[tuple[str, str], ...]
Entered = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class VendorFormPage:
    """The form of a vendor, new or known."""

    vendor: Vendor | None
    entered: dict[str, str]
    errors: dict[str, str]
    owners: Options


@dataclass(frozen=True, slots=True)
class TierView:
    """A tier with the sums behind it, or what is still missing."""

    tiering: Tiering | None
    likelihood_words: str = ""
    impact_words: str = ""


@dataclass(frozen=True, slots=True)
class ServiceFormPage:
    """The form of a service, new or known, with the tier that it gives."""

    vendor: Vendor
    service: Service | None
    entered: dict[str, str]
    data: tuple[str, ...]
    errors: dict[str, str]
    tier: TierView
    options: dict[str, Options]


@dataclass(frozen=True, slots=True)
class ContactFormPage:
    """The form of a contact, new or known."""

    vendor: Vendor
    contact: Contact | None
    entered: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)


async def vendor_form_page(
    vendor: Vendor | None = None, given: Entered | None = None, errors: dict[str, str] | None = None
) -> VendorFormPage:
    """Return the vendor's form: as entered, else as kept."""
    kept = {"name": "", "website": "", "summary": "", "owner": ""}
    if vendor is not None:
        kept = {
            "name": vendor.name, "website": vendor.website, "summary": vendor.summary, "owner": str(vendor.owner or "")
        }  # fmt: skip
    return VendorFormPage(vendor, _filled(kept, given), errors or {}, await _owners(vendor.owner if vendor else None))


def service_form_page(
    vendor: Vendor, service: Service | None = None, given: Entered | None = None, errors: dict[str, str] | None = None,
    tier: ServiceProfile | None = None,
) -> ServiceFormPage:  # fmt: skip
    """Return the service's form: as entered, else as kept; `tier` is the profile the tier is shown for."""
    kept = dict.fromkeys(_SERVICE_FIELDS, "")
    data: tuple[str, ...] = ()
    if service is not None and given is None:
        tier = profile_from_json(service.profile)
        kept |= {"name": service.name, "summary": service.summary, **_profile_values(tier)}
        data = tuple(kind.value for kind in tier.data)
    chosen = tuple(given.get("data", ())) if given is not None else data
    entered = _filled(kept if given is None else dict.fromkeys(_SERVICE_FIELDS, ""), given)
    return ServiceFormPage(vendor, service, entered, chosen, errors or {}, tier_view(tier), _OPTIONS)


def contact_form_page(
    vendor: Vendor, contact: Contact | None = None, given: Entered | None = None, errors: dict[str, str] | None = None
) -> ContactFormPage:
    """Return the contact's form: as entered, else as kept."""
    kept = {"name": "", "email": "", "title": ""}
    if contact is not None:
        kept = {"name": contact.name, "email": contact.email, "title": contact.title}
    return ContactFormPage(vendor, contact, _filled(kept, given), errors or {})


def tier_view(profile: ServiceProfile | None) -> TierView:
    """Return the tier of a profile with its sums in words; without a profile, none."""
    if profile is None:
        return TierView(None)
    worked_out = tiering(profile)
    return TierView(worked_out, LIKELIHOOD_WORDS[worked_out.likelihood - 1], IMPACT_WORDS[worked_out.impact - 1])


_SERVICE_FIELDS = (
    "name", "summary", "records", "access", "criticality", "replaceability", "internet_facing", "sub_processors",
)  # fmt: skip


def _options(kind: type[Labelled]) -> Options:
    return tuple((member.value, member.label) for member in kind)


_OPTIONS = {
    "data": _options(DataClass),
    "records": _options(Records),
    "access": _options(AccessKind),
    "criticality": _options(Criticality),
    "replaceability": _options(Replaceability),
}


def _profile_values(profile: ServiceProfile) -> dict[str, str]:
    return {
        "records": profile.records.value,
        "access": profile.access.value,
        "criticality": profile.criticality.value,
        "replaceability": profile.replaceability.value,
        "internet_facing": "yes" if profile.internet_facing else "",
        "sub_processors": "yes" if profile.sub_processors else "",
    }


def _filled(kept: dict[str, str], given: Entered | None) -> dict[str, str]:
    return kept | {name: values[-1] for name, values in (given or {}).items() if name in kept and values}


async def _owners(current: UUID | None) -> Options:
    rows = await Person.select(Person.id, Person.name, Person.role, Person.active).order_by(Person.name)
    return tuple(
        (str(row["id"]), f"{row['name']} ({Role(row['role']).label.lower()})")
        for row in rows
        if row["active"] or row["id"] == current
    )
