"""The questions of a HECVAT workbook: what is asked, by which list it is answered, how much it counts and when it applies."""

import re
from collections.abc import Mapping
from dataclasses import replace

from questionnaires.conditions import AllOf, Compare, Condition, Not, Operator
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.areas import area_of
from questionnaires.formats.hecvat.catalogue import Entry, catalogue, section_names, weights
from questionnaires.formats.hecvat.places import Place, all_places
from questionnaires.formats.workbook import Book
from questionnaires.formats.yes_no import find_yes_no
from questionnaires.model import Choice, Question, QuestionKind, Questionnaire, Section, Weight

_RELEASE = re.compile(r"(?:\bversion\W{0,2}|HECVAT.*\bv)(\d+\.\d+(?:\.\d+)*)", re.IGNORECASE)


def questionnaire_of(book: Book) -> tuple[Questionnaire, dict[str, list[Place]], list[str]]:
    """Read the questionnaire, where each question stands, and a sentence for each thing that was left out."""
    places, entries = all_places(book), catalogue(book)
    if not places:
        raise UnreadableQuestionnaire(
            "This HECVAT has no visible sheet with references such as COMP-01 below a header “Answer”."
        )
    scale, warnings = weights(entries)
    closing = {ref for entry in entries.values() for ref, _ in entry.closed_by}
    lists = {ref: spots[0].sheet.choices(spots[0].answer) for ref, spots in places.items()}
    asked: dict[str, Question] = {}
    for ref in _in_order(places, entries):
        entry = entries.get(ref, Entry())
        listed = _listed(lists, ref, bool(entry.expected) or ref in closing)
        question = _question(ref, places.get(ref, []), listed, entry, scale.get(ref, Weight.NORMAL))
        if question is None:
            warnings.append(f"{ref} was left out: its row asks nothing.")
        else:
            asked[ref] = _applying(question, entry, asked, warnings)
    release = _release(book)
    key = f"hecvat-{release}" if release else "hecvat"
    sections = _sections(asked, {ref: spots[0].heading for ref, spots in places.items()}, section_names(book))
    return Questionnaire(key, f"HECVAT {release}".strip(), sections), places, [*warnings, *_unasked(entries, places)]


def _in_order(places: Mapping[str, object], entries: Mapping[str, object]) -> list[str]:
    """Put the questions in the order they are asked; one that is only listed follows the last of its section."""
    codes = {ref.partition("-")[0]: number for number, ref in enumerate(places)}
    lost = [ref for ref in entries if ref not in places]
    ranked = [(number, ref) for number, ref in enumerate(places)]
    ranked += [(codes.get(ref.partition("-")[0], len(places)), ref) for ref in lost]
    return [ref for _, ref in sorted(ranked, key=lambda pair: pair[0])]


def _unasked(entries: Mapping[str, object], places: Mapping[str, object]) -> list[str]:
    lost = [ref for ref in entries if ref not in places]
    return [f"These are listed, but no sheet has a place for their answers: {', '.join(lost)}."] if lost else []


def _listed(lists: Mapping[str, tuple[str, ...]], ref: str, is_judged: bool) -> tuple[str, ...]:
    """List what the answer is chosen from; programs may lose all lists, and then what is judged by yes or no has one."""
    is_lost = ref not in lists or not any(lists.values())
    return ("Yes", "No") if is_lost and is_judged else lists.get(ref, ())


def _question(ref: str, places: list[Place], listed: tuple[str, ...], entry: Entry, weight: Weight) -> Question | None:
    text = next((place.text for place in places if place.text), entry.text)
    text = re.sub(r"\s*\*+\s*$", "", " ".join(text.split()))
    if not text:
        return None
    kind = _kind(listed)
    is_yes_no = kind is QuestionKind.YES_NO
    return Question(
        ref=ref,
        kind=kind,
        text=text,
        guidance=entry.guidance,
        required=bool(places) and kind is not QuestionKind.TEXT,
        weight=weight,
        expected=(entry.expected,) if is_yes_no and entry.expected else (),
        choices=tuple(Choice(_slug(label), label) for label in listed) if kind is QuestionKind.SINGLE else (),
    )


def _kind(listed: tuple[str, ...]) -> QuestionKind:
    if not listed:
        return QuestionKind.TEXT
    return QuestionKind.YES_NO if all(find_yes_no(label) for label in listed) else QuestionKind.SINGLE


def _slug(label: str) -> str:
    return re.sub(r"\W+", "_", label.casefold()).strip("_") or "_"


def _applying(question: Question, entry: Entry, earlier: Mapping[str, Question], warnings: list[str]) -> Question:
    """Let the question apply unless an earlier answer closes it."""
    parts: list[Condition] = []
    for ref, answer in entry.closed_by:
        if ref in earlier and earlier[ref].kind is QuestionKind.YES_NO:
            parts.append(Not(Compare(ref, Operator.EQUALS, (answer,))))
        else:
            warnings.append(f"{question.ref} is always asked: {ref}, which could close it, is no earlier yes or no.")
    if not parts:
        return question
    return replace(question, applies_when=parts[0] if len(parts) == 1 else AllOf(tuple(parts)))


def _sections(
    asked: Mapping[str, Question], headings: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Section, ...]:
    found: dict[str, Section] = {}
    for ref, question in asked.items():
        code = ref.partition("-")[0]
        title = names.get(code) or headings.get(ref) or code
        section = found.get(code) or Section(code.casefold(), title, area_of(title), ())
        found[code] = replace(section, questions=(*section.questions, question))
    return tuple(found.values())


def _release(book: Book) -> str:
    """Find the first text near the top of a sheet, or alone in its cell, that names a version."""
    for most in (6, 100):
        for sheet in book.sheets:
            for row in list(sheet.rows)[:most]:
                for text in sheet.rows[row].values():
                    found = _RELEASE.search(text) if len(text) < 120 else None
                    if found:
                        return found[1]
    return ""
