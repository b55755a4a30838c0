"""Where each question of a review is found, and what an address asks to see; pure."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID


@dataclass(frozen=True, slots=True)
class View:
    """What the address asks to see."""

    ref: str = ""
    filter: str = ""
    hit: int = 1
    panel: str = ""
    text: bool = False
    draft: UUID | None = None


def address(assessment_id: UUID, ref: str, filter_name: str, **more: object) -> str:
    """Return the address of one question of a review."""
    given = {"ref": ref, "filter": filter_name, **more}
    query = urlencode({name: value for name, value in given.items() if value})
    return f"/reviews/{assessment_id}?{query}" if query else f"/reviews/{assessment_id}"
