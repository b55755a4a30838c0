"""The lines that the reading child writes and its parent checks: one JSON object a line."""

import msgspec

from knowledge.pages import PageState
from knowledge.screening import Remark


class Started(msgspec.Struct, frozen=True, tag="started"):
    """The child runs; without this line the fault is in this installation and not in the file."""


class Opened(msgspec.Struct, frozen=True, tag="opened"):
    """The file opened: what is known before its first page is read."""

    pages: int
    title: str
    reader: str
    remarks: list[Remark]


class PageRead(msgspec.Struct, frozen=True, tag="page"):
    """One page, written as soon as it has been read, so that a later kill loses no earlier page."""

    number: int
    label: str
    state: PageState
    text: str
    remarks: list[Remark]


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The file cannot be used; `why` is one of the keys of `knowledge.reading.REFUSALS`."""

    why: str


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """Every page has been tried."""


Line = Started | Opened | PageRead | Refused | Finished

encode = msgspec.json.Encoder().encode
decode = msgspec.json.Decoder(Line).decode
