"""The traps in the sample."""

import pytest

from portal.review.sides import ConflictKind
from portal.risk.levels import VerdictState
from portal.sample.programme import load_programme
from portal.sample.traps import Trap, load_traps
from tests.portal.sample.conftest import TODAY, Pages

VENDORS = {vendor.slug: vendor for vendor in load_programme().vendors}
TRAPS = load_traps()


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: f"{trap.vendor}:{trap.ref}")
def test_a_trap_stands_on_words_in_its_document(trap: Trap, pages: Pages) -> None:
    """The words that decide a trap are on some page, and the question was answered."""
    assessment = VENDORS[trap.vendor].assessment

    assert assessment is not None
    assert trap.ref in {answer.ref for answer in assessment.given(TODAY)}
    assert trap.states
    if trap.document:
        assert trap.document in {document.name for document in VENDORS[trap.vendor].documents}
        assert [number for number, text in enumerate(pages[trap.document], 1) if trap.words in text]


def test_traps_show_every_verdict() -> None:
    """Each state of a verdict is somebody's best verdict."""
    assert {trap.states[0] for trap in TRAPS} == set(VerdictState)


def test_traps_show_every_kind_of_conflict() -> None:
    """Answers against answers and documents, documents against each other, and this year against last."""
    assert {trap.conflict for trap in TRAPS if trap.conflict} == set(ConflictKind)


def test_nothing_current_of_helio_says_that_backups_are_encrypted(pages: Pages) -> None:
    """The stale trap holds only if no other document of the vendor says it."""
    named = {
        document.name
        for document in VENDORS["helio-payments"].documents
        for text in pages[document.name]
        for sentence in text.split(". ")
        if "backup" in sentence.lower() and "encrypt" in sentence.lower()
    }

    assert named == {"helio-backup-certificate.pdf"}
