"""The right of the workbench: the question in hand, with its quotes, its history and what can be decided."""

from dataclasses import dataclass

from portal.assessments.suggestions.standing import confirmed_quotes
from portal.assessments.tables import Assessment
from portal.review.addresses import View, address
from portal.review.answers import documents_of
from portal.review.history import Event, history_of
from portal.review.question_list import TONES
from portal.review.quotes import short_name, viewer_url
from portal.review.standing import Reviewed
from portal.risk.levels import VerdictState


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One quote of the verdict, and where clicking it leads."""

    label: str
    text: str
    url: str
    active: bool


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
    quotes: list[QuoteLine]
    history: list[Event]
    verdict_tone: str
    controls: str
    previous_url: str
    next_url: str
    overrule_options: list[tuple[str, str]]
    confirmed: list[ConfirmedLine]


async def question_in_hand(assessment: Assessment, listed: list[Reviewed], chosen: Reviewed, view: View) -> InHand:
    refs = [one.ref for one in listed]
    at = refs.index(chosen.ref) if chosen.ref in refs else -1
    before = refs[at - 1] if at > 0 else ""
    after = refs[at + 1] if at + 1 < len(refs) else ""
    state = chosen.verdict.state if chosen.verdict else None
    question = chosen.answered.question
    return InHand(
        reviewed=chosen,
        quotes=_quote_lines(assessment, chosen, view),
        history=await history_of(assessment, question),
        verdict_tone=TONES.get(state.value if state else "", ""),
        controls=" · ".join(str(c) for c in question.controls[:3]),
        previous_url=address(assessment.id, before, view.filter) if before else "",
        next_url=address(assessment.id, after, view.filter) if after else "",
        overrule_options=[(one.value, one.label) for one in VerdictState if one is not state],
        confirmed=await _confirmed_lines(assessment, chosen),
    )


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


def _quote_lines(assessment: Assessment, chosen: Reviewed, view: View) -> list[QuoteLine]:
    quotes = chosen.verdict.quotes if chosen.verdict else ()
    return [
        QuoteLine(
            f"{short_name(quote.document)} {quote.place}",
            quote.text,
            address(assessment.id, chosen.ref, view.filter, hit=number),
            number == min(max(view.hit, 1), len(quotes)),
        )
        for number, quote in enumerate(quotes, start=1)
    ]
