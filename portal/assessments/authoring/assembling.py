"""The rows of a draft put together to a questionnaire, with everything that is still wrong with it; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from uuid import UUID

from portal.assessments.authoring.composing import Problem, choice_values, compose
from portal.assessments.authoring.draft_texts import read_kept
from portal.assessments.authoring.tables import DraftQuestion, DraftSection, QuestionnaireDraft
from portal.assessments.authoring.typed import Names, Typed, read_typed
from portal.assessments.authoring.typed_tips import compose_tip, read_tips
from portal.assessments.choosing import key_problem, ref_problem
from questionnaires.checking import Fault
from questionnaires.model import ControlArea, Question, Questionnaire, Section, Tip
from questionnaires.reaching import never_asked
from questionnaires.validating import faults

NEVER = "No answers could ever bring this question up: its conditions contradict each other or what is asked before."


@dataclass(frozen=True, slots=True)
class Piece:
    """One question of a draft: as it was typed, what it makes, and what of it could not be read."""

    row: DraftQuestion
    typed: Typed
    question: Question
    problems: tuple[Problem, ...]

    @property
    def id(self) -> UUID:
        """The id of its row."""
        return UUID(str(self.row.id))


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a draft with its questions in their order."""

    row: DraftSection
    pieces: tuple[Piece, ...]

    @property
    def id(self) -> UUID:
        """The id of its row."""
        return UUID(str(self.row.id))


@dataclass(frozen=True)
class Whole:
    """A draft put together; `removed` are the questions that can be put back."""

    draft: QuestionnaireDraft
    parts: tuple[Part, ...]
    removed: tuple[Piece, ...] = ()
    taken: bool = field(default=False)
    names: Names = field(default_factory=lambda: Names({}, {}))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Every question in the order it is asked."""
        return tuple(piece for part in self.parts for piece in part.pieces)

    @cached_property
    def refs(self) -> dict[str, str]:
        """The reference of every question by its id, of removed ones too."""
        return {str(piece.id): piece.typed.ref for piece in (*self.removed, *self.pieces)}

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """What would be published."""
        asked = Questionnaire(
            key=self.draft.key,
            title=self.draft.title,
            summary=self.draft.summary,
            sections=tuple(self._section(part) for part in self.parts),
            language=self.draft.language,
        )
        return replace(asked, translations=read_kept(self.draft.translations, asked, self.typed))

    @property
    def typed(self) -> Mapping[str, Typed]:
        """Every question that is asked as it was typed, by the id of its row."""
        return {str(piece.id): piece.typed for piece in self.pieces}

    def _section(self, part: Part) -> Section:
        row = part.row
        asked = tuple(piece.question for piece in part.pieces)
        tips = tuple(tip for tip, _ in self._tips(row))
        return Section(row.key, row.title, ControlArea(row.area), asked, row.summary, tips)

    def _tips(self, row: DraftSection) -> Iterator[tuple[Tip, str]]:
        return (compose_tip(typed, self.names) for typed in read_tips(row.tips))

    @cached_property
    def of_outline(self) -> tuple[Problem, ...]:
        """What is wrong with the title, the key and the tips."""
        found = [Problem("title", "Give the questionnaire a title.")] if not self.draft.title else []
        if problem := key_problem(self.draft.key):
            found.append(Problem("key", problem))
        if self.taken:
            found.append(
                Problem("key", f"There is a questionnaire with the key “{self.draft.key}” already; choose another.")
            )
        found += [Problem(fault.field, fault.sentence) for fault in self._faults if fault.section is None]
        return tuple(found)

    @cached_property
    def of_sections(self) -> Mapping[UUID, tuple[Problem, ...]]:
        """What is wrong with each section, by the id of its row."""
        return {part.id: tuple(self._of_section(number, part)) for number, part in enumerate(self.parts)}

    def _of_section(self, number: int, part: Part) -> Iterator[Problem]:
        if not part.row.title:
            yield Problem("title", "Give the section a title.")
        yield from (Problem("tips", problem) for _, problem in self._tips(part.row) if problem)
        for fault in self._faults:
            if fault.section == number and fault.question is None:
                empty = fault.field == "questions"
                yield Problem(
                    fault.field, "This section has no questions: add one, or remove it." if empty else fault.sentence
                )

    @cached_property
    def of_questions(self) -> Mapping[UUID, tuple[Problem, ...]]:
        """What is wrong with each question, by the id of its row."""
        named = {piece.id: [*piece.problems, *_of_ref(piece)] for piece in self.pieces}
        for fault in self._faults:
            if fault.question is not None:
                piece = self.pieces[fault.question]
                if not any(problem.field == fault.field for problem in piece.problems):
                    named[piece.id].append(Problem(fault.field, fault.sentence))
        for piece in self._never:
            named[piece.id].append(Problem("applies_when", NEVER))
        return {key: tuple(problems) for key, problems in named.items()}

    @cached_property
    def _faults(self) -> tuple[Fault, ...]:
        return tuple(faults(self.questionnaire))

    @property
    def _never(self) -> Iterator[Piece]:
        """Conditions are followed only where all of them can be."""
        if not any(fault.field in ("applies_when", "ref") for fault in self._faults):
            refs = {question.ref for question in never_asked(self.questionnaire)}
            yield from (piece for piece in self.pieces if piece.question.ref in refs)

    @property
    def count(self) -> int:
        """How many things are to be mended before it can be published."""
        listed = (*self.of_sections.values(), *self.of_questions.values())
        return len(self.of_outline) + sum(map(len, listed))


def assemble(
    draft: QuestionnaireDraft, sections: Sequence[DraftSection], questions: Sequence[DraftQuestion], taken: bool = False
) -> Whole:
    """Put the rows together, each list being in its order; `taken` says that another questionnaire has the key."""
    typed = {question.id: read_typed(question.content) for question in questions}
    names = Names(
        {str(key): one.ref for key, one in typed.items()},
        {str(key): choice_values(one) for key, one in typed.items() if one.choices},
    )
    pieces = [_piece(question, typed[question.id], names) for question in questions]
    live = [section for section in sections if section.removed_at is None]
    standing = {
        section.id: [p for p in pieces if p.row.section == section.id and p.row.removed_at is None] for section in live
    }
    parts = tuple(Part(section, tuple(standing[section.id])) for section in live)
    return Whole(draft, parts, tuple(piece for piece in pieces if piece.row.removed_at is not None), taken, names)


def _piece(row: DraftQuestion, typed: Typed, names: Names) -> Piece:
    question, problems = compose(typed, names)
    return Piece(row, typed, question, tuple(problems))


def _of_ref(piece: Piece) -> Iterator[Problem]:
    ref = piece.typed.ref
    if ref and not any(char.isspace() for char in ref) and (problem := ref_problem(ref)):
        yield Problem("ref", problem)
