"""VSAQ's conditions, `a && !(b || c)`, as ours; its operators have no precedence and are taken from left to right."""

import re
from collections.abc import Callable

from questionnaires.conditions import AllOf, AnyOf, Condition, Not
from questionnaires.formats.vsaq.lenient import unreadable

_TOKEN = re.compile(r'\s*(&&|\|\||[!(),]|"(?:[^"\\]|\\.)*"|[^\s!&|(),"]+)')
MOST_TOKENS = 2_000
Resolve = Callable[[str, tuple[str, ...]], Condition | None]


def condition_in(text: str, resolve: Resolve) -> Condition | None:
    """Read a condition; `resolve` turns a name, or a function with its arguments, into ours. None: one of them is unknown."""
    tokens = _tokens(text)
    reader = _Reader(text, tokens, resolve)
    found = reader.chain()
    if reader.left:
        raise _broken(text)
    return found


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    at = 0
    stripped = text.rstrip()
    while at < len(stripped):
        found = _TOKEN.match(stripped, at)
        if not found or len(tokens) > MOST_TOKENS:
            raise _broken(text)
        tokens.append(found[1])
        at = found.end()
    return tokens


def _broken(text: str) -> Exception:
    return unreadable(f"the condition “{text[:80]}” is not complete.")


class _Reader:
    """Reads a chain of terms."""

    def __init__(self, text: str, tokens: list[str], resolve: Resolve) -> None:
        self._text, self._resolve = text, resolve
        self.left = tokens[::-1]
        self._depth = 0

    def chain(self) -> Condition | None:
        """Read terms with operators between them."""
        found = self._term()
        while self.left and self.left[-1] in ("&&", "||"):
            both = AllOf if self.left.pop() == "&&" else AnyOf
            found = _combined(both, found, self._term())
        return found

    def _term(self) -> Condition | None:
        word = self._next()
        if word == "!":
            self._deeper()
            part = self._term()
            self._depth -= 1
            return None if part is None else Not(part)
        if word == "(":
            self._deeper()
            found = self.chain()
            self._expect(")")
            self._depth -= 1
            return found
        if word in ("&&", "||", ")", ",") or word.startswith('"'):
            raise _broken(self._text)
        return self._resolve(word, self._arguments())

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > 50:
            raise _broken(self._text)

    def _arguments(self) -> tuple[str, ...]:
        if not self.left or self.left[-1] != "(":
            return ()
        self.left.pop()
        found = [_bare(self._next())]
        while self.left and self.left[-1] == ",":
            self.left.pop()
            found.append(_bare(self._next()))
        self._expect(")")
        return tuple(found)

    def _next(self) -> str:
        if not self.left:
            raise _broken(self._text)
        return self.left.pop()

    def _expect(self, token: str) -> None:
        if self._next() != token:
            raise _broken(self._text)


def _combined(both: type[AllOf] | type[AnyOf], one: Condition | None, other: Condition | None) -> Condition | None:
    if one is None or other is None:
        return None
    parts = one.parts if isinstance(one, both) else (one,)
    return both((*parts, other))


def _bare(token: str) -> str:
    return re.sub(r"\\(.)", r"\1", token[1:-1]) if token.startswith('"') else token
