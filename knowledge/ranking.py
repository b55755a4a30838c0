"""Two rankings of the same passages made into one."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from knowledge.exact import Hit

RANK_OFFSET = 10
LEXICAL_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Rankings:
    """Passages by meaning and passages by words, each best first."""

    dense: list[Hit]
    lexical: list[Hit]


def fused(rankings: Rankings) -> Counter[int]:
    """Fuse two rankings by reciprocal rank, meaning before words."""
    scores: defaultdict[int, float] = defaultdict(float)
    for hits, share in ((rankings.dense, 1 - LEXICAL_SHARE), (rankings.lexical, LEXICAL_SHARE)):
        for rank, hit in enumerate(hits):
            scores[hit.passage_id] += share / (RANK_OFFSET + rank)
    return Counter(scores)
