"""Forms: every mistake is told at its field, nothing typed is lost."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import pytest

from portal.core.errors import InvalidForm
from portal.core.forms import email_problem, parse


class Colour(StrEnum):
    """Two to choose from."""

    red = "red"
    blue = "blue"


@dataclass(frozen=True, slots=True)
class Order:
    """A form with one field of each kind."""

    name: str = field(metadata={"label": "Name", "limit": 10})
    count: int = field(metadata={"label": "Count"})
    day: date | None = None
    colour: Colour = Colour.red
    tags: tuple[Colour, ...] = ()
    agreed: bool = False


def test_a_good_form_becomes_its_values() -> None:
    """Each field has its type; what may be left out has its default."""
    given = {"name": [" Ada "], "count": ["3"], "day": ["2027-03-31"], "tags": ["red", "blue"], "agreed": ["yes"]}

    order = parse(Order, given)

    assert Order("Ada", 3, date(2027, 3, 31), Colour.red, (Colour.red, Colour.blue), True) == order


def test_all_mistakes_are_told_at_once_and_nothing_is_lost() -> None:
    """One sentence a field, and what was typed comes back."""
    given = {"name": ["far too long a name"], "count": ["three"], "day": ["31.3.2027"], "colour": ["green"]}

    with pytest.raises(InvalidForm) as caught:
        parse(Order, given)

    assert {"name", "count", "day", "colour"} == set(caught.value.errors)
    assert "shorten this to 10 characters" in caught.value.errors["name"]
    assert "like 2027-03-31" in caught.value.errors["day"]
    assert given == caught.value.entered


def test_a_missing_field_asks_to_be_filled_in() -> None:
    """An empty required field is a sentence, not a crash."""
    with pytest.raises(InvalidForm, match="Name: please fill this in"):
        parse(Order, {"count": ["1"]})


@pytest.mark.parametrize(
    "address", ["", "plain", "a@b", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "@b.example", "a@@b.example"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    """Nothing that could add a header or reach nobody is taken."""
    assert email_problem(address)
