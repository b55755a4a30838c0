"""Where the answers that stand were taken from, for the vendor and for the reviewer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.assessments.reuse.states import ReuseState
from portal.assessments.reuse.tables import Reuse
from portal.core.dates import date_long
from questionnaires.values import AnswerRow, given_from_json


@dataclass(frozen=True, slots=True)
class Taken:
    """The earlier answer that one which stands was taken from, and whether it was changed since."""

    source: UUID
    source_ref: str
    title: str
    by: str
    at: datetime
    changed: bool

    @property
    def words(self) -> str:
        """Say it in one line, as in “Taken from Core of 2025, unchanged”."""
        return f"Taken from “{self.title}” of {self.at.year}, {'changed' if self.changed else 'unchanged'}"

    @property
    def details(self) -> str:
        """Say who had given it when, and as the answer to which question."""
        return f"{self.by} answered {self.source_ref} there on {date_long(self.at)}."


async def taken_of(assessment_id: UUID, rows: Mapping[str, AnswerRow]) -> dict[str, Taken]:
    """Return where each answer that stands was taken from, in one query."""
    mine = (Reuse.assessment == assessment_id) & (Reuse.state == ReuseState.taken.value)
    found = {}
    for row in await Reuse.objects().where(mine).order_by(Reuse.decided_at):
        standing = rows.get(row.ref)
        if standing is not None and standing.given is not None:
            changed = given_from_json(row.given) != standing.given
            found[row.ref] = Taken(row.source, row.source_ref, row.source_title, row.source_by, row.source_at, changed)
    return found
