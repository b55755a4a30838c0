"""The half of the layouts that was drawn after the rules were written, and that no rule was changed for."""

from collections.abc import Callable

from knowledge.evaluation.layouts.board import Board, Placed, Type, below
from knowledge.evaluation.layouts.grid import Table
from knowledge.evaluation.layouts.sentences import paragraph, sentences
from knowledge.evaluation.layouts.truth import TrueRow, Truth

Drawn = tuple[Board, Truth]
BODY = Type("Times", 10.5, "", 1.25)
SANS = Type("Helvetica", 8.5, "", 1.2)


def five_columns() -> Drawn:
    """Draw a matrix of sub-processors on wide pages, cell by cell, with narrow cells that wrap."""
    board, truth, source = Board(landscape=True), Truth("five columns"), sentences("five")
    header = ("Sub-processor", "Purpose", "Place of processing", "Safeguards", "Since")
    places = ("Dublin, Ireland", "Frankfurt am Main, Germany", "Oregon, United States of America")
    rows = [
        (f"Provider {at} Ltd", paragraph(source, 1), places[at % 3], paragraph(source, 1), f"May {2012 + at}")
        for at in range(1, 9)
    ]
    Table((40, 150, 360, 480, 700), 790, SANS, 3).drawn(board, header, rows, 60)
    truth.rows += [TrueRow(row, header) for row in rows]
    truth.paragraphs += [" ".join(row) for row in rows]
    return board, truth


def typewriter_table() -> Drawn:
    """Draw a table in a typewriter's face with rules around its rows."""
    board, truth, source = Board(), Truth("typewriter table"), sentences("typewriter")
    header = ("Check", "Outcome")
    rows = [(f"Check {at}: {paragraph(source, 1)}", ("Passed", "Failed, see below")[at % 3 == 2]) for at in range(9)]
    Table((50, 420), 550, Type("Courier", 9), 4).drawn(board, header, rows, 70)
    truth.rows += [TrueRow(row, header) for row in rows]
    truth.paragraphs += [" ".join(row) for row in rows]
    return board, truth


def two_tables() -> Drawn:
    """Draw two tables of different columns under headings of their own."""
    board, truth, source = Board(), Truth("two tables"), sentences("two tables")
    top = 60.0
    shapes = ((("Role", "Duty"), (60.0, 170.0)), (("Date", "Exercise", "Outcome"), (60.0, 140.0, 360.0)))
    for number, (header, lefts) in enumerate(shapes, 1):
        title = f"{number}.4 {('Roles and duties', 'Exercises of the year')[number - 1]}"
        board.put(Placed(title, 60, top, Type("Helvetica", 12, "B")))
        rows = [
            ((f"Role {at}", paragraph(source, 2)), (f"{at} March 2026", paragraph(source, 1), paragraph(source, 1)))[
                number - 1
            ]
            for at in range(1, 6)
        ]
        top = Table(lefts, 540, BODY, 3.5, number == 1).drawn(board, header, rows, top + 24) + 30
        truth.rows += [TrueRow(row, header) for row in rows]
        truth.paragraphs += [title, *(" ".join(row) for row in rows)]
    return board, truth


def columns_with_chapters() -> Drawn:
    """Draw two columns with numbered headings inside of them, over two pages with a head."""
    board, truth, source = Board(), Truth("columns with chapters"), sentences("chapters")
    number = 0
    for page in range(4):
        board.put(Placed("Ledger service: description of the system", 55, 25, Type("Helvetica", 8)))
        for left in (55.0, 312.0):
            top = 60.0
            for _ in range(2):
                number += 1
                title, text = f"{number} Topic {'ABCDEFGHIJKLMNOPQ'[number]} of the service", paragraph(source, 6)
                board.put(Placed(title, left, top, Type("Helvetica", 11, "B")))
                lines = board.block(text, (left, top + 18, 228), BODY)
                board.put(*lines)
                truth.paths.append((text, title))
                truth.paragraphs += [title, text]
                top = below(lines, 14)
        if page < 3:
            board.add_page()
    truth.left_out.append("Ledger service: description of the system")
    return board, truth


def letter() -> Drawn:
    """Draw a bridge letter: addresses side by side, then prose, a list with numbers, and a signature."""
    board, truth, source = Board(), Truth("letter"), sentences("letter")
    board.put(
        *(Placed(text, 70, 60 + at * 13, BODY) for at, text in enumerate(("Halden Software GmbH", "Lindenstrasse 4")))
    )
    board.put(*(Placed(text, 400, 60 + at * 13, BODY) for at, text in enumerate(("Cologne", "4 June 2026"))))
    before, after = paragraph(source, 3), paragraph(source, 2)
    lines = board.block(before, (70, 130, 440), BODY)
    board.put(*lines)
    items = [paragraph(source, 1) for _ in range(4)]
    top = below(lines, 8)
    for at, item in enumerate(items, 1):
        hanging = board.block(item, (95, top, 400), BODY)
        board.put(Placed(f"{at}.", 75, top, BODY), *hanging)
        top = below(hanging, 3)
    board.put(*board.block(after, (70, top + 8, 440), BODY))
    board.put(Placed("Head of Security", 70, top + 90, BODY))
    truth.paragraphs += [before, *items, after, "Head of Security"]
    return board, truth


def notes_in_columns() -> Drawn:
    """Draw pages of two columns with a note under each page's columns."""
    board, truth, source = Board(), Truth("notes under columns"), sentences("under")
    for number in range(1, 4):
        for left in (55.0, 312.0):
            text = paragraph(source, 8)
            board.put(*board.block(text, (left, 60, 228), BODY))
            truth.paragraphs.append(text)
        note = f"{number}) {paragraph(source, 2)}"
        board.put(*board.block(note, (55, 740, 480), Type("Times", 7.5)))
        truth.paragraphs.append(note)
        truth.notes.append(note)
        if number < 3:
            board.add_page()
    return board, truth


def parted_in_a_table() -> Drawn:
    """Draw a table of narrow cells whose words are parted."""
    board, truth = Board(), Truth("parted in a table")
    texts = (
        "All lap|tops are en|crypted and man|aged cen|tral|ly by the work|place team",
        "Pri|vi|leged ac|counts need a hard|ware to|ken and a sec|ond ap|prov|al",
        "Lie|fe|ran|ten wer|den vor Ver|trags|ab|schluss auf ihre Si|cher|heit ge|prüft",
        "Las co|pias de se|gu|ri|dad se ci|fran y se prue|ban ca|da tri|mes|tre",
    )
    top = 60.0
    for at, text in enumerate(text.replace("|", "\u00ad") for text in texts):
        cell = board.block(text, (190, top, 92), BODY)
        board.put(Placed(f"Rule {at + 1}", 60, top, BODY), *cell, Placed("In force", 320, top, BODY))
        truth.words += _parted_words(text.replace("\u00ad", ""), cell)
        truth.rows.append(TrueRow((f"Rule {at + 1}", " ".join(line.text for line in cell), "In force")))
        top = below(cell, 8)
    return board, truth


def _parted_words(text: str, lines: list[Placed]) -> list[str]:
    whole = text.split()
    at = 0
    parted: list[str] = []
    for line in lines[:-1]:
        at += len(line.text.split())
        if line.text.endswith("-"):
            at -= 1
            parted.append(whole[at])
    return parted


def centred_headings() -> Drawn:
    """Draw chapters under centred headings in capitals, in the size of the text."""
    board, truth, source = Board(), Truth("centred headings"), sentences("centred")
    top = 60.0
    for title in ("ARTICLE I: PURPOSE", "ARTICLE II: DUTIES OF THE PROCESSOR", "ARTICLE III: LIABILITY"):
        board.put(Placed(title, 220, top, Type("Times", 10.5, "B")))
        text = paragraph(source, 5)
        lines = board.block(text, (70, top + 22, 450), BODY)
        board.put(*lines)
        truth.paths.append((text, title))
        truth.paragraphs += [title, text]
        top = below(lines, 18)
    return board, truth


def six_pages_of_tests() -> Drawn:
    """Draw tests of controls of four columns, tight, over many pages, with heads and feet around."""
    board, truth, source = Board(), Truth("pages of tests"), sentences("pages of tests")
    header = ("No.", "Control objective and control", "Test performed by the auditor", "Result")
    table = Table((40, 80, 270, 450), 556, Type("Times", 9), 2, False)
    for page in range(6):
        board.put(Placed("Section 4 of the report of the service auditor", 40, 25, Type("Helvetica", 8)))
        rows = [
            (f"{page + 1}.{at:02d}", paragraph(source, 2), paragraph(source, 2),
             "One exception was noted: a leaver kept access for nine days." if at == 4 else "No relevant exceptions noted.")
            for at in range(1, 9)
        ]  # fmt: skip
        table.drawn(board, header, rows, 60)
        board.put(Placed(f"{page + 31}", 300, 815, Type("Helvetica", 8)))
        truth.rows += [TrueRow(row, header) for row in rows]
        truth.paragraphs += [" ".join(row) for row in rows]
        if page < 5:
            board.add_page()
    truth.left_out.append("Section 4 of the report of the service auditor")
    return board, truth


LAYOUTS: tuple[Callable[[], Drawn], ...] = (
    five_columns,
    typewriter_table,
    two_tables,
    columns_with_chapters,
    letter,
    notes_in_columns,
    parted_in_a_table,
    centred_headings,
    six_pages_of_tests,
)
