"""Measures the facts read off invented documents: precision, recall, and whether each quote is found again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.citations import find_quote
from knowledge.evaluation.matching import Score, Slip, by_key, score
from knowledge.evaluation.reports import kept, opened, seen
from knowledge.evaluation.reports.truth import Report, unsaid
from knowledge.facts.reading_off import facts
from knowledge.pages import PageText
from knowledge.reading import read

_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Rates:
    """How many facts are right, missed and wrong, and the shares that follow."""

    precision: float
    recall: float
    right: int
    missed: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one group; slips are empty where they are not to be read.

    What is planted but not `legible` was torn apart or lost in reading: no rule can find it.
    """

    documents: int
    all: Rates
    quotes_found_again: float
    legible: float
    by_kind: dict[str, Rates]
    by_key: dict[str, Rates]
    missed: tuple[Slip, ...]
    wrong: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class FactFigures:
    """The figures of all documents, and of each group: those that rules may be written by, and those kept from it."""

    documents: int
    all: Rates
    quotes_found_again: float
    seen: Group
    opened: Group
    kept: Group


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document with its score, how many of its facts' quotes stand on their pages, and what reading has lost."""

    report: Report
    score: Score
    quotes: int = 0
    found_again: int = 0
    lost: int = 0


def run(*, reveal: bool = False) -> FactFigures:
    """Read all documents; the slips of the groups kept apart are told only if asked, so that no rule is fitted to them."""
    groups = tuple(measure(group.REPORTS) for group in (seen, opened, kept))
    everything = [outcome for group in groups for outcome in group]
    return FactFigures(
        documents=len(everything),
        all=rates(everything),
        quotes_found_again=_found_again(everything),
        seen=group_of(groups[0], reveal=True),
        opened=group_of(groups[1], reveal=True),
        kept=group_of(groups[2], reveal=reveal),
    )


def measure(reports: Sequence[Report]) -> list[Outcome]:
    """Read the documents as an upload would be read, and score what is read off them."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(_outcome, reports))


def pages_of(report: Report) -> tuple[PageText, ...]:
    """Draw a document and read it in the jail."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(report.draw())
        return read(path).pages


def group_of(outcomes: Sequence[Outcome], *, reveal: bool) -> Group:
    """Sum up one group."""
    kinds = sorted({outcome.report.kind for outcome in outcomes})
    keys = sorted({key for outcome in outcomes for key in _keys(outcome.score)})
    return Group(
        documents=len(outcomes),
        all=rates(outcomes),
        quotes_found_again=_found_again(outcomes),
        legible=_legible(outcomes),
        by_kind={kind: rates([one for one in outcomes if one.report.kind == kind]) for kind in kinds},
        by_key={key: rates(outcomes, key) for key in keys},
        missed=tuple(slip for one in outcomes for slip in one.score.missed) if reveal else (),
        wrong=tuple(slip for one in outcomes for slip in one.score.wrong) if reveal else (),
    )


def rates(outcomes: Iterable[Outcome], key: str = "") -> Rates:
    """Count over documents, for one key or for all."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts["right"] += outcome.score.right[key] if key else outcome.score.right.total()
        counts["missed"] += sum(key in ("", slip.key) for slip in outcome.score.missed)
        counts["wrong"] += sum(key in ("", slip.key) for slip in outcome.score.wrong)
    right, missed, wrong = counts["right"], counts["missed"], counts["wrong"]
    return Rates(_share(right, wrong), _share(right, missed), right, missed, wrong)


def _share(right: int, other: int) -> float:
    return round(right / (right + other), 3) if right + other else 1.0


def _outcome(report: Report) -> Outcome:
    pages = pages_of(report)
    found = facts(pages, report.name)
    quotes = [fact for several in by_key(found).values() for fact in several]
    texts = {page.number: page.text for page in pages}
    again = sum(find_quote(fact.quote, texts.get(fact.page, "")) is not None for fact in quotes)
    lost = len(unsaid(report, texts.values()))
    return Outcome(report, score(report.name, report.kind, report.truth, found), len(quotes), again, lost)


def _found_again(outcomes: Iterable[Outcome]) -> float:
    several = list(outcomes)
    quotes = sum(outcome.quotes for outcome in several)
    return _share(sum(outcome.found_again for outcome in several), quotes - sum(o.found_again for o in several))


def _legible(outcomes: Iterable[Outcome]) -> float:
    several = list(outcomes)
    lost = sum(outcome.lost for outcome in several)
    return _share(sum(one.report.size for one in several) - lost, lost)


def _keys(found: Score) -> set[str]:
    return {*found.right, *(slip.key for slip in (*found.missed, *found.wrong))}
