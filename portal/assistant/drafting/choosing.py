"""Which answer of a review a draft is asked about: the one that needs it most among those the topic names; pure."""

import re
from collections.abc import Sequence

from portal.assistant.records.documents import is_about
from portal.assistant.records.naming import Named, mentions
from portal.review.standing import Reviewed
from portal.risk.levels import VerdictState as V

# Short forms that reviewers use for what a question spells out.
_SHORT = {
    r"dr|drp": "disaster recovery",
    r"bc|bcp|bcm": "business continuity",
    r"ir|irp": "incident",
    r"sdlc": "development",
    r"dpa": "data processing agreement",
    r"vuln": "vulnerability",
    r"infosec": "information security",
}
_AROUND = re.compile(
    r"\b(?:the|their|its|an?|answers?|repl(?:y|ies)|questions?|claims?|verdicts?|about|on|of|to|for|at|regarding)\b",
    re.I,
)
_NEED = (V.CONTRADICTED, V.SUPPORTED_WITH_EXCEPTION, V.STALE, V.OUT_OF_SCOPE, V.NOT_EVIDENCED, None, V.SUPPORTED)


def topic_of(said: str, vendors: Sequence[Named]) -> str:
    """Return the matter in a topic such as "the DR answer of Helio", with short forms spelled out."""
    for one in reversed(mentions(said, vendors)):
        said = said[: one.start] + " " + said[one.end :]
    bare = " ".join(_AROUND.sub(" ", said.replace("'s", " ")).split())
    for short, spelled in _SHORT.items():
        bare = re.sub(rf"\b(?:{short})\b", spelled, bare, flags=re.IGNORECASE)
    return bare.strip(" ?.,")


def meant(reviewed: Sequence[Reviewed], topic: str, refs: Sequence[str]) -> list[Reviewed]:
    """Return the answers that are meant, the one that needs a draft most first.

    The question's own words count before its section's: "incident notification" is one question, "incidents" a section.
    """
    if refs:
        return [one for one in reviewed if one.ref in refs]
    own = [one for one in reviewed if is_about(topic, _words(one))]
    around = [one for one in reviewed if is_about(topic, f"{_words(one)} {_section(one)}")]
    return sorted(own or around, key=lambda one: (_NEED.index(one.state), -one.answered.question.weight.points))


def _words(one: Reviewed) -> str:
    return f"{one.answered.question.text} {one.answered.question.claim} {one.answered.claim}"


def _section(one: Reviewed) -> str:
    return f"{one.answered.section.title} {one.answered.section.area.label}"
