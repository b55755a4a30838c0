"""Rows about ratings: their grades, until when they hold, who approved them, and which vendors have none."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from portal.assistant.records.naming import Named
from portal.assistant.records.query import Query
from portal.assistant.records.telling import Block, Line, Told, counted
from portal.core.clock import today
from portal.core.dates import date_long, plural
from portal.ratings.states import RatingState
from portal.ratings.tables import RatingRecord
from portal.risk.levels import Level
from portal.vendors.tables import Service

_COLUMNS = (
    RatingRecord.id, RatingRecord.number, RatingRecord.vendor, RatingRecord.service, RatingRecord.state,
    RatingRecord.grade, RatingRecord.residual, RatingRecord.approved_by_name, RatingRecord.approved_at,
    RatingRecord.valid_until, RatingRecord.drafted_by_name,
)  # fmt: skip
Row = dict[str, Any]


async def rating_rows(vendors: Sequence[Named], states: Sequence[RatingState]) -> list[Row]:
    """Return the ratings of some vendors in these states, without their long texts, the newest last."""
    if not vendors:
        return []
    theirs = RatingRecord.vendor.is_in([vendor.id for vendor in vendors])
    rows: list[Row] = await (
        RatingRecord.select(*_COLUMNS)
        .where(theirs & RatingRecord.state.is_in([state.value for state in states]))
        .order_by(RatingRecord.number)
    )
    return rows


async def ratings(query: Query, vendors: Sequence[Named], among: str) -> Told:
    """Tell the ratings asked for: those in force, those that wait for approval, or the vendors that have none."""
    if query.pending:
        rows = await rating_rows(vendors, [RatingState.proposed])
        return await _told(rows, vendors, counted("ratings that wait for approval", among, len(rows)))
    rows = await rating_rows(vendors, [RatingState.published])
    if query.without:
        return _without(rows, vendors, among)
    chosen = [row for row in rows if _is_asked(row, query)]
    told = await _told(chosen, vendors, counted(_words(query), among, len(chosen)))
    unrated = len(vendors) - len({row["vendor"] for row in rows})
    notes = (f"{plural(unrated, 'vendor')} {'has' if unrated == 1 else 'have'} no rating.",) if unrated else ()
    return Told(told.asked, told.blocks, notes)


def _is_asked(row: Row, query: Query) -> bool:
    graded = not query.grades or row["grade"] in {grade.value for grade in query.grades}
    until: date | None = row["valid_until"]
    ended = until is not None and until < today()
    if query.span is not None:
        return graded and (query.span.holds(until) or (query.expired and ended))
    return graded and (ended or not query.expired)


def _words(query: Query) -> str:
    words = "ratings in force" if not query.expired else "ratings that have run out"
    if query.grades:
        words = f"ratings of grade {query.grade_words}"
    return f"{words} that run out {query.span.words}" if query.span else words


async def _told(rows: Sequence[Row], vendors: Sequence[Named], asked: str) -> Told:
    names = {vendor.id: vendor.name for vendor in vendors}
    services = await _services([row["service"] for row in rows if row["service"]])
    lines = tuple(_line(row, names[row["vendor"]], services.get(row["service"], "")) for row in rows)
    columns = ("Vendor", "For", "Grade", "Residual risk", "Valid until", "Approved by")
    return Told(asked, (Block(columns, lines),) if lines else ())


def _line(row: Row, vendor: str, service: str) -> Line:
    until = row["valid_until"]
    ended = " (run out)" if until and until < today() else ""
    approved = f"{row['approved_by_name']}, {date_long(row['approved_at'])}" if row["approved_by_name"] else "not yet"
    cells = (
        vendor,
        service or "the whole vendor",
        row["grade"],
        Level(row["residual"]).label,
        f"{date_long(until)}{ended}" if until else "",
        approved,
    )
    return Line(cells, f"/ratings/{row['id']}", f"rating {row['number']}")


def _without(rows: Sequence[Row], vendors: Sequence[Named], among: str) -> Told:
    rated = {row["vendor"] for row in rows}
    lines = tuple(Line((one.name,), f"/vendors/{one.slug}", "vendor") for one in vendors if one.id not in rated)
    return Told(counted("vendors without a rating", among, len(lines)), (Block(("Vendor",), lines),) if lines else ())


async def _services(ids: Sequence[UUID]) -> dict[UUID, str]:
    if not ids:
        return {}
    rows = await Service.select(Service.id, Service.name).where(Service.id.is_in(list(set(ids))))
    return {row["id"]: row["name"] for row in rows}
