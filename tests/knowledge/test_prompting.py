"""Prompts are files whose placeholders are checked, and filling them never reads what is filled in."""

from pathlib import Path

import pytest

from knowledge import lowering, writing
from knowledge.prompting import PromptBroken, prompt


def test_the_shipped_prompts_have_the_placeholders_the_code_fills() -> None:
    """Every prompt of the package loads."""
    assert prompt("answer_question", writing.PLACEHOLDERS).version
    assert prompt("review_verdict", lowering.PLACEHOLDERS).version


def test_a_missing_or_unknown_placeholder_stops(tmp_path: Path) -> None:
    """A file that lacks a placeholder, or has one more, does not load."""
    (tmp_path / "some.md").write_text("Hello {{name}}")

    with pytest.raises(PromptBroken):
        prompt("some", frozenset({"name", "age"}), tmp_path)
    with pytest.raises(PromptBroken):
        prompt("some", frozenset(), tmp_path)


def test_a_placeholder_inside_a_value_stays(tmp_path: Path) -> None:
    """Text of a document that looks like a placeholder is not filled in."""
    (tmp_path / "some.md").write_text("{{first}} and {{second}}")
    loaded = prompt("some", frozenset({"first", "second"}), tmp_path)

    assert "{{second}} and {0.__class__}" == loaded.filled({"first": "{{second}}", "second": "{0.__class__}"})
    with pytest.raises(PromptBroken):
        loaded.filled({"first": "x"})


def test_the_version_follows_the_text(tmp_path: Path) -> None:
    """Another text is another version."""
    (tmp_path / "one.md").write_text("a")
    (tmp_path / "two.md").write_text("b")

    assert prompt("one", frozenset(), tmp_path).version != prompt("two", frozenset(), tmp_path).version
