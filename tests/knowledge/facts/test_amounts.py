"""Tests of amounts of money, spans of time and names as people write them."""

import pytest

from knowledge.facts.amounts import durations, money
from knowledge.facts.naming import company


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("EUR 5,000,000 and $2.5 million", ["EUR 5000000", "USD 2500000"]),
        ("€ 1.500.000", ["EUR 1500000"]),
        ("CHF 5'000'000.00", ["CHF 5000000"]),
        ("10 000 000 EUR", ["EUR 10000000"]),
        ("£10m", ["GBP 10000000"]),
        ("30 June 2027 EUR 7,500,000", ["EUR 7500000"]),
        ("clause 5.000 of 12", []),
    ],
)
def test_money_is_read_with_its_currency(text: str, amounts: list[str]) -> None:
    """Signs, codes and scales of several countries give one form; a number without a currency is no amount."""
    assert amounts == [value for _, _, value in money(text)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("within seventy-two (72) hours", ["72 hours"]),
        ("four (5) hours", []),
        ("13 hours and 20 minutes", ["13 hours 20 minutes"]),
        ("RPO 15 min, RTO 4h", ["15 minutes", "4 hours"]),
        ("two business days", ["2 business days"]),
        ("one hour", ["1 hour"]),
    ],
)
def test_spans_of_time_are_read_with_their_unit(text: str, spans: list[str]) -> None:
    """Digits and words give one form; a number that its own brackets contradict is none."""
    assert spans == [value for _, _, value in durations(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme Inc., 12 Main Street, Oslo", "Acme Inc."),
        ("Acme, Inc.", "Acme, Inc."),
        ("Acme GmbH & Co. KG (the Processor)", "Acme GmbH & Co. KG"),
        ("lumen7, Inc.", "lumen7, Inc."),
        ("Ferrous Gate Security, LLC Lead QSA Amara Diallo", "Ferrous Gate Security, LLC"),
        ("the service is provided by others", None),
        ("n/a", None),
        ("Date", None),
    ],
)
def test_a_name_ends_where_the_address_begins(text: str, name: str | None) -> None:
    """A company's name is cut out of what stands around it; what is no name gives none."""
    assert name == company(text)
