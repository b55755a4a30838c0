"""What the pages of the standard show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec

from portal.core.scope import Can, Principal
from portal.programme.mapping import Mapped, by_section, known_questions
from portal.programme.tables import Requirement


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """One requirement with the questions whose answers show it."""

    id: UUID
    ref: str
    title: str
    text: str
    active: bool
    questions: list[Mapped]


@dataclass(frozen=True, slots=True)
class StandardPage:
    """The standard: what is required, and what was dropped."""

    required: list[RequirementLine]
    dropped: list[RequirementLine]
    unmapped: int
    may_edit: bool


@dataclass(frozen=True, slots=True)
class RequirementPage:
    """The form of a requirement, new or known."""

    requirement: Requirement | None
    entered: dict[str, str]
    chosen: frozenset[str]
    errors: dict[str, str]
    sections: list[tuple[str, list[Mapped]]]


async def standard_page(who: Principal) -> StandardPage:
    """Return the whole standard."""
    rows = await Requirement.objects().order_by(Requirement.position)
    lines = [_line(row) for row in rows]
    required = [line for line in lines if line.active]
    return StandardPage(
        required=required,
        dropped=[line for line in lines if not line.active],
        unmapped=sum(not line.questions for line in required),
        may_edit=who.can(Can.edit_standard),
    )


def requirement_page(
    row: Requirement | None = None,
    given: Mapping[str, Sequence[str]] | None = None,
    errors: dict[str, str] | None = None,
) -> RequirementPage:
    """Return the form of a requirement: as entered, else as kept."""
    entered = {"ref": row.ref, "title": row.title, "text": row.text} if row else {"ref": "", "title": "", "text": ""}
    chosen = frozenset(question_refs(row)) if row else frozenset()
    if given is not None:
        entered |= {name: values[-1] for name, values in given.items() if name in entered and values}
        chosen = frozenset(given.get("questions", ()))
    return RequirementPage(row, entered, chosen, errors or {}, by_section())


def question_refs(row: Requirement) -> list[str]:
    """Return the references of the questions whose answers show a requirement."""
    return msgspec.json.decode(row.question_refs or "[]", type=list[str])


def _line(row: Requirement) -> RequirementLine:
    known = known_questions()
    questions = [known[ref] for ref in question_refs(row) if ref in known]
    return RequirementLine(row.id, row.ref, row.title, row.text, row.active, questions)
