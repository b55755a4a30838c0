"""Forms of ratings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.ratings.editing import Edited
from portal.risk.levels import Owner

NEW = "new"


@dataclass(frozen=True, slots=True)
class DraftForm:
    """Which assessment to rate."""

    assessment: UUID = field(metadata={"label": "Assessment"})


@dataclass(frozen=True, slots=True)
class SeenForm:
    """Which version of the rating was before the person."""

    revision: int = field(metadata={"label": "Revision"})


@dataclass(frozen=True, slots=True)
class NarrativeForm:
    """The rating's text."""

    revision: int = field(metadata={"label": "Revision"})
    narrative: str = field(default="", metadata={"label": "Text", "limit": 20000})
    draft: UUID | None = None


@dataclass(frozen=True, slots=True)
class RefuseForm:
    """What has to change before it can be approved."""

    revision: int = field(metadata={"label": "Revision"})
    note: str = field(default="", metadata={"label": "Note", "limit": 4000})


@dataclass(frozen=True, slots=True)
class ConditionForm:
    """One condition."""

    title: str = field(metadata={"label": "Condition", "limit": 200})
    owner: Owner = field(metadata={"label": "Owner"})
    due: date | None = field(default=None, metadata={"label": "Due"})


def conditions_in(given: Mapping[str, list[str]]) -> list[Edited]:
    """Read the rows of the conditions' form; a dropped row and an empty new one are left out. Raises InvalidForm."""
    wanted: list[Edited] = []
    errors: dict[str, str] = {}
    for key in given.get("condition", []):
        row = {name: given.get(f"{name}-{key}", []) for name in ("title", "owner", "due")}
        empty = key == NEW and not any(value.strip() for value in row["title"])
        if empty or given.get(f"drop-{key}"):
            continue
        try:
            form = parse(ConditionForm, row)
            wanted.append(Edited(None if key == NEW else UUID(key), form.title, form.owner, form.due))
        except InvalidForm as error:
            errors |= {f"{name}-{key}": sentence for name, sentence in error.errors.items()}
        except ValueError:
            errors[key] = "This condition is not known here."
    if errors:
        raise InvalidForm(errors)
    return wanted
