"""Checks claims that people decided on once more, by shipped heads and by heads that have not read that vendor's decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from knowledge.scope import Scope
from knowledge.stances.learnt import Learnt
from knowledge.verification import Claim, Verdict, verify
from portal.assessments.tables import Assessment
from portal.core.clock import today
from portal.engines import Engines
from portal.evidence.current import current_scope
from portal.review.answers import answers_of
from portal.review.learning.gating import Replay
from portal.review.learning.teaching import DATED, Ruling


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of it, and how many decisions could not be tried: their evidence says something else today."""

    replays: list[Replay]
    moved: int


async def replayed(rulings: Sequence[Ruling], held_out: Mapping[UUID, Learnt], engines: Engines) -> Replayed:
    """Check each claim twice, on today's evidence; some tenths of a second each.

    Only the rules and the readers are tried: a language model has no part in it.
    """
    newest = {(each.assessment, each.ref): each for each in rulings if not each.at_once and each.holds not in DATED}
    scopes = {vendor: await current_scope([vendor]) for vendor in {each.vendor for each in newest.values()}}
    found: list[Replay] = []
    for each in newest.values():
        one = await _one(each, scopes[each.vendor], held_out[each.vendor], engines)
        found += [one] if one else []
    return Replayed(found, len(newest) - len(found))


async def _one(ruling: Ruling, scope: Scope, learnt: Learnt, engines: Engines) -> Replay | None:
    claim = await _claim(ruling)
    before = await verify(claim, scope, replace(engines.tools, learnt=None), today())
    if not ruling.mark and not _is_as_decided(ruling, before):
        return None
    after = await verify(claim, scope, replace(engines.tools, learnt=learnt), today())
    return Replay(ruling.statement, ruling.holds, before.state, after.state, after.basis)


def _is_as_decided(ruling: Ruling, verdict: Verdict) -> bool:
    first = verdict.quotes[0].text if verdict.quotes else ""
    return (verdict.state, first) == (ruling.said, ruling.quotes[0] if ruling.quotes else "")


async def _claim(ruling: Ruling) -> Claim:
    """Return the claim as it was checked, with the vendor's comment and service where the answer is still the same."""
    assessment = await Assessment.objects().where(Assessment.id == ruling.assessment).first()
    answers = await answers_of(assessment) if assessment is not None else None
    one = answers.find(ruling.ref) if answers is not None else None
    if answers is None or one is None or one.claim != ruling.claim:
        return Claim(ruling.claim)
    return answers.claim_of(one)
