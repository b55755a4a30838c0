"""Words by an author whom no reader has learnt from say how sure verdicts are."""

from knowledge.cross_encoder.pairs import learnt_pairs
from knowledge.stances.material import examples
from knowledge.verdicts import VerdictState
from portal.planted.held import areas
from portal.planted.phrases import HELD, bank


def test_no_reader_has_learnt_these_words() -> None:
    """Neither the heads nor the cross-encoder are taught by this author."""
    said = {phrase.form.say for area in areas() for asked in area.asked for phrase in asked.phrases}

    assert len(said) > 900
    assert said.isdisjoint(pair.passage for pair in learnt_pairs())
    assert said.isdisjoint(example.text for example in examples())


def test_the_group_has_words_for_every_truth() -> None:
    """Each area has claims that hold, that do not, and silence."""
    truths = [{phrase.truth for asked in area.asked for phrase in asked.phrases} for area in bank(HELD) if area.asked]

    wanted = {VerdictState.SUPPORTED, VerdictState.CONTRADICTED, VerdictState.NOT_EVIDENCED}
    assert truths
    assert all(wanted <= found for found in truths)
