"""Forms about vendors, services and contacts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from portal.core.errors import InvalidForm
from portal.core.forms import email_problem, parse
from portal.risk.levels import AccessKind, Criticality, DataClass, Records, Replaceability
from portal.risk.tiering import ServiceProfile
from portal.vendors.websites import website_problem


@dataclass(frozen=True, slots=True)
class VendorForm:
    """A vendor as a person adds or edits it."""

    name: str = field(metadata={"label": "Name", "limit": 200})
    website: str = field(default="", metadata={"label": "Website", "limit": 290, "check": website_problem})
    summary: str = field(default="", metadata={"label": "What it does for us", "limit": 2000})
    owner: UUID | None = field(default=None, metadata={"label": "Owner"})


@dataclass(frozen=True, slots=True)
class ProfileForm:
    """What the tier is worked out from."""

    data: tuple[DataClass, ...] = field(metadata={"label": "Data it touches"})
    records: Records = field(metadata={"label": "Records of people or accounts"})
    access: AccessKind = field(metadata={"label": "Access to our systems"})
    criticality: Criticality = field(metadata={"label": "How long we can do without it"})
    replaceability: Replaceability = field(metadata={"label": "Moving to another vendor"})
    internet_facing: bool = False
    sub_processors: bool = False

    @property
    def profile(self) -> ServiceProfile:
        """The value that tiers are worked out from."""
        return ServiceProfile(
            data=tuple(sorted(set(self.data), key=lambda kind: kind.rank)),
            records=self.records,
            access=self.access,
            criticality=self.criticality,
            internet_facing=self.internet_facing,
            sub_processors=self.sub_processors,
            replaceability=self.replaceability,
        )


@dataclass(frozen=True, slots=True)
class ServiceForm(ProfileForm):
    """A service as a person adds or edits it."""

    name: str = field(kw_only=True, metadata={"label": "Name", "limit": 200})
    summary: str = field(default="", kw_only=True, metadata={"label": "Summary", "limit": 2000})


@dataclass(frozen=True, slots=True)
class ContactForm:
    """A person at a vendor."""

    name: str = field(metadata={"label": "Name", "limit": 200})
    email: str = field(metadata={"label": "E-mail", "limit": 254, "check": email_problem})
    title: str = field(default="", metadata={"label": "Role at the vendor", "limit": 120})


# As the page asks, so that the list of mistakes reads from top to bottom.
_ORDER = ("name", "summary", "data", "records", "access", "criticality", "replaceability")


def parse_service(given: Mapping[str, list[str]]) -> ServiceForm:
    """Read a service's form; raises InvalidForm with a sentence a field, the choice of data included."""
    errors: dict[str, str] = {}
    try:
        form = parse(ServiceForm, given)
    except InvalidForm as error:
        errors = error.errors
    if problem := data_problem(given.get("data", [])):
        errors["data"] = problem
    if errors:
        raise InvalidForm({name: errors[name] for name in _ORDER if name in errors}, dict(given))
    return form


def parse_profile(given: Mapping[str, list[str]]) -> ServiceProfile | None:
    """Read as much of a service's form as the tier needs; None while some of it is missing."""
    try:
        return None if data_problem(given.get("data", [])) else parse(ProfileForm, given).profile
    except InvalidForm:
        return None


def data_problem(kinds: list[str]) -> str:
    """Return a sentence when the kinds of data do not go together, else an empty string."""
    if not kinds:
        return f"Data it touches: please choose what applies, or “{DataClass.NONE.label}”."
    if DataClass.NONE.value in kinds and len(set(kinds)) > 1:
        return f"Data it touches: “{DataClass.NONE.label}” does not go with other kinds."
    return ""
