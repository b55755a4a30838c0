"""The result of learning as the command prints it: what was taken, what was refused and why, in figures; pure."""

from collections.abc import Sequence

from knowledge.heads.calibrating import Outcome
from knowledge.stances.holding import Shown
from knowledge.sureness import ENOUGH, NEVER, least
from knowledge.verdicts import VerdictState
from portal.review.learning.gating import Replay, figures
from portal.review.learning.learning import Question, Result

_KINDS = (VerdictState.SUPPORTED, VerdictState.CONTRADICTED)


def told(result: Result, rate: float) -> dict[str, object]:
    """Return the result in plain values, thresholds for this error rate; it names no person, vendor or word of a document."""
    return {
        "decisions": result.decisions,
        "taught_nothing": {why.label: count for why, count in sorted(result.nothing.items())},
        "evidence_moved": result.moved,
        "questions": [_question(each) for each in result.questions],
        "thresholds": {kind.value: threshold(kind, rate, result.learnt.outcomes.get(kind, ())) for kind in _KINDS},
        "calibrated": sorted(result.learnt.calibrated),
        "digest": result.learnt.digest,
    }


def _question(question: Question) -> dict[str, object]:
    vendors = {each.source for each in question.lessons}
    plain: dict[str, object] = {
        "ref": question.ref,
        "lessons": len(question.lessons),
        "corrections": sum(each.corrects for each in question.lessons),
        "vendors": len(vendors),
        "need_a_second_person": question.left_out,
        "holds": not question.refused,
        "why_not": question.refused,
    }
    if question.shipped.of:
        plain["decisions"] = {"shipped": _decided(question.replays, False), "learnt": _decided(question.replays, True)}
        plain["examples"] = {"shipped": _shown(question.shipped), "learnt": _shown(question.learnt)}
    return plain


def _decided(replays: Sequence[Replay], after: bool) -> dict[str, int]:
    counted = figures(replays, after=after)
    return {"tried": len(replays), "reproduced": counted.reproduced, "wrong_supported": counted.wrong_supported}


def _shown(shown: Shown) -> dict[str, int]:
    return {"of": shown.of, "found": shown.found, "wrong": shown.wrong}


def threshold(kind: VerdictState, rate: float, own: Sequence[Outcome]) -> dict[str, object]:
    """Say from how many decisions a threshold is; on none, it is no verdict that is sure enough."""
    at_least, ships = least(kind, rate, own), least(kind, rate)
    return {
        "wrong_of_100_at_most": round(100 * rate),
        "outcomes": len(own),
        "wrong": sum(not each.right for each in own),
        "needed_to_count_alone": ENOUGH,
        "sure_at_least": at_least if at_least < NEVER else None,
        "shipped": ships if ships < NEVER else None,
    }
