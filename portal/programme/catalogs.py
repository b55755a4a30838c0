"""Catalogs that stand behind requirements, files that were read, and what a file would change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec

from portal.core.errors import NotFound
from portal.programme.comparing import Comparison, Held, Words, compared
from portal.programme.opening_catalogs import catalog_from_json
from portal.programme.tables import Catalog, CatalogReading, Requirement
from questionnaires.formats import oscal

OWN = "new"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A file that was read, the catalog it is taken for (none: one of its own), and what taking it in would do."""

    reading: CatalogReading
    contents: oscal.Catalog
    known: tuple[Catalog, ...]
    of: Catalog | None
    held: tuple[Held, ...]
    comparison: Comparison


async def weighed(reading_id: UUID, of: str = "") -> Weighed:
    """Hold a file that was read against a catalog taken in before; without one, against that which it looks like."""
    reading = await CatalogReading.objects().where(CatalogReading.id == reading_id).first()
    if reading is None:
        raise NotFound()
    contents = catalog_from_json(reading.contents)
    known = tuple(await Catalog.objects().order_by(Catalog.title))
    theirs = await _held()
    chosen = _chosen(of, contents, known, theirs)
    held = tuple(theirs.get(chosen.id, ())) if chosen else ()
    return Weighed(reading, contents, known, chosen, held, compared(contents.controls, held))


def _chosen(
    of: str, contents: oscal.Catalog, known: Sequence[Catalog], theirs: dict[UUID, list[Held]]
) -> Catalog | None:
    if of:
        return next((one for one in known if str(one.id) == of), None)
    same = [one for one in known if one.uuid and one.uuid == contents.uuid]
    alike = [one for one in known if _bare(one.title) == _bare(contents.title)]
    ids = {control.id for control in contents.controls}
    shared = [one for one in alike if any(held.control in ids for held in theirs.get(one.id, ()))]
    return next(iter([*same, *shared]), None)


def _bare(title: str) -> str:
    """Return a title without what changes from version to version."""
    return " ".join(re.sub(r"[^a-z ]", " ", re.sub(r"\b(version|rev(ision)?|v)\b", " ", title.casefold())).split())


async def _held() -> dict[UUID, list[Held]]:
    found: dict[UUID, list[Held]] = {}
    rows = await Requirement.objects().where(Requirement.catalog.is_not_null()).order_by(Requirement.position)
    for row in rows:
        found.setdefault(row.catalog, []).append(_of(row))
    return found


def _of(row: Requirement) -> Held:
    words = Words(row.title, row.text)
    taken = msgspec.json.decode(row.taken, type=Words) if row.taken else words
    aside = row.guidance or "", row.grouped or ""
    return Held(row.id, row.ref, row.control, words, taken, *aside, row.active, row.gone_at is not None)
