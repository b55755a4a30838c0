"""Compares two versions of a document passage by passage: what is the same, changed, added, removed; pure.

Passages are the sentences, rows and headings of the pages without their running heads. They are aligned by exact words
first and by likeness in the gaps between, so that neither a page's break nor a line's nor a moved page number is a change.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from knowledge.aligning import aligned, likest
from knowledge.layout import parts
from knowledge.pages import PageText
from knowledge.running import running_lines

_TOKEN = re.compile(r"\w+(?:[-'’\u00ad.,/@]\w+)*|[^\w\s]")
_BROKEN = re.compile(r"(?<=[^\W\d_])(?:\u00ad|[-\u2010](?=\s*\n\s*[a-zà-ÿ]))\s*\n\s*(?=\w)")
_IGNORED = frozenset("•●▪◦‣⁃○➢✓\uf0b7·*–—-…_|")
_FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00ad": "", "-": "", "\u2010": "", "\u2011": ""})
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
            found += _gap(before[i:k], after[j:m])
    return _with_moves(found)


def shared(old: Sequence[PageText], new: Sequence[PageText]) -> float:
    """Give the share of passages that two documents have in common, from 0 to 1."""
    one, other = Counter(unit.key for unit in _units(old)), Counter(unit.key for unit in _units(new))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


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


def _gap(before: list[_Unit], after: list[_Unit]) -> list[Change]:
    """Say what became of the passages between two that are the same."""
    if not before or not after:
        return [*(_gone(unit) for unit in before), *(_come(unit) for unit in after)]
    if [word for unit in before for word in unit.words] == [word for unit in after for word in unit.words]:
        return [_same(before, after)]
    found = list[Change]()
    for step in aligned([unit.bag for unit in before], [unit.bag for unit in after]):
        ours, theirs = before[step.i : step.i + step.a], after[step.j : step.j + step.b]
        found.append(_pair(ours, theirs) if ours and theirs else _gone(ours[0]) if ours else _come(theirs[0]))
    return found


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
    for one, other in likest([bags[at] for at in gone], [bags[at] for at in come]):
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
