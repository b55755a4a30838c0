"""Reads a question that rows narrow before it is answered: which vendors are meant, and what is asked of them; pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.terms import essential
from portal.assistant.records.conditions import is_exact, is_told
from portal.assistant.records.intents import COMMON
from portal.assistant.records.marks import marks
from portal.assistant.records.naming import Named, mentions
from portal.assistant.records.query import Asked, Query
from portal.assistant.records.reading import one_sentence, read
from portal.assistant.records.verbs import is_certain, is_verb

_VENDORS = re.compile(r"\b(?:vendor|partner)s?\b", re.IGNORECASE)
_THE = r"(?:(?:all|any|each|every|most|both)\s+(?:of\s+)?)?(?P<the>(?:the|our|these|those)\s+)?"
_MAY = r"(?:do|does|did|can|could|will|would|shall|should|must|may|might)"
_ALSO = r"(?:(?:all|also|still|always|usually|regularly|actually|currently)\s+)?"
# What stands before the words about the vendors: "how soon do the", "which of our", "... at the", "for the".
_DOING = re.compile(rf"(?P<ask>(?:[^,:]*\s)?{_MAY})\s+{_THE}", re.IGNORECASE)
_WHICH = re.compile(r"(?:which|who)\s+(?:of|among)\s+(?:(?:the|our|those)\s+)?|(?:which|what)\s+", re.IGNORECASE)
_BEFORE = re.compile(rf"(?P<ask>[^,:]+)\s+(?:at|by|among|across)\s+{_THE}", re.IGNORECASE)
_AHEAD = re.compile(rf"(?:at|for|of|among|across)\s+{_THE}", re.IGNORECASE)
# How words about the vendors are joined to them, and how the question goes on behind these words.
_JOINED = re.compile(r"\s+(?:rated|graded|with|without|whose|that|which|who|not|never|insured|in|of)\b", re.IGNORECASE)
_DOES = re.compile(rf"\s+{_ALSO}(?P<verb>[a-z]+)\b(?:\s+(?P<next>[a-z]+)\b)?", re.IGNORECASE)
_MAY_DO = re.compile(rf"\s+{_MAY}(?:n['’]t|\s+not)?\s+{_ALSO}(?P<verb>[a-z]+)\b(?:\s+(?P<next>[a-z]+)\b)?", re.I)
_NOUNS = frozenset(("vendor", "vendors", "partner", "partners"))
_STANDING = _NOUNS | {"yet", "already", "now", "today", "currently"}
_NO_END = """
    on about regarding concerning no not nor than but which who whose only even except unless unlike especially
    particularly mostly mainly outside"""
_HANGING = (COMMON - _STANDING) | frozenset(_NO_END.split())
# What is asked of the vendors meant begins so behind their comma; "who are critical, how ..." says still who they are.
_ASKS = re.compile(
    r"(?:how|what|why|is|are|was|were|do|does|did|has|have|had|can|could|will|would|must|may|should)\b"
    r"|(?:which|who|when|where)\b(?!.*[,:])",
    re.IGNORECASE,
)
# What is asked of others as well, or of all but these.
_OF_OTHERS = re.compile(
    r"\b(?:others?\s*\?|other\s+(?:than|ones|vendors|partners)|the\s+others?|the\s+rest|elsewhere|else|except|excluding"
    r"|apart\s+from|compared|compares?|versus|vs|respectively|those|better|worse|weaker|stronger|slower|faster"
    r"|differ(?:s|ent|ently)?|unlike|such\s+as)\b",
    re.IGNORECASE,
)
_SHORT_TOPIC = 3


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A question in two: which vendors are meant, as it is read and in the words used, and what is asked of them."""

    condition: Query
    words: str
    rest: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """The words about the vendors, and what is asked without them.

    Where the question goes on right behind these words, the verb by which it does, and all that comes `after` them.
    """

    words: str
    rest: str
    definite: bool
    verb: str = ""
    after: str = ""


def narrowing(question: str, vendors: Sequence[Named], today: date) -> Narrowing | None:
    """Return both parts of a question; None where it is not certain that it has them, and which vendors they mean.

    The words about the vendors are read as a question over rows of their own, in whole: a word more, and they mean nobody.
    """
    question = one_sentence(question).rstrip(" ?.!")
    named = list(_VENDORS.finditer(question))
    whole = read(question, vendors, today)
    if len(named) != 1 or mentions(question, vendors) or (whole is not None and not whole.topic):
        return None
    for cut in _cuts(question, named[0]):
        if whole is not None and not (cut.verb and whole.topic.endswith(cut.after)):
            continue  # rows answer all of it, unless its topic only swallowed what is asked
        condition = _condition(cut, vendors, today)
        if condition is not None and essential(cut.rest):
            parted = not _OF_OTHERS.search(cut.rest) and is_told(read(cut.rest, vendors, today))
            return Narrowing(condition, cut.words, cut.rest) if parted else None
    return None


def _cuts(question: str, named: re.Match[str]) -> Iterator[_Cut]:
    """Cut out the words about the vendors in every way, the most words first."""
    before = question[: named.start()]
    found = _BEFORE.match(before)
    if found and found["ask"].split()[-1].lower() not in _HANGING:
        yield _Cut(question[found.end() :], f"{found['ask']}?", bool(found["the"]))
    comma = next((one for one in re.finditer(", ", question) if _ASKS.match(question, one.end())), None)
    if comma and comma.start() > named.start() and (found := _AHEAD.match(before)):
        rest = question[comma.end() :]
        yield _Cut(question[found.end() : comma.start()], f"{rest[:1].upper()}{rest[1:]}?", bool(found["the"]))
    ends = [space.start() for space in re.finditer(r"\s+", question) if space.start() >= named.end()]
    for pattern in (_WHICH, _DOING):
        found = pattern.match(before)
        for end in reversed(ends if found else ()):
            after = question[end:]
            verb = _verb(after, pattern is _WHICH)
            if found and verb:
                definite = pattern is _WHICH or bool(found["the"])
                rest = f"{_asked_of(found, named[0], pattern is _WHICH)}{after}?"
                yield _Cut(question[found.end() : end], rest, definite, verb, after.strip())


def _asked_of(found: re.Match[str], noun: str, chosen: bool) -> str:
    if not chosen:
        return f"{found['ask']} the {noun}"
    return "Who" if found[0].lower().startswith("who") else f"Which {noun}"


def _verb(after: str, chosen: bool) -> str:
    """Return the verb by which a question goes on; nothing where the words about the vendors may not have ended."""
    may = _MAY_DO.match(after) if chosen else None
    for found, third in ((may, False), (_DOES.match(after), chosen)):
        if found and is_verb(found["verb"], third):
            return "" if found["next"] and is_certain(found["next"]) else found["verb"]
    return ""


def _condition(cut: _Cut, vendors: Sequence[Named], today: date) -> Query | None:
    """Read the words about the vendors as a question; None where they say more than it, or nothing certain."""
    noun = _VENDORS.search(cut.words)
    assert noun is not None
    adjectives, joined = cut.words[: noun.start()].lower().split(), cut.words[noun.end() :]
    if (
        (not adjectives and not joined)
        or (joined and not _JOINED.match(joined))
        or _HANGING & (set(adjectives) - {"and", "or"})
        or cut.words.split()[-1].lower() in _HANGING
        or not _ends_well(cut, today)
    ):
        return None
    query = read(f"Which {cut.words}?", vendors, today)
    if query is None or not is_exact(cut.words, query, today):
        return None
    if query.asked is Asked.tiers and not cut.definite and "tier" not in cut.words.lower():
        return None  # "critical vendors" may be the vendors' own
    return query if _topic_ends(query.topic, cut) else None


def _ends_well(cut: _Cut, today: date) -> bool:
    """Say whether the question surely goes on behind the words: not inside of "SOC 2 report", nor ahead of its verb."""
    if not cut.verb:
        return True
    if not is_certain(cut.verb) and any(map(is_certain, re.findall(r"[^\W\d_]+", cut.after))):
        return False
    end = len(cut.words)
    return not any(mark.start < end < mark.end for mark in marks(f"{cut.words} {cut.after}", (), today))


def _topic_ends(topic: str, cut: _Cut) -> bool:
    """Say whether a topic surely ends where the question goes on, and none of its words is what is done."""
    words = topic.split()
    if not (words and cut.verb and cut.words.endswith(topic)):
        return True
    certain = is_certain(cut.verb)
    return certain and (len(words) <= _SHORT_TOPIC or not any(is_verb(word, third=True) for word in words))
