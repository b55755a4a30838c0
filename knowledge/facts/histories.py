"""Reads the rows of a document's history of versions: the version, its day, and who approved it."""

import re
from collections.abc import Sequence

from knowledge.facts.dates import dates
from knowledge.facts.forms import CELL, lines_of
from knowledge.facts.phrases import PROSE, at
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_HISTORY = re.compile(
    r"^(?:version|rev(?:ision)?\.?|ver\.|issue)\b.{0,10}\b(?:date|effective|approved\s+on|issued"
    r"|valid\s+from|day)\b",
    re.I,
)
_ROW = re.compile(r"v?(?P<version>\d{1,3}(?:\.\d{1,3}){0,3})\s+(?=\S)")
_TITLE = re.compile(
    r"(?:(?:[A-Z]\.\s?)+[A-Z][\w’'-]+,\s+)?(?:(?:Vice\s+President|VP|SVP|Head|Director|Chief|Board"
    r"|Committee|Manager|Management)(?:\s+(?:of|and|[A-Z][\w&]+)){0,4}|C[A-Z]{1,2}O"
    r"|(?:Chief|Information|Data|Security|Cyber|Risk|Audit|Executive|Management|Technology|Compliance|General|IT|ICT"
    r"|Operations|Quality"
    r"|Privacy|Legal|Finance|Supervisory|Steering)\s+(?:[A-Z]\w+\s+){0,2}(?:Officer|Board|Committee|Council|Manager"
    r"|Director|Counsel|Team))$"
)


_APPROVED_LAST = re.compile(r"(?:approve[rd]|authori[sz]ed|ratified|signed\s+off)(?:\s+by)?$|approval$", re.I)
_APPROVED = re.compile(r"\b(?:approve[rd]|authori[sz]ed|ratified|signed\s+off)(?:\s+by)?\b(?!\s+on)", re.I)
_OF_WHAT = (
    r"(?:Risk|Audit|Executive|Management|Security|Steering|Governance|Compliance|Information|Data|Privacy|Resilience"
    r"|Operations|Technology"
    r"|Supervisory|Policy|Quality|Ethics|Finance|Safety|Advisory|Leadership)"
)
_BODY = re.compile(
    rf"\b(?:Board\sof\s(?:Directors|Trustees|Managers|Management)|{_OF_WHAT}(?:\s(?:and|&)\s{_OF_WHAT}"
    rf"|\s{_OF_WHAT}){{0,3}}\s(?:Committee|Council|Board)"
    r"|Chief\s(?:[A-Z]\w+\s){1,3}?Officer|C[A-Z]{1,2}O)\b"
)


def rows(pages: Sequence[PageText], order: str) -> list[dict[str, Fact]]:
    """Read the rows of a history of versions; who approved is the last column where the header says so."""
    rows = []
    for page in pages:
        header = ""
        for start, end in lines_of(page.text):
            line = page.text[start:end]
            if _HISTORY.match(line):
                header = line
                continue
            match, found = _ROW.match(line), dates(line, order)
            if header and match and found and found[0].start - match.end() < 3:
                rows.append(_read(page, start, end, match["version"], found[0].first.isoformat(), header))
    return rows


def _read(page: PageText, start: int, end: int, version: str, day: str, header: str) -> dict[str, Fact]:
    row = {"version": at(page, start, end, version, CELL), "date": at(page, start, end, day, CELL)}
    title = _TITLE.search(page.text[start:end])
    if title and _APPROVED_LAST.search(header.strip()):
        row["approver"] = at(page, start, end, title.group(), PROSE)
    elif _APPROVED.search(header) and len(bodies := _BODY.findall(page.text[start:end])) == 1:
        row["approver"] = at(page, start, end, bodies[0], PROSE)
    return row


def latest(history: list[dict[str, Fact]], name: str) -> list[Fact]:
    """Give what the newest row says under a name."""
    newest = max(history, key=lambda row: row["date"].value, default={})
    return [newest[name]] if name in newest else []
