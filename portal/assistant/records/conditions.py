"""Says whether words about the vendors mean no less and no more than the query they were read as; pure."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from portal.assistant.records.marks import Mark, marks
from portal.assistant.records.query import Asked, Query
from portal.assistant.records.verbs import is_certain
from portal.assistant.records.vocabulary import Slot

_LONGEST_TOPIC = 6
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
# Brackets, quotes and other signs may say anything: "rated A-C", "rated D+", "rated D (or E)", "and/or".
_SIGNS = re.compile(
    r"[^\w\s'’,.€$£/-]|(?<!iso)/|(?<![^\W\d_]{2})-|-(?!\d(?![\w-])|[^\W\d_]{2})|\.(?!\d)|,(?!\s|\d{3})|,\s*$", re.I
)
# Said more narrowly than rows are told apart by: kinds of reports, of cover, of policies, and what is valid or settled.
_NARROWER = re.compile(
    r"\b(?:was|were|had|types?|cyber|liability|security|27001|data\s+processing|dpas?|audit(?:or'?s?)?\s+reports?"
    r"|valid|current|closed|settled|unsupported|not\s+(?:yet\s+)?(?:supported|backed))\b"
)
_PLAIN_WORDS = """
    a an the of in on with and or any our us their its is are has have been that now today currently still yet already
    vendor vendors partner partners severity due carry carries got received noted listed reported use uses using tier
    tiers validity left leave leaves issues questions about regarding concerning"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
_LISTS = frozenset((Slot.tier, Slot.grade, Slot.severity, Slot.state, Slot.verdict))
_OF_FINDINGS = frozenset((Slot.severity, Slot.state, Slot.overdue))
_UNREAD = frozenset((Slot.opener, Slot.who, Slot.when, Slot.approved))
_WHERE_PRONOUNS_STAND = 2
_ENDED = re.compile(r"\b(?:expired|lapsed|ended|outdated)\b")
# In a topic they are no part of what is asked about: they choose, deny, count or date.
_NO_TOPIC_WORDS = """
    a all an and answered any anything as at be been but by contradicted did do does each either every everything except
    few fewer first for found from given had has have if in into is it its last least less major many minor more most
    multiple neither new no none nor not noted of old on only or other over per previous recent repeated reported reviewed
    several since so some stale such supported than that their them these they this those to two three under unless until
    was were what when where which while who whom whose with within without before after between during against"""
_NO_TOPIC = frozenset(_NO_TOPIC_WORDS.split())
_STARTS_TOPIC = frozenset(("a", "an", "the", "their", "its", "any"))


def is_exact(words: str, query: Query, today: date) -> bool:
    """Say whether a query holds all that words about the vendors say, each of them as it is said."""
    words = words.lower().replace("’", "'")
    said = words.replace(query.topic.lower().replace("’", "'"), " ", 1) if query.topic else words
    asked = f"which {said}"
    found = marks(asked, (), today)
    return (
        not query.unknown
        and not query.everywhere
        and not _SIGNS.search(_DAY.sub("", words))
        and not _NARROWER.search(said)
        and _is_plain(found)
        and _joins_well(found, asked)
        and _is_topic(query.topic)
        and _TELLS.get(query.asked, _never)(query, words)
    )


def is_told(query: Query | None) -> bool:
    """Say whether a query is one that a condition may be, or none: then its rows can be told behind a condition's."""
    return query is None or query.asked in _TELLS


def _is_plain(found: Sequence[Mark]) -> bool:
    """Say whether every mark is one that a query holds, and none is said twice that it holds once."""
    words = {str(mark.value) for mark in found if mark.slot is Slot.word}
    once = [mark.slot for mark in found if mark.slot is not Slot.word and mark.slot not in _LISTS | _UNREAD]
    return (
        words <= _PLAIN
        and len(once) == len(set(once))
        and not any(mark.slot in _UNREAD for mark in found[_WHERE_PRONOUNS_STAND:])
    )


def _joins_well(found: Sequence[Mark], asked: str) -> bool:
    """Say whether "and" and "or" stand where rows take them alike: "rated D or E", "open and overdue"."""
    for before, word, after in zip(found, found[1:], found[2:], strict=False):
        if word.slot is Slot.word and word.value in ("and", "or") and not _joins(before, word, after):
            return False
    return all(_is_list(slot, found, asked) for slot in _LISTS)


def _joins(before: Mark, word: Mark, after: Mark) -> bool:
    if before.slot is not after.slot:
        return word.value == "and" and {before.slot, after.slot} <= _OF_FINDINGS
    return before.slot in _LISTS and (word.value == "or" or before.slot in (Slot.tier, Slot.grade))


def _is_list(slot: Slot, found: Sequence[Mark], asked: str) -> bool:
    """Say whether several of one kind are listed, and not the ends of a range, nor compared with one another."""
    listed = [mark for mark in found if mark.slot is slot]
    worse = sum(mark.slot is Slot.worse for mark in found)
    if worse and len(listed) > 1:
        return False
    between = (asked[one.end : other.start] for one, other in pairwise(listed))
    return all(re.fullmatch(r"\s*,\s*|\s*,?\s*\b(?:and|or)\s+(?:an?\s+)?", words) for words in between)


def _is_topic(topic: str) -> bool:
    """Say whether a topic is a few words that name a matter, and nothing beside it."""
    words = topic.lower().split()
    names = words[1:] if words and words[0] in _STARTS_TOPIC else words
    return (
        len(words) <= _LONGEST_TOPIC
        and not any(map(is_certain, words))
        and not any(word in _NO_TOPIC or word.isdigit() for word in names)
        and not any(word.endswith("ed") for word in names[1:])
        and "," not in topic
    )


def _never(query: Query, words: str) -> bool:
    return False


def _always(query: Query, words: str) -> bool:
    return True


def _ratings(query: Query, words: str) -> bool:
    when = query.expired or (query.span is not None and re.search(r"\b(?:expir|run|laps)", words) is not None)
    if query.span is not None and (not when or _ENDED.search(words)):
        return False
    if query.pending or query.without:
        return not (query.grades or when) and query.pending != query.without
    if re.search(r"\b(?:above|higher|up)\b", words) and "than" not in words:
        return False  # which way is up?
    return bool(query.grades) or when


def _findings(query: Query, words: str) -> bool:
    """Which findings are meant must be said: without a state they may be settled ones."""
    return bool(query.states or query.overdue) and not query.tally and not re.search(r"\bbelow\b|\blower\b", words)


def _documents(query: Query, words: str) -> bool:
    """One not sent since a day may have been before."""
    return bool(query.kinds.kinds) and not (query.without and query.span)


def _ends(query: Query, words: str) -> bool:
    """What has ended by a day is not all that ends by it."""
    return (query.expired or query.span is not None) and not (query.span and _ENDED.search(words))


_TELLS = {
    Asked.tiers: _always,
    Asked.ratings: _ratings,
    Asked.findings: _findings,
    Asked.verdicts: _always,
    Asked.ends: _ends,
    Asked.documents: _documents,
    Asked.opinions: lambda query, words: bool(query.opinion),
    Asked.exceptions: _always,
    Asked.tests: lambda query, words: not re.search(r"\bbelow\b|\blower\b", words),
    Asked.cover: lambda query, words: query.sum is not None,
    Asked.subservices: _always,
    Asked.overdue: _always,
    Asked.unanswered: _always,
}
