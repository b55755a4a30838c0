"""A contact's own documents: how far each has come and what is wanted of them, without the reviewer's remarks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.evidence.queries import EvidenceLine, evidence_lines


@dataclass(frozen=True, slots=True)
class Library:
    """A contact's documents, as the card beside the form shows them; an error is a sentence by the document it is about."""

    lines: list[EvidenceLine]
    errors: dict[str, str]
    limit: int
    refresh: str = "/answer/library"
    password_errors: Mapping[UUID, str] = field(default_factory=dict)


async def library_of(
    who: Principal, settings: Settings, errors: dict[str, str], password_errors: Mapping[UUID, str] | None = None
) -> Library:
    """Return the documents of a contact's vendor; raises NotFound for anybody else."""
    if who.vendor is None:
        raise NotFound()
    lines = await evidence_lines(who.vendor)
    return Library(lines, errors, settings.upload_limit, password_errors=password_errors or {})
