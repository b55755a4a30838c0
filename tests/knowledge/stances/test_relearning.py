"""Heads of a statement learn from what people decided, move only for sentences like those, and lose nothing they knew."""

from functools import cache

import numpy as np
import pytest

from knowledge.embedding import ShippedEmbedder
from knowledge.stances.holding import Shown, shown_by
from knowledge.stances.judging import told
from knowledge.stances.learnt import Learnt, base, from_bytes
from knowledge.stances.material import BESIDE, NOT, SO
from knowledge.stances.model import shipped
from knowledge.stances.relearning import Ground, Lesson, Taught, ground_of, learnt_of, taught_by

EMBEDDER = ShippedEmbedder()
REF = "AC-02"
CLAIM = "Multi-factor authentication is required for all administrative access to the production environment."
OFFERED = (
    "Multi-factor sign-in is available for administrators of the production environment.",
    "The administration console of the production systems supports multi-factor authentication.",
    "Administrators of the production environment can use multi-factor authentication.",
)
LIKE = "Production administrators are able to use multi-factor authentication."
REQUIRED = "Administrators must authenticate with a second factor before they reach production."


@cache
def ground() -> Ground:
    """Lay out the shipped examples once."""
    return ground_of([REF], shipped(), EMBEDDER)


def lessons(*texts: str, stance: str = BESIDE, corrects: bool = True) -> Taught:
    """Return lessons that each come from another source."""
    found = [Lesson(REF, stance, (), text, str(at), corrects) for at, text in enumerate(texts)]
    return taught_by(found, shipped(), EMBEDDER)


def learnt(taught: Taught) -> Learnt:
    """Learn the heads of the one statement."""
    return learnt_of({REF: taught}, shipped(), ground())


def shown(heads: Learnt) -> Shown:
    """Count what heads show of the shipped examples."""
    return shown_by(REF, heads, shipped(), ground())


def test_words_like_those_decided_on_are_judged_as_people_did() -> None:
    """What is only offered decides nothing, as reviewers said of others; what is required is untouched."""
    before = told(CLAIM, [LIKE, REQUIRED], EMBEDDER)

    like, required = told(CLAIM, [LIKE, REQUIRED], EMBEDDER, learnt(lessons(*OFFERED)))

    assert not before[0].is_doubted
    assert like.is_doubted
    assert not required.is_doubted
    assert required.so >= before[1].so - 0.1


def test_other_statements_are_judged_as_before() -> None:
    """What was learnt of one statement leaves every other bit for bit as it was."""
    claim = "Customer data is encrypted at rest in all data stores."
    text = "All databases are encrypted at rest."

    assert told(claim, [text], EMBEDDER) == told(claim, [text], EMBEDDER, learnt(lessons(*OFFERED)))


def test_the_same_lessons_give_the_same_heads_under_the_same_name() -> None:
    """Learning again changes nothing; what is kept and read back judges alike and has the same name."""
    first, second = learnt(lessons(*OFFERED)), learnt(lessons(*OFFERED))
    kept = from_bytes(first.to_bytes())

    assert (first.digest, first.mark(REF), base()) == (second.digest, second.mark(REF), second.base)
    assert (first.digest, first.mark(REF)) == (kept.digest, kept.mark(REF))
    assert first.to_bytes() == second.to_bytes()
    assert told(CLAIM, [LIKE], EMBEDDER, first) == told(CLAIM, [LIKE], EMBEDDER, kept)
    assert "" == Learnt().digest == Learnt().mark(REF)


def test_agreements_with_what_the_heads_say_teach_next_to_nothing() -> None:
    """Somebody who agrees with what the machine was sure of anyway makes it no surer of anything else."""
    sure = [each.text for each in ground().examples if each.ref == REF and each.stance == SO][:12]
    near = "Administrators of the test environment sign in with a password."

    before = told(CLAIM, [near, LIKE], EMBEDDER)
    after = told(CLAIM, [near, LIKE], EMBEDDER, learnt(lessons(*sure, stance=SO, corrects=False)))

    assert all(abs(one.so - other.so) < 0.05 for one, other in zip(before, after, strict=True))


def test_good_lessons_lose_none_of_the_shipped_examples() -> None:
    """A correction that people would agree with stands beside what the authors of the examples wrote."""
    before, after = shown(Learnt()), shown(learnt(lessons(*OFFERED)))

    assert before.of == after.of > 0
    assert not after.is_worse_than(before)


@pytest.mark.parametrize("stance", [SO, NOT])
def test_lessons_that_turn_a_statement_round_are_noticed(stance: str) -> None:
    """Who says of what the examples deny that it is so, or the reverse, makes the heads worse on them."""
    other = NOT if stance == SO else SO
    texts = [each.text for each in ground().examples if each.ref == REF and each.stance == other]

    after = shown(learnt(lessons(*texts, stance=stance)))

    assert after.is_worse_than(shown(Learnt()))


def test_worse_is_more_wrong_or_less_found() -> None:
    """One in twenty may be wrong, and as little may be lost; no more, unless the shipped heads did no better."""
    before = Shown(found=95, wrong=2, of=100)

    assert not Shown(91, 4, 100).is_worse_than(before)
    assert Shown(91, 6, 100).is_worse_than(before)
    assert Shown(89, 0, 100).is_worse_than(before)
    assert not Shown(91, 6, 100).is_worse_than(Shown(91, 6, 100))


def test_no_lesson_of_a_source_is_read_where_it_is_held_out() -> None:
    """What is measured on a vendor was learnt from others."""
    taught = lessons(*OFFERED)

    held = taught.without("1")

    assert (OFFERED[0], OFFERED[2]) == tuple(each.text for each in held.lessons)
    assert np.array_equal(taught.features[[0, 2]], held.features)
