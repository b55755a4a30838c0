"""A sentence as words that still know their punctuation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PIECE = re.compile(r"\([^()]*\)[^\s()]*|\S+")
_EDGES = "\"'“”‘’,;:.!?()[]"


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands, with the punctuation and the brackets that follow it."""

    shown: str
    core: str
    closes: bool = False

    @property
    def low(self) -> str:
        """The bare word in small letters."""
        return self.core.casefold()


def tokens_of(text: str) -> list[Token]:
    """Split a sentence into words; what stands in brackets goes with the word before it."""
    found: list[Token] = []
    for piece in _PIECE.findall(text):
        closes = piece.endswith((",", ";", ":"))
        if piece.startswith("(") and found:
            last = found.pop()
            found.append(Token(f"{last.shown} {piece}", last.core, closes))
        else:
            found.append(Token(piece, _bare(piece), closes))
    return found


def shown(tokens: Iterable[Token]) -> str:
    """Write the words as they stood."""
    return " ".join(token.shown for token in tokens)


def replaced(token: Token, core: str) -> Token:
    """Return the word with another one in its place, and the same punctuation."""
    return Token(token.shown.replace(token.core, core, 1), core, token.closes)


def _bare(piece: str) -> str:
    return piece.strip(_EDGES) or piece
