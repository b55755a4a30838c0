"""Lays out the table of `surety evaluate`: one line a figure, today's beside the floor and the aim."""

from collections.abc import Iterator, Sequence

from portal.targets import Row, Unit

_HEAD = ("set", "figure", "today", "floor", "aim", "")


def table(rows: Sequence[Row]) -> str:
    """Return the table in columns; the name of a set stands on its first line only."""
    cells = [_HEAD, *_cells(rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD) - 1)]
    rule = (*("-" * width for width in widths), "")
    return "\n".join(_line(line, widths) for line in (cells[0], rule, *cells[1:]))


def _cells(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    before = ""
    for row in rows:
        what = "" if row.what == before else row.what
        before = row.what
        yield what, row.figure, number(row.today, row.unit), _wanted(row, row.floor), _wanted(row, row.aim), _said(row)


def _said(row: Row) -> str:
    return ": ".join(each for each in (row.standing, row.note) if each)


def _wanted(row: Row, value: float | None) -> str:
    if value is None:
        return "-"
    bound = "at most " if row.at_most and value else ""
    return bound + number(value, row.unit)


def number(value: float | None, unit: Unit) -> str:
    """Write a figure for a person; nothing that is not all reads as 100 %."""
    if value is None:
        return "-"
    if unit is Unit.SHARE:
        percent = f"{100 * value:.1f}"
        whole = percent == "100.0" and value < 1
        return f"{'99.9' if whole else percent.removesuffix('.0')} %"
    if unit is Unit.MILLISECONDS and value < 100:
        return f"{value:.1f} ms"
    return f"{value:,.0f}{unit.label}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    names = [cell.ljust(width) for cell, width in zip(cells[:2], widths[:2], strict=True)]
    numbers = [cell.rjust(width) for cell, width in zip(cells[2:5], widths[2:], strict=True)]
    return "  ".join([*names, *numbers, cells[5]]).rstrip()
