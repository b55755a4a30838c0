"""Hears a document deny the heart of a known claim: what is not done at all is not done as the claim says either."""

import re
from dataclasses import dataclass
from functools import cache

from knowledge.clauses import clauses
from knowledge.hearts import HEARTS
from knowledge.polarity import Modality, Party, denials, is_planned, modality, party
from knowledge.stating import Stated
from knowledge.terms import is_general, stem, terms

_BETWEEN = r"(?:[\w'\u2019/-]+\s+){0,5}?"
_DO = r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|shall|must|may)"
_NOT = rf"(?:(?:{_DO}\s+)?(?:not|never)|cannot|{_DO}n['\u2019]t)"
_DONE = (
    r"(?:carr(?:y|ied)\s+out|perform(?:ed)?|conduct(?:ed)?|ma(?:k|d)e|done|offer(?:ed)?|support(?:ed)?|available|provided?|used?|in\s+(?:use|place)"
    r"|exist|require[d]?|enforced?|ke(?:ep|pt)|maintain(?:ed)?|publish(?:ed)?|documented|recorded|obtain(?:ed)?|review(?:ed)?|tested|signe?d?"
    r"|enabled|installed|needed|asked|sought|mandatory|possible|planned|have|include[ds]?|contain(?:ed)?)"
)
_RESTRICTED = re.compile(
    r"\s*,?\s*(?:for|on|of|in|at|outside|within|from|by|to|beyond|during|except|unless|if|when|where|until)\b", re.I
)
_WITHOUT = re.compile(r"\bwithout\b", re.I)
_BARRED = re.compile(r"\b(?:impossible|blocked|refused|rejected|denied|prevented|stopped|fails?)\b", re.I)
_WHOLE_WORDS = """
we us our company vendor staff employee service system customer client user data platform production them it case all any
particular yet now currently today
"""
_WHOLE = frozenset(stem(word) for word in _WHOLE_WORDS.split())


@dataclass(frozen=True, slots=True)
class Heart:
    """The claim's matter as patterns of its denial, and what a sentence must speak of besides."""

    claim: re.Pattern[str]
    forms: tuple[re.Pattern[str], ...]
    about: re.Pattern[str] | None


def denies(claim: Stated, said: str) -> bool:
    """Say whether a sentence denies what a known claim is about, of all that the claim speaks of."""
    heart = _heart_of(claim.text)
    if heart is None or claim.denies or len(said) > 500 or said.rstrip().endswith("?"):
        return False
    if heart.about is not None and not heart.about.search(said):
        return False
    if party(said) is not Party.VENDOR or is_planned(said) or modality(said) in (Modality.PLANNED, Modality.ASKED):
        return False
    return any(_in(claim, heart, clause) for clause in dict.fromkeys((*clauses(said), said)))


def _in(claim: Stated, heart: Heart, clause: str) -> bool:
    said = len(denials(clause))
    if said > 2 or (_WITHOUT.search(clause) and (said > 1 or _BARRED.search(clause))):
        return False
    found = (match for form in heart.forms for match in form.finditer(clause))
    return any(not _is_restricted(claim, clause[match.end() :]) for match in found)


def _is_restricted(claim: Stated, rest: str) -> bool:
    """Say whether what follows limits the denial to something that the claim does not speak of: "not kept on laptops"."""
    if not _RESTRICTED.match(rest):
        return False
    named = [term for term in terms(rest) if not is_general(term.name) and term.name not in _WHOLE]
    return any(not claim.is_filled_by(term) for term in named)


@cache
def _heart_of(claim: str) -> Heart | None:
    return next((heart for heart in _hearts() if heart.claim.search(claim)), None)


@cache
def _hearts() -> tuple[Heart, ...]:
    return tuple(
        Heart(re.compile(claim, re.I), _forms(thing, done, other), _compiled(about) if about else None)
        for claim, thing, done, about, other in HEARTS
    )


def _forms(thing: str, done: str, other: str) -> tuple[re.Pattern[str], ...]:
    """Write how the doing is denied of the thing; a thing that is itself a practice may also be absent."""
    merely, done = done.startswith("!"), done.removeprefix("!")
    did = done if merely else rf"(?:{done}|{_DONE})" if done else _DONE
    doing = (
        rf"(?:{thing})\s+{_BETWEEN}{_NOT}\s+(?:[\w-]+\s+){{0,2}}?(?:{did})",
        rf"{_NOT}\s+(?:[\w-]+\s+){{0,2}}?(?:{did})\s+{_BETWEEN}(?:{thing})",
    )
    absent = (
        rf"(?:no|without(?:\s+(?:an?|any))?|lack(?:s|ing)?(?:\s+(?:an?|any))?)\s+(?:[\w-]+\s+){{0,2}}?(?:{thing})",
        rf"(?:{thing})\s+{_BETWEEN}(?:is|are|remains?)\s+(?:optional|voluntary|missing|absent|lacking)",
    )
    forms = (
        *(doing if thing else ()),
        *(absent if thing and not merely else ()),
        rf"without\s+(?:being|having\s+been)\s+(?:{done})" if done else "",
        other,
    )
    return tuple(_compiled(form) for form in forms if form)


def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.I)
