"""Tests of cutting pages into passages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.pages import PageState, PageText
from knowledge.passages import MOST, Window, passages, size

SENTENCE = "The security team reviews the access rights of every employee in the second week of each quarter. "


def page(text: str, number: int = 1, state: PageState = PageState.TEXT) -> PageText:
    """Make a page."""
    return PageText(number, "", state, text)


def test_a_short_page_is_one_passage_with_its_exact_span() -> None:
    """The text of a passage is the page's text between its bounds."""
    only = page("  Backups are encrypted.\nThey are tested each month.\n")

    found = passages([only], "Backup policy")

    assert [Window(1, 2, 52, "Backups are encrypted.\nThey are tested each month.", "Backup policy")] == found
    assert only.text[found[0].start : found[0].end] == found[0].text


def test_long_pages_are_cut_between_sentences() -> None:
    """Windows hold whole sentences, fit the model, and nothing is said twice or falls between two."""
    long = page("".join(f"Number {n}. {SENTENCE}" for n in range(40)))

    found = passages([long], "Policy")

    assert len(found) > 3
    assert all(size(window.text) <= MOST for window in found)
    assert all(window.text.endswith(".") for window in found)
    assert all(not long.text[earlier.end : later.start].strip() for earlier, later in pairwise(found))
    assert all(earlier.end <= later.start for earlier, later in pairwise(found))


def test_passages_never_cross_pages_and_skip_unreadable_ones() -> None:
    """Each passage lies on one page; a garbled page gives none."""
    found = passages([page("First page", 1), page("x", 2, PageState.GARBLED), page("goes on here.", 3)], "")

    assert [(1, "First page"), (3, "goes on here.")] == [(window.page, window.text) for window in found]


def test_headings_go_into_the_header_and_hold_on_the_next_page() -> None:
    """The header names the document and the headings in force."""
    pages = [page("4 Access control\n4.2 Leavers\n" + SENTENCE), page("Badges are returned on the last day.", 2)]

    found = passages(pages, "Acme policy")

    assert ["Acme policy > 4 Access control > 4.2 Leavers"] * 2 == [window.header for window in found]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("Section IV - Tests of controls", "Section IV - Tests of controls"),
        ("CC6.2 - Joining and leaving", "CC6.2 - Joining and leaving"),
        ("Access Control", "Access Control"),
        ("Result", ""),
        ("Passwords are long.", ""),
        ("2 of 25 leavers kept access too long for this policy to be met in full", ""),
    ],
)
def test_a_line_is_a_heading_only_if_it_looks_like_one(line: str, path: str) -> None:
    """Chapters, coded criteria and titles are headings; table cells and sentences are not."""
    found = passages([page(f"{line}\n{SENTENCE}")], "")

    assert path == found[-1].header


def test_running_heads_and_page_numbers_are_left_out() -> None:
    """What stands on top or at the foot of most pages is in no passage."""
    bodies = ["Keys rotate.", "Logs are kept.", "Laptops are encrypted.", "Staff is trained.", "Visitors sign in."]
    pages = [page(f"Acme Inc. Confidential\n{body}\nPage {n} of 5", n) for n, body in enumerate(bodies, start=1)]

    found = passages(pages, "")

    assert bodies == [window.text for window in found]


def test_a_result_that_repeats_on_every_page_is_kept() -> None:
    """What an auditor says at the foot of each table is no running line."""
    pages = [page(f"Control {n}\nNo exceptions noted.", n) for n in range(1, 7)]

    found = passages(pages, "")

    assert all("No exceptions noted." in window.text for window in found)


def test_a_table_of_contents_gives_no_passages() -> None:
    """Lines with dot leaders say where text is, not what it says."""
    found = passages([page("1 Scope ............. 3\n2 Access control ............. 7\n")], "")

    assert [] == found


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    """A window never ends at an abbreviation's dot."""
    text = "".join(f"Dr. Who of Acme Inc. Signed {SENTENCE}" for _ in range(20))

    found = passages([page(text)], "")

    assert all(window.text.endswith("quarter.") for window in found)


@pytest.mark.parametrize("text", ["", " \n ", "\u2022 \u2022", "." * 50])
def test_a_page_without_words_gives_no_passages(text: str) -> None:
    """Blank pages and bare ornaments are not searched."""
    assert [] == passages([page(text)], "")


@given(st.text(alphabet=st.sampled_from("aB1 .\n\u2022-\u4e2d,:"), max_size=2000))
def test_spans_are_exact_whatever_the_text(text: str) -> None:
    """Every passage is its span of the page, fits the model, and is not blank."""
    for window in passages([page(text)], "Title"):
        assert text[window.start : window.end] == window.text
        assert window.text.strip()
        assert size(window.text) <= MOST
