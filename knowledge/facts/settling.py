"""Chooses among the values that a document gives for one thing: the surest one, unless one nearly as sure disagrees."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.facts.dates import dates, periods
from knowledge.facts.forms import LABELLED, Entry
from knowledge.facts.naming import SUFFIX, core
from knowledge.facts.values import Fact

_CLEARLY = 0.1
_BROKEN_OFF = re.compile(rf"[ \t]*\n[ \t]*{SUFFIX}\.?(?=[ \t]*(?:[,\n]|$))")
Read = Callable[[str], str | None]


def settled(candidates: Iterable[Fact | None], same: Callable[[str], object] | None = None) -> Fact | None:
    """Return the surest candidate; None when another that is nearly as sure says otherwise."""
    found = [candidate for candidate in candidates if candidate is not None]
    if not found:
        return None
    best = max(found, key=lambda one: one.confidence)
    near = [one for one in found if one.confidence > best.confidence - _CLEARLY]
    return best if len({(same or _plain)(one.value) for one in near}) == 1 else None


def settled_name(candidates: Iterable[Fact | None]) -> Fact | None:
    """Return the surest name; legal forms and capitals make no other name, and the fuller spelling is taken."""
    found = [candidate for candidate in candidates if candidate is not None]
    best = settled(found, core)
    if best is None:
        return None
    alike = [one for one in found if core(one.value) == core(best.value) and not one.value.isupper()]
    return max(alike, key=lambda one: (len(one.value), one.confidence), default=best)


def named(entries: Iterable[Entry], names: str, read: Read) -> list[Fact]:
    """Read the entries of some names, parted by blanks; what cannot be read is left out."""
    wanted = names.split()
    found = [_with_form(entry) for entry in entries if entry.name in wanted]
    return [Fact(value, entry.quote, entry.page.number, entry.sure) for entry in found if (value := read(entry.text))]


def _with_form(entry: Entry) -> Entry:
    """Take the next line's first word along where it is the legal form of a company whose name was broken off."""
    match = _BROKEN_OFF.match(entry.page.text, entry.end)
    return replace(entry, end=match.end()) if match and "," not in entry.text else entry


def dated(entries: Iterable[Entry], names: str, order: str = "") -> list[Fact]:
    """Read the days that entries begin with."""
    return named(entries, names, lambda text: day(text, order))


def day(text: str, order: str = "") -> str | None:
    """Read the day that a value begins with; a month alone is none."""
    first = next(iter(dates(text[:80], order)), None)
    if first is None or not first.is_exact or len(text[: first.start].split()) > 2:
        return None
    return first.first.isoformat()


def period(entries: Iterable[Entry], names: str, order: str = "") -> Iterator[tuple[Fact, Fact]]:
    """Read the two days of values such as "1 May 2026 to 12 May 2026"."""
    wanted = names.split()
    for entry in entries:
        text = entry.page.text[entry.start : entry.end + 60] if entry.name in wanted else ""
        pair = next(iter(periods(text, order)), None)
        if pair and pair[0].start < 40 and pair[0].start < entry.end - entry.start:
            quote = entry.page.text[entry.label : max(entry.end, entry.start + pair[1].end)]
            yield (
                Fact(pair[0].first.isoformat(), quote, entry.page.number, LABELLED),
                Fact(pair[1].last.isoformat(), quote, entry.page.number, LABELLED),
            )


def settled_period(pairs: Iterable[tuple[Fact, Fact]]) -> tuple[Fact | None, Fact | None]:
    """Return the surest pair of days; none when others nearly as sure differ."""
    known = list(pairs)
    ends = settled(Fact(f"{one.value} {two.value}", "", 0, two.confidence) for one, two in known)
    if ends is None:
        return None, None
    return next(pair for pair in known if f"{pair[0].value} {pair[1].value}" == ends.value)


def first_of(*candidates: Sequence[Fact]) -> Fact | None:
    """Return what the first group of candidates that has any comes to."""
    return next((settled(group) for group in candidates if group), None)


def distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Keep the surest fact of each value, in the order they stand."""
    kept: dict[str, Fact] = {}
    for fact in facts:
        key = _plain(fact.value)
        if key not in kept or kept[key].confidence < fact.confidence:
            kept[key] = fact
    return tuple(kept.values())


def less_sure(facts: Iterable[Fact], confidence: float) -> list[Fact]:
    """Lower what facts are trusted by."""
    return [replace(fact, confidence=min(fact.confidence, confidence)) for fact in facts]


def _plain(value: str) -> str:
    return value.casefold().rstrip(". ").replace(",", "")
