"""What changed between two versions of a questionnaire: added, removed, changed, moved; pure."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from questionnaires.canonical import canonical_json
from questionnaires.languages import language_name
from questionnaires.model import Choice, Question, Questionnaire, Section
from questionnaires.saying import condition_words
from questionnaires.translations import Place, place_words
from questionnaires.values import number_text


class ChangeKind(StrEnum):
    """What became of a question, a section or the questionnaire itself."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"

    @property
    def label(self) -> str:
        """The kind's word on pages."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a question before and after, in words; empty where there was or is nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs: of a question when `ref` is set, else of a section or of the whole."""

    kind: ChangeKind
    ref: str
    text: str
    fields: tuple[FieldChange, ...] = ()


_LABELS = {
    "ref": "Reference",
    "kind": "Kind of answer",
    "text": "Question",
    "applies_when": "Asked when",
    "minimum": "Smallest number",
    "maximum": "Largest number",
    "expected": "Expected answer",
    "evidence": "Evidence wanted",
    "controls": "Control references",
    "statement": "Words to attest",
    "required": "Must be answered",
    "area": "Control area",
    "summary": "Introduction",
    "key": "Key",
}


def differences(old: Questionnaire, new: Questionnaire) -> list[Change]:
    """List what differs, the whole first, then sections, then questions in the order they are asked."""
    asked = [*_of_the_whole(old, new), *_of_sections(old, new), *_of_questions(old, new)]
    return [*asked, *_of_translations(old, new)]


def _of_the_whole(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    pairs = (
        ("title", old.title, new.title),
        ("summary", old.summary, new.summary),
        ("language", language_name(old.language), language_name(new.language)),
    )
    changed = tuple(FieldChange(_label(name), before, after) for name, before, after in pairs if before != after)
    if changed:
        yield Change(ChangeKind.CHANGED, "", "The questionnaire", changed)


def _of_sections(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    before, after = ({section.key: section for section in one.sections} for one in (old, new))
    for key, section in after.items():
        if key not in before:
            yield Change(ChangeKind.ADDED, "", f"Section “{section.title}”")
        elif changed := tuple(_section_fields(before[key], section)):
            yield Change(ChangeKind.CHANGED, "", f"Section “{section.title}”", changed)
    for key, section in before.items():
        if key not in after:
            yield Change(ChangeKind.REMOVED, "", f"Section “{section.title}”")
    for key in _out_of_order([key for key in before if key in after], [key for key in after if key in before]):
        yield Change(ChangeKind.MOVED, "", f"Section “{after[key].title}”")


def _section_fields(old: Section, new: Section) -> Iterator[FieldChange]:
    for name, before, after in (
        ("title", old.title, new.title),
        ("area", old.area.label, new.area.label),
        ("summary", old.summary, new.summary),
    ):
        if before != after:
            yield FieldChange(_label(name), before, after)
    if canonical_json(old.tips) != canonical_json(new.tips):
        yield FieldChange("Tips", _tips(old), _tips(new))


def _tips(section: Section) -> str:
    return "\n".join(tip.title or tip.text for tip in section.tips)


def _of_questions(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    was = {question.ref: question for question in old.questions}
    now = {question.ref: question for question in new.questions}
    renamed = _renamed(was, now)
    before = {renamed.get(ref, ref): question for ref, question in was.items()}
    moved = _moved(old, new, renamed)
    for ref, question in now.items():
        if ref not in before:
            yield Change(ChangeKind.ADDED, ref, question.text)
            continue
        if changed := tuple(_question_fields(before[ref], old, question, new)):
            yield Change(ChangeKind.CHANGED, ref, question.text, changed)
        if ref in moved:
            yield Change(ChangeKind.MOVED, ref, question.text, moved[ref])
    for ref, question in before.items():
        if ref not in now:
            yield Change(ChangeKind.REMOVED, ref, question.text)


def _renamed(was: Mapping[str, Question], now: Mapping[str, Question]) -> dict[str, str]:
    """Find the questions that only got another reference: the same words, once in what is gone and once in what is new."""
    gone = [question for ref, question in was.items() if ref not in now]
    fresh = [question for ref, question in now.items() if ref not in was]
    found = {}
    for question in gone:
        same = [one for one in fresh if (one.kind, one.text) == (question.kind, question.text)]
        twins = [one for one in gone if (one.kind, one.text) == (question.kind, question.text)]
        if len(same) == 1 and len(twins) == 1:
            found[question.ref] = same[0].ref
    return found


def _moved(old: Questionnaire, new: Questionnaire, renamed: Mapping[str, str]) -> dict[str, tuple[FieldChange, ...]]:
    before = {renamed.get(q.ref, q.ref): section for section in old.sections for q in section.questions}
    after = {question.ref: section for section in new.sections for question in section.questions}
    order = [ref for ref in before if ref in after], [ref for ref in after if ref in before]
    moved: dict[str, tuple[FieldChange, ...]] = dict.fromkeys(_out_of_order(*order), ())
    for ref in order[1]:
        if before[ref].key != after[ref].key:
            moved[ref] = (FieldChange("Section", before[ref].title, after[ref].title),)
    return moved


def _out_of_order(before: list[str], after: list[str]) -> set[str]:
    """Choose the fewest items whose moving explains the new order: those outside the longest run that kept its order."""
    place = {ref: number for number, ref in enumerate(before)}
    ends: list[int] = []  # the smallest place that a run of this length ends with
    runs: list[list[str]] = []
    for ref in after:
        at = bisect_left(ends, place[ref])
        run = [*(runs[at - 1] if at else []), ref]
        ends[at : at + 1], runs[at : at + 1] = [place[ref]], [run]
    return set(after) - set(runs[-1] if runs else [])


def _question_fields(old: Question, was: Questionnaire, new: Question, now: Questionnaire) -> Iterator[FieldChange]:
    for field in fields(Question):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            yield FieldChange(_label(field.name), _shown(old, field.name, was), _shown(new, field.name, now))


def _shown(question: Question, name: str, whole: Questionnaire) -> str:
    value = getattr(question, name)
    match name:
        case "kind" | "weight":
            return str(value.label)
        case "required":
            return "yes" if value else "no"
        case "applies_when":
            return condition_words(value, whole) if value else "always"
        case "columns":
            return "\n".join(f"{one.label} ({one.kind.label.lower()})" for one in value)
        case "choices":
            return "\n".join(map(_choice, value))
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else number_text(value) if isinstance(value, float) else str(value)


def _of_translations(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    """Tell text by text what is said otherwise in a language; a language that came or went is one change."""
    was, now = ({one.language: one for one in each.translations} for each in (old, new))
    for language in sorted(was.keys() | now.keys()):
        before, after = was.get(language), now.get(language)
        title = f"Translation into {language_name(language)}"
        if before is None or after is None:
            kind, texts = (ChangeKind.ADDED, after) if after else (ChangeKind.REMOVED, before)
            count = len(texts.texts) if texts else 0
            yield Change(kind, "", f"{title}, {count} {'text' if count == 1 else 'texts'}")
        elif changed := tuple(_texts_changed(dict(before.texts), dict(after.texts))):
            yield Change(ChangeKind.CHANGED, "", title, changed)


def _texts_changed(before: Mapping[Place, str], after: Mapping[Place, str]) -> Iterator[FieldChange]:
    for place in dict.fromkeys([*after, *before]):
        if before.get(place) != after.get(place):
            yield FieldChange(place_words(place), before.get(place, ""), after.get(place, ""))


def _choice(choice: Choice) -> str:
    notes = [
        *([] if choice.score is None else [f"score {choice.score}"]),
        *(["goes with no other choice"] if choice.exclusive else []),
        *(["asks for words"] if choice.other else []),
    ]
    return f"{choice.label} ({', '.join(notes)})" if notes else choice.label


def _label(name: str) -> str:
    return _LABELS.get(name, name.replace("_", " ").capitalize())
