"""Weighs the sentences found against a claim and comes to a verdict: pure, the same input gives the same verdict."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from knowledge.actors import NOBODY, Actors
from knowledge.citations import Quote
from knowledge.comparing import Comparison, Relation, Stated
from knowledge.deviations import breaks_limit, concerns, is_deviation, row, violates
from knowledge.deviations import told as told_of
from knowledge.evidence import Candidate, Key, Pages
from knowledge.facts import DocumentFacts, EvidenceKind, is_stale
from knowledge.hearing import AGAINST, Known
from knowledge.judge import DENIED, SILENT, Judge, Sources, asked_of
from knowledge.leaning import PARTLY
from knowledge.readings.reading import filled
from knowledge.regions import regions_kept
from knowledge.results import result_of
from knowledge.second_reading import Reads, Turns, never, nobody
from knowledge.services import covers
from knowledge.specifics import ValueKind, values
from knowledge.stances.judging import Told
from knowledge.sureness import Basis, sure
from knowledge.taking_back import taken_back
from knowledge.verdicts import VerdictState, Weighed

__all__ = ["Sources", "VerdictState", "Weighed", "weigh"]
DOUBTED = 0.9
WEAK = 0.6  # what a source below this strength says is never more sure than the source
SEEN = 0.2  # how sure a head has to be of anything in a sentence for the second reader to look at it too


@dataclass(frozen=True, slots=True)
class _Heard:
    candidate: Candidate
    outcome: Comparison

    @property
    def document_id(self) -> UUID:
        return self.candidate.place.document_id


_UNSPECIFIC = frozenset((AGAINST.reason, DENIED.reason, "The document denies what the claim says."))
_STRENGTH = {
    EvidenceKind.SOC_REPORT: 0.9,
    EvidenceKind.BRIDGE_LETTER: 0.5,
    EvidenceKind.ISO_CERTIFICATE: 0.8,
    EvidenceKind.PCI_AOC: 0.85,
    EvidenceKind.HIPAA_STATEMENT: 0.6,
    EvidenceKind.PENETRATION_TEST: 0.8,
    EvidenceKind.AGREEMENT: 0.75,
    EvidenceKind.POLICY: 0.7,
    EvidenceKind.INSURANCE: 0.8,
    EvidenceKind.CONTINUITY_TEST: 0.75,
    EvidenceKind.QUESTIONNAIRE: 0.5,
    EvidenceKind.OTHER: 0.6,
}


def weigh(
    text: str,
    service: str,
    found: Sequence[Candidate],
    pages: Pages,
    sources: Sources,
    today: date,
    actors: Actors = NOBODY,
    *,
    strict: bool = False,
    told: Mapping[Key, Told] | None = None,
    reads: Reads = nobody,
    turns: Turns = never,
    likely: Callable[[Basis], float | None] = sure,
) -> Weighed:
    """Come to a verdict on a claim from the sentences found, the facts of their documents, the day, and who else is named.

    With `strict` the vendor says that there are no exceptions, so that one contradicts; `told` is what heads say of sentences,
    `reads` asks the second reader about one, `turns` whether one takes something back from another,
    `likely` says how likely a verdict is right.
    """
    claim, asked = asked_of(text)
    judge = Judge(claim, asked, service, sources, today, actors, told or {}, regions_kept(text), reads)
    heard = [_Heard(candidate, judge.outcome(candidate)) for candidate in found]
    noted = [] if claim.denies else [item for item in heard if is_deviation(item.candidate.sentence.flat)]
    deviations = [item for item in noted if _is_against(claim, item, heard, pages)]
    known = {item.candidate.key for item in deviations}
    deviations += [item for item in _not_clean(heard, sources) if item.candidate.key not in known]
    supports, elsewhere = _split(_with(heard, Relation.SUPPORTS, noted), service, sources)
    restricts, _ = _split(_with(heard, Relation.RESTRICTS, noted), service, sources)
    conflicts, _ = _split(_with(heard, Relation.CONFLICTS, deviations), service, sources)
    if supports or elsewhere:
        conflicts, doubts = _without_doubts(conflicts)
    else:
        doubts = []
    deviations, _ = _split(deviations, service, sources)
    nearby, _ = _split([item for item in noted if _touches(asked, item.candidate, pages)], service, sources)
    current = [item for item in supports if not _is_stale(item, sources, today)]
    lapsed = [item for item in conflicts if _is_stale(item, sources, today) and (current or item.outcome.soft)]
    conflicts = [item for item in conflicts if item not in lapsed]
    if deviations:
        return _with_deviation(claim, supports, conflicts, deviations, strict=strict)
    if conflicts:
        return _with_sureness(_contradicted(conflicts, supports), conflicts, heard, judge, likely)
    if current and nearby:
        return _with_nearby(current, nearby)
    doubts += [item for item in restricts if not _is_stale(item, sources, today) and item.outcome.reason != PARTLY]
    if current and (caveats := [*doubts, *_caveats(current, reads, turns)]):
        return _with_caveat(current, caveats)
    if current:
        return _with_sureness(_supported(current, sources), current, heard, judge, likely)
    if supports:
        return _stale(supports, sources)
    if elsewhere:
        return _elsewhere(elsewhere, sources, service)
    if restricts:
        return _restricted(restricts, reads, turns)
    return _lapsed(lapsed) if lapsed else _not_evidenced(heard)


def _with_sureness(
    weighed: Weighed,
    deciding: Sequence[_Heard],
    heard: Sequence[_Heard],
    judge: Judge,
    likely: Callable[[Basis], float | None],
) -> Weighed:
    """Say how likely a verdict is right; a weak source stays what it is."""
    first = next((item for item in deciding if item.candidate.quote == weighed.quotes[0]), None)
    basis = None if first is None else _basis(weighed.state, first, deciding, heard, judge)
    known = None if basis is None else likely(basis)
    if known is None:
        return replace(weighed, basis=basis)
    weak = weighed.state is VerdictState.SUPPORTED and (weighed.confidence or 0) < WEAK
    return replace(weighed, confidence=weighed.confidence if weak else known, basis=basis)


def _basis(
    state: VerdictState, first: _Heard, deciding: Sequence[_Heard], heard: Sequence[_Heard], judge: Judge
) -> Basis | None:
    """Gather what both readers see in the first and in all sentences weighed; None for a claim that they do not know."""
    told, read = judge.told.get(first.candidate.key), judge.reads(first.candidate)
    if read is None or told is None or state not in (VerdictState.SUPPORTED, VerdictState.CONTRADICTED):
        return None
    worth = [item for item in heard if item.outcome.relation is not Relation.SILENT or _is_seen(item, judge)]
    seen = {item.candidate.key: judge.reads(item.candidate) for item in (*deciding, *worth)}
    reads = [each for each in seen.values() if each is not None]
    against = state is VerdictState.CONTRADICTED
    other = Relation.SUPPORTS if against else Relation.CONFLICTS
    return Basis(
        state,
        head=max(told.against, told.other) if against else told.so,
        reader=read.against if against else read.so,
        but=max(each.but for item in deciding if (each := seen[item.candidate.key]) is not None),
        against=max(each.so if against else each.against for each in reads),
        alone=len(deciding) == 1,
        opposed=any(item.outcome.relation is other for item in heard),
    )


def _is_seen(item: _Heard, judge: Judge) -> bool:
    told = judge.told.get(item.candidate.key)
    return told is not None and max(told.so, told.against, told.other) >= SEEN


def _is_against(claim: Stated, item: _Heard, heard: Sequence[_Heard], pages: Pages) -> bool:
    """Say whether a deviation is about the claim: by its words, or because its row says what the claim says.

    So many of a sample that deny the claim by themselves are about it too, and tell no more than that some of it was not so.
    """
    if item.outcome.relation is Relation.CONFLICTS and any(
        value.kind is ValueKind.SHARE for value in values(item.candidate.said)
    ):
        return True
    place = item.candidate.place
    page_text = pages[(place.document_id, place.page)]
    start, end = row(item.candidate, page_text)
    said = (Relation.SUPPORTS, Relation.RESTRICTS, Relation.CONFLICTS)
    return concerns(claim, item.candidate, page_text) or any(
        other.outcome.relation in said
        and (other.document_id, other.candidate.place.page) == (place.document_id, place.page)
        and start <= other.candidate.sentence.start < end
        and other is not item
        for other in heard
    )


def _without_doubts(conflicts: Sequence[_Heard]) -> tuple[list[_Heard], list[_Heard]]:
    """Part what conflicts by rule from what a head is very sure of; beside a support, less is nothing."""
    firm = [item for item in conflicts if not item.outcome.soft]
    return firm, [item for item in conflicts if item.outcome.soft and item.outcome.covered >= DOUBTED]


def _not_clean(heard: Sequence[_Heard], sources: Sources) -> list[_Heard]:
    """Return the results of tests of controls that say what the claim says, where nothing says that they are clean."""
    return [_at(item, at) for item in _saying(heard) if (at := result_of(item.candidate)) is not None]


def _caveats(current: Sequence[_Heard], reads: Reads, turns: Turns) -> list[_Heard]:
    """Return what takes something back from the supporting sentences."""
    alone = len(current) == 1
    found = [(item, taken_back(item.candidate, reads, turns, alone=alone)) for item in current]
    return [_at(item, at) for item, at in found if at is not None]


def _saying(heard: Sequence[_Heard]) -> list[_Heard]:
    return [item for item in heard if item.outcome.relation in (Relation.SUPPORTS, Relation.RESTRICTS)]


def _at(item: _Heard, at: int) -> _Heard:
    """Take another sentence of the same page."""
    return _Heard(replace(item.candidate, at=at), SILENT)


def _kind(item: _Heard, sources: Sources) -> EvidenceKind:
    facts = sources.get(item.document_id)
    return EvidenceKind.OTHER if facts is None else facts.kind


def _touches(asked: Known | None, candidate: Candidate, pages: Pages) -> bool:
    """Say whether a deviation noted against another control bears on the claim's own matter."""
    if asked is None or not asked.reading.topic:
        return False
    page_text = pages[(candidate.place.document_id, candidate.place.page)]
    start, end = row(candidate, page_text)
    return filled(asked.reading.topic, " ".join(page_text[start:end].split())) is not None


def _with(heard: Sequence[_Heard], relation: Relation, deviations: Sequence[_Heard]) -> list[_Heard]:
    return [item for item in heard if item.outcome.relation is relation and item not in deviations]


def _split(heard: Sequence[_Heard], service: str, sources: Sources) -> tuple[list[_Heard], list[_Heard]]:
    """Part what covers the claim's service from what clearly covers another."""
    within = [item for item in heard if covers(sources.get(item.document_id), service)]
    return within, [item for item in heard if item not in within]


def _is_stale(item: _Heard, sources: Sources, today: date) -> bool:
    facts = sources.get(item.document_id)
    return facts is not None and is_stale(facts, today)


def _told(noted: Sequence[_Heard]) -> list[_Heard]:
    """Let what stands behind a bare "Exception noted." speak for it, each sentence once, the longest first."""
    heard = {one.key: _Heard(one, item.outcome) for item in noted for one in [told_of(item.candidate)]}
    return sorted(heard.values(), key=lambda item: -len(item.candidate.sentence.flat))


def _with_deviation(
    claim: Stated, supports: list[_Heard], conflicts: list[_Heard], deviations: list[_Heard], *, strict: bool
) -> Weighed:
    broken = strict or any(
        violates(claim, item.candidate.sentence.flat)
        or (not supports and breaks_limit(claim, item.candidate.sentence.flat))
        for item in deviations
    )
    deviations = _told(deviations)
    first = deviations[0]
    if broken or conflicts:
        reason = f"The auditor noted an exception: {first.candidate.short}"
        return Weighed(VerdictState.CONTRADICTED, reason, _quotes([*deviations, *conflicts, *supports]), 0.7)
    if not supports:
        reason = f"The auditor noted an exception to a control of this kind; a person has to read it: {first.candidate.short}"
        return Weighed(VerdictState.NOT_EVIDENCED, reason, _quotes(deviations), None)
    reason = f"The document says so, and an exception was noted: {first.candidate.short}"
    return Weighed(VerdictState.SUPPORTED_WITH_EXCEPTION, reason, _quotes([supports[0], *deviations]), 0.6)


def _with_nearby(current: list[_Heard], nearby: list[_Heard]) -> Weighed:
    nearby = _told(nearby)
    reason = f"The document says so, and an exception was noted on a control close to it: {nearby[0].candidate.short}"
    return Weighed(VerdictState.SUPPORTED_WITH_EXCEPTION, reason, _quotes([current[0], *nearby]), 0.6)


def _with_caveat(current: list[_Heard], caveats: list[_Heard]) -> Weighed:
    reason = f"The document says so, and takes something back: {caveats[0].candidate.short}"
    return Weighed(VerdictState.SUPPORTED_WITH_EXCEPTION, reason, _quotes([current[0], *caveats]), 0.5)


def _contradicted(conflicts: list[_Heard], supports: list[_Heard]) -> Weighed:
    reason = _why(conflicts[0])
    if supports and _is_one_document_on_values(conflicts, supports):
        reason = f"The document says so, and elsewhere otherwise. {reason}"
        return Weighed(VerdictState.SUPPORTED_WITH_EXCEPTION, reason, _quotes([supports[0], *conflicts]), 0.4)
    if supports:
        reason = f"The documents disagree. {reason}"
    return Weighed(
        VerdictState.CONTRADICTED, reason, _quotes([*conflicts[:2], *supports[:1]]), 0.5 if supports else 0.7
    )


def _why(item: _Heard) -> str:
    """Say why a sentence conflicts, with its words where the reason would not tell them."""
    reason = item.outcome.reason
    return f"{reason.rstrip('.')}: “{item.candidate.short}”" if reason in _UNSPECIFIC else reason


def _is_one_document_on_values(conflicts: list[_Heard], supports: list[_Heard]) -> bool:
    """One document that states two values most often states them of two things."""
    homes = {item.document_id for item in supports}
    return all(item.document_id in homes and values(item.candidate.sentence.flat) for item in conflicts)


def _supported(current: list[_Heard], sources: Sources) -> Weighed:
    ordered = sorted(current, key=lambda item: -_strength(item, sources))
    best = ordered[0]
    facts = sources.get(best.document_id)
    rule = facts is not None and facts.kind is EvidenceKind.POLICY
    reason = (
        "A policy requires it; a policy does not show that it is done."
        if rule
        else f"'{best.candidate.place.document}' says the same."
    )
    return Weighed(VerdictState.SUPPORTED, reason, _quotes(ordered), _strength(best, sources))


def _strength(item: _Heard, sources: Sources) -> float:
    return strength(sources.get(item.document_id))


def strength(facts: DocumentFacts | None) -> float:
    """Say how much a document of this kind is worth as a source, from 0 to 1: an auditor's report the most."""
    return 0.6 if facts is None else _STRENGTH[facts.kind]


def _stale(supports: list[_Heard], sources: Sources) -> Weighed:
    name = supports[0].candidate.place.document
    return Weighed(
        VerdictState.STALE, f"'{name}' says the same, and it is no longer valid today.", _quotes(supports), 0.6
    )


def _elsewhere(elsewhere: list[_Heard], sources: Sources, service: str) -> Weighed:
    facts = sources.get(elsewhere[0].document_id)
    scope = facts.scope.value if facts is not None and facts.scope is not None else "another service"
    reason = f"The document says the same, and is not about {service or 'the service'}. Its scope: {scope.rstrip('.')}."
    return Weighed(VerdictState.OUT_OF_SCOPE, reason, _quotes(elsewhere), 0.6)


def _restricted(restricts: list[_Heard], reads: Reads, turns: Turns) -> Weighed:
    """Show what is restricted, and the sentence that restricts it where it is another."""
    first = restricts[0]
    at = taken_back(first.candidate, reads, turns)
    shown = [first] if at is None or at == first.candidate.at else [first, _at(first, at)]
    reason = first.outcome.reason
    return Weighed(VerdictState.SUPPORTED_WITH_EXCEPTION, reason, _quotes([*shown, *restricts[1:]]), 0.5)


def _lapsed(conflicts: list[_Heard]) -> Weighed:
    name = conflicts[0].candidate.place.document
    reason = f"'{name}' seems to say otherwise, and it is no longer valid today; a person has to read it."
    return Weighed(VerdictState.NOT_EVIDENCED, reason, _quotes(conflicts), None)


def _not_evidenced(heard: list[_Heard]) -> Weighed:
    near = max(heard, key=lambda item: item.outcome.rank, default=None)
    if near is None:
        return Weighed(VerdictState.NOT_EVIDENCED, "No passage of the documents is near the claim.", (), None)
    if near.outcome.relation is Relation.FALLS_SHORT:
        return Weighed(VerdictState.NOT_EVIDENCED, near.outcome.reason, _quotes([near]), None)
    return Weighed(VerdictState.NOT_EVIDENCED, near.outcome.reason or "The documents found do not say it.", (), None)


def _quotes(heard: Sequence[_Heard]) -> tuple[Quote, ...]:
    return tuple(item.candidate.quote for item in heard[:3])
