"""A second lot of layouts drawn after the first rules were written; two more rules were put right by them."""

from collections.abc import Callable

from knowledge.evaluation.layouts.board import Board, Placed, Type, below
from knowledge.evaluation.layouts.grid import Table
from knowledge.evaluation.layouts.sentences import paragraph, sentences
from knowledge.evaluation.layouts.truth import TrueRow, Truth

Drawn = tuple[Board, Truth]
BODY = Type("Times", 10, "", 1.2)
SANS = Type("Helvetica", 9, "", 1.3)


def findings_register() -> Drawn:
    """Draw a tester's findings, line by line, under a header of another face."""
    board, truth, source = Board(), Truth("findings register"), sentences("findings")
    header = ("ID", "Finding", "Severity", "Status")
    levels = ("High", "Medium", "Low")
    rows = [
        (f"WEB-{at:03d}", paragraph(source, 1 + at % 2), levels[at % 3], "Open" if at % 4 == 3 else "Fixed, retested")
        for at in range(1, 17)
    ]
    Table((45, 110, 380, 450), 550, SANS, 3, False, across=True, header_style="BI").drawn(board, header, rows, 60)
    truth.rows += [TrueRow(row, header) for row in rows]
    truth.paragraphs += [" ".join(row) for row in rows]
    return board, truth


def criteria_between_rows() -> Drawn:
    """Draw tests of controls in groups, each under the criterion that it is about, on a line across the table."""
    board, truth, source = Board(), Truth("criteria between rows"), sentences("criteria")
    header = ("Control", "What the auditor did", "Result")
    table = Table((50, 250, 440), 545, Type("Times", 9.5), 4)
    top = 60.0
    for number in range(1, 4):
        criterion = f"CC{number}.1 {paragraph(source, 1)} {paragraph(source, 1)}"
        lines = board.block(criterion, (54, top, 480), Type("Times", 9.5, "B"))
        board.put(*lines)
        rows = [(paragraph(source, 2), paragraph(source, 1), "No exceptions noted.") for _ in range(2)]
        top = table.drawn(board, header, rows, below(lines, 4)) + 10
        truth.rows += [TrueRow(row, header) for row in rows]
        truth.paragraphs += [criterion, *(" ".join(row) for row in rows)]
    return board, truth


def numbered_duties() -> Drawn:
    """Draw the customer's own duties: a narrow number and a wide text."""
    board, truth, source = Board(), Truth("numbered duties"), sentences("duties")
    header = ("No", "Complementary user entity control")
    rows = [(str(at), paragraph(source, 1 + at % 3)) for at in range(1, 14)]
    Table((60, 95), 530, BODY, 2.5).drawn(board, header, rows, 80)
    truth.rows += [TrueRow(row, header) for row in rows]
    truth.paragraphs += [" ".join(row) for row in rows]
    return board, truth


def pairs_side_by_side() -> Drawn:
    """Draw labels and values in four columns."""
    board, truth = Board(), Truth("pairs side by side")
    rows = [
        ("Insured", "Halden Software GmbH", "Policy number", "CY-2026-44871"),
        ("Insurer", "Nordlicht Versicherung AG", "Limit", "EUR 5,000,000 for each event and in the aggregate"),
        ("From", "1 January 2026", "To", "31 December 2026"),
        ("Territory", "Worldwide, the United States and Canada included", "Deductible", "EUR 25,000"),
    ]
    Table((60, 150, 310, 400), 540, SANS, 5, False).drawn(board, (), rows, 150)
    truth.rows += [TrueRow(row) for row in rows]
    truth.paragraphs += [" ".join(row) for row in rows]
    return board, truth


def bullets_in_columns() -> Drawn:
    """Draw two columns of bullets under small headings."""
    board, truth, source = Board(), Truth("bullets in columns"), sentences("bullets")
    for left, titles in ((50.0, ("Identity", "Devices")), (310.0, ("Networks", "Backups"))):
        top = 80.0
        for title in titles:
            board.put(Placed(title, left, top, Type("Helvetica", 12, "B")))
            truth.paragraphs.append(title)
            top += 20
            for _ in range(6):
                text = paragraph(source, 1)
                hanging = board.block(text, (left + 14, top, 215), SANS)
                board.put(Placed("\u2013", left, hanging[0].top, SANS), *hanging)
                truth.paragraphs.append(text)
                top = below(hanging, 3)
            top += 14
    return board, truth


def justified() -> Drawn:
    """Draw justified prose, whose words stand far apart on some lines."""
    board, truth, source = Board(), Truth("justified"), sentences("justified")
    top = 70.0
    for _ in range(4):
        text = paragraph(source, 4)
        truth.paragraphs.append(text)
        lines = board.block(text, (80, top, 230), BODY)
        for line in lines[:-1]:
            board.put(*_spread(board, line, 230))
        board.put(lines[-1])
        top = below(lines, 9)
    return board, truth


def _spread(board: Board, line: Placed, width: float) -> list[Placed]:
    """Set a line's words so that it fills its column."""
    board.set_font(line.type.face, line.type.style, line.type.size)
    words = line.text.split()
    widths = [float(board.get_string_width(word)) for word in words]
    gap = (width - sum(widths)) / max(1, len(words) - 1)
    lefts = [line.left + sum(widths[:at]) + at * gap for at in range(len(words))]
    return [Placed(word, left, line.top, line.type) for word, left in zip(words, lefts, strict=True)]


def contents_and_chapters() -> Drawn:
    """Draw a table of contents with leaders, then its chapters."""
    board, truth, source = Board(), Truth("contents and chapters"), sentences("contents")
    chapters = ("Section 1: Assertion of management", "Section 2: Description of the system", "Section 3: Tests")
    for at, chapter in enumerate(chapters):
        board.put(Placed(f"{chapter} {'.' * 60} {at + 2}", 70, 100 + at * 18, BODY))
        truth.left_out.append(f"{chapter} {'.' * 20}")
    for chapter in chapters:
        board.add_page()
        text = paragraph(source, 6)
        board.put(Placed(chapter, 70, 60, Type("Times", 15, "B")))
        board.put(*board.block(text, (70, 90, 430), BODY))
        truth.paths.append((text, chapter))
        truth.paragraphs += [chapter, text]
    return board, truth


def french_manual() -> Drawn:
    """Draw a manual in French with numbered headings and parted words."""
    board, truth = Board(), Truth("French manual")
    text = (
        "Le res|pon|sable de la sé|cu|ri|té exa|mine chaque tri|mestre les droits d'ac|cès des col|la|bo|ra|teurs et con|signe "
        "le ré|sul|tat dans le re|gistre ; les mots de passe com|portent au moins qua|torze ca|rac|tères."
    )
    top = 60.0
    for at, title in enumerate(("Gouvernance", "Gestion des accès", "Continuité"), 1):
        board.put(Placed(f"{at}. {title}", 70, top, Type("Helvetica", 12, "B")))
        lines = board.block(text.replace("|", "\u00ad"), (70, top + 20, 120 + 17 * at), BODY)
        board.put(*lines)
        truth.words += _parted_words(text.replace("|", ""), lines)
        truth.paths.append((" ".join(lines[0].text.split()[:3]), f"{at}. {title}"))
        top = below(lines, 16)
    truth.paths = truth.paths[:1]
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


def table_beside_prose() -> Drawn:
    """Draw a column of prose with a small table in the other column."""
    board, truth, source = Board(), Truth("table beside prose"), sentences("beside")
    texts = [paragraph(source, 4) for _ in range(3)]
    top = 70.0
    for text in texts:
        lines = board.block(text, (50, top, 230), BODY)
        board.put(*lines)
        top = below(lines, 8)
    rows = [("Recovery time", "4 hours"), ("Recovery point", "15 minutes"), ("Last test", "9 March 2026")]
    Table((320, 430), 545, SANS, 4).drawn(board, ("Measure", "Value"), rows, 76)
    truth.paragraphs += [*texts, *(" ".join(row) for row in rows)]
    truth.rows += [TrueRow(row, ("Measure", "Value")) for row in rows]
    return board, truth


def notes_with_signs() -> Drawn:
    """Draw two columns whose notes stand at the foot of the page under a rule, with running feet below them."""
    board, truth, source = Board(), Truth("notes and feet"), sentences("signs")
    for number in range(1, 6):
        text, note = paragraph(source, 7), f"[{number}] {paragraph(source, 2)}"
        board.put(*board.block(text, (70, 60, 430), Type("Times", 11)))
        board.rule(700, 70, 200)
        board.put(*board.block(note, (70, 705, 430), Type("Times", 8)))
        board.put(Placed(f"Halden Software security paper, page {number}", 70, 800, Type("Helvetica", 8)))
        truth.paragraphs += [text, note]
        truth.notes.append(note)
        if number < 5:
            board.add_page()
    truth.left_out.append("Halden Software security paper, page 2")
    return board, truth


LAYOUTS: tuple[Callable[[], Drawn], ...] = (
    findings_register,
    criteria_between_rows,
    numbered_duties,
    pairs_side_by_side,
    bullets_in_columns,
    justified,
    contents_and_chapters,
    french_manual,
    table_beside_prose,
    notes_with_signs,
)
