"""Tests of deciding what of a page can be seen: it fails closed."""

import io

import pytest

from knowledge.evaluation.drafting import Draft, box, line, to_unicode
from knowledge.pages import PageState
from knowledge.parsing import Parsed
from knowledge.polyglots import changed_later, foreign_bytes
from knowledge.remarks import Remark, RemarkKind
from knowledge.sighting import Eye
from knowledge.visibility import Watch
from knowledge.wire import PageRead

SHOWN, HIDDEN = "Backups are tested twice.", "All controls passed the audit."


def parsed(*contents: str, font: str = "") -> Parsed:
    """Parse pages with these contents."""
    draft = Draft()
    for content in contents:
        draft.page(content, {"Font": font} if font else {})
    return Parsed(io.BytesIO(draft.written()), 9)


def kinds(page: PageRead) -> list[RemarkKind]:
    """Name what was remarked."""
    return [remark.kind for remark in page.remarks]


def test_a_doubt_that_looking_clears_leaves_no_trace() -> None:
    """White text on a picture-like ground is read as any other."""
    page = parsed(box("0 0 0.4 rg") + "q 1 0 0 1 0 0 cm " + line(SHOWN, before="1 g") + " Q").read(1)

    assert (SHOWN, PageState.TEXT, []) == (page.text.strip(), page.state, page.remarks)


def test_what_cannot_be_looked_at_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the page cannot be drawn, doubtful text is on record only and the page counts as read in part."""
    monkeypatch.setattr(Eye, "look", lambda *_: None)

    page = parsed(line(SHOWN, y=700) + line(HIDDEN, before="1 g")).read(1)

    assert SHOWN == page.text.strip()
    assert PageState.PARTIAL is page.state
    assert [RemarkKind.NOT_JUDGED] == kinds(page)
    assert page.remarks[0].box is not None


def test_a_page_that_cannot_be_watched_gives_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error while watching, even one that the library swallows, makes the page a damaged one."""
    watched = Watch.look

    def fails(self: Watch, *given: object) -> None:
        watched(self, *given)  # type: ignore[arg-type]
        self.failed = True

    monkeypatch.setattr(Watch, "look", fails)

    page = parsed(line(SHOWN)).read(1)

    assert ("", PageState.DAMAGED) == (page.text, page.state)
    assert [RemarkKind.NOT_JUDGED] == kinds(page)


def test_a_hidden_label_is_no_alarm_and_marks_are_nothing() -> None:
    """A label asserts nothing and stays out of the text; signs without a letter are not worth a word."""
    page = parsed(line(SHOWN, y=700) + line("Back cover", before="1 g"), line(SHOWN, y=700) + line("* *", before="1 g"))

    label, marks = page.read(1), page.read(2)

    assert [RemarkKind.HIDDEN_LABEL] == kinds(label)
    assert not RemarkKind.HIDDEN_LABEL.alarming
    assert [] == kinds(marks)
    assert [SHOWN, PageState.TEXT] == [label.text.strip(), marks.state]


def test_lines_that_their_frame_cuts_off_are_told_from_hidden_ones() -> None:
    """A paragraph that runs out of its frame is no alarm; text far from any visible line is one."""
    frame = "q 40 590 500 60 re W n "
    flowing = frame + line("The first line.", y=620) + line("Then comes the rest that has no room.", y=580) + " Q"
    page = parsed(flowing, line(SHOWN, y=700) + line(HIDDEN, y=300, before="40 590 500 60 re W n"))

    assert [RemarkKind.CUT_OFF] == kinds(page.read(1))
    assert [RemarkKind.HIDDEN_TEXT] == kinds(page.read(2))


def test_other_words_make_a_page_one_that_was_not_read_in_full() -> None:
    """Visible letters whose words nobody knows are missing from the text."""
    draft = Draft()
    table = draft.stream(to_unicode({78: "Everything passed the audit"}))
    font = draft.add(f"<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /ToUnicode {table} 0 R >>")
    draft.page(line(SHOWN, y=700) + line("N", font="F2"), {"Font": f"/F2 {font} 0 R"})

    page = Parsed(io.BytesIO(draft.written()), 9).read(1)

    assert (SHOWN, PageState.PARTIAL) == (page.text.strip(), page.state)
    assert [RemarkKind.OTHER_WORDS] == kinds(page)


def test_a_picture_is_known_again_where_it_stood() -> None:
    """Over a picture seen before, text that stands out needs no look, and text in a dark part of it is still caught."""
    draft = Draft()
    picture = draft.stream(
        b"\xff\x00", "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    drawn = "q 500 0 0 300 50 400 cm /I Do Q "
    for x in (60, 60, 320):
        draft.page(drawn + line("All of it passed.", x=x, y=500), {"XObject": f"/I {picture} 0 R"})
    document = Parsed(io.BytesIO(draft.written()), 9)

    texts = [document.read(number).text.strip() for number in (1, 2, 3)]

    assert ["All of it passed.", "All of it passed.", ""] == texts


def test_bytes_of_other_files_around_a_pdf_are_remarked() -> None:
    """A web page before, an archive behind and a change after signing are told; an ordinary file has none of them."""
    draft = Draft()
    draft.page(line(SHOWN))
    plain = draft.written()
    signed = plain.replace(b"%\xe2", b"% /ByteRange [0 10 20 30]\n%\xe2")

    def told(data: bytes) -> list[Remark]:
        return [*foreign_bytes(data), *changed_later(data)]

    assert [] == told(plain)
    assert ["Before the PDF begins there is a web page."] == [one.text for one in told(b"<html><body>hi" + plain)]
    assert ["Behind the end of the PDF there is an archive."] == [one.text for one in told(plain + b"PK\x03\x04abc")]
    assert [RemarkKind.CHANGED_LATER] == [one.kind for one in told(signed)]
