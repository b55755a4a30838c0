"""Reads the other companies that a processor uses, from a table, a list or a sentence."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts.countries import AT_END, COUNTRY, IN_TEXT
from knowledge.facts.forms import lines_of
from knowledge.facts.naming import FORMED, SUFFIX, company
from knowledge.facts.phrases import CUE, PROSE
from knowledge.facts.settling import distinct
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_NAMES = (
    r"(?:(?:sub[\s-]?processor|company|entity|vendor|provider|legal|third[\s-]party|firm|supplier|sub[\s-]?contractor"
    r"|organi[sz]ation|other\s+processor|name)s?(?:\s+(?:name"
    r"|entity))?(?:\s+of\s+(?:the\s+)?sub[\s-]?processor)?)"
)
_SERVICES = (
    r"(?:(?:services?|purpose|function|activit(?:y|ies)|description|subject\s+matter|nature|role|processing"
    r"|task)s?(?:\s+(?:of\s+)?(?:the\s+)?(?:services?|processing|provided|activit(?:y|ies)))?)"
)
_PLACES = (
    r"(?:(?:registered\s+)?"
    r"(?:location|country|countries|region|place|data\s+location)s?(?:\s+of\s+(?:the\s+)?(?:processing|data))?)"
)
_HEADERS = (
    (re.compile(rf"^(?:no\.?\s+|#\s+|nr\.?\s+)?{_NAMES}\s+{_SERVICES}\s+{_PLACES}$", re.I), ("service", "location")),
    (re.compile(rf"^(?:no\.?\s+|#\s+|nr\.?\s+)?{_NAMES}\s+{_PLACES}\s+{_SERVICES}$", re.I), ("location", "service")),
    (re.compile(rf"^(?:no\.?\s+|#\s+|nr\.?\s+)?{_NAMES}\s+{_SERVICES}$", re.I), ("service",)),
    (re.compile(rf"^(?:no\.?\s+|#\s+|nr\.?\s+)?{_NAMES}\s+{_PLACES}$", re.I), ("location",)),
)  # fmt: skip
_FORMED = re.compile(
    rf"^(?:\d{{1,2}}[.)]?\s+|[•*–-]\s*)?(?P<name>[\w][\w .&’'-]{{0,60}}?,?\s+{SUFFIX}\.?)(?=[\s,(:;]|$)"
)
_SERVICE_WORD = re.compile(
    r"\s(?=(?:cloud|hosting|infrastructure|e-?mail|customer|support|payments?|analytics|monitoring"
    r"|transactional|data|storage|content|error|log|CRM|help|ticket|SMS|video|search|backup|back-up"
    r"|communication|message|chat|database|authentication|identity|security|billing|invoicing|compute"
    r"|network|CDN|delivery|marketing|survey|product|application|platform|software)\w*\b)", re.I,
)  # fmt: skip
# A name that ends with what a company does, and is no service itself.
_TRADE = re.compile(
    r"^(?:\d{1,2}[.)]?\s+)?(?P<name>(?:[A-Z][\w&’'.-]*\s+){1,3}(?:Services|Systems|Solutions|Technologies|Labs|Group"
    r"|Networks|Partners|Holdings"
    r"|Industries|Works|Software))\s+(?=[A-Za-z])"
)
_RUNNING = re.compile(r"\bsub-?processors?[^.:;\n]{0,60}:\s+(?P<list>[A-Z](?:[^\n]|\n(?!\s*\n)){5,900})", re.I)
_ONE = re.compile(
    r"\s*(?:and\s+)?(?P<name>[A-Z][\w .&’'\n-]{1,60}?)\s*\((?P<inner>[^()]{2,90})\)\s*(?P<end>[;,.]|and\b|$)"
)
_HEADING = re.compile(
    r"\bsub[\s-]?(?:data[\s-])?processors?\b|\bfollowing\s+(?:companies|providers"
    r"|parties)\b[^.\n]{0,60}\b(?:process|data)|\b(?:further\s+processors?|sub-?contractors?)\b|\bunterauftragnehmer"
    r"|\bsous-traitants",
    re.I,
)
_ITEM = re.compile(
    rf"^(?:\d{{1,2}}[.)]|\(?[a-z\d]\)"
    rf"|[•*·▪–-])?\s*(?P<name>[\w][\w .,&’'-]{{1,60}}?)\s*(?:\((?P<inner>[^()]{{2,80}})\)"
    rf"|,\s*(?P<country>{COUNTRY}))\s*(?:[-–—:,]+\s*(?P<service>[^\n]{{2,120}}))?$"
)
_DASHED = re.compile(
    rf"^(?:\d{{1,2}}[.)]"
    rf"|[•*·▪–-])\s*(?P<name>[\w][\w .,&’'-]{{1,60}}?)\s*[-–—:]\s+(?P<service>[^\n(]{{2,100}}?)"
    rf"\s*(?:[-–—,(]\s*(?P<country>{COUNTRY})\)?)?\.?$"
)
_OWN_LINE = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?:company|name|firm|entity|sub-?processor|provider"
    r"|supplier)(?:\s+name)?\s*:\s*(?P<name>\S.*)$",
    re.I,
)
_PART_LINE = re.compile(
    r"(?:(?P<place>location|country|place|region|processing\s+location|place\s+of\s+processing)|(?:task|services?"
    r"|purpose|function|activity|role|processing|description))"
    r"(?:\s+of\s+\w+)?\s*:\s*(?P<value>\S.*)$",
    re.I,
)
_ACTS_AS = re.compile(
    rf"(?P<name>[A-Z][\w&’'.-]*(?:\s+(?:\([A-Z]\w+\),?|[A-Z&][\w&’'.-]*)){{0,5}},?\s+{SUFFIX}\.?)\s*,?\s*(?:(?:in|of"
    rf"|from)\s+(?:the\s+)?|\()?(?P<country>{COUNTRY})?[),]*\s+"
    r"(?:acts|serves|works|is\s+(?:engaged|used|appointed))\s+as\s+(?:an?\s+|our\s+|its\s+"
    r"|the\s+)?sub-?processor(?:\s+for\s+(?P<service>[^.;]{3,80}))?"
)
_USES = re.compile(
    rf"\b(?:uses?|engages?|employs?|has\s+engaged)\b[^.;:]{{0,60}}?\b(?:processors?|sub[\s-]?processors?"
    rf"|subcontractors?)\b[^.;:]{{0,40}}?:?\s+(?P<name>[A-Z][\w .&’'-]{{1,60}}?,?\s+{SUFFIX}\.?)(?:\s*"
    rf"\((?P<inner>{COUNTRY})\)|,\s*(?P<country>{COUNTRY}))?"
    r"(?:,?\s*(?:which|who|that)?\s*(?P<service>(?:for|runs?|provides?|hosts?|operates?|delivers?|sends?"
    r"|stores?)\s+[^.;]{3,100}))?"
)


def subprocessors(pages: Sequence[PageText]) -> tuple[Fact, ...]:
    """List the sub-processors, each once, with its service and country where they stand beside it."""
    return distinct(
        fact
        for page in pages
        for fact in (*_tabled(page), *_listed(page), *_records(page), *_running(page), *_told(page), *_acting(page))
    )


def _tabled(page: PageText) -> Iterator[Fact]:
    """Read the rows under a header; a row that runs over lines ends with its country, or where the next name begins."""
    columns: tuple[str, ...] = ()
    held = (0, 0)
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        header = next((found for pattern, found in _HEADERS if pattern.match(line)), None)
        if header:
            columns, held = header, (0, 0)
            continue
        if not columns:
            continue
        begin = held[0] if held[1] and not _FORMED.match(line) else start
        row = _row(page, begin, end, columns)
        if row:
            held = (0, 0)
            yield row
        elif begin == start and re.match(r"[\w]", line) and len(line) < 120:
            held = (start, end)
        else:
            columns, held = (), (0, 0)


def _row(page: PageText, start: int, end: int, columns: tuple[str, ...]) -> Fact | None:
    text = page.text[start:end]
    flat = " ".join(text.split())
    name, rest = _name(flat, columns[0] == "location")
    if not name or not rest:
        return None
    parts = _parts(rest, columns)
    return Fact(name, text, page.number, PROSE, parts) if parts else None


def _name(row: str, place_next: bool = False) -> tuple[str | None, str]:
    """Part a row's name from the rest: behind its legal form, before its country, else before a word of a service."""
    formed = _FORMED.match(row)
    if formed:
        return formed["name"].strip(), row[formed.end() :].strip(" ,;|")
    country = IN_TEXT.search(row) if place_next else None
    if country and 2 < country.start() < 50:
        return company(re.sub(r"^\d{1,2}[.)]?\s+", "", row[: country.start()])), row[country.start() :]
    if trade := _TRADE.match(row):
        return company(trade["name"]), row[trade.end() :].strip(" ,;|")
    split = _SERVICE_WORD.search(row)
    if split is None or split.start() > 40:
        return None, ""
    return company(re.sub(r"^\d{1,2}[.)]?\s+", "", row[: split.start()])), row[split.end() :].strip()


def _parts(rest: str, columns: tuple[str, ...]) -> dict[str, str]:
    if columns == ("service",):
        return {"service": rest}
    if columns == ("location", "service"):
        first = re.match(rf"{COUNTRY}(?:\s*[,/]\s*{COUNTRY})*", rest)
        return {"location": first.group(), "service": rest[first.end() :].strip(" ,")} if first else {}
    last = AT_END.search(rest)
    if last is None:
        return {}
    service = rest[: last.start()].strip(" ,;")
    return {"location": last.group().rstrip(".")} | ({"service": service} if service else {})


def _listed(page: PageText) -> Iterator[Fact]:
    """Read list items under a heading on sub-processors."""
    within = False
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        match = (_ITEM.match(line) or _DASHED.match(line)) if within else None
        if match and (name := company(match["name"])) and _is_item(match, name):
            yield Fact(name, line, page.number, PROSE, _of_item(match))
        else:
            within = _HEADING.search(line) is not None or (within and line[-1:] in ":")


def _running(page: PageText) -> Iterator[Fact]:
    """Read "Sub-processors: Acme Hosting (USA; hosting); Bolt Ltd (Ireland; e-mail)"."""
    for match in _RUNNING.finditer(page.text):
        at = match.start("list")
        while one := _ONE.match(page.text, at, match.end("list")):
            name = company(" ".join(one["name"].split()))
            pieces = [piece.strip() for piece in re.split(r"[;,–]|\s-\s", " ".join(one["inner"].split()))]
            places = [piece for piece in pieces if IN_TEXT.fullmatch(piece)]
            if name is None or not places:
                break
            service = ", ".join(piece for piece in pieces if piece not in places)
            parts = {"service": service, "location": ", ".join(places)}
            yield Fact(
                name, one.group().strip(" ;,"), page.number, PROSE, {key: said for key, said in parts.items() if said}
            )
            at = one.end()
            if one["end"] == ".":
                break


def _records(page: PageText) -> Iterator[Fact]:
    """Read records of one line for each part: "Company: Acme", "Task: hosting", "Location: Spain"."""
    within, lines, at = False, lines_of(page.text), 0
    while at < len(lines):
        line = page.text[slice(*lines[at])]
        match = _OWN_LINE.match(line) if within else None
        name = company(match["name"]) if match else None
        if name is None:
            within = _HEADING.search(line) is not None or within
            at += 1
            continue
        parts, begin = {}, at
        while at + 1 < len(lines) and (part := _PART_LINE.match(page.text[slice(*lines[at + 1])])):
            parts["location" if part["place"] else "service"] = part["value"].strip(" .")
            at += 1
        if parts:
            yield Fact(name, page.text[lines[begin][0] : lines[at][1]], page.number, PROSE, parts)
        at += 1


def _acting(page: PageText) -> Iterator[Fact]:
    """Read "Acme Ltd in Spain acts as sub-processor for hosting"."""
    for match in _ACTS_AS.finditer(page.text):
        name = company(" ".join(match["name"].split()))
        if name and FORMED.search(name):
            parts = {"service": " ".join((match["service"] or "").split()), "location": match["country"] or ""}
            yield Fact(name, match.group(), page.number, PROSE, {key: value for key, value in parts.items() if value})


def _is_item(match: re.Match[str], name: str) -> bool:
    """Tell whether a line names a company: by its legal form, or by a country beside it."""
    beside = f"{match['country'] or ''} {match.groupdict().get('inner') or ''}"
    return FORMED.search(name) is not None or AT_END.search(beside.strip()) is not None


def _of_item(match: re.Match[str]) -> dict[str, str]:
    beside = re.search(rf",\s*({COUNTRY})$", match["name"])
    inner, parts = match.groupdict().get("inner") or "", {}
    country, service = match["country"] or "", match["service"] or ""
    country = country or (beside[1] if beside else "")
    if inner:
        last = AT_END.search(inner)
        country = last.group() if last else country
        service = service or inner[: last.start() if last else len(inner)].strip(" ,;-")
    for key, value in (("service", service), ("location", country)):
        if value.strip(" ."):
            parts[key] = value.strip(" .")
    return parts


def _told(page: PageText) -> Iterator[Fact]:
    for match in _USES.finditer(page.text):
        name = company(" ".join(match["name"].split()))
        if name:
            service = " ".join((match["service"] or "").split())
            parts = {"service": re.sub(r"^for\s+", "", service), "location": match["inner"] or match["country"] or ""}
            yield Fact(name, match.group(), page.number, CUE, {key: value for key, value in parts.items() if value})
