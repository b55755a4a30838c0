"""Tests that the figures of arranging invented pages do not drop."""

import pytest

from knowledge.evaluation import arrangement
from knowledge.evaluation.layouts import kept, seen, seen_last, seen_later


@pytest.mark.slow
def test_pages_are_arranged_as_well_as_ever() -> None:
    """Rows stay whole, order, headings, hyphens, notes and running heads are right."""
    found = arrangement.measured((*seen.LAYOUTS, *seen_later.LAYOUTS, *seen_last.LAYOUTS))

    assert () == found.slips


@pytest.mark.slow
def test_pages_that_no_rule_was_written_by_are_arranged_well() -> None:
    """Order, headings, hyphens and notes hold there too; a typewriter's table is the known gap."""
    found = arrangement.measured(kept.LAYOUTS)

    assert (1.0, 1.0, 1.0, 1.0) == (found.order_right, found.paths_right, found.hyphens_right, found.notes_apart)
    assert found.rows_whole >= 0.88
    assert found.rows_in_one_passage >= 0.97
