"""Makes a picture of one page of a file in a child process with limits, with the places of the page's characters."""

import struct
from dataclasses import dataclass
from pathlib import Path

import msgspec

from knowledge.children import Child
from knowledge.picture_wire import Head, decode_characters, decode_head

__all__ = ["PICTURED", "NoPicture", "Picture", "PictureLimits", "is_png", "picture_page"]

PICTURED = frozenset({"pdf", "png", "jpg", "jpeg"})
_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_PIXELS = 4_000_000


class NoPicture(Exception):
    """No picture of the page could be made; its text remains. Not worth another try with the same file."""


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """What a picture of one page may cost: seconds of wall clock and CPU, bytes of memory and output, pixels, characters."""

    seconds: float = 30.0
    cpu_seconds: int = 20
    memory: int = 760 << 20
    output: int = 24 << 20
    pixels: int = _MOST_PIXELS
    characters: int = 40_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A page's picture as PNG, drawn anew, and its characters as `knowledge.picture_wire` writes them."""

    png: bytes
    characters: bytes


DEFAULT_LIMITS = PictureLimits()


def picture_page(path: Path, number: int, limits: PictureLimits = DEFAULT_LIMITS) -> Picture:
    """Draw page `number` of a PDF, or a picture that is a document of its own; blocks. Raises NoPicture."""
    numbers = (limits.memory, limits.cpu_seconds, number, limits.pixels, limits.characters)
    with (
        path.open("rb") as file,
        Child("picture_jail", numbers, file, seconds=limits.seconds, output=limits.output) as child,
    ):
        written = b"".join(child.pieces())
    if not child.in_time:
        raise NoPicture
    return _checked(written, limits)


def is_png(content: bytes, width: int, height: int) -> bool:
    """Tell whether bytes begin as a PNG of that size in shades of grey or in colours, without looking further."""
    if not content.startswith(_PNG) or content[12:16] != b"IHDR" or len(content) < 45:
        return False
    across, down, depth, colour = struct.unpack(">IIBB", content[16:26])
    return (across, down, depth) == (width, height, 8) and colour in (0, 2)


def _checked(written: bytes, limits: PictureLimits) -> Picture:
    """Take the child's word for nothing: sizes must add up and the picture must begin as one."""
    first, _, rest = written.partition(b"\n")
    try:
        head = decode_head(first)
        picture = Picture(rest[: head.picture], rest[head.picture :])
        decode_characters(picture.characters)
    except (msgspec.DecodeError, ValueError) as error:
        raise NoPicture from error
    if not _adds_up(head, picture, limits):
        raise NoPicture
    return picture


def _adds_up(head: Head, picture: Picture, limits: PictureLimits) -> bool:
    sizes = head.picture == len(picture.png) and head.characters == len(picture.characters)
    bounded = 0 < head.width * head.height <= limits.pixels * 1.05
    return sizes and bounded and is_png(picture.png, head.width, head.height)
