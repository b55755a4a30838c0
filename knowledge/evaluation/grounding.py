"""Measures on public sets whether a text says what a statement says: with heads trained in the run and kept nowhere."""

from pathlib import Path

from knowledge.embedding import Embedder
from knowledge.evaluation import contracts, heads
from knowledge.evaluation.heads import Figures

ABSENT = "not in the folder"


def run(folder: Path, embedder: Embedder) -> dict[str, Figures | str]:
    """Return the figures of each set; a set that is not in the folder is said to be absent."""
    here = all((folder / path).is_file() for path in (contracts.PAIRS, contracts.WHOLE))
    return _agreements(folder, embedder) if here else {"agreements": ABSENT}


def _agreements(folder: Path, embedder: Embedder) -> dict[str, Figures | str]:
    learnt, whole = contracts.learnt(folder), contracts.whole(folder)
    spans = heads.prepared(learnt, whole, embedder)
    return {"agreements": heads.run(learnt, whole, spans)}
