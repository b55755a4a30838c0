"""The half of the layouts that was drawn while the rules were written."""

from collections.abc import Callable, Iterator

from knowledge.evaluation.layouts.board import Board, Placed, Type, below
from knowledge.evaluation.layouts.grid import Table
from knowledge.evaluation.layouts.sentences import paragraph, sentences
from knowledge.evaluation.layouts.truth import TrueRow, Truth

Drawn = tuple[Board, Truth]
TITLE = Type(size=18, style="B")
HEAD = Type(size=13, style="B")
BODY = Type()
TIMES = Type("Times", 11)
NOTE = Type(size=7)


def two_columns() -> Drawn:
    """Draw prose in two columns, one after the other, under a heading that crosses both."""
    return _columns("two columns", across=False)


def two_columns_across() -> Drawn:
    """Draw the same, but with the file going to and fro between the columns."""
    return _columns("two columns, written across", across=True)


def _columns(name: str, *, across: bool) -> Drawn:
    board, truth, source = Board(), Truth(name), sentences(name)
    board.put(Placed("Security overview of the ledger service", 60, 60, TITLE))
    truth.paragraphs.append("Security overview of the ledger service")
    lines: list[list[Placed]] = []
    for left in (60.0, 310.0):
        top, column = 100.0, []
        for _ in range(4):
            text = paragraph(source, 4)
            truth.paragraphs.append(text)
            column += board.block(text, (left, top, 225), TIMES)
            top = below(column, 6)
        lines.append(column)
    ordered = [line for column in lines for line in column]
    board.put(*(sorted(ordered, key=lambda line: line.top) if across else ordered))
    return board, truth


def _tested(source: Iterator[str], count: int) -> list[tuple[str, str, str]]:
    results = ("No exceptions noted.", "Exception noted: two of 25 samples had no record of approval.")
    return [
        (
            f"CC{1 + at // 4}.{1 + at % 4}",
            paragraph(source, 1 + at % 3),
            f"{paragraph(source, 1)} {results[at % 5 == 2]}",
        )
        for at in range(count)
    ]


def tests_of_controls() -> Drawn:
    """Draw an auditor's tests over several pages, ruled, with the header on each."""
    table = Table((50, 110, 330), 545)
    return _table("tests of controls", table, ("Control", "Description", "Test and result"), 24)


def tight_table_across() -> Drawn:
    """Draw them without rules or room between rows, line by line."""
    table = Table((50, 110, 330), 545, padding=1.5, ruled=False, across=True)
    return _table("tight table written across", table, ("Criteria", "Control", "Test performed"), 14)


def tight_table() -> Drawn:
    """Draw them without rules or room, cell by cell."""
    table = Table((50, 110, 330), 535, padding=1, ruled=False)
    return _table("tight table", table, ("Number", "Control", "Result"), 14)


def _table(name: str, table: Table, header: tuple[str, ...], count: int) -> Drawn:
    board, truth, source = Board(), Truth(name), sentences(name)
    intro = paragraph(source, 3)
    lines = board.block(intro, (50, 60, 495), BODY)
    board.put(*lines)
    truth.paragraphs.append(intro)
    rows = _tested(source, count)
    end = table.drawn(board, header, rows, below(lines, 10))
    truth.rows += [TrueRow(row, header) for row in rows]
    truth.paragraphs += [" ".join(row) for row in rows]
    outro = paragraph(source, 2)
    truth.paragraphs.append(outro)
    board.put(*board.block(outro, (50, end + 14, 495), BODY))
    return board, truth


def headings_and_lists() -> Drawn:
    """Draw numbered chapters with paragraphs and hanging bullets."""
    board, truth, source = Board(), Truth("headings and lists"), sentences("headings")
    top = 60.0
    chapters = (("1 Governance", "1.1 Policies", "1.2 Roles"), ("2 Access control", "2.1 Joiners", "2.2 Leavers"))
    for chapter, *sections in chapters:
        board.put(Placed(chapter, 60, top, HEAD))
        truth.paragraphs.append(chapter)
        top += 24
        for section in sections:
            board.put(Placed(section, 60, top, Type(size=10, style="B")))
            text, bullets = paragraph(source, 2), [paragraph(source, 1) for _ in range(3)]
            truth.paths.append((text, f"{chapter} > {section}"))
            truth.paragraphs += [section, text, *bullets]
            lines = board.block(text, (60, top + 16, 440), BODY)
            for bullet in bullets:
                hanging = board.block(bullet, (78, below(lines, 3), 380), BODY)
                lines += [Placed("\u2022", 64, hanging[0].top, BODY), *hanging]
            board.put(*lines)
            top = below(lines, 14)
    return board, truth


def footnotes() -> Drawn:
    """Draw pages whose notes the file holds before the text that they belong to."""
    board, truth, source = Board(), Truth("footnotes"), sentences("footnotes")
    for number in range(1, 4):
        text = paragraph(source, 9)
        note = f"{number} {paragraph(source, 1)}"
        board.put(*board.block(note, (60, 750, 440), NOTE))
        board.put(*board.block(text, (60, 60, 440), TIMES))
        truth.paragraphs += [text, note]
        truth.notes.append(note)
        if number < 3:
            board.add_page()
    return board, truth


_PARTED = (
    "The ser|vice pro|vides a high-level over|view of ac|cess man|age|ment for all cus|tom|ers",
    "The service sees access management as a long-term duty of the man|age|ment of the or|gan|i|sa|tion",
    "Die Zu|griffs|rech|te wer|den ein|mal im Quar|tal ge|prüft und do|ku|men|tiert",
    "Each cus|tom|er is told of in|ci|dents with|out un|due de|lay by the re|spon|si|ble of|fi|cer",
)


def hyphenated() -> Drawn:
    """Draw narrow columns whose words are parted at line ends."""
    board, truth = Board(), Truth("hyphenated")
    top = 60.0
    for text in (text.replace("|", "\u00ad") for text in _PARTED):
        for width in (118, 131, 149, 160):
            lines = board.block(text, (60, top, width), TIMES)
            board.put(*lines)
            truth.words += _parted_words(text, lines)
            top = below(lines, 12)
            if top > 720:
                board.add_page()
                top = 60.0
    return board, truth


def _parted_words(text: str, lines: list[Placed]) -> list[str]:
    """Name the words that these lines part."""
    whole = text.replace("\u00ad", "").split()
    at = 0
    parted: list[str] = []
    for line in lines:
        at += len(line.text.split())
        if line.text.endswith("-") and line is not lines[-1]:
            at -= 1
            parted.append(whole[at])
    return parted


def running_heads() -> Drawn:
    """Draw six pages with a head, a foot and a page number."""
    board, truth, source = Board(), Truth("running heads"), sentences("running")
    head, foot = "Halden Software: information security manual", "Confidential, for customers under agreement"
    for number in range(1, 7):
        board.put(Placed(head, 60, 30, Type(size=8, style="B")), Placed(foot, 60, 800, Type(size=8)))
        board.put(Placed(f"Page {number} of 6", 480, 800, Type(size=8)))
        text = paragraph(source, 6)
        truth.paragraphs.append(text)
        board.put(*board.block(text, (60, 80, 460), BODY))
        if number < 6:
            board.add_page()
    truth.left_out += [head, foot, "Page 3 of 6"]
    return board, truth


def label_and_value() -> Drawn:
    """Draw a certificate's labels beside their values."""
    board, truth = Board(), Truth("label and value")
    rows = [
        ("Certificate number", "IS 718 204"),
        ("Holder", "Halden Software GmbH, Lindenstrasse 4, 50674 Cologne"),
        ("Scope", "The development and operation of the ledger service and of the platform on which it runs, as named in "
         "the statement of applicability of 3 May 2026"),
        ("Issued on", "4 June 2026"),
        ("Expires on", "3 June 2029"),
    ]  # fmt: skip
    Table((80, 220), 500, Type(size=11), 4, False).drawn(board, (), rows, 200)
    truth.rows += [TrueRow(row) for row in rows]
    truth.paragraphs += [" ".join(row) for row in rows]
    return board, truth


LAYOUTS: tuple[Callable[[], Drawn], ...] = (
    two_columns,
    two_columns_across,
    tests_of_controls,
    tight_table_across,
    tight_table,
    headings_and_lists,
    footnotes,
    hyphenated,
    running_heads,
    label_and_value,
)
