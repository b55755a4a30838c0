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
from portal.assistant.keeping import Cited, Piece, cited_from_json, pieces, searched_from_json
from portal.assistant.records.naming import Named, short, vendors_for
from portal.assistant.records.telling import Told, told_from_json
from portal.assistant.states import TurnState
from portal.assistant.tables import Conversation, Turn
from portal.assistant.threads import EVERYONE, ids_from_json
from portal.assistant.wording import amount, searched_words, writer_words, written_words
from portal.core.dates import plural
from portal.core.scope import Can, Principal
from portal.engines import Engines
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
OF_ALL = (
    "Which certificates and reports expire within 90 days?",
    "Which vendors are rated D or worse?",
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
    ask_vendor: str
    told: Told | None = None
    read_as: str = ""
    among: str = ""
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
    """Vendors that the next question over all of them may be narrowed to."""

    slugs: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class AskBox:
    """The form that asks: about which vendor, in which conversation, among which vendors, and what was typed so far."""

    vendor: str
    conversation: UUID | None
    beside: bool
    question: str
    error: str
    hint: str
    choices: tuple[Choice, ...] = ()


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
) -> AssistantPage:
    """Return the page of a conversation; without one, the page where a person asks first."""
    scope = await scope_for(who, vendor.id if vendor else None)
    searched = Searched(0, 0) if scope.is_empty else await searched_in(scope)
    return AssistantPage(
        vendor=vendor.name if vendor else "",
        slug=vendor.slug if vendor else "",
        title=conversation.title if conversation else "",
        turns=await _turns(who, conversation, vendor) if conversation else [],
        box=await ask_box_for(who, vendor, conversation, question=question, error=error),
        suggestions=() if conversation else _suggestions(vendor, searched),
        holds=_holds(searched, vendor, len(scope.collections)),
        searched=searched,
        writer=writer_words(engines.language.name if engines.language else ""),
        earlier=await _earlier(who, vendor, conversation),
    )


def _suggestions(vendor: Vendor | None, searched: Searched) -> Sequence[str]:
    if not searched.documents:
        return ()
    return OF_VENDOR if vendor else OF_ALL


async def ask_box_for(
    who: Principal,
    vendor: Vendor | None,
    conversation: Conversation | None = None,
    *,
    beside: bool = False,
    question: str = "",
    error: str = "",
) -> AskBox:
    """Return the form that asks about a vendor, or about all of them and then about which."""
    hint = f"Ask about {vendor.name}…" if vendor else "Ask across all vendors…"
    choices = () if vendor else _choices(await vendors_for(who), await _narrowed(conversation))
    return AskBox(
        vendor.slug if vendor else "",
        conversation.id if conversation else None,
        beside,
        question,
        error,
        hint,
        choices,
    )


async def _narrowed(conversation: Conversation | None) -> Sequence[UUID] | None:
    """Return the vendors that the newest question of a conversation is about."""
    if conversation is None:
        return None
    mine = Turn.select(Turn.vendors).where(Turn.conversation == conversation.id)
    row = await mine.order_by(Turn.asked_at, ascending=False).first()
    return ids_from_json(row["vendors"]) if row else None


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
    return turn_view(who, turn, vendor, await vendors_for(who) if turn.vendors else (), said)


def turn_view(
    who: Principal, turn: Turn, vendor: Vendor | None, readable: Sequence[Named], said: tuple[Said, ...] = ()
) -> TurnView:
    """Return a turn as it is shown to this person, who may read these vendors."""
    searched = searched_from_json(turn.searched)
    told = told_from_json(turn.records)
    final = turn.state == TurnState.answered
    cannot = final and not turn.answered and told is None
    narrowed = ids_from_json(turn.vendors) or ()
    return TurnView(
        id=turn.id,
        question=turn.question,
        state=TurnState(turn.state),
        answered=turn.answered or told is not None,
        pieces=kept_pieces(turn),
        reason=turn.answer if cannot else "",
        nearest=cited_from_json(turn.citations) if cannot else [],
        unread=[(f"{page.document} p. {page.page}", page.state.label) for page in searched.unread],
        searched=searched_words(searched) if final and told is None else "",
        written=written_words(turn.written_by) if turn.answered or told is not None else "",
        note=turn.note,
        ask_vendor=f"/assessments/new?vendor={vendor.slug}" if vendor and who.can(Can.assess) else "",
        told=told,
        read_as=turn.read_as or "",
        among=short([one for one in readable if one.id in narrowed]),
        said=said,
        matters=matters_of(turn) if final else (),
        held=is_held(turn),
        interrupted=is_lost(turn) or turn.interrupted > 0,
    )


def kept_pieces(turn: Turn) -> list[Piece]:
    """Return the pieces of a kept answer; none when it could not be answered, or is made of rows and shown whole."""
    return pieces(turn.answer, cited_from_json(turn.citations)) if turn.answered and not turn.records else []


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
    readable = await vendors_for(who) if any(row.vendors for row in rows) else []
    said = await said_of(who, [row.id for row in rows])
    return [turn_view(who, row, vendor, readable, said.get(row.id, ())) for row in reversed(rows)]


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
