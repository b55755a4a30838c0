"""One word for each thing: every table's name stands in the glossary."""

from pathlib import Path

import pytest

from portal.core.database import tables

GLOSSARY = (Path(__file__).resolve().parents[2] / "portal" / "help" / "glossary.md").read_text(encoding="utf-8").lower()


@pytest.mark.parametrize("name", sorted(table._meta.tablename for table in tables()))
def test_a_tables_name_is_in_the_glossary(name: str) -> None:
    """Whoever meets the word on a page or in the database can look it up."""
    assert name.replace("_", " ") in GLOSSARY
