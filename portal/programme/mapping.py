"""The questions a requirement can be mapped to: those of our own sets, by reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from questionnaires.bank import KEYS, questionnaire


@dataclass(frozen=True, slots=True)
class Mapped:
    """A question of our own sets, with where it is asked."""

    ref: str
    text: str
    section: str
    questionnaires: tuple[str, ...]
    controls: tuple[str, ...]


@lru_cache(maxsize=1)
def known_questions() -> Mapping[str, Mapped]:
    """Return every question of our own sets by its reference, in the order they are asked."""
    found: dict[str, Mapped] = {}
    for key in KEYS:
        asked = questionnaire(key)
        for section in asked.sections:
            for question in section.questions:
                before = found.get(question.ref)
                where = (*(before.questionnaires if before else ()), asked.title)
                controls = tuple(str(control) for control in question.controls)
                found[question.ref] = Mapped(question.ref, question.text, section.title, where, controls)
    return found


def by_section() -> list[tuple[str, list[Mapped]]]:
    """Return the questions grouped by their section, in the order they are asked."""
    groups: dict[str, list[Mapped]] = {}
    for mapped in known_questions().values():
        groups.setdefault(mapped.section, []).append(mapped)
    return list(groups.items())
