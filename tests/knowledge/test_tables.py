"""Tests of the knowledge tables."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from piccolo.engine.sqlite import SQLiteEngine

from knowledge.tables import Document, DocumentState, Page, PageState, Passage

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("knowledge_database")]


async def test_rows_come_back_as_they_were_written(knowledge_database: SQLiteEngine) -> None:
    """A document, a page and a passage keep their values, vectors byte for byte."""
    now = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
    document = Document(collection="acme", sha256="0" * 64, name="soc2.pdf", size=7, created_at=now, updated_at=now)
    await document.save()
    await Page(document=document.id, number=1, label="i", state=PageState.TEXT, text="Access is reviewed.").save()
    await Passage(
        document=document.id, page=1, start=0, end=6, text="Access", header="SOC 2", vector=b"\x00\x01"
    ).save()

    passage = await Passage.objects().get(Passage.document == document.id)
    page = await Page.objects().get(Page.document == document.id)

    assert isinstance(document.id, UUID)
    assert passage is not None and page is not None
    assert b"\x00\x01" == passage.vector
    assert "Access" == page.text[passage.start : passage.end]
    assert PageState.TEXT == PageState(page.state)


def test_every_state_has_a_label() -> None:
    """Every state of a document and of a page can be said to a person."""
    assert all(state.label for state in (*DocumentState, *PageState))
