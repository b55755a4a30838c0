"""A questionnaire in another language: what can be translated, what is, and what still is not; pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from questionnaires.model import Column, Question, Questionnaire, Section, Tip
from questionnaires.translations import COLUMN_CHOICES, LANGUAGE, Place, Translation, place_words

_OF_QUESTIONS = ("text", "guidance", "evidence", "unit", "statement")
_OF_TIPS = ("title", "text", "ask")
_NAMED = 6
_CHOICES = (("choices",), (COLUMN_CHOICES,))

Texts = Mapping[Place, str]
Thing = TypeVar("Thing", Questionnaire, Section, Question, Tip)


def places(asked: Questionnaire) -> Iterator[tuple[Place, str]]:
    """Yield every text that vendors read, with its place, in order."""
    yield from _filled((), asked, ("title", "summary"))
    for section in asked.sections:
        yield from _filled(("sections", section.key), section, ("title", "summary"))
        for question in section.questions:
            yield from _of_question(question)
        for tip in section.tips:
            yield from _filled(("tips", tip.ref), tip, _OF_TIPS)


def _of_question(question: Question) -> Iterator[tuple[Place, str]]:
    here = ("questions", question.ref)
    yield from _filled(here, question, _OF_QUESTIONS)
    for choice in question.choices:
        yield (*here, "choices", choice.value), choice.label
    for column in question.columns:
        yield (*here, "columns", column.key), column.label
    for column in question.columns:
        for value, label in column.options:
            yield (*here, COLUMN_CHOICES, column.key, value), label


def _filled(here: Place, thing: object, names: tuple[str, ...]) -> Iterator[tuple[Place, str]]:
    for name in names:
        if text := getattr(thing, name):
            yield (*here, name), text


def arranged(asked: Questionnaire, translation: Translation) -> Translation:
    """Put its texts into the order of the questionnaire; those that have no place there come last."""
    texts = dict(translation.texts)
    known = [(place, texts.pop(place)) for place, _ in places(asked) if place in texts]
    return Translation(translation.language, (*known, *sorted(texts.items())))


def fitting(asked: Questionnaire, translation: Translation) -> Translation:
    """Leave out what has no place in the questionnaire any more."""
    known = {place for place, _ in places(asked)}
    return replace(translation, texts=tuple(pair for pair in translation.texts if pair[0] in known))


def find_translation(asked: Questionnaire, language: str) -> Translation | None:
    """Find the translation into a language."""
    return next((one for one in asked.translations if one.language == language), None)


def translated(asked: Questionnaire, language: str) -> Questionnaire:
    """Return the questionnaire in a language, what is missing in the original; the original where there is no translation."""
    found = find_translation(asked, language)
    if found is None:
        return asked
    texts = dict(found.texts)
    sections = tuple(_section(section, texts) for section in asked.sections)
    return _said(replace(asked, sections=sections, translations=()), texts, (), ("title", "summary"))


def _section(section: Section, texts: Texts) -> Section:
    questions = tuple(_question(question, texts) for question in section.questions)
    tips = tuple(_said(tip, texts, ("tips", tip.ref), _OF_TIPS) for tip in section.tips)
    here = ("sections", section.key)
    return _said(replace(section, questions=questions, tips=tips), texts, here, ("title", "summary"))


def _question(question: Question, texts: Texts) -> Question:
    here = ("questions", question.ref)
    choices = (replace(one, label=texts.get((*here, "choices", one.value), one.label)) for one in question.choices)
    columns = (_column(one, texts, here) for one in question.columns)
    return _said(replace(question, choices=tuple(choices), columns=tuple(columns)), texts, here, _OF_QUESTIONS)


def _column(column: Column, texts: Texts, here: Place) -> Column:
    places = [(*here, COLUMN_CHOICES, column.key, choice) for choice in column.choices]
    said = any(place in texts for place in places)
    labels = tuple(texts.get(place, place[-1]) for place in places) if said else ()
    return replace(column, label=texts.get((*here, "columns", column.key), column.label), labels=labels)


def _said(thing: Thing, texts: Texts, here: Place, names: tuple[str, ...]) -> Thing:
    said: Any = {name: texts[(*here, name)] for name in names if (*here, name) in texts}
    return replace(thing, **said)


def missing_texts(asked: Questionnaire, language: str) -> list[Place]:
    """List the places that have no text in a language."""
    found = find_translation(asked, language)
    texts = dict(found.texts) if found else {}
    return [place for place, _ in places(asked) if place not in texts]


def outdated(before: Questionnaire, after: Questionnaire) -> Iterator[tuple[Translation, list[Place]]]:
    """Yield for each language the places whose original says something else than before, and the translation does not."""
    was = dict(places(before))
    reworded = {place for place, text in places(after) if was.get(place, text) != text}
    for translation in after.translations:
        earlier = find_translation(before, translation.language)
        texts = dict(earlier.texts) if earlier else {}
        stale = [place for place, text in translation.texts if place in reworded and texts.get(place) == text]
        if stale:
            yield translation, stale


def gaps(asked: Questionnaire) -> Iterator[str]:
    """Say in a sentence or two for each language what is still shown in the original."""
    for translation in asked.translations:
        missing = missing_texts(asked, translation.language)
        choices = list(dict.fromkeys(place[1] for place in missing if place[2:3] in _CHOICES))
        if choices:
            named = ", ".join(choices[:_NAMED]) + (" and others" if len(choices) > _NAMED else "")
            yield f"{translation.name}: choices of {named} are not translated and are shown in the original."
        rest = sum(place[2:3] not in _CHOICES for place in missing)
        if rest:
            noun = "text is" if rest == 1 else "texts are"
            yield f"{translation.name}: {rest} {noun} not translated and shown in the original."


def translation_faults(asked: Questionnaire) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong with the translations."""
    known = {place for place, _ in places(asked)}
    counts = Counter(one.language for one in asked.translations)
    for language in (asked.language, *counts):
        if not LANGUAGE.fullmatch(language):
            yield f"“{language[:20]}” is not the code of a language; write for example de or pt-BR."
    for translation in asked.translations:
        if counts[translation.language] > 1 or translation.language == asked.language:
            yield f"The questionnaire is in {translation.name} already; it cannot be translated into it once more."
        for place, text in translation.texts:
            if place not in known:
                yield f"{translation.name}: there is nothing to translate at {place_words(place)}."
            elif not text.strip():
                yield f"{translation.name}: the text at {place_words(place)} is empty; leave it out."
