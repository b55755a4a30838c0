"""Whether what was learnt of a question is taken: only if it is better on vendors it has not seen, and nowhere worse; pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from knowledge.stances.holding import Shown
from knowledge.stances.relearning import Lesson
from knowledge.sureness import Basis
from knowledge.verdicts import VerdictState
from portal.review.learning.teaching import Ruling

VENDORS = 3  # one is held out, and what two others say is no peculiarity of one
PEOPLE = 2  # who find evidence where the machine found none, before it does


@dataclass(frozen=True, slots=True)
class Replay:
    """A decision beside what shipped heads say of the claim today, and heads that have read the lessons of all other vendors."""

    ref: str
    holds: VerdictState
    before: VerdictState
    after: VerdictState
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """How many decisions are reproduced, and how many claims are wrongly called supported."""

    reproduced: int
    wrong_supported: int


def figures(replays: Collection[Replay], *, after: bool) -> Figures:
    """Count over decisions, as the heads say that ship or those that were learnt."""
    said = [(each.after if after else each.before, each.holds) for each in replays]
    wrong = [one for one, holds in said if one is VerdictState.SUPPORTED and holds is not VerdictState.SUPPORTED]
    return Figures(sum(one is holds for one, holds in said), len(wrong))


def usable(lessons: Sequence[tuple[Ruling, Lesson]]) -> list[Lesson]:
    """Return lessons of one question without those that raise, unless several people said so; the last on a sentence counts."""
    people = {ruling.person for ruling, _ in lessons if ruling.raises}
    kept = [lesson for ruling, lesson in lessons if not ruling.raises or len(people) >= PEOPLE]
    return list({(each.source, each.text): each for each in kept}.values())


def unready(lessons: Sequence[Lesson], left_out: int) -> str:
    """Say why nothing can be learnt of a question yet; empty where it can."""
    if not any(each.corrects for each in lessons):
        if left_out:
            return (
                f"Only one person found evidence where the machine found none; {PEOPLE} have to, before it learns to."
            )
        return "Nobody overruled a verdict on it with words to learn from: there is nothing to correct."
    vendors = len({each.source for each in lessons})
    if vendors < VENDORS:
        return f"The decisions are on {vendors} of at least {VENDORS} vendors that are needed to test what was learnt."
    return ""


def refused(replays: Collection[Replay], shipped: Shown, learnt: Shown) -> str:
    """Say why what was learnt of a question is not taken; empty where it is."""
    before, after = figures(replays, after=False), figures(replays, after=True)
    if after.wrong_supported > before.wrong_supported:
        return "More claims would wrongly be called supported, on vendors it has not seen."
    if after.reproduced < before.reproduced:
        return "Fewer decisions would be reproduced, on vendors it has not seen."
    if learnt.is_worse_than(shipped):
        return "The examples that came with the package would be told apart worse."
    if (after.reproduced, -after.wrong_supported) == (before.reproduced, -before.wrong_supported):
        return "It would decide no better on vendors it has not seen."
    return ""
