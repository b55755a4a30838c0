"""Decides which other companies get at customer data: the answer's list held against the lists in the documents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.citations import Quote
from knowledge.facts import Fact, FactKey
from knowledge.facts.countries import IN_TEXT
from knowledge.facts.naming import SUFFIX
from knowledge.outcomes import listed
from knowledge.papers import Paper
from knowledge.verdicts import POSSIBLE_CONFLICT, VerdictState, Weighed

FEWEST = 2  # companies that make a list; a sentence that names one may not mean all
_BESIDE = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r"[,:|/]|\s[-\u2013\u2014]\s|\band\b")
_NAME = re.compile(r"(?:[A-Z][\w&'\u2019.-]*|\d\w+)(?:\s+(?:[A-Z&][\w&'\u2019.-]*|of|the))*")
_FORM = re.compile(rf"(?<![\s,])[\s,]{{1,3}}{SUFFIX}\.?(?=[\s,;(]|$)")
_NO_LIST = re.compile(r"\b(?:no\s+longer|not|until|replaced|former(?:ly)?|previous(?:ly)?)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Listing:
    """What one document lists: the companies it shares with the answer, those it adds, and those it lacks."""

    paper: Paper
    shared: tuple[Fact, ...]
    added: tuple[Fact, ...]
    lacking: tuple[str, ...]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The rows that the answer leaves out first."""
        return self.paper.quotes(*self.added, *self.shared)


def suppliers(claim: str, service: str, papers: Sequence[Paper], today: date) -> Weighed | None:
    """Hold the companies of an answer against the lists of documents; None where either names none.

    What a list has beyond the answer contradicts it, where the list has all of the answer's and says of each where it is; a
    list that shares only some, or whose rows were not read whole, is left to a person.
    """
    answer = " ".join(claim.partition(":")[2].split())
    claimed = [] if _NO_LIST.search(answer) else companies(answer)
    covering = [paper for paper in papers if paper.covers(service)]
    found = [one for paper in covering if (one := _listing(paper, claimed, answer)) is not None] if claimed else []
    current = [one for one in found if not one.paper.is_stale(today)]
    if not current:
        return _lapsed(found)
    beyond = [one for one in current if one.added]
    equal = [one for one in current if not one.added and not one.lacking]
    if equal and not beyond:
        return Weighed(
            VerdictState.SUPPORTED, f"'{equal[0].paper.name}' lists the same companies.", equal[0].quotes, 0.8
        )
    whole = [one for one in beyond if not one.lacking and all("location" in fact.parts for fact in one.added)]
    if whole and not equal:
        names = listed([fact.value for fact in whole[0].added])
        reason = f"'{whole[0].paper.name}' lists {names} too; the answer does not."
        return Weighed(VerdictState.CONTRADICTED, reason, whole[0].quotes, 0.7)
    if beyond:
        names = listed([fact.value for fact in beyond[0].added])
        reason = f"{POSSIBLE_CONFLICT}: '{beyond[0].paper.name}' lists {names} too; a person has to compare."
        return Weighed(VerdictState.NOT_EVIDENCED, reason, beyond[0].quotes, None)
    reason = f"'{current[0].paper.name}' does not list {listed(current[0].lacking)}."
    return Weighed(VerdictState.NOT_EVIDENCED, reason, current[0].quotes, None)


def companies(text: str) -> list[str]:
    """Return the names in an answer's list; what each does and where stands beside it, in brackets or after a comma."""
    entries = _BESIDE.sub(" ", _FORM.sub("", text)).strip(" .")
    apart = re.split(r";|\n", entries)
    parts = (
        [re.split(r",|\s[-\u2013\u2014:]\s", entry)[0] for entry in apart] if len(apart) > 1 else _PARTS.split(entries)
    )
    names = [part.strip() for part in parts if part]
    return [name for name in names if _NAME.fullmatch(name) and not IN_TEXT.fullmatch(name)]


def _listing(paper: Paper, claimed: Sequence[str], answer: str) -> _Listing | None:
    """Hold one document's list against the answer; None where a name of it stands in the answer and was not read as one."""
    facts = list(paper.facts.details.get(FactKey.SUBPROCESSOR, ()))
    left, shared, lacking = list(facts), [], []
    for name in claimed:
        same = next((fact for fact in left if _is_same(fact.value, name)), None)
        if same is None:
            lacking.append(name)
        else:
            left.remove(same)
            shared.append(same)
    unread = any(_core(fact.value) in answer.casefold() for fact in left)
    if len(facts) < FEWEST or not shared or unread:
        return None
    return _Listing(paper, tuple(shared), tuple(left), tuple(lacking))


def _is_same(one: str, other: str) -> bool:
    """Say whether two names are one company's: one may be cut short, or leave its legal form out."""
    first, second = _words(one), _words(other)
    return bool(first and second) and (first <= second or second <= first)


def _core(name: str) -> str:
    """Return the name without its legal form, as an answer may write it."""
    return _FORM.sub("", name).strip().casefold()


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", _core(name)))


def _lapsed(found: Sequence[_Listing]) -> Weighed | None:
    equal = [one for one in found if not one.added and not one.lacking]
    if not equal:
        return None
    return Weighed(VerdictState.STALE, f"'{equal[0].paper.name}' is no longer valid today.", equal[0].quotes, 0.8)
