"""Counts how much of a questionnaire a typical set of documents answers, and how often what it suggests is right."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from knowledge.retrieval import Tools
from knowledge.verdicts import VerdictState
from portal.assessments.suggestions.states import SuggestionKind
from portal.planted.asking import Asked, Judged, asked_all
from portal.planted.figures import PASSING
from portal.planted.phrases import GROUPS, SEEN


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares between 0 and 1.

    `suggested`: of all questions of the core set, those with a suggested answer; `to_look_at`: those with words to look
    at. `right`, `incomplete` and `wrong`: of suggested answers whose truth is planted; incomplete ones name some of
    several choices. `found`: of the questions that the documents answer, those with the right answer suggested.
    `looks_right`: of words to look at, those that do speak against the usual answer. `limits_missed`: of right
    suggestions whose documents note an exception, those that do not say so. `quotes_in_place`: of right
    suggestions, those that quote the planted words on their page.
    """

    vendors: int
    questions: int
    suggested: float
    to_look_at: float
    right: float
    incomplete: float
    wrong: float
    untold: int
    found: float
    looks_right: float
    limits_missed: float
    quotes_in_place: float
    by_kind: dict[str, dict[str, int]]
    slips: tuple[dict[str, str], ...]


async def run(tools: Tools, *, reveal: bool = False) -> dict[str, dict[str, object]]:
    """Measure all groups of vendors; the slips of those kept apart are told only on demand."""
    return {group: asdict(figures(await asked_all(group, tools), reveal=reveal or group == SEEN)) for group in GROUPS}


def figures(asked: Sequence[Asked], *, reveal: bool) -> Figures:
    """Count; the questions behind the slips are listed only when they may be revealed."""
    answers = [one for one in asked if one.answers]
    told = [one for one in answers if one.judged is not Judged.UNTOLD]
    looks = [one for one in asked if one.proposed is not None and not one.answers and one.claimed is not None]
    answered = [one for one in asked if one.claimed is not None and one.claimed.truth in PASSING]
    right = [one for one in told if one.judged is Judged.RIGHT and one.claimed is not None]
    slips = [one for one in told if one.judged is not Judged.RIGHT] if reveal else []
    return Figures(
        vendors=len({one.vendor for one in asked}),
        questions=len(asked),
        suggested=_share(asked, lambda one: one.answers),
        to_look_at=_share(asked, lambda one: one.proposed is not None and not one.answers),
        right=_share(told, lambda one: one.judged is Judged.RIGHT),
        incomplete=_share(told, lambda one: one.judged is Judged.INCOMPLETE),
        wrong=_share(told, lambda one: one.judged is Judged.WRONG),
        untold=len(answers) - len(told),
        found=_share(answered, lambda one: one.judged is Judged.RIGHT),
        looks_right=_share(looks, _speaks_against),
        limits_missed=_share([one for one in right if _is_limited(one)], _says_no_limit),
        quotes_in_place=_share(right, lambda one: one.in_place),
        by_kind=_by_kind(answers),
        slips=tuple(_slip(one) for one in slips),
    )


def _is_limited(one: Asked) -> bool:
    return one.claimed is not None and one.claimed.truth is VerdictState.SUPPORTED_WITH_EXCEPTION


def _says_no_limit(one: Asked) -> bool:
    return one.proposed is not None and one.proposed.kind is not SuggestionKind.limited


def _speaks_against(one: Asked) -> bool:
    truths = (one.claimed.truth, *one.claimed.also) if one.claimed else ()
    return VerdictState.CONTRADICTED in truths


def _by_kind(answers: Iterable[Asked]) -> dict[str, dict[str, int]]:
    """Count, for each kind of question, what the suggested answers are worth."""
    counted: dict[str, Counter[str]] = {}
    for one in answers:
        if one.judged is not None:
            counted.setdefault(one.question.kind.value, Counter())[one.judged.value] += 1
    return {kind: dict(found) for kind, found in counted.items()}


def _share(asked: Sequence[Asked], hit: Callable[[Asked], bool]) -> float:
    return round(sum(hit(one) for one in asked) / len(asked), 4) if asked else 0.0


def _slip(one: Asked) -> dict[str, str]:
    assert one.proposed is not None and one.judged is not None
    return {
        "vendor": one.vendor,
        "ref": one.question.ref,
        "judged": one.judged.value,
        "suggested": str(one.proposed.value),
        "claim": one.claimed.claim if one.claimed else "",
        "truth": one.claimed.truth.value if one.claimed else "",
        "quoted": " ".join(one.proposed.quotes[0].text.split()),
    }
