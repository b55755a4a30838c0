"""Answers of one response that cannot both hold, by a few rules kept as data; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

from questionnaires.branching import holds
from questionnaires.conditions import Condition, condition_from_plain, questions_named
from questionnaires.values import Given
from questionnaires.written import load_yaml

FILE = Path(__file__).parent / "bank" / "contradictions.yaml"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two answers, by their references, that contradict each other in sets of these keys, and why in one sentence.

    `late` names the day of the second answer as the one that must not lie more than `days` before the answers were given.
    """

    keys: tuple[str, ...]
    refs: tuple[str, str]
    why: str
    when: Condition
    days: int = 0

    def found_in(self, answers: Mapping[str, Given], on: date) -> bool:
        """Say whether the answers, given by this day, contradict each other in this way."""
        if not holds(self.when, answers):
            return False
        if not self.days:
            return True
        last = answers.get(self.refs[1])
        return last is not None and isinstance(last.value, date) and (on - last.value).days > self.days


def contradictions(key: str, answers: Mapping[str, Given], on: date) -> list[Contradiction]:
    """Return what contradicts itself among the answers to one of our sets, given by a day."""
    return [rule for rule in rules() if key in rule.keys and rule.found_in(answers, on)]


@cache
def rules() -> tuple[Contradiction, ...]:
    """Read the rules from the package."""
    plain = cast("list[dict[str, object]]", load_yaml(FILE.read_text(encoding="utf-8")))
    return tuple(_rule(one) for one in plain)


def _rule(plain: dict[str, object]) -> Contradiction:
    first, second = cast("list[str]", plain["answers"])
    condition = condition_from_plain(plain["when"])
    if not {first, second} & set(questions_named(condition)):
        raise ValueError(f"The rule on {first} and {second} looks at neither of them.")
    keys = tuple(cast("list[str]", plain["sets"]))
    return Contradiction(keys, (first, second), str(plain["why"]), condition, int(str(plain.get("days", 0))))
