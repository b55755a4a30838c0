"""Tests of naming a document."""

import pytest

from knowledge.reading import Reading
from knowledge.titles import title_of


@pytest.mark.parametrize(
    ("described", "name", "title"),
    [
        ("Information Security Policy", "isp.pdf", "Information Security Policy"),
        ("Microsoft Word - Access Policy v2.docx", "a.pdf", "Access Policy v2"),
        ("untitled", "Acme_SOC2_2026.pdf", "Acme SOC2 2026"),
        ("", "Acme SOC2.pdf", "Acme SOC2"),
        ("Datenschutzerkl\u00c3\u00a4rung", "datenschutz.pdf", "datenschutz"),
        ("Report", "acme-pentest.pdf", "acme-pentest"),
    ],
)
def test_a_document_is_named_by_itself_or_by_its_file(described: str, name: str, title: str) -> None:
    """A title that says nothing or is misread gives way to the file's name."""
    assert title == title_of(Reading((), described, (), ""), name)
