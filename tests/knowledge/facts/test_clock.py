"""Tests of the evidence clock and of how far documents reach."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.facts import (
    DocumentFacts,
    EvidenceKind,
    Fact,
    coverage,
    covered_services,
    is_stale,
    valid_from,
    valid_until,
)
from knowledge.facts.naming import same_company

TODAY = date(2026, 4, 30)


def dated(value: str) -> Fact:
    """Make a fact of a date."""
    return Fact(value, value, 1)


REPORT = DocumentFacts(
    EvidenceKind.SOC_REPORT,
    subject=Fact("Acme, Inc.", "Acme, Inc.", 1),
    period_start=dated("2025-01-01"),
    period_end=dated("2025-12-31"),
)


def letter(start: str, end: str, company: str = "Acme Inc") -> DocumentFacts:
    """Make the facts of a bridge letter."""
    about = Fact(company, company, 1)
    return DocumentFacts(EvidenceKind.BRIDGE_LETTER, subject=about, period_start=dated(start), period_end=dated(end))


@pytest.mark.parametrize(
    ("found", "until"),
    [
        (DocumentFacts(EvidenceKind.PCI_AOC, issued=dated("2025-06-30")), date(2026, 6, 30)),
        (DocumentFacts(EvidenceKind.HIPAA_STATEMENT, issued=dated("2025-06-30")), date(2026, 6, 30)),
        (DocumentFacts(EvidenceKind.CONTINUITY_TEST, issued=dated("2025-06-30")), date(2026, 6, 30)),
        (DocumentFacts(EvidenceKind.INSURANCE, period_end=dated("2026-06-30")), date(2026, 6, 30)),
        (DocumentFacts(EvidenceKind.AGREEMENT, expires=dated("2026-06-30")), date(2026, 6, 30)),
        (DocumentFacts(EvidenceKind.BRIDGE_LETTER, period_end=dated("2026-03-31")), date(2026, 3, 31)),
        (DocumentFacts(EvidenceKind.BRIDGE_LETTER, issued=dated("2026-03-20")), date(2026, 3, 20)),
        (DocumentFacts(EvidenceKind.PCI_AOC), None),
        (DocumentFacts(EvidenceKind.INSURANCE, issued=dated("2026-03-20")), None),
        (DocumentFacts(EvidenceKind.QUESTIONNAIRE, issued=dated("2020-03-20")), None),
    ],
)
def test_every_kind_has_its_end_or_none(found: DocumentFacts, until: date | None) -> None:
    """Each kind of evidence ends in its own way; what is not dated has no known end and does not grow stale."""
    assert until == valid_until(found)
    assert is_stale(found, date(2999, 1, 1)) is (until is not None)


def test_a_report_alone_leaves_a_gap() -> None:
    """The gap is counted from the end of the period to the day asked."""
    reach = coverage(REPORT, [], TODAY)

    assert (date(2025, 1, 1), date(2025, 12, 31), 120, None) == (
        reach.valid_from,
        reach.covered_until,
        reach.gap_days,
        reach.bridged_by,
    )
    assert date(2026, 12, 31) == reach.valid_until
    assert "120 days" in reach.words


def test_a_bridge_letter_takes_a_report_on() -> None:
    """A letter of the same company that begins where the period ends counts up to its own end."""
    bridge = letter("2026-01-01", "2026-03-15")

    reach = coverage(REPORT, [bridge], TODAY)

    assert (date(2026, 3, 15), 46, bridge) == (reach.covered_until, reach.gap_days, reach.bridged_by)
    assert "a bridge letter goes on to 2026-03-15" in reach.words


def test_a_bridge_letter_counts_for_three_months_at_most() -> None:
    """A letter that promises more than a quarter is cut off there."""
    reach = coverage(REPORT, [letter("2025-12-31", "2026-12-31")], TODAY)

    assert (date(2026, 3, 31), 30) == (reach.covered_until, reach.gap_days)


@pytest.mark.parametrize(
    "other",
    [
        letter("2026-01-01", "2026-03-15", "Acme Analytics Inc"),
        letter("2026-01-15", "2026-03-15"),
        letter("2025-01-01", "2025-12-01"),
        replace(letter("2026-01-01", "2026-03-15"), kind=EvidenceKind.OTHER),
        replace(letter("2026-01-01", "2026-03-15"), period_start=None),
        replace(letter("2026-01-01", "2026-03-15"), subject=None),
        replace(letter("2026-01-01", "2026-03-15"), issued=dated("2026-05-02")),
    ],
)
def test_a_letter_that_does_not_fit_bridges_nothing(other: DocumentFacts) -> None:
    """Another company's letter, one that leaves days out, and one that is not dated yet count for nothing."""
    assert (date(2025, 12, 31), None) == (
        coverage(REPORT, [other], TODAY).covered_until,
        coverage(REPORT, [other], TODAY).bridged_by,
    )


def test_letters_follow_each_other() -> None:
    """A second letter goes on where the first leaves off, in whatever order they were sent."""
    one, two = letter("2026-01-01", "2026-02-15"), letter("2026-02-16", "2026-03-20")

    assert date(2026, 3, 20) == coverage(REPORT, [two, one], TODAY).covered_until


def test_a_report_without_a_period_has_no_known_gap() -> None:
    """Nothing is counted from a day that is not known."""
    reach = coverage(replace(REPORT, period_end=None), [letter("2026-01-01", "2026-03-15")], TODAY)

    assert (None, None, "The report's period is not known.") == (reach.covered_until, reach.gap_days, reach.words)


@pytest.mark.parametrize(
    ("found", "gap", "words"),
    [
        (DocumentFacts(EvidenceKind.ISO_CERTIFICATE, expires=dated("2026-05-31")), 0, "It holds until 2026-05-31."),
        (
            DocumentFacts(EvidenceKind.INSURANCE, period_end=dated("2026-04-20")),
            10,
            "It held until 2026-04-20, 10 days ago.",
        ),
        (
            DocumentFacts(EvidenceKind.INSURANCE, period_start=dated("2026-06-01"), period_end=dated("2027-05-31")),
            0,
            "It holds from 2026-06-01 to 2027-05-31, not yet today.",
        ),
        (DocumentFacts(EvidenceKind.OTHER), None, "It does not state until when it holds."),
    ],
)
def test_other_documents_reach_as_far_as_they_hold(found: DocumentFacts, gap: int | None, words: str) -> None:
    """Whatever is no report reaches to the end of its validity."""
    reach = coverage(found, [letter("2026-01-01", "2026-03-15")], TODAY)

    assert (gap, words, None) == (reach.gap_days, reach.words, reach.bridged_by)


def test_a_type_1_report_begins_on_its_day() -> None:
    """A report as of one day is valid from that day."""
    assert date(2025, 12, 31) == valid_from(replace(REPORT, period_start=None))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme, Inc.", "ACME Incorporated", True),
        ("Nordlys B.V.", "Nordlys BV", True),
        ("Acme GmbH & Co. KG", "Acme GmbH", True),
        ("Acme Cloud Ltd", "Acme Ltd", False),
        ("", "Inc.", False),
    ],
)
def test_a_legal_form_makes_no_other_company(one: str, other: str, same: bool) -> None:
    """Names are compared without legal forms, dots and capitals, and by nothing less than all other words."""
    assert same is same_company(one, other)


@pytest.mark.parametrize(
    ("scope", "services"),
    [
        ("Coppermine Gateway and Coppermine Vault", ("Coppermine Gateway", "Coppermine Vault")),
        ("Card API, Card Vault, and Merchant Dashboard.", ("Card API", "Card Vault", "Merchant Dashboard")),
        ("Payroll Cloud", ("Payroll Cloud",)),
        ("Development, hosting and support of the ledger", ("Development, hosting and support of the ledger",)),
        ("", ()),
    ],
)
def test_a_scope_that_lists_services_is_parted(scope: str, services: tuple[str, ...]) -> None:
    """Names are parted, a statement is left whole, and no scope covers nothing by name."""
    found = DocumentFacts(EvidenceKind.PCI_AOC, scope=Fact(scope, scope, 1) if scope else None)

    assert services == covered_services(found)
