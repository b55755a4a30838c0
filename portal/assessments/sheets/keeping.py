"""Spreadsheets that wait to be read, and the templates that say how others of their shape are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from piccolo.columns import Column

from portal.assessments.file_tables import SheetFile, SheetTemplate
from portal.core import audit
from portal.core.clock import now
from portal.core.database import transaction
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from questionnaires.formats.spreadsheet import (
    Layout,
    PlainSheet,
    layout_from_json,
    shape,
    shapes,
    sheets_from_json,
    sheets_to_json,
)

KEPT_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Remembered:
    """How a file of this shape was read before, and by whom."""

    layout: Layout
    name: str
    by: str
    at: datetime


async def keep_sheets(who: Principal, name: str, sheets: Sequence[PlainSheet]) -> UUID:
    """Keep a spreadsheet until its columns are pointed out; what nobody went on with is forgotten after a week."""
    who.require(Can.assess)
    row = SheetFile(name=name, sheets=sheets_to_json(sheets), brought_by_name=who.name, brought_at=now())
    async with transaction():
        await SheetFile.delete().where(SheetFile.brought_at < now() - KEPT_FOR)
        await row.save()
        await audit.record(who, "sheet_file.received", row, {"file": name})
    return row.id


async def get_sheets(who: Principal, file_id: UUID) -> tuple[SheetFile, tuple[PlainSheet, ...]]:
    """Return a spreadsheet that waits; raises NotFound."""
    who.require(Can.assess)
    row = await SheetFile.objects().where(SheetFile.id == file_id).first()
    if row is None:
        raise NotFound("This file has been taken in or put away, or nobody went on with it for a week.")
    return row, sheets_from_json(row.sheets)


async def drop_sheets(who: Principal, file_id: UUID) -> None:
    """Put a spreadsheet away."""
    row, _ = await get_sheets(who, file_id)
    async with transaction():
        await SheetFile.delete().where(SheetFile.id == row.id)
        await audit.record(who, "sheet_file.dropped", row, {"file": row.name})


async def find_remembered(sheets: Sequence[PlainSheet]) -> Remembered | None:
    """Find how a file of this shape is read, pointing at where its header stands in this one."""
    places = {found: (sheet.name, number) for found, sheet, number in reversed(list(shapes(sheets)))}
    rows = await (
        SheetTemplate.objects()
        .where(SheetTemplate.shape.is_in(list(places)))
        .order_by(SheetTemplate.made_at, ascending=False)
        .limit(1)
    )
    if not rows:
        return None
    row = rows[0]
    name, number = places[row.shape]
    layout = replace(layout_from_json(row.layout), sheet=name, header=number)
    return Remembered(layout, row.name, row.made_by_name, row.made_at)


async def remember(who: Principal, row: SheetFile, sheets: Sequence[PlainSheet], layout: Layout) -> None:
    """Keep the layout for files of this shape, inside the open transaction; one without a header has no shape."""
    sheet = next(sheet for sheet in sheets if sheet.name == layout.sheet)
    found = shape(sheet.rows.get(layout.header, {}))
    if not found:
        return
    values: dict[Column | str, object] = {
        SheetTemplate.name: row.name,
        SheetTemplate.layout: layout.to_json(),
        SheetTemplate.made_by_name: who.name,
        SheetTemplate.made_at: now(),
    }
    known = await SheetTemplate.update(values).where(SheetTemplate.shape == found).returning(SheetTemplate.id)
    if not known:
        made = SheetTemplate(shape=found, name=row.name, layout=layout.to_json(), made_by_name=who.name, made_at=now())
        await SheetTemplate.insert(made).on_conflict(action="DO NOTHING", target=SheetTemplate.shape)
    await audit.record(who, "sheet_template.kept", f"sheet_template:{found[:40]}", {"file": row.name})
