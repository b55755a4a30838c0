"""Texts of a questionnaire in another language, each by its place; references and values are never translated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from questionnaires.errors import InvalidQuestionnaire
from questionnaires.languages import language_name

ENGLISH = "en"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
COLUMN_CHOICES = "column_choices"
_DEEPEST = 5

Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """What is said in one language, in the order of the questionnaire; what is missing is shown in the original.

    A place is `title`, `summary`, `sections KEY title`, `questions REF text`, `questions REF choices VALUE`,
    `questions REF columns KEY`, `questions REF column_choices KEY CHOICE`, `tips REF text` and the like.
    """

    language: str
    texts: tuple[tuple[Place, str], ...]

    @property
    def name(self) -> str:
        """The language's own name."""
        return language_name(self.language)

    def nested(self) -> dict[str, object]:
        """Write it as mappings inside one another; `translation_from_plain` reads it back."""
        whole: dict[str, object] = {}
        for place, text in self.texts:
            inner = whole
            for name in place[:-1]:
                found = inner.setdefault(name, {})
                assert isinstance(found, dict)
                inner = found
            inner[place[-1]] = text
        return whole


def translation_from_plain(language: str, plain: object) -> Translation:
    """Read the mappings, in the order in which they are written."""
    if not isinstance(plain, dict):
        raise InvalidQuestionnaire(f"The translation “{language[:20]}” is written as a mapping of places and texts.")
    return Translation(language, tuple(_texts(language, plain, ())))


def _texts(language: str, plain: dict[object, object], above: Place) -> Iterator[tuple[Place, str]]:
    for key, value in plain.items():
        place = (*above, str(key))
        if isinstance(value, dict) and len(place) < _DEEPEST:
            yield from _texts(language, value, place)
        elif isinstance(value, str):
            yield place, value.strip()
        else:
            raise InvalidQuestionnaire(f"The translation “{language[:20]}” needs a text at {place_words(place)}.")


def place_words(place: Place) -> str:
    """Say where a text stands: “EV-01, choice no”."""
    match place:
        case ("questions", ref, "choices", value):
            return f"{ref}, choice {value}"
        case ("questions", ref, "columns", key):
            return f"{ref}, column {key}"
        case ("questions", ref, "column_choices", key, choice):
            return f"{ref}, column {key}, choice {choice}"
        case ("questions" | "tips", ref, "text"):
            return ref
        case ("questions" | "tips", ref, name):
            return f"{ref}, {name}"
        case ("sections", key, name):
            return f"section {key}, {name}"
    return " ".join(place)
