"""Tests of undoing hyphenation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.hyphens import plain, vocabulary


@pytest.mark.parametrize(
    ("text", "known", "joined"),
    [
        ("busi-\nness continuity", "", "business continuity"),
        ("exis\u00adting", "", "existing"),
        ("exis\u00ad\nting", "", "existing"),
        ("a high-\nlevel view", "", "a high-level view"),
        ("under-\nstanding", "an understanding under which standing", "understanding"),
        ("a sub-\nprocessor", "each sub-processor", "a sub-processor"),
        ("a sub-\nprocessor", "each subprocessor", "a subprocessor"),
        ("the SOC-\n2 report", "", "the SOC-2 report"),
        ("ein Daten-\nschutzkonzept", "", "ein Datenschutzkonzept"),
        ("Zugriffs-\nund Zutrittsrechte", "", "Zugriffs- und Zutrittsrechte"),
        ("la sécu-\nrité", "", "la sécurité"),
        ("la conti-\nnuidad", "", "la continuidad"),
        ("from 2020 -\n2021", "", "from 2020 -\n2021"),
    ],
)
def test_words_parted_at_a_line_end_are_whole_again(text: str, known: str, joined: str) -> None:
    """The document's own words decide about the hyphen; where they are silent, what is usual."""
    found = plain(text, vocabulary([known]))

    assert joined == found.text


def test_a_span_leads_back_to_the_text_as_it_stands() -> None:
    """What is found in the joined text is quoted from the page."""
    text = "Our busi-\nness is insured for inci-\ndents of any kind."
    found = plain(text)

    start = found.text.index("incidents")

    assert "inci-\ndents" == text[slice(*found.span(start, start + len("incidents")))]


@given(st.text(alphabet=st.sampled_from("aB1 -\u00ad\n."), max_size=200))
def test_no_letter_is_lost_or_made_up(text: str) -> None:
    """Only hyphens and blanks go, and each letter's place leads back to that letter."""
    found = plain(text)

    kept = [letter for letter in text if letter.isalnum()]
    assert kept == [letter for letter in found.text if letter.isalnum()]
    assert all(text[found.at(at)] == letter for at, letter in enumerate(found.text) if letter.isalnum())
