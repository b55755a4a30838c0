"""Parts a page's content into operators and their operands as pypdf does, several times quicker where it is written plainly.

What is not plain (an inline image, a dictionary, an escape in a string) is handed to pypdf, object by object or whole; what
comes out is the same either way. Syntax: ISO 32000-1, 7.2 to 7.3 and 7.8.2.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

from pypdf.errors import LimitReachedError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    FloatObject,
    NameObject,
    NumberObject,
    read_object,
    read_string_from_stream,
)

MOST_TOKENS = 400_000
_NUMBER = rb"[-+.\d][-+.,\d]{0,18}+(?![-+.,\d])"
_PLAIN, _HEX = rb"\([^()\\]*+\)", rb"<[\dA-Fa-f]*+>"
_ESCAPED = rb"\((?:[^()\\]|\\[\s\S])*+\)"
_NAME = rb"/[\w.+:,*'\"$&@!?;=~^|`-]*+(?=[\s()<>\[\]/])"
_OPERATOR = rb"[A-Za-z'\"][^\s()<>\[\]{}/%]{0,63}+(?=[\s()<>\[\]{}/%]|\Z)"
_STRING = rb"(?P<plain>%b)|(?P<escaped>%b)|(?P<hex>%b)" % (_PLAIN, _ESCAPED, _HEX)
_ARRAY = rb"\[(?P<array>(?:[-+.,\d\s]++|%b|%b)*+)\]" % (_ESCAPED, _HEX)
_TOKEN = re.compile(
    rb"[\s\x00]*+(?P<numbers>(?:%b\s++)*+)(?:(?P<operator>%b)|(?P<number>%b)|%b|%b"
    rb"|(?P<name>%b)|(?P<comment>%%[^\r\n]*+)|(?P<end>\Z)|(?P<other>.))"
    % (_NUMBER, _OPERATOR, _NUMBER, _ARRAY, _STRING, _NAME),
    re.ASCII | re.DOTALL,
)
_ITEM = re.compile(rb"\s*+(?:(?P<number>%b)|%b|(?P<other>\S))" % (_NUMBER, _STRING))
_STRANGE = frozenset({b"BI", b"R"})

Operations = list[tuple[Any, bytes]]


class Content(ContentStream):
    """A page's content whose operators are parted here, and by pypdf where this does not know how."""

    @property
    def operations(self) -> Operations:
        """The operands and the name of each operator, in order."""
        if not self._operations and (found := parted(self.get_data())) is not None:
            self._operations = found
        return super().operations

    @operations.setter
    def operations(self, operations: Operations) -> None:
        ContentStream.operations.fset(self, operations)  # type: ignore[attr-defined]


def parted(data: bytes) -> Operations | None:
    """Part content, or return nothing where pypdf should do it; raise LimitReachedError past `MOST_TOKENS`."""
    found: Operations = []
    operands: list[object] = []
    tokens, scan = 0, _TOKEN.scanner(data).match  # type: ignore[attr-defined]
    while True:
        token = scan()
        if token is None or tokens > MOST_TOKENS:
            raise LimitReachedError("Reached maximum number of tokens per stream.")
        numbers, operator = token.group(1, 2)
        tokens += 1
        if numbers:
            written = numbers.split()
            tokens += len(written)
            operands += map(_number, written)
        if operator is not None:
            if operator in _STRANGE:
                return None
            found.append((operands, operator))
            operands = []
            continue
        kind = token.lastgroup
        if kind == "array":
            items = list(_items(token["array"]))
            tokens += 2 * len(items)
            operands.append(ArrayObject(items))
        elif kind == "other":
            read = _read_by_pypdf(data, token.start("other"))
            if read is None:
                return None
            operands.append(read[0])
            scan = _TOKEN.scanner(data, read[1]).match  # type: ignore[attr-defined]
        elif kind == "end":
            return found
        elif kind != "comment":
            operands.append(_PLAINLY[str(kind)](token[str(kind)]))


def _items(array: bytes) -> Iterator[object]:
    for number, plain, escaped, hexed, _ in _ITEM.findall(array):
        if number:
            yield _number(number)
        elif plain:
            yield _plain(plain)
        else:
            yield _hex(hexed) if hexed else _escaped(escaped)


def _read_by_pypdf(data: bytes, at: int) -> tuple[object, int] | None:
    """Read one object that is not written plainly, and where it ends; nothing where it cannot be read by itself."""
    stream = BytesIO(data)
    stream.seek(at)
    try:
        return read_object(stream, None, "bytes"), stream.tell()
    except Exception:  # pypdf, when it reads the whole, decides what is to be thought of it
        return None


@lru_cache(maxsize=4096)
def _number(written: bytes) -> object:
    return FloatObject(written) if b"." in written else NumberObject(written)


@lru_cache(maxsize=1024)
def _name(written: bytes) -> object:
    return NameObject(written.decode("ascii"))


@lru_cache(maxsize=4096)
def _hex(written: bytes) -> object:
    digits = written[1:-1]
    return ByteStringObject(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")))


@lru_cache(maxsize=4096)
def _plain(written: bytes) -> object:
    return ByteStringObject(written[1:-1])


def _escaped(written: bytes) -> object:
    return read_string_from_stream(BytesIO(written), "bytes")


_PLAINLY: dict[str, Callable[[bytes], object]] = {
    "number": _number,
    "name": _name,
    "hex": _hex,
    "plain": _plain,
    "escaped": _escaped,
}
