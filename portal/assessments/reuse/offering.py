"""Which earlier answer is offered at which question, in words: from where, by whom, how old, and what speaks against it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from portal.assessments.reuse.sources import Source, Sources, sources_for
from portal.assessments.reuse.states import ReuseState
from portal.assessments.reuse.tables import Reuse
from portal.assessments.tables import Assessment
from portal.assessments.wording import answer_words
from portal.core.clock import now
from portal.evidence.queries import EvidenceLine
from questionnaires.model import Question, QuestionKind, Questionnaire
from questionnaires.reusing import Kin, Reusable
from questionnaires.values import AnswerRow, Given

_OLD = timedelta(days=365)
Place = tuple[UUID, str]


@dataclass(frozen=True, slots=True)
class Offer:
    """One earlier answer, offered at one question."""

    ref: str
    source: Source
    kin: Kin
    question: Question
    given: Given
    words: str
    by: str
    at: datetime
    documents: tuple[EvidenceLine, ...]
    shared: str
    other_service: str

    @property
    def place(self) -> Place:
        """The earlier assessment and question it stands at."""
        return self.source.id, self.question.ref

    @property
    def as_it_is(self) -> bool:
        """Whether it may be taken without a change: the question was the same."""
        return self.kin is not Kin.CONTROLS

    @property
    def open_elsewhere(self) -> bool:
        """Whether it stands in a questionnaire that is still being answered."""
        return not self.source.handed_in

    @property
    def old(self) -> bool:
        """Whether it was given more than a year ago."""
        return self.at + _OLD < now()

    @property
    def expired(self) -> list[str]:
        """The names of documents behind it that have expired."""
        return [line.name for line in self.documents if line.stale]

    @property
    def standing(self) -> list[EvidenceLine]:
        """The documents behind it that still count."""
        return [line for line in self.documents if not line.stale]


async def offers_for(
    assessment: Assessment,
    asked: Questionnaire,
    rows: Mapping[str, AnswerRow],
    documents: Sequence[EvidenceLine],
    wanted: Collection[str],
    *,
    close_only: bool = False,
) -> dict[str, Offer]:
    """Return the offer at each question of `wanted` that has no answer, in five queries however many there are.

    With `close_only` nothing is offered from another question than the same.
    """
    open_refs = {ref for ref in wanted if (row := rows.get(ref)) is None or row.given is None}
    sources = await sources_for(assessment, asked) if open_refs else None
    if sources is None:
        return {}
    refused = await _refused(assessment.id)
    lines = {line.id: line for line in documents if not line.set_aside}
    found = {}
    for question in asked.questions:
        if question.ref in open_refs:
            offers = _offers(assessment, question, sources, lines, close_only)
            if one := next((o for o in offers if (question.ref, *o.place) not in refused), None):
                found[question.ref] = one
    return found


async def offer_at(
    assessment: Assessment, asked: Questionnaire, ref: str, place: Place, documents: Sequence[EvidenceLine]
) -> Offer | None:
    """Find what was offered at a question from one place, whether or not the question is answered meanwhile."""
    question, sources = asked.find_question(ref), await sources_for(assessment, asked)
    if question is None or sources is None:
        return None
    lines = {line.id: line for line in documents if not line.set_aside}
    return next((o for o in _offers(assessment, question, sources, lines, False) if o.place == place), None)


def _offers(
    assessment: Assessment,
    question: Question,
    sources: Sources,
    lines: Mapping[UUID, EvidenceLine],
    close_only: bool,
) -> Iterable[Offer]:
    for one in sources.earlier.reusable(question):
        if close_only and one.kin is Kin.CONTROLS:
            continue
        offer = _offer(question, one, sources, lines)
        if question.kind is not QuestionKind.FILE or offer.documents:
            yield offer


def _offer(question: Question, one: Reusable, sources: Sources, lines: Mapping[UUID, EvidenceLine]) -> Offer:
    source = sources.sources[one.past]
    behind = sources.documents.get((source.id, one.question.ref), ())
    documents = tuple(lines[each] for each in behind if each in lines)
    names = {str(line.id): line.name for line in lines.values()}
    given = one.given if question.kind is not QuestionKind.FILE else Given(tuple(str(line.id) for line in documents))
    return Offer(
        question.ref,
        source,
        one.kin,
        one.question,
        given,
        answer_words(question, given, names),
        one.row.answered_by,
        one.row.answered_at,
        documents,
        ", ".join(str(control) for control in one.shared[:4]),
        source.service,
    )


async def _refused(assessment_id: UUID) -> set[tuple[str, UUID, str]]:
    """Return what was put away, which is not offered a second time."""
    rows = await Reuse.select(Reuse.ref, Reuse.source, Reuse.source_ref).where(
        (Reuse.assessment == assessment_id) & (Reuse.state == ReuseState.refused.value)
    )
    return {(row["ref"], row["source"], row["source_ref"]) for row in rows}
