"""What somebody wrote is divided into statements without losing a word, and one verdict is made of those on each."""

from collections import Counter
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.citations import Quote
from knowledge.own_words import MOST, statements, together
from knowledge.verdicts import POSSIBLE_CONFLICT, VerdictState, Weighed

LEAD = "The service in scope is as follows: "
PIECES = (
    "Backups are encrypted.",
    "We use AWS;",
    "Ireland",
    "They see no data.",
    "- Mail: Postmark Inc.",
    "Thanks!",
    "e.g. x",
)


def quote(text: str) -> Quote:
    """Return a quote of a document."""
    return Quote(uuid4(), "report.pdf", 1, "", 0, len(text), text)


def weighed(
    state: VerdictState, text: str = "", reason: str = "The report says so.", sure: float | None = 0.8
) -> Weighed:
    """Return a verdict with one quote, or with none."""
    return Weighed(state, reason, (quote(text),) if text else (), sure)


def test_each_sentence_and_each_item_is_a_statement() -> None:
    """Sentences, items of a list and clauses behind a semicolon; an abbreviation ends none, nor does the end of a line."""
    assert (
        "We run the web.",
        "The database is hosted by AWS in Dublin;",
        "mail is sent through Postmark Inc. in the U.S.",
    ) == statements(
        "We run the web. The database\nis hosted by AWS in Dublin; mail is sent through Postmark Inc. in the U.S."
    )
    assert ("Mail is sent by us.", "Search is ours.") == statements("- Mail is sent by us.\n2. Search is ours.")


@pytest.mark.parametrize(
    "leaning",
    [
        "They see no card numbers.",
        "Only in Ireland.",
        "However, it is off at night.",
        "We encrypt it.",
        "Never in the United States.",
    ],
)
def test_what_leans_on_the_sentence_before_stays_with_it(leaning: str) -> None:
    """By itself it would be borne out by words about something else."""
    assert (f"Support is given by Kestrel. {leaning}",) == statements(f"Support is given by Kestrel. {leaning}")


def test_what_is_no_sentence_says_something_only_behind_the_question() -> None:
    """“AWS, Ireland” by itself would be borne out by any words that name both."""
    assert (f"{LEAD}AWS, Ireland",) == statements("AWS, Ireland", LEAD)
    assert ("The service is hosted by AWS.",) == statements("The service is hosted by AWS.", LEAD)
    assert (f"{LEAD}Web (AWS);", f"{LEAD}mail (Postmark)") == statements("Web (AWS); mail (Postmark)", LEAD)


@pytest.mark.parametrize("above", ["We do not use:", "Not in scope", "None of these is done."])
def test_the_line_above_a_list_stands_in_front_of_each_item(above: str) -> None:
    """It may deny all of them."""
    said = f"{above}\n- Backups are kept by AWS.\n- Google Cloud"

    found = statements(said)

    assert (f"{above} Backups are kept by AWS.", f"{above} Google Cloud") == found


@pytest.mark.parametrize(
    "whole",
    [
        "None of our\nbackups are encrypted.",
        "If a customer pays for it, backups are encrypted; access is reviewed every quarter.",
        "We never use AWS; Google.",
        "We do not use: AWS; Google.",
        "Planned for next year: backups are encrypted. Access is reviewed.",
        "The following is not done. Backups are encrypted. Access is reviewed.",
    ],
)
def test_what_may_be_meant_of_all_of_it_is_not_cut_off(whole: str) -> None:
    """A statement without its denial, its condition or its plan would say the contrary."""
    assert (" ".join(whole.split()),) == statements(whole)


def test_what_stands_behind_many_statements_is_one() -> None:
    """A very long answer takes no more time for it, and nothing of it goes unchecked."""
    said = [f"Component {number} is run by us." for number in range(MOST + 9)]

    found = statements("\n".join(said))

    assert MOST == len(found)
    assert " ".join(said[MOST - 1 :]) == found[-1]


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from([" ", "\n"]))
def test_no_word_is_lost(pieces: list[str], between: str) -> None:
    """A statement that went unchecked would pass with the others."""
    said = between.join(pieces)

    kept = " ".join(statements(said)).split()

    assert Counter(word for word in said.split() if word != "-") <= Counter(kept)


def test_the_whole_is_borne_out_only_with_every_statement() -> None:
    """Its quotes are those of all of them, each once; it is as sure as that none is wrong."""
    shared = quote("Backups are encrypted and kept in Dublin.")
    both = [
        ("Backups are encrypted.", Weighed(VerdictState.SUPPORTED, "", (shared,), 0.8)),
        ("They are kept in Dublin.", Weighed(VerdictState.SUPPORTED, "", (shared, quote("Dublin")), 0.5)),
    ]

    whole, parts = together(both)

    assert (VerdictState.SUPPORTED, "All 2 statements are borne out.") == (whole.state, whole.reason)
    assert 2 == len(whole.quotes)
    assert [(0,), (0, 1)] == [part.quotes for part in parts]
    assert 0.4 == pytest.approx(whole.confidence)


@pytest.mark.parametrize(
    ("states", "whole"),
    [
        ("supported not_evidenced", "not_evidenced"),
        ("supported stale not_evidenced", "not_evidenced"),
        ("supported not_evidenced contradicted", "contradicted"),
        ("supported supported_with_exception", "supported_with_exception"),
        ("supported_with_exception stale", "stale"),
        ("stale out_of_scope", "out_of_scope"),
    ],
)
def test_the_whole_is_what_its_lowest_statement_is(states: str, whole: str) -> None:
    """The words that decide come first, whatever statement they are about."""
    parts = [(each, weighed(VerdictState(each), f"Words on what is {each}.")) for each in states.split()]

    found, _ = together(parts)

    assert whole == found.state
    assert f"Words on what is {whole}." == found.quotes[0].text


def test_a_possible_conflict_in_one_statement_is_said_of_the_whole() -> None:
    """A person is sent to its words, not to those of a statement that is merely not shown."""
    reason = f"{POSSIBLE_CONFLICT}: a person has to read it."
    parts = [
        ("One.", weighed(VerdictState.NOT_EVIDENCED, sure=None)),
        ("Two.", weighed(VerdictState.NOT_EVIDENCED, "We do not.", reason, None)),
    ]

    whole, _ = together(parts)

    assert (reason, "We do not.") == (whole.reason, whole.quotes[0].text)
