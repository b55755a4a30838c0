"""Finds what stands behind a label, such as "Date of issue: 3 May 2026"; labels that disagree say nothing."""

import re
from collections.abc import Sequence

from knowledge.facts.spans import labelled_dates
from knowledge.facts.values import Fact, first_day
from knowledge.pages import PageText

ISSUED = re.compile(
    r"\b(?:date\s+(?:of\s+(?:the\s+)?)?(?:issue|issuance|report)|issue\s+date|report\s+date|issued(?:\s+on)?"
    r"|certificate\s+issued|valid\s+from|effective\s+(?:date|from|as\s+of)|last\s+(?:updated|reviewed"
    r"|revised|modified)(?:\s+on)?"
    r"|approv(?:ed|al)\s+(?:on|date)|date\s+of\s+approval|publication\s+date|published(?:\s+on)?|stand)\b",
    re.IGNORECASE,
)
EXPIRES = re.compile(
    r"\b(?:expir(?:y|ation)\s+date|date\s+of\s+expir(?:y|ation)|expir(?:es|y)(?:\s+on)?|valid\s+(?:un)?til+"
    r"|valid\s+(?:to|through)"
    r"|validity\s+ends|(?:certificate\s+)?valid\s+(?:un)?til+)\b",
    re.IGNORECASE,
)
NEXT_REVIEW = re.compile(
    r"\b(?:next\s+(?:scheduled\s+)?review(?:\s+(?:date|due))?|review\s+(?:due|by))\b", re.IGNORECASE
)


def dated(pages: Sequence[PageText], label: re.Pattern[str], *, latest: bool = False) -> Fact | None:
    """Read the date behind a label; when several disagree, the latest if asked for, else none."""
    found = [(place, written) for place, written in labelled_dates(pages, label) if written.is_exact]
    if not found or (len({written.first for _, written in found}) > 1 and not latest):
        return None
    return first_day(*max(found, key=lambda one: one[1].first) if latest else found[0])


def contradicted(pages: Sequence[PageText], label: re.Pattern[str], known: Fact) -> bool:
    """Tell whether a date behind the same label says otherwise than what is known."""
    return any(
        written.first.isoformat() != known.value for _, written in labelled_dates(pages, label) if written.is_exact
    )
