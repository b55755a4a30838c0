"""Where a question is asked: about a vendor or all of them, in a conversation or as the beginning of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from portal.assistant.access import conversation_for
from portal.assistant.queries import vendor_of
from portal.assistant.tables import Conversation
from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.vendors.access import vendor_for
from portal.vendors.tables import Vendor


@dataclass(frozen=True, slots=True)
class Place:
    """The vendor asked about (None: all of them), and the conversation that goes on (None: one begins)."""

    vendor: Vendor | None
    conversation: Conversation | None


async def place_of(who: Principal, given: Mapping[str, Sequence[str]]) -> Place:
    """Find the place a form names; a conversation has its own vendor, whatever else the form says. Raises NotFound."""
    named = {name: values[-1].strip() for name, values in given.items() if values}
    if named.get("conversation"):
        row = await conversation_for(who, _uuid(named["conversation"]))
        return Place(await vendor_of(row), row)
    slug = named.get("vendor", "")
    return Place(await vendor_for(who, slug) if slug else None, None)


def document_in(given: Mapping[str, Sequence[str]]) -> UUID | None:
    """Return the one document that a form asks, if it names one; whose it is stays to be seen."""
    try:
        return UUID(given.get("document", [""])[-1].strip())
    except ValueError:
        return None


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound() from None
