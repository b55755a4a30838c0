"""Measures whether heads learnt from decisions still know the examples that came with the package."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.heads.calibrating import RATE
from knowledge.heads.fitting import sigmoid
from knowledge.heads.matrix import Numbers
from knowledge.stances.judging import DOUBTED, LIKELY
from knowledge.stances.learnt import Learnt
from knowledge.stances.material import SO
from knowledge.stances.model import SURE, Model
from knowledge.stances.relearning import Ground, wanted


@dataclass(frozen=True, slots=True)
class Shown:
    """What heads of a statement are sure enough of among the shipped examples: how many rightly, of how many, and wrongly."""

    found: int = 0
    wrong: int = 0
    of: int = 0

    def __add__(self, other: "Shown") -> "Shown":
        return Shown(self.found + other.found, self.wrong + other.wrong, self.of + other.of)

    @property
    def wrongly(self) -> float:
        """The share of what is shown that is wrong."""
        return self.wrong / max(1, self.found + self.wrong)

    @property
    def rightly(self) -> float:
        """The share of what is so that is shown."""
        return self.found / max(1, self.of)

    def is_worse_than(self, other: "Shown", rate: float = RATE) -> bool:
        """Say whether more than the rate is wrong, and more than the other's, or by more than the rate less is found."""
        return self.wrongly > max(rate, other.wrongly) or self.rightly < other.rightly - rate


NOTHING = Shown()


def shown_by(ref: str, learnt: Learnt, base: Model, ground: Ground) -> Shown:
    """Count what the heads of a statement show of the examples: the shipped ones where nothing was learnt of it.

    Both have read the examples, so what differs is what the lessons pushed out. What says it and is doubted counts as lost.
    """
    found, so = NOTHING, np.zeros(len(ground.features))
    for place, name in enumerate(base.names):
        if name.startswith(f"{ref} "):
            what, weights = name.removeprefix(f"{ref} "), learnt.heads.get(name, base.heads[place])
            sure = sigmoid(ground.features @ weights[:-1] + weights[-1])
            so = sure if what == SO else so
            found += _counted(sure >= SURE.get(what, SURE[SO]), wanted(ground.examples, ref, what))
    doubted = (learnt.doubted(ref, ground.features) >= DOUBTED) & (so < LIKELY)
    says = wanted(ground.examples, ref, SO)
    return found + _counted(~doubted & (says > 0), says)


def _counted(is_shown: NDArray[np.bool_], yes: Numbers) -> Shown:
    return Shown(int((is_shown & (yes > 0)).sum()), int((is_shown & (yes == 0)).sum()), int(yes.sum()))
