"""Rendering the sample documents."""

import re
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from time import process_time

import pytest

from portal.sample.programme import load_programme
from portal.sample.rendering import render
from portal.sample.sources import FOLDER, source
from tests.portal.sample.conftest import TODAY, Pages

WRITTEN_DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d"
)

LENGTHS = {
    "helio-soc2-type2.pdf": (40, 50),
    "helio-iso27001-certificate.pdf": (1, 2),
    "helio-pci-attestation.pdf": (1, 2),
    "helio-penetration-test.pdf": (6, 8),
    "helio-information-security-policy.pdf": (4, 7),
    "helio-incident-response-policy.pdf": (4, 7),
    "helio-access-and-cryptography-policy.pdf": (4, 7),
    "helio-data-processing-agreement.pdf": (3, 7),
    "helio-backup-certificate.pdf": (1, 2),
    "helio-exercise-attendance.pdf": (1, 1),
    "helio-invoicing-certificate.pdf": (2, 2),
    "northpine-iso27001-hosting.pdf": (1, 2),
    "northpine-iso27001-colocation.pdf": (1, 1),
    "northpine-continuity-plan.pdf": (3, 5),
    "brightdesk-information-security-policy.pdf": (3, 5),
    "brightdesk-technical-operations-standard.pdf": (2, 5),
    "corvid-soc2-type2.pdf": (7, 12),
    "lumen-access-control-policy.pdf": (3, 5),
    "quillmark-information-security-policy.pdf": (2, 4),
    "kestrel-information-security-policy.pdf": (2, 4),
    "kestrel-iso27001-certificate.pdf": (1, 2),
}


def test_every_source_is_a_document_of_some_vendor() -> None:
    """No text lies in the package that nobody uploads."""
    sources = {path.stem for path in FOLDER.glob("*.md")}

    assert sources == {document.source for document in load_programme().documents}


@pytest.mark.parametrize("name", LENGTHS)
def test_each_document_has_the_length_of_a_real_one(pages: Pages, name: str) -> None:
    """Reports are long and certificates short."""
    shortest, longest = LENGTHS[name]

    assert shortest <= len(pages[name]) <= longest


def test_lengths_are_checked_for_every_document(pages: Pages) -> None:
    """A new document cannot slip past the test of lengths."""
    assert set(pages) == set(LENGTHS)


def test_only_the_scan_has_no_text(pages: Pages) -> None:
    """Every page has text, apart from the page that was scanned."""
    bare = {name for name, texts in pages.items() if not all(texts)}

    assert bare == {"helio-exercise-attendance.pdf"}


def test_the_same_day_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """Rendering again changes no byte, so that the hash of a document stays the same."""
    documents = load_programme().documents

    again = {document.name: render(document, TODAY, tmp_path / document.name) for document in documents}

    hashes = {name: sha256(path.read_bytes()).hexdigest() for name, path in again.items()}
    assert hashes == {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_whole_set_renders_in_seconds(tmp_path: Path) -> None:
    """The demonstration does not wait for its documents."""
    begun = process_time()

    for document in load_programme().documents:
        render(document, TODAY, tmp_path / document.name)

    assert process_time() - begun < 5


@pytest.mark.parametrize("day", [date(2027, 1, 31), date(2028, 2, 29), date(2027, 9, 1)])
def test_documents_render_on_any_day(tmp_path: Path, day: date) -> None:
    """Dates at the ends of months and years do not break a document."""
    for document in load_programme().documents:
        assert render(document, day, tmp_path / document.name).stat().st_size > 1000


def test_no_placeholder_is_left(pages: Pages) -> None:
    """Every date was written out."""
    assert not [name for name, texts in pages.items() for text in texts if "{" in text]


def test_only_expiries_and_reviews_lie_ahead(pages: Pages) -> None:
    """A document speaks of a day after today only to say until when something is valid or when it is next reviewed."""
    ahead = [
        text[max(0, found.start() - 40) : found.end()]
        for texts in pages.values()
        for text in texts
        for found in WRITTEN_DATE.finditer(text)
        if datetime.strptime(found[0], "%d %B %Y").replace(tzinfo=UTC).date() > TODAY
    ]

    assert [words for words in ahead if not re.search("Valid until|Expires|Next review", words)] == []


def test_documents_were_issued_before_they_were_uploaded() -> None:
    """Nobody uploads a report that has not been written yet, whatever day of the month it is."""
    days = [TODAY + timedelta(days=ahead) for ahead in range(31)]

    late = [
        document.name
        for day in days
        for document in load_programme().documents
        if source(document.source, day).issued > day + timedelta(days=document.uploaded)
    ]

    assert late == []
