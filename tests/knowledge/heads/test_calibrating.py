"""How sure a head must be is found from outcomes, and not claimed where they are too few or too bad."""

import random

from knowledge.heads.calibrating import Outcome, calibrated


def drawn(count: int, chance: random.Random) -> list[Outcome]:
    """Outcomes of a head that is right more often the surer it is."""
    sure = [chance.random() for _ in range(count)]
    return [Outcome(one, chance.random() < 0.6 + 0.4 * one) for one in sure]


def test_too_few_outcomes_are_no_calibration() -> None:
    """Eighteen right ones do not show that at most one in twenty is wrong; nineteen do."""
    assert calibrated([Outcome(0.9, True)] * 18) is None
    assert calibrated([Outcome(0.9, True)] * 19) is not None


def test_outcomes_that_are_wrong_where_it_is_sure_are_no_calibration() -> None:
    """No threshold holds the rate."""
    assert calibrated([Outcome(0.9, False)] * 10 + [Outcome(0.5, True)] * 90) is None


def test_what_is_equally_sure_is_shown_or_hidden_together() -> None:
    """A threshold never parts outcomes of the same sureness."""
    found = calibrated([Outcome(0.9, True)] * 40 + [Outcome(0.5, True)] * 30 + [Outcome(0.5, False)] * 20)

    assert found is not None
    assert 0.9 == found.threshold


def test_the_chosen_rate_holds_on_average_on_new_outcomes() -> None:
    """Of what is shown later about one in twenty is wrong: an average, no promise for each head."""
    chance = random.Random(1)
    shares = []
    for _ in range(200):
        found = calibrated(drawn(200, chance))
        shown = [one for one in drawn(2000, chance) if found is not None and one.sure >= found.threshold]
        shares += [sum(not one.right for one in shown) / len(shown)] if shown else []

    assert len(shares) > 100
    assert sum(shares) / len(shares) < 0.06
