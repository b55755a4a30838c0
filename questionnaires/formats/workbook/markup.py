"""XML read event by event: no document types, no entities, nothing fetched, no nesting without end."""

from collections.abc import Callable
from typing import Protocol
from xml.parsers import expat

from questionnaires.errors import UnreadableQuestionnaire

DEEPEST = 100
_OUT_OF_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]


class Events(Protocol):
    """What wants to hear of elements and text; names come without prefixes."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins."""

    def end(self, name: str) -> None:
        """Hear that it ends."""

    def text(self, text: str) -> None:
        """Hear a piece of text."""


def walk(
    data: bytes,
    events: Events,
    part: str,
    position: Callable[[Callable[[], int]], None] | None = None,
    *,
    subject: str = "This workbook",
) -> None:
    """Tell `events` what the part holds; `position` is handed a function that gives the byte where an event stands."""
    within = f" its part {part[:80]}" if part else " it"
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise UnreadableQuestionnaire(f"{subject} is not read:{within} nests too deeply.")
        events.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        events.end(_local(name))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = events.text
    parser.StartDoctypeDeclHandler = _refusal(subject)
    if position is not None:
        position(lambda: parser.CurrentByteIndex)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, expat.ExpatError) and error.code == _OUT_OF_MEMORY:
            raise MemoryError from None
        raise UnreadableQuestionnaire(f"{subject} is damaged:{within} is broken XML.") from None


def _refusal(subject: str) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise UnreadableQuestionnaire(f"{subject} holds a document type, which no honest one needs; it is not read.")

    return refuse


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class Flat:
    """Hears every element of a small part as its name and attributes, with the text right inside it."""

    def __init__(self) -> None:
        self.found: list[tuple[str, dict[str, str], str]] = []
        self._open: list[tuple[str, dict[str, str], list[str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open one."""
        self._open.append((name, attributes, []))

    def end(self, name: str) -> None:
        """Close it."""
        opened, attributes, pieces = self._open.pop()
        self.found.append((opened, attributes, "".join(pieces)))

    def text(self, text: str) -> None:
        """Add to the innermost."""
        if self._open:
            self._open[-1][2].append(text)


def elements(data: bytes, part: str) -> list[tuple[str, dict[str, str], str]]:
    """List the elements of a small part as they end: name, attributes, text."""
    flat = Flat()
    walk(data, flat, part)
    return flat.found
