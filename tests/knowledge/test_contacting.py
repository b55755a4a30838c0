"""Who answers for privacy and where the security team is reached at any hour are read off what stands around name and address."""

from datetime import date
from uuid import uuid4

import pytest

from knowledge.contacting import officer, reached, sought_by
from knowledge.facts import DocumentFacts, EvidenceKind, Fact
from knowledge.papers import Paper
from knowledge.verdicts import POSSIBLE_CONFLICT, VerdictState, Weighed

TODAY = date(2026, 11, 21)
ADDRESS, NUMBER = "security@tidewell.example", "+49 30 5550 1122"
REACHED = f"The security team can be reached at any hour at {ADDRESS}."
OFFICER = "The data protection officer or privacy lead is Ines Marchetti, privacy@tidewell.example."


def paper(text: str, expires: Fact | None = None) -> Paper:
    """A document of one page."""
    return Paper(uuid4(), "Annex.pdf", DocumentFacts(EvidenceKind.AGREEMENT, expires=expires), ((1, text),))


def decided(weighed: Weighed | None, text: str) -> VerdictState | None:
    """Return the state, once each quote is known to stand on the page."""
    assert weighed is None or all(text[quote.start : quote.end] == quote.text for quote in weighed.quotes)
    return None if weighed is None else weighed.state


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Report incidents 24x7x365 to {ADDRESS}, which pages the person on call.", VerdictState.SUPPORTED),
        (f"Write to {ADDRESS}: a member of the security team reads it day and night.", VerdictState.SUPPORTED),
        (f"Security team {ADDRESS} 24/7\nPress press@tidewell.example", VerdictState.SUPPORTED),
        (f"{ADDRESS} is read on weekdays between nine and five.", VerdictState.CONTRADICTED),
        (f"Security incidents: {ADDRESS}, office hours only.", VerdictState.CONTRADICTED),
        (f"In office hours {ADDRESS}, around the clock the hotline.", None),
        (f"{ADDRESS} is not read at any hour.", None),
        (f"Questions on security go to {ADDRESS}.", None),
        (f"Sales is there day and night.\n\nSecurity: {ADDRESS}.", None),
        (f"Incidents are reported day and night to x{ADDRESS}.", None),
        (f"Security incidents are reported to {ADDRESS} (as of 24/11/2025).", None),
        (f"Security desk {ADDRESS}, 24/5.", None),
        (f"Report security issues to {ADDRESS}; we answer within twenty-four hours.", None),
        (f"Systems are monitored around the clock and security questions go to {ADDRESS}.", None),
        (f"Security questions: {ADDRESS}\nService desk 24/7: +49 30 555 111", None),
        (f"Questions, day and night: {ADDRESS}.", None),
        (f"Vulnerability reports to {ADDRESS} are answered within two working days.", None),
        (f"General support is given in business hours, security incidents go to {ADDRESS}.", None),
    ],
)
def test_an_address_is_read_at_any_hour_where_the_words_around_it_say_so(
    text: str, expected: VerdictState | None
) -> None:
    """Office hours deny it, another paragraph and another address say nothing."""
    assert expected is decided(reached(REACHED, "", [paper(text)], TODAY), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ines Marchetti is the data protection officer.", VerdictState.SUPPORTED),
        ("Data protection officer: Ines  Marchetti, privacy@tidewell.example", VerdictState.SUPPORTED),
        ("Data protection officer or privacy lead No such person has been appointed", VerdictState.CONTRADICTED),
        ("Ines Marchetti, General Counsel and Data Protection Officer, signs it.", VerdictState.SUPPORTED),
        ("Signed:\nInes Marchetti\nGeneral Counsel and Data Protection Officer, Tidewell Ltd", VerdictState.SUPPORTED),
        ("The role of privacy lead is vacant.", VerdictState.CONTRADICTED),
        ("The data protection officer is Leopold Hartung.", VerdictState.NOT_EVIDENCED),
        ("The data protection officer keeps the record of processing.", None),
        ("Ines Marchetti runs the canteen.", None),
        ("Ines Marchetti Head of IT\nLeopold Hartung Data Protection Officer", None),
        ("The data protection officer is Leopold Hartung, his deputy is Ines Marchetti.", None),
        ("Ines Marchetti was replaced as data protection officer by Leopold Hartung.", None),
        ("Ines Marchetti is not the data protection officer.", None),
        ("Our former data protection officer: Ines Marchetti", None),
        ("If the role of privacy lead is vacant, the CISO stands in.", None),
        ("Suppliers whose privacy lead is vacant name a contact.", None),
        ("Data Protection Officer\nContact Details and Duties", None),
    ],
)
def test_the_officer_is_who_stands_beside_the_role(text: str, expected: VerdictState | None) -> None:
    """Another name is shown to a person: officers change, and documents stay."""
    weighed = officer(OFFICER, "", [paper(text)], TODAY)

    assert expected is decided(weighed, text)
    assert expected is not VerdictState.NOT_EVIDENCED or (weighed and weighed.reason.startswith(POSSIBLE_CONFLICT))


def test_a_document_that_is_no_longer_valid_names_nobody() -> None:
    """Whoever it names may have left."""
    lapsed = paper(
        f"Ines Marchetti is the data protection officer. Security: {ADDRESS}, 24/7.", Fact("2024-01-01", "Ines", 1)
    )

    assert officer(OFFICER, "", [lapsed], TODAY) is None
    assert reached(REACHED, "", [lapsed], TODAY) is None


def test_pages_are_sought_by_the_address_or_by_the_role() -> None:
    """A telephone number is an address too."""
    assert (ADDRESS,) == sought_by(REACHED)
    assert (NUMBER,) == sought_by(f"The security team can be reached at any hour at {NUMBER}.")
    assert "privacy" in sought_by("The data protection officer or privacy lead is Ines Marchetti.")
