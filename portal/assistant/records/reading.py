"""Reads a question over rows; one that holds a word which none of them needs is left to the evidence. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from knowledge.terms import essential
from portal.assistant.records.building import build
from portal.assistant.records.intents import COMMON, INTENTS, TOPIC, YES_NO, Intent
from portal.assistant.records.marks import Mark, marks
from portal.assistant.records.naming import Mention, Named, mentions
from portal.assistant.records.query import Asked, Query
from portal.assistant.records.vocabulary import Slot

LONGEST = 300
_MARKER = re.compile(TOPIC, re.IGNORECASE)
_TAIL = re.compile(r"[\s,]+(?:at|of|by|from|for|in|with|and|has|have|answers?|do)?\s*$", re.IGNORECASE)
_IN_REPORT = re.compile(r"\s+in\s+(?:their|its|the)\s+(?:latest\s+|last\s+)?soc(?:\s*[123])?(?:\s+reports?)?$", re.I)
_GOES_ON = re.compile(r"\s+(?=(?:is|are|was|were)\s)")
_BEFORE_TOPIC = frozenset(("has", "have", "had", "with", "any", "no", "show", "list", "of"))
# What is done with exceptions, which a report does not list under its own.
_VERBS = re.compile(
    r"\b(?:approv|grant|handl|document|manag|allow|permit|accept|request|review|track|rais|treat)\w*", re.I
)
_AFTER = "at of for with from did does and is has compare about by on"
_NAME_AFTER = frozenset(_AFTER.split())


def read(question: str, vendors: Sequence[Named], today: date) -> Query | None:
    """Return what a question over rows asks for, or None where it is about something else or not certain to be one."""
    question = one_sentence(question)
    if not question:
        return None
    for said, topic, tail in _splits(question, vendors):
        found = marks(said, mentions(said, vendors), today)
        query = _understood(said, found, topic, tail)
        if query is not None:
            return query
    return None


def one_sentence(question: str) -> str:
    """Return a question without superfluous spaces; nothing where it is long or goes on behind its first sentence."""
    question = " ".join(question.split())
    return "" if len(question) > LONGEST or re.search(r"[.!?;]\s+\w", question) else question


def _splits(question: str, vendors: Sequence[Named]) -> list[tuple[str, str, list[Named]]]:
    """Take the topic out of the question in every way that its words allow, and not at all; with the vendors in it."""
    named = mentions(question, vendors)
    cuts: list[tuple[str, str, list[Named]]] = [(question, "", [])]
    colon = question.find(": ")
    begins = [(marker.start(), marker.end()) for marker in _MARKER.finditer(question)]
    for start, after in [*begins, *([(colon, colon + 1)] if colon > 0 else [])]:
        inside = [one.vendor for one in named if one.start >= start]
        cuts.append((question[:start], _topic(question, after, named), inside))
        verb = _GOES_ON.search(question, after)
        if verb is not None and not inside:
            cuts.append((question[:start] + question[verb.end() :], question[after : verb.start()].strip(), []))
    return cuts


def _topic(question: str, start: int, named: Sequence[Mention]) -> str:
    """Return the words of the topic, without vendors that stand at its end."""
    end = len(question)
    for one in reversed([each for each in named if each.start >= start]):
        if question[one.end : end].strip(" ?.!,'s"):
            break
        end = one.start
        end -= len(question[start:end]) - len(_TAIL.sub("", question[start:end]))
    return _IN_REPORT.sub("", question[start:end].strip(" ?.!,\"“”'"))


def _understood(question: str, found: Sequence[Mark], topic: str, tail: Sequence[Named]) -> Query | None:
    if not found or (topic and not essential(topic)):
        return None
    for intent in INTENTS:
        query = _as(intent, question, found, topic)
        if query is not None:
            return replace(query, vendors=tuple(dict.fromkeys((*query.vendors, *tail))))
    return None


def _as(intent: Intent, question: str, found: Sequence[Mark], topic: str) -> Query | None:
    """Understand the marks as one kind of question, if every one of them is said by it."""
    slots = {mark.slot for mark in found}
    if _is_half_read(found):
        return None
    if not _fits(intent, found, slots, topic):
        return None
    strange = [mark for mark in found if mark.slot is Slot.word and not _known(intent, mark)]
    unknown = ""
    if strange:
        if intent.asked is Asked.exceptions and not topic and _describes(found, strange):
            topic = question[strange[0].start : strange[-1].end]
        elif not _is_topic(intent, slots) and _is_name(question, found, strange):
            unknown = question[strange[0].start : strange[-1].end]
        else:
            return None
    return build(intent.asked, found, topic, unknown)


def _fits(intent: Intent, found: Sequence[Mark], slots: set[Slot], topic: str) -> bool:
    if not (intent.needs <= slots <= intent.slots) or not all(slots & group for group in intent.one_of):
        return False
    if (topic and not intent.topic) or (intent.topic == "needed" and not topic and Slot.ref not in slots):
        return False
    first = found[0]
    if first.slot is Slot.word and first.value in YES_NO:
        return intent.yes_no and Slot.vendor in slots
    return first.slot is not Slot.opener or not _is_how(first) or intent.how


def _is_half_read(found: Sequence[Mark]) -> bool:
    """Say whether a day stands behind a word that compares and was not read with it."""
    return any(day.slot is Slot.span and before.value in ("by", "from", "to") for before, day in pairwise(found))


def _is_how(mark: Mark) -> bool:
    return mark.end - mark.start == len("how")


def _known(intent: Intent, mark: Mark) -> bool:
    return mark.value in COMMON or mark.value in intent.words


def _describes(found: Sequence[Mark], strange: Sequence[Mark]) -> bool:
    """Say whether the strange words stand together, right before "exceptions", and after a word that lists."""
    at = [number for number, mark in enumerate(found) if mark in strange]
    together = at == list(range(at[0], at[-1] + 1)) and at[-1] + 1 < len(found)
    if not together or found[at[-1] + 1].slot is not Slot.exception or at[0] == 0:
        return False
    before = found[at[0] - 1]
    lists = before.slot in (Slot.opener, Slot.who, Slot.vendor) or before.value in _BEFORE_TOPIC
    words = " ".join(str(mark.value) for mark in strange)
    return lists and not _VERBS.search(words) and bool(essential(words))


def _is_topic(intent: Intent, slots: set[Slot]) -> bool:
    """Say whether capitals may be a matter rather than a name: "draft a finding about MFA"."""
    return intent.asked is Asked.on_question and Slot.ref not in slots


def _is_name(question: str, found: Sequence[Mark], strange: Sequence[Mark]) -> bool:
    """Say whether the strange words are a name, by their capitals, where a vendor would be named."""
    at = [number for number, mark in enumerate(found) if mark in strange]
    if at != list(range(at[0], at[-1] + 1)) or at[0] == 0:
        return False
    if not all(question[mark.start].isupper() for mark in strange):
        return False
    return found[at[0] - 1].value in _NAME_AFTER or found[at[0] - 1].slot in (Slot.vendor, Slot.compare)
