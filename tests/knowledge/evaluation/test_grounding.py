"""Public sets are measured on statements and articles that nothing was learnt about; one that is absent is said to be."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from knowledge.evaluation import articles, grounding, unseen
from knowledge.evaluation.articles import Cited
from knowledge.evaluation.contracts import Pair
from knowledge.heads.features import hashed
from knowledge.heads.matrix import Vectors
from tests.knowledge.conftest import SHARED

STATEMENTS = (
    "Receiving Party may copy drawings.",
    "Receiving Party may show samples.",
    "Receiving Party may keep recordings.",
    "Receiving Party may publish photographs.",
)
THINGS = ("copy drawings", "show samples", "keep recordings", "publish photographs")


class Words:
    """Stands in for the embedder: texts are near when they share words."""

    name, dimensions = "words", 64

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Count words by a hash."""
        rows = hashed(texts)
        found = np.zeros((len(texts), self.dimensions), np.float32)
        for at in range(len(texts)):
            np.add.at(found[at], rows.columns[rows.starts[at] : rows.starts[at + 1]] % self.dimensions, 1.0)
        unit: Vectors = found / np.linalg.norm(found, axis=1, keepdims=True)
        return unit


def pairs(count: int) -> list[Pair]:
    """Agreements that allow, forbid, or do not speak of the four things."""
    made = []
    for number in range(count):
        for at, thing in enumerate(THINGS):
            other = f"Notices of party {number} are sent by post to its seat."
            allowed = f"Party {number} may {thing} whenever it wishes."
            forbidden = f"Party {number} shall not {thing} at any time."
            made += [Pair((text,), at, truth) for truth, text in enumerate((allowed, forbidden, other))]
    return made


def test_a_statement_is_judged_by_what_others_taught() -> None:
    """What allows, what forbids and what is silent is told apart for a statement that was never learnt."""
    found = unseen.run(pairs(12), pairs(16)[-48:], STATEMENTS, Words())

    assert 48 == found.pairs
    assert found.macro_f1 >= 0.9
    assert found.f1_contradicts >= 0.9


def test_errors_show_in_the_figures() -> None:
    """A contradiction taken for support costs both figures."""
    found = unseen.figures(np.array([0, 0, 1, 1, 2, 2]), np.array([0, 0, 1, 0, 2, 2]))

    assert (0.833, 0.667) == (found.accuracy, found.f1_contradicts)


def test_an_article_that_says_all_of_a_claim_is_told_from_one_that_says_half() -> None:
    """Of half the articles the number and the name are missing."""
    claims = [
        f"Arnold {name} opened {number} bridges in Halden." for number, name in enumerate("ABCDEFGHIJKLMNOPQRST", 20)
    ]
    cited = [
        Cited(claim, (claim.replace("opened", "has opened"), "It rains."), f"article {at}", True)
        if at % 2
        else Cited(claim, ("Arnold opened bridges in spring.", "It rains."), f"article {at}", False)
        for at, claim in enumerate(claims)
    ]

    assert articles.run(cited, Words()).balanced_accuracy >= 0.9
    assert 0.75 == articles.figures(np.array([True, True, False]), np.array([True, False, False])).balanced_accuracy


def test_sets_that_are_not_there_are_said_to_be_absent(tmp_path: Path) -> None:
    """An empty folder gives words and no figures."""
    assert {"agreements", "unseen", "wice"} == set(grounding.run(tmp_path, Words()))
    assert {grounding.ABSENT} == set(grounding.run(tmp_path, Words()).values())


@pytest.mark.skipif(not (SHARED / articles.FILE).is_file(), reason="the shared files are not beside this checkout")
def test_public_articles_are_judged_no_worse_than_before() -> None:
    """One claim in two, by words alone."""
    found = articles.run(articles.read(SHARED)[::2], Words())

    assert found.balanced_accuracy >= 0.68
