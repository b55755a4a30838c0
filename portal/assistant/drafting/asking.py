"""Answers a request for a draft in a conversation: the draft itself, kept for the person, with the link that takes it."""

from collections.abc import Sequence
from uuid import UUID

from knowledge.language import Language
from portal.assistant.drafting import writing
from portal.assistant.drafting.choosing import meant, topic_of
from portal.assistant.drafting.queries import take_words, where_taken
from portal.assistant.records.naming import Named, short
from portal.assistant.records.query import Asked, Query
from portal.assistant.records.telling import Block, Line, Told, ToldDraft
from portal.core.errors import Conflict
from portal.core.scope import Principal
from portal.drafts.composing import WRITTEN_BY
from portal.drafts.kinds import DraftKind
from portal.drafts.showing import left_out_words
from portal.ratings.drafting import find_ratable_assessment
from portal.review.addresses import address
from portal.review.standing import Reviewed, Standing, review_of
from portal.vendors.access import vendor_by_id_for

_OTHERS = 5
_A = {
    DraftKind.clarification: "a question to the vendor",
    DraftKind.finding: "a finding",
    DraftKind.narrative: "the text of the rating",
    DraftKind.summary: "an executive summary",
}


async def drafted(
    query: Query, who: Principal, vendors: Sequence[Named], language: Language | None = None
) -> tuple[Told, bool]:
    """Return the draft that was asked for, or what is missing to write it."""
    assert query.draft is not None
    if len(vendors) != 1:
        among = f"; there are {short(vendors)} here" if len(vendors) > 1 else ""
        return Told(f"A draft is about one vendor{among}. Name the vendor, or ask on its page."), False
    try:
        if query.asked is Asked.on_vendor:
            return await _on_vendor(query.draft, who, vendors[0], language), True
        return await _on_question(query, query.draft, who, vendors[0], language)
    except Conflict as error:
        return Told(error.sentence), False


async def _on_vendor(kind: DraftKind, who: Principal, named: Named, language: Language | None) -> Told:
    vendor = await vendor_by_id_for(who, named.id)
    written = await writing.write_on_vendor(who, kind, vendor, language)
    return Told(f"Draft of {_A[kind]} of {named.name}", draft=await _told(who, written))


async def _on_question(
    query: Query, kind: DraftKind, who: Principal, named: Named, language: Language | None
) -> tuple[Told, bool]:
    topic = topic_of(query.topic, [named])
    if not topic and not query.refs:
        said = f"Say which answer the draft is about, such as “draft {_A[kind]} on MFA” or “on AC-05”."
        return Told(said), False
    assessment = await find_ratable_assessment(await vendor_by_id_for(who, named.id))
    if assessment is None:
        return Told(
            f"{named.name} has submitted no questionnaire yet, so there is no answer to draft {_A[kind]} on."
        ), False
    review = await review_of(assessment)
    found = meant(review.reviewed, topic, query.refs)
    if not found:
        asked = f"There is no question about “{topic or ', '.join(query.refs)}” among those put to {named.name}."
        return Told(asked), False
    written = await writing.write_on_question(who, kind, assessment.id, found[0].ref, language)
    asked = f"Draft of {_A[kind]}, on {found[0].ref} of {named.name}"
    return Told(asked, _others(review, found[1:]), draft=await _told(who, written)), True


def _others(review: Standing, ones: Sequence[Reviewed]) -> tuple[Block, ...]:
    """Show which other answers the topic names, so that another one can be meant."""
    lines = tuple(
        Line(
            (f"{one.ref} {one.answered.question.text}", one.state.label if one.state else "no verdict"),
            address(review.assessment.id, one.ref, ""),
            one.ref,
        )
        for one in ones[:_OTHERS]
    )
    return (Block(("Also about it", "Verdict"), lines),) if lines else ()


async def _told(who: Principal, written: writing.Written) -> ToldDraft:
    """Keep the draft where a person asked, and lead to where it is taken; the system's own are kept nowhere."""
    composed, link, label = written.composed, "", ""
    if _is_person(who):
        row = await writing.keep(who, written)
        link, label = await where_taken(who, row), take_words(written.kind)
        label = label if not link.startswith("/drafts/") else "Open the draft"
    return ToldDraft(
        kind=written.kind.label,
        title=composed.title if written.kind is DraftKind.finding else "",
        text=composed.text,
        quotes=composed.quotes,
        link=link,
        label=label,
        note=" ".join(text for text in (left_out_words(composed.removed), composed.note) if text),
        written_by="" if composed.written_by == WRITTEN_BY else composed.written_by,
        prompt_version=composed.prompt_version,
    )


def _is_person(who: Principal) -> bool:
    try:
        return bool(UUID(who.id))
    except ValueError:
        return False
