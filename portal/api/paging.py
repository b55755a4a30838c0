"""Lists in pages: an opaque cursor says after which row the next page begins, so that nothing is skipped or given twice."""

import base64
import binascii
from typing import Annotated, Generic, TypeVar

import msgspec
from litestar.params import Parameter

from portal.core.errors import PortalError

T = TypeVar("T")
K = TypeVar("K")
MOST = 100

# A number as a row may have it; anything else in a cursor is not from us.
RowNumber = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
Limit = Annotated[int, Parameter(query="limit", ge=1, le=MOST, description="Items on a page.")]
Cursor = Annotated[str, Parameter(query="cursor", description="The next_cursor of the page before.", max_length=400)]


class BadCursor(PortalError):
    """A cursor is none of ours, or of another list."""

    status = 400

    def __init__(self) -> None:
        super().__init__("This cursor is not one that this list gave out.")


class Page(msgspec.Struct, Generic[T], frozen=True):
    """One page; `next_cursor` is null on the last one."""

    items: list[T]
    next_cursor: str | None


def cursor_after(key: object) -> str:
    """Return the cursor of a row by its sort key."""
    return base64.urlsafe_b64encode(msgspec.json.encode(key)).rstrip(b"=").decode()


def key_of(cursor: str, kind: type[K]) -> K | None:
    """Return the sort key in a cursor; None for no cursor. Raises BadCursor."""
    if not cursor:
        return None
    try:
        padded = cursor.encode() + b"=" * (-len(cursor) % 4)
        text = base64.b64decode(padded, altchars=b"-_", validate=True)
        if b"\\u0000" in text or b"\x00" in text:
            raise BadCursor()
        return msgspec.json.decode(text, type=kind)
    except (binascii.Error, msgspec.DecodeError, ValueError):
        raise BadCursor() from None
