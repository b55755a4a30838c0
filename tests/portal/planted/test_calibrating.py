"""How sure a verdict is, is learnt from what readers saw in it, each vendor judged by what the others taught."""

from types import SimpleNamespace
from typing import cast

from knowledge.sureness import Basis
from knowledge.verdicts import VerdictState
from portal.planted.calibrating import learnt_from
from portal.planted.measuring import Outcome


def outcome(number: int, state: VerdictState, seen: float, right: bool) -> Outcome:
    """A verdict of one of four vendors, and whether it is the truth."""
    basis = Basis(state, seen, seen, 0.02, 0.05, alone=True, opposed=False)
    truth = state if right else VerdictState.NOT_EVIDENCED
    return cast(
        Outcome,
        SimpleNamespace(
            vendor=f"vendor {number % 4}",
            verdict=SimpleNamespace(basis=basis),
            claimed=SimpleNamespace(truth=truth, also=()),
        ),
    )


def test_what_readers_see_is_what_makes_a_verdict_sure() -> None:
    """Of verdicts that readers saw, all were right; of the others half: the first come out as the surer ones."""
    results = [
        outcome(number, state, seen, right)
        for state in (VerdictState.SUPPORTED, VerdictState.CONTRADICTED)
        for number in range(40)
        for seen, right in ((0.97, True), (0.1, number // 4 % 2 == 0))
    ]

    kinds = cast(dict[str, dict[str, list[float]]], learnt_from(results)["kinds"])

    for kind in kinds.values():
        assert (60, 20) == (len(kind["right"]), len(kind["wrong"]))
        assert max(kind["wrong"]) < max(kind["right"])
        assert kind["weights"][0] > 0
