"""Settings in, engines out: the embedder, the index and the assistant's language model."""

from dataclasses import dataclass

from knowledge.embedding import ShippedEmbedder
from knowledge.index import Index, open_index
from knowledge.language import Language, open_language
from knowledge.limits import DEFAULT_LIMITS, Limits, Recognition
from knowledge.retrieval import Tools
from portal.core.settings import Settings
from portal.core.spending import DailyTokens


@dataclass(frozen=True, slots=True)
class Engines:
    """What the areas need of the knowledge engine, built once a process."""

    tools: Tools
    language: Language | None
    limits: Limits = DEFAULT_LIMITS

    @property
    def index(self) -> Index:
        """The vector index."""
        return self.tools.index


def build_engines(settings: Settings) -> Engines:
    """Build the engines; opens the index folder, loads no model before it is needed."""
    settings.index.mkdir(parents=True, exist_ok=True)
    tools = Tools(embedder=ShippedEmbedder(), index=open_index(settings.index))
    return Engines(tools, _language(settings), _limits(settings))


def _limits(settings: Settings) -> Limits:
    recognition = Recognition(settings.ocr, settings.ocr_languages, float(settings.ocr_seconds))
    return Limits(recognition=recognition)


def _language(settings: Settings) -> Language | None:
    if not settings.chat_model:
        return None
    return open_language(
        settings.chat_model,
        base_url=settings.chat_base_url or None,
        api_key=settings.chat_api_key or None,
        timeout=settings.chat_timeout,
        passages=settings.chat_passages,
        budget=DailyTokens(settings.chat_daily_tokens) if settings.chat_daily_tokens else None,
    )
