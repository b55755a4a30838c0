"""Says whether a document covers the service that a claim is about."""

import re

from knowledge.facts import DocumentFacts

_COMMON_WORDS = """
the a an of and for in on to its our system systems service services platform application applications product products
solution solutions cloud saas software online suite inc llc ltd limited gmbh corp corporation company group hosted hosting data
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def covers(facts: DocumentFacts | None, service: str) -> bool:
    """Return False only when the document's scope clearly names something else than the service.

    The first word of a service's name is often the company's; when it stands in the scope, the others have to decide.
    """
    if facts is None or facts.scope is None or not service:
        return True
    scope = words_of(facts.scope.value + " " + facts.scope.quote)
    named = _names(facts.scope.value)
    owner = words_of(facts.subject.value) if facts.subject is not None else set()
    wanted = [word for word in re.findall(r"[a-z0-9]+", service.lower()) if word not in _COMMON | owner]
    others = named - owner - set(wanted)
    if not wanted or not others:
        return True
    own = wanted[1:] if len(wanted) > 1 and wanted[0] in scope else wanted
    return any(word in scope for word in own)


def words_of(text: str) -> set[str]:
    """Return the words of a name or a scope that tell it from others."""
    return {word.lower() for word in re.findall(r"[A-Za-z0-9]+", text)} - _COMMON


def _names(text: str) -> set[str]:
    """Return the words of a text that are written like a name."""
    return {word.lower() for word in re.findall(r"\b[A-Z][A-Za-z0-9]+", text)} - _COMMON
