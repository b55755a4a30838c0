"""Tells an auditor's opinion; anything worse than unqualified, anywhere in the report, wins."""

import re
from collections.abc import Sequence

from knowledge.facts.phrases import PROSE, stands
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_OPINIONS = (
    ("disclaimer", re.compile(
        r"\bdisclaimer\s+of\s+opinion\b"
        r"|\bwe\s+do\s+not\s+express\s+an\s+opinion\s+on\s+the\s+(?:description|assertion)\b"
        r"|\bwe\s+disclaim\s+an\s+opinion\b", re.I)),
    ("adverse", re.compile(
        r"\bbasis\s+for\s+(?:the\s+|our\s+)?adverse\s+opinion|\bour\s+adverse\s+opinion\b"
        r"|^[ \t]{0,40}adverse\s+opinion[ \t]*$|\bopinion\s+is\s+adverse\b", re.I | re.M)),
    ("qualified", re.compile(
        r"\bbasis\s+for\s+(?:the\s+|our\s+)?qualified\s+opinion|\bin\s+our\s+opinion,\s+except\s+for\b"
        r"|\bopinion\s+is\s+qualified\b|\bexcept\s+for\s+the\s+(?:possible\s+)?effects?\s+of\s+the\s+matters?\b"
        r"|^[ \t]{0,40}qualified\s+opinion[ \t]*$", re.I | re.M)),
    ("unqualified", re.compile(
        r"\bin\s+our\s+opinion,\s+(?:[^.]{0,400}?\s)?in\s+all\s+material\s+respects"
        r"|\bopinion\s+is\s+(?:unqualified|unmodified)\b|\b(?:an?\s+)?unqualified\s+opinion\b"
        r"|\bin\s+our\s+opinion\b[^.]{0,300}\bfairly\s+(?:presented|stated|presents)\b", re.I)),
)  # fmt: skip


def opinion(pages: Sequence[PageText]) -> Fact | None:
    """Tell the opinion with the sentence that shows it."""
    return next((fact for value, pattern in _OPINIONS if (fact := stands(pages, pattern, value, PROSE))), None)
