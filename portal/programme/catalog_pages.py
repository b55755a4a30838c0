"""What the page shows on which a catalog is looked at before it is taken in."""

from dataclasses import dataclass
from uuid import UUID

from portal.programme.catalogs import OWN, Weighed, weighed
from portal.programme.suggested import framework_of, suggested_questions
from questionnaires.formats.oscal import Control


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The new controls of one group, and whether it is ticked."""

    name: str
    controls: list[Control]
    chosen: bool


@dataclass(frozen=True, slots=True)
class CatalogPage:
    """A catalog that was read, what it would change, and `error` when it could not be taken in as it was seen."""

    found: Weighed
    groups: list[GroupLine]
    choices: list[tuple[str, str]]
    of: str
    mapped: int
    error: str = ""


async def catalog_page(reading_id: UUID, of: str = "", error: str = "") -> CatalogPage:
    """Return what taking a file in would do, held against the catalog a person named or the one it looks like."""
    found = await weighed(reading_id, of)
    here = {held.grouped for held in found.held}
    framework = framework_of(found.contents.title)
    return CatalogPage(
        found=found,
        groups=[GroupLine(name, some, not here or name in here) for name, some in found.comparison.groups],
        choices=[(OWN, "A catalog of its own"), *((str(one.id), f"{one.title} {one.version}") for one in found.known)],
        of=str(found.of.id) if found.of else OWN,
        mapped=sum(bool(suggested_questions(framework, control)) for control in found.comparison.added),
        error=error,
    )
