"""The pages of a draft ask the database a fixed number of questions, however long the questionnaire is."""

from collections.abc import Awaitable, Callable

import pytest
from piccolo.querystring import QueryString

from portal.assessments.authoring.editing import save_question
from portal.assessments.authoring.loading import load_whole
from portal.assessments.authoring.queries import outline_page, publish_page, question_page, trial_page
from portal.assessments.authoring.starting import start_draft
from portal.core import piccolo_conf
from tests.cast import Cast

pytestmark = pytest.mark.anyio
MOST = 12


async def test_a_long_draft_costs_no_more_queries_than_a_short_one(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outline, question, preview, check and saving one question: the same for 28 questions and for more than 100."""
    who = cast.reviewer
    counts = []
    for source in ("lite", "core"):
        draft = await start_draft(who, f"A copy of {source}", source)
        one = (await load_whole(draft)).pieces[4].id
        calls: list[Callable[[], Awaitable[object]]] = [
            lambda draft=draft: outline_page(who, draft.id),  # type: ignore[misc]
            lambda draft=draft, one=one: question_page(who, draft.id, one),  # type: ignore[misc]
            lambda draft=draft: trial_page(who, draft.id, {}),  # type: ignore[misc]
            lambda draft=draft: publish_page(who, draft.id),  # type: ignore[misc]
            lambda draft=draft, one=one: save_question(who, draft.id, one, {"text": ["Why?"]}, 1),  # type: ignore[misc]
        ]
        counts.append([await _count(call, monkeypatch) for call in calls])

    assert counts[0] == counts[1]
    assert MOST >= max(counts[0]) > 0


async def _count(call: Callable[[], Awaitable[object]], monkeypatch: pytest.MonkeyPatch) -> int:
    engine, queries = piccolo_conf.DB, list[QueryString]()
    plain = type(engine).run_querystring

    async def counting(self: object, querystring: QueryString, in_pool: bool = True) -> object:
        queries.append(querystring)
        return await plain(self, querystring, in_pool)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(type(engine), "run_querystring", counting)
        await call()
    return len(queries)
