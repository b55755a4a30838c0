"""From the marks of a question to the query they make, or None where they do not make one; pure."""

from collections.abc import Sequence
from typing import TypeVar

from knowledge.facts import EvidenceKind
from portal.assistant.records.marks import Mark
from portal.assistant.records.naming import Named
from portal.assistant.records.query import ANY, Asked, Kinds, Query
from portal.assistant.records.vocabulary import Slot
from portal.drafts.kinds import DraftKind
from portal.risk.levels import FindingState, Grade, Severity, Tier, VerdictState

T = TypeVar("T")
_DATED_BY_PERIOD = frozenset({EvidenceKind.SOC_REPORT, EvidenceKind.BRIDGE_LETTER})
_HAS = frozenset(("has", "have", "had", "with"))


class _Said:
    """The marks by what they say."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks

    def has(self, slot: Slot) -> bool:
        return any(mark.slot is slot for mark in self.marks)

    def all(self, slot: Slot, kind: type[T]) -> tuple[T, ...]:
        return tuple(mark.value for mark in self.marks if mark.slot is slot and isinstance(mark.value, kind))

    def one(self, slot: Slot, kind: type[T]) -> T | None:
        found = dict.fromkeys(self.all(slot, kind))
        return next(iter(found)) if len(found) == 1 else None

    def words(self) -> set[str]:
        return set(self.all(Slot.word, str))


def build(asked: Asked, marks: Sequence[Mark], topic: str, unknown: str = "") -> Query | None:
    """Make the query; None where what was said does not go together."""
    said = _Said(marks)
    kinds = said.all(Slot.kind, Kinds)
    spans = [mark.value for mark in marks if mark.slot is Slot.span]
    if len(spans) > 1 or len({kind.words for kind in kinds} - {ANY.words}) > 1:
        return None
    kind = next((one for one in kinds if one.kinds), kinds[0] if kinds else ANY)
    query = Query(
        asked=asked,
        unknown=unknown,
        vendors=tuple(dict.fromkeys(said.all(Slot.vendor, Named))),
        kinds=kind,
        span=spans[0] if spans else None,  # type: ignore[arg-type]
        expired=said.has(Slot.expired) and (said.has(Slot.ends) or not spans),
        opinion=_opinion(said),
        severities=_levels(said),
        states=said.all(Slot.state, FindingState),
        overdue=said.has(Slot.overdue),
        tally=said.has(Slot.tally),
        sum=next((mark.value for mark in marks if mark.slot is Slot.sum), None),  # type: ignore[arg-type]
        method=said.one(Slot.method, str) or "",
        verdicts=tuple(dict.fromkeys(said.all(Slot.verdict, VerdictState))),
        tiers=tuple(dict.fromkeys(said.all(Slot.tier, Tier))),
        grades=_grades(said),
        grade_words=_grade_words(said),
        without=said.has(Slot.without) or said.has(Slot.unrated),
        pending=said.has(Slot.pending),
        topic=topic,
        refs=tuple(ref.upper() for ref in said.all(Slot.ref, str)),
        period=said.has(Slot.period) and bool(kind.kinds) and set(kind.kinds) <= _DATED_BY_PERIOD,
        since_rating=said.has(Slot.since_rating),
        questionnaires=said.has(Slot.questionnaire),
        everywhere=said.has(Slot.everyone),
        draft=next(
            iter((*said.all(Slot.draft_on_question, DraftKind), *said.all(Slot.draft_on_vendor, DraftKind))), None
        ),
    )
    return query if _GOES_TOGETHER.get(asked, _always)(query, said) else None


def _always(query: Query, said: _Said) -> bool:
    return True


def _opinion(said: _Said) -> str:
    return said.one(Slot.opinion, str) or ""


def _worse(said: _Said) -> str:
    return said.one(Slot.worse, str) or ""


def _meant(rank: int, named: int, how: str) -> bool:
    """Say whether a rank lies on the side that was asked for; the higher the worse."""
    if how.startswith("worse"):
        return rank > named or (rank == named and how == "worse")
    return rank < named or (rank == named and how == "better")


def _levels(said: _Said) -> tuple[Severity, ...]:
    named = said.all(Slot.severity, Severity)
    if not named or not _worse(said):
        return tuple(dict.fromkeys(named))
    return tuple(one for one in Severity if _meant(one.rank, named[0].rank, _worse(said)))


def _grades(said: _Said) -> tuple[Grade, ...]:
    named = said.all(Slot.grade, Grade)
    if not named or not _worse(said):
        return tuple(dict.fromkeys(named))
    return tuple(one for one in Grade if _meant(one.rank, named[0].rank, _worse(said)))


def _grade_words(said: _Said) -> str:
    named, how = said.all(Slot.grade, Grade), _worse(said)
    letters = " or ".join(dict.fromkeys(str(one.value) for one in named))
    return f"{how} {letters}" if how.endswith("than") else f"{letters} or {how}" if how else letters


def _documents(query: Query, said: _Said) -> bool:
    """Whose documents are meant must be said by a verb: "who has", "did Helio send", "without"."""
    return said.has(Slot.sent) or said.has(Slot.without) or bool(said.words() & _HAS)


def _exceptions(query: Query, said: _Said) -> bool:
    return query.kinds is ANY or (EvidenceKind.SOC_REPORT in query.kinds.kinds and query.kinds.words != "reports")


def _tests(query: Query, said: _Said) -> bool:
    return query.kinds.kinds == (EvidenceKind.PENETRATION_TEST,) and query.states == (FindingState.OPEN,)


def _soc(query: Query, said: _Said) -> bool:
    return query.kinds is ANY or query.kinds.kinds[:1] == (EvidenceKind.SOC_REPORT,)


def _insurance(query: Query, said: _Said) -> bool:
    """What an insurance covers is told by its words; who has one and how high its limit is, by rows."""
    limit = said.one(Slot.insured, str) is not None or "much" in said.words()
    asked = limit or query.sum is not None or said.has(Slot.who)
    return asked and (query.kinds is ANY or EvidenceKind.INSURANCE in query.kinds.kinds)


def _findings(query: Query, said: _Said) -> bool:
    return query.span is None or "due" in said.words()


def _verdicts(query: Query, said: _Said) -> bool:
    return not query.kinds.kinds


def _ratings(query: Query, said: _Said) -> bool:
    """A letter alone may be any letter: it counts where the question speaks of ratings."""
    return not (said.has(Slot.worse) and not said.has(Slot.grade)) and not (query.without and query.grades)


def _tiers(query: Query, said: _Said) -> bool:
    """Whose tier is meant must be said: data centres have tiers, too."""
    return bool(query.vendors or {"vendor", "vendors", "partner", "partners"} & said.words()) or said.has(Slot.who)


def _ends(query: Query, said: _Said) -> bool:
    return bool(query.kinds.kinds) or query.expired or query.span is not None


def _answers(query: Query, said: _Said) -> bool:
    """Who answered must be said, or that it was a vendor."""
    vendors = {"vendor", "vendors", "partner", "partners", "they"} & said.words()
    return bool(query.vendors or query.unknown or vendors or query.refs) and not said.has(Slot.who)


_GOES_TOGETHER = {
    Asked.documents: _documents,
    Asked.exceptions: _exceptions,
    Asked.opinions: _soc,
    Asked.tests: _tests,
    Asked.cover: _insurance,
    Asked.findings: _findings,
    Asked.verdicts: _verdicts,
    Asked.ratings: _ratings,
    Asked.tiers: _tiers,
    Asked.ends: _ends,
    Asked.answers: _answers,
}
