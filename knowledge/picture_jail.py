"""The child process that makes a picture of one page of a stranger's file and says where its characters stand."""

import io
import logging
import sys
from typing import TYPE_CHECKING, BinaryIO

from knowledge.confinement import confine
from knowledge.picture_wire import Characters, Head, encode_characters, encode_head
from knowledge.rendering import rendered_page

if TYPE_CHECKING:
    from PIL.Image import Image

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def main(memory: str, cpu_seconds: str, number: str, pixels: str, most_characters: str, _secret: str) -> None:
    """Draw the page of that number from standard input; what cannot be drawn is said in the head alone."""
    import pypdfium2  # noqa: F401 - loaded before its folders can no longer be listed

    logging.disable(logging.CRITICAL)
    confine(int(memory), int(cpu_seconds))
    try:
        source: BinaryIO = sys.stdin.buffer
        content = source.read()
        if content.startswith(_IMAGES):
            picture, characters = _image(content, int(pixels)), Characters()
        else:
            picture, characters = rendered_page(content, int(number), int(pixels), int(most_characters))
        _write(picture, characters)
    except (Exception, MemoryError, RecursionError):
        _say(Head())


def _image(content: bytes, pixels: int) -> "Image":
    """Open a picture as it is meant to be seen, after a look at its size, and make it no larger than asked."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = 40_000_000
    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
        width, height = opened.size
        if width * height > Image.MAX_IMAGE_PIXELS:
            raise ValueError("too many pixels")
        share = min(1.0, (pixels / (width * height)) ** 0.5)
        wanted = (max(1, int(width * share)), max(1, int(height * share)))
        opened.draft("RGB", wanted)
        shown = _upright(opened).convert("RGBA")
    ground = Image.new("RGBA", shown.size, "white")
    ground.alpha_composite(shown)
    ground.thumbnail((max(wanted), max(wanted)))
    return ground.convert("RGB")


def _upright(image: "Image") -> "Image":
    """Turn a photograph as its camera noted it; a note that cannot be read is none."""
    from PIL import ImageOps

    try:
        return ImageOps.exif_transpose(image)
    except (SyntaxError, ValueError, KeyError, TypeError, OSError):
        return image


def _write(picture: "Image", characters: Characters) -> None:
    drawn = io.BytesIO()
    _as_grey(picture).save(drawn, "PNG", compress_level=6)
    text = encode_characters(characters)
    _say(Head(picture.width, picture.height, drawn.tell(), len(text)), drawn.getvalue(), text)


def _as_grey(picture: "Image") -> "Image":
    """Return the picture in shades of grey when it has no colour, which is a third of its size."""
    from PIL import ImageChops

    red, green, blue = picture.split()
    plain = all(ImageChops.difference(red, other).getextrema()[1] <= 2 for other in (green, blue))  # type: ignore[operator]
    return green if plain else picture


def _say(head: Head, *parts: bytes) -> None:
    output: BinaryIO = sys.stdout.buffer
    output.write(encode_head(head) + b"\n" + b"".join(parts))
    output.flush()
