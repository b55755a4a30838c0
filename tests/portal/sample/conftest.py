"""What the tests of the sample share: a day, and all documents rendered for it once."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from portal.sample.programme import load_programme
from portal.sample.rendering import render

TODAY = date(2026, 11, 21)

Pages = dict[str, list[str]]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every document of the sample, rendered."""
    target = tmp_path_factory.mktemp("sample")
    for document in load_programme().documents:
        render(document, TODAY, target / document.name)
    return target


@pytest.fixture(scope="session")
def pages(folder: Path) -> Pages:
    """The text of each page of each document, white space evened out."""
    readers = {path.name: PdfReader(path) for path in sorted(folder.iterdir())}
    return {name: [" ".join(page.extract_text().split()) for page in reader.pages] for name, reader in readers.items()}
