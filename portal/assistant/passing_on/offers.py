"""Where a question can be passed on to a vendor: offered by name while they are few, else as a choice; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from portal.assistant.records.naming import Named
from portal.assistant.tables import Turn
from portal.assistant.threads import ids_from_json
from portal.core.scope import Can, Principal
from portal.vendors.tables import Vendor

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """A link that passes a question on, with its words."""

    label: str
    url: str


def may_pass_on(who: Principal) -> bool:
    """Whether this person may write to vendors: in an open questionnaire, and with a new one."""
    return who.can(Can.review) and who.can(Can.assess)


def askable(turn: Turn, vendor: Vendor | None, readable: Sequence[Named]) -> list[Named]:
    """Return the current vendors a question was about: that of its conversation, else those of all it was narrowed to."""
    if vendor is not None:
        return [] if vendor.archived else [Named(vendor.id, vendor.slug, vendor.name)]
    narrowed = ids_from_json(turn.vendors)
    return [one for one in readable if narrowed is None or one.id in narrowed]


def offers(turn_id: UUID, vendors: Sequence[Named], over_all: bool) -> tuple[Offer, ...]:
    """Return the links under a question about these vendors."""
    if not vendors:
        return ()
    if not over_all:
        return (Offer("Ask the vendor", address(turn_id)),)
    if len(vendors) > MOST_NAMED:
        return (Offer("Ask a vendor", address(turn_id)),)
    return tuple(Offer(f"Ask {one.name}", address(turn_id, one.slug)) for one in vendors)


def address(turn_id: UUID, slug: str = "", assessment: UUID | None = None) -> str:
    """Return where a question is passed on: to a vendor, and in one of its open questionnaires, if they are known."""
    query = [f"vendor={slug}"] if slug else []
    query += [f"assessment={assessment}"] if assessment else []
    return f"/assistant/turns/{turn_id}/vendor" + ("?" + "&".join(query) if query else "")


def with_questionnaire(turn_id: UUID, slug: str) -> str:
    """Return where a question is passed on to a vendor with a new questionnaire."""
    return f"/assistant/turns/{turn_id}/questionnaire?vendor={slug}"
