"""What happened lately, from the audit log, in plain sentences."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from portal.core.tables import AuditEntry
from portal.vendors.tables import Vendor

# What an action did, as the rest of a sentence that begins with who; {name} and the like come from the entry's detail.
SENTENCES: dict[str, str] = {
    "vendor.added": "added the vendor",
    "vendor.edited": "changed what the register says",
    "vendor.archived": "archived the vendor",
    "vendor.restored": "put the vendor back into the register",
    "service.added": "added the service {name}, tier {tier}",
    "service.edited": "changed the service {name}, tier {tier}",
    "service.retired": "retired the service {name}",
    "service.resumed": "put the service {name} back into use",
    "contact.added": "added {name} as a contact",
    "contact.edited": "changed the contact {name}",
    "contact.retired": "retired the contact {name}",
    "contact.resumed": "made {name} a contact again",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a vendor."""

    who: str
    words: str
    vendor: str
    slug: str
    at: datetime


async def recent_events(vendor: UUID | None = None, most: int = 12) -> list[Event]:
    """Return the newest things that happened to vendors, or to one."""
    about = AuditEntry.vendor == vendor if vendor else AuditEntry.vendor.is_not_null()
    rows = await AuditEntry.objects().where(about).order_by(AuditEntry.id, ascending=False).limit(most)
    wanted = {row.vendor for row in rows}
    names = {}
    if wanted:
        columns = (Vendor.id, Vendor.name, Vendor.slug)
        names = {row["id"]: row for row in await Vendor.select(*columns).where(Vendor.id.is_in(list(wanted)))}
    return [
        Event(row.actor_name, sentence(row.action, row.detail), found["name"], found["slug"], row.at)
        for row in rows
        if (found := names.get(row.vendor)) is not None
    ]


def sentence(action: str, detail: str) -> str:
    """Return what was done, as the rest of a sentence; an action without one of its own is said in its own words."""
    if action in SENTENCES:
        facts = {
            name: str(value) for name, value in msgspec.json.decode(detail or "{}", type=dict[str, object]).items()
        }
        return SENTENCES[action].format_map(_Missing(facts))
    subject, _, verb = action.partition(".")
    return f"{verb.replace('_', ' ')} ({subject.replace('_', ' ')})"


class _Missing(dict[str, str]):
    """Facts of an entry; one that is not there is left out of the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"
