"""A small version of the public retrieval benchmark: its figures may rise and must not fall."""

import pytest
from piccolo.engine.sqlite import SQLiteEngine

from knowledge.evaluation.retrieval import FOLDER, run
from tests.knowledge.conftest import SHARED
from tests.knowledge.papers import tools

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.slow,
    pytest.mark.skipif(not (SHARED / FOLDER).is_dir(), reason="the shared files are not beside this checkout"),
]


async def test_public_questions_find_the_text_that_answers_them(knowledge_database: SQLiteEngine) -> None:
    """One question in five, with the document known and over all of them; the floors lie a little under what is reached."""
    figures = await run(SHARED, tools(), every=5)

    known, all_at_once = figures["scoped"].all, figures["joint"].all
    assert 39 == known.questions
    assert known.precision_at_1 >= 0.25
    assert known.recall_at_64 >= 0.97
    assert all_at_once.precision_at_1 >= 0.22
    assert all_at_once.recall_at_64 >= 0.92
