"""Answers a question with sentences of the documents, verbatim, or finds that they do not answer it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.asking import Asked, Wanted, answering_spans, asked
from knowledge.citations import Quote
from knowledge.clauses import clauses, without_asides
from knowledge.evidence import Candidate
from knowledge.polarity import Modality, Party, denials, modality, party
from knowledge.specifics import ValueKind, values
from knowledge.terms import fills, idea, names, stem, terms
from knowledge.values import Agreement, agreement, comparable

_ADDRESS = re.compile(r"\bhttps?://\S+|\S+@\S+")
SENTENCES = 3
NEAR = 3
LIST_LENGTH = 700
SHORTEST = 3
MARGIN = 7.0
LONGEST = 500
CLAUSE = 260
_VALUED = frozenset(Wanted) - {Wanted.TRUTH, Wanted.PASSAGE, Wanted.NUMBER}
_OTHERS = frozenset({idea("subprocessor"), idea("supplier"), idea("third party")})
_PAPER_WORDS = "policy agreement addendum certificate privacy report overview summary assessment"
_PAPERS = frozenset(stem(word) for word in _PAPER_WORDS.split())


@dataclass(frozen=True, slots=True)
class Extract:
    """The quotes that answer, or the nearest ones and why they do not."""

    quotes: tuple[Quote, ...]
    nearest: tuple[Quote, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    missing: tuple[str, ...]
    own: int
    answers: bool
    score: float


def extract(question: str, found: Sequence[Candidate]) -> Extract:
    """Choose the sentences that fill every slot of the question, the best first; none is better than a wrong one."""
    query = asked(question)
    if not query.needs:
        return Extract((), (), "The question names nothing that can be looked up.")
    scored = sorted((_scored(query, item) for item in found if _is_readable(item)), key=lambda item: -item.score)
    chosen = _distinct([item for item in scored if item.answers])
    if chosen:
        return Extract(tuple(_quote(query, item) for item in _best(chosen)), (), "")
    nearest = [item for item in scored if item.own > 0]
    return Extract((), tuple(item.candidate.quote for item in _distinct(nearest)[:NEAR]), _reason(query, nearest))


def answers(question: str, item: Candidate) -> bool:
    """Say whether a sentence of a page fills every slot of the question."""
    query = asked(question)
    return bool(query.needs) and _is_readable(item) and _scored(query, item).answers


def _is_readable(item: Candidate) -> bool:
    return len(item.sentence.flat.split()) >= SHORTEST and modality(item.sentence.flat) is not Modality.ASKED


def _scored(query: Asked, item: Candidate) -> _Scored:
    flat = item.said
    own = names(_ADDRESS.sub(" ", flat))
    filled = [need for need in query.needs if fills(need, own)]
    around = names(item.context) | _titled(query, item, filled)
    missing = tuple(need for need in query.needs if need not in filled and not fills(need, around))
    answers = (
        not missing and _is_enough(query, filled) and _keeps_given(query, flat) and _in_one_clause(query, item, filled)
    )
    score = (
        10.0 * len(filled)
        - 12.0 * len(missing)
        - 0.4 * item.rank
        - 0.004 * len(flat)
        + (4.0 if item.sentence.whole else 0.0)
    )
    return _Scored(item, missing, len(filled), answers, score)


def _titled(query: Asked, item: Candidate, filled: Sequence[str]) -> frozenset[str]:
    """Let the document's title name who or which document is asked about, beside something the sentence names itself."""
    if not filled:
        return frozenset()
    title = names(f"{item.place.header.partition(chr(10))[0]} {re.sub(r'[_.-]', ' ', item.place.document)}")
    return frozenset(need for need in query.needs if need in title and (need in query.proper or need in _PAPERS))


def _keeps_given(query: Asked, flat: str) -> bool:
    """A question about TLS 1.0 or about 2025 is not answered by a sentence on another version or year."""
    said = values(flat)
    for given in query.given:
        same_kind = [value for value in said if comparable(given, value)]
        if query.wanted is Wanted.TRUTH and not same_kind:
            return False
        fixed = given.kind in (ValueKind.VERSION, ValueKind.DATE)
        if (
            query.wanted is not Wanted.TRUTH
            and fixed
            and all(agreement(given, value) is not Agreement.AGREES for value in same_kind)
        ):
            return False
    return True


def _is_enough(query: Asked, filled: Sequence[str]) -> bool:
    """At least half of what is asked stands in the sentence itself, and never nothing but a name."""
    common = [need for need in filled if need not in query.proper]
    if query.wanted is Wanted.NAME and len(common) < len([need for need in query.needs if need not in query.proper]):
        return False
    return 2 * len(filled) >= len(query.needs) and (bool(common) or len(query.needs) == len(query.proper))


def _in_one_clause(query: Asked, item: Candidate, filled: Sequence[str]) -> bool:
    """Say whether one clause states the value asked for and names most of what the sentence does."""
    if query.wanted is Wanted.NAME and (len(item.said) > LONGEST or not (item.sentence.whole or item.sentence.lead)):
        return False
    for clause in clauses(without_asides(item.said)):
        if query.wanted in _VALUED and denials(clause) and not denials(query.text):
            continue
        if (
            query.wanted in _VALUED
            and party(clause) is Party.SUBPROCESSOR
            and party(query.text) is not Party.SUBPROCESSOR
            and not names(query.text) & _OTHERS
        ):
            continue
        if query.wanted is Wanted.NAME and len(clause) > CLAUSE:
            continue
        present = names(clause)
        here = sum(fills(need, present) for need in filled)
        if 3 * here >= 2 * len(filled) and answering_spans(query, clause):
            return True
    return False


def _best(chosen: Sequence[_Scored]) -> list[_Scored]:
    """Keep those that answer about as well as the first; fragments only where no whole sentence answers."""
    whole = [item for item in chosen if item.candidate.sentence.whole] or chosen
    return [item for item in whole if item.score > whole[0].score - MARGIN][:SENTENCES]


def _distinct(scored: Sequence[_Scored]) -> list[_Scored]:
    """Drop sentences that repeat one already chosen."""
    kept: list[_Scored] = []
    seen: set[str] = set()
    for item in scored:
        flat = item.candidate.sentence.flat.lower()
        if flat not in seen:
            seen.add(flat)
            kept.append(item)
    return kept


def _quote(query: Asked, item: _Scored) -> Quote:
    """Quote the sentence with the one a pronoun points to, or with the list that it opens."""
    candidate = item.candidate
    first = last = candidate.at
    if candidate.sentence.lead:
        return candidate.quote
    if candidate.points_back and first > 0:
        first -= 1
    if candidate.sentence.flat.endswith(":") and query.wanted in (Wanted.PASSAGE, Wanted.NAME, Wanted.PLACE):
        while (
            last + 1 < len(candidate.sentences)
            and candidate.sentences[last + 1].end - candidate.sentence.start < LIST_LENGTH
        ):
            last += 1
    return candidate.stretch(first, last)


def _reason(query: Asked, nearest: Sequence[_Scored]) -> str:
    if not nearest:
        return "Nothing in the documents is about this."
    missing = nearest[0].missing
    if missing:
        return f"The nearest passages say nothing of {_in_its_words(query, missing)}."
    return f"The nearest passages do not state {query.wanted.label}."


def _in_its_words(query: Asked, needs: Sequence[str]) -> str:
    """Name ideas as the question does, never by the root that they are compared by."""
    said = {term.name: term.word.lower() for term in reversed(terms(query.text))}
    *words, last = [said.get(need, need) for need in needs]
    return f"{', '.join(words)} or {last}" if words else last
