"""The child process that draws a stranger's pages as grey pictures, so that their text can be recognised elsewhere."""

import sys
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from knowledge.children import handed_secret
from knowledge.confinement import confine
from knowledge.wire import Frame, encode

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 14_000_000


def main(memory: str, cpu_seconds: str, media: str, numbers: str, dpi: str, secret: str) -> None:
    """Write each of these pages ("3,7") of the file on standard input: a `Frame` line, then its bytes as PGM."""
    password = handed_secret(secret)
    import PIL.Image
    import PIL.ImageOps
    import PIL.JpegImagePlugin
    import PIL.PngImagePlugin
    import PIL.PpmImagePlugin
    import pypdfium2  # noqa: F401

    PIL.Image.MAX_IMAGE_PIXELS = 8 * MOST_PIXELS
    confine(int(memory), int(cpu_seconds))
    data = sys.stdin.buffer.read()
    wanted = [int(one) for one in numbers.split(",")]
    pictures = _of_pdf(data, password, wanted, int(dpi)) if media == "pdf" else _of_picture(data)
    for number, picture in pictures:
        buffer = BytesIO()
        picture.save(buffer, "PPM")
        frame = buffer.getvalue()
        sys.stdout.buffer.write(encode(Frame(number, picture.width, picture.height, len(frame))) + b"\n" + frame)
        sys.stdout.buffer.flush()


def _of_pdf(data: bytes, password: str, numbers: list[int], dpi: int) -> "Iterator[tuple[int, Image]]":
    import pypdfium2

    document = pypdfium2.PdfDocument(data, password=password or None)
    for number in numbers:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(dpi / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        yield number, page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil().convert("L")
        page.close()


def _of_picture(data: bytes) -> "Iterator[tuple[int, Image]]":
    """Draw a photograph or scan upright; a picture in few pixels is enlarged, since small letters are misread."""
    from PIL import Image, ImageOps

    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
        opened.draft("L", None)
        picture = ImageOps.exif_transpose(opened).convert("RGBA")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    pixels = ground.width * ground.height
    factor = min(2.0 if pixels < 2_000_000 else 1.0, (MOST_PIXELS / pixels) ** 0.5)
    size = (max(1, round(ground.width * factor)), max(1, round(ground.height * factor)))
    yield 1, ground.convert("L").resize(size, Image.Resampling.LANCZOS)
