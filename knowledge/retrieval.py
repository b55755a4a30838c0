"""From a question and a scope to the passages that answer it, by meaning and by words, each re-checked in SQL."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from anyio.to_thread import run_sync

from knowledge.candidates import WIDE_CANDIDATES, Query, ranked, ranked_widely, words_held
from knowledge.embedding import Embedder
from knowledge.exact import Index
from knowledge.folding import folded, repeats
from knowledge.gathering import Found, passages_in
from knowledge.glossary import glossed
from knowledge.ranking import fused
from knowledge.scope import Scope
from knowledge.surveying import Searched, UnreadPage, readable_in, searched_on, standing_in
from knowledge.units import COMPARED, by_words, closely
from knowledge.words import query_terms, synonyms

__all__ = ["Found", "Retrieval", "Searched", "Tools", "UnreadPage", "retrieve"]

FEW_SHELVES = 8
DEPTH = 64
LOOKED_AT, PER_PLACE = 48, 4  # passages that are read to fill the places: some repeat another, or are not ready
COUNTER_PLACES = 3  # one place in so many goes to passages that speak against
COUNTER_PHRASE = "exceptions, deviations, exclusions, did not, not in scope"


@dataclass(frozen=True, slots=True)
class Tools:
    """What searching and checking need and the caller builds once; `learnt` is what reviewers' decisions taught, if anything."""

    embedder: Embedder
    index: Index
    learnt: Any = None  # a knowledge.stances.learnt.Learnt: its module loads numpy, and routes look names of hints up


@dataclass(frozen=True, slots=True)
class Retrieval:
    """The passages found, best first, and what was searched for them."""

    found: tuple[Found, ...]
    searched: Searched


async def retrieve(
    question: str, scope: Scope, tools: Tools, *, limit: int = 12, counter: bool = False, close: bool = False
) -> Retrieval:
    """Find the passages in the scope nearest to the question.

    With `counter`, a third of the places goes to passages on the same matter that hold an exception, a limit or a
    denial: a contradiction does not rank near a claim by itself. Over many shelves each one's best passage comes before
    any one's second. The first few say which of their sentences answers, and are ordered by that too; with `close` by
    its meaning as well, which takes some 40 ms more.
    """
    if scope.is_empty:
        return Retrieval((), Searched(0, 0))
    standing = await standing_in(scope)
    searched = await searched_on(standing, scope)
    if not searched.documents or not question.strip():
        return Retrieval((), searched)
    queries = await run_sync(_queries, question, tools.embedder, counter)
    words = await words_held(queries, standing, scope)
    wide = len(standing) > FEW_SHELVES
    depth = WIDE_CANDIDATES if wide else max(DEPTH, 2 * limit)
    if wide:
        rankings = await ranked_widely(queries, scope, words, depth)
    else:
        rankings = await ranked(queries, await readable_in(scope), tools.index, words, depth)
    scores = [fused(ranking) for ranking in rankings]
    wanted = {passage for each in scores for passage, _ in each.most_common(max(LOOKED_AT, PER_PLACE * limit))}
    passages = folded(await passages_in(scope, wanted), scores[0])
    allowances = (1, 2, 4, limit) if wide else (limit,)
    against = limit // COUNTER_PLACES if counter else 0
    found: list[Found] = []
    for each, places in zip(scores, (limit - against, limit), strict=False):
        for per_shelf in allowances:
            found = _chosen(each, passages, found, places, per_shelf)
    first, rest = found[: min(COMPARED, limit - against)], found[min(COMPARED, limit - against) :]
    terms = queries[0].terms
    if close and first:
        first = await run_sync(closely, question, first, terms, words.rarity, tools.embedder)
    else:
        first = by_words(first, terms, words.rarity)
    return Retrieval((*first, *rest), searched)


def _queries(question: str, embedder: Embedder, counter: bool) -> list[Query]:
    """Ask by meaning with the question and its other names, and if wanted once more for what speaks against."""
    others = synonyms(question)[:4]
    asked = f"{question} ({', '.join(others)})" if others and len(question) < 200 else question
    texts = [asked, f"{question} {COUNTER_PHRASE}"] if counter else [asked]
    terms = query_terms(question)
    vectors = embedder.embed([glossed(text) for text in texts])
    return [Query(vector, terms, counter=number > 0) for number, vector in enumerate(vectors)]


def _chosen(
    scores: Counter[int], passages: Mapping[int, Found], taken: Sequence[Found], places: int, per_shelf: int
) -> list[Found]:
    """Fill the places with the best passages left, without windows that repeat one already taken."""
    found = list(taken)
    shelves = Counter(each.collection for each in found)
    for passage, score in scores.most_common():
        if len(found) >= places:
            break
        candidate = passages.get(passage)
        if candidate is None or shelves[candidate.collection] >= per_shelf:
            continue
        if not any(repeats(candidate, each) for each in found):
            found.append(replace(candidate, score=score))
            shelves[candidate.collection] += 1
    return found
