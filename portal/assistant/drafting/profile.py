"""What a vendor does for us in a few sentences, from its services and their profiles; pure."""

from collections.abc import Sequence

from portal.drafts.foreign import ended, plain
from portal.risk.levels import Criticality, DataClass
from portal.risk.tiering import ServiceProfile
from portal.risk.wording import listed
from portal.vendors.profiles import level_of, profile_from_json, tier_of
from portal.vendors.tables import Service, Vendor

_WITHOUT = {
    Criticality.MONTHS: "a month or longer",
    Criticality.WEEKS: "a week or longer",
    Criticality.DAYS: "a few days",
    Criticality.HOURS: "a few hours at most",
}
_DATA = {
    DataClass.INTERNAL: "internal data",
    DataClass.PERSONAL: "personal data",
    DataClass.SPECIAL: "health data or the like",
    DataClass.PAYMENT: "payment data",
    DataClass.CREDENTIALS: "credentials and keys",
}
_MOST = 3


def does_for_us(vendor: Vendor, services: Sequence[Service]) -> list[str]:
    """Say what the services are, which data they touch, how long we can do without, and how risky that is."""
    name = plain(vendor.name)
    if not services:
        about = [ended(plain(vendor.summary))] if vendor.summary.strip() else []
        return [*about, f"What {name} does for us is not on record yet, so its risk is not worked out."]
    named = tuple(plain(one.name, 80) for one in services[:_MOST])
    more = f" and {len(services) - _MOST} more services" if len(services) > _MOST else ""
    said = [f"{name} provides us with {listed(named)}{more}."]
    said += [ended(plain(one.summary, 200)) for one in services[:1] if one.summary.strip()]
    profiles = [profile_from_json(one.profile) for one in services if one.profile]
    return [*said, *_touches(profiles), *_risk(vendor)]


def _touches(profiles: Sequence[ServiceProfile]) -> list[str]:
    data = tuple(words for kind, words in _DATA.items() if any(kind in one.data for one in profiles))
    said = [f"Of our data it handles {listed(data)}." if data else "It handles none of our data."] if profiles else []
    hardest = next((one for one in reversed(Criticality) if any(each.criticality is one for each in profiles)), None)
    return [*said, *([f"We could do without it for {_WITHOUT[hardest]}."] if hardest else [])]


def _risk(vendor: Vendor) -> list[str]:
    inherent, tier = level_of(vendor.inherent), tier_of(vendor.tier)
    if inherent is None or tier is None:
        return []
    return [
        f"Before any safeguards its risk is {inherent.label.lower()}, which makes it a vendor of tier {tier.number}."
    ]
