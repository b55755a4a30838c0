"""What the staff's page of messages holds, and how it is read."""

from dataclasses import dataclass, field
from uuid import UUID

from portal.assessments.access import assessment_for
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.assessments.talk.threads import Said, may_talk, threads_of, waits_for
from portal.core.scope import Can, Principal
from portal.vendors.tables import Vendor
from questionnaires.model import Question
from questionnaires.storing import get_questionnaire


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """One question at which something was said."""

    question: Question
    section: str
    said: list[Said]
    message: str = ""
    error: str = ""

    @property
    def waits(self) -> bool:
        """Whether the vendor spoke last."""
        return waits_for(self.said, ours=True)


@dataclass(frozen=True, slots=True)
class TalkPage:
    """Every thread of one assessment, and a place to begin another."""

    assessment: Assessment
    state: AssessmentState
    vendor: Vendor
    lines: list[ThreadLine]
    questions: list[tuple[str, str]]
    may_write: bool
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)

    @property
    def waiting(self) -> int:
        """How many threads wait for a word of the company."""
        return sum(line.waits for line in self.lines) if may_talk(self.state) else 0


async def talk_page(
    who: Principal, assessment_id: UUID, errors: dict[str, str] | None = None, entered: dict[str, str] | None = None
) -> TalkPage:
    """Return what was said about an assessment, those first that wait for an answer; raises NotFound."""
    assessment = await assessment_for(who, assessment_id)
    state = AssessmentState(assessment.state)
    vendor = await Vendor.objects().get(Vendor.id == assessment.vendor)
    assert vendor is not None
    asked, threads = await get_questionnaire(assessment.questionnaire), await threads_of(assessment.id)
    lines = [
        ThreadLine(question, section.title, list(threads[question.ref]))
        for section in asked.sections
        for question in section.questions
        if question.ref in threads
    ]
    options = [(question.ref, f"{question.ref} {question.text[:80]}") for question in asked.questions]
    writes = who.can(Can.review) and may_talk(state)
    ordered = sorted(lines, key=lambda line: not line.waits)
    return TalkPage(assessment, state, vendor, ordered, options, writes, errors or {}, entered or {})
