"""The verdicts that stand: the newest of each answer, past its date where its document is by now."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from knowledge.citations import Quote
from knowledge.facts import facts_from_json, is_stale
from knowledge.own_words import Part
from knowledge.refuting import Refuted
from knowledge.sureness import is_calibrated
from knowledge.tables import Document
from knowledge.verdicts import VerdictState as Worked
from portal.review.quotes import document_ids, parts_from_json, quotes_from_json, refuted_from_json
from portal.review.searched import SearchedFigures, searched_from_json
from portal.review.tables import AnswerVerdict
from portal.risk.levels import VerdictState

_FAVOURABLE = (VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION)
Place = tuple[VerdictState, tuple[UUID, int, str] | None]
LAPSED = "The document it stands on is past its date today."


@dataclass(frozen=True, slots=True)
class StandingVerdict:
    """What the evidence says of an answer today; `worked_out` is what it said when it was last looked at.

    `confidence` is in hundredths, to be shown; `sure` is from 0 to 1, to be held against thresholds.
    """

    id: UUID
    ref: str
    revision: int
    claim: str
    state: VerdictState
    worked_out: VerdictState
    reason: str
    confidence: int | None
    sure: float
    quotes: tuple[Quote, ...]
    refuted: tuple[Refuted, ...]
    parts: tuple[Part, ...]
    searched: SearchedFigures
    method: str
    at: datetime

    @property
    def is_calibrated(self) -> bool:
        """Whether outcomes tell how many such verdicts are wrong."""
        return is_calibrated(self.method)

    @property
    def lapsed(self) -> bool:
        """Whether the document has passed its date since."""
        return self.state is not self.worked_out

    @property
    def place(self) -> Place:
        """What a decision is about: the state that was worked out and the quote it leads with."""
        first = self.quotes[0] if self.quotes else None
        return self.worked_out, (first.document_id, first.page, first.text) if first else None


async def verdict_rows(assessments: list[UUID]) -> list[AnswerVerdict]:
    """Return every verdict ever worked out for some assessments, oldest first."""
    if not assessments:
        return []
    theirs = AnswerVerdict.assessment.is_in(assessments)
    return await AnswerVerdict.objects().where(theirs).order_by(AnswerVerdict.worked_out_at)


def standing(
    rows: list[AnswerVerdict], revisions: dict[str, int], stale: frozenset[UUID]
) -> dict[str, StandingVerdict]:
    """Choose the newest verdict of each answer as it is now, seen against the documents that are past their date."""
    newest = {row.ref: row for row in rows if revisions.get(row.ref) == row.answer_revision}
    return {ref: as_of(row, stale) for ref, row in newest.items()}


def as_of(row: AnswerVerdict, stale: frozenset[UUID]) -> StandingVerdict:
    """Read a verdict; a favourable one is stale once a document that it or a statement of it leads with is out of date."""
    quotes, parts = quotes_from_json(row.quotes), parts_from_json(row.parts)
    worked_out = VerdictState(row.state)
    leading = {quotes[at].document_id for at in (0, *(part.quotes[0] for part in parts if part.quotes)) if quotes}
    lapsed = worked_out in _FAVOURABLE and not leading.isdisjoint(stale)
    return StandingVerdict(
        id=row.id,
        ref=row.ref,
        revision=row.answer_revision,
        claim=row.claim,
        state=VerdictState.STALE if lapsed else worked_out,
        worked_out=worked_out,
        reason=f"{LAPSED} Before: {row.reason}" if lapsed else row.reason,
        confidence=row.confidence,
        sure=sure_of(row) or 0.0,
        quotes=quotes,
        refuted=refuted_from_json(row.refuted),
        parts=tuple(_part_as_of(part, quotes, stale) for part in parts),
        searched=searched_from_json(row.searched_last or row.searched),
        method=row.method,
        at=row.worked_out_at,
    )


def sure_of(row: AnswerVerdict) -> float | None:
    """Return how sure a verdict is, from 0 to 1; to the hundredth where it was kept before more of it was."""
    sure: int | None = row.sure
    confidence: int | None = row.confidence
    if sure is not None:
        return sure / 10_000
    return None if confidence is None else confidence / 100


def _part_as_of(part: Part, quotes: tuple[Quote, ...], stale: frozenset[UUID]) -> Part:
    borne = part.state.value in (VerdictState.SUPPORTED.value, VerdictState.SUPPORTED_WITH_EXCEPTION.value)
    if borne and part.quotes and quotes[part.quotes[0]].document_id in stale:
        return replace(part, state=Worked.STALE, reason=LAPSED)
    return part


async def stale_documents(rows: list[AnswerVerdict], on: date) -> frozenset[UUID]:
    """Return the documents quoted in verdicts that are past their date on a day."""
    quoted = {document for row in rows for document in document_ids(quotes_from_json(row.quotes))}
    if not quoted:
        return frozenset()
    documents = await Document.select(Document.id, Document.facts).where(Document.id.is_in(list(quoted)))
    return frozenset(row["id"] for row in documents if row["facts"] and is_stale(facts_from_json(row["facts"]), on))
