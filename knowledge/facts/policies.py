"""Reads off a policy or an agreement: since when it holds and when it is due for review."""

from collections.abc import Sequence

from knowledge.facts import labels
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.values import DocumentFacts
from knowledge.pages import PageText


def read_off(pages: Sequence[PageText], kind: EvidenceKind) -> DocumentFacts:
    """Read the facts off a policy or an agreement; a review that is due counts as its expiry."""
    front = [*pages[:2], *pages[2:][-1:]]
    return DocumentFacts(
        kind=kind,
        issued=labels.dated(front, labels.ISSUED, latest=True),
        expires=labels.dated(front, labels.NEXT_REVIEW) if kind is EvidenceKind.POLICY else None,
    )
