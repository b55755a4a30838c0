"""What a question means in its conversation: a follow-up asks the last one again, and the vendors stay until others are named."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from portal.assistant.records.naming import Mention, Named, mentions

EVERYONE = "all"
_AGAIN = re.compile(
    r"^(?:(?:and|what\s+about|how\s+about|and\s+what\s+about|and\s+how\s+about|(?:and\s+)?the\s+same\s+for|same\s+for|now|also)"
    r"\s+)+(?:(?:for|at|of|about|with)\s+)?(?P<rest>[^.!;]{2,120}?)\s*\??$",
    re.IGNORECASE,
)
_EVERYONE = re.compile(
    r"\b(?:all|every)\s+(?:of\s+)?(?:the\s+|our\s+)?(?:vendors?|partners?)\b|\ball\s+of\s+them\b|\beveryone\b", re.I
)
_JOINS = re.compile(r"[\s,&]+|\b(?:and|or|also|too|as well|then)\b", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w&.-]*)(?:\s+[A-Z&][\w&.-]*){0,3}")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The question before in a conversation, as it was taken, and the vendors it was narrowed to."""

    question: str
    vendors: tuple[UUID, ...] | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A question in its conversation: what it is taken to ask, empty if just what it says, and about which vendors."""

    read_as: str
    vendors: tuple[UUID, ...] | None


def placed(question: str, vendors: Sequence[Named], chosen: str, before: Earlier | None) -> Placed:
    """Tell what a question over all vendors asks, and of which: those it names, else those chosen, else the last ones."""
    again = asked_again(question, vendors, before)
    named = mentions(question, vendors)
    if named:
        ids = tuple(dict.fromkeys(one.vendor.id for one in named))
        if again and before and _compares(before.question) and before.vendors and len(before.vendors) > 1:
            ids = tuple(dict.fromkeys((*before.vendors, *ids)))
        return Placed(again, ids)
    if _EVERYONE.search(question):
        return Placed(again, None)
    if chosen:
        slugs = set(chosen.split(","))
        picked = tuple(vendor.id for vendor in vendors if vendor.slug in slugs)
        return Placed(again, picked or None)
    return Placed(again, before.vendors if before else None)


def asked_again(question: str, vendors: Sequence[Named], before: Earlier | None) -> str:
    """Return the question before with the vendors of a follow-up such as "and Northpine?"; nothing for another question."""
    question = " ".join(question.split())
    found = _AGAIN.match(question)
    rest = found["rest"] if found else question.rstrip("? ")
    if before is None or (found is None and not _only_names(rest, vendors)):
        return ""
    if _only_names(rest, vendors) or _EVERYONE.fullmatch(rest):
        return _with(before.question, rest, vendors)
    if found is not None and _NAME.fullmatch(rest) and not rest.isupper():
        return _with(before.question, rest, vendors)
    return ""


def _only_names(text: str, vendors: Sequence[Named]) -> bool:
    named = mentions(text, vendors)
    if not named:
        return False
    left, at = "", 0
    for one in named:
        left, at = f"{left} {text[at : one.start]}", one.end
    return not _JOINS.sub("", f"{left} {text[at:]}").strip()


def _with(question: str, names: str, vendors: Sequence[Named]) -> str:
    """Put other names in the place of those a question gives; before the question mark where it gives none."""
    named = mentions(question, vendors)
    if _compares(question) and named:
        return f"{question[: named[-1].end]} and {names}{question[named[-1].end :]}"
    if named:
        return f"{question[: named[0].start]}{names}{question[_run(question, named) :]}"
    everyone = _EVERYONE.search(question)
    if everyone:
        return f"{question[: everyone.start()]}{names}{question[everyone.end() :]}"
    return f"{question.rstrip(' ?')} at {names}?"


def _run(question: str, named: Sequence[Mention]) -> int:
    """Return where the names end that stand together with the first one."""
    end = named[0].end
    for one in named[1:]:
        if _JOINS.sub("", question[end : one.start]).strip():
            break
        end = one.end
    return end


def _compares(question: str) -> bool:
    return bool(re.search(r"\bcompar|\bdiffer|\bversus\b|\bvs\b", question, re.IGNORECASE))


def ids_to_json(ids: Sequence[UUID] | None) -> str | None:
    """Return the vendors of a turn as they are kept; None for all of them."""
    return None if ids is None else json.dumps([str(each) for each in ids])


def ids_from_json(text: str | None) -> tuple[UUID, ...] | None:
    """Return the vendors of a turn; None for all of them."""
    return None if text is None else tuple(UUID(each) for each in json.loads(text))
