"""Finds what takes something back from a sentence that supports a claim: by its words, or as the second reader reads it."""

from knowledge.caveats import caveat_of, is_remarked, next_of, pieces
from knowledge.evidence import Candidate
from knowledge.results import is_numbered, is_tested
from knowledge.second_reading import TAKEN_BACK, TURNED, Reads, Turns, is_procedure


def taken_back(candidate: Candidate, reads: Reads, turns: Turns) -> int | None:
    """Return which sentence of its page takes something back from what a candidate says; it may be the candidate itself."""
    if is_remarked(candidate):
        return candidate.at
    by_words, following = caveat_of(candidate), next_of(candidate)
    if by_words is not None:
        return by_words
    seen = reads(candidate)
    if seen is not None and seen.but >= TAKEN_BACK:
        return candidate.at if following is None else following
    if _turns(candidate, following, turns):
        return following
    first, rest = pieces(candidate.said)
    return candidate.at if rest and turns(first, rest) >= TURNED else None


def _turns(candidate: Candidate, following: int | None, turns: Turns) -> bool:
    """Say whether the next sentence is read as turning; what follows a tested control in its table is read by rules."""
    if following is None or is_tested(candidate):
        return False
    said = candidate.sentences[following].flat
    return not (is_procedure(said) or is_numbered(said)) and turns(candidate.said, said) >= TURNED
