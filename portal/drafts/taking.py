"""Taking a draft: inside the change it becomes part of, with what the audit entry says of it."""

from portal.core.clock import now
from portal.core.scope import Principal
from portal.drafts.tables import Draft


async def taken(who: Principal, draft: Draft | None, text: str) -> dict[str, object]:
    """Note that a draft was taken as this text, in the open transaction; returns what the audit entry adds."""
    if draft is None:
        return {}
    values: dict[object, object] = {
        Draft.taken_at: now(), Draft.taken_by_name: who.name, Draft.taken_text: text
    }  # fmt: skip
    await Draft.update(values).where(Draft.id == draft.id)  # type: ignore[arg-type]  # columns are keys
    return {
        "began_as_draft": str(draft.id),
        "draft_written_by": draft.written_by,
        "draft_edited": is_edited(draft, text),
    }


def is_edited(draft: Draft, text: str) -> bool:
    """Say whether a text differs from its draft in more than line ends, which browsers send otherwise."""
    return " ".join(text.split()) != " ".join(draft.text.split())
