"""Keeps what a page's layout knows in one small column: its marks, and the places of words read from a picture."""

import zlib
from collections.abc import Sequence

import msgspec

from knowledge.pages import Mark, WordBox


class Layout(msgspec.Struct, frozen=True):
    """Marks and places of one page, by spans of its text."""

    marks: tuple[Mark, ...] = ()
    words: tuple[WordBox, ...] = ()


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Layout).decode


def layout_to_bytes(marks: Sequence[Mark], words: Sequence[WordBox]) -> bytes | None:
    """Write a page's layout, or None when there is none."""
    return zlib.compress(_encode(Layout(tuple(marks), tuple(words)))) if marks or words else None


def layout_from_bytes(kept: bytes | None) -> Layout:
    """Read a page's layout back; nothing kept gives an empty one."""
    return _decode(zlib.decompress(kept)) if kept else Layout()
