"""Tests of searching inside one document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.evidence.searching import fold, fold_with_places, position_of, search, spans_of


@pytest.mark.parametrize(
    ("find", "text", "found"),
    [
        ("encryption", "Encryption at rest. ENCRYPTION in transit.", ["Encryption", "ENCRYPTION"]),
        ("resume", "A résumé is kept.", ["résumé"]),
        (
            "multi-factor",
            "multifactor and multi-\nfactor and multi‑factor",
            ["multifactor", "multi-\nfactor", "multi‑factor"],
        ),
        ("business day", "one business\n  day later", ["business\n  day"]),
        ("vendor's", "the vendor’s duty", ["vendor’s"]),
        ("straße", "STRASSE", ["STRASSE"]),
        ("certificate", "the certi\ufb01cate", ["certi\ufb01cate"]),
        ("at", "a t", []),
        ("x", "x", []),
        ("a.c", "abc", []),
    ],
)
def test_words_are_found_however_they_are_written(find: str, text: str, found: list[str]) -> None:
    """Capitals, accents, hyphens and line ends do not matter; the spans are those of the page's own text."""
    assert found == [text[start:end] for start, end in spans_of(find, text)]


@given(st.text(alphabet=st.sampled_from("aÉé -\u2011\n\t\r\u00ad\u0301ß\ufb01\u2019 ’x\u00a0\x1cİ"), max_size=60))
def test_the_two_ways_to_fold_agree(text: str) -> None:
    """The quick way, which tells whether a page is worth a look, says what the one that keeps places says."""
    folded, places = fold_with_places(text)

    assert fold(text) == folded
    assert len(folded) <= len(places) <= len(folded) + 1


def test_hits_are_numbered_over_all_pages() -> None:
    """A page without a hit of its own leads to the next one after it, and the last back to the first."""
    hits = search("key", [(1, "a key"), (3, "no lock"), (4, "key and key")])

    assert [1, 4, 4] == [hit.page for hit in hits]
    assert ("key and ", "key") == (hits[2].before, hits[2].words)
    assert [1, 2, 2, 1] == [position_of(hits, page) for page in (1, 2, 4, 5)]
    assert 0 == position_of([], 1)
