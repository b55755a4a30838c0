"""How far a response is: per section and as a whole, worked out on the questions that apply; pure."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from portal.core.errors import NotFound
from questionnaires.branching import applicable_questions, holds, lacks
from questionnaires.model import Question, Questionnaire, Section, Tip
from questionnaires.values import Given

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_TAKEN = {
    "missing",
    "documents",
    "submit",
    "receipt",
    "questions",
    "start",
    "progress",
    "suggestions",
    "left",
    "offline",
    "mine",
    "colleagues",
    "reuse",
    "talk",
    "print",
}


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """One section: the questions that apply, how many are answered, and which required ones are not."""

    slug: str
    title: str
    summary: str
    questions: tuple[Question, ...]
    answered: int
    missing: tuple[Question, ...]

    @property
    def total(self) -> int:
        """How many questions apply."""
        return len(self.questions)

    @property
    def state(self) -> str:
        """How full the section's ring is: none, some or all."""
        if not self.answered:
            return "none"
        return "some" if self.missing else "all"

    @property
    def note(self) -> str:
        """The count beside the section: "11" when every question is answered, else "7 / 11"."""
        return str(self.total) if self.answered == self.total else f"{self.answered} / {self.total}"


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections that hold a question that applies, in order."""

    sections: tuple[SectionProgress, ...]

    @property
    def answered(self) -> int:
        """How many questions that apply are answered."""
        return sum(section.answered for section in self.sections)

    @property
    def total(self) -> int:
        """How many questions apply."""
        return sum(section.total for section in self.sections)

    @property
    def missing(self) -> tuple[Question, ...]:
        """Required questions that apply and have no answer."""
        return tuple(question for section in self.sections for question in section.missing)

    @property
    def refs(self) -> frozenset[str]:
        """The references of all questions that apply."""
        return frozenset(question.ref for section in self.sections for question in section.questions)

    def section_of(self, ref: str) -> SectionProgress | None:
        """Find the section in which the question applies."""
        return next((s for s in self.sections if any(q.ref == ref for q in s.questions)), None)


def outline(questionnaire: Questionnaire, answers: Mapping[str, Given], only: Collection[str] | None = None) -> Outline:
    """Count what applies and what is answered, section by section; of the questions in `only` alone, if given."""
    applicable = {q.ref for q in applicable_questions(questionnaire, answers) if only is None or q.ref in only}
    sections = []
    for slug, section in slugs(questionnaire):
        questions = tuple(question for question in section.questions if question.ref in applicable)
        if questions:
            answered = sum(question.ref in answers for question in questions)
            lacking = tuple(q for q in questions if q.required and lacks(q, answers.get(q.ref)))
            sections.append(SectionProgress(slug, section.title, section.summary, questions, answered, lacking))
    return Outline(tuple(sections))


def slugs(questionnaire: Questionnaire) -> Iterator[tuple[str, Section]]:
    """Name each section for its address: by its key where that is plain and free, else by its number."""
    for number, section in enumerate(questionnaire.sections, start=1):
        plain = _PLAIN.fullmatch(section.key) and section.key not in _TAKEN and not section.key.startswith("section-")
        yield (section.key if plain else f"section-{number}"), section


def get_section(questionnaire: Questionnaire, slug: str) -> Section:
    """Return the section of this address; raises NotFound."""
    for name, section in slugs(questionnaire):
        if name == slug:
            return section
    raise NotFound("This questionnaire has no such section.")


def find_slug(questionnaire: Questionnaire, ref: str) -> str:
    """Return the address of the section that holds the question; raises NotFound."""
    for slug, section in slugs(questionnaire):
        if any(question.ref == ref for question in section.questions):
            return slug
    raise NotFound("This questionnaire has no such question.")


def tips_behind(questionnaire: Questionnaire, ref: str, visible: Callable[[], Mapping[str, Given]]) -> tuple[Tip, ...]:
    """Return the tips that stand behind a question, its section's first ones behind the first, and that are called for."""
    section = next((s for s in questionnaire.sections if s.tips and any(q.ref == ref for q in s.questions)), None)
    if section is None:
        return ()
    first = section.questions[0].ref == ref
    here = [tip for tip in section.tips if tip.after == ref or (first and not tip.after)]
    answers = visible() if here else {}
    return tuple(tip for tip in here if tip.applies_when is None or holds(tip.applies_when, answers))
