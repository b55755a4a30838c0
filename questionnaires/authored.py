"""Read a questionnaire as people and programs write it, and say in one sentence where it is wrong."""

import json
from dataclasses import replace

from questionnaires.conditions import Condition, condition_from_plain
from questionnaires.controls import ControlReference, parse_reference
from questionnaires.entries import Entry
from questionnaires.errors import InvalidQuestionnaire
from questionnaires.model import (
    Choice,
    Column,
    ColumnKind,
    ControlArea,
    Question,
    QuestionKind,
    Questionnaire,
    Section,
    Tip,
    TipSeverity,
    Weight,
)
from questionnaires.translating import arranged
from questionnaires.translations import ENGLISH, Translation, translation_from_plain


def from_json(text: str) -> Questionnaire:
    """Read what `Questionnaire.to_json` wrote."""
    return from_plain(json.loads(text))


def from_plain(plain: object) -> Questionnaire:
    """Read a questionnaire from mappings and lists; a key we do not know is an error, not ignored."""
    entry = Entry(plain, "The questionnaire")
    found = Questionnaire(
        key=entry.text("key"),
        title=entry.text("title"),
        summary=entry.text("summary", ""),
        language=entry.text("language", ENGLISH),
        sections=tuple(_section(item) for item in entry.items("sections")),
    )
    translations = _translations(entry.take("translations", {}))
    entry.finish()
    for translation in translations:
        found = replace(found, translations=(*found.translations, arranged(found, translation)))
    return found


def _translations(plain: object) -> list[Translation]:
    if not isinstance(plain, dict):
        raise InvalidQuestionnaire("“translations” is written as a mapping of languages and their texts.")
    found = [translation_from_plain(str(language), texts) for language, texts in plain.items()]
    return sorted(found, key=lambda one: one.language)


def _section(plain: object) -> Section:
    entry = Entry(plain, "A section", name="key")
    found = Section(
        key=entry.text("key"),
        title=entry.text("title"),
        area=entry.one_of(ControlArea, "area"),
        summary=entry.text("summary", ""),
        questions=tuple(_question(item) for item in entry.items("questions")),
        tips=tuple(tip_from_plain(item) for item in entry.items("tips")),
    )
    entry.finish()
    return found


def tip_from_plain(plain: object) -> Tip:
    """Read one tip from a mapping."""
    entry = Entry(plain, "A tip", name="ref")
    found = Tip(
        ref=entry.text("ref"),
        text=entry.text("text"),
        title=entry.text("title", ""),
        severity=entry.find_one_of(TipSeverity, "severity"),
        ask=entry.text("ask", ""),
        after=entry.text("after", ""),
        applies_when=_condition(entry),
    )
    entry.finish()
    return found


def _question(plain: object) -> Question:
    entry = Entry(plain, "A question", name="ref")
    found = Question(
        ref=entry.text("ref"),
        kind=entry.one_of(QuestionKind, "kind"),
        text=entry.text("text"),
        claim=entry.text("claim", ""),
        guidance=entry.text("guidance", ""),
        evidence=entry.text("evidence", ""),
        required=entry.flag("required", True),
        weight=entry.one_of(Weight, "weight", Weight.NORMAL),
        expected=entry.texts("expected"),
        choices=tuple(_choice(item) for item in entry.items("choices")),
        unit=entry.text("unit", ""),
        minimum=entry.number("minimum"),
        maximum=entry.number("maximum"),
        applies_when=_condition(entry),
        controls=_controls(entry),
        columns=tuple(_column(item) for item in entry.items("columns")),
        statement=entry.text("statement", ""),
    )
    entry.finish()
    return found


def _choice(plain: object) -> Choice:
    entry = Entry(plain, "A choice", name="value")
    score = entry.number("score")
    found = Choice(
        value=entry.text("value"),
        label=entry.text("label"),
        score=None if score is None else int(score),
        exclusive=entry.flag("exclusive", False),
        other=entry.flag("other", False),
    )
    entry.finish()
    return found


def _column(plain: object) -> Column:
    entry = Entry(plain, "A column", name="key")
    found = Column(
        key=entry.text("key"),
        label=entry.text("label"),
        kind=entry.one_of(ColumnKind, "kind", ColumnKind.TEXT),
        required=entry.flag("required", True),
        choices=entry.texts("choices"),
    )
    entry.finish()
    return found


def _condition(entry: Entry) -> Condition | None:
    plain = entry.take("applies_when", None)
    with entry.named():
        return None if plain is None else condition_from_plain(plain)


def _controls(entry: Entry) -> tuple[ControlReference, ...]:
    items = entry.texts("controls")
    with entry.named():
        return tuple(parse_reference(item) for item in items)
