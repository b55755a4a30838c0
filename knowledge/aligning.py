"""Aligns two runs of passages by the words they share: one to one, or one to two where one was only cut otherwise; pure."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Bag = Counter[str]
ALIKE, VERY_ALIKE = 0.5, 0.7
_MOST_PAIRS = 20_000
_FEW = 12
_PAIRINGS = ((1, 1), (1, 2), (2, 1))
_Table = list[list[tuple[float, tuple[int, int]]]]


class Step(NamedTuple):
    """Passages `i` to `i + a` of the one run belong to `j` to `j + b` of the other; one of a and b may be 0."""

    i: int
    a: int
    j: int
    b: int


def aligned(before: Sequence[Bag], after: Sequence[Bag]) -> list[Step]:
    """Align two runs in their order, so that the passages put together share the most words."""
    if len(before) * len(after) > _MOST_PAIRS:
        return _by_anchors(before, after)
    table, i, j, taken = _table(before, after), len(before), len(after), list[Step]()
    while i or j:
        a, b = table[i][j][1]
        i, j = i - a, j - b
        taken.append(Step(i, a, j, b))
    return taken[::-1]


def likest(before: Sequence[Bag], after: Sequence[Bag]) -> Iterator[tuple[int, int]]:
    """Yield for each passage of the one run that of the other very much like it, wherever it stands."""
    holders: dict[str, list[int]] = {}
    for at, bag in enumerate(after):
        for word in bag:
            holders.setdefault(word, []).append(at)
    for at, bag in enumerate(before):
        rare = [holders[word] for word in bag if len(holders.get(word, ())) in range(1, _FEW + 1)]
        votes = Counter(place for places in rare for place in places)
        likely = [(_alike(bag, after[place]), -place) for place, _ in votes.most_common(3)]
        best, place = max(likely, default=(0.0, 0))
        if best >= VERY_ALIKE:
            yield at, -place


def _table(before: Sequence[Bag], after: Sequence[Bag]) -> _Table:
    """Work out the best alignment of every pair of beginnings: words gained in all, and the last step taken."""
    table: _Table = [[(0.0, (0, 0))] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) + 1):
        for j in range(len(after) + 1):
            options = [(0.0, (0, 0))] if i == j == 0 else []
            options += [(table[i - 1][j][0], (1, 0))] if i else []
            options += [(table[i][j - 1][0], (0, 1))] if j else []
            for a, b in _PAIRINGS:
                if i >= a and j >= b:
                    gain = _gain(before[i - a : i], after[j - b : j])
                    options += [(table[i - a][j - b][0] + gain, (a, b))] if gain else []
            table[i][j] = max(options, key=lambda option: option[0])
    return table


def _gain(before: Sequence[Bag], after: Sequence[Bag]) -> float:
    """Give the words two sides share when they are alike enough, a little less the more they have to themselves."""
    one = before[0] if len(before) == 1 else before[0] + before[1]
    other = after[0] if len(after) == 1 else after[0] + after[1]
    shared, sizes = _shared(one, other), one.total() + other.total()
    return shared - 0.01 * sizes if 2 * shared >= ALIKE * sizes else 0.0


def _by_anchors(before: Sequence[Bag], after: Sequence[Bag]) -> list[Step]:
    """Cut long runs at pairs that are very much alike, and align what lies between them."""
    pairs = [pair for pair in _rising(list(likest(before, after))) if pair != (0, 0)]
    found, i, j = list[Step](), 0, 0
    for a, b in [*(pairs or [(len(before) // 2, len(after) // 2)]), (len(before), len(after))]:
        found += (
            [Step(i + s.i, s.a, j + s.j, s.b) for s in aligned(before[i:a], after[j:b])] if (a, b) != (i, j) else []
        )
        i, j = a, b
    return found


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the longest run of pairs whose places rise on both sides."""
    ends: list[int] = []
    chain: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(chain[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        chain[length : length + 1] = [at]
    kept, at = list[tuple[int, int]](), chain[-1] if chain else -1
    while at >= 0:
        kept.append(pairs[at])
        at = before[at]
    return kept[::-1]


def _alike(one: Bag, other: Bag) -> float:
    return 2 * _shared(one, other) / (one.total() + other.total())


def _shared(one: Bag, other: Bag) -> int:
    return sum(min(count, other[word]) for word, count in one.items() if word in other)
