"""Counts what verdicts on invented vendors got right and wrong."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.evaluation.citing import Citations
from knowledge.retrieval import Tools
from knowledge.sureness import is_certain
from knowledge.verdicts import VerdictState
from portal.planted.measuring import Outcome, put_both_ways
from portal.planted.phrases import GROUPS, SEEN

PASSING = (VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION)
_SUPPORTED, _EXCEPTED, _CONTRADICTED, _SILENT = (
    VerdictState.SUPPORTED,
    VerdictState.SUPPORTED_WITH_EXCEPTION,
    VerdictState.CONTRADICTED,
    VerdictState.NOT_EVIDENCED,
)
_MOVED = (VerdictState.STALE, VerdictState.OUT_OF_SCOPE)
Slip = dict[str, str]


@dataclass(frozen=True, slots=True)
class Figures:
    """Rates between 0 and 1 over the claims of a group of invented vendors.

    `false_pass`: of claims that are not plainly supported, those shown as supported (with an exception where there is
    support at all). `false_finding_of_right`: of claims that nothing contradicts, those shown as contradicted;
    `false_finding_of_shown`: of what is shown as contradicted, what is not. `silence_kept`: of claims that nothing
    decides, those not decided. `supports_shown`: of claims that are supported, those beside which the planted words are
    quoted, decided or left to a person. `quotes_in_place`: of decided verdicts in line with the truth, those that quote the
    planted words on their page. `certain`: of what is shown as plainly supported, what may be agreed with at once;
    `certain_wrong`: of that, what is not plainly supported.
    """

    vendors: int
    claims: int
    right: float
    false_pass: float
    passes_wrong_of_shown: float
    certain: float
    certain_wrong: float
    false_finding_of_right: float
    false_finding_of_shown: float
    contradicted_recall: float
    supported_recall: float
    excepted_recall: float
    stale_or_elsewhere_recall: float
    supports_shown: float
    silence_kept: float
    quotes_in_place: float
    citations: Citations
    passed_wrongly: tuple[Slip, ...]
    faulted_wrongly: tuple[Slip, ...]
    contradictions_missed: tuple[Slip, ...]
    decided_in_silence: tuple[Slip, ...]
    support_missed: tuple[Slip, ...]
    other_slips: tuple[Slip, ...]
    given: dict[str, dict[str, int]]


async def run(tools: Tools, *, reveal: bool = False) -> tuple[dict[str, Figures], dict[str, Figures]]:
    """Measure all groups, and their claims put as imported ones; the slips of those kept apart are told only on demand."""
    ours: dict[str, Figures] = {}
    theirs: dict[str, Figures] = {}
    for group in GROUPS:
        told = reveal or group == SEEN
        ours[group], theirs[group] = (figures(each, reveal=told) for each in await put_both_ways(group, tools))
    return ours, theirs


def figures(results: Sequence[Outcome], *, reveal: bool) -> Figures:
    """Count the errors; the claims behind them are listed only when they may be revealed."""
    passed = [each for each in results if _passed_wrongly(each)]
    faulted = [each for each in results if _state(each) is _CONTRADICTED and not _is_right(each)]
    missed = [each for each in _of(results, _CONTRADICTED) if not _is_right(each)]
    decided = [each for each in _of(results, _SILENT) if not _is_right(each)]
    unseen = [each for each in _of(results, _SUPPORTED, _EXCEPTED) if not _is_right(each)]
    moved = [each for each in _of(results, *_MOVED) if not _is_right(each)]
    shown = [each for each in results if _state(each) is _SUPPORTED]
    told = _slips if reveal else _untold
    return Figures(
        vendors=len({each.vendor for each in results}),
        claims=len(results),
        right=_share(results, _is_right),
        false_pass=_share(_not(results, _SUPPORTED), _passed_wrongly),
        passes_wrong_of_shown=_share([each for each in results if _state(each) in PASSING], _passed_wrongly),
        certain=_share(shown, _is_certain),
        certain_wrong=_share([each for each in shown if _is_certain(each)], _passed_wrongly),
        false_finding_of_right=_share(_not(results, _CONTRADICTED), lambda each: each in faulted),
        false_finding_of_shown=_share(
            [each for each in results if _state(each) is _CONTRADICTED], lambda each: each in faulted
        ),
        contradicted_recall=_share(_of(results, _CONTRADICTED), _is_right),
        supported_recall=_share(_of(results, _SUPPORTED), _is_right),
        excepted_recall=_share(_of(results, _EXCEPTED), _is_right),
        stale_or_elsewhere_recall=_share(_of(results, *_MOVED), _is_right),
        silence_kept=_share(_of(results, _SILENT), _is_right),
        supports_shown=_share(_of(results, _SUPPORTED), lambda each: bool(each.found)),
        quotes_in_place=_share(
            [each for each in results if _is_right(each) and each.found is not None], lambda each: bool(each.found)
        ),
        citations=sum((each.citations for each in results), Citations()),
        passed_wrongly=told(passed),
        faulted_wrongly=told(faulted),
        contradictions_missed=told(missed),
        decided_in_silence=told(decided),
        support_missed=told(unseen),
        other_slips=told(moved),
        given=_by_truth(results),
    )


def _by_truth(results: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    """Count, for each truth, the verdicts that were given."""
    counted: dict[str, Counter[str]] = {}
    for each in results:
        counted.setdefault(each.claimed.truth.value, Counter())[_state(each).value] += 1
    return {truth: dict(found) for truth, found in counted.items()}


def _state(each: Outcome) -> VerdictState:
    return VerdictState(each.verdict.state)


def _is_right(each: Outcome) -> bool:
    return _state(each) in (each.claimed.truth, *each.claimed.also)


def _is_certain(each: Outcome) -> bool:
    return is_certain(round(each.verdict.confidence or 0, 2), each.verdict.method)


def _passed_wrongly(each: Outcome) -> bool:
    if _is_right(each) or _state(each) not in PASSING:
        return False
    return each.claimed.truth not in PASSING or (_state(each), each.claimed.truth) == PASSING


def _of(results: Sequence[Outcome], *truths: VerdictState) -> list[Outcome]:
    return [each for each in results if each.claimed.truth in truths]


def _not(results: Sequence[Outcome], truth: VerdictState) -> list[Outcome]:
    return [each for each in results if each.claimed.truth is not truth]


def _share(results: Sequence[Outcome], hit: Callable[[Outcome], bool]) -> float:
    return round(sum(hit(each) for each in results) / len(results), 4) if results else 0.0


def _untold(results: Sequence[Outcome]) -> tuple[Slip, ...]:
    return ()


def _slips(results: Sequence[Outcome]) -> tuple[Slip, ...]:
    return tuple(_slip(each) for each in results)


def _slip(each: Outcome) -> Slip:
    placed = each.claimed.decided_by or next(iter(each.claimed.beside), None)
    quote = each.verdict.quotes[0] if each.verdict.quotes else None
    return {
        "vendor": each.vendor,
        "key": each.claimed.key,
        "claim": each.claimed.claim,
        "truth": each.claimed.truth.value,
        "verdict": _state(each).value,
        "reason": each.verdict.reason,
        "form": placed.form.name if placed else "",
        "why": placed.phrase.why if placed else "",
        "home": placed.home if placed else "",
        "planted": placed.quote if placed else "",
        "quoted": f"{quote.document} p. {quote.page}: {' '.join(quote.text.split())}" if quote else "",
    }
