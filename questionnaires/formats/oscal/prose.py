"""What a control asks for, and the guidance to it, as plain text."""

import re
from collections.abc import Iterable, Iterator

from questionnaires.formats.oscal.parameters import Parameters
from questionnaires.formats.oscal.plain import Plain, line_of, listed, prop_of, text_of

_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{0,500}\)")
_EMPHASIS = re.compile(r"(\*{1,2})(?=\S)([^*\n]{1,300}?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!'\"-])")
_ASKS = ("statement", "requirement", "control", "instruction", "measure")
_GUIDES = ("guidance", "example", "overview", "information", "discussion", "rationale")
DEEPEST = 12


def asked(control: Plain, parameters: Parameters) -> str:
    """Return what a control asks for: its statement with the labels of its items, each on a line of its own."""
    parts = list(listed(control, "parts"))
    asks = [part for part in parts if line_of(part, "name") in _ASKS]
    return _text(asks or [part for part in parts if not _beside(line_of(part, "name"))], parameters)


def guidance(control: Plain, parameters: Parameters) -> str:
    """Return what helps to understand a control."""
    return _text([part for part in listed(control, "parts") if line_of(part, "name") in _GUIDES], parameters)


def plain_words(text: str) -> str:
    """Return a text without marks of emphasis and links."""
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text)))


def _beside(name: str) -> bool:
    """Say whether a part neither asks for anything nor could."""
    return name in _GUIDES or name.startswith("assessment")


def _text(parts: Iterable[Plain], parameters: Parameters) -> str:
    return "\n".join(line for part in parts for line in _lines(part, parameters, 0)).strip()


def _lines(part: Plain, parameters: Parameters, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        return
    words = parameters.inserted(plain_words(text_of(part, "prose")))
    head = " ".join(filter(None, (prop_of(part, "label") if depth else "", plain_words(line_of(part, "title")))))
    if head or words:
        indent = "  " * max(depth - 1, 0)
        yield indent + " ".join(filter(None, (head, words))).replace("\n", f"\n{indent}")
    for inner in listed(part, "parts"):
        yield from _lines(inner, parameters, depth + 1)
