"""The right of the workbench: the question in hand, with its quotes, its history and what can be decided."""

from dataclasses import dataclass

from knowledge.citations import Quote
from portal.assessments.reuse.standing import Taken, taken_of
from portal.assessments.suggestions.standing import confirmed_quotes
from portal.assessments.tables import Assessment
from portal.review.addresses import View, address
from portal.review.answers import documents_of
from portal.review.conflicts import StandingConflict
from portal.review.history import Event, Message, past_of
from portal.review.question_list import TONES
from portal.review.quotes import short_name, viewer_url
from portal.review.sides import Side
from portal.review.standing import Reviewed
from portal.risk.levels import VerdictState

WHAT_NOW = {
    VerdictState.SUPPORTED: "Agree if the words say what is answered.",
    VerdictState.SUPPORTED_WITH_EXCEPTION: "Agree if the exception is one; raise a finding where it is too much.",
    VerdictState.CONTRADICTED: "Agree if the document is right, and raise a finding or ask the vendor; overrule if both hold.",
    VerdictState.STALE: "Agree, and ask the vendor for a document that is in date.",
    VerdictState.OUT_OF_SCOPE: "Agree, and ask the vendor for a document on this service.",
    VerdictState.NOT_EVIDENCED: "Ask the vendor for a document that shows it, or agree that none does.",
}
UNCERTAIN = "Not certain: read the words, and agree only if they say what is answered and take nothing back nearby."
READ_IT = "Read the words quoted: overrule if they settle it; else ask the vendor for a document that shows it."


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One quote of the verdict, and where clicking it leads."""

    label: str
    text: str
    url: str
    active: bool


@dataclass(frozen=True, slots=True)
class PartLine:
    """One statement of an answer that makes several, what the evidence does to it, and where it says so."""

    text: str
    state: VerdictState
    reason: str
    cites: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side of a conflict as it is shown: whose words, from when, and where clicking it leads."""

    label: str
    text: str
    day: str
    url: str
    is_document: bool


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """Two statements that differ, the stronger and newer source first."""

    title: str
    why: str
    sides: list[SideLine]


@dataclass(frozen=True, slots=True)
class ConfirmedLine:
    """Words of a document from which the vendor confirmed its answer; without an address when it was removed."""

    label: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class InHand:
    """The question in hand."""

    reviewed: Reviewed
    parts: list[PartLine]
    quotes: list[QuoteLine]
    conflicts: list[ConflictLine]
    history: list[Event]
    thread: list[Message]
    verdict_tone: str
    controls: str
    previous_url: str
    next_url: str
    next_open_url: str
    overrule_options: list[tuple[str, str]]
    confirmed: list[ConfirmedLine]
    what_now: str
    taken: Taken | None
    taken_url: str


def _what_now(chosen: Reviewed) -> str:
    """Say what can be done about an open question."""
    state = chosen.verdict.state if chosen.verdict else None
    if state is None or not chosen.open or chosen.note:
        return ""
    if chosen.uncertain:
        return UNCERTAIN
    quoted = chosen.verdict is not None and chosen.verdict.quotes
    return READ_IT if state is VerdictState.NOT_EVIDENCED and quoted else WHAT_NOW[state]


async def question_in_hand(assessment: Assessment, listed: list[Reviewed], chosen: Reviewed, view: View) -> InHand:
    refs = [one.ref for one in listed]
    at = refs.index(chosen.ref) if chosen.ref in refs else -1
    before = refs[at - 1] if at > 0 else ""
    after = refs[at + 1] if at + 1 < len(refs) else ""
    state = chosen.verdict.state if chosen.verdict else None
    question = chosen.answered.question
    past = await past_of(assessment, question)
    row = chosen.answered.row
    taken = (await taken_of(assessment.id, {chosen.ref: row})).get(chosen.ref) if row else None
    waiting = next((ref for ref in _after(listed, at) if ref), "")
    return InHand(
        reviewed=chosen,
        parts=_part_lines(assessment, chosen, view),
        quotes=_quote_lines(assessment, chosen, view),
        conflicts=[conflict_line(assessment, chosen, one, view.filter) for one in chosen.conflicts],
        history=past.events,
        thread=past.thread,
        verdict_tone=TONES.get(state.value if state else "", ""),
        controls=" · ".join(str(c) for c in question.controls[:3]),
        previous_url=address(assessment.id, before, view.filter) if before else "",
        next_url=address(assessment.id, after, view.filter) if after else "",
        next_open_url=address(assessment.id, waiting, view.filter) if waiting else "",
        overrule_options=[(one.value, one.label) for one in VerdictState if one is not state],
        confirmed=await _confirmed_lines(assessment, chosen),
        what_now=_what_now(chosen),
        taken=taken,
        taken_url=address(taken.source, taken.source_ref, "") if taken else "",
    )


def _after(listed: list[Reviewed], at: int) -> list[str]:
    """Return what waits for a decision after the question in hand, then before it."""
    round_again = [*listed[at + 1 :], *listed[: max(at, 0)]]
    return [one.ref for one in round_again if one.open and not one.note]


def shown_quotes(one: Reviewed) -> list[Quote]:
    """Return the quotes that the middle can show: the verdict's, then those of conflicts that are not among them."""
    quotes = list(one.verdict.quotes) if one.verdict else []
    for side in (side for conflict in one.conflicts for side in conflict.sides):
        if side.quote is not None and _at(quotes, side.quote) < 0:
            quotes.append(side.quote)
    return quotes


def _at(quotes: list[Quote], quote: Quote) -> int:
    places = [(each.document_id, each.page, each.text) for each in quotes]
    wanted = (quote.document_id, quote.page, quote.text)
    return places.index(wanted) if wanted in places else -1


def conflict_line(assessment: Assessment, one: Reviewed, conflict: StandingConflict, filter_name: str) -> ConflictLine:
    """Return a conflict as it is shown at a question, its documents' words a click away in the middle."""
    return ConflictLine(
        conflict.kind.label, conflict.why, [_side_line(assessment, one, side, filter_name) for side in conflict.sides]
    )


def _side_line(assessment: Assessment, one: Reviewed, side: Side, filter_name: str) -> SideLine:
    if side.quote is not None:
        hit = _at(shown_quotes(one), side.quote) + 1
        url = address(assessment.id, one.ref, filter_name, hit=hit)
    else:
        own = side.assessment == assessment.id
        url = address(side.assessment or assessment.id, side.ref, filter_name if own else "")
    return SideLine(side.label, side.text, side.day, url, side.quote is not None)


async def _confirmed_lines(assessment: Assessment, chosen: Reviewed) -> list[ConfirmedLine]:
    given = chosen.answered.row.given if chosen.answered.row else None
    if given is None:
        return []
    quotes = await confirmed_quotes(assessment.id, chosen.ref, given)
    kept = {document.id for document in await documents_of(assessment.vendor)} if quotes else set()
    return [
        ConfirmedLine(
            f"{short_name(quote.document)} {quote.place}",
            quote.text,
            viewer_url(quote) if quote.document_id in kept else "",
        )
        for quote in quotes
    ]


def _part_lines(assessment: Assessment, chosen: Reviewed, view: View) -> list[PartLine]:
    if chosen.verdict is None:
        return []
    quotes = chosen.verdict.quotes
    return [
        PartLine(
            part.text,
            VerdictState(part.state.value),
            "" if part.state.value == VerdictState.SUPPORTED.value else part.reason,
            [
                (
                    f"{short_name(quotes[at].document)} {quotes[at].place}",
                    address(assessment.id, chosen.ref, view.filter, hit=at + 1),
                )
                for at in part.quotes
            ],
        )
        for part in chosen.verdict.parts
    ]


def _quote_lines(assessment: Assessment, chosen: Reviewed, view: View) -> list[QuoteLine]:
    """Return the verdict's quotes but those that a conflict shows already."""
    quotes = chosen.verdict.quotes if chosen.verdict else ()
    shown = [side.quote for conflict in chosen.conflicts for side in conflict.sides if side.quote is not None]
    return [
        QuoteLine(
            f"{short_name(quote.document)} {quote.place}",
            quote.text,
            address(assessment.id, chosen.ref, view.filter, hit=number),
            number == min(max(view.hit, 1), len(shown_quotes(chosen))),
        )
        for number, quote in enumerate(quotes, start=1)
        if _at(shown, quote) < 0
    ]
