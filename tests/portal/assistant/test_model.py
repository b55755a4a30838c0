"""With a language model over HTTP: it words the answer, only quotes that stand count, and without it extracts do."""

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta

import anyio
import pytest

from knowledge.language import LanguageUnavailable, open_language
from portal.app import create_app
from portal.assistant import streaming
from portal.assistant.keeping import Piece
from portal.core.clock import freeze, now
from portal.core.settings import Settings
from portal.core.spending import DailyTokens
from portal.core.tables import TokensUsed
from tests.cast import Cast
from tests.client import Browser
from tests.knowledge.model_server import PIECE, Scripted, passage_with, sentences, serving
from tests.portal.assistant.records.rows import finding
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


async def test_of_a_mixed_question_the_model_gets_what_is_asked_of_the_evidence(database: Settings, cast: Cast) -> None:
    """Neither the words about the vendors nor the rows go to it; they stand before what it writes."""
    script = Scripted(honest)
    with serving(script) as url:
        async with desk(database, cast, url) as browser:
            await finding(cast.helio, "Keys are old", "high")
            turn = await ask(browser, "How soon do vendors with open high findings remove the access of leavers?")

    assert "openai:small" == turn.written_by
    assert turn.answer.startswith("“vendors with open high findings” means 1 vendor: Helio Payments.")
    assert "Access of leavers is removed within one business day." in turn.answer
    assert "How soon do the vendors remove the access of leavers?" in script.prompts[-1]
    assert "findings" not in script.prompts[-1]
    assert "Keys are old" not in script.prompts[-1]


async def test_a_follow_up_carries_what_the_evidence_answered_and_no_rows(database: Settings, cast: Cast) -> None:
    """Of a mixed question before it the model gets the evidence's part: its question, and what the pages said."""
    script = Scripted(honest)
    with serving(script) as url:
        async with desk(database, cast, url) as browser:
            await finding(cast.helio, "Keys are old", "high")
            asked = "How soon do vendors with open high findings remove the access of leavers?"
            first = await ask(browser, asked)
            await ask(browser, "And who reviews access rights?", conversation=str(first.conversation))

    assert "Q: How soon do the vendors remove the access of leavers?" in script.prompts[-1]
    assert "Access of leavers is removed within one business day." in script.prompts[-1]
    for words_of_rows in ("Keys are old", "high findings", "Read as"):
        assert words_of_rows not in script.prompts[-1]


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


async def test_a_model_is_asked_only_while_the_days_tokens_last(database: Settings, cast: Cast) -> None:
    """The next question is answered by extracts and says why; on the next day the model is asked again."""
    script = Scripted(honest)
    with serving(script) as url:
        async with desk(replace(database, chat_daily_tokens=1500), cast, url) as browser:
            written = []
            try:
                for days in (0, 0, 0, 1):
                    freeze(now() + timedelta(days=days))
                    await browser.become(cast.reviewer)
                    written.append(await ask(browser, QUESTION, vendor="helio-payments"))
            finally:
                freeze(None)
            shown = words((await browser.get(f"/assistant/{written[-2].conversation}")).text)

    first, *_, spent, next_day = (turn.written_by for turn in written)
    assert ("openai:small", "extractive", "openai:small") == (first, spent, next_day)
    assert "are used up; it is asked again tomorrow (UTC)" in shown
    assert all(row.tokens <= 1500 for row in await TokensUsed.objects())


async def test_two_questions_at_once_never_take_the_last_tokens_both(database: Settings) -> None:
    """Each takes what it may use before it asks, in one statement; what it used is counted afterwards."""
    budget = DailyTokens(1000)
    receipts: list[str] = []

    async def take() -> None:
        receipts.append(await budget.take(400))

    async with anyio.create_task_group() as tasks:
        for _ in range(5):
            tasks.start_soon(take)
    (day, *_) = taken = [receipt for receipt in receipts if receipt]
    await budget.settle(day, 400, 250)

    assert 2 == len(taken)
    assert [650] == [row.tokens for row in await TokensUsed.objects()]


async def test_what_was_asked_before_midnight_is_counted_on_its_day(database: Settings) -> None:
    """The new day begins with all of its tokens, and with no more."""
    budget = DailyTokens(1000)
    try:
        receipt = await budget.take(900)
        freeze(now() + timedelta(days=1))
        await budget.settle(receipt, 900, 300)
        assert not await budget.take(1001)
        assert await budget.take(1000)
    finally:
        freeze(None)

    assert [300, 1000] == [row.tokens for row in await TokensUsed.objects().order_by(TokensUsed.day)]


@pytest.mark.parametrize(("status", "used"), [(500, 0), (200, 2)])
async def test_a_provider_that_is_down_uses_up_no_tokens(database: Settings, status: int, used: int) -> None:
    """What was taken for a question that it turned away is given back; else what it counted itself stands."""
    with serving(Scripted(lambda prompt: "yes", status=status)) as url:
        language = open_language("openai:small", base_url=url, api_key="none", timeout=5, budget=DailyTokens(10_000))
        with suppress(LanguageUnavailable):
            await language.text("Is it so?")

    assert [used] == [row.tokens for row in await TokensUsed.objects()]


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
