"""Prompt files with named placeholders: checked when loaded, filled without ever reading what is filled in."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.errors import KnowledgeError

FOLDER = Path(__file__).parent / "prompts"
_PLACEHOLDER = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")


class PromptBroken(KnowledgeError):
    """A prompt file and the code that fills it do not agree on the placeholders."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt text; `version` is the short hash of its file."""

    name: str
    version: str
    text: str
    placeholders: frozenset[str]

    def filled(self, values: Mapping[str, str]) -> str:
        """Put each value in its place in one pass: a placeholder inside a value stays as it is."""
        if set(values) != self.placeholders:
            raise PromptBroken(f"The prompt '{self.name}' is filled with other placeholders than it has.")
        return _PLACEHOLDER.sub(lambda match: values[match.group(1)], self.text)


@cache
def prompt(name: str, placeholders: frozenset[str], folder: Path = FOLDER) -> Prompt:
    """Load a prompt and check that it has exactly these placeholders."""
    raw = (folder / f"{name}.md").read_bytes()
    text = raw.decode("utf-8")
    found = frozenset(_PLACEHOLDER.findall(text))
    if found != placeholders:
        unequal = ", ".join(sorted(found ^ placeholders))
        raise PromptBroken(f"The prompt '{name}' lacks or adds a placeholder: {unequal}.")
    return Prompt(name, hashlib.sha256(raw).hexdigest()[:12], text, found)
