"""Questionnaires and answers from and to files, one module for each format."""

from collections.abc import Callable, Mapping
from pathlib import Path

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import native
from questionnaires.formats.imported import Imported

__all__ = ["FORMATS", "Imported", "read"]

LARGEST_FILE = 20_000_000
FORMATS: Mapping[str, Callable[[str], Imported]] = {"native": native.read}
_BY_SUFFIX = {".yaml": "native", ".yml": "native", ".json": "native"}


def read(path: Path, format: str = "auto") -> Imported:
    """Read a questionnaire, and the answers with it if there are any; `auto` goes by the name of the file."""
    chosen = _BY_SUFFIX.get(path.suffix.lower(), "") if format == "auto" else format
    if chosen not in FORMATS:
        raise UnreadableQuestionnaire(f"{path.name} is in no format we read; we read {', '.join(FORMATS)}.")
    return FORMATS[chosen](_text(path))


def _text(path: Path) -> str:
    if not path.is_file():
        raise UnreadableQuestionnaire(f"There is no file {path.name}.")
    if path.stat().st_size > LARGEST_FILE:
        raise UnreadableQuestionnaire(f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableQuestionnaire(f"{path.name} is not text in UTF-8.") from None
