"""A rating as plain values, for the command line and programs."""

import json

from portal.ratings.approving import conditions_of
from portal.ratings.record import condition_plain
from portal.ratings.recorded import Plain
from portal.ratings.tables import RatingRecord
from portal.review.quotes import quotes_from_json


async def rating_plain(row: RatingRecord, vendor: str) -> Plain:
    """Return a rating with every reason; `document` is a file's name and `page` counts from 1."""
    result = json.loads(row.result)
    return {
        "id": str(row.id),
        "number": row.number,
        "vendor": vendor,
        "service": str(row.service) if row.service else None,
        "assessment": str(row.assessment),
        "state": row.state,
        **{name: result[name] for name in _SHOWN},
        "valid_until": row.valid_until.isoformat() if row.valid_until else None,
        "approved_by": row.approved_by_name or None,
        "record_hash": row.record_hash or None,
        "conditions": [condition_plain(one) for one in await conditions_of(row.id)],
        "narrative": row.narrative,
        "citations": [
            {"document": quote.document, "page": quote.page, "quote": quote.text}
            for quote in quotes_from_json(row.citations)
        ],
    }


_SHOWN = (
    "method", "tier", "inherent", "residual", "grade", "score", "strength", "confidence", "areas", "reasons",
    "residual_reasons",
)  # fmt: skip
