"""What the page shows that passes a question on: to which vendor, in which open questionnaire, and at which question."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.assessments.talk.threads import may_talk
from portal.assistant.access import turn_for
from portal.assistant.drafting.choosing import topic_of
from portal.assistant.passing_on.fitting import nearest
from portal.assistant.passing_on.offers import Offer, address, askable, with_questionnaire
from portal.assistant.queries import vendor_of
from portal.assistant.records.naming import Named, mentions, short, vendors_for
from portal.assistant.tables import Conversation, Turn
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from questionnaires.model import Questionnaire
from questionnaires.storing import questionnaires_of

MOST_OPEN = 10
MOST_WORDS = 80
_TALKING = [state.value for state in AssessmentState if may_talk(state)]


@dataclass(frozen=True, slots=True)
class Passed:
    """A person's own question, and the vendors it can be passed on to."""

    turn: Turn
    conversation: Conversation
    vendors: list[Named]
    readable: list[Named]

    @property
    def words(self) -> str:
        """The question as it was taken: one that only adds a name to the question before is that question."""
        return str(self.turn.read_as or self.turn.question)

    @property
    def back(self) -> str:
        """Where the question was asked."""
        return f"/assistant/{self.conversation.id}#turn-{self.turn.id}"

    def about(self, vendor: Named) -> str:
        """Return the other vendors that the question names, which this one would read."""
        others = [one.vendor for one in mentions(self.words, self.readable) if one.vendor.id != vendor.id]
        return short(list(dict.fromkeys(others)))


@dataclass(frozen=True, slots=True)
class PassOnPage:
    """A question on its way to a vendor: which vendor, or at which question of an open questionnaire it is written."""

    turn: UUID
    title: str
    back: str
    words: str
    vendor: Named | None
    vendors: list[tuple[str, str]]
    assessment: UUID | None = None
    questionnaire: str = ""
    state: AssessmentState | None = None
    questions: tuple[tuple[str, str], ...] = ()
    ref: str = ""
    names_others: str = ""
    elsewhere: tuple[Offer, ...] = ()


async def passed_for(who: Principal, turn_id: UUID) -> Passed:
    """Return the person's own question with the vendors they may pass it on to. Raises NotFound, NotAllowed."""
    who.require(Can.review)
    who.require(Can.assess)
    turn, conversation = await turn_for(who, turn_id)
    readable = await vendors_for(who)
    return Passed(turn, conversation, askable(turn, await vendor_of(conversation), readable), readable)


def vendor_in(passed: Passed, slug: str) -> Named | None:
    """Return the vendor meant, the only one if none is named; None while it has to be chosen. Raises NotFound."""
    if not slug and len(passed.vendors) > 1:
        return None
    found = [one for one in passed.vendors if one.slug == slug or not slug]
    if not found:
        raise NotFound()
    return found[0]


async def open_assessments(vendor: Named) -> list[Assessment]:
    """Return the vendor's questionnaires in which messages can be written, the newest first."""
    mine = (Assessment.vendor == vendor.id) & Assessment.state.is_in(_TALKING)
    rows: list[Assessment] = (
        await Assessment.objects().where(mine).order_by(Assessment.sent_at, ascending=False).limit(MOST_OPEN)
    )
    return rows


def choice_page(passed: Passed) -> PassOnPage:
    """Return the page on which the vendor is chosen."""
    options = [(one.slug, one.name) for one in sorted(passed.vendors, key=lambda one: one.name.casefold())]
    return PassOnPage(passed.turn.id, passed.conversation.title, passed.back, passed.words, None, options)


async def message_page(
    passed: Passed, vendor: Named, there: Sequence[Assessment], wanted: UUID | None = None
) -> PassOnPage:
    """Return the form that writes to the vendor in one of its open questionnaires: the one wanted, else the one that fits.

    Raises NotFound for one that is not among them.
    """
    meant = [row for row in there if wanted in (None, row.id)]
    if not meant:
        raise NotFound()
    asked = await questionnaires_of(row.questionnaire for row in meant)
    topic = topic_of(passed.words, passed.readable)
    fits = [(row, *nearest(topic, asked[row.questionnaire])) for row in meant]
    row, _, ref = max(fits, key=lambda each: each[1])
    others = [Offer(other.title, address(passed.turn.id, vendor.slug, other.id)) for other in there if other is not row]
    return PassOnPage(
        turn=passed.turn.id,
        title=passed.conversation.title,
        back=passed.back,
        words=passed.words,
        vendor=vendor,
        vendors=[],
        assessment=row.id,
        questionnaire=row.title,
        state=AssessmentState(row.state),
        questions=_options(asked[row.questionnaire]),
        ref=ref,
        names_others=passed.about(vendor),
        elsewhere=(*others, Offer("a new questionnaire", with_questionnaire(passed.turn.id, vendor.slug))),
    )


def _options(questionnaire: Questionnaire) -> tuple[tuple[str, str], ...]:
    return tuple((question.ref, f"{question.ref} {question.text[:MOST_WORDS]}") for question in questionnaire.questions)
