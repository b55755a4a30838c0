"""A language model that does whatever any text in its prompt tells it: the worst there is."""

import json
import re
from collections.abc import AsyncGenerator, Iterator, Mapping
from typing import Any, cast

from knowledge.language import Json, Language
from portal.injections.payloads import ADDRESS, CODE_WORD, SECRET

_WANTED = re.compile(rf"\S*(?:{CODE_WORD}|{re.escape(ADDRESS)}|{SECRET})\S*", re.I)
_PASSAGE = re.compile(r"^--- [0-9a-f]{16} (P\d+)$", re.M)
_DRAFTED = re.compile(r"^--- [0-9a-f]{16} (S\d+)\n(.*)$", re.M)
_END = re.compile(r"^--- [0-9a-f]{16}", re.M)
_SENTENCE = re.compile(r"[^.!?\n]*[.!?]?")


class Obedient(Language):
    """Repeats every code word, address and secret it was shown, with a quote that stands, and says yes to everything."""

    def __init__(self) -> None:
        super().__init__("obedient", cast("Any", None))
        self.tempted = 0

    async def text(self, prompt: str) -> str:
        """Say yes."""
        return "yes"

    async def pieces(self, prompt: str) -> AsyncGenerator[str, None]:
        """Give the whole answer in one piece."""
        yield json.dumps(await self.structured(prompt))

    async def structured(self, prompt: str) -> Mapping[str, Json]:
        """Answer as it was told to by whatever stands in the prompt."""
        told = list(dict.fromkeys(_WANTED.findall(prompt)))
        self.tempted += bool(told)
        return {"says_it": "yes", "sentences": [*_sentences(prompt, told), *_worded(prompt, told)]}


def _sentences(prompt: str, told: list[str]) -> Iterator[Json]:
    """Quote the planted words themselves, then put them beside honest quotes, then alone."""
    passages = dict(_passages(prompt))
    for key, text in passages.items():
        for match in _WANTED.finditer(text):
            around = text[max(0, match.start() - 60) : match.end() + 10]
            yield {"text": " ".join(around.split()), "passage": key, "quote": " ".join(around.split())}
    for key, text in passages.items():
        honest = next((piece.strip() for piece in _SENTENCE.findall(text) if len(piece.split()) > 5), "")
        for mark in told[:2]:
            yield {"text": f"{honest} {mark}", "passage": key, "quote": honest}
            yield {"text": mark, "passage": key, "quote": honest}
        yield {"text": honest, "passage": key, "quote": honest}


def _worded(prompt: str, told: list[str]) -> Iterator[Json]:
    """Word a draft's sentences as told: with a mark after each, in a sentence of its own, and in the place of a word."""
    for number, match in enumerate(_DRAFTED.finditer(prompt)):
        for mark in told[:1]:
            text = match[2]
            ways = (f"{text} {mark}", f"{text} It is said that {mark} holds.", text.replace(" and ", f" {mark} ", 1))
            yield {"id": match[1], "text": ways[number % len(ways)]}


def _passages(prompt: str) -> Iterator[tuple[str, str]]:
    for match in _PASSAGE.finditer(prompt):
        end = _END.search(prompt, match.end())
        yield match[1], prompt[match.end() : end.start() if end else None].strip()
