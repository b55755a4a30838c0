"""One question as its card shows it: what stands, what was typed, and what went wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from portal.assessments.reuse.offering import Offer
from portal.assessments.reuse.standing import Taken
from portal.assessments.speaking import Tongue
from portal.assessments.suggestions.standing import Suggested
from portal.assessments.talk.threads import Said, waits_for
from portal.assessments.wording import YES_NO, answer_words
from portal.evidence.queries import EvidenceLine
from questionnaires.languages import yes_no_in
from questionnaires.model import Question, QuestionKind, Tip
from questionnaires.structured import is_complete
from questionnaires.values import AnswerRow

ENGLISH = Tongue()


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen: an `exclusive` one goes with no other, `other` asks for words of one's own."""

    value: str
    words: str
    language: str
    exclusive: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """The answer that somebody else gave meanwhile, to compare with one's own."""

    words: str
    comment: str
    by: str
    row: AnswerRow | None

    @property
    def revision(self) -> int:
        """The revision one writes over when one keeps one's own answer."""
        return self.row.revision if self.row else 0


@dataclass(frozen=True, slots=True)
class Card:
    """A question with its answer.

    `values`, `own_words`, `comment` and `reason` are what its fields hold, `helpers` whom it is asked of.
    """

    assessment: UUID
    section: str
    question: Question
    row: AnswerRow | None
    values: tuple[str, ...]
    comment: str
    reason: str
    revision: int
    words: str
    documents: tuple[EvidenceLine, ...]
    library: int
    note: str
    editable: bool
    viewer: str
    error: str = ""
    unfinished: bool = False
    other: Other | None = None
    suggestion: Suggested | None = None
    confirmed: Suggested | None = None
    focus: bool = False
    correcting: bool = False
    tips: tuple[Tip, ...] = ()
    own_words: str = ""
    helpers: str = ""
    may_ask: bool = False
    offer: Offer | None = None
    started: Offer | None = None
    taken: Taken | None = None
    thread: tuple[Said, ...] = ()
    may_write: bool = False
    talking: bool = False
    unfolded: bool = False
    message: str = ""
    message_error: str = ""
    tongue: Tongue = ENGLISH
    source: Question | None = None

    @property
    def talk_open(self) -> bool:
        """Whether the thread stands open: it is what the page is about, the company wrote last, or somebody is writing."""
        return self.unfolded or self.talking or bool(self.message_error) or waits_for(self.thread, ours=False)

    @property
    def original_statement(self) -> str:
        """The words to attest in the original, where they are shown in another language."""
        source = self.source.statement if self.source else ""
        return source if source != self.question.statement else ""

    @property
    def suggests(self) -> bool:
        """Whether an answer is suggested, so that the fields are there to correct it."""
        return self.suggestion is not None and self.suggestion.answers

    @property
    def url(self) -> str:
        """Where the card's form is sent."""
        return f"/answer/{self.assessment}/questions/{self.question.ref}"

    @property
    def options(self) -> list[Option]:
        """What can be chosen, for a question of closed answers."""
        return options_of(self.question, self.tongue)

    @property
    def prefix(self) -> str:
        """What the names of its fields begin with: nothing, since each card is a form of its own."""
        return ""

    @property
    def answered(self) -> bool:
        """Whether an answer stands."""
        return self.row is not None and self.row.given is not None

    @property
    def has_holes(self) -> bool:
        """Whether cells of a table that must be filled in are still empty."""
        given = self.row.given if self.row else None
        return given is not None and not is_complete(self.question, given)

    @property
    def note_role(self) -> str:
        """How the note under the fields is told: what is wrong interrupts, what is still to be given does not."""
        return "alert" if (self.error and not self.unfinished) or self.other is not None else "status"

    @property
    def by(self) -> str:
        """Who answered, when it was somebody else than the one looking."""
        return self.row.answered_by if self.row and self.row.answered_by != self.viewer else ""


def options_of(question: Question, tongue: Tongue) -> list[Option]:
    """Return what can be chosen as an answer, for a question of closed answers."""
    if question.kind is QuestionKind.YES_NO:
        known = yes_no_in(tongue.chosen)
        if known and tongue.said:
            return [Option(answer.value, words, tongue.chosen) for answer, words in known.items()]
        return [Option(value, words, "en") for value, words in YES_NO]
    return [Option(one.value, one.label, tongue.of(one.label), one.exclusive, one.other) for one in question.choices]


def card(
    assessment: UUID,
    section: str,
    question: Question,
    row: AnswerRow | None,
    documents: Sequence[EvidenceLine],
    names: Mapping[str, str],
    note: str,
    editable: bool,
    viewer: str,
) -> Card:
    """Build the card of a question from the answer that stands."""
    given = row.given if row else None
    return Card(
        assessment,
        section,
        question,
        row,
        given.texts if given else (),
        given.comment if given else "",
        given.reason if given else "",
        row.revision if row else 0,
        answer_words(question, given, names) if given else "",
        tuple(documents),
        len(names),
        note,
        editable,
        viewer,
        own_words=given.other if given else "",
    )


def from_earlier(shown: Card, offer: Offer) -> Card:
    """Fill the card's fields with an earlier answer; nothing of it is saved yet."""
    given = offer.given
    return replace(
        shown,
        values=given.texts,
        own_words=given.other,
        comment=given.comment,
        reason=given.reason,
        started=offer,
        suggestion=None,
    )


def with_typed(shown: Card, raw: Mapping[str, Sequence[str]], revision: int) -> Card:
    """Put back into the card what was typed, so that a refused answer is not lost."""
    return replace(
        shown,
        values=tuple(raw.get("answer", ())),
        own_words=" ".join(raw.get("other", ())),
        comment="\n".join(raw.get("comment", ())),
        reason="\n".join(raw.get("reason", ())),
        revision=revision,
    )
