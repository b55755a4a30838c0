"""A head learns from marked spans what speaks of a statement and which way, and is kept without losing anything."""

from functools import cache

import numpy as np
import pytest

from knowledge.embedding import ShippedEmbedder
from knowledge.heads.head import VERSION, Head, UnknownHead, from_bytes
from knowledge.heads.training import Example, TooFewExamples, train
from knowledge.outcomes import Relation

EMBEDDER = ShippedEmbedder()
SYSTEMS = ("billing", "mail", "archive", "search", "payroll", "portal", "reporting", "identity", "storage", "messaging")
FOR = ("All backups of the {} system are encrypted.", "We encrypt every backup of the {} system.")
AGAINST = ("Backups of the {} system are not encrypted.", "The {} system's backups are kept in clear text.")
BESIDE = (
    "The {} office has a kitchen and a garden.",
    "Visitors of the {} team sign a book.",
    "The {} system was built in 2019.",
)


def examples() -> list[Example]:
    """Sixty documents on ten systems: a third for the statement, a third against it, a third silent."""
    found = []
    for number, system in enumerate(SYSTEMS * 6):
        said = [Example(f"d{number}", text.format(system), Relation.SILENT) for text in BESIDE]
        if number < 20:
            said.append(Example(f"d{number}", FOR[number % 2].format(system), Relation.SUPPORTS))
        elif number < 40:
            said.append(Example(f"d{number}", AGAINST[number % 2].format(system), Relation.CONFLICTS))
        found += said
    return found


@cache
def head() -> Head:
    """A head trained on them once."""
    return train("backups are encrypted", examples(), EMBEDDER)


@pytest.mark.parametrize(
    ("span", "relation"),
    [
        ("All backups of the new calendar are encrypted.", Relation.SUPPORTS),
        ("Backups of the calendar are not encrypted.", Relation.CONFLICTS),
        ("The calendar team has a garden.", Relation.SILENT),
    ],
)
def test_a_head_tells_what_a_document_does_to_its_statement(span: str, relation: Relation) -> None:
    """Its judgement adds up to one, and the span that speaks of the statement is the strongest evidence."""
    spans = ["Visitors sign a book.", span, "The kitchen was built in 2021."]

    judged = head().judge(spans, EMBEDDER)

    assert relation is judged.relation
    assert abs(sum(judged.shares) - 1) < 1e-9
    assert relation is Relation.SILENT or int(np.argmax(judged.evidence)) == 1


def test_a_head_is_read_as_it_was_written() -> None:
    """Judgements, counts and calibration survive; what was learnt from is not in it."""
    kept = head().to_bytes()
    spans = ["All backups of the mail system are encrypted.", "The kitchen is new."]

    again = from_bytes(kept)

    assert np.allclose(head().judge(spans, EMBEDDER).shares, again.judge(spans, EMBEDDER).shares, atol=1e-5)
    assert (head().counts, head().calibration) == (again.counts, again.calibration)
    assert b"kitchen" not in kept


def test_a_head_of_another_version_is_refused() -> None:
    """It says that it has to be trained again."""
    kept = head().to_bytes()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("knowledge.heads.head.VERSION", f"{VERSION}-next")
        with pytest.raises(UnknownHead, match="train it again"):
            from_bytes(kept)


def test_training_again_gives_the_same_head() -> None:
    """The same examples give the same bytes."""
    assert head().to_bytes() == train("backups are encrypted", examples(), EMBEDDER).to_bytes()


def test_nothing_is_learnt_from_too_little() -> None:
    """Two documents, or spans that all say the same, are refused in a sentence."""
    some = examples()
    with pytest.raises(TooFewExamples):
        train("x", [each for each in some if each.document in ("d0", "d1")], EMBEDDER)
    with pytest.raises(TooFewExamples):
        train("x", [each for each in some if each.relation is Relation.SILENT], EMBEDDER)


def test_an_unsure_or_uncalibrated_head_shows_nothing() -> None:
    """Without a calibration no judgement is shown, however sure."""
    judged = head().judge(["All backups of the mail system are encrypted."], EMBEDDER)
    bare = Head(head().statement, head().columns, head().centre, head().parts, head().counts, None)

    assert bare.shown(judged) is None
