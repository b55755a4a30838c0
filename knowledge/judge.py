"""Judges one sentence against a claim: by rules, by heads, by whom it is about and when it is so; pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from knowledge.actors import Actors
from knowledge.comparing import Comparison, Relation, Stated, compare, stated
from knowledge.denying import denies
from knowledge.evidence import Candidate, Key
from knowledge.facts import DocumentFacts, EvidenceKind
from knowledge.hearing import Known, hear, known
from knowledge.leaning import leant
from knowledge.readings import find_reading
from knowledge.regions import stated_beyond
from knowledge.second_reading import (
    HEARD,
    HEARD_DENIED,
    NAMED_ALIKE,
    Reads,
    denied,
    doubted,
    is_procedure,
    is_unnamed,
    is_worth,
    leaning,
    possibly,
    seeming,
    unanswered,
    undenied,
    unsaid,
)
from knowledge.services import covers
from knowledge.specifics import Value, ValueKind, values
from knowledge.stances.judging import Told
from knowledge.stances.statements import made

Sources = Mapping[UUID, DocumentFacts | None]
_YEAR = re.compile(
    r"\b(?:from|in|by|during|starting|as\s+of|(?:end|half|quarter|course|start|beginning|middle|spring|summer|autumn|fall|winter)\s+of)"
    r"\s+(?:[A-Z][a-z]+\s+)?(20\d\d)\b"
)
_THEN = re.compile(
    r"^[\W\d]*(?:in|during|throughout)\s+(?:the\s+year\s+)?(?P<year>20\d\d)\b(?![^.]*\b(?:is|are|has|have)\b)[^.]*\b(?:was|were|had)\b",
    re.I,
)
SILENT = Comparison(Relation.SILENT, "", 0.0)
DENIED = Comparison(Relation.CONFLICTS, "The document denies what the claim is about.", 1.0)
_DECIDED = (Relation.SUPPORTS, Relation.RESTRICTS, Relation.CONFLICTS)
_TAUGHT = "Reviewers decided of words like these that they do not say it; a person has to read them."
_UNDECIDED = (Relation.SILENT, Relation.FALLS_SHORT)


@dataclass(frozen=True, slots=True)
class Judge:
    """What is needed to judge one sentence."""

    claim: Stated
    asked: Known | None
    service: str
    sources: Sources
    today: date
    actors: Actors
    told: Mapping[Key, Told]
    kept: frozenset[str] | None
    reads: Reads

    def outcome(self, candidate: Candidate) -> Comparison:
        """Compare a sentence with the claim; what is not so today, or not of the vendor's service, falls short."""
        if country := self._elsewhere(candidate):
            return replace(
                DENIED, reason=f"{country} is named as a place where data is processed; the claim leaves it out."
            )
        outcome = _today(self._compared(candidate), self.claim, candidate, self.today)
        if outcome.relation in _UNDECIDED and denies(self.claim, candidate.said):
            outcome = self._denied(candidate)
        if outcome.relation not in _DECIDED:
            return outcome
        name = self._somebody_else(candidate)
        reason = f"The document says it of {name}; the claim is not about it."
        return replace(outcome, relation=Relation.FALLS_SHORT, reason=reason) if name else outcome

    def _compared(self, candidate: Candidate) -> Comparison:
        """Compare by rules; readers may take back what rules make of it, and speak where rules leave it open."""
        outcome = _compared(self.claim, self.asked, candidate, self.sources)
        told = self.told.get(candidate.key)
        if told is None:
            return self._of_nobody(outcome, candidate)
        if outcome.relation in _DECIDED:
            return self._held(outcome, candidate, told)
        if not is_worth(told):
            return outcome
        both = leaning(told, self.reads(candidate))
        whole = candidate.sentence.whole
        # A row says little: there the heads have to be sure by themselves; words that people decided on say what they decided.
        if told.is_doubted or (not whole and not told.is_so):
            both = replace(both, is_so=False, is_but=both.is_but and whole and not told.is_doubted)
        if self._is_chosen:  # which choice is told and which denied, only heads know
            is_against, is_but = both.is_against and told.against >= HEARD_DENIED, both.is_but and told.so >= HEARD
            both = replace(both, is_against=is_against, is_but=is_but)
        # "Attempted to delete a backup" tells of a test, not of what is so, and "this happened" not of what.
        if is_procedure(candidate.said) or is_unnamed(candidate.said):
            both = replace(both, is_against=False, against=0.0)
        heard = leant(self.claim, candidate.said, both, whole=whole)
        if heard is not None or not (reason := possibly(both, whole=whole)):
            return heard or outcome
        return replace(
            outcome, relation=Relation.FALLS_SHORT, reason=reason, covered=max(outcome.covered, both.against)
        )

    def _of_nobody(self, outcome: Comparison, candidate: Candidate) -> Comparison:
        """Take back what rules decide of a claim that nothing was learnt of, where the second reader does not see it said.

        Another number than the claim's is for rules to compare. Where they see nothing, a person is shown what it sees.
        """
        decided = outcome.relation in _DECIDED
        measured = outcome.relation is Relation.CONFLICTS and self.claim.values
        worth = decided or (outcome.relation is Relation.SILENT and outcome.covered >= NAMED_ALIKE)
        seen = self.reads(candidate) if worth and not measured else None
        if seen is None:
            return outcome
        if not decided:
            reason, sureness = seeming(seen, outcome.covered)
            return (
                replace(outcome, relation=Relation.FALLS_SHORT, reason=reason, covered=sureness) if reason else outcome
            )
        conflicts, restricted = (outcome.relation is each for each in (Relation.CONFLICTS, Relation.RESTRICTS))
        reason = undenied(seen) if conflicts else unsaid(seen, restricted=restricted)
        return replace(outcome, relation=Relation.FALLS_SHORT, reason=reason) if reason else outcome

    def _held(self, outcome: Comparison, candidate: Candidate, told: Told) -> Comparison:
        """Take back what rules decide where the second reader doubts it, or both readers see the contrary of a support.

        Another number than the claim's is for rules to compare, and whoever says it in the claim's own words is not read as
        saying something else.
        """
        conflicts = outcome.relation is Relation.CONFLICTS
        if (conflicts and self.claim.values) or _bare(self.claim.text) in _bare(candidate.said):
            return outcome
        seen, whole = self.reads(candidate), candidate.sentence.whole
        if conflicts:
            reason = doubted(told, seen, whole=whole, measured=self._is_measured)
        else:
            taught = _TAUGHT if told.is_doubted else ""
            reason = taught or unanswered(seen, whole=whole) or denied(told, seen, whole=whole)
        return replace(outcome, relation=Relation.FALLS_SHORT, reason=reason) if reason else outcome

    def _denied(self, candidate: Candidate) -> Comparison:
        """Take a denial by its words, unless the second reader doubts it."""
        told = self.told.get(candidate.key)
        if told is None:
            return self._of_nobody(DENIED, candidate)
        reason = doubted(told, self.reads(candidate), whole=candidate.sentence.whole, measured=self._is_measured)
        return replace(DENIED, relation=Relation.FALLS_SHORT, reason=reason) if reason else DENIED

    @property
    def _is_chosen(self) -> bool:
        statement = made(self.claim.text)
        return statement is not None and bool(statement.chosen)

    @property
    def _is_measured(self) -> bool:
        statement = made(self.claim.text)
        return statement is not None and statement.is_measured

    def _elsewhere(self, candidate: Candidate) -> str:
        """Return the country outside a claim's regions in which data is processed, unless another service is named."""
        if self.kept is None:
            return ""
        said, heading = candidate.said, candidate.sentence.heading
        beyond = stated_beyond(self.kept, said, heading, candidate.sentence.whole)
        return beyond[0] if beyond and not any(name in said for name in self.actors.services) else ""

    def _somebody_else(self, candidate: Candidate) -> str:
        own = covers(self.sources.get(candidate.place.document_id), self.service)
        workers = self.asked is None or not self.asked.reading.others
        said = (candidate.sentence.flat, candidate.said)
        told = (self.actors.other(self.claim.text, text, of_service=own, of_workers=workers) for text in said)
        return next((name for name in told if name), "")


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .").casefold()


def asked_of(text: str) -> tuple[Stated, Known | None]:
    """Take a claim apart, beside its reading when the bank knows it."""
    claim = stated(text)
    reading = find_reading(text)
    if reading is None:
        return claim, None
    asked = known(reading, claim)
    return (asked.claim if reading.bound is not None else claim), asked


def _compared(claim: Stated, asked: Known | None, candidate: Candidate, sources: Sources) -> Comparison:
    facts = sources.get(candidate.place.document_id)
    kind = EvidenceKind.OTHER if facts is None else facts.kind
    context = candidate.context + (" penetration test" if kind is EvidenceKind.PENETRATION_TEST else "")
    alone = asked is not None and asked.reading.alone
    outcome = SILENT if alone else compare(claim, candidate.said, context)
    if asked is None:
        return outcome
    heard = None
    if kind in asked.reading.papers:
        heard = hear(asked, candidate.said, context, candidate.sentence.whole)
    best = outcome if heard is None or heard.rank < outcome.rank else heard
    unnamed = best.relation is Relation.SUPPORTS and not asked.is_named(f"{context} {candidate.said}")
    return replace(SILENT, covered=best.covered) if unnamed else best


def _today(outcome: Comparison, claim: Stated, candidate: Candidate, today: date) -> Comparison:
    """What a sentence promises for a later year is not so today, and what it tells of a year long past need not be."""
    then = _THEN.match(candidate.said) if outcome.relation is Relation.SUPPORTS else None
    if then is not None and int(then["year"]) < today.year - 1 and then["year"] not in claim.text:
        return replace(
            outcome, relation=Relation.FALLS_SHORT, reason=f"The document tells it of the year {then['year']}."
        )
    later = [int(year) for year in _YEAR.findall(candidate.said)]
    if outcome.relation is Relation.SUPPORTS and any(year > today.year for year in later):
        return replace(outcome, relation=Relation.FALLS_SHORT, reason="The document says it of a later year.")
    if outcome.relation is Relation.CONFLICTS and any(_is_to_come(value, today) for value in values(candidate.said)):
        return replace(outcome, relation=Relation.FALLS_SHORT, reason="The document speaks of a day to come.")
    return outcome


def _is_to_come(value: Value, today: date) -> bool:
    return value.kind is ValueKind.DATE and value.unit == "day" and value.low > int(f"{today:%Y%m%d}")
