"""Tests of pictures of pages: drawn within limits in a child process, with the places of their characters."""

import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject, RectangleObject

from knowledge.boxing import Box, boxes_of
from knowledge.picture_wire import decode_characters
from knowledge.picturing import DEFAULT_LIMITS, NoPicture, Picture, picture_page
from tests.knowledge.pdfs import blank_pdf, make_pdf, save

WORDS = "Access is revoked within one business day"


def seen(picture: Picture) -> Image.Image:
    """Open a picture as a person would see it, in shades of grey."""
    return Image.open(io.BytesIO(picture.png)).convert("L")


def ink(image: Image.Image, box: Box) -> int:
    """Count the dark points of a place on a picture."""
    across, down = image.size
    right, bottom = min(int(box.right * across) + 1, across), min(int(box.bottom * down) + 1, down)
    part = image.crop((int(box.left * across), int(box.top * down), right, bottom))
    return sum(part.histogram()[:128])


def only_words(path: Path) -> Path:
    """Write a page that has nothing on it but the words, low and to the right."""
    pdf = blank_pdf()
    pdf.add_page()
    pdf.text(90, 200, WORDS)
    return save(pdf, path)


def changed(path: Path, rotation: int = 0, crop: tuple[int, int, int, int] | None = None) -> Path:
    """Turn the first page, or show only a part of it."""
    writer = PdfWriter(clone_from=PdfReader(path))
    page = writer.pages[0]
    if crop:
        page[NameObject("/CropBox")] = RectangleObject(crop)
    page[NameObject("/Rotate")] = NumberObject(rotation)
    writer.write(path)
    return path


def test_a_page_becomes_a_png_with_the_places_of_its_characters(tmp_path: Path) -> None:
    """The picture is of the page that was asked for, about as large as on a screen."""
    path = make_pdf(tmp_path / "two.pdf", ["First page", WORDS])

    picture = picture_page(path, 2)

    assert (910, 1287) == seen(picture).size
    assert WORDS.replace(" ", "") == decode_characters(picture.characters).text


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (200, 150, 560, 500)])
def test_the_box_holds_all_the_ink_of_the_words(
    tmp_path: Path, rotation: int, crop: tuple[int, int, int, int] | None
) -> None:
    """However a page is turned or cropped, the words alone are in their box."""
    path = changed(only_words(tmp_path / "page.pdf"), rotation, crop)

    picture = picture_page(path, 1)
    boxes = boxes_of((0, len(WORDS)), WORDS, decode_characters(picture.characters))

    image = seen(picture)
    assert ink(image, Box(0, 0, 1, 1)) == sum(ink(image, box) for box in boxes)
    assert 100 < ink(image, Box(0, 0, 1, 1))
    assert sum((box.right - box.left) * box.height for box in boxes) < 0.05


@pytest.mark.parametrize("side", [14_400, 3])
def test_a_page_of_any_size_stays_within_the_pixels(tmp_path: Path, side: int) -> None:
    """A page as large as a house is drawn smaller, one as small as a stamp larger."""
    writer = PdfWriter()
    writer.add_blank_page(side, side)
    writer.write(tmp_path / "page.pdf")

    across, down = seen(picture_page(tmp_path / "page.pdf", 1)).size

    assert 0 < across * down <= DEFAULT_LIMITS.pixels


@pytest.mark.parametrize("content", [b"", b"no file of any kind", b"%PDF-1.7\n" + b"0" * 4000])
def test_what_cannot_be_drawn_has_no_picture(tmp_path: Path, content: bytes) -> None:
    """A damaged file ends in a clear state, not in an error of the parser."""
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)

    with pytest.raises(NoPicture):
        picture_page(path, 1)


def test_a_page_that_is_not_there_has_no_picture(tmp_path: Path) -> None:
    """The number of a page comes from an address and may be any."""
    path = make_pdf(tmp_path / "one.pdf", [WORDS])

    for number in (0, 2, 10**9):
        with pytest.raises(NoPicture):
            picture_page(path, number)


@pytest.mark.parametrize("limits", [replace(DEFAULT_LIMITS, seconds=0.01), replace(DEFAULT_LIMITS, output=2_000)])
def test_a_child_over_its_limits_has_no_picture(tmp_path: Path, limits: object) -> None:
    """What is cut off by the wall clock or by the size of the output is not taken."""
    path = make_pdf(tmp_path / "one.pdf", [WORDS])

    with pytest.raises(NoPicture):
        picture_page(path, 1, limits)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_of_a_certificate_is_drawn_anew(tmp_path: Path, kind: str) -> None:
    """What comes out holds nothing of the file but what is seen of it."""
    path = tmp_path / "certificate"
    image = Image.new("RGB", (600, 800), "white")
    image.paste((20, 40, 90), (100, 100, 200, 150))
    image.save(path, kind, exif=b"Exif\0\0secret", comment=b"secret")

    picture = picture_page(path, 1)

    assert (600, 800) == seen(picture).size
    assert 5_000 == pytest.approx(ink(seen(picture), Box(0, 0, 1, 1)), rel=0.02)
    assert b"secret" not in picture.png


def test_a_flood_of_pixels_has_no_picture(tmp_path: Path) -> None:
    """A small file that unpacks to very many points is refused by its size alone."""
    path = tmp_path / "flood.png"
    path.write_bytes(_png(60_000, 60_000))

    with pytest.raises(NoPicture):
        picture_page(path, 1)


def _png(width: int, height: int) -> bytes:
    def part(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(bytes(100_000))) + part(b"IEND", b"")
    )
