"""What the pages of the standard show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec

from portal.core.scope import Can, Principal
from portal.programme.mapping import Mapped, by_section, known_questions
from portal.programme.tables import Catalog, Requirement


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """One requirement with the questions whose answers show it."""

    id: UUID
    ref: str
    title: str
    text: str
    active: bool
    questions: list[Mapped]
    guidance: str
    gone: bool


@dataclass(frozen=True, slots=True)
class CatalogLines:
    """The requirements that came from one catalog, by group."""

    catalog: Catalog
    groups: list[tuple[str, list[RequirementLine]]]

    @property
    def lines(self) -> list[RequirementLine]:
        """All of them."""
        return [line for _, lines in self.groups for line in lines]

    @property
    def unmapped(self) -> int:
        """How many no question shows."""
        return sum(not line.questions for line in self.lines)

    @property
    def gone(self) -> int:
        """How many the catalog no longer has."""
        return sum(line.gone for line in self.lines)


@dataclass(frozen=True, slots=True)
class StandardPage:
    """The standard: what is required in our own words, what came from catalogs, and what was dropped."""

    own: list[RequirementLine]
    catalogs: list[CatalogLines]
    dropped: list[RequirementLine]
    unmapped: int
    may_edit: bool
    errors: dict[str, str]


@dataclass(frozen=True, slots=True)
class RequirementPage:
    """The form of a requirement, new or known."""

    requirement: Requirement | None
    entered: dict[str, str]
    chosen: frozenset[str]
    errors: dict[str, str]
    sections: list[tuple[str, list[Mapped]]]


async def standard_page(who: Principal, errors: dict[str, str] | None = None) -> StandardPage:
    """Return the whole standard."""
    rows = await Requirement.objects().order_by(Requirement.position)
    catalogs = await Catalog.objects().order_by(Catalog.title)
    required = [row for row in rows if row.active]
    lines = [_line(row) for row in required]
    return StandardPage(
        own=[_line(row) for row in required if row.catalog is None],
        catalogs=[CatalogLines(one, _grouped([row for row in required if row.catalog == one.id])) for one in catalogs],
        dropped=[_line(row) for row in rows if not row.active],
        unmapped=sum(not line.questions for line in lines),
        may_edit=who.can(Can.edit_standard),
        errors=errors or {},
    )


def _grouped(rows: Sequence[Requirement]) -> list[tuple[str, list[RequirementLine]]]:
    groups: dict[str, list[RequirementLine]] = {}
    for row in rows:
        groups.setdefault(row.grouped or "", []).append(_line(row))
    return list(groups.items())


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
    return RequirementLine(
        row.id, row.ref, row.title, row.text, row.active, questions, row.guidance or "", row.gone_at is not None
    )
