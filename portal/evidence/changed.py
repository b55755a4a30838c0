"""What stands on a vendor's evidence is worked out again when the evidence changes."""

from uuid import UUID

from portal.core.queue import enqueue

VERDICTS_OF_VENDOR, SUGGESTIONS = "review.vendor", "assessments.suggestions"


async def evidence_changed(vendor_id: UUID) -> None:
    """Have the verdicts and suggestions of a vendor worked out again; inside the open transaction."""
    await enqueue(VERDICTS_OF_VENDOR, str(vendor_id))
    await enqueue(SUGGESTIONS, str(vendor_id))
