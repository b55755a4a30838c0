"""The parts of a question: what it asks about, the word it begins with, and what it asks of that."""

import re
from dataclasses import dataclass

from questionnaires.english.forms import is_adverb
from questionnaires.english.predicates import find_participle, find_predicate
from questionnaires.english.tokens import Token, tokens_of
from questionnaires.english.verbs import find_verb
from questionnaires.english.words import CONJUNCTIONS, word_set

_ASKING = ["is", "are", "was", "were", "do", "does", "have", "has", "can", "will", "would", "may", "must", "should"]
_INTRO = re.compile(
    r"((?:if|for|in|at|when|where|before|after|as|on|during|within|upon|regarding|with|prior|once|under)\b.*?),\s+"
    rf"((?:{'|'.join(_ASKING)})\s.*)",
    re.IGNORECASE,
)
_ALONE = word_set("you there it they")


@dataclass(frozen=True, slots=True)
class Clause:
    """“Does | our system | store data”: the word it begins with, the subject and the predicate."""

    asking: str
    subject: list[Token]
    predicate: list[Token]

    @property
    def is_there(self) -> bool:
        """Whether it asks if there is something at all."""
        return [token.low for token in self.subject] == ["there"]


def parted(asked: str) -> tuple[str, str]:
    """Part a condition or circumstance at the head from the question itself."""
    found = _INTRO.fullmatch(asked)
    return (found[1], found[2]) if found else ("", asked)


def clause_in(main: str) -> Clause | None:
    """Find the parts of the question; None where it is not sure where its subject ends."""
    words = tokens_of(main)
    if len(words) < 3 or words[0].low not in _ASKING or words[0].closes:
        return None
    asking, rest = words[0].low, words[1:]
    end = _end_of_subject(asking, rest)
    return Clause(asking, rest[:end], rest[end:]) if end is not None and 0 < end < len(rest) else None


def _end_of_subject(asking: str, rest: list[Token]) -> int | None:
    if rest[0].low in _ALONE and rest[1].low not in CONJUNCTIONS and not rest[0].closes:
        return 1
    if asking in ("is", "are", "was", "were"):
        return find_predicate(rest)
    if asking in ("have", "has"):
        return find_participle(rest)
    found = find_verb(rest)
    while found and found > 1 and is_adverb(rest[found - 1].low) and not rest[found - 1].closes:
        found -= 1
    return found
