"""Tells an auditor's opinion; anything worse than unqualified, anywhere in the report, wins."""

import re
from collections.abc import Sequence

from knowledge.facts.phrases import PROSE, stands
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_LABEL = r"\b(?:type\s+of\s+)?(?:auditors?[’']?s?[’']?\s+)?opinion(?:\s+(?:type|is))?\s*[:–-]?\s+(?:an?\s+)?"
# What stands in the sentence that opens with the auditor's opinion.
_OURS = r"\bin\s+(?:our|my)\s+opinion\b[^.]{0,300}?"
_OPINIONS = (
    ("disclaimer", re.compile(
        r"\bdisclaimer\s+of\s+opinion\b|\bwe\s+disclaim\s+an\s+opinion\b"
        r"|\bwe\s+do\s+not\s+express,?\s+an\s+opinion\s+on\s+the\s+(?:description|assertion|controls)\b"
        r"|\bnot\s+(?:sufficient|able)\s+to\s+(?:enable\s+us\s+to\s+)?express\b[^.]{0,80}\bopinion\b"
        rf"|^[ \t]{{0,40}}{_LABEL}disclaime[rd]\b", re.I | re.M)),
    ("adverse", re.compile(
        r"\bbasis\s+for\s+(?:the\s+|our\s+)?adverse\s+opinion|\bour\s+adverse\s+opinion\b"
        r"|^[ \t]{0,40}adverse\s+opinion[ \t]*$|\bopinion\s+is\s+adverse\b"
        rf"|{_OURS}\b(?:did\s+not\s+operate|(?:were|was)\s+not\s+(?:suitably|effective|operating|fairly)"
        r"|does\s+not\s+(?:fairly\s+)?present|is\s+not\s+(?:fairly\s+)?(?:presented|stated))"
        rf"|^[ \t]{{0,40}}{_LABEL}adverse\b", re.I | re.M)),
    ("qualified", re.compile(
        rf"\bbasis\s+for\s+(?:the\s+|our\s+)?qualified\s+opinion|{_OURS}\bexcept\s+(?:for|that|as)\b"
        r"|\bopinion\s+is\s+qualified\b|\bexcept\s+for\s+the\s+(?:possible\s+)?effects?\s+of\s+the\s+matters?\b"
        r"|^[ \t]{0,40}(?:qualified|modified)\s+opinion[ \t]*$"
        rf"|^[ \t]{{0,40}}{_LABEL}qualified\b", re.I | re.M)),
    ("unqualified", re.compile(
        r"\bin\s+our\s+opinion,\s+(?:[^.]{0,400}?\s)?in\s+all\s+material\s+respects"
        r"|\bopinion\s+is\s+(?:unqualified|unmodified)\b|(?<!contained\s)(?<!included\s)(?<!an\s)\bunqualified\s+opinion\b"
        r"|^[ \t]{0,40}(?:our\s+)?(?:opinion|conclusion)\s*[:–-]?\s+(?:unqualified|unmodified|clean)\b"
        r"|\bin\s+(?:our|my)\s+opinion\b[^.]{0,300}\b(?:fairly\s+(?:presented|stated|presents)"
        r"|operated\s+effectively|(?:were|are)\s+(?:suitably\s+designed|effective))", re.I | re.M)),
)  # fmt: skip


def opinion(pages: Sequence[PageText]) -> Fact | None:
    """Tell the opinion with the sentence that shows it."""
    return next((fact for value, pattern in _OPINIONS if (fact := stands(pages, pattern, value, PROSE))), None)
