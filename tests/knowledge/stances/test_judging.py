"""The heads of the bank tell words that say a statement, deny it, or stand beside it."""

import pytest

from knowledge.embedding import ShippedEmbedder
from knowledge.stances import judging
from knowledge.stances.judging import Told, told
from knowledge.stances.learning import held_out
from knowledge.stances.material import digest, examples
from knowledge.stances.model import VERSION, Model, UnknownWeights, from_bytes, shipped

EMBEDDER = ShippedEmbedder()
LEAVERS = "Access of terminated employees is removed within one business day of their departure."
REVIEWS = "Privileged access rights are reviewed every quarter."


def judged(claim: str, text: str) -> Told:
    """Ask the heads about one sentence."""
    return told(claim, [text], EMBEDDER)[0]


def test_the_weights_were_trained_on_the_examples() -> None:
    """Who changes an example trains again: `python -m knowledge.stances`."""
    assert digest(examples()) == shipped().learnt


@pytest.mark.parametrize(
    ("claim", "so", "against", "beside"),
    [
        (
            "All staff complete security awareness training at least once a year.",
            "Each colleague sits through the security course every January.",
            "Nobody has to sit through a security course; attendance is voluntary.",
            "The security course was moved to a new learning platform.",
        ),
        (
            "There is a written incident response plan.",
            "What to do in a security emergency is laid down in the response handbook, which the board has adopted.",
            "So far nobody has written down what is to be done in a security emergency.",
            "Customers should write down what they do in a security emergency.",
        ),
        (
            "Every change to production code is reviewed by a second person before release.",
            "No line goes live before a colleague has read it.",
            "Developers push their own changes live without anybody looking at them.",
            "Developers read each other's design documents.",
        ),
    ],
)
def test_words_that_no_rule_knows_are_told_apart(claim: str, so: str, against: str, beside: str) -> None:
    """What says it is surer to be so than what denies it or stands beside it; what denies it is surer to be against."""
    says, denies, near = judged(claim, so), judged(claim, against), judged(claim, beside)

    assert says.so > max(denies.so, near.so)
    assert denies.against > max(says.against, near.against)
    assert not near.is_so


def test_another_choice_is_heard() -> None:
    """A yearly review is no quarterly one."""
    quarterly = judged(REVIEWS, "Four times a year the owners of the systems go through the list of administrators.")
    yearly = judged(REVIEWS, "Once a year the owners of the systems go through the list of administrators.")

    assert quarterly.so > yearly.so
    assert yearly.other > quarterly.other


def test_a_claim_that_the_bank_does_not_know_is_not_judged() -> None:
    """Heads say nothing about statements they were not trained for."""
    assert [] == told("Elephants are grey.", ["All elephants are grey."], EMBEDDER)


def test_weights_are_kept_without_losing_anything_that_counts() -> None:
    """Half precision changes no judgement by more than a hundredth."""
    model = shipped()
    texts = [example.text for example in examples()[:40]]
    vectors = EMBEDDER.embed(texts)

    again = from_bytes(model.to_bytes())

    assert model.names == again.names
    assert abs(model.sure(model.names, texts, vectors) - again.sure(model.names, texts, vectors)).max() < 0.01


def test_weights_of_another_version_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to do."""
    monkeypatch.setattr("knowledge.stances.model.VERSION", "bank-0")
    kept = shipped().to_bytes()
    monkeypatch.setattr("knowledge.stances.model.VERSION", VERSION)

    with pytest.raises(UnknownWeights, match="bank-0"):
        from_bytes(kept)


def test_heads_are_measured_on_authors_they_have_not_read() -> None:
    """Four statements are learnt from all authors but one, in turn: most of what is shown is right, and much is found."""
    refs = {"AC-05", "CR-03", "IN-01", "HR-03"}

    found = held_out([example for example in examples() if example.ref in refs], EMBEDDER)

    assert found["so"].wrong < 0.2
    assert found["so"].found > 0.4


def test_nothing_is_kept_of_sentences_once_they_are_to_be_forgotten() -> None:
    """What was embedded for a removed document goes with it, and its words were never kept."""
    judged(LEAVERS, "Leavers lose their access on the day they leave.")
    assert all(isinstance(name, bytes) for name in judging._kept)
    assert judging._kept

    judging.forget()

    assert not judging._kept


def test_a_model_without_a_head_is_never_sure() -> None:
    """A name that no head bears gives nothing."""
    model = shipped()
    bare = Model(model.columns, model.centre, model.manner, (), model.heads[:0], "")

    assert 0.0 == bare.sure(["AC-05 so"], ["Access is removed."], EMBEDDER.embed(["Access is removed."]))[0, 0]
