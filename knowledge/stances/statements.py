"""Tells which statement of the question bank a claim makes, and which of its choices the vendor chose."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

OPEN = "{answer}"
_FILE = files("knowledge.stances") / "statements.tsv"


@dataclass(frozen=True)
class Statement:
    """A statement as the bank words it; `choices` are the words of each choice by its key, where it has some."""

    ref: str
    kind: str
    text: str
    choices: Mapping[str, str]

    def matches(self, claim: str) -> bool:
        """Say whether a claim is this statement with an answer filled in."""
        before, found, after = self.text.partition(OPEN)
        return claim.startswith(before) and claim.endswith(after) if found else claim == self.text

    def answers(self, claim: str) -> tuple[str, ...]:
        """Return what a claim that is this statement says of its own, each choice or other words by themselves."""
        before, found, after = self.text.partition(OPEN)
        said = claim[len(before) : len(claim) - len(after)] if found and self.choices else ""
        return tuple(each for each in said.split(", ") if each)


@dataclass(frozen=True)
class Made:
    """A statement as a vendor makes it, with the keys of the choices it names."""

    statement: Statement
    chosen: tuple[str, ...]

    @property
    def is_measured(self) -> bool:
        """Say whether the answer is a number or a day."""
        return self.statement.kind in ("number", "date")

    @property
    def lists(self) -> bool:
        """Say whether the answer names several things."""
        return self.statement.kind == "multiple"


@cache
def statements() -> tuple[Statement, ...]:
    """Return the statements that heads are trained for."""
    return tuple(_statement(line) for line in _FILE.read_text(encoding="utf-8").splitlines() if line)


def _statement(line: str) -> Statement:
    ref, kind, text, *choices = line.split("\t")
    return Statement(ref, kind, text, dict(choice.split("=", 1) for choice in choices))


@cache
def made(claim: str) -> Made | None:
    """Return the statement that a claim makes, or None when the bank does not know it."""
    claim = " ".join(claim.split())
    statement = next((each for each in statements() if each.matches(claim)), None)
    if statement is None:
        return None
    words = claim.lower()
    chosen = tuple(
        key for key, label in statement.choices.items() if re.search(rf"\b{re.escape(label.lower())}", words)
    )
    return Made(statement, chosen)
