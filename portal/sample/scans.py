"""Drawing a page as a scanner would deliver it: a slightly turned grey picture without any text layer."""

from random import Random
from textwrap import wrap

from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from portal.sample.markup import Block, Grid, Heading, Items, Paragraph, Signature
from portal.sample.sources import Source

WIDTH, HEIGHT, MARGIN = 1240, 1754, 150
PAPER, INK = 246, 45


def scan(source: Source) -> FPDF:
    """Draw a document of one page as a picture."""
    page = Image.new("L", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(page)
    y = _write(pen, source.author, 120, 26, 60) + 30
    y = _write(pen, source.title, y, 44, 40) + 30
    for block in source.blocks:
        y = _write_block(pen, block, y) + 22
    pdf = FPDF(format="A4")
    pdf.add_page()
    pdf.image(_worn(page), 0, 0, pdf.w, pdf.h)
    return pdf


def _write_block(pen: ImageDraw.ImageDraw, block: Block, y: float) -> float:
    if isinstance(block, Heading):
        return _write(pen, block.text, y, 30, 60)
    if isinstance(block, Signature):
        y = _write(pen, block.name, y + 20, 40, 60)
        return _write(pen, f"{block.title}, {block.day}", y, 22, 90)
    for line in _texts(block):
        y = _write(pen, line, y, 23, 82)
    return y


def _texts(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text]
    if isinstance(block, Items):
        return [f"-  {item}" for item in block.items]
    return [":   ".join(row) for row in block.rows] if isinstance(block, Grid) else []


def _write(pen: ImageDraw.ImageDraw, text: str, y: float, size: int, columns: int) -> float:
    font = ImageFont.load_default(size)
    for line in wrap(text, columns):
        pen.text((MARGIN, y), line, fill=INK, font=font)
        y += size * 1.45
    return y


def _worn(page: Image.Image) -> Image.Image:
    chance = Random(7)  # noqa: S311 - specks of dust, the same on every run
    turned = page.rotate(0.9, Image.Resampling.BICUBIC, fillcolor=PAPER - 14)
    pen = ImageDraw.Draw(turned)
    for _ in range(900):
        x, y = chance.randrange(WIDTH), chance.randrange(HEIGHT)
        pen.point((x, y), fill=chance.randrange(90, 200))
    pen.rectangle((0, 0, 14, HEIGHT), fill=150)
    return turned.filter(ImageFilter.GaussianBlur(0.7))
