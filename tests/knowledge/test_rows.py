"""A short row of a table is one sentence, read under its header cells; running heads are none."""

from knowledge.pages import Mark, MarkKind
from knowledge.rows import parted

TEXT = """Logging
Kind of log Retention
Mail logs 30 days
Security logs 365 days
Logs are read by the security team. They are kept in one place.
7"""


def _mark(words: str, kind: MarkKind, header: str = "") -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), kind, 2, header)


def _marks() -> tuple[Mark, ...]:
    header = "Kind of log | Retention"
    rows = ("Kind of log Retention\n", "Mail logs 30 days\n", "Security logs 365 days\n")
    return (
        _mark("Logging\n", MarkKind.HEADING),
        *(_mark(row, MarkKind.ROW, header) for row in rows),
        Mark(len(TEXT) - 1, len(TEXT), MarkKind.RUNNING),
    )


def test_each_row_is_a_sentence_under_its_header() -> None:
    """The row's own words are the quote; heading and header cells stand around it, and the header is no row."""
    found = {sentence.text: sentence.heading for sentence in parted(TEXT, _marks())}

    assert "Logging Kind of log Retention" == found["Security logs 365 days"]
    assert "Mail logs 30 days" in found
    assert "Kind of log Retention" not in found
    assert "7" not in found


def test_sentences_around_a_table_keep_their_places() -> None:
    """Every sentence is found again at its place, and prose after a table keeps the heading above it."""
    found = parted(TEXT, _marks())

    assert [sentence.text for sentence in found] == [TEXT[sentence.start : sentence.end] for sentence in found]
    prose = next(sentence for sentence in found if sentence.text.startswith("They are kept"))
    assert "Logging" == prose.heading


def test_a_row_of_several_sentences_is_parted_as_text() -> None:
    """A row in which an auditor tells of a test is as many sentences as it says."""
    row = "CC6 Access is removed. Inspected 25 leavers. Exception noted."
    text = f"{row}\nMore is said below the table."

    found = parted(text, (Mark(0, len(row), MarkKind.ROW, 3, "Control | Test | Result"),))

    assert "Exception noted." in [sentence.text for sentence in found]
