"""Translations as a draft keeps them: questions by the ids of their rows, choices and columns by their marks; pure."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from portal.assessments.authoring.composing import choice_values, column_keys
from portal.assessments.authoring.typed import Typed
from questionnaires.model import Questionnaire, Translation
from questionnaires.translating import arranged, fitting
from questionnaires.translations import Place, translation_from_plain

Questions = Mapping[str, Typed]  # by the id of the row


@dataclass(frozen=True, slots=True)
class Kept:
    """The translations of a draft as they are kept, among them texts of questions that were removed."""

    translations: tuple[Translation, ...]

    @classmethod
    def from_json(cls, text: str) -> "Kept":
        """Read what `to_json` wrote."""
        plain = json.loads(text or "{}")
        return cls(tuple(translation_from_plain(language, texts) for language, texts in plain.items()))

    def to_json(self) -> str:
        """Write it."""
        return json.dumps({one.language: one.nested() for one in self.translations}, ensure_ascii=False)

    def put(self, translation: Translation, live: Collection[str]) -> "Kept":
        """Put a translation in place of the one of its language; texts of questions that are not `live` stay beside it."""
        others = [one for one in self.translations if one.language != translation.language]
        before = (one for one in self.translations if one.language == translation.language)
        asleep = [
            (place, text)
            for one in before
            for place, text in one.texts
            if place[0] == "questions" and place[1] not in live
        ]
        texts = (*translation.texts, *asleep)
        mine = [Translation(translation.language, texts)] if texts else []
        return Kept(tuple(sorted([*others, *mine], key=lambda one: one.language)))


def read_kept(kept: str, asked: Questionnaire, questions: Questions) -> tuple[Translation, ...]:
    """Return the translations as the engine names things, without what has no place at present."""
    names = {key: _names(typed) for key, typed in questions.items()}
    found = (_renamed(one, questions, names) for one in Kept.from_json(kept).translations)
    placed = (arranged(asked, fitting(asked, one)) for one in found)
    return tuple(sorted((one for one in placed if one.texts), key=lambda one: one.language))


def _renamed(translation: Translation, questions: Questions, names: Mapping[str, Mapping[str, str]]) -> Translation:
    return Translation(
        translation.language, tuple((_named(place, questions, names), text) for place, text in translation.texts)
    )


def _named(place: Place, questions: Questions, names: Mapping[str, Mapping[str, str]]) -> Place:
    if place[0] != "questions" or place[1] not in questions:
        return place
    ref = questions[place[1]].ref
    return ("questions", ref, *place[2:3], *_exchanged(place[3:], names[place[1]]))


def _exchanged(rest: Place, names: Mapping[str, str]) -> Place:
    """Name the choice or column otherwise; a choice inside a column is named by its own words."""
    return tuple(names.get(one, one) for one in rest[:1]) + rest[1:]


def to_kept(translation: Translation, questions: Questions) -> Translation:
    """Return a translation as it is kept."""
    ids = {typed.ref: key for key, typed in questions.items()}
    marks = {key: {name: mark for mark, name in _names(typed).items()} for key, typed in questions.items()}
    return Translation(translation.language, tuple(_marked(translation, ids, marks)))


def _marked(
    translation: Translation, ids: Mapping[str, str], marks: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[Place, str]]:
    for place, text in translation.texts:
        key = ids.get(place[1]) if place[0] == "questions" else None
        if key is None:
            yield place, text
        else:
            yield ("questions", key, *place[2:3], *_exchanged(place[3:], marks[key])), text


def _names(typed: Typed) -> Mapping[str, str]:
    return {**choice_values(typed), **column_keys(typed)}
