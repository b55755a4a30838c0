"""What the child that draws a page writes: a head of one line, the picture, and its characters with their places."""

from functools import lru_cache

import msgspec

UNITS = 10_000


class Head(msgspec.Struct, frozen=True):
    """The size of the picture in pixels and of the two parts in bytes; all zero when no picture could be made."""

    width: int = 0
    height: int = 0
    picture: int = 0
    characters: int = 0


class Characters(msgspec.Struct, frozen=True):
    """A page's characters in PDFium's order, and four numbers for each: left, top, right, bottom.

    The numbers count ten-thousandths of the page's width and height from its top left corner, as the page is shown.
    """

    text: str = ""
    places: tuple[int, ...] = ()


encode_head = msgspec.json.Encoder().encode
encode_characters = msgspec.json.Encoder().encode
_decode_head = msgspec.json.Decoder(Head).decode
_decode_characters = msgspec.json.Decoder(Characters).decode


def decode_head(raw: bytes) -> Head:
    """Read a head back; raises msgspec.DecodeError for anything else."""
    return _decode_head(raw)


@lru_cache(maxsize=16)
def decode_characters(raw: bytes) -> Characters:
    """Read characters back; raises msgspec.DecodeError unless each has its four places."""
    characters = _decode_characters(raw)
    if 4 * len(characters.text) != len(characters.places):
        raise msgspec.DecodeError("a character without its place")
    return characters
