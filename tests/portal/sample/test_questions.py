"""The golden questions over the sample's rows are read as what they are; `surety evaluate assistant` answers them."""

from uuid import UUID

import pytest

from portal.assistant.records.naming import Named
from portal.assistant.records.narrowing import narrowing
from portal.assistant.records.reading import read
from portal.sample.programme import load_programme
from portal.sample.questions import DAY, Golden, golden

VENDORS = [Named(UUID(int=number), each.slug, each.name) for number, each in enumerate(load_programme().vendors)]


@pytest.mark.parametrize("one", golden(), ids=lambda one: one.ask)
def test_a_golden_question_is_taken_for_what_it_is(one: Golden) -> None:
    """One over rows is understood, one for the evidence is left to it, and one is mixed only if it is to be."""
    parted = narrowing(one.ask, VENDORS, DAY.date())

    assert (one.rest or None) == (parted.rest if parted else None)
    if one.vendors is None:
        assert (one.rows is not None) == (read(one.ask, VENDORS, DAY.date()) is not None)


def test_there_are_enough_of_both() -> None:
    """Questions that rows must not answer are as much a part of the set as those they must, and as mixed ones."""
    over_rows = sum(one.rows is not None for one in golden())
    for_evidence = sum(one.is_for_evidence for one in golden())

    assert (True, True, True) == (over_rows >= 40, for_evidence >= 15, len(golden()) - over_rows - for_evidence >= 10)
