"""Tests of looking at pages as they are drawn."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pytest

from knowledge.evaluation.drafting import Draft, box, line
from knowledge.ink import Drawing, letters, unseen_spans, without

SHOWN, HIDDEN = "Backups are tested twice.", "All controls passed the audit."


def drawing(*pages: str, entries: str = "") -> Drawing:
    """Draw pages with these contents."""
    draft = Draft()
    for content in pages:
        draft.page(content, entries=entries)
    return Drawing(draft.written(), "", len(pages))


@contextmanager
def opened(content: str) -> Iterator[tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]]:
    """Open a page with this content as pdfium gives it."""
    draft = Draft()
    draft.page(content)
    document = pypdfium2.PdfDocument(draft.written())
    page = document[0]
    textpage = page.get_textpage()
    yield page, textpage
    textpage.close()
    page.close()
    document.close()


@pytest.mark.parametrize(
    "hidden",
    [
        line(HIDDEN, before="1 g"),
        line(HIDDEN) + box("0.2 0.4 0.6 rg"),
        line(HIDDEN, before="3 Tr"),
        line(HIDDEN, before="5 5 9 9 re W n"),
        line(HIDDEN, x=-2000),
    ],
)
def test_text_that_changes_nothing_in_the_picture_is_unseen(hidden: str) -> None:
    """What is seen stays, what is not is told apart, whatever hides it."""
    seen, unseen, _, _ = drawing(line(SHOWN, y=700) + hidden).look(1)

    assert SHOWN == seen.strip()
    assert HIDDEN == " ".join(unseen.split())


def test_the_spans_are_places_in_the_list_of_letters() -> None:
    """Taking the spans out of the letters leaves the visible text; looking leaves the page as it was."""
    with opened(line(SHOWN, y=700) + line(HIDDEN, before="1 g")) as (page, textpage):
        first = unseen_spans(page, textpage)
        again = unseen_spans(page, textpage)
        text = letters(textpage)

    assert first == again
    assert [HIDDEN] == [text[span.start : span.end] for span in first]
    assert SHOWN == without(text, first).strip()


@pytest.mark.parametrize(("turned", "corner"), [(0, (0.1, 0.28)), (90, (0.71, 0.1))])
def test_the_box_is_a_place_on_the_page_as_it_is_shown(turned: int, corner: tuple[float, float]) -> None:
    """On a page turned by a quarter the place turns with it."""
    _, _, place, _ = drawing(line(HIDDEN, x=60, y=600, before="1 g"), entries=f"/Rotate {turned}").look(1)

    assert place is not None
    assert pytest.approx(corner, abs=0.02) == place[:2]


def test_words_are_found_on_the_page() -> None:
    """Line breaks and spaces do not matter; words that are not there have no place."""
    page = drawing(line("Keys are", y=700) + line("rotated yearly.", y=686))

    found = page.find(1, "are\nrotated")

    assert found is not None and 0.14 < found[1] < found[3] < 0.2
    assert page.find(1, "elsewhere") is None


def test_another_number_of_pages_is_refused() -> None:
    """Readers that see different pages in one file cannot vouch for each other."""
    draft = Draft()
    draft.page(line(SHOWN))

    with pytest.raises(ValueError, match="other pages"):
        Drawing(draft.written(), "", 2)
