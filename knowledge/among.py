"""A condition that a column is, or is not, one of many values: to the database they are one value, however many."""

import json
from collections.abc import Collection
from uuid import UUID

from piccolo.columns import Column
from piccolo.columns.combination import Where
from piccolo.querystring import QueryString

Values = Collection[int] | Collection[str] | Collection[UUID]
_POSTGRES: dict[type, str] = {int: "int", str: "text", UUID: "uuid"}


def among(column: Column, values: Values) -> Where:
    """Ask for the rows whose column is one of these values; none of them gives no rows."""
    return column.is_in(listed(column, values))


def not_among(column: Column, values: Values) -> Where:
    """Ask for the rows whose column is none of these values."""
    return column.not_in(listed(column, values))


def listed(column: Column, values: Values) -> QueryString:
    """Write what stands between the brackets of `column IN ()`."""
    if column._meta.engine_type == "postgres":
        return QueryString(f"SELECT unnest({{}}::{_POSTGRES[column.value_type]}[])", list(values))
    plain = [value if isinstance(value, int) else str(value) for value in values]
    return QueryString("SELECT value FROM json_each({})", json.dumps(plain))
