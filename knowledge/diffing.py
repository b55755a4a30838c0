"""Compares two versions of a document passage by passage: what is the same, changed, added, removed; pure.

Passages are the sentences, rows and headings of the pages without their running heads. They are aligned by exact words
first and by likeness in the gaps between, so that neither a page's break nor a line's nor a moved page number is a change.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from knowledge.layout import parts
from knowledge.pages import PageText
from knowledge.running import running_lines

_TOKEN = re.compile(r"\w+(?:[-'’\u00ad.,/@]\w+)*|[^\w\s]")
_BROKEN = re.compile(r"(?<=[^\W\d_])(?:\u00ad|[-\u2010](?=\s*\n\s*[a-zà-ÿ]))\s*\n\s*(?=\w)")
_IGNORED = frozenset("•●▪◦‣⁃○➢✓\uf0b7·*–—-…_|")
_FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00ad": "", "-": "", "\u2010": "", "\u2011": ""})
_ALIKE, _VERY_ALIKE = 0.5, 0.7
_MOST_PAIRS = 20_000
_FEW = 12
_MOVED_WORDS = 6


class ChangeKind(StrEnum):
    """What became of a passage."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        """Say it to a person."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Side:
    """A passage in one version: its words on one line, where it stands, and the spans of `text` that differ."""

    page: int
    start: int
    end: int
    text: str
    heading: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one passage; `moved` when it is the same in another place."""

    kind: ChangeKind
    old: Side | None
    new: Side | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _Unit:
    side: Side
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        return " ".join(self.words)

    @property
    def bag(self) -> Counter[str]:
        """The words that tell the passage from others, short ones left out where there are longer ones."""
        telling = [word for word in self.words if len(word) > 3 or word.isdigit()]
        return Counter(telling or self.words)


def changes(old: Sequence[PageText], new: Sequence[PageText]) -> list[Change]:
    """Say what became of each passage, in the order of the newer version; what was removed stands where it stood."""
    before, after = _units(old), _units(new)
    found: list[Change] = []
    matcher = SequenceMatcher(_is_short, [unit.key for unit in before], [unit.key for unit in after])
    for tag, i, k, j, m in matcher.get_opcodes():
        if tag == "equal":
            found += [_same([a], [b]) for a, b in zip(before[i:k], after[j:m], strict=True)]
        else:
            found += _aligned(before[i:k], after[j:m])
    return _with_moves(found)


def _is_short(key: str) -> bool:
    """Tell passages too short to show by themselves that two places are the same."""
    return key.count(" ") < 2


def counts(found: Sequence[Change]) -> Counter[ChangeKind]:
    """Count the passages by what became of them."""
    return Counter(change.kind for change in found)


def _units(pages: Sequence[PageText]) -> list[_Unit]:
    readable = [page for page in pages if page.state.is_readable]
    running, heading, units = running_lines(readable), "", list[_Unit]()
    for page in readable:
        for run in parts(page, running):
            for part in run:
                heading = part.name if part.level else heading
                flat = _flat(page.text[part.start : part.end])
                words = tuple(_words(flat))
                if words:
                    unit = _Unit(Side(page.number, part.start, part.end, flat, heading), words)
                    goes_on = bool(units) and not part.level and _goes_on(units[-1].side, unit.side)
                    units[-1:] = [_joined([units[-1], unit])] if goes_on else [*units[-1:], unit]
    return units


def _goes_on(before: Side, here: Side) -> bool:
    """Tell a sentence that only a page's end has cut."""
    return before.page < here.page and before.text[-1] not in ".!?:;" and here.text[0].islower()


def _flat(text: str) -> str:
    return " ".join(_BROKEN.sub("", text).split())


def _words(flat: str) -> Iterator[str]:
    """Give the words that make up a passage, as spelled but for hyphens, quotation marks and bullets."""
    for match in _TOKEN.finditer(flat):
        if word := _folded(match.group()):
            yield word


def _folded(token: str) -> str:
    return "" if token in _IGNORED else unicodedata.normalize("NFKC", token).translate(_FOLDED)


def _aligned(before: list[_Unit], after: list[_Unit]) -> list[Change]:
    """Align the passages of a gap: one to one, or one to two where a passage was only cut otherwise."""
    if not before or not after:
        return [*(_gone(unit) for unit in before), *(_come(unit) for unit in after)]
    if [word for unit in before for word in unit.words] == [word for unit in after for word in unit.words]:
        return [_same(before, after)]
    if len(before) * len(after) > _MOST_PAIRS:
        return _by_anchors(before, after)
    return list(_steps(before, after, _table(before, after)))


def _by_anchors(before: list[_Unit], after: list[_Unit]) -> list[Change]:
    """Cut a large gap at pairs that are very much alike, and align what lies between them."""
    anchors = _anchors(before, after) or [(len(before) // 2, len(after) // 2)]
    found, i, j = list[Change](), 0, 0
    for a, b in [*anchors, (len(before), len(after))]:
        if (a, b) != (i, j):
            found += _aligned(before[i:a], after[j:b])
        i, j = a, b
    return found


def _anchors(before: list[_Unit], after: list[_Unit]) -> list[tuple[int, int]]:
    """Find pairs that are very much alike and in the same order, by the words that few passages hold."""
    pairs = list(_likest([unit.bag for unit in before], [unit.bag for unit in after]))
    return [pair for pair in _rising(pairs) if pair != (0, 0)]


def _likest(before: Sequence[Counter[str]], after: Sequence[Counter[str]]) -> Iterator[tuple[int, int]]:
    """Yield for each bag of words the place of the one very much like it, if there is one."""
    holders: dict[str, list[int]] = {}
    for at, bag in enumerate(after):
        for word in bag:
            holders.setdefault(word, []).append(at)
    for at, bag in enumerate(before):
        rare = [holders[word] for word in bag if len(holders.get(word, ())) in range(1, _FEW + 1)]
        votes = Counter(place for places in rare for place in places)
        likely = [(_alike(bag, after[place]), -place) for place, _ in votes.most_common(3)]
        best, place = max(likely, default=(0.0, 0))
        if best >= _VERY_ALIKE:
            yield at, -place


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


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """Give the share of words that two passages have in common."""
    shared = sum(min(count, other[word]) for word, count in one.items() if word in other)
    return 2 * shared / (one.total() + other.total())


_Table = list[list[tuple[float, tuple[int, int]]]]


def _table(before: list[_Unit], after: list[_Unit]) -> _Table:
    """Work out the best alignment of every pair of beginnings: likeness in words gained, and the last step taken."""
    bags_before, bags_after = [unit.bag for unit in before], [unit.bag for unit in after]
    table: _Table = [[(0.0, (0, 0))] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) + 1):
        for j in range(len(after) + 1):
            options = [(0.0, (0, 0))] if i == j == 0 else []
            options += [(table[i - 1][j][0], (1, 0))] if i else []
            options += [(table[i][j - 1][0], (0, 1))] if j else []
            for a, b in ((1, 1), (1, 2), (2, 1)):
                if i >= a and j >= b:
                    gain = _gain(bags_before[i - a : i], bags_after[j - b : j])
                    options += [(table[i - a][j - b][0] + gain, (a, b))] if gain else []
            table[i][j] = max(options, key=lambda option: option[0])
    return table


def _gain(before: list[Counter[str]], after: list[Counter[str]]) -> float:
    """Give the words two sides share when they are alike enough, a little less where two had to be joined."""
    if len(before) > 1:
        before = [before[0] + before[1]]
    if len(after) > 1:
        after = [after[0] + after[1]]
    shared = sum(min(count, after[0][word]) for word, count in before[0].items() if word in after[0])
    sizes = before[0].total() + after[0].total()
    return shared - 0.01 * sizes if 2 * shared >= _ALIKE * sizes else 0.0


def _steps(before: list[_Unit], after: list[_Unit], table: _Table) -> Iterator[Change]:
    i, j, taken = len(before), len(after), list[Change]()
    while i or j:
        a, b = table[i][j][1]
        ours, theirs = before[i - a : i], after[j - b : j]
        taken.append(_pair(ours, theirs) if a and b else _gone(ours[0]) if a else _come(theirs[0]))
        i, j = i - a, j - b
    yield from reversed(taken)


def _pair(before: list[_Unit], after: list[_Unit]) -> Change:
    old, new = _joined(before), _joined(after)
    if old.words == new.words:
        return _same(before, after)
    old_marks, new_marks = _marks(old.side.text, new.side.text)
    return Change(ChangeKind.CHANGED, replace(old.side, marks=old_marks), replace(new.side, marks=new_marks))


def _same(before: list[_Unit], after: list[_Unit]) -> Change:
    return Change(ChangeKind.UNCHANGED, _joined(before).side, _joined(after).side)


def _gone(unit: _Unit) -> Change:
    return Change(ChangeKind.REMOVED, unit.side, None)


def _come(unit: _Unit) -> Change:
    return Change(ChangeKind.ADDED, None, unit.side)


def _joined(units: list[_Unit]) -> _Unit:
    """Put neighbouring passages together; the place is that of the first, to its end or its page's."""
    first, last = units[0].side, units[-1].side
    end = last.end if last.page == first.page else first.end
    text = " ".join(unit.side.text for unit in units)
    words = tuple(word for unit in units for word in unit.words)
    return _Unit(Side(first.page, first.start, end, text, first.heading), words)


def _marks(old: str, new: str) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """Mark in two texts the words that the other does not have."""
    ours = [(match.span(), folded) for match in _TOKEN.finditer(old) if (folded := _folded(match.group()))]
    theirs = [(match.span(), folded) for match in _TOKEN.finditer(new) if (folded := _folded(match.group()))]
    matcher = SequenceMatcher(None, [word for _, word in ours], [word for _, word in theirs], autojunk=False)
    before, after = list[tuple[int, int]](), list[tuple[int, int]]()
    for tag, i, k, j, m in matcher.get_opcodes():
        if tag != "equal" and k > i:
            before.append((ours[i][0][0], ours[k - 1][0][1]))
        if tag != "equal" and m > j:
            after.append((theirs[j][0][0], theirs[m - 1][0][1]))
    return tuple(before), tuple(after)


def _with_moves(found: list[Change]) -> list[Change]:
    """Take a passage removed here and added there, in the same words or nearly so, as moved."""
    gone = [at for at, change in enumerate(found) if _is_movable(change.old, change.new)]
    come = [at for at, change in enumerate(found) if _is_movable(change.new, change.old)]
    bags = {at: _unit(found[at].old or found[at].new).bag for at in (*gone, *come)}
    moved: dict[int, Change] = {}
    left: set[int] = set()
    for one, other in _likest([bags[at] for at in gone], [bags[at] for at in come]):
        if come[other] not in moved:
            change = _pair([_unit(found[gone[one]].old)], [_unit(found[come[other]].new)])
            moved[come[other]] = replace(change, moved=True)
            left.add(gone[one])
    return [moved.get(at, change) for at, change in enumerate(found) if at not in left]


def _is_movable(here: Side | None, there: Side | None) -> bool:
    return here is not None and there is None and here.text.count(" ") >= _MOVED_WORDS


def _unit(side: Side | None) -> _Unit:
    assert side is not None
    return _Unit(side, tuple(_words(side.text)))
