"""Layouts drawn after the first rules were written; some of the rules were put right by them."""

from collections.abc import Callable, Iterator

from knowledge.evaluation.layouts.board import Board, Placed, Type, below
from knowledge.evaluation.layouts.grid import Table
from knowledge.evaluation.layouts.sentences import paragraph, sentences
from knowledge.evaluation.layouts.truth import TrueRow, Truth

Drawn = tuple[Board, Truth]
BODY = Type("Times", 10.5, "", 1.3)
SANS = Type("Helvetica", 9.5, "", 1.25)
NOTE = Type("Times", 7.5)


def three_columns() -> Drawn:
    """Draw a leaflet of three columns on a wide page."""
    board, truth, source = Board(landscape=True), Truth("three columns"), sentences("three")
    board.put(Placed("Trust leaflet", 40, 40, Type("Times", 20, "B")))
    truth.paragraphs.append("Trust leaflet")
    for left in (40.0, 300.0, 560.0):
        top = 80.0
        for _ in range(3):
            text = paragraph(source, 3)
            truth.paragraphs.append(text)
            lines = board.block(text, (left, top, 235), SANS)
            board.put(*lines)
            top = below(lines, 8)
    return board, truth


def heading_between_columns() -> Drawn:
    """Draw two columns, a heading across them, and two more; the file holds the foot of the page first."""
    board, truth, source = Board(), Truth("heading between columns"), sentences("between")
    parts: list[list[Placed]] = []
    for top, title in ((70.0, "Part one of the description"), (400.0, "Part two of the description")):
        parts.append([Placed(title, 50, top, Type("Helvetica", 14, "B"))])
        truth.paragraphs.append(title)
        for left in (50.0, 305.0):
            texts = [paragraph(source, 3), paragraph(source, 3)]
            first = board.block(texts[0], (left, top + 30, 235), SANS)
            parts[-1] += [*first, *board.block(texts[1], (left, below(first, 7), 235), SANS)]
            truth.paragraphs += texts
    board.put(*parts[1], *parts[0])
    return board, truth


def four_columns_centred() -> Drawn:
    """Draw tests of controls whose cells stand in the middle of their rows, in a grey face without bold header cells."""
    table = Table((40, 95, 270, 440), 555, Type("Helvetica", 8.5, "", 1.25), 5, middle=True, header_style="")
    header = ("Ref.", "Control activity", "Tests performed", "Results of tests")
    return _tests("four columns, centred", table, header, 18)


def header_only_once() -> Drawn:
    """Draw a table whose header stands on its first page only."""
    board, truth, source = Board(), Truth("header only once"), sentences("once")
    table = Table((50, 120, 320), 545, Type("Times", 10), 4)
    header = ("Criterion", "Control", "Outcome")
    top = table.drawn(board, header, (), 60)
    for page in range(3):
        rows = [(f"A{page}.{at}", paragraph(source, 2), paragraph(source, 1)) for at in range(1, 8)]
        table.drawn(board, (), rows, top)
        truth.rows += [TrueRow(row, header) for row in rows]
        truth.paragraphs += [" ".join(row) for row in rows]
        top = 60.0
        if page < 2:
            board.add_page()
    return board, truth


def blank_cells() -> Drawn:
    """Draw a register in which some cells are blank, written across."""
    board, truth, source = Board(), Truth("blank cells"), sentences("blank")
    header = ("Risk", "Treatment", "Owner", "Due")
    rows = [
        (f"R-{at:02d} {paragraph(source, 1)}", paragraph(source, 1) if at % 3 else "", ("CISO", "Head of IT")[at % 2],
         "" if at % 4 == 1 else f"{at} May 2026")
        for at in range(1, 10)
    ]  # fmt: skip
    Table((40, 210, 390, 470), 550, SANS, 4, False, across=True).drawn(board, header, rows, 70)
    truth.rows += [TrueRow(row, header) for row in rows]
    truth.paragraphs += [" ".join(row) for row in rows]
    return board, truth


def wide_leading() -> Drawn:
    """Draw a table whose lines stand far apart, between two paragraphs."""
    table = Table((60, 150), 540, Type("Times", 11, "", 1.5), 6)
    board, truth, source = Board(), Truth("wide leading"), sentences("leading")
    header = ("Objective", "Measure")
    rows = [(f"Objective {at}", paragraph(source, 2)) for at in range(1, 8)]
    before, after = paragraph(source, 2), paragraph(source, 2)
    lines = board.block(before, (60, 60, 480), BODY)
    board.put(*lines)
    end = table.drawn(board, header, rows, below(lines, 12))
    board.put(*board.block(after, (60, end + 16, 480), BODY))
    truth.rows += [TrueRow(row, header) for row in rows]
    truth.paragraphs += [before, *(" ".join(row) for row in rows), after]
    return board, truth


def _tests(name: str, table: Table, header: tuple[str, ...], count: int) -> Drawn:
    board, truth, source = Board(), Truth(name), sentences(name)
    rows = [_test(source, at) for at in range(count)]
    table.drawn(board, header, rows, 70)
    truth.rows += [TrueRow(row, header) for row in rows]
    truth.paragraphs += [" ".join(row) for row in rows]
    return board, truth


def _test(source: Iterator[str], at: int) -> tuple[str, str, str, str]:
    noted = f"Deviation noted: for {at + 1} of 40 items no evidence was kept. {paragraph(source, 1)}"
    return (f"A.{5 + at // 6}.{1 + at % 6}", paragraph(source, 1 + at % 2), paragraph(source, 2 - at % 2),
            noted if at % 4 == 3 else "No deviations noted.")  # fmt: skip


def plain_headings() -> Drawn:
    """Draw chapters without numbers, told by their size and face alone, with nested lists."""
    board, truth, source = Board(), Truth("plain headings"), sentences("plain")
    top = 60.0
    for chapter, sections in (("People", ("Screening", "Training")), ("Technology", ("Cryptography", "Logging"))):
        board.put(Placed(chapter, 70, top, Type("Times", 17)))
        truth.paragraphs.append(chapter)
        top += 28
        for section in sections:
            board.put(Placed(section, 70, top, Type("Times", 10.5, "B")))
            text, items = paragraph(source, 2), [paragraph(source, 1) for _ in range(2)]
            lines = board.block(text, (70, top + 17, 430), BODY)
            for sign, item in zip(("(a)", "(b)"), items, strict=True):
                hanging = board.block(item, (110, below(lines, 2), 350), BODY)
                lines += [Placed(sign, 90, hanging[0].top, BODY), *hanging]
            board.put(*lines)
            truth.paths.append((text, f"{chapter} > {section}"))
            truth.paragraphs += [section, text, *items]
            top = below(lines, 16)
    return board, truth


def notes_under_columns() -> Drawn:
    """Draw two pages of a single column whose notes have signs and run over two lines."""
    board, truth, source = Board(), Truth("notes of two lines"), sentences("notes")
    for sign in ("*", "2"):
        text, note = paragraph(source, 8), f"{sign} {paragraph(source, 3)}"
        board.put(*board.block(text, (70, 60, 430), BODY))
        board.put(*board.block(note, (70, 740, 430), NOTE))
        truth.paragraphs += [text, note]
        truth.notes.append(note)
        if sign == "*":
            board.add_page()
    return board, truth


_PARTED = (
    "Le pres|ta|taire in|forme le client sans dé|lai de toute vio|la|tion de don|nées, y com|pris chez ses sous-trai|tants",
    "El pro|vee|dor no|ti|fi|ca los in|ci|den|tes de se|gu|ri|dad en un plazo de vein|ti|cua|tro ho|ras a sus cli|en|tes",
    "The third-party re|view of the multi-factor sign-in cov|ers em|ploy|ees, con|trac|tors and pri|vi|leged ac|counts",
    "Die Wie|der|her|stel|lung der Sy|ste|me wird jähr|lich ge|übt; Ab|wei|chun|gen wer|den be|rich|tet und be|ho|ben",
)


def hyphenated() -> Drawn:
    """Draw narrow columns in other languages."""
    board, truth = Board(), Truth("hyphenated in four languages")
    top = 60.0
    for text in (text.replace("|", "\u00ad") for text in _PARTED):
        for width in (102, 127, 143):
            lines = board.block(text, (70, top, width), BODY)
            board.put(*lines)
            truth.words += _parted_words(text, lines)
            top = below(lines, 12)
            if top > 700:
                board.add_page()
                top = 60.0
    return board, truth


def _parted_words(text: str, lines: list[Placed]) -> list[str]:
    whole = text.replace("\u00ad", "").split()
    at = 0
    parted: list[str] = []
    for line in lines[:-1]:
        at += len(line.text.split())
        if line.text.endswith("-"):
            at -= 1
            parted.append(whole[at])
    return parted


def changing_heads() -> Drawn:
    """Draw pages whose heads name the chapter and whose feet carry a number alone, with a list on each."""
    board, truth, source = Board(), Truth("changing heads"), sentences("heads")
    for number in range(1, 9):
        board.put(Placed("Controls report 2026", 70, 28, Type("Times", 8, "I")))
        text = paragraph(source, 5)
        truth.paragraphs.append(text)
        board.put(*board.block(text, (70, 80, 430), BODY))
        board.put(Placed(str(number), 290, 805, Type("Times", 9)))
        if number < 8:
            board.add_page()
    truth.left_out.append("Controls report 2026")
    return board, truth


def side_notes() -> Drawn:
    """Draw a column of prose with short remarks in the margin, which the file holds behind it."""
    board, truth, source = Board(), Truth("side notes"), sentences("side")
    remarks: list[Placed] = []
    top = 70.0
    for number in range(4):
        text = paragraph(source, 5)
        lines = board.block(text, (200, top, 330), BODY)
        board.put(*lines)
        truth.paragraphs.append(text)
        remarks += board.block(f"See annex {number + 1} for the list of owners.", (60, top, 110), Type("Times", 8))
        top = below(lines, 14)
    board.put(*remarks)
    return board, truth


LAYOUTS: tuple[Callable[[], Drawn], ...] = (
    three_columns,
    heading_between_columns,
    four_columns_centred,
    header_only_once,
    blank_cells,
    wide_leading,
    plain_headings,
    notes_under_columns,
    hyphenated,
    changing_heads,
    side_notes,
)
