"""What the assistant's pages show: one conversation with its answers, what it searches, and the person's earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from knowledge.retrieval import Searched
from knowledge.surveying import searched_in
from portal.assistant.access import scope_for
from portal.assistant.keeping import Cited, Piece, cited_from_json, pieces, searched_from_json
from portal.assistant.states import TurnState
from portal.assistant.tables import Conversation, Turn
from portal.assistant.wording import amount, searched_words, writer_words, written_words
from portal.core.scope import Can, Principal
from portal.engines import Engines
from portal.vendors.tables import Vendor

MOST_TURNS = 200
MOST_EARLIER = 20
OF_VENDOR = (
    "Which deviations did the auditor note?",
    "How soon is access of leavers removed?",
    "How is customer data encrypted at rest?",
    "How soon are customers told of a breach?",
    "Who are the sub-processors?",
    "When was the last penetration test?",
)
OF_ALL = (
    "How is customer data encrypted at rest?",
    "How soon is access of leavers removed?",
    "How soon are customers told of a breach?",
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

    @property
    def quotes(self) -> list[Cited]:
        """The quotes behind sentences that are not quotes themselves."""
        return [cited for piece in self.pieces if not piece.verbatim for cited in piece.cites]


@dataclass(frozen=True, slots=True)
class AskBox:
    """The form that asks: about which vendor, in which conversation, and what was typed so far."""

    vendor: str
    conversation: UUID | None
    beside: bool
    question: str
    error: str
    hint: str


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
        box=ask_box(vendor, conversation, question=question, error=error),
        suggestions=() if not searched.documents or conversation else OF_VENDOR if vendor else OF_ALL,
        holds=_holds(searched, vendor, len(scope.collections)),
        searched=searched,
        writer=writer_words(engines.language.name if engines.language else ""),
        earlier=await _earlier(who, vendor, conversation),
    )


def ask_box(
    vendor: Vendor | None,
    conversation: Conversation | None = None,
    *,
    beside: bool = False,
    question: str = "",
    error: str = "",
) -> AskBox:
    """Return the form that asks about a vendor, or about all of them."""
    hint = f"Ask about {vendor.name}…" if vendor else "Ask across all vendors…"
    return AskBox(
        vendor.slug if vendor else "", conversation.id if conversation else None, beside, question, error, hint
    )


def turn_view(who: Principal, turn: Turn, vendor: Vendor | None) -> TurnView:
    """Return a turn as it is shown to this person."""
    searched = searched_from_json(turn.searched)
    final = turn.state == TurnState.answered
    return TurnView(
        id=turn.id,
        question=turn.question,
        state=TurnState(turn.state),
        answered=turn.answered,
        pieces=kept_pieces(turn),
        reason=turn.answer if final and not turn.answered else "",
        nearest=cited_from_json(turn.citations) if final and not turn.answered else [],
        unread=[(f"{page.document} p. {page.page}", page.state.label) for page in searched.unread],
        searched=searched_words(searched) if final else "",
        written=written_words(turn.written_by) if turn.answered else "",
        note=turn.note,
        ask_vendor=f"/assessments/new?vendor={vendor.slug}" if vendor and who.can(Can.assess) else "",
    )


def kept_pieces(turn: Turn) -> list[Piece]:
    """Return the pieces of a kept answer; none when it could not be answered."""
    return pieces(turn.answer, cited_from_json(turn.citations)) if turn.answered else []


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
    return [turn_view(who, row, vendor) for row in reversed(rows)]


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
