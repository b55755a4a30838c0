"""Checks a claim against the documents in scope and comes to a verdict with quotes that stand on their pages."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import UUID

from anyio.to_thread import run_sync

from knowledge.actors import actors_in
from knowledge.attesting import decision_for, sought_for
from knowledge.citations import Quote, confirmed, find_quote, page_texts
from knowledge.commenting import Addition, additions
from knowledge.evidence import Candidate, Key, Pages, Place, candidates, places_of, with_copies
from knowledge.facts import DocumentFacts, facts_from_json
from knowledge.language import Language
from knowledge.lists_of_places import sought_elsewhere
from knowledge.lowering import lowered
from knowledge.opening import papers_in
from knowledge.own_words import Part, statements, together
from knowledge.readings import find_reading
from knowledge.refuting import Refuted, beside, refuted
from knowledge.retrieval import Found, Retrieval, Searched, Tools, retrieve
from knowledge.rows import page_marks
from knowledge.scope import Scope
from knowledge.second_reading import method, nobody, not_certain, read_again, reader_of, reader_of_any, turning
from knowledge.seeking import sought
from knowledge.stances.judging import Told, told
from knowledge.stances.learnt import Learnt
from knowledge.stances.statements import made
from knowledge.stating import stated
from knowledge.sureness import Basis, sure
from knowledge.tables import Document
from knowledge.verdicts import UNCALIBRATED, VerdictState, Weighed
from knowledge.weighing import Sources, weigh

__all__ = ["Claim", "Verdict", "VerdictState", "verify"]
PASSAGES, BESIDE = 16, 8
LONGEST_CLAIM = 2000
_SEVERAL = 2
_CUT = f"Only the first {LONGEST_CLAIM:,} letters of this were checked; a person has to read the rest."
_NO_EXCEPTIONS = re.compile(
    r"(?<!not\s)(?<!n't\s)(?<!nearly\s)(?<!almost\s)(?<!mostly\s)"
    r"\b(?:always|without\s+(?:any\s+)?exceptions?|no\s+exceptions|in\s+every\s+case|at\s+all\s+times)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a vendor says: a declarative sentence, the question and comment it came from, and the service it is about.

    Where it was said in `words` of the vendor's own, each statement in them is checked by itself; `lead` is what the sentence
    says before them.
    """

    text: str
    question: str = ""
    comment: str = ""
    service: str = ""
    words: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the evidence does to a claim, why in one sentence, and where it stands; `refuted` are words of the comment.

    `basis` tells how a verdict came about whose sureness is known; `parts` are the statements of an answer that makes several.
    """

    state: VerdictState
    reason: str
    confidence: float | None
    quotes: tuple[Quote, ...]
    searched: Searched
    method: str
    refuted: tuple[Refuted, ...] = ()
    basis: Basis | None = None
    parts: tuple[Part, ...] = ()


async def verify(claim: Claim, scope: Scope, tools: Tools, today: date, language: Language | None = None) -> Verdict:
    """Return the verdict by fixed rules; a language model, when given, may only lower it, and so may the comment."""
    if claim.words and decision_for(claim.lead) is not None:  # documents themselves decide it, whatever the words
        claim = replace(claim, words="")
    parts = statements(claim.words, claim.lead)
    if len(parts) < _SEVERAL:
        return await _of_one(replace(claim, text=parts[0]) if parts else claim, scope, tools, today, language)
    each = [await _of_one(replace(claim, text=part), scope, tools, today, language) for part in parts]
    weighed, told = together([(part, _weighed_as(one)) for part, one in zip(parts, each, strict=True)])
    against = {one.words: one for verdict in each for one in verdict.refuted}
    made_by = max((one.method for one in each), key=lambda made: (UNCALIBRATED in made, len(made)))
    return replace(_verdict(weighed, each[0].searched, made_by, tuple(against.values())), parts=told)


def _weighed_as(verdict: Verdict) -> Weighed:
    return Weighed(verdict.state, verdict.reason, verdict.quotes, verdict.confidence)


async def _of_one(claim: Claim, scope: Scope, tools: Tools, today: date, language: Language | None) -> Verdict:
    said = " ".join(claim.text.split())
    claim = replace(claim, text=said[:LONGEST_CLAIM])
    retrieval = await retrieve(claim.text, scope, tools, limit=PASSAGES, counter=True)
    added = additions(claim.comment, stated(claim.text))
    weighed = None if claim.words else await _attested(claim, scope, today)
    mark = _mark(claim, tools.learnt) if weighed is None else ""
    against: tuple[Refuted, ...] = ()
    if weighed is None or added:
        found = await _gathered(claim, added, retrieval, scope, tools)
        strict = any(_NO_EXCEPTIONS.search(one.words) for one in added if one.always)
        weighed = weighed or await _weighed(claim, found, scope, tools, today, strict=strict)
        if claim.words:
            weighed = await run_sync(read_again, claim.text, weighed)
        if len(said) > LONGEST_CLAIM:
            weighed = _too_long(weighed)
        against = await _refuted(claim, added, found, scope, today)
    weighed = await _confirmed(beside(weighed, against), scope)
    likely = None if weighed.basis is None else _likely(mark, tools.learnt)(weighed.basis)
    made_by = method(calibrated=likely is not None, learnt=mark)
    if language is not None and weighed.state in (VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION):
        weighed, made_by = await lowered(weighed, claim.text, language, made_by)
    return _verdict(weighed, retrieval.searched, made_by, against)


def _too_long(weighed: Weighed) -> Weighed:
    """Leave to a person what was checked in part only."""
    if weighed.state not in (VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION):
        return weighed
    return Weighed(VerdictState.NOT_EVIDENCED, _CUT, weighed.quotes, None)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The sentences worth weighing, the pages they stand on, and what is known of their documents."""

    candidates: list[Candidate]
    pages: Pages
    sources: Sources


async def _gathered(
    claim: Claim, added: Sequence[Addition], retrieval: Retrieval, scope: Scope, tools: Tools
) -> _Gathered:
    """Gather what was found for the claim, where its ways are put, what auditors noted, and what the comment speaks of."""
    copies = with_copies([*retrieval.found, *await _of_comment(added, scope, tools)])
    places, near = await _sought(claim, scope)
    sources = await _sources([*copies, *places], scope)
    pages = {**near, **await page_texts(_wanted(copies, sources), scope)}
    noted = _noted([*copies, *places], sources, pages)
    found = candidates([*places_of(copies), *places, *noted], pages, await page_marks(pages.keys()))
    return _Gathered(found, pages, sources)


async def _of_comment(added: Sequence[Addition], scope: Scope, tools: Tools) -> tuple[Found, ...]:
    """Search for the numbers and names of a comment, which the answer's claim does not know."""
    words = [addition.words for addition in added if addition.stated.values or addition.names]
    if not words:
        return ()
    return (await retrieve(" ".join(words)[:LONGEST_CLAIM], scope, tools, limit=BESIDE)).found


async def _weighed(claim: Claim, found: _Gathered, scope: Scope, tools: Tools, today: date, *, strict: bool) -> Weighed:
    others = await actors_in(scope, claim.service)
    heads = await _told(claim, found.candidates, tools)
    given = (claim.text, claim.service, found.candidates, found.pages, found.sources, today, others)
    strange = not heads and find_reading(claim.text) is None
    reads = reader_of(claim.text) if heads else reader_of_any(claim.text) if strange else nobody
    likely = _likely(_mark(claim, tools.learnt), tools.learnt)
    weighed = await run_sync(
        partial(weigh, *given, strict=strict, told=heads, reads=reads, turns=turning(), likely=likely)
    )
    return not_certain(weighed) if strange else weighed


def _mark(claim: Claim, learnt: Learnt | None) -> str:
    """Name the learnt heads that judge a claim; empty where the shipped ones do."""
    statement = made(claim.text)
    return "" if learnt is None or statement is None else learnt.mark(statement.statement.ref)


def _likely(mark: str, learnt: Learnt | None) -> Callable[[Basis], float | None]:
    """Return what says how likely a verdict is right: of learnt heads nothing, until outcomes of theirs tell."""
    if not mark or learnt is None:
        return sure
    calibrated = learnt.calibrated
    return lambda basis: sure(basis) if basis.state in calibrated else None


async def _refuted(
    claim: Claim, added: Sequence[Addition], found: _Gathered, scope: Scope, today: date
) -> tuple[Refuted, ...]:
    """Return what of a comment is refuted by words that stand on their page."""
    if not added:
        return ()
    known = (found.candidates, found.pages, found.sources)
    against = refuted(stated(claim.text), added, *known, claim.service, today)
    standing = {
        (one.document_id, one.page, one.text): one for one in await confirmed([o.quote for o in against], scope)
    }
    kept = [(one, standing.get((one.quote.document_id, one.quote.page, one.quote.text))) for one in against]
    return tuple(replace(one, quote=quote) for one, quote in kept if quote is not None)


async def _told(claim: Claim, found: Sequence[Candidate], tools: Tools) -> dict[Key, Told]:
    """Ask the heads of the bank about each sentence found; nothing for a claim that they do not know."""
    judged = await run_sync(told, claim.text, [candidate.said for candidate in found], tools.embedder, tools.learnt)
    return dict(zip([candidate.key for candidate in found], judged, strict=True)) if judged else {}


async def _attested(claim: Claim, scope: Scope, today: date) -> Weighed | None:
    """Decide a claim about reports, certificates or policies themselves from the facts of all documents in scope."""
    decide = decision_for(claim.text)
    if decide is None:
        return None
    return decide(claim.text, claim.service, await papers_in(scope, sought_for(claim.text)), today)


def _verdict(weighed: Weighed, searched: Searched, method: str, against: tuple[Refuted, ...]) -> Verdict:
    told = (weighed.state, weighed.reason, weighed.confidence, weighed.quotes)
    return Verdict(*told, searched, method, against, weighed.basis)


async def _confirmed(weighed: Weighed, scope: Scope) -> Weighed:
    """Keep the verdict only while a quote of it stands."""
    quotes = tuple(await confirmed(weighed.quotes, scope))
    decided = weighed.state is not VerdictState.NOT_EVIDENCED
    if decided and (not quotes or quotes[0].text != weighed.quotes[0].text):
        return Weighed(VerdictState.NOT_EVIDENCED, "The passage found no longer stands on its page.", (), None)
    return replace(weighed, quotes=quotes)


async def _sought(claim: Claim, scope: Scope) -> tuple[list[Place], Pages]:
    reading = find_reading(claim.text)
    places, pages = ([], {}) if reading is None else await sought(reading, scope)
    beyond = await sought_elsewhere(claim.text, scope)
    return [*places, *beyond], {**pages, **await page_texts({(one.document_id, one.page) for one in beyond}, scope)}


async def _sources(found: Iterable[Found | Place], scope: Scope) -> dict[UUID, DocumentFacts | None]:
    """Read the facts of the documents that passages were found in."""
    wanted = {passage.document_id for passage in found}
    if not wanted:
        return {}
    rows = await Document.select(Document.id, Document.facts).where(
        Document.id.is_in(list(wanted)), Document.collection.is_in(list(scope.collections))
    )
    return {row["id"]: facts_from_json(row["facts"]) if row["facts"] else None for row in rows}


def _wanted(found: Iterable[Found], sources: Sources) -> set[tuple[UUID, int]]:
    noted = {(document, fact.page) for document, facts in sources.items() if facts for fact in facts.exceptions}
    return {(item.document_id, item.page) for item in found} | noted


def _noted(found: Sequence[Found | Place], sources: Sources, pages: Pages) -> list[Place]:
    """Return where the exceptions stand that an auditor noted in the documents, found by the search or not."""
    names = {item.document_id: item.document for item in found}
    places = []
    for document, facts in sources.items():
        for fact in facts.exceptions if facts else ():
            span = find_quote(fact.quote, pages.get((document, fact.page), ""))
            if span is not None:
                places.append(Place(document, names[document], fact.page, "", *span))
    return places
