"""One mapping of a written questionnaire, taken apart key by key with errors that name the place."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TypeVar

from questionnaires.errors import InvalidQuestionnaire

Closed = TypeVar("Closed", bound=StrEnum)
REQUIRED = object()


class Entry:
    """Hands out a mapping's values, each checked, and complains about what nobody asked for."""

    def __init__(self, plain: object, where: str, name: str = "") -> None:
        if not isinstance(plain, dict):
            raise InvalidQuestionnaire(f"{where} is written as a mapping of keys and values.")
        self._left: dict[object, object] = dict(plain)
        self._where = f"{where.removeprefix('A ').capitalize()} {plain[name]}" if name in plain else where

    def take(self, key: str, default: object = REQUIRED) -> object:
        """Take the value of the key out."""
        value = self._left.pop(key, default)
        if value is REQUIRED:
            raise self._wrong(f"needs “{key}”")
        return value

    def text(self, key: str, default: object = REQUIRED) -> str:
        """Take a text, white space at its ends removed."""
        value = self.take(key, default)
        if not isinstance(value, str) or (default is REQUIRED and not value.strip()):
            raise self._wrong(f"needs a text as “{key}”")
        return value.strip()

    def flag(self, key: str, default: bool) -> bool:
        """Take true or false."""
        value = self.take(key, default)
        if not isinstance(value, bool):
            raise self._wrong(f"needs true or false as “{key}”")
        return value

    def number(self, key: str) -> float | None:
        """Take a number, or None when there is none."""
        value = self.take(key, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(f"needs a number as “{key}”")
        return float(value)

    def items(self, key: str) -> list[object]:
        """Take a list; a missing one is empty."""
        value = self.take(key, [])
        if not isinstance(value, list):
            raise self._wrong(f"needs a list as “{key}”")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; numbers in it are read as texts."""
        items = self.items(key)
        if not all(isinstance(item, str | int | float) for item in items):
            raise self._wrong(f"needs a list of texts as “{key}”")
        return tuple(str(item) for item in items)

    def one_of(self, closed: type[Closed], key: str, default: object = REQUIRED) -> Closed:
        """Take one value of a closed list."""
        value = self.take(key, default)
        try:
            return closed(str(value))
        except ValueError:
            raise self._wrong(f"has “{value}” as “{key}”; we know {', '.join(closed)}") from None

    def find_one_of(self, closed: type[Closed], key: str) -> Closed | None:
        """Take one value of a closed list, or None when there is none."""
        return None if self._left.get(key) is None else self.one_of(closed, key)

    @contextmanager
    def named(self) -> Iterator[None]:
        """Put the place in front of an error raised inside."""
        try:
            yield
        except InvalidQuestionnaire as error:
            raise InvalidQuestionnaire(f"{self._where}: {error.sentence}") from None

    def finish(self) -> None:
        """Complain about keys nobody took."""
        if self._left:
            raise self._wrong(f"has a key we do not know: “{next(iter(self._left))}”")

    def _wrong(self, what: str) -> InvalidQuestionnaire:
        return InvalidQuestionnaire(f"{self._where} {what}.")
