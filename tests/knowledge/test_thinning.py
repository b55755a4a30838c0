"""What a model is shown of a document's text: its words and numbers, and little of what only machines read."""

import pytest

from knowledge.passages import Window
from knowledge.thinning import thinned


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Backups (nightly), kept 30 days; encrypted.", "Backups nightly kept 30 days encrypted"),
        ("Scope ........ 12", "Scope 12"),
        ("| Control | Result |", "Control Result"),
        ("user_id is re-used", "user id is re used"),
        ("99.9 % of $5 million", "99 9 % of $5 million"),
        (
            "d\u00e9l\u00e9gu\u00e9 und Schl\u00fcssel\u00fcbergabe",
            "d\u00e9l\u00e9gu\u00e9 und Schl\u00fcssel\u00fcbergabe",
        ),
        ("e\u0301crit \u0928\u0940\u0924\u093f", "e\u0301crit \u0928\u0940\u0924\u093f"),
        ("sha256 0b776868cb079868d88f6590aa51172d", "sha256 0b77"),
        ("in 2026 for 1000000 of them", "in 2026 for 1000000 of them"),
    ],
)
def test_words_and_numbers_stay_and_signs_go(text: str, words: str) -> None:
    """Every letter that makes up a word stays, with its accents and vowel signs; of a hash its beginning does."""
    assert words == " ".join(thinned(text).split())


def test_a_long_address_is_cut() -> None:
    """An address says where something is with its beginning."""
    address = "https://vendor.example/files/" + "a-b/" * 40

    assert len("https://vendor.example/f") == len(thinned(address))


def test_a_window_leads_with_its_document_and_its_own_heading_only() -> None:
    """The headings further out cost more than they tell; the header that is searched by words keeps them."""
    window = Window(1, 0, 4, "Text", "Acme policy > 4 Access > 4.2 Leavers", lead="Acme policy > 4.2 Leavers")

    assert "Acme policy 4 2 Leavers Text" == " ".join(window.searched.split())


def test_a_heading_that_begins_the_text_is_said_once() -> None:
    """What stands in the text already is not put before it."""
    window = Window(1, 0, 20, "4.2 Leavers\nAccess ends.", "Acme > 4.2 Leavers", lead="Acme > 4.2 Leavers")

    assert "Acme 4 2 Leavers Access ends" == " ".join(window.searched.split())
