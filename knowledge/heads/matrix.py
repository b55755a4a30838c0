"""Rows of mostly empty features beside rows of full ones, with the products that a linear head needs."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Sparse:
    """Row n has the value `scales[n]` in the columns `columns[starts[n]:starts[n + 1]]`, and nothing elsewhere."""

    starts: Places
    columns: Places
    scales: Numbers
    width: int

    @property
    def height(self) -> int:
        """Give the number of rows."""
        return len(self.scales)

    @cached_property
    def _rows(self) -> Places:
        return np.repeat(np.arange(self.height), np.diff(self.starts))

    @cached_property
    def _turned(self) -> tuple[Places, Places]:
        """Where each column starts, and the rows that use it: adding up runs is faster than scattering."""
        order = np.argsort(self.columns, kind="stable")
        starts = np.searchsorted(self.columns[order], np.arange(self.width + 1))
        return starts.astype(np.int64), self._rows[order]

    def times(self, weights: Numbers) -> Numbers:
        """Return one number a row."""
        return _runs(weights[self.columns], self.starts) * self.scales

    def back(self, rests: Numbers) -> Numbers:
        """Return one number a column."""
        starts, rows = self._turned
        return _runs((rests * self.scales)[rows], starts)

    def take(self, rows: Places) -> "Sparse":
        """Return the rows named, in their order."""
        sizes = np.diff(self.starts)[rows]
        starts = starts_of(sizes)
        places = np.repeat(self.starts[rows] - starts[:-1], sizes) + np.arange(starts[-1])
        return Sparse(starts, self.columns[places], self.scales[rows], self.width)

    def shared(self) -> Places:
        """Return the columns that more than one row uses."""
        return np.flatnonzero(np.bincount(self.columns, minlength=self.width) > 1).astype(np.int64)

    def on(self, columns: Places) -> "Sparse":
        """Return the same rows with only these columns, numbered in their order."""
        places = np.full(self.width, -1, np.int64)
        places[columns] = np.arange(len(columns))
        kept = places[self.columns] >= 0
        sizes = np.bincount(self._rows[kept], minlength=self.height)
        return Sparse(starts_of(sizes), places[self.columns[kept]], self.scales, len(columns))


def starts_of(sizes: Places) -> Places:
    """Return where each run starts, and where the last one ends."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])


def _runs(values: Numbers, starts: Places) -> Numbers:
    """Add up each run of values; an empty run gives nothing."""
    if len(starts) < 2:
        return np.zeros(0)
    sums = np.add.reduceat(np.append(values, 0.0), starts[:-1])
    return np.where(np.diff(starts) > 0, sums, 0.0)


@dataclass(frozen=True)
class Rows:
    """One row a span: its hashed features and its dense ones."""

    sparse: Sparse
    dense: Numbers

    @property
    def height(self) -> int:
        """Give the number of rows."""
        return len(self.dense)

    @property
    def width(self) -> int:
        """Give the number of weights that the rows need."""
        return self.sparse.width + int(self.dense.shape[1])

    def times(self, weights: Numbers) -> Numbers:
        """Return one number a row."""
        width = self.sparse.width
        return self.sparse.times(weights[:width]) + self.dense @ weights[width:]

    def back(self, rests: Numbers) -> Numbers:
        """Return one number a column."""
        return np.concatenate([self.sparse.back(rests), self.dense.T @ rests])

    def take(self, rows: Places) -> "Rows":
        """Return the rows named, in their order."""
        return Rows(self.sparse.take(rows), self.dense[rows])


def full(dense: Numbers) -> Rows:
    """Return rows that have dense features only."""
    nothing = Sparse(np.zeros(len(dense) + 1, np.int64), np.zeros(0, np.int64), np.ones(len(dense)), 0)
    return Rows(nothing, dense.astype(np.float64))
