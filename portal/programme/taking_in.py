"""Taking a catalog in: its file is read and kept aside, and becomes requirements once a person has seen what changes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import msgspec
from piccolo.columns import Column

from portal.core import audit
from portal.core.clock import now
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.errors import Conflict
from portal.core.scope import Can, Principal
from portal.programme.catalogs import Weighed, weighed
from portal.programme.comparing import Pair, free_refs
from portal.programme.opening_catalogs import catalog_to_json, read_catalog_file
from portal.programme.suggested import framework_of, suggested_questions
from portal.programme.tables import Catalog, CatalogReading, Requirement
from questionnaires.formats.oscal import Control
from questionnaires.formats.source import Source

CHANGED = "The standard has changed since this was shown. Please look at the list again."
_KEPT = timedelta(days=7)
_AT_ONCE = 500
_LOCK = 7_301_966


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose: whose words, which groups of the new controls (None: all), and whether to map questions."""

    of: str = ""
    mark: str = ""
    groups: frozenset[str] | None = None
    their_words: frozenset[UUID] = frozenset()
    map_questions: bool = False


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was done, counted."""

    catalog: str
    version: str
    added: int
    changed: int
    kept: int
    gone: int
    back: int
    unchanged: int
    warnings: tuple[str, ...]


async def hold_catalog(by: Principal, source: Source) -> CatalogReading:
    """Read a catalog's file and keep what it holds aside; nothing of the standard changes yet."""
    by.require(Can.edit_standard)
    contents = await read_catalog_file(source)
    async with transaction():
        await CatalogReading.delete().where(CatalogReading.taken_at.is_null(), CatalogReading.read_at < now() - _KEPT)
        reading = CatalogReading(
            file=source.name[:255],
            contents=catalog_to_json(contents),
            read_by=by.id,
            read_by_name=by.name,
            read_at=now(),
        )
        await reading.save()
        detail: dict[str, object] = {"file": reading.file, "title": contents.title, "version": contents.version}
        await audit.record(by, "catalog.read", reading, detail)
    return reading


async def take_catalog(by: Principal, reading_id: UUID, choice: Choice) -> TakenIn:
    """Take in what was read, as it was seen. Raises Conflict when it was taken in already or the standard has changed."""
    by.require(Can.edit_standard)
    async with transaction():
        if is_postgres():
            await run_sql("SELECT pg_advisory_xact_lock({})", _LOCK)
        found = await weighed(reading_id, choice.of)
        if found.reading.taken_at:
            raise Conflict("This file has been taken in already.")
        if choice.mark and choice.mark != found.comparison.mark:
            raise Conflict(CHANGED)
        catalog = await _catalog(by, found)
        added = await _add(catalog, found, choice)
        changed = await _change(found, choice.their_words)
        await _mark_gone(found)
        await CatalogReading.update({CatalogReading.taken_at: now()}).where(CatalogReading.id == reading_id)
        taken = _counted(found, added, changed)
        refs = {"gone": [one.ref for one in found.comparison.gone]}
        refs |= {"back": [pair.held.ref for pair in found.comparison.back], "changed": changed}
        detail: dict[str, object] = {"title": taken.catalog, "version": taken.version, "added": added, **refs}
        await audit.record(by, "catalog.taken_in", catalog, detail)
    return taken


def _counted(found: Weighed, added: int, changed: list[str]) -> TakenIn:
    one, contents = found.comparison, found.contents
    kept = len([pair for pair in one.edited if pair.held.ref not in changed])
    counts = added, len(changed), kept, len(one.gone), len(one.back), one.unchanged
    return TakenIn(contents.title, contents.version, *counts, contents.warnings)


async def _catalog(by: Principal, found: Weighed) -> Catalog:
    """Write down which version stands behind the requirements now."""
    contents = found.contents
    values: dict[Column | str, object] = {
        Catalog.title: contents.title,
        Catalog.version: contents.version,
        Catalog.uuid: contents.uuid,
        Catalog.file: found.reading.file,
        Catalog.taken_by_name: by.name,
        Catalog.taken_at: now(),
    }
    catalog = found.of or Catalog()
    if found.of is None:
        await catalog.save()
    await Catalog.update(values).where(Catalog.id == catalog.id)
    return catalog


async def _add(catalog: Catalog, found: Weighed, choice: Choice) -> int:
    new = [one for one in found.comparison.added if choice.groups is None or one.group in choice.groups]
    rows = await Requirement.select(Requirement.ref, Requirement.position)
    position = max((row["position"] for row in rows), default=0)
    framework = framework_of(found.contents.title) if choice.map_questions else None
    made = [
        _row(catalog, control, ref, position + number, suggested_questions(framework, control))
        for number, (control, ref) in enumerate(free_refs(new, {row["ref"] for row in rows}), 1)
    ]
    for first in range(0, len(made), _AT_ONCE):
        await Requirement.insert(*made[first : first + _AT_ONCE])
    return len(made)


def _row(catalog: Catalog, control: Control, ref: str, position: int, questions: Sequence[str]) -> Requirement:
    return Requirement(
        ref=ref,
        title=control.title,
        text=control.text,
        question_refs=msgspec.json.encode(questions).decode(),
        position=position,
        active=True,
        created_at=now(),
        catalog=catalog.id,
        control=control.id,
        grouped=control.group,
        guidance=control.guidance,
        taken=_taken(control),
    )


async def _change(found: Weighed, their_words: Collection[UUID]) -> list[str]:
    """Bring requirements up to the catalog's words, but for those edited here; returns the references of those changed."""
    changed = []
    touched = {
        pair.held.id: pair for pair in (*found.comparison.changed, *found.comparison.edited, *found.comparison.back)
    }
    for pair in touched.values():
        theirs = not pair.edited_here or pair.held.id in their_words
        await Requirement.update(_values(pair, theirs)).where(Requirement.id == pair.held.id)
        if theirs and pair.differences:
            changed.append(pair.held.ref)
    return changed


def _values(pair: Pair, theirs: bool) -> dict[Column | str, object]:
    control = pair.control
    words: dict[Column | str, object] = {"title": control.title, "text": control.text} if theirs else {}
    aside: dict[Column | str, object] = {
        "guidance": control.guidance,
        "grouped": control.group,
        "taken": _taken(control),
        "gone_at": None,
    }
    return {**words, **aside}


def _taken(control: Control) -> str:
    return msgspec.json.encode({"title": control.title, "text": control.text}).decode()


async def _mark_gone(found: Weighed) -> None:
    """Mark what the catalog no longer has; it stays required until a person drops it."""
    ids = [one.id for one in found.comparison.gone]
    for first in range(0, len(ids), _AT_ONCE):
        await Requirement.update({Requirement.gone_at: now()}).where(
            Requirement.id.is_in(ids[first : first + _AT_ONCE])
        )
