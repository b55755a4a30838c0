"""Sentences are cut from PDF text so that each can be quoted from its page."""

import time

from knowledge.sentences import sentences

PAGE = """1. Backups
Backups are taken daily, e.g. at night, and are kept for 35 days. They are encry-
pted with AES-256.
Access rights
Access is reviewed by the system owners every
quarter.
The following are not in scope:
\u2022 the mobile application
\u2022 the data warehouse
Retention
35 days"""


def test_each_sentence_is_cut_from_the_page() -> None:
    """The span of a sentence is its text, and headings are context."""
    found = sentences(PAGE)

    assert all(PAGE[item.start : item.end] == item.text for item in found)
    assert "Backups are taken daily, e.g. at night, and are kept for 35 days." == found[0].flat
    assert "They are encrypted with AES-256." == found[1].flat
    assert "1. Backups" == found[0].heading
    assert "Access is reviewed by the system owners every quarter." == found[2].flat


def test_items_of_a_list_know_what_opens_it() -> None:
    """An item carries its lead-in, which may turn its meaning round."""
    items = {item.flat: item.lead for item in sentences(PAGE)}

    assert "The following are not in scope:" == items["\u2022 the mobile application"]


def test_the_clause_after_a_list_is_no_item_of_it() -> None:
    """What opens the list does not reach beyond its last item."""
    page = """The Processor shall, before it engages a company:
- look at its references
- impose the same duties on it by contract
2.2 Fjellhost reviews the security of its suppliers every year."""

    leads = {item.flat: item.lead for item in sentences(page)}

    assert "" == leads["2.2 Fjellhost reviews the security of its suppliers every year."]
    assert leads["- impose the same duties on it by contract"].startswith("The Processor shall")


def test_a_row_of_a_table_keeps_its_name() -> None:
    """A short value under a name is one piece with it."""
    assert "Retention 35 days" == sentences(PAGE)[-1].flat


def test_a_page_with_a_word_a_line_is_read_as_running_text() -> None:
    """Some files place every word by itself; sentences come out whole all the same."""
    running = "Logs are kept for 90 days by the team. Keys are rotated each year by the security team of the company."
    text = running.replace(" ", "\n")

    assert [
        "Logs are kept for 90 days by the team.",
        "Keys are rotated each year by the security team of the company.",
    ] == [item.flat for item in sentences(text)]


def test_a_hostile_page_does_not_slow_the_cutting() -> None:
    """A hundred thousand odd characters take a moment, not minutes."""
    started = time.monotonic()
    for text in ("." * 100_000, "A. " * 33_000, "\n" * 100_000, "(a) " * 25_000, " " * 100_000, "1.1 " * 25_000):
        sentences(text)

    assert time.monotonic() - started < 10
