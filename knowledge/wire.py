"""The lines that the reading child writes and its parent checks: one JSON object a line."""

import msgspec

from knowledge.pages import Mark, PageState, WordBox
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
    """One page, written as soon as it has been read, so that a later kill loses no earlier page.

    Behind `Finished` a page may come once more, with its text arranged and marked; that one counts.
    """

    number: int
    label: str
    state: PageState
    text: str
    remarks: list[Remark]
    engine: str = ""
    marks: tuple[Mark, ...] = ()
    words: tuple[WordBox, ...] = ()


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The file cannot be used; `why` is one of the keys of `knowledge.reading.REFUSALS`."""

    why: str


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """Every page has been tried."""


class Frame(msgspec.Struct, frozen=True, tag="frame"):
    """A drawn page: `size` bytes of picture follow this line."""

    number: int
    width: int
    height: int
    size: int


class RecognisedLine(msgspec.Struct, frozen=True, tag="line"):
    """A line of text read from a picture, with its box in the picture's pixels and a score from 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    score: float


Line = Started | Opened | PageRead | Refused | Finished

encode = msgspec.json.Encoder().encode
decode = msgspec.json.Decoder(Line).decode
decode_frame = msgspec.json.Decoder(Frame).decode
decode_recognised = msgspec.json.Decoder(RecognisedLine).decode
