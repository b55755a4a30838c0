"""The measurements of costs run, and what of them is no time holds: the index agrees with an exact search."""

from pathlib import Path

import pytest

from knowledge.embedding import ShippedEmbedder
from knowledge.evaluation import querying, taking_in
from knowledge.index import open_index
from knowledge.retrieval import Tools
from tests.knowledge.pdfs import make_pdf

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("knowledge_database")]


async def test_the_index_finds_what_an_exact_search_finds(tmp_path: Path) -> None:
    """Of the truly nearest 64 of 1,200 windows at least 99 in 100 are found, and all parts of a question are timed."""
    tools = Tools(ShippedEmbedder(), open_index(tmp_path / "index"))

    figures = await querying.run(tools, one=(12, 100), many=(10, 2, 10), questions=6)

    assert figures.one_vendor.recall_at_64 >= 0.99
    assert 1200 == figures.one_vendor.windows
    assert 200 == figures.many_vendors.windows
    assert 0 < figures.many_vendors.first_sentence.p50_ms <= figures.many_vendors.first_sentence.p95_ms
    assert figures.many_vendors.first_sentence.answered > 0
    assert all(cost.cpu_ms > 0 for cost in (figures.one_vendor.by_words, figures.many_vendors.whole))


async def test_every_stage_of_taking_in_is_measured(tmp_path: Path) -> None:
    """A folder of PDFs goes through all stages, and a library that is not installed is said to be so."""
    folder = tmp_path / taking_in.FOLDER
    folder.mkdir()
    make_pdf(folder / "policy.pdf", ["Backups are taken every night and kept for 35 days."] * 2)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing follows")

    figures = await taking_in.run(tmp_path, Tools(ShippedEmbedder(), open_index(tmp_path / "index")))

    assert (1, 2, 2) == (figures.files, figures.pages, figures.windows)
    assert {f"{stage}_ms" for stage in taking_in.STAGES} == {
        name for name, spent in figures.stages.items() if spent > 0
    }
    assert isinstance(figures.langchain_chroma_ms, float) or figures.langchain_chroma_ms == taking_in.MISSING
