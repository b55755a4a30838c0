"""Finds what takes something back from a sentence that supports a claim: by its words, or as the second reader reads it."""

import re
from dataclasses import replace

from knowledge.amounts import members
from knowledge.caveats import caveat_of, is_remarked, leans_on, next_of, pieces
from knowledge.evidence import Candidate
from knowledge.lexicon import RATINGS
from knowledge.polarity import denials, exception, reserves_law
from knowledge.results import is_numbered, is_tested
from knowledge.second_reading import (
    AFFIRMED,
    BOTH,
    HINTED,
    PLAINLY,
    SURELY,
    TAKEN_BACK,
    TURNED,
    Reads,
    Turns,
    is_procedure,
)
from knowledge.specifics import values
from knowledge.values import Agreement, comparable, judged

_OTHERS = re.compile(r",\s+(?:and\s+)?(?:all\s+)?(?:the\s+)?others?\b", re.I)
_HASTENED = re.compile(
    r"\b(?:is|are|be)\s+\w*(?:replaced|renewed|reissued|reset|rotated|changed|revoked|withdrawn|informed|told"
    r"|notified|tested|reviewed|blocked|fixed)\s+"
    r"(?:at\s+once|immediately|forthwith|straight\s+away|without\s+(?:undue\s+)?delay)\s+(?:when(?:ever)?|if|upon|as\s+soon\s+as)\b",
    re.I,
)
_OFFERED = re.compile(
    r"\b(?:customers?|clients?|you)\s+(?:may|can)\s+(?:(?:also|always|at\s+any\s+time|on\s+request)\s+)?"
    r"(?:ask|request|obtain|receive|download|export|see|read|inspect)\b",
    re.I,
)


def taken_back(candidate: Candidate, reads: Reads, turns: Turns, *, alone: bool = True) -> int | None:
    """Return which sentence of its page takes something back from what a candidate says; it may be the candidate itself.

    Beside other sentences that support the claim, the second reader has to be surer that one of them takes something back.
    """
    if is_remarked(candidate):
        return candidate.at
    by_words, following = caveat_of(candidate), next_of(candidate)
    if by_words is not None:
        return by_words
    before = leans_on(candidate)
    if before is not None and not _affirms(candidate, before, reads):
        return before
    both = reads(candidate)
    if both is not None and both.but < HINTED:
        return None
    seen = reads(_by_itself(candidate))
    least = TAKEN_BACK if alone and not reserves_law(candidate.said) else SURELY
    if seen is not None and seen.but >= least:
        return candidate.at
    hinted = 0.0 if both is None else both.but
    turned = _turns(candidate, following, hinted, turns, TURNED if alone else PLAINLY)
    if turned and not _affirms(candidate, following, reads):
        return following
    first, rest = pieces(candidate.said)
    return candidate.at if rest and turns(first, rest) >= (TURNED if alone else SURELY) else None


def _turns(candidate: Candidate, following: int | None, hinted: float, turns: Turns, least: float) -> bool:
    """Say whether the next sentence is read as turning; what follows a tested control in its table is read by rules.

    One that is stricter than what came before, or offers customers something, turns only where the second reader is surer, and
    sees so of the claim too, by both together.
    """
    if following is None or is_tested(candidate):
        return False
    said = candidate.sentences[following].flat
    if is_procedure(said) or is_numbered(said):
        return False
    turn = turns(candidate.said, said)
    adds = keeps(candidate.said, said) or hastens(said) or offers(said)
    return min(hinted, turn) >= BOTH if adds else turn >= least


def _by_itself(candidate: Candidate) -> Candidate:
    """Take a sentence without the next one, and without what it says of other ratings: "critical in 7 days, others in 30"."""
    sentence = candidate.sentence
    first, rest = _OTHERS.split(sentence.text, maxsplit=1) if _OTHERS.search(sentence.text) else (sentence.text, "")
    if rest and members(first, RATINGS):
        sentence = replace(sentence, text=f"{first}.")
    return replace(candidate, sentences=(*candidate.sentences[: candidate.at], sentence))


def _affirms(candidate: Candidate, at: int | None, reads: Reads) -> bool:
    """Say whether another sentence is read as the claim itself: that takes nothing back."""
    if at is None:
        return False
    seen = reads(replace(candidate, at=at, sentences=candidate.sentences[: at + 1]))
    return seen is not None and seen.so >= AFFIRMED


def hastens(said: str) -> bool:
    """Say whether a rule adds an occasion on which a control is carried out at once: that is stricter than what came before."""
    return bool(_HASTENED.search(said)) and not denials(said) and not exception(said)


def offers(said: str) -> bool:
    """Say whether customers are offered something to have or to ask for: "customers may ask for an export before that"."""
    return bool(_OFFERED.search(said)) and not denials(said) and not exception(said)


def keeps(first: str, second: str) -> bool:
    """Say whether a sentence states a stricter number than the one before it: "every month" after "at least once a year".

    One that repeats the number may tell that it was not kept.
    """
    stated = values(second)
    if {(value.kind, value.low) for value in stated} & {(value.kind, value.low) for value in values(first)}:
        return False
    meant = [(value, [other for other in stated if comparable(value, other)]) for value in values(first)]
    met = [judged(value, others) is Agreement.AGREES for value, others in meant if others]
    return bool(met) and all(met) and not denials(second) and not exception(second)
