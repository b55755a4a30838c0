"""Plans an invented vendor: which question gets which truth, made by which words; the same every time."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from knowledge.verdicts import VerdictState
from portal.planted.phrases import Asked, Form, Phrase, bank
from portal.planted.vendors import Vendor, vendors
from questionnaires.bank import questionnaire
from questionnaires.model import Question
from questionnaires.values import Given, Value
from questionnaires.wording import claim_made, own_words

SET = "core"
OWN, LAST_YEAR, OTHER_SERVICE = "own", "soc_old", "soc_other"
_S, _E, _C, _N = (
    VerdictState.SUPPORTED,
    VerdictState.SUPPORTED_WITH_EXCEPTION,
    VerdictState.CONTRADICTED,
    VerdictState.NOT_EVIDENCED,
)
_MIXTURE = {_S: 9, _C: 3, _E: 5, VerdictState.STALE: 1, VerdictState.OUT_OF_SCOPE: 1, _N: 4}
_MOVED = {VerdictState.STALE: LAST_YEAR, VerdictState.OUT_OF_SCOPE: OTHER_SERVICE}
# What drawn papers say on their first pages: a sub-processor, an agreement on processing, a test by somebody else.
FRONTED = frozenset(("PV-01", "SP-01", "VU-03"))
_NOTHING, _BESIDE = 0.3, 0.3
_DISTRACTS = frozenset(("sub_processor", "customer", "other_service", "near"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A phrase in the documents of a vendor; `home` is its paper, or one of last year or of another service."""

    phrase: Phrase
    form: Form
    quote: str
    home: str
    area: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """What an answer of a vendor claims, the truth about it, and the phrases that make it, if any.

    What documents themselves decide (a report is held, until a day) has no phrase but the beginning of a document's name.
    `words` are the vendor's own, where it wrote any, and what the claim says before them.
    """

    question: Question
    claim: str
    truth: VerdictState
    also: tuple[VerdictState, ...]
    decided_by: Placed | None
    beside: tuple[Placed, ...]
    document: str = ""
    words: tuple[str, str] = ("", "")

    @property
    def key(self) -> str:
        """The name of what makes the truth."""
        placed = self.decided_by or next(iter(self.beside), None)
        return placed.phrase.key if placed else f"{self.question.ref}/{self.truth.value}"


def plan(group: str, vendor: Vendor) -> list[Claimed]:
    """Plan what a vendor claims, and what its documents say of it."""
    at = vendors(group).index(vendor)
    asked = {one.ref: one for area in bank(group) for one in area.asked}
    truths = {ref: _truths(group, one)[at] for ref, one in asked.items()}
    made = (_claimed(group, vendor, at, one, truths) for one in asked.values())
    return [claimed for claimed in made if claimed is not None]


def _truths(group: str, asked: Asked) -> list[VerdictState]:
    """Deal a question's truths to the vendors of its group, from a shuffled deck in the shares of the mixture."""
    chance = random.Random(f"{group} {asked.ref}")  # noqa: S311
    deck = [truth for truth, share in _MIXTURE.items() for _ in range(share) if _can_be(asked, truth)]
    chance.shuffle(deck)
    return (deck * len(vendors(group)))[: len(vendors(group))]


def _can_be(asked: Asked, truth: VerdictState) -> bool:
    if truth in asked.never or (asked.ref in FRONTED and truth in (_N, *_MOVED)):
        return False
    if truth in _MOVED:
        return any(_movable(phrase) for phrase in asked.of(_S))
    return truth is _N or bool(asked.of(truth))


def _movable(phrase: Phrase) -> bool:
    return phrase.form.name in ("prose", "control", "row", "list") and not {"pentest", "dpa"} & set(phrase.papers)


def _claimed(group: str, vendor: Vendor, at: int, asked: Asked, truths: dict[str, VerdictState]) -> Claimed | None:
    truth = truths[asked.ref]
    chance = random.Random(f"{group} {vendor.key} {asked.ref}")  # noqa: S311
    source = _S if truth in _MOVED else truth
    fitting = [phrase for phrase in asked.of(source) if _fits(phrase, truths, truth)]
    turn = _truths(group, asked)[:at].count(truth) + 2 * (truth in _MOVED)
    chosen = fitting[turn % len(fitting)] if fitting else None
    if truth is _N and chance.random() < _NOTHING:
        chosen = None
    if truth is not _N and chosen is None:
        return None
    question = core_question(asked.ref)
    answer = chosen.answer if chosen is not None and chosen.answer is not None else asked.answer
    given = Given(_named(answer, vendor))
    claim = claim_made(question, given)
    if claim is None:
        return None
    placed = None if chosen is None else _placed(chosen, vendor, asked, _MOVED.get(truth, OWN), chance)
    beside = tuple(_beside(asked, vendor, chance)) if truth in (_S, _C) else ()
    decided = None if truth is _N else placed
    near = (*beside, placed) if truth is _N and placed is not None else beside
    words = own_words(question, given)
    return Claimed(question, claim, truth, chosen.also if chosen else (), decided, near, words=words)


def _fits(phrase: Phrase, truths: dict[str, VerdictState], truth: VerdictState) -> bool:
    """Keep out words that would decide another question otherwise than planned."""
    if truth in _MOVED:
        return _movable(phrase) and not any(truths.get(ref, truth) is not truth for ref in phrase.touches)
    return all(truths.get(ref, other) is other for ref, other in phrase.touches.items())


def _beside(asked: Asked, vendor: Vendor, chance: random.Random) -> Iterator[Placed]:
    """Put a near miss beside what decides, now and then: one that says nothing of the vendor itself."""
    fitting = [phrase for phrase in asked.of(_N) if phrase.why in _DISTRACTS and phrase.answer is None]
    if fitting and chance.random() < _BESIDE:
        yield _placed(chance.choice(fitting), vendor, asked, OWN, chance)


def _placed(phrase: Phrase, vendor: Vendor, asked: Asked, home: str, chance: random.Random) -> Placed:
    names = dict(vendor.names)
    if home == OTHER_SERVICE:
        names["service"] = vendor.other
    form = replace(phrase.form, **{each.name: _in(getattr(phrase.form, each.name), names) for each in fields(Form)})
    return Placed(
        phrase, form, _filled(phrase.quote, names), home if home != OWN else chance.choice(phrase.papers), asked.area
    )


def _in(value: Any, names: dict[str, str]) -> Any:
    """Fill a vendor's names in, in texts and lists of texts."""
    if isinstance(value, tuple):
        return tuple(_in(item, names) for item in value)
    return _filled(value, names) if isinstance(value, str) else value


def _filled(text: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        text = text.replace("{" + name + "}", value)
    return " ".join(text.split())


def _named(answer: Value, vendor: Vendor) -> Value:
    return _filled(answer, dict(vendor.names)) if isinstance(answer, str) else answer


def core_question(ref: str) -> Question:
    """Return a question of the core set."""
    return next(each for section in questionnaire(SET).sections for each in section.questions if each.ref == ref)
