"""Table of the standard: what the company requires of its partners."""

from piccolo.columns import UUID, Boolean, Integer, Text, Timestamptz, Varchar
from piccolo.table import Table


class Requirement(Table, tablename="requirement"):
    """One requirement of the standard; `question_refs` (JSON list) names the questions whose answers show it."""

    id = UUID(primary_key=True)
    ref = Varchar(20)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    title = Varchar(200)
    text = Text()
    question_refs = Text()
    position = Integer(default=0)
    active = Boolean(default=True)
    created_at = Timestamptz(default=None, null=True)
