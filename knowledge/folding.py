"""Passages that say the same in the same words: one is shown, and it names the other places."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.gathering import Found

SAME_SHARE = 0.7


def folded(passages: Mapping[int, Found], scores: Mapping[int, float]) -> dict[int, Found]:
    """Give every passage the one that stands for its text on its shelf: the newest document's, then the best ranked."""
    copies: defaultdict[tuple[str, str], list[Found]] = defaultdict(list)
    for passage in passages.values():
        copies[(passage.collection, " ".join(passage.text.split()))].append(passage)
    shown: dict[int, Found] = {}
    for same in copies.values():
        first, *others = sorted(same, key=lambda each: (each.added_at, scores.get(each.passage_id, 0)), reverse=True)
        standing = replace(first, also=_apart(first, others)) if others else first
        shown |= {each.passage_id: standing for each in same}
    return shown


def _apart(first: Found, others: Sequence[Found]) -> tuple[Found, ...]:
    """Leave out copies that lie over a place already named, as overlapping windows of one page do."""
    kept = [first]
    for each in others:
        if not any(repeats(each, one) for one in kept):
            kept.append(each)
    return tuple(kept[1:])


def repeats(one: Found, other: Found) -> bool:
    """Say whether two windows are the same one, or mostly the same stretch of a page."""
    if one.passage_id == other.passage_id:
        return True
    if (one.document_id, one.page) != (other.document_id, other.page):
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > SAME_SHARE * min(one.end - one.start, other.end - other.start)
