"""Keeping a draft for the person it was written for."""

from dataclasses import dataclass
from uuid import UUID

from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.scope import Principal
from portal.drafts.composing import Composed
from portal.drafts.kinds import DraftKind
from portal.drafts.tables import Draft
from portal.evidence.quoting import quotes_to_json


@dataclass(frozen=True, slots=True)
class About:
    """What a draft is about: a vendor, and where it is one of a review, the question."""

    vendor: UUID
    assessment: UUID | None = None
    ref: str = ""


async def keep_draft(who: Principal, kind: DraftKind, about: About, written: Composed) -> Draft:
    """Keep a draft; it changes nothing but that it can be found again by the same person."""
    row = Draft(
        person=UUID(who.id),
        vendor=about.vendor,
        kind=kind.value,
        assessment=about.assessment,
        ref=about.ref,
        title=written.title,
        text=written.text,
        severity=written.severity,
        citations=quotes_to_json(written.quotes),
        removed=written.removed,
        written_by=written.written_by[:120],
        prompt_version=written.prompt_version,
        note=written.note,
        created_at=now(),
        taken_by_name="",
        taken_text="",
    )
    detail: dict[str, object] = {"kind": kind.value, "ref": about.ref, "written_by": row.written_by}
    async with transaction():
        await row.save()
        await audit.record(who, "draft.written", row, detail, vendor=about.vendor)
    return row
