"""Drawing reports and policies: a cover or a control block, contents, then the text."""

from portal.sample.drawing import draw_blocks, draw_contents
from portal.sample.markup import Grid
from portal.sample.sheets import GREY, INK, Sheet, Style, colour
from portal.sample.sources import Source


def report(source: Source) -> Sheet:
    """Draw a report: cover, contents, chapters that each begin a page."""
    sheet = Sheet(_style(source, chapters=True))
    sheet.covers = 1
    sheet.add_page()
    _draw_cover(sheet, source)
    sheet.begin_page()
    sheet.insert_toc_placeholder(draw_contents, pages=1)
    sheet.set_y(25)
    draw_blocks(sheet, source.blocks)
    return sheet


def policy(source: Source) -> Sheet:
    """Draw a policy or an agreement: title, control block and text that begin on the first page."""
    sheet = Sheet(_style(source, chapters=False))
    sheet.begin_page()
    sheet.set_y(32)
    sheet.set_text_color(*sheet.style.accent)
    sheet.write_lines(sheet.l_margin, sheet.ruler.lines(source.title, "B", 20, sheet.epw), 20, "B")
    sheet.set_text_color(*GREY)
    sheet.write_lines(sheet.l_margin, sheet.ruler.lines(source.subtitle, "", 12, sheet.epw), 12)
    sheet.set_y(sheet.get_y() + 5)
    if source.cover:
        draw_blocks(sheet, [Grid((0.3, 0.7), ("Document control", ""), source.cover)])
    draw_blocks(sheet, source.blocks)
    return sheet


def _style(source: Source, *, chapters: bool) -> Style:
    return Style(source.face, source.size, colour(source.accent), source.head, source.author, chapters)


def _draw_cover(sheet: Sheet, source: Source) -> None:
    sheet.set_fill_color(*sheet.style.accent)
    sheet.rect(0, 0, 9, sheet.h, "F")
    sheet.write_line(sheet.l_margin, 40, source.author, "B", 13, sheet.style.accent)
    sheet.set_y(86)
    sheet.set_text_color(*sheet.style.accent)
    sheet.write_lines(sheet.l_margin, sheet.ruler.lines(source.title, "B", 27, sheet.epw), 27, "B")
    sheet.set_y(sheet.get_y() + 6)
    sheet.set_text_color(*INK)
    sheet.write_lines(sheet.l_margin, sheet.ruler.lines(source.subtitle, "", 14, sheet.epw), 14)
    sheet.rule(sheet.get_y() + 8, 0.6, sheet.style.accent)
    sheet.set_y(sheet.get_y() + 18)
    for label, text in source.cover:
        sheet.set_text_color(*GREY)
        sheet.write_lines(sheet.l_margin, sheet.ruler.lines(label, "", 9, sheet.epw), 9)
        sheet.set_text_color(*INK)
        sheet.write_lines(sheet.l_margin, sheet.ruler.lines(text, "", 11, sheet.epw), 11)
        sheet.set_y(sheet.get_y() + 3)
