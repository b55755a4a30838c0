"""With a language model over HTTP: it words the answer, only quotes that stand count, and without it extracts do."""

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from portal.app import create_app
from portal.assistant import streaming
from portal.assistant.keeping import Piece
from portal.core.settings import Settings
from tests.cast import Cast
from tests.client import Browser
from tests.knowledge.model_server import PIECE, Scripted, passage_with, sentences, serving
from tests.portal.assistant.shelf import BREACH, LEAVERS, SOC2, ask, follow, hand_in, links, waiting_turn, words

pytestmark = pytest.mark.anyio
QUESTION = "How soon is access of leavers removed?"


def honest(prompt: str) -> str:
    """Answer with a sentence of one's own and the page's words."""
    return sentences(("Access of leavers is removed within one business day.", passage_with(LEAVERS, prompt), LEAVERS))


def half_honest(prompt: str) -> str:
    """Add a sentence with a quote that stands nowhere."""
    place = passage_with(LEAVERS, prompt)
    return sentences(
        ("Access of leavers is removed within one business day.", place, LEAVERS),
        ("Access is removed by robots.", place, "Access is removed by certified robots at once."),
    )


def fabricated(prompt: str) -> str:
    """Quote what no page says."""
    return sentences(
        ("Access is removed at once.", passage_with(LEAVERS, prompt), "Access is removed at once by robots.")
    )


@asynccontextmanager
async def desk(settings: Settings, cast: Cast, url: str) -> AsyncIterator[Browser]:
    """Open the portal with a model at this address, one document taken in, and a reviewer at the desk."""
    with_model = replace(
        settings, chat_model="openai:small", chat_base_url=url, chat_api_key="not a secret", chat_timeout=5
    )
    app = create_app(with_model, worker=False, database_open=True)
    async with Browser(app) as browser:
        await hand_in(app, with_model, cast.helio, "helio-soc2.pdf", SOC2)
        yield await browser.become(cast.reviewer)


@pytest.mark.parametrize("reply", [honest, half_honest])
async def test_a_model_words_the_answer_and_the_page_proves_it(
    database: Settings, cast: Cast, reply: Callable[[str], str]
) -> None:
    """The model's sentence is shown with the page's words behind it; a sentence with an invented quote is left out."""
    script = Scripted(reply)
    with serving(script) as url:
        async with desk(database, cast, url) as browser:
            turn = await ask(browser, QUESTION, vendor="helio-payments")
            shown = (await browser.get(f"/assistant/{turn.conversation}")).text

            assert "openai:small" == turn.written_by
            assert turn.prompt_version
            assert "Access of leavers is removed within one business day." in words(shown)
            assert LEAVERS in words(shown)
            assert "robots" not in shown
            assert ("left out" in turn.note) == (reply is half_honest)
            assert "Written by openai:small." in words(shown)
            for link in links(shown):
                assert "<mark" in (await browser.get(link)).text


async def test_a_page_shows_a_sentence_before_the_model_has_written_the_next(database: Settings, cast: Cast) -> None:
    """The server holds the second sentence back until the first one was sent to the page, with its citation."""
    shown, released = threading.Event(), list[bool]()
    second = "Access rights of all employees are reviewed every quarter by the owner of the system."

    def two(prompt: str) -> str:
        place = passage_with(LEAVERS, prompt)
        return sentences((LEAVERS, place, LEAVERS), (second, place, second))

    def wait(number: int) -> None:
        if number * PIECE > len(sentences((LEAVERS, "P1", LEAVERS))) and not released:
            released.append(shown.wait(20))

    with serving(Scripted(two, waits_in_stream=wait)) as url:
        async with desk(database, cast, url) as browser:
            turn = await waiting_turn(browser, QUESTION, vendor="helio-payments")
            told: list[Piece] = []
            async for piece in streaming.follow(turn.id, cast.reviewer, browser.app.state.engines):
                told += [piece] if piece else []
                if told:
                    shown.set()

    assert [True] == released
    assert [LEAVERS] == [cite.text for cite in told[0].cites]


async def test_a_model_that_invents_every_quote_is_not_believed(database: Settings, cast: Cast) -> None:
    """With no sentence left the documents' own words answer, and the answer says why."""
    with serving(Scripted(fabricated)) as url:
        async with desk(database, cast, url) as browser:
            turn = await waiting_turn(browser, QUESTION, vendor="helio-payments")
            stream = await follow(browser, turn)

    assert ["text", "done"] == stream.names
    assert "Access is removed at once" not in stream.data("done")[0]
    assert LEAVERS in words(stream.data("done")[0])
    assert "did not pass the checks. The answer is made of extracts instead. 1 sentence was left out" in words(
        stream.data("done")[0]
    )


async def test_a_model_that_is_down_is_done_without_and_said(database: Settings, cast: Cast) -> None:
    """When the provider fails, the answer is made of extracts and says why."""
    with serving(Scripted(honest, status=500)) as url:
        async with desk(database, cast, url) as browser:
            turn = await ask(browser, QUESTION, vendor="helio-payments")
            shown = words((await browser.get(f"/assistant/{turn.conversation}")).text)

    assert turn.answered
    assert "extractive" == turn.written_by
    assert LEAVERS in shown
    assert "The language model could not answer: its server reported a fault." in shown
    assert "extracts instead" in shown


async def test_earlier_turns_go_to_the_model_as_data(database: Settings, cast: Cast) -> None:
    """A follow-up carries the conversation's own earlier questions, and nobody else's."""
    script = Scripted(honest)
    with serving(script) as url:
        async with desk(database, cast, url) as browser:
            first = await ask(browser, QUESTION, vendor="helio-payments")
            await ask(browser, "A question of another conversation?", vendor="helio-payments")
            await ask(browser, "And how soon is a breach told?", conversation=str(first.conversation))

    assert f"Q: {QUESTION}" in script.prompts[-1]
    assert "another conversation" not in script.prompts[-1]


async def test_the_words_of_a_model_are_escaped(database: Settings, cast: Cast) -> None:
    """Markup in a model's sentence or in a document is shown as text, in the stream and on the page."""

    def marked_up(prompt: str) -> str:
        return sentences(("Told <img src=x onerror=alert(1)> within 36 hours.", passage_with(BREACH, prompt), BREACH))

    with serving(Scripted(marked_up)) as url:
        async with desk(database, cast, url) as browser:
            turn = await waiting_turn(browser, "How soon are customers told of a breach?", vendor="helio-payments")
            stream = await follow(browser, turn)
            shown = (await browser.get(f"/assistant/{turn.conversation}")).text

    sent = "".join(message.data for message in stream.messages)
    assert "<img" not in sent + shown
