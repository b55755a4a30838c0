"""An answer that lists sub-processors is held against the lists in the vendor's documents, company by company."""

import time
from datetime import date
from uuid import uuid4

import pytest

from knowledge.facts import DocumentFacts, EvidenceKind, Fact, FactKey
from knowledge.papers import Paper
from knowledge.supplier_lists import companies, suppliers
from knowledge.verdicts import POSSIBLE_CONFLICT, VerdictState, Weighed

TODAY = date(2026, 11, 21)
ROWS = (
    "Sendlys Ltd | messages | Ireland",
    "Fjellhost AS | hosting | Norway",
    "Merrow Support | tickets | United States",
)

GOOGLES = (
    "Google Cloud EMEA | hosting | Ireland",
    "Sendlys | messages | Ireland",
    "Google Analytics | counting | Ireland",
)


def paper(rows: tuple[str, ...] = ROWS, *, places: bool = True, expires: Fact | None = None) -> Paper:
    """A document that lists companies, a row each."""
    facts = [
        Fact(name, row, 1, parts={"service": service} | ({"location": place} if places else {}))
        for row in rows
        for name, service, place in [row.split(" | ")]
    ]
    text = "\n".join(("Sub-processors", *rows))
    known = DocumentFacts(EvidenceKind.AGREEMENT, expires=expires, details={FactKey.SUBPROCESSOR: tuple(facts)})
    return Paper(uuid4(), "Annex 2.pdf", known, ((1, text),))


def weighed(answer: str, *papers: Paper) -> Weighed:
    """Hold an answer against documents."""
    claim = f"The sub-processors with access to customer data are: {answer}."
    return suppliers(claim, "", papers, TODAY) or Weighed(VerdictState.NOT_EVIDENCED, "", (), None)


@pytest.mark.parametrize(
    "answer",
    [
        "Sendlys (messages, Ireland), Fjellhost (hosting, Norway) and Merrow Support (tickets, USA)",
        "Sendlys Ltd, messages, Ireland; Fjellhost AS, hosting, Norway; Merrow Support, tickets, United States",
        "Fjellhost - Hosting - Norway; Merrow - Tickets - United States; Sendlys - Messages - Ireland",
    ],
)
def test_the_same_companies_in_any_order_and_manner_are_supported(answer: str) -> None:
    """Each row that is quoted stands on its page."""
    found = weighed(answer, paper())

    assert VerdictState.SUPPORTED is found.state
    assert set(ROWS) == {quote.text for quote in found.quotes}


def test_a_company_that_the_answer_leaves_out_contradicts_it() -> None:
    """Its row is the first that is shown."""
    found = weighed("Sendlys (messages, Ireland) and Fjellhost (hosting, Norway)", paper())

    assert VerdictState.CONTRADICTED is found.state
    assert "lists Merrow Support too" in found.reason
    assert ROWS[2] == found.quotes[0].text


@pytest.mark.parametrize(
    ("answer", "papers", "begins"),
    [
        ("Sendlys and Otherhost", (paper(),), POSSIBLE_CONFLICT),
        ("Sendlys and Fjellhost", (paper(places=False),), POSSIBLE_CONFLICT),
        ("Sendlys and Fjellhost", (paper(), paper(ROWS[:2])), POSSIBLE_CONFLICT),
        ("Google (hosting), Sendlys (messages)", (paper(GOOGLES, places=False),), POSSIBLE_CONFLICT),
        ("Sendlys, Fjellhost, Merrow Support and Otherhost", (paper(),), "'Annex 2.pdf' does not list Otherhost"),
    ],
)
def test_lists_that_only_meet_are_left_to_a_person(answer: str, papers: tuple[Paper, ...], begins: str) -> None:
    """Names that were misread, an older annex, a company that is new: each is shown, none decides."""
    found = weighed(answer, *papers)

    assert VerdictState.NOT_EVIDENCED is found.state
    assert found.reason.startswith(begins)
    assert found.quotes


def test_a_list_that_has_lapsed_is_stale() -> None:
    """What was so then is not so today."""
    expired = paper(ROWS[:2], expires=Fact("2025-12-31", "Sub-processors", 1))

    assert VerdictState.STALE is weighed("Sendlys and Fjellhost", expired).state


@pytest.mark.parametrize(
    "answer",
    [
        "Sendlys, Fjellhost. No longer used: Merrow Support",
        "Sendlys (messages), Fjellhost (hosting) and merrow support (tickets)",
    ],
)
def test_an_answer_that_names_a_company_in_another_manner_is_left_to_sentences(answer: str) -> None:
    """One that is no longer used, or whose name was not read as one, is neither left out nor listed."""
    assert suppliers(f"The sub-processors with access to customer data are: {answer}.", "", [paper()], TODAY) is None


def test_an_answer_of_blanks_and_commas_costs_nothing() -> None:
    """Vendors type what they like."""
    begun = time.process_time()
    companies(" " * 8000 + "," * 8000 + " Ltd" * 2000)

    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("a hosting provider in Germany", []),
        ("https://example.com/subprocessors", []),
        ("Amazon Web Services EMEA SARL (hosting); Bank of Data, Spain", ["Amazon Web Services EMEA", "Bank of Data"]),
    ],
)
def test_only_names_are_taken_for_companies(answer: str, expected: list[str]) -> None:
    """A country, a task or an address is none."""
    assert expected == companies(answer)
