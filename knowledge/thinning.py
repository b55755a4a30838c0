"""Takes out of a text what costs an embedding model much and tells it little, before its meaning is worked out."""

import re
import unicodedata

_LEADER = re.compile(r"([^\w\s])(?:\s*\1){3,}")
_UNBROKEN = re.compile(r"(\S{24})\S{17,}")
_KEY = re.compile(r"\b(?=[a-f]*\d)([0-9a-f]{4})[0-9a-f]{6,}\b", re.IGNORECASE)
_TELLING = "%$€£"


def thinned(text: str) -> str:
    """Give a document's text as a model is shown it: without signs, leaders, and the rest of hashes, keys and addresses.

    A question goes in whole: what is not a word of it is little, and may be what it is about.
    """
    return _KEY.sub(r"\1", _UNBROKEN.sub(r"\1", _LEADER.sub(r"\1", text))).translate(_SIGNS)


class _Signs(dict[int, str]):
    """A blank for each punctuation mark and symbol, told once a character."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        is_sign = unicodedata.category(letter)[0] in "PS" and letter not in _TELLING
        self[code] = " " if is_sign else letter
        return self[code]


_SIGNS = _Signs()
