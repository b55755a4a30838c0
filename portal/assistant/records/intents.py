"""What each kind of question over rows must say, and the only other things it may say; pure."""

from dataclasses import dataclass, field

from portal.assistant.records.query import Asked
from portal.assistant.records.vocabulary import Slot

S = Slot
# Words that say nothing by themselves. Any other word that no mark takes means that the question asks something else.
_COMMON = """
    a an the of in at by from to for with and or any all our we us they them their its it is are was were be been
    has have had do does did will please me now today currently still yet already there that so far s
    vendor vendors partner partners supplier suppliers company companies between each every"""
COMMON = frozenset(_COMMON.split())
_YES_NO = "is are was were does do did has have had can could should would will must may if why how in"
YES_NO = frozenset(_YES_NO.split())
TOPIC = r"\b(?:about|on|regarding|concerning|with\s+regard\s+to|with\s+respect\s+to|in\s+terms\s+of|when\s+it\s+comes\s+to)\s+"


@dataclass(frozen=True, slots=True)
class Intent:
    """One kind of question: `needs` must all be said, and of each of `one_of` one; `allows` may be said as well."""

    asked: Asked
    needs: frozenset[Slot]
    one_of: tuple[frozenset[Slot], ...] = ()
    allows: frozenset[Slot] = frozenset()
    words: frozenset[str] = frozenset()
    topic: str = ""
    how: bool = False
    yes_no: bool = False
    slots: frozenset[Slot] = field(init=False)

    def __post_init__(self) -> None:
        """Put together all that may be said."""
        always = {S.vendor, S.everyone, S.who, S.opener, S.word}
        said = self.needs | self.allows | frozenset().union(*self.one_of)
        object.__setattr__(self, "slots", said | always)


def _of(*slots: Slot) -> frozenset[Slot]:
    return frozenset(slots)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# The first that fits is meant; what a later one would need is not allowed by an earlier one.
INTENTS: tuple[Intent, ...] = (
    Intent(Asked.on_question, _of(S.draft_on_question), allows=_of(S.ref, S.answer, S.questionnaire),
           words=_words("on about regarding concerning question this"), topic="allowed"),
    Intent(Asked.on_vendor, _of(S.draft_on_vendor), allows=_of(S.rating), words=_words("on about this")),
    Intent(Asked.comparison, _of(S.compare), words=_words("how they"), topic="needed", how=True),
    Intent(Asked.changes, _of(S.changed), (_of(S.span, S.since_rating),), words=_words("what's else")),
    Intent(Asked.verdicts, _of(S.verdict, S.answer), allows=_of(S.kind, S.questionnaire), topic="allowed",
           words=_words("which questions own")),
    Intent(Asked.unanswered, _of(S.unanswered), (_of(S.who, S.vendor, S.questionnaire),), _of(S.opener)),
    Intent(Asked.opinions, _of(S.opinion), allows=_of(S.kind), yes_no=True, words=_words("carry carries got received")),
    Intent(Asked.exceptions, _of(S.exception), (_of(S.kind, S.auditor, S.who, S.vendor),), _of(S.kind, S.auditor),
           _words("noted listed reported"), topic="allowed"),
    Intent(Asked.tests, _of(S.kind, S.state), (_of(S.finding, S.severity),), _of(S.severity, S.worse, S.finding),
           _words("issues last latest left leave leaves")),
    Intent(Asked.findings, _of(S.finding), (_of(S.state, S.overdue, S.tally, S.severity, S.vendor),),
           _of(S.state, S.overdue, S.tally, S.severity, S.worse, S.span), _words("severity due raised")),
    Intent(Asked.subservices, _of(S.method), (_of(S.subservice, S.who),), _of(S.subservice), _words("use uses using")),
    Intent(Asked.ratings, _of(), (_of(S.rating, S.grade, S.unrated),),
           _of(S.worse, S.ends, S.expired, S.period, S.span, S.when, S.approved, S.pending, S.rating, S.grade),
           _words("who when what current"), how=True, yes_no=True),
    Intent(Asked.tiers, _of(S.tier), words=_words("tier tiers"), yes_no=True),
    Intent(Asked.cover, _of(S.insured), (_of(S.sum, S.who, S.vendor, S.opener),), _of(S.sum, S.kind),
           _words("cyber much liability")),
    Intent(Asked.overdue, _of(S.overdue), allows=_of(S.questionnaire), words=_words("else")),
    Intent(Asked.documents, _of(S.kind), (_of(S.sent, S.without),), _of(S.span, S.sent, S.without), _words("valid current")),
    Intent(Asked.ends, _of(S.kind), (_of(S.ends, S.period, S.expired),),
           _of(S.ends, S.period, S.expired, S.span, S.when), _words("validity"), yes_no=True),
    Intent(Asked.ends, _of(S.ends, S.span), allows=_of(S.expired), words=_words("else")),
    Intent(Asked.documents, _of(S.kind, S.who), words=_words("current valid")),
    Intent(Asked.answers, _of(S.answer), allows=_of(S.ref, S.questionnaire, S.verdict),
           words=_words("question questions give gave say said made"), topic="needed", how=True),
)  # fmt: skip
