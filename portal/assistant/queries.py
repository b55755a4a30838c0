"""What the assistant's pages show: one conversation with its answers, what it searches, and the person's earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from knowledge.retrieval import Searched
from knowledge.surveying import searched_in
from portal.assistant.access import scope_for
from portal.assistant.feedback.judgements import Judgement
from portal.assistant.feedback.matters import Said, matters_of, said_of
from portal.assistant.holding import is_held, is_lost
from portal.assistant.keeping import Cited, Piece, behind_rows, cited_from_json, pieces, searched_from_json
from portal.assistant.passing_on.offers import Offer, askable, may_pass_on, offers
from portal.assistant.records.naming import Named, short, vendors_for
from portal.assistant.records.telling import Told, told_from_json
from portal.assistant.states import TurnState
from portal.assistant.tables import Conversation, Turn
from portal.assistant.threads import EVERYONE, ids_from_json
from portal.assistant.wording import amount, searched_words, writer_words, written_words
from portal.core.dates import plural
from portal.core.scope import Principal
from portal.engines import Engines
from portal.evidence.current import evidence_of
from portal.evidence.tables import Evidence
from portal.vendors.tables import Vendor

MOST_TURNS = 200
MOST_EARLIER = 20
MOST_CHOICES = 200
OF_VENDOR = (
    "Which deviations did the auditor note?",
    "How soon is access of leavers removed?",
    "How is customer data encrypted at rest?",
    "How soon are customers told of a breach?",
    "Who are the sub-processors?",
    "When was the last penetration test?",
    "Which answers are contradicted?",
    "Write an executive summary",
)
OF_DOCUMENT = (
    "How soon is access of leavers removed?",
    "How often are access rights reviewed?",
    "How is customer data encrypted at rest?",
    "How soon are customers told of a breach?",
)
OF_ALL = (
    "Which certificates and reports expire within 90 days?",
    "Which vendors are rated D or worse?",
    "How do our critical vendors encrypt backups?",
    "How is customer data encrypted at rest?",
    "How soon is access of leavers removed?",
    "Is multi-factor authentication required for administrators?",
)


@dataclass(frozen=True, slots=True)
class TurnView:
    """One question with its answer, as it is shown."""

    id: UUID
    question: str
    state: TurnState
    answered: bool
    pieces: list[Piece]
    reason: str
    nearest: list[Cited]
    unread: list[tuple[str, str]]
    searched: str
    written: str
    note: str
    asks: tuple[Offer, ...] = ()
    told: Told | None = None
    read_as: str = ""
    among: str = ""
    inside: str = ""
    said: tuple[Said, ...] = ()
    matters: tuple[str, ...] = ()
    held: bool = False
    interrupted: bool = False

    @property
    def judgements(self) -> list[tuple[str, str]]:
        """What can be said of the answer."""
        return [(one.value, one.label) for one in Judgement]

    @property
    def quotes(self) -> list[Cited]:
        """The quotes behind sentences that are not quotes themselves."""
        return [cited for piece in self.pieces if not piece.verbatim for cited in piece.cites]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the next question may be narrowed to: vendors (their slugs) of all, or a document (its id) of a vendor's."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class AskBox:
    """The form that asks: about which vendor, in which conversation, and what was typed so far.

    `choices` are the vendors it may be narrowed to, or for a question about one vendor `documents` its documents.
    """

    vendor: str
    conversation: UUID | None
    beside: bool
    question: str
    error: str
    hint: str
    choices: tuple[Choice, ...] = ()
    documents: tuple[Choice, ...] = ()

    @property
    def document(self) -> UUID | None:
        """The one document that is asked next, if not all of them are."""
        return next((UUID(one.value) for one in self.documents if one.chosen and one.value), None)


@dataclass(frozen=True, slots=True)
class AskedFragment:
    """The answer to a question sent by a page that stays: the new turn, and the form made ready for the next."""

    turn: TurnView
    box: AskBox


@dataclass(frozen=True, slots=True)
class Earlier:
    """One of the person's earlier conversations."""

    id: UUID
    title: str
    vendor: str
    begun: datetime
    current: bool


@dataclass(frozen=True, slots=True)
class AssistantPage:
    """A conversation, or the place where one begins."""

    vendor: str
    slug: str
    title: str
    turns: list[TurnView]
    box: AskBox
    suggestions: Sequence[str]
    holds: str
    searched: Searched
    writer: str
    earlier: list[Earlier]

    @property
    def home(self) -> str:
        """Where a new conversation of this kind begins."""
        return f"/vendors/{self.slug}/assistant" if self.slug else "/assistant"


async def assistant_page(
    who: Principal,
    engines: Engines,
    vendor: Vendor | None,
    conversation: Conversation | None = None,
    question: str = "",
    error: str = "",
    document: UUID | None = None,
) -> AssistantPage:
    """Return the page of a conversation; without one, the page where a person asks first."""
    box = await ask_box_for(who, vendor, conversation, question=question, error=error, document=document)
    scope = await scope_for(who, vendor.id if vendor else None, document=box.document)
    searched = Searched(0, 0) if scope.is_empty else await searched_in(scope)
    return AssistantPage(
        vendor=vendor.name if vendor else "",
        slug=vendor.slug if vendor else "",
        title=conversation.title if conversation else "",
        turns=await _turns(who, conversation, vendor) if conversation else [],
        box=box,
        suggestions=() if conversation else _suggestions(vendor, searched, box.document),
        holds=_holds(searched, vendor, len(scope.collections)),
        searched=searched,
        writer=writer_words(engines.language.name if engines.language else ""),
        earlier=await _earlier(who, vendor, conversation),
    )


def _suggestions(vendor: Vendor | None, searched: Searched, document: UUID | None) -> Sequence[str]:
    if not searched.documents:
        return ()
    return OF_ALL if vendor is None else OF_VENDOR if document is None else OF_DOCUMENT


async def ask_box_for(
    who: Principal,
    vendor: Vendor | None,
    conversation: Conversation | None = None,
    *,
    beside: bool = False,
    question: str = "",
    error: str = "",
    document: UUID | None = None,
) -> AskBox:
    """Return the form that asks about a vendor and which of its documents, or about all vendors and then about which."""
    newest = await _newest(conversation)
    choices = () if vendor else _choices(await vendors_for(who), ids_from_json(newest.vendors) if newest else None)
    asked_of = newest.document if newest and document is None else document
    documents = _documents(await evidence_of(vendor.id), asked_of) if vendor and not beside else ()
    about = next((one.label for one in documents if one.chosen and one.value), vendor.name if vendor else "")
    hint = f"Ask about {about}…" if about else "Ask across all vendors…"
    return AskBox(
        vendor.slug if vendor else "",
        conversation.id if conversation else None,
        beside,
        question,
        error,
        hint,
        choices,
        documents,
    )


async def _newest(conversation: Conversation | None) -> Turn | None:
    """Return the newest question of a conversation, which tells what the next is about unless that says otherwise."""
    if conversation is None:
        return None
    mine = Turn.objects().where(Turn.conversation == conversation.id)
    return await mine.order_by(Turn.asked_at, ascending=False).first()


def _documents(held: Sequence[Evidence], chosen: UUID | None) -> tuple[Choice, ...]:
    """Offer all documents of a vendor, and each; the newest upload first."""
    inside = any(one.id == chosen for one in held)
    each = [Choice(str(one.id), one.name, one.id == chosen) for one in reversed(held)]
    return (Choice("", "All documents", not inside), *each[:MOST_CHOICES])


def _choices(readable: Sequence[Named], narrowed: Sequence[UUID] | None) -> tuple[Choice, ...]:
    """Offer all vendors, those the conversation is about, and each; of many only those it is about."""
    inside = [one for one in readable if narrowed is not None and one.id in narrowed]
    choices = [Choice(EVERYONE, f"All {plural(len(readable), 'vendor')}", not inside)]
    if len(inside) > 1:
        choices.append(Choice(",".join(one.slug for one in inside), short(inside), True))
    each = readable if len(readable) <= MOST_CHOICES else inside
    choices += [Choice(one.slug, one.name, inside == [one]) for one in each]
    return tuple(choices)


async def turn_view_of(who: Principal, turn: Turn, vendor: Vendor | None) -> TurnView:
    """Return a turn as it is shown to this person, with the vendors it is narrowed to."""
    said = (await said_of(who, [turn.id])).get(turn.id, ())
    inside = (await _names([turn])).get(turn.document, "")
    return turn_view(who, turn, vendor, await vendors_for(who) if vendor is None else (), said, inside)


async def _names(turns: Sequence[Turn]) -> dict[UUID | None, str]:
    """Return the names of the documents that questions were asked of; of a removed one, that it is."""
    asked_of = {turn.document for turn in turns if turn.document}
    if not asked_of:
        return {}
    there = Evidence.id.is_in(list(asked_of)) & Evidence.removed_at.is_null()
    rows = await Evidence.select(Evidence.id, Evidence.name).where(there)
    return {**dict.fromkeys(asked_of, "a document that was removed"), **{row["id"]: row["name"] for row in rows}}


def turn_view(
    who: Principal,
    turn: Turn,
    vendor: Vendor | None,
    readable: Sequence[Named],
    said: tuple[Said, ...] = (),
    inside: str = "",
) -> TurnView:
    """Return a turn as it is shown to this person, who may read these vendors."""
    searched = searched_from_json(turn.searched)
    told = told_from_json(turn.records)
    final = turn.state == TurnState.answered
    rows_alone = told is not None and not told.ends
    cannot = final and not turn.answered and not rows_alone
    text, cited = behind_rows(turn.answer, cited_from_json(turn.citations), told)
    narrowed = ids_from_json(turn.vendors) or ()
    return TurnView(
        id=turn.id,
        question=turn.question,
        state=TurnState(turn.state),
        answered=turn.answered or rows_alone,
        pieces=kept_pieces(turn),
        reason=text if cannot else "",
        nearest=cited if cannot else [],
        unread=[(f"{page.document} p. {page.page}", page.state.label) for page in searched.unread],
        searched=searched_words(searched) if final and not rows_alone else "",
        written=written_words(turn.written_by) if turn.answered or rows_alone else "",
        note=turn.note,
        asks=offers(turn.id, askable(turn, vendor, readable), vendor is None) if cannot and may_pass_on(who) else (),
        told=told,
        read_as=turn.read_as or "",
        among=short([one for one in readable if one.id in narrowed]),
        inside=inside,
        said=said,
        matters=matters_of(turn) if final else (),
        held=is_held(turn),
        interrupted=is_lost(turn) or turn.interrupted > 0,
    )


def kept_pieces(turn: Turn) -> list[Piece]:
    """Return the pieces of a kept answer; none when it could not be answered, or is made of rows and shown whole."""
    told = told_from_json(turn.records)
    if not turn.answered or (told is not None and not told.ends):
        return []
    return pieces(*behind_rows(turn.answer, cited_from_json(turn.citations), told))


async def vendor_of(conversation: Conversation) -> Vendor | None:
    """Return the vendor a conversation is about; None when it is about all of them."""
    if conversation.vendor is None:
        return None
    return await Vendor.objects().where(Vendor.id == conversation.vendor).first()


async def _turns(who: Principal, conversation: Conversation, vendor: Vendor | None) -> list[TurnView]:
    rows = await (
        Turn.objects()
        .where(Turn.conversation == conversation.id)
        .order_by(Turn.asked_at, ascending=False)
        .limit(MOST_TURNS)
    )
    readable = await vendors_for(who) if vendor is None else []
    said, names = await said_of(who, [row.id for row in rows]), await _names(rows)
    return [
        turn_view(who, row, vendor, readable, said.get(row.id, ()), names.get(row.document, ""))
        for row in reversed(rows)
    ]


async def _earlier(who: Principal, vendor: Vendor | None, current: Conversation | None) -> list[Earlier]:
    where = Conversation.person == UUID(who.id)
    rows = await (
        Conversation.select(
            Conversation.id,
            Conversation.title,
            Conversation.created_at,
            Conversation.vendor.name.as_alias("vendor_name"),
        )
        .where(where & (Conversation.vendor == vendor.id) if vendor else where)
        .order_by(Conversation.created_at, ascending=False)
        .limit(MOST_EARLIER)
    )
    return [
        Earlier(
            row["id"],
            row["title"],
            row["vendor_name"] or "All vendors",
            row["created_at"],
            current is not None and row["id"] == current.id,
        )
        for row in rows
    ]


def _holds(searched: Searched, vendor: Vendor | None, vendors: int) -> str:
    whose = vendor.name if vendor else f"{vendors} vendor{'' if vendors == 1 else 's'}"
    return f"{amount(searched)} of {whose}" if searched.documents else ""
