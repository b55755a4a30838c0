"""Answers to yes or no as people and dropdown lists write them."""

import re
from collections.abc import Iterable

from questionnaires.model import YesNo

_WRITTEN = {
    YesNo.YES: r"y|yes|true|ja|oui",
    YesNo.NO: r"n|no|false|nein|non",
    YesNo.IN_PART: r"in part|partial|partially|partly|partially implemented",
    YesNo.NOT_APPLICABLE: r"n\W?a|not applicable|does not apply",
}


def find_yes_no(text: str) -> YesNo | None:
    """Read “Yes”, “N/A” and the like, whatever the case and the marks around; None when it is anything else."""
    plain = text.strip().strip(".!;,:*").strip().casefold()
    return next((answer for answer, words in _WRITTEN.items() if re.fullmatch(words, plain)), None)


def find_leading(text: str) -> YesNo | None:
    """Read an answer that goes on after its first word: “Yes, for all staff”."""
    found = re.match(r"\s*(yes|no|n/?a|not applicable|partially|in part)\b\s*(?=[.,;:(\n–—-])", text, re.IGNORECASE)
    return find_yes_no(found[1]) if found else None


def word_for(answer: str, choices: Iterable[str], usual: str) -> str | None:
    """Choose how a list writes this answer; where there is no list the usual word, None when the list has none for it."""
    listed = tuple(choices)
    if not listed:
        return usual
    return next((choice for choice in listed if find_yes_no(choice) == answer), None)
