"""Drawing certificates: a framed page, centred, with a seal."""

from math import cos, pi, sin

from portal.sample.drawing import draw_blocks
from portal.sample.markup import Block, Heading, PageBreak, Paragraph
from portal.sample.sheets import INK, LEADING, Sheet, Style, colour
from portal.sample.sources import Source


def certificate(source: Source) -> Sheet:
    """Draw a certificate; what follows its first page break is the annex, drawn plainly."""
    sheet = Sheet(Style(source.face, source.size, colour(source.accent), source.head, source.author, chapters=False))
    sheet.covers = 1
    sheet.add_page()
    _draw_frame(sheet)
    front, annex = _split(source.blocks)
    sheet.set_y(38)
    _write_centred(sheet, source.author.upper(), "B", 13)
    sheet.set_y(62)
    _write_centred(sheet, source.title, "B", 30)
    _write_centred(sheet, source.subtitle, "", 13)
    sheet.set_y(sheet.get_y() + 8)
    for block in front:
        _draw_front(sheet, block)
    _draw_seal(sheet, source.author)
    if annex:
        sheet.begin_page()
        draw_blocks(sheet, annex)
    return sheet


def _split(blocks: tuple[Block, ...]) -> tuple[list[Block], list[Block]]:
    places = [place for place, block in enumerate(blocks) if isinstance(block, PageBreak)]
    cut = places[0] if places else len(blocks)
    return list(blocks[:cut]), list(blocks[cut + 1 :])


def _draw_frame(sheet: Sheet) -> None:
    sheet.set_draw_color(*sheet.style.accent)
    for inset, weight in ((9.0, 1.6), (12.0, 0.3)):
        sheet.set_line_width(weight)
        sheet.rect(inset, inset, sheet.w - 2 * inset, sheet.h - 2 * inset)


def _draw_front(sheet: Sheet, block: Block) -> None:
    if isinstance(block, Heading):
        _write_centred(sheet, block.text, "B", 17)
        sheet.set_y(sheet.get_y() + 2)
    elif isinstance(block, Paragraph):
        _write_centred(sheet, block.text, "", 11)
        sheet.set_y(sheet.get_y() + 3)
    else:
        draw_blocks(sheet, [block])


def _write_centred(sheet: Sheet, text: str, style: str, size: float) -> None:
    sheet.set_text_color(*(sheet.style.accent if style else INK))
    step = size * LEADING
    for line in sheet.ruler.lines(text, style, size, sheet.epw - 10):
        start = (sheet.w - sum(run.width for run in line)) / 2
        sheet.write_runs(start, sheet.get_y() + step * 0.75, line, style, size)
        sheet.set_y(sheet.get_y() + step)


def _draw_seal(sheet: Sheet, author: str) -> None:
    x, y, points = sheet.w - 52.0, sheet.h - 52.0, 48
    ring = [(x + r * cos(a), y + r * sin(a)) for a, r in ((2 * pi * i / points, 17 - i % 2) for i in range(points))]
    sheet.set_fill_color(*sheet.style.accent)
    sheet.polygon(ring, style="F")
    sheet.set_draw_color(255, 255, 255)
    sheet.set_line_width(0.5)
    sheet.circle(x, y, 13, style="D")
    initials = "".join(word[0] for word in author.split()[:2])
    wide = sheet.ruler.width(initials, "B", 22)
    sheet.write_line(x - wide / 2, y + 3, initials, "B", 22, (255, 255, 255))
