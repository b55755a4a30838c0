"""Learning from the decisions made here: which questions' heads hold what they were taught, and how sure verdicts have to be."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from anyio.to_thread import run_sync

from knowledge.embedding import Embedder
from knowledge.heads.calibrating import Outcome, calibrated
from knowledge.stances.holding import NOTHING, Shown, shown_by
from knowledge.stances.learnt import Learnt, Outcomes, base
from knowledge.stances.model import shipped
from knowledge.stances.relearning import Ground, Lesson, Taught, ground_of, learnt_of, taught_by
from knowledge.sureness import ENOUGH, sure
from knowledge.verdicts import VerdictState
from portal.engines import Engines
from portal.review.learning.gating import Replay, refused, unready, usable
from portal.review.learning.queries import rulings
from portal.review.learning.replaying import replayed
from portal.review.learning.teaching import Nothing, Ruling, lessons_of, outcomes_of


@dataclass(frozen=True)
class Question:
    """What was learnt of one question of the bank; `refused` says why it is not taken, and is empty where it is.

    `left_out` counts lessons that need a second person.
    """

    ref: str
    lessons: tuple[Lesson, ...]
    left_out: int
    replays: tuple[Replay, ...] = ()
    shipped: Shown = NOTHING
    learnt: Shown = NOTHING
    refused: str = ""


@dataclass(frozen=True)
class Result:
    """What the decisions teach: by question, what of it holds, and why others teach nothing."""

    decisions: int
    nothing: Mapping[Nothing, int]
    moved: int
    questions: tuple[Question, ...]
    learnt: Learnt


async def learn(engines: Engines) -> Result:
    """Learn from every decision there is and try what was learnt; changes nothing."""
    decided = await rulings()
    taught = [(ruling, lessons_of(ruling)) for ruling in decided]
    questions = _questions(taught)
    ready = {each.ref: each.lessons for each in questions if not each.refused}
    ground, lessons = await run_sync(_laid_out, ready, engines.tools.embedder)
    learnt = await run_sync(learnt_of, lessons, shipped(), ground)
    own = [each for each in decided if each.statement in ready]
    tried = await replayed(own, _held_out(own, lessons, ground), engines)
    judged = [_judged(each, tried.replays, learnt, ground) if each.ref in ready else each for each in questions]
    nothing = Counter(what for _, what in taught if isinstance(what, Nothing))
    return Result(len(decided), nothing, tried.moved, tuple(judged), _taken(learnt, judged, decided))


def _questions(taught: Sequence[tuple[Ruling, tuple[Lesson, ...] | Nothing]]) -> list[Question]:
    """Gather the lessons by question, and say of which nothing can be learnt yet."""
    found: dict[str, list[tuple[Ruling, Lesson]]] = {}
    for ruling, lessons in taught:
        for lesson in () if isinstance(lessons, Nothing) else lessons:
            found.setdefault(lesson.ref, []).append((ruling, lesson))
    return [_question(ref, found[ref]) for ref in sorted(found)]


def _question(ref: str, lessons: Sequence[tuple[Ruling, Lesson]]) -> Question:
    kept = usable(lessons)
    left_out = len({(each.source, each.text) for _, each in lessons}) - len(kept)
    return Question(ref, tuple(kept), left_out, refused=unready(kept, left_out))


def _laid_out(ready: Mapping[str, Sequence[Lesson]], embedder: Embedder) -> tuple[Ground, dict[str, Taught]]:
    """Lay out the shipped examples and the lessons for learning; blocking, seconds."""
    lessons = {ref: taught_by(ready[ref], shipped(), embedder) for ref in sorted(ready)}
    return ground_of(list(ready), shipped(), embedder), lessons


def _held_out(own: Sequence[Ruling], lessons: Mapping[str, Taught], ground: Ground) -> dict[UUID, Learnt]:
    """Learn once more for each vendor, without its own decisions."""
    return {
        vendor: learnt_of({ref: one.without(str(vendor)) for ref, one in lessons.items()}, shipped(), ground)
        for vendor in sorted({each.vendor for each in own})
    }


def _judged(question: Question, replays: Sequence[Replay], learnt: Learnt, ground: Ground) -> Question:
    own = tuple(each for each in replays if each.ref == question.ref)
    before, after = (shown_by(question.ref, heads, shipped(), ground) for heads in (Learnt(), learnt))
    return replace(question, replays=own, shipped=before, learnt=after, refused=refused(own, before, after))


def _taken(learnt: Learnt, questions: Sequence[Question], decided: Sequence[Ruling]) -> Learnt:
    """Return what is left of what was learnt: heads that hold, and the outcomes, of learnt heads those of vendors not seen."""
    taken = {each.ref for each in questions if not each.refused}
    of_learnt = _outcomes([replay for each in questions if each.ref in taken for replay in each.replays])
    of_shipped = outcomes_of([each for each in decided if each.statement not in taken])
    kinds = sorted({*of_learnt, *of_shipped})
    return Learnt(
        base(),
        {name: weights for name, weights in learnt.heads.items() if name.split()[0] in taken},
        {ref: weights for ref, weights in learnt.doubts.items() if ref in taken},
        {kind: (*of_shipped.get(kind, ()), *of_learnt.get(kind, ())) for kind in kinds},
        frozenset(kind for kind, known in of_learnt.items() if len(known) >= ENOUGH and calibrated(known)),
    )


def _outcomes(replays: Sequence[Replay]) -> Outcomes:
    found: dict[VerdictState, tuple[Outcome, ...]] = {}
    for each in replays:
        likely = None if each.basis is None else sure(each.basis)
        if likely is not None:
            found[each.after] = (*found.get(each.after, ()), Outcome(round(likely, 2), each.after is each.holds))
    return found
