"""Reads what an agreement rests transfers to other countries on."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts.phrases import PROSE, WITHIN
from knowledge.facts.settling import distinct
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_GROUNDS = (
    ("standard contractual clauses", re.compile(r"\b(?:standard\s+contractual\s+clauses|SCCs?"
        r"|EU\s+model\s+clauses)\b", re.I)),
    ("adequacy decision", re.compile(r"\badequacy\s+decisions?\b|\bdecision\s+of\s+adequacy\b"
        r"|\badequate\s+level\s+of\s+(?:data\s+)?protection\b", re.I)),
    ("binding corporate rules", re.compile(r"\bbinding\s+corporate\s+rules\b|\bBCRs?\b", re.I)),
    ("data privacy framework", re.compile(r"\bdata\s+privacy\s+framework\b|\bDPF\b", re.I)),
)  # fmt: skip
_RESTS = re.compile(
    r"\b(?:rel(?:y|ies)|rest(?:s|ed)?|based|basis|subject\s+to|only|pursuant|in\s+accordance|governed"
    r"|incorporat\w+|appl(?:y|ies)|under|covered|safeguard\w*|mechanism|ground|by\s+means|conclude[sd]?"
    r"|enter(?:s|ed)?\s+into|comply|complies|agree|executed?|participat\w+|(?:self-)?certif\w+)\b", re.I,
)  # fmt: skip
_MOVES = re.compile(
    r"\b(?:transfer(?:s|red|ring)?|sends?\s+(?:personal\s+)?data|third\s+countr(?:y|ies)"
    r"|outside\s+(?:of\s+)?the\s+(?:EEA|EU|European)|export(?:s|ed)?)\b",
    re.I,
)
_HEADED = re.compile(r"\btransfers?\b[^.\n]{0,30}[.:]?\s*$", re.I)
_DEFINES = re.compile(
    r"[“\"]\s*(?:standard\s+contractual|SCC|BCR|binding|data\s+privacy|DPF"
    r"|adequacy)[^”\"]{0,60}[”\"]\s+(?:means?|shall\s+mean|refers?)\b|\bmeans\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:such\s+as|for\s+example|e\.g\.|may(?!\s+\d)|or\s+other|alternative\w*|invalidat\w+|in\s+the\s+absence"
    r"|one\s+of\s+the\s+following)\b",
    re.I,
)
_NONE = re.compile(
    r"\b(?:not\s+(?:be\s+)?transfer(?:red)?|no\s+transfers?|does\s+not\s+transfer|(?:are"
    r"|is)\s+never\s+transferred)\b[^.;]{0,80}?\b(?:third\s+countr(?:y|ies)|outside|abroad"
    r"|other\s+countries)\b(?![^.;]{0,80}\b(?:unless|without|except))",
    re.I,
)
_NOT_PERMITTED = re.compile(
    r"^[ \t]{0,20}(?:data\s+)?transfers?\s+(?:outside|to\s+third"
    r"|abroad)[^\n]{0,40}?\s*:?\s*(?:not\s+(?:permitted|allowed)|none|no|prohibited)\b[^\n]{0,20}$",
    re.I | re.M,
)
# Data that go where nothing like it holds do not rest on it.
_LACKING = re.compile(
    r"\b(?:not|no|without|absence\s+of|lack(?:s|ing)?|neither)\b(?:\s+(?!but\b|only\b)\w+){0,6}\s*$", re.I
)
_TITLED = re.compile(
    r"^[ \t]*(?:\d{1,2}(?:\.\d{1,2})?[.)]?|article\s+\d+"
    r"|§\s*\d+)[ \t]+(?P<title>[A-Z][^.\n:]{3,60})[.:\n]",
    re.I | re.M,
)
_SENTENCE = re.compile(rf"[^.;\n]{WITHIN}{{0,900}}")


def transfers(pages: Sequence[PageText]) -> tuple[Fact, ...]:
    """List the grounds that a sentence on transfers rests them on; what is only defined or may be used is none."""
    found = [fact for page in pages for fact in _on(page)]
    grounds = distinct(fact for fact in found if fact.value != "none")
    return grounds or distinct(found)


def _clause(before: str) -> bool:
    """Tell whether the numbered clause that a sentence stands in is on transfers."""
    titles = list(_TITLED.finditer(before))
    return bool(titles) and "transfer" in titles[-1]["title"].casefold()


def _on(page: PageText) -> Iterator[Fact]:
    for match in _NOT_PERMITTED.finditer(page.text):
        yield Fact("none", match.group().strip(), page.number, PROSE)
    for match in _SENTENCE.finditer(page.text):
        sentence = match.group()
        if _NONE.search(sentence):
            yield Fact("none", sentence.strip(), page.number, PROSE)
        elif (
            (
                _MOVES.search(sentence)
                or _HEADED.search(page.text[max(0, match.start() - 80) : match.start()])
                or _clause(page.text[max(0, match.start() - 500) : match.start()])
            )
            and _RESTS.search(sentence)
            and not _DEFINES.search(sentence)
            and not _UNSURE.search(sentence)
        ):
            for value, ground in _GROUNDS:
                if any(not _LACKING.search(sentence[: one.start()]) for one in ground.finditer(sentence)):
                    yield Fact(value, sentence.strip(), page.number, PROSE)
