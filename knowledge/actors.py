"""Knows whom a vendor's documents name beside the vendor: its sub-processors, and services of it that are not asked about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from piccolo.columns.combination import Or, Where

from knowledge.facts import DocumentFacts, FactKey, facts_from_json
from knowledge.scope import Scope
from knowledge.services import covers, words_of
from knowledge.tables import Document, Page

DOCUMENTS, PAGES = 200, 600
_NAME = r"[A-Z][\w&'\u2019-]*(?:\s+(?:&\s+)?[A-Z][\w&'\u2019-]*){0,3}"
_WORKING_FOR = r"(?:sub-?\s?processors?|sub-?\s?contractors?|subservice\s+organi[sz]ations?)"
_PROVIDING = r"(?:(?:hosting|cloud|infrastructure|data\s+cent(?:er|re)|model)\s+providers?)"
_BESIDE = r"(?i:\s*[,(\u2013-]+\s*(?:which\s+is\s+|acting\s+as\s+)?"
_INTRODUCED = (
    re.compile(rf"\b(?P<name>{_NAME}){_BESIDE}(?:(?:an?|the|our|its)\s+{_WORKING_FOR}|(?:our|its)\s+{_PROVIDING})\b)"),
    re.compile(
        rf"\b(?i:(?:(?:an?|the|our|its|their)\s+{_WORKING_FOR}|(?:our|its)\s+{_PROVIDING})),?\s+(?P<name>{_NAME})"
    ),
)
_HINTS = ("%rocessor%", "%ontractor%", "%ubservice%", "% provider%")
_COMMON_WORDS = """
the this these those our its their a an we you each all any no customer customers controller processor company vendor supplier
service services provider client party data user section article annex list
"""
_NO_NAMES = frozenset(_COMMON_WORDS.split())
_OPENING = r"^[\W\d_]*(?:[A-Z]{1,4}-?\d[\w.-]*\s+)?"
_NOT_OURS = r"(?!(?i:we|our|us|i)\b)"
_NO_SUBJECT = r"(?i:in|at|on|to|with|by|from|under|via|through|for|is|are|was|were|has|have|must|shall|will|can|may)"
_VERBS = r"(?i:is|are|was|were|has|have|had|must|shall|will|can|may|does|do|did|by|with|via|through)"
_BEFORE_VERB = rf"(?!{_VERBS}\b)[\w'\u2019-]+\s+"
_PEOPLE = (
    r"(?i:staff|employees|personnel|people|workers|workforce|engineers|administrators|contractors|visitors|offices?|premises"
    r"|teams?)"
)
_ITS_OWN = (
    r"(?i:\b(?:of\s+its\s+own|its\s+(?:own\s+)?"
    r"(?:suppliers?|sub-?\s?processors?|sub-?\s?contractors?|vendors?|third\s+parties))\b)"
)
_ONE_CLAUSE = r"(?:(?!\b(?i:and|as|which|while)\b)[^,;]){0,120}?"
_PLAIN = rf"(?!{_NO_SUBJECT}\b)[\w'\u2019-]+\s+"
_SUPPLYING = re.compile(
    rf"\b(?:{_WORKING_FOR}|suppliers?|third[\s-]part(?:y|ies)|providers?|other\s+(?:companies|processors?))\b", re.I
)


@dataclass(frozen=True, slots=True)
class Actors:
    """Names of those that work for the vendor, and of services of it other than the one that is asked about."""

    workers: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()

    def other(self, claim: str, said: str, *, of_service: bool, of_workers: bool) -> str:
        """Return whom a sentence is about when that is somebody or something else than the claim's; or nothing.

        Where a claim is about those that work for the vendor (`of_workers` is false), what they do with theirs is not it.
        """
        own = of_workers and (not _SUPPLYING.search(claim) or re.search(_ITS_OWN, said))
        workers = self.workers if own else frozenset()
        names = workers | (self.services if of_service else frozenset())
        there = [name for name in sorted(names | self.workers) if name in said and name not in claim]
        about = (name for name in there if (name in names and _is_about(name, said)) or _has_its_own(name, said))
        return next(about, "")


NOBODY = Actors()


def actors(known: Iterable[DocumentFacts], texts: Iterable[str], service: str) -> Actors:
    """Gather the names from what is known of documents and from how texts introduce them; the vendor's own are left out."""
    papers = list(known)
    own = {word for facts in papers if facts.subject for word in words_of(facts.subject.value)} | words_of(service)
    found = {
        fact.value
        for facts in papers
        for key in (FactKey.SUBSERVICE, FactKey.SUBPROCESSOR)
        for fact in facts.details.get(key, ())
    }
    found |= {match["name"] for text in texts for pattern in _INTRODUCED for match in pattern.finditer(text)}
    elsewhere = {name for facts in papers if not covers(facts, service) for name in _names_in(facts)}
    return Actors(frozenset(_others(found, own)), frozenset(_others(elsewhere, own)))


async def actors_in(scope: Scope, service: str) -> Actors:
    """Gather the names from the documents of a scope; a large scope is not searched for introductions."""
    if not scope.collections:
        return NOBODY
    rows = await (
        Document.select(Document.id, Document.facts, Document.page_count)
        .where(Document.collection.is_in(list(scope.collections)), Document.state == "ready")
        .order_by(Document.name)
        .limit(DOCUMENTS)
    )
    rows = [row for row in rows if scope.documents is None or row["id"] in scope.documents]
    known = [facts_from_json(row["facts"]) for row in rows if row["facts"]]
    small = sum(row["page_count"] for row in rows) <= PAGES
    texts = await _introducing([row["id"] for row in rows]) if rows and small else []
    return actors(known, texts, service)


async def _introducing(documents: list[UUID]) -> list[str]:
    hinted: Where | Or = Page.text.like(_HINTS[0])
    for hint in _HINTS[1:]:
        hinted = hinted | Page.text.like(hint)
    rows = await Page.select(Page.text).where(Page.document.is_in(documents) & hinted)
    return [" ".join(row["text"].split()) for row in rows]


def _names_in(facts: DocumentFacts) -> list[str]:
    return re.findall(_NAME, facts.scope.value) if facts.scope else []


def _others(names: Iterable[str], own: set[str]) -> set[str]:
    """Leave out what shares a word with the vendor's own names, and what is no name."""
    return {
        name
        for name in names
        if name[:1].isupper()
        and len(name) > 2
        and not words_of(name) & own
        and words_of(name) - _NO_NAMES
        and name.split()[0].lower() not in _NO_NAMES
    }


def _has_its_own(name: str, said: str) -> bool:
    """Say whether a sentence is of what the name does with those that work for it: "Northgate reviews its suppliers"."""
    does = rf"{_OPENING}{re.escape(name)}\s+(?!{_VERBS}\b)\w+(?:s|ed)\s+{_ONE_CLAUSE}{_ITS_OWN}"
    return re.search(does, said) is not None


def _is_about(name: str, said: str) -> bool:
    """Say whether the name is the sentence's subject, or what its subject belongs to: "visitors of Northgate are ..."."""
    plain = re.escape(name)
    patterns = (
        rf"{_OPENING}(?:(?i:the)\s+)?{plain}(?:['\u2019]s)?\s+(?!(?i:and|or)\b)",
        rf"{_OPENING}(?i:at|in|for|within)\s+(?:(?i:the)\s+)?{plain}\s*,",
        rf"{_OPENING}{_NOT_OURS}(?:{_PLAIN}){{1,5}}(?<=\bof\s){plain}\b",
        rf"{_OPENING}{_NOT_OURS}(?:{_BEFORE_VERB}){{2,8}}(?<=\bof\s){plain}\s+(?i:is|are|was|were|has|have|must|shall|will|can|may)\b",
        rf"\b{plain}\s+\w+(?:s|ed)\s+[^;]{{0,120}}?{_ITS_OWN}",
        rf"\b{_PEOPLE}\s+(?i:of|at|from)\s+(?:(?i:the)\s+)?{plain}\b",
    )
    return any(re.search(pattern, said) for pattern in patterns)
