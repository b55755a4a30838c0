"""Fits a logistic regression by L-BFGS: numpy alone, the same input gives the same weights."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from knowledge.heads.matrix import Numbers, Rows

STEPS = 25
MEMORY = 8
ENOUGH = 1e-4
Slope = Callable[[Numbers], tuple[float, Numbers]]


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights and what is added: the log-odds of yes."""

    weights: Numbers
    bias: float

    def score(self, rows: Rows) -> Numbers:
        """Return the log-odds of each row."""
        return rows.times(self.weights) + self.bias


def fitted(rows: Rows, yes: Numbers, strength: float, counts: Numbers | None = None, steps: int = STEPS) -> Linear:
    """Fit to labels of 0 and 1, weighted by `counts`; a lower strength keeps the weights smaller."""
    counts = np.ones(rows.height) if counts is None else counts
    used = np.unique(rows.sparse.columns)
    narrow = _fitted(Rows(rows.sparse.on(used), rows.dense), yes, strength, counts, steps)
    weights = np.zeros(rows.width)
    weights[used], weights[rows.sparse.width :] = narrow.weights[: len(used)], narrow.weights[len(used) :]
    return Linear(weights, narrow.bias)


def _fitted(rows: Rows, yes: Numbers, strength: float, counts: Numbers, steps: int) -> Linear:
    """Fit the weights of columns that are all in use."""
    start = np.zeros(rows.width + 1)
    start[-1] = np.log((counts @ yes + 1) / (counts @ (1 - yes) + 1))

    def slope(point: Numbers) -> tuple[float, Numbers]:
        odds = rows.times(point[:-1]) + point[-1]
        held = point[:-1] / strength
        rests = counts * (sigmoid(odds) - yes)
        cost = counts @ (np.logaddexp(0, odds) - yes * odds) + 0.5 * (held @ point[:-1])
        return float(cost), np.concatenate([rows.back(rests) + held, [rests.sum()]])

    point = lowest(slope, start, steps)
    return Linear(point[:-1], float(point[-1]))


def sigmoid(odds: Numbers) -> Numbers:
    """Turn log-odds into probabilities."""
    return np.exp(-np.logaddexp(0, -odds))


def lowest(slope: Slope, point: Numbers, steps: int) -> Numbers:
    """Walk down a smooth, bowl-shaped cost."""
    cost, gradient = slope(point)
    moves: deque[tuple[Numbers, Numbers]] = deque(maxlen=MEMORY)
    for _ in range(steps):
        way = _way(gradient, moves)
        next_point, next_cost, next_gradient = _step(slope, point, cost, gradient, way)
        moved, turned = next_point - point, next_gradient - gradient
        if moved @ turned > 1e-12:
            moves.append((moved, turned))
        done = cost - next_cost < ENOUGH * abs(cost)
        point, cost, gradient = next_point, next_cost, next_gradient
        if done:
            break
    return point


def _way(gradient: Numbers, moves: deque[tuple[Numbers, Numbers]]) -> Numbers:
    """Bend the gradient by what the last moves told of the curvature."""
    way = gradient.copy()
    shares = []
    for moved, turned in reversed(moves):
        share = (moved @ way) / (turned @ moved)
        way -= share * turned
        shares.append(share)
    if moves:
        moved, turned = moves[-1]
        way *= (moved @ turned) / (turned @ turned)
    else:
        way /= max(1.0, float(np.linalg.norm(gradient)))
    for (moved, turned), share in zip(moves, reversed(shares), strict=True):
        way += moved * (share - (turned @ way) / (turned @ moved))
    return way


def _step(slope: Slope, point: Numbers, cost: float, gradient: Numbers, way: Numbers) -> tuple[Numbers, float, Numbers]:
    """Go as far along the way as lowers the cost."""
    fall = float(gradient @ way)
    size = 1.0
    while True:
        there = point - size * way
        new_cost, new_gradient = slope(there)
        if new_cost <= cost - 1e-4 * size * fall or size < 1e-4:
            return there, new_cost, new_gradient
        size /= 2
