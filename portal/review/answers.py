"""The answers of an assessment as a review needs them: which questions apply, what was answered, and what each asserts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from knowledge.tables import Document
from knowledge.verification import Claim
from portal.assessments.tables import Assessment
from portal.assessments.wording import answer_words
from portal.evidence.tables import Evidence
from portal.vendors.tables import Service
from questionnaires.answering import answer_rows
from questionnaires.branching import applicable_questions
from questionnaires.model import Question, QuestionKind, Questionnaire, Section, YesNo
from questionnaires.storing import get_questionnaire
from questionnaires.values import AnswerRow
from questionnaires.wording import claim_made, own_words

_LONG = 80


@dataclass(frozen=True, slots=True)
class Answered:
    """One question that applies, in its section, with its answer, if there is one."""

    section: Section
    question: Question
    row: AnswerRow | None
    words: str
    claim: str

    @property
    def ref(self) -> str:
        """The question's reference."""
        return self.question.ref

    @property
    def revision(self) -> int:
        """The answer's revision; 0 when it was never answered."""
        return self.row.revision if self.row else 0

    @property
    def comment(self) -> str:
        """What the vendor wrote beside the answer, or why the question does not apply."""
        given = self.row.given if self.row else None
        return (given.comment or given.reason) if given else ""

    @property
    def claim_says_more(self) -> bool:
        """Whether the claim is worth reading beside the answer: it does not just repeat a long one."""
        return len(self.words) < _LONG or self.words.rstrip(".") not in self.claim

    @property
    def is_answered(self) -> bool:
        """Whether an answer stands."""
        return self.row is not None and self.row.given is not None

    @property
    def said_not_to_apply(self) -> bool:
        """Whether the vendor says that the question does not apply."""
        given = self.row.given if self.row else None
        yes_no = self.question.kind is QuestionKind.YES_NO
        return yes_no and given is not None and given.value == YesNo.NOT_APPLICABLE.value

    @property
    def answered_by(self) -> str:
        """Who answered."""
        return self.row.answered_by if self.row else ""

    @property
    def answered_at(self) -> datetime | None:
        """When it was answered."""
        return self.row.answered_at if self.row else None


@dataclass(frozen=True, slots=True)
class Answers:
    """A questionnaire and the answers to the questions of it that apply, in order."""

    questionnaire: Questionnaire
    answered: tuple[Answered, ...]
    service: str

    def find(self, ref: str) -> Answered | None:
        """Find a question that applies."""
        return next((one for one in self.answered if one.ref == ref), None)

    def claim_of(self, one: Answered) -> Claim:
        """Return what the answer asserts, as the knowledge engine takes it."""
        given = one.row.given if one.row else None
        words, lead = own_words(one.question, given) if given else ("", "")
        return Claim(one.claim, one.question.text, one.comment, self.service, words, lead)


async def answers_of(assessment: Assessment) -> Answers:
    """Return the answers of an assessment, in four queries."""
    questionnaire = await get_questionnaire(assessment.questionnaire)
    rows = await answer_rows(assessment.response)
    given = {ref: row.given for ref, row in rows.items() if row.given is not None}
    applicable = {question.ref for question in applicable_questions(questionnaire, given)}
    names = await _document_names(assessment.vendor)
    answered = tuple(
        _answered(section, question, rows.get(question.ref), names)
        for section in questionnaire.sections
        for question in section.questions
        if question.ref in applicable
    )
    return Answers(questionnaire, answered, await _service_name(assessment.service))


def _answered(section: Section, question: Question, row: AnswerRow | None, names: dict[str, str]) -> Answered:
    given = row.given if row else None
    if given is None:
        return Answered(section, question, row, "", "")
    return Answered(section, question, row, answer_words(question, given, names), claim_made(question, given) or "")


async def _document_names(vendor_id: UUID) -> dict[str, str]:
    rows = await Evidence.select(Evidence.id, Evidence.name).where(
        (Evidence.vendor == vendor_id) & Evidence.removed_at.is_null()
    )
    return {str(row["id"]): row["name"] for row in rows}


async def _service_name(service_id: UUID | None) -> str:
    if service_id is None:
        return ""
    row = await Service.select(Service.name).where(Service.id == service_id).first()
    return row["name"] if row else ""


async def documents_of(vendor_id: UUID) -> list[Document]:
    """Return the knowledge engine's documents behind the evidence that the vendor has given and nobody removed."""
    rows = await Evidence.select(Evidence.document).where(
        (Evidence.vendor == vendor_id) & Evidence.removed_at.is_null()
    )
    if not rows:
        return []
    return await Document.objects().where(Document.id.is_in([row["document"] for row in rows])).order_by(Document.name)
