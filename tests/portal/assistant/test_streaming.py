"""Following an answer: pieces as they come, the same again when read again, one answer whoever looks on, always an end."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from litestar import Litestar
from numpy import float32
from numpy.typing import NDArray

from knowledge.retrieval import Tools
from portal.assistant.holding import LEASE
from portal.assistant.states import TurnState
from portal.assistant.tables import Turn
from portal.core.clock import now
from portal.core.settings import Settings
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assistant.shelf import LEAVERS, SOC2, ask, follow, hand_in, links, parsed, waiting_turn, words

pytestmark = pytest.mark.anyio
LEAVERS_QUESTION = "How soon is access of leavers removed?"


async def test_an_answer_streams_and_its_end_is_the_page_shown_later(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """The pieces come as text, done holds the whole answer, and the conversation's page shows the very same."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)

    turn = await waiting_turn(browser, LEAVERS_QUESTION, vendor="helio-payments")
    stream = await follow(browser, turn)
    shown = await browser.get(f"/assistant/{turn.conversation}")

    assert stream.names[-1] == "done"
    assert LEAVERS in words(stream.data("text")[0])
    assert links("".join(stream.data("text"))) == links(stream.data("done")[0])
    assert "Searched 1 document, 3 pages." in words(stream.data("done")[0])
    assert words(stream.data("done")[0]) in words(shown.text)
    assert "sse-connect" not in shown.text


async def test_a_finished_turn_is_replayed_and_not_answered_again(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """Opening the stream again gives the same events and leaves the kept answer as it is."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)
    turn = await waiting_turn(browser, LEAVERS_QUESTION, vendor="helio-payments")

    first = await follow(browser, turn)
    kept = await _reloaded(turn)
    second = await follow(browser, turn)

    assert first.messages == second.messages
    assert kept.answered_at == (await _reloaded(turn)).answered_at


async def test_two_pages_following_one_turn_get_one_answer(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """Whoever comes second waits for the first and is shown what was kept."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)
    turn = await waiting_turn(browser, LEAVERS_QUESTION, vendor="helio-payments")

    first, second = await asyncio.gather(follow(browser, turn), follow(browser, turn))

    assert first.data("done") == second.data("done")
    assert LEAVERS in words(second.data("done")[0])


async def test_a_turn_answered_by_another_process_is_waited_for(cast: Cast, browser: Browser) -> None:
    """While somebody else gives signs of life the stream waits, then shows what they kept."""
    await browser.become(cast.reviewer)
    turn = await waiting_turn(browser, LEAVERS_QUESTION, vendor="helio-payments")
    await _held(turn, ago=timedelta(0))

    async def finish_elsewhere() -> None:
        await asyncio.sleep(0.6)
        await Turn.update(
            {Turn.state: TurnState.answered.value, Turn.answered: True, Turn.answer: "Said elsewhere."}
        ).where(Turn.id == turn.id)

    stream, _ = await asyncio.gather(follow(browser, turn), finish_elsewhere())

    assert "Said elsewhere." in words(stream.data("done")[0])


async def test_a_turn_whose_process_died_is_answered_again(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """Without a sign of life for a while a turn is taken up by whoever looks at it next."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)
    turn = await waiting_turn(browser, LEAVERS_QUESTION, vendor="helio-payments")
    await _held(turn, ago=LEASE + timedelta(seconds=1))

    stream = await follow(browser, turn)

    assert LEAVERS in words(stream.data("done")[0])
    assert TurnState.answered == (await _reloaded(turn)).state


async def test_a_page_closed_midway_loses_no_answer(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """The answer is worked out and kept although nobody follows the stream to its end."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)
    turn = await waiting_turn(browser, LEAVERS_QUESTION, vendor="helio-payments")

    following = asyncio.create_task(follow(browser, turn))
    await _until(turn, TurnState.answering)
    following.cancel()
    await _until(turn, TurnState.answered)

    assert (await _reloaded(turn)).answered


async def test_a_question_that_cannot_be_answered_ends_with_done(cast: Cast, browser: Browser) -> None:
    """An honest no comes as its own event before the end."""
    await browser.become(cast.reviewer)
    turn = await waiting_turn(browser, LEAVERS_QUESTION, vendor="helio-payments")

    stream = await follow(browser, turn)

    assert ["cannot", "done"] == stream.names
    assert "The documents do not answer this." in words(stream.data("done")[0])


async def test_a_failure_is_said_kept_and_can_be_tried_again(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """When the engine breaks, the stream says so and ends; the question stays and a second try answers it."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)
    turn = await waiting_turn(browser, LEAVERS_QUESTION, vendor="helio-payments")
    whole = app.state.engines
    broken = replace(whole, tools=Tools(_BrokenEmbedder(), whole.tools.index))
    app.state.engines = broken

    stream = await follow(browser, turn)
    app.state.engines = whole

    assert ["failed", "done"] == stream.names
    assert "could not be answered just now" in words(stream.data("done")[0])
    assert "Try again" in (await browser.get(f"/assistant/{turn.conversation}")).text
    assert 303 == (await browser.submit(f"/assistant/turns/{turn.id}/again")).status_code
    assert (await _reloaded(turn)).answered
    assert 409 == (await browser.submit(f"/assistant/turns/{turn.id}/again")).status_code


async def test_the_page_with_scripts_gets_the_turn_and_a_form_for_the_next(cast: Cast, browser: Browser) -> None:
    """In a conversation the answer to a question is a fragment: the turn that follows its stream, and the emptied form."""
    await browser.become(cast.reviewer)
    first = await ask(browser, "Is data encrypted?", vendor="helio-payments")
    token = await browser.token()

    answer = await browser.client.post(
        "/assistant/ask",
        data={"question": "With <b>which</b> keys?", "conversation": str(first.conversation)},
        headers={"x-csrftoken": token, "sec-fetch-site": "same-origin", "hx-request": "true"},
    )

    turn = await Turn.objects().where(Turn.state == TurnState.waiting.value).first()
    assert turn is not None
    assert f'sse-connect="/assistant/turns/{turn.id}/stream"' in answer.text
    assert 'hx-swap-oob="true"' in answer.text
    assert "With &lt;b&gt;which&lt;/b&gt; keys?" in answer.text
    assert f'value="{first.conversation}"' in answer.text


async def test_another_page_may_hold_a_conversation_beside_it(cast: Cast, browser: Browser) -> None:
    """A page that asks beside its own content is not left: the first turn comes as a fragment too."""
    await browser.become(cast.reviewer)
    token = await browser.token()
    headers = {"x-csrftoken": token, "sec-fetch-site": "same-origin", "hx-request": "true"}
    sent = {"question": "Is data encrypted?", "vendor": "helio-payments"}

    leaving = await browser.client.post("/assistant/ask", data=sent, headers=headers)
    staying = await browser.client.post("/assistant/ask", data={**sent, "beside": "yes"}, headers=headers)

    assert leaving.headers["hx-redirect"].startswith("/assistant/")
    assert "hx-redirect" not in staying.headers
    assert "sse-connect" in staying.text


def test_a_stream_with_line_breaks_is_put_together_again() -> None:
    """The parser of these tests joins data lines as browsers do."""
    stream = parsed("event: text\r\ndata: one\r\ndata: \r\ndata: two\r\n\r\n: at work\r\n\r\n")

    assert ["one\n\ntwo"] == stream.data("text")


class _BrokenEmbedder:
    """An embedder whose model file is gone."""

    name = "broken"
    dimensions = 384

    def embed(self, texts: Sequence[str]) -> NDArray[float32]:
        """Fail as a missing file does."""
        raise OSError("model.onnx is gone")


async def _reloaded(turn: Turn) -> Turn:
    row = await Turn.objects().where(Turn.id == turn.id).first()
    assert row is not None
    return row


async def _until(turn: Turn, state: TurnState) -> None:
    for _ in range(400):
        if (await _reloaded(turn)).state in (state, TurnState.answered):
            return
        await asyncio.sleep(0.01)


async def _held(turn: Turn, ago: timedelta) -> None:
    await Turn.update({Turn.state: TurnState.answering.value, Turn.held_at: now() - ago}).where(Turn.id == turn.id)
