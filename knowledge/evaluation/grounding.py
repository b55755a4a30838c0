"""Measures on public sets whether a text says what a statement says: with heads trained in the run and kept nowhere."""

from collections.abc import Callable
from pathlib import Path

from knowledge.embedding import Embedder
from knowledge.evaluation import articles, contracts, heads, unseen

ABSENT = "not in the folder"
Figures = heads.Figures | unseen.Figures | articles.Figures | str


def run(folder: Path, embedder: Embedder) -> dict[str, Figures]:
    """Return the figures of each set; a set that is not in the folder is said to be absent."""

    def measured(measure: Callable[[Path, Embedder], Figures], *files: Path) -> Figures:
        return measure(folder, embedder) if all((folder / file).is_file() for file in files) else ABSENT

    return {
        "agreements": measured(_agreements, contracts.PAIRS, contracts.WHOLE),
        "unseen": measured(_unseen, contracts.PAIRS, contracts.MEASURED_PAIRS),
        "wice": measured(_articles, articles.FILE),
    }


def _agreements(folder: Path, embedder: Embedder) -> Figures:
    learnt, whole = contracts.learnt(folder), contracts.whole(folder)
    return heads.run(learnt, whole, heads.prepared(learnt, whole, embedder))


def _unseen(folder: Path, embedder: Embedder) -> Figures:
    learnt, measured = (contracts.pairs(folder, file) for file in (contracts.PAIRS, contracts.MEASURED_PAIRS))
    return unseen.run(learnt, measured, contracts.statements(folder), embedder)


def _articles(folder: Path, embedder: Embedder) -> Figures:
    return articles.run(articles.read(folder), embedder)
