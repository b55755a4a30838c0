"""Takes a model's reply as it comes in, and gives out each sentence of it as soon as it is whole."""

import json
import re
from collections.abc import Iterator

from knowledge.language import Json, LanguageUnavailable, json_object
from knowledge.troubles import BROKE_OFF

_LIST = re.compile(r'"sentences"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_THOUGHT, _THOUGHT_OVER = "<think>", "</think>"


class Incoming:
    """A reply that is still being written; models wrap the JSON they were asked for in thoughts, fences and greetings."""

    def __init__(self) -> None:
        self._reply = ""
        self._at = -1
        self._told = 0
        self.is_over = False

    def take(self, piece: str) -> list[Json]:
        """Add a piece, and return the items that it made whole."""
        self._reply += piece
        items = list(self._whole())
        self._told += len(items)
        return items

    def close(self) -> bool:
        """Say whether the reply came to its end, though perhaps to an empty one. Raises LanguageUnavailable if it is none."""
        if self._at < 0:
            json_object(self._reply)
            return True
        if not self.is_over and not self._told:
            raise LanguageUnavailable(BROKE_OFF)
        return self.is_over

    def _whole(self) -> Iterator[Json]:
        if self._at < 0 and not self._begun():
            return
        while not self.is_over:
            self._at = _end(_BETWEEN, self._reply, self._at)
            if self._reply[self._at : self._at + 1] == "]":
                self.is_over = True
                return
            try:
                item, end = json.JSONDecoder().raw_decode(self._reply, self._at)
            except (json.JSONDecodeError, RecursionError):
                return
            if (
                self._reply[_end(re.compile(r"\s*"), self._reply, end) :][:1] not in (",", "]")
                and self._reply[end - 1] != "}"
            ):
                return  # a number or a word may go on
            self._at = end
            yield item

    def _begun(self) -> bool:
        """Find where the list of sentences begins, behind whatever the model thought aloud."""
        after = self._reply.rfind(_THOUGHT_OVER)
        if after < 0 and _THOUGHT in self._reply:
            return False
        found = _LIST.search(self._reply, max(after, 0))
        if found:
            self._at = found.end()
        return found is not None


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
