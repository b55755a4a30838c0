"""Learns from verdicts on invented vendors how sure a verdict is.

The vendors speak in the words of an author whom no reader has learnt from and nobody has read: only how often verdicts on
them were right is used. Where the rules were mended on an author's words, they are wrong there less often than anywhere
else. Yet another author's vendors measure what comes of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from knowledge.heads.fitting import Linear, fitted, sigmoid
from knowledge.heads.matrix import Numbers, full
from knowledge.sureness import Basis, marks
from knowledge.verdicts import VerdictState
from portal.planted.phrases import FRESH

if TYPE_CHECKING:
    from portal.planted.measuring import Outcome

GROUPS = (FRESH,)
STATES = (VerdictState.SUPPORTED, VerdictState.CONTRADICTED)
STRENGTH, STEPS = 4.0, 200  # as likely as can be that verdicts on a vendor come out as those on the others taught
# Which way each mark goes, whatever a handful of wrong outcomes says: head, reader, taken back, denied, alone, opposed.
SIGNS, LEAST = (1, 1, -1, -1, 0, -1), 0.1


def learnt_from(results: "Sequence[Outcome]") -> dict[str, object]:
    """Return what a file of sureness holds: for each kind of verdict its weights, and how sure right and wrong ones were."""
    return {"kinds": {state.value: _kind([each for each in results if _is_of(each, state)]) for state in STATES}}


def _kind(results: "Sequence[Outcome]") -> dict[str, list[float]]:
    """Fit to all; how sure each was is said by what the other vendors taught."""
    rows = np.array([marks(_basis(each)) for each in results])
    right = np.array([float(_is_right(each)) for each in results])
    vendors = np.array([each.vendor for each in results])
    said = np.zeros(len(results))
    for vendor in sorted(set(vendors.tolist())):
        own = vendors == vendor
        said[own] = sigmoid(_fitted(rows[~own], right[~own]).score(full(rows[own])))
    whole = _fitted(rows, right)
    return {
        "weights": [round(float(weight), 3) for weight in (*whole.weights, whole.bias)],
        "right": sorted(round(float(one), 4) for one in said[right == 1]),
        "wrong": sorted(round(float(one), 4) for one in said[right == 0]),
    }


def _fitted(rows: Numbers, right: Numbers) -> Linear:
    """Fit, and let no mark make a verdict surer that speaks against it; what is added then fits the mean again."""
    found = fitted(full(rows), right, STRENGTH, steps=STEPS)
    signs = np.array(SIGNS)
    kept = np.where(signs == 0, found.weights, signs * np.maximum(signs * found.weights, LEAST))
    moved = float((rows @ (found.weights - kept)).mean())
    return replace(found, weights=kept, bias=found.bias + moved)


def _is_of(each: "Outcome", state: VerdictState) -> bool:
    return each.verdict.basis is not None and each.verdict.basis.state is state


def _basis(each: "Outcome") -> Basis:
    assert each.verdict.basis is not None
    return each.verdict.basis


def _is_right(each: "Outcome") -> bool:
    return _basis(each).state in (each.claimed.truth, *each.claimed.also)
