"""A questionnaire as VSAQ's JSON, as far as it goes: a sentence for each thing that VSAQ has no place for."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass

from questionnaires.formats.vsaq.questions import NONE_OF_THE_ABOVE
from questionnaires.formats.vsaq.saying import Saying
from questionnaires.model import Choice, Question, QuestionKind, Questionnaire, Section, Tip
from questionnaires.saying import condition_words
from questionnaires.scoring import is_scored

_NAMED = 12
_TYPES = {
    QuestionKind.SINGLE: "radiogroup",
    QuestionKind.YES_NO: "radiogroup",
    QuestionKind.MULTIPLE: "checkgroup",
    QuestionKind.FILE: "upload",
    QuestionKind.ATTESTATION: "check",
}
_AS_TEXT = {
    QuestionKind.NUMBER: "a line of text, without its unit and range",
    QuestionKind.DATE: "a line of text",
    QuestionKind.DATE_RANGE: "a line of text",
    QuestionKind.TABLE: "a box of text, without its columns",
    QuestionKind.YES_NO: "one choice of four",
    QuestionKind.ATTESTATION: "a box to tick, without name, role and day",
}

Plain = dict[str, object]


@dataclass(frozen=True, slots=True)
class Written:
    """The file's text, and what is not in it."""

    text: str
    warnings: tuple[str, ...]


def write(asked: Questionnaire) -> Written:
    """Write the questionnaire; what is read from it again asks the same, in the same order and under the same conditions."""
    writer = _Writer(asked)
    block = {"type": "block", "text": to_html(asked.title), "items": [writer.section(one) for one in asked.sections]}
    text = json.dumps({"questionnaire": [block]}, ensure_ascii=False, indent=1)
    return Written(text + "\n", (*writer.warnings, *_left_behind(asked)))


def to_html(text: str) -> str:
    """Write plain text so that it reads the same as HTML."""
    return "<br>".join(html.escape(line, quote=False) for line in text.split("\n"))


class _Writer:
    """Writes the items, and notes which conditions cannot be said."""

    def __init__(self, asked: Questionnaire) -> None:
        self.warnings: list[str] = []
        self._asked = asked
        self._saying = Saying(asked)

    def section(self, section: Section) -> Plain:
        """Write a section as a block of items."""
        items: list[Plain] = [{"type": "info", "text": to_html(section.summary)}] if section.summary else []
        items += self._tips(section, "")
        for number, question in enumerate(section.questions):
            items += self._question(question, first=number == 0)
            items += self._tips(section, question.ref)
        return {"type": "block", "id": section.key, "text": to_html(section.title), "items": items}

    def _question(self, question: Question, first: bool) -> Iterator[Plain]:
        """Guidance stands before the question; before a section's first one it would be read as the section's own."""
        guidance = to_html(question.guidance)
        if guidance and not first:
            yield {"type": "info", "text": guidance}
        text = question.statement if question.kind is QuestionKind.ATTESTATION else question.text
        item: Plain = {"type": self._type(question), "id": self._saying.names[question.ref], "text": to_html(text)}
        if guidance and first:
            item["placeholder"] = guidance
        item |= self._choices(question)
        if question.required:
            item["required"] = True
        yield item | self._cond(question.ref, question)

    def _type(self, question: Question) -> str:
        if self._saying.is_yes_no(question):
            return "yesno"
        if self._saying.is_check(question):
            return "check"
        return _TYPES.get(question.kind, "box" if question.kind in (QuestionKind.TEXT, QuestionKind.TABLE) else "line")

    def _choices(self, question: Question) -> Plain:
        choices = self._saying.choices(question)
        if not choices or self._saying.is_check(question):
            return {}
        if self._saying.is_yes_no(question):
            return {choice.value: to_html(choice.label) for choice in choices}
        named = self._saying.choice_names[question.ref]
        ends_in_none = is_none_of_the_above(choices[-1])
        listed = choices[:-1] if ends_in_none else choices
        return {
            "defaultChoice": ends_in_none,
            "choices": [{named[choice.value]: to_html(choice.label)} for choice in listed],
        }

    def _tips(self, section: Section, after: str) -> list[Plain]:
        return [self._tip(tip) for tip in section.tips if tip.after == after]

    def _tip(self, tip: Tip) -> Plain:
        item: Plain = {"type": "tip", "id": tip.ref, "text": to_html(tip.text)}
        item |= {"warn": "yes", "severity": tip.severity.value} if tip.severity else {}
        item |= {name: to_html(text) for name, text in (("name", tip.title), ("why", tip.ask)) if text}
        return item | self._cond(f"Tip {tip.ref}", tip)

    def _cond(self, called: str, thing: Question | Tip) -> Plain:
        if thing.applies_when is None:
            return {}
        said = self._saying.say(thing.applies_when)
        if said is None:
            words = condition_words(thing.applies_when, self._asked)
            self.warnings.append(f"{called} is always shown there: VSAQ cannot say “{words[:120]}”.")
            return {}
        return {"cond": said}


def is_none_of_the_above(choice: Choice) -> bool:
    """Tell whether VSAQ adds this choice by itself."""
    return choice.value == "none" and choice.label == NONE_OF_THE_ABOVE


def _left_behind(asked: Questionnaire) -> Iterator[str]:
    """Say what else VSAQ has no place for."""
    for kind, words in _AS_TEXT.items():
        if refs := [question.ref for question in asked.questions if question.kind is kind]:
            yield f"{kind.label} becomes {words}: {_some(refs)}."
    of_choices = [
        q for q in asked.questions if any(c.other or (c.exclusive and not is_none_of_the_above(c)) for c in q.choices)
    ]
    if of_choices:
        yield f"That a choice goes with no other one or asks for words is not kept: {_some([q.ref for q in of_choices])}."
    always = (QuestionKind.SINGLE, QuestionKind.YES_NO)
    optional = [q.ref for q in asked.questions if q.kind in always and not q.required]
    if optional:
        yield f"One choice always has to be answered there: {_some(optional)}."
    extras = {
        "scores, weights and expected answers": any(map(is_scored, asked.questions)),
        "claims": any(question.claim for question in asked.questions),
        "evidence wanted": any(question.evidence for question in asked.questions),
        "control references": any(question.controls for question in asked.questions),
        "the introduction": bool(asked.summary),
        "translations": bool(asked.translations),
    }
    if lost := [name for name, there in extras.items() if there]:
        yield f"Not kept at all: {', '.join(lost)}."


def _some(refs: list[str]) -> str:
    return ", ".join(refs[:_NAMED]) + (f" and {len(refs) - _NAMED} more" if len(refs) > _NAMED else "")
