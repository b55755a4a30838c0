"""The pairs that the cross-encoder learns from are made of examples, and the adapters that ship of these pairs."""

import numpy as np

from knowledge.cross_encoder.adapters import DENSE, LAYERS, from_bytes, shipped
from knowledge.cross_encoder.measuring import nearness
from knowledge.cross_encoder.pairs import (
    HELD,
    caveats,
    digest,
    filling,
    filling_pairs,
    foreign_pairs,
    learnt_pairs,
    own_pairs,
    probes,
    surrounded,
    worded,
)
from knowledge.stances.material import BESIDE
from knowledge.stances.statements import OPEN, statements


def test_the_adapters_were_trained_on_the_examples() -> None:
    """Who changes an example trains again: `python -m knowledge.cross_encoder`."""
    assert digest() == shipped().learnt


def test_authors_who_measure_are_not_learnt_from() -> None:
    """Nothing of them is among the pairs, in whatever file it stands."""
    learnt = {pair.author for pair in learnt_pairs()}

    assert set() == learnt & set(HELD)
    assert set(HELD) == {pair.author for pair in own_pairs()} - learnt


def test_every_statement_is_worded_without_a_gap() -> None:
    """What an answer leaves open is said in words."""
    claims = [worded(each, list(each.choices)[:1]) for each in statements()]

    assert [] == [claim for claim in claims if OPEN in claim]


def test_a_passage_beside_a_foreign_statement_decides_nothing_about_it() -> None:
    """Whole or a sentence of it meets others' statements, never its own, and the same pairs come out each time."""
    own, near = learnt_pairs()[:400], nearness()

    found = list(foreign_pairs(own, near))

    assert {BESIDE} == {pair.label for pair in found}
    assert found == list(foreign_pairs(own, near))
    passages = {pair.passage: pair.ref for pair in own}
    assert [] == [pair for pair in found if passages.get(pair.passage) == pair.ref]
    assert [] == [pair for pair in found if not any(pair.passage in passage for passage in passages)]


def test_sentences_about_nothing_that_is_asked_decide_nothing() -> None:
    """Each meets several statements, and none of them is among the examples of a statement."""
    found = list(filling_pairs())

    assert {BESIDE} == {pair.label for pair in found}
    assert set(filling()) == {pair.passage for pair in found}
    assert set(filling()).isdisjoint(pair.passage for pair in own_pairs())


def test_what_stands_around_a_passage_changes_nothing_of_what_it_says() -> None:
    """A sentence about something else follows some, a number stands before some; the passage is there, word for word."""
    own = learnt_pairs()

    found = list(surrounded(own, nearness()))

    assert [(each.claim, each.label) for each in own] == [(each.claim, each.label) for each in found]
    assert all(before.passage in after.passage for before, after in zip(own, found, strict=True))
    changed = [after.passage for before, after in zip(own, found, strict=True) if before.passage != after.passage]
    assert 0.15 * len(own) < len(changed) < 0.45 * len(own)


def test_pairs_without_a_statement_say_their_own_first_sentence() -> None:
    """What takes something back, and what does not, both begin with the claim."""
    found = list(caveats())

    assert {"so", "but"} == {pair.label for pair in found}
    assert [] == [pair for pair in found if not pair.passage.startswith(pair.claim)]


def test_adapters_are_kept_without_losing_anything_that_counts() -> None:
    """What is written is read again, every layer of it."""
    adapters = shipped()

    again = from_bytes(adapters.to_bytes())

    assert adapters.learnt == again.learnt
    assert np.array_equal(adapters.probed, again.probed)
    assert adapters.numbers.keys() == again.numbers.keys()
    assert all(np.array_equal(adapters.numbers[name], again.numbers[name]) for name in adapters.numbers)
    assert LAYERS * len(DENSE) == sum(name.endswith(".first") for name in adapters.numbers)
    assert len(probes()) == len(adapters.probed)
