"""The one place that names a language model provider: a prompt goes in, text or JSON comes out, whole or as it comes."""

import json
import re
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING

import anyio

from knowledge.budget import Bill, Budget, billed
from knowledge.errors import KnowledgeError
from knowledge.troubles import BROKE_OFF, NOT_THE_FORM, USED_UP, is_passing, is_turned_away, too_late, trouble

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
MOST_TOKENS = 900
LONGEST_REPLY = 40_000
LONGEST_WAIT = 60.0
PASSAGES = 12
_PAUSE = 0.5


class LanguageUnavailable(KnowledgeError):
    """The language model cannot be reached, or does not answer as agreed."""


class Language:
    """A chat model of the operator's choice, asked without tools and without memory, for `seconds` at most.

    For one answer it is given at most so many `passages`, and it is asked only while its `budget` lasts.
    """

    def __init__(
        self,
        name: str,
        model: "BaseChatModel",
        seconds: float = LONGEST_WAIT,
        passages: int = PASSAGES,
        budget: Budget | None = None,
    ) -> None:
        self.name = name
        self.passages = passages
        self._model = model
        self._seconds = seconds
        self._budget = budget

    async def text(self, prompt: str) -> str:
        """Return the model's reply; any failure of the provider is LanguageUnavailable, with a sentence for people.

        The time counts for all of it, a second try as well: a provider may also send its reply in drops.
        """
        from langchain_core.messages import HumanMessage

        bill = await self._billed(prompt)
        try:
            with anyio.fail_after(self._seconds):
                reply = await self._asked([HumanMessage(content=prompt)])
        except TimeoutError as error:
            raise LanguageUnavailable(too_late(self._seconds)) from error
        except Exception as error:
            raise await self._failed(error, bill) from error
        await bill.pay(str(reply.text), reply.usage_metadata["total_tokens"] if reply.usage_metadata else 0)
        return str(reply.text)[:LONGEST_REPLY]

    async def structured(self, prompt: str) -> Mapping[str, Json]:
        """Return the JSON object in the reply, whatever stands around it."""
        return json_object(await self.text(prompt))

    async def pieces(self, prompt: str) -> AsyncGenerator[str, None]:
        """Yield the reply as it comes; any failure is LanguageUnavailable, and the time counts for all of it."""
        from langchain_core.messages import HumanMessage

        bill, told = await self._billed(prompt), ""
        until = anyio.current_time() + self._seconds
        async with aclosing(self._streamed([HumanMessage(content=prompt)])) as stream:
            while len(told) < LONGEST_REPLY:
                try:
                    with anyio.fail_after(until - anyio.current_time()):  # no time limit may span a yield
                        piece = await anext(stream)
                except StopAsyncIteration:
                    break
                except TimeoutError as error:
                    raise LanguageUnavailable(too_late(self._seconds)) from error
                except Exception as error:
                    raise await self._failed(error, bill) from error
                told += piece
                yield piece
        await bill.pay(told)

    async def _billed(self, prompt: str) -> Bill:
        bill = await billed(self._budget, prompt, MOST_TOKENS)
        if bill is None:
            raise LanguageUnavailable(USED_UP)
        return bill

    async def _failed(self, error: Exception, bill: Bill) -> LanguageUnavailable:
        if is_turned_away(error):
            await bill.refund()
        return LanguageUnavailable(trouble(error, self._seconds))

    async def _streamed(self, messages: "list[BaseMessage]") -> AsyncGenerator[str, None]:
        """Yield what comes; where nothing does, ask once more for the whole: some servers do not stream, others are back.

        Of two failures the first says what happened.
        """
        first, told = None, False
        try:
            async for chunk in self._model.astream(messages):
                told = told or bool(chunk.text)
                yield str(chunk.text)
        except Exception as error:
            if told or not (is_passing(error) or isinstance(error, ValueError)):
                raise
            first = error
        if told:
            return
        if first is None:
            yield str((await self._model.ainvoke(messages)).text)
            return
        await anyio.sleep(_PAUSE)
        whole = None
        with suppress(Exception):
            whole = await self._model.ainvoke(messages)
        if whole is None:
            raise first
        yield str(whole.text)

    async def _asked(self, messages: "list[BaseMessage]") -> "AIMessage":
        """Ask, and once more where that may help; of two failures the first says what happened."""
        try:
            return await self._model.ainvoke(messages)
        except Exception as error:
            if not is_passing(error):
                raise
            await anyio.sleep(_PAUSE)
            with suppress(Exception):
                return await self._model.ainvoke(messages)
            raise


def open_language(
    name: str,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    timeout: float = LONGEST_WAIT,
    passages: int = PASSAGES,
    budget: Budget | None = None,
) -> Language:
    """Open a model by LangChain's name for it, 'provider:model'; `timeout` is in seconds, for one question in all."""
    from langchain.chat_models import init_chat_model

    options: dict[str, str | float] = {
        "timeout": timeout,
        "max_retries": 0,  # a provider may ask to be left alone for longer than anybody waits
        "temperature": 0,
        "max_tokens": MOST_TOKENS,
    }
    options |= {key: value for key, value in (("base_url", base_url), ("api_key", api_key)) if value is not None}
    try:
        model = init_chat_model(name, model_provider=None, configurable_fields=None, config_prefix=None, **options)
    except (ImportError, ValueError) as error:
        raise LanguageUnavailable(f"The language model '{name}' cannot be opened: {error}") from error
    return Language(name, model, timeout, passages, budget)


def json_object(reply: str) -> Mapping[str, Json]:
    """Find the first JSON object in a reply; models wrap it in thoughts, fences and greetings.

    What stands inside an object that broke off is not looked at: half a reply is never taken for a small one.
    """
    bare = re.sub(r"<think>.*?</think>", "", reply, flags=re.DOTALL)
    decoder, at, broken = json.JSONDecoder(), 0, False
    while (at := bare.find("{", at)) >= 0:
        try:
            found, _ = decoder.raw_decode(bare, at)
            return dict(found)
        except json.JSONDecodeError as error:
            broken = broken or error.pos > at + 1
            at = max(error.pos, at + 1)
        except RecursionError:
            break
    raise LanguageUnavailable(BROKE_OFF if broken else NOT_THE_FORM)
