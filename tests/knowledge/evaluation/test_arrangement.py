"""Tests that the figures of arranging invented pages do not drop."""

import pytest

from knowledge.evaluation import arrangement
from knowledge.evaluation.layouts import seen, seen_last, seen_later


@pytest.mark.slow
def test_pages_are_arranged_as_well_as_ever() -> None:
    """Rows stay whole, order, headings, hyphens, notes and running heads are right."""
    found = arrangement.measured((*seen.LAYOUTS, *seen_later.LAYOUTS, *seen_last.LAYOUTS))

    assert () == found.slips
