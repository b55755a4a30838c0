"""When the security policy was last reviewed is read off the policy, not off what it says of other documents."""

from datetime import date
from uuid import uuid4

import pytest

from knowledge.facts import DocumentFacts, EvidenceKind
from knowledge.papers import Paper
from knowledge.registering import last_reviewed
from knowledge.verdicts import VerdictState

CLAIM = "The information security policy was last reviewed on 12 February 2026."
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("This policy was last reviewed on 12 February 2026.", VerdictState.SUPPORTED),
        ("Last reviewed 12 February 2026", VerdictState.SUPPORTED),
        ("The travel policy was last reviewed on 12 February 2026.", None),
        ("The risk register was last reviewed on 12 February 2026.", None),
    ],
)
def test_another_documents_review_decides_nothing(said: str, expected: VerdictState | None) -> None:
    """A day beside the name of another policy or register is that document's day."""
    text = f"Information Security Policy\n{said}"
    paper = Paper(uuid4(), "Information Security Policy.pdf", DocumentFacts(EvidenceKind.POLICY), ((1, text),))

    weighed = last_reviewed(CLAIM, "", [paper], TODAY)

    assert expected is (weighed.state if weighed else None)
