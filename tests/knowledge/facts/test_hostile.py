"""Tests that pages made to keep rules busy cost little."""

import re
import time

import pytest

from knowledge.facts import EvidenceKind
from knowledge.facts.reading_off import _READERS, facts
from knowledge.pages import PageState, PageText

LENGTH = 100_000
SLOWEST = 400
JUNK = (" ", "1,", "A a ", "Abc\n", "exception noted ", "A uses B for c ", "CC6.1\n", "1 high ")


def spent(work: object, *arguments: object) -> float:
    """Measure what a call costs, in CPU time."""
    before = time.process_time()
    work(*arguments)  # type: ignore[operator]
    return time.process_time() - before


def page(text: str) -> PageText:
    """Make a page of a text."""
    return PageText(1, "", PageState.TEXT, text)


def passes(kind: EvidenceKind, junk: str) -> float:
    """Measure what all rules of a kind cost over a page of junk, in passes of one simple pattern; a busy machine only adds."""
    words, plain = re.compile(r"\w+"), "some words " * (LENGTH // 11)
    pages = facts.__globals__["_bounded"]([page(junk * (LENGTH // len(junk)))])
    return min(spent(_READERS[kind], pages) for _ in range(2)) / min(spent(words.findall, plain) for _ in range(5))


@pytest.mark.parametrize("kind", list(_READERS))
def test_no_junk_keeps_the_rules_busy(kind: EvidenceKind) -> None:
    """All rules of a kind over a page of junk cost no more than some hundred passes of one simple pattern over it."""
    costs = {junk: passes(kind, junk) for junk in JUNK}

    assert {} == {junk: cost for junk, cost in costs.items() if cost >= SLOWEST}


def test_a_document_is_read_up_to_its_bounds() -> None:
    """A page of endless text is read as far as real pages go, and what stands there is found."""
    found = facts([page("Access Policy\nThis policy holds.\nVersion: 3.1\n" + "x " * LENGTH)], "policy.pdf")

    assert EvidenceKind.POLICY is found.kind
    assert ["3.1"] == [fact.value for all in found.details.values() for fact in all]
