"""Measures verdicts on the golden claims: how often a wrong claim passes, and how often a right one is faulted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_OID, UUID, uuid5

from knowledge.evaluation.claims import BUILDING, KEPT_APART, Golden
from knowledge.evaluation.shelf import PAPERS, Paper
from knowledge.evidence import Candidate, Pages, Place, candidates
from knowledge.facts import DocumentFacts, EvidenceKind, Fact
from knowledge.weighing import Sources, VerdictState, Weighed, weigh

TODAY = date(2026, 11, 21)
PASSING = (VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION)


@dataclass(frozen=True, slots=True)
class Figures:
    """Rates between 0 and 1 over a set of claims; the two lists name the claims behind the errors."""

    claims: int
    right: float
    false_pass: float
    false_finding: float
    supported_recall: float
    contradicted_recall: float
    silence_kept: float
    passed_wrongly: tuple[str, ...]
    faulted_wrongly: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A golden claim beside the verdict it got."""

    golden: Golden
    weighed: Weighed


async def run() -> Figures:
    """Weigh every golden claim against the whole shelf."""
    return figures(outcomes((*BUILDING, *KEPT_APART)))


def outcomes(claims: Iterable[Golden]) -> list[Outcome]:
    """Weigh each claim against every sentence of the shelf: retrieval is measured elsewhere."""
    pages = _pages()
    found = everything()
    sources: Sources = {_id(paper): _facts(paper) for paper in PAPERS}
    return [Outcome(claim, weigh(claim.text, claim.service, found, pages, sources, TODAY)) for claim in claims]


def figures(results: Sequence[Outcome]) -> Figures:
    """Count the errors."""
    passed = [item for item in results if _passed_wrongly(item)]
    faulted = [item for item in results if item.weighed.state is VerdictState.CONTRADICTED is not item.golden.truth]
    return Figures(
        claims=len(results),
        right=_share([item.weighed.state is item.golden.truth for item in results]),
        false_pass=_share([item in passed for item in results if item.golden.truth is not VerdictState.SUPPORTED]),
        false_finding=_share(
            [item in faulted for item in results if item.golden.truth is not VerdictState.CONTRADICTED]
        ),
        supported_recall=_recall(results, VerdictState.SUPPORTED),
        contradicted_recall=_recall(results, VerdictState.CONTRADICTED),
        silence_kept=_recall(results, VerdictState.NOT_EVIDENCED),
        passed_wrongly=tuple(item.golden.text for item in passed),
        faulted_wrongly=tuple(item.golden.text for item in faulted),
    )


def _passed_wrongly(item: Outcome) -> bool:
    state, truth = item.weighed.state, item.golden.truth
    return (state in PASSING and truth not in PASSING) or (state, truth) == PASSING


def _recall(results: Sequence[Outcome], state: VerdictState) -> float:
    return _share([item.weighed.state is state for item in results if item.golden.truth is state])


def _share(marks: Sequence[bool]) -> float:
    return round(sum(marks) / len(marks), 3) if marks else 0.0


def _id(paper: Paper) -> UUID:
    return uuid5(NAMESPACE_OID, paper.key)


def _pages() -> Pages:
    return {(_id(paper), number): text for paper in PAPERS for number, text in enumerate(paper.pages, 1)}


def everything() -> list[Candidate]:
    """Return every sentence of the shelf."""
    pages = _pages()
    names = {_id(paper): paper.name for paper in PAPERS}
    return candidates(
        [Place(document, names[document], page, "", 0, len(text)) for (document, page), text in pages.items()], pages
    )


def _facts(paper: Paper) -> DocumentFacts:
    def fact(value: str) -> Fact | None:
        return Fact(value, value, 1) if value else None

    return DocumentFacts(
        kind=EvidenceKind(paper.kind),
        issuer=None,
        subject=fact("Halden Software"),
        period_start=None,
        period_end=fact(paper.period_end),
        issued=fact(paper.issued),
        expires=fact(paper.expires),
        opinion=None,
        scope=fact(paper.scope),
        exceptions=(),
    )
