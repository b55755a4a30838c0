"""The one place that names a language model provider: a prompt goes in, text or JSON comes out."""

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from knowledge.errors import KnowledgeError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
MOST_TOKENS = 900
LONGEST_REPLY = 40_000


class LanguageUnavailable(KnowledgeError):
    """The language model cannot be reached, or does not answer as agreed."""


class Language:
    """A chat model of the operator's choice, asked without tools and without memory."""

    def __init__(self, name: str, model: "BaseChatModel") -> None:
        self.name = name
        self._model = model

    async def text(self, prompt: str) -> str:
        """Return the model's reply; any failure of the provider is LanguageUnavailable."""
        from langchain_core.messages import HumanMessage

        try:
            reply = await self._model.ainvoke([HumanMessage(content=prompt)])
        except Exception as error:
            raise LanguageUnavailable(f"The language model did not answer ({type(error).__name__}).") from error
        return str(reply.text)[:LONGEST_REPLY]

    async def structured(self, prompt: str) -> Mapping[str, Json]:
        """Return the JSON object in the reply, whatever stands around it."""
        return json_object(await self.text(prompt))


def open_language(
    name: str, *, base_url: str | None = None, api_key: str | None = None, timeout: float = 60.0
) -> Language:
    """Open a model by LangChain's name for it, 'provider:model'; `timeout` is in seconds, one retry at most."""
    from langchain.chat_models import init_chat_model

    options: dict[str, str | float] = {
        "timeout": timeout,
        "max_retries": 1,
        "temperature": 0,
        "max_tokens": MOST_TOKENS,
    }
    options |= {key: value for key, value in (("base_url", base_url), ("api_key", api_key)) if value is not None}
    try:
        model = init_chat_model(name, model_provider=None, configurable_fields=None, config_prefix=None, **options)
    except (ImportError, ValueError) as error:
        raise LanguageUnavailable(f"The language model '{name}' cannot be opened: {error}") from error
    return Language(name, model)


def json_object(reply: str) -> Mapping[str, Json]:
    """Find the first JSON object in a reply; models wrap it in thoughts, fences and greetings."""
    bare = re.sub(r"<think>.*?</think>", "", reply, flags=re.DOTALL)
    decoder = json.JSONDecoder()
    for match in re.finditer(r"\{", bare):
        try:
            found, _ = decoder.raw_decode(bare, match.start())
        except json.JSONDecodeError:
            continue
        if isinstance(found, dict):
            return found
    raise LanguageUnavailable("The language model did not reply with the JSON it was asked for.")
