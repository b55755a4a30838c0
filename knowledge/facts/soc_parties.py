"""Reads what an auditor's report leaves to others: duties of the customer, and organisations that the service rests on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts.forms import CELL, lines_of
from knowledge.facts.naming import FORMED, SUFFIX, company
from knowledge.facts.phrases import CUE, PROSE
from knowledge.facts.settling import distinct
from knowledge.facts.soc_services import NONE, named_in_text
from knowledge.facts.spans import flat
from knowledge.facts.values import Fact
from knowledge.pages import PageText

_TITLE = (
    r"(?:complementary\s+(?:user|customer|client)[\s-]*(?:entity\s+|organi[sz]ation\s+|control\s+)?(?:controls?"
    r"|considerations|responsibilities)|complementary\s+controls\s+(?:at|of|for)\s+(?:the\s+)?(?:user\s+entities|users"
    r"|customers|clients)"
    r"|user[\s-]+(?:entity\s+|organi[sz]ation\s+|control\s+){0,2}(?:controls?|considerations|responsibilities)"
    r"|(?:following\s+)?complementary\s+controls(?=\s*:)|controls?\s+(?:of|at|for|by)\s+(?:the\s+)?(?:user\s+entities"
    r"|users|customers|clients)"
    r"|controls?\s+(?:expected|to\s+be\s+(?:carried\s+out|implemented|performed|operated)|assumed)\s+(?:to\s+be\s+\w+\s+)?"
    r"(?:at|of|by)\s+(?:the\s+)?(?:user\s+entities|users|customers?|clients)"
    r"|(?:customer|client|user|subscriber)s?[’']?s?[’']?\s+(?:responsibilities|controls|obligations|duties)"
    r"|responsibilities\s+of\s+(?:the\s+)?(?:user\s+entities|users|customers|clients)"
    r"|(?:user\s+entities|user\s+organi[sz]ations|customers|clients)\s+(?:are"
    r"|will\s+be)\s+(?:solely\s+)?responsible\s+for(?:\s+the\s+following)?(?=\s*:$)"
    r"|what\s+(?:the\s+|our\s+|your\s+)?(?:customers|clients|users|user\s+entities|you|[a-z]{4,14})\s+(?:must|need\s+to|have\s+to"
    r"|should)\s+do(?:\s+(?:themselves|yourselves|yourself))?)"
)
_DUTIES = re.compile(
    rf"^(?:(?:section\s+)?[\dIVX]{{1,4}}[.):\d]{{0,6}}\s+|(?:#|no\.?|ref\.?|id)\s+)?(?:\w+\s+){{0,3}}?{_TITLE}(?:\s*\(C?UECs?\))?"
    r"(?:\s+considerations)?(?:\s+(?:criteria|reference|related\s+criteria|criterion))?\s*:?$",
    re.I,
)
_RUNNING = re.compile(
    rf"^[ \t]{{0,20}}{_TITLE}(?:\s*\(C?UECs?\))?[.:]\s+(?P<list>(?:[^\n]|\n(?!\s*\n)){{10,2000}})", re.I | re.M
)
_ONE = re.compile(r"(?:[^.;\n]|\n(?!\s*\n)|[.](?=\S)){10,400}[.;]")
_ITEM = re.compile(
    r"^(?:(?:(?:CC|PI|A|C|P)\d{1,2}\.\d{1,2}[\s,:]+)*(?P<number>(?:C?UE[CR]?|CUC|UCC|UER"
    r"|CUER)[\s.-]*(?:\d{1,3}(?:\.\d+)?|[A-Z](?=[:.)]))"
    r"|\d{1,2}(?=\s+[A-Z])|\(?\d{1,2}[.)]|\(?[a-z]\)"
    r"|[ivx]{1,4}[.)])\s*[:.)]?\s*|[•·▪*–-]\s+)(?P<text>\S.*)$",
    re.I | re.DOTALL,
)
_PLAIN = re.compile(
    r"^(?:(?:CC|PI|A|C|P)\d{1,2}\.\d{1,2}[\s,:]+)*(?:user\s+entit(?:y|ies)|user\s+organi[sz]ations?"
    r"|(?:the\s+)?customers?|(?:the\s+)?clients?|users?"
    r"|subscribers?)\b(?!\s*[:,]).*\b(?:responsible|should|must|shall|need|are|is|ensure|review|check|inform|configure"
    r"|keep|decide)\w*\b"
    r"|^(?:user\s+entities|(?:the\s+)?customers|clients|users)\s+[a-z]+\b.*(?:\.|\b(?:CC|PI|A|C|P)\d{1,2}\.\d{1,2})$"
    r"|^(?:(?:CC|PI|A|C|P)\d{1,2}\.\d{1,2}[\s,:]+)+(?:user\s+entit(?:y|ies)|(?:the\s+)?customers?|clients?|users?)\s+[a-z]+",
    re.I,
)
_UNTITLED = re.compile(
    r"(?:(?<=^)|(?<=[.!?:]\s))(?P<text>User\s+(?:entit(?:y|ies)|organi[sz]ations?)\s+(?:should|must|need\s+to|have\s+to"
    r"|(?:are|is)\s+(?:responsible\s+for|required\s+to|expected\s+to))\s*:?\s+(?!consider|evaluate|read)(?:[^.\n]"
    r"|\n(?!\s*\n)|[.](?=\S)){10,300}\.)(?=\s|$)",
    re.M,
)
_ENUMERATED = re.compile(
    r"\b(?:user\s+entities|user\s+organi[sz]ations|customers|clients|users|subscribers)\s+(?:(?:are"
    r"|will\s+be)\s+(?:solely\s+)?responsible\s+for"
    r"|should|must|shall|need\s+to|have\s+to)(?:\s+the\s+following)?\s*:\s*(?P<list>\(?[1ai][.)](?:[^.\n]|\n(?!\s*\n)"
    r"|[.](?=\S)){10,1500}\.)",
    re.I,
)
_MARK = re.compile(r"(?:^|[;,]\s*(?:and\s+)?|\s)\(?(?P<number>\d{1,2}|[a-z]|[ivx]{1,4})\)\s+")
_NO_DUTY = re.compile(r"\bauditors?\b|\bthis\s+report\b|\bcomplementary\b|\bCUECs?\b|\bdescribed\b|\bbelow\b", re.I)
_NUMBERED = re.compile(r"(?P<number>(?:C?UE[CR]?|CUC|UCC|UER|CUER)[\s.-]*(?:\d{1,3}(?:\.\d+)?|[A-Z]))\s*[:.)–-]\s+")
_LEADING = re.compile(r"^(?:(?:CC|PI|A|C|P)\d{1,2}\.\d{1,2}[\s,:;]+)+")
_ONLY_CRITERIA = re.compile(r"(?:(?:CC|A|C|PI|P)\d{1,2}\.\d{1,2}[\s,;]*)+$")
_CRITERIA = re.compile(r"(?<=[.\w])(?:\s*,?\s*(?:CC|A|C|PI|P)\d{1,2}\.\d{1,2})+$")
_HEADER = re.compile(
    r"^(?:(?:sub-?service\s+)?(?:organi[sz]ation|provider|vendor|compan(?:y|ies)|entity|third\s+part(?:y|ies))s?"
    r"|name)(?:\s+name)?\s+(?P<middle>(?:(?:nature\s+of\s+|type\s+of\s+)?services?|description"
    r"|function|purpose)[^\n]{0,40}?)\s+(?:(?:reporting\s+)?method|treatment|approach)s?$",
    re.I,
)
_BARE_HEADER = re.compile(
    r"^(?:(?:sub-?service\s+)?(?:organi[sz]ation|provider|vendor|entity|third\s+party)s?"
    r"|name)(?:\s+name)?\s+(?:(?:types?|nature|description)\s+of\s+(?:the\s+)?services?|services?|description|function|purpose)"
    r"(?:\s+(?:provided|performed|used|rendered|description|of\s+(?:the\s+)?services?))?(?P<more>\s+(?:expected\s+"
    r"|complementary\s+|related\s+)?"
    r"(?:controls?|criteria|CSOCs?|location|applicable|trust)\b[^\n]{0,60})?$",
    re.I,
)
_BARE_ROW = re.compile(
    rf"(?P<name>[A-Z0-9][^\n]{{1,50}}?,?\s{SUFFIX}\.?|[A-Z][\w&’'.-]*(?:\s(?:&\s)?[A-Z][\w&’'.-]*){{0,4}}?)\s"
    r"(?P<service>[A-Z][\w/&-]*(?:,?\s(?:and\s)?[a-z/&][\w/&-]*)+)(?P<rest>\s[A-Z].*)?$"
)
_ROW = re.compile(r"^(?P<name>.{3,60}?)\s+(?P<method>carve[\s-]*out|inclusive)(?:\s+method)?$", re.I | re.DOTALL)
_LISTING = re.compile(
    r"\b(?:sub-?service\s+(?:organi[sz]ation|provider)s?|CSOCs?)\b|\bcarved?[\s-]*out\b"
    r"|\b(?:vendors|providers|suppliers|third\s+parties)\s+(?:we\s+)?(?:relied|rely)\b",
    re.I,
)
_LISTED = re.compile(
    r"^(?:[•·▪*–-]"
    r"|\d{1,2}[.)])\s*(?P<name>[^()\n:]{3,70}?)\s*(?:\([“\"]?(?-i:[A-Z]{2,9})[”\"]?\)\s*)?(?:\((?P<method>carve[\s-]*out"
    r"|inclusive)(?:\s+method)?\)\s*)?[:–-]\s*(?P<service>[^\n(]{3,120}?)(?:\s*\((?P<after>carve[\s-]*out"
    r"|inclusive)(?:\s+method)?\))?\.?$",
    re.I,
)
_NOT_USED = re.compile(r"\b(?:not|no|following\s+(?:controls|criteria|services))\b", re.I)
_ONE_NAME = re.compile(
    r"(?!(?:Physical|Logical|Access|Controls?|Security|Data|Network|Systems?|Management|Monitoring|The|All|Each)\b)[A-Z][\w&’'-]+"
)
_TWO_NAMES = re.compile(r"[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){1,4}")
_N = rf"[A-Z0-9a-z][\w .&’'-]{{1,60}}?(?:,?\s+{SUFFIX}\.?)?"
_NN = rf"[A-Z0-9][\w .&’'\n-]{{1,60}}?(?:,?\s+{SUFFIX}\.?)"
_USES = re.compile(
    rf"\b(?:uses|utili[sz]es|relies\s+on|engages"
    rf"|has\s+engaged)\s+(?P<name>{_N})\s*(?:\([^()]{{1,50}}\)\s*)?,?\s+(?:which\s+is\s+)?(?:an?|as\s+an?"
    rf"|its)\s+sub-?service\s+(?:organi[sz]ation|provider),?\s+(?:for|to\s+(?:provide|perform"
    rf"|host))\s+(?P<service>[^.;]{{3,110}}?)(?=[.;])"
)
_NAMED_SO = re.compile(
    rf"\b(?:uses|utili[sz]es|relies\s+on|engages)\s+(?:the\s+|a\s+)?sub-?service\s+(?:organi[sz]ation"
    rf"|provider),?\s+(?P<name>{_N}),?\s+(?:for|to\s+(?:provide|perform|host))\s+(?P<service>[^.;]{{3,110}}?)(?=[.;])"
)
_PROVIDES = re.compile(
    rf"(?:\b(?:uses|utili[sz]es|relies\s+on|engages|contracts)|\sand)\s+(?P<name>{_NN})\s+to\s+(?:(?:provide|perform"
    rf"|host)\s+)?(?P<service>[^.;]{{3,80}}?)(?=[.;]|,|\s+and\s+[A-Z])"
)
_THAT = re.compile(
    rf"\b(?P<name>[A-Z][\w .&’'-]{{1,60}}?,?\s+{SUFFIX}\.?)\s*(?:\([^()]{{1,50}}\)\s*)?,"
    rf"\s+an?\s+sub-?service\s+(?:organi[sz]ation|provider)\s+(?:that|which"
    rf"|who)\s+(?P<service>[^.;]{{3,110}}?)(?=[.;])"
)
_FOLLOWING = re.compile(
    r"\bfollowing\s+sub-?service\s+(?:organi[sz]ations?"
    r"|providers?)\s*:\s*(?P<list>[^;]{5,400}?)\.(?=\s+(?-i:[A-Z])|\s*$)",
    re.I | re.M,
)
_EACH = re.compile(
    rf"(?P<name>{_N})\s+for\s+(?P<service>[^;]{{3,80}}?)(?=\s*(?:,\s*(?:and\s+)?|;\s*|\s+and\s+)(?=[A-Z])|$)"
)
_OUTSOURCED = re.compile(
    rf"\b(?:has\s+outsourced|outsources)\s+(?P<service>[^.;]{{3,100}}?)\s+to\s+(?P<name>{_N})(?=\.\s|\.$|,\s|\s+\("
    rf"|\s+and\s+[a-z])",
    re.M,
)
_PLAIN_USE = re.compile(
    rf"\buses\s+(?P<name>{_N})\s+for\s+(?:its\s+|the\s+)?(?P<service>[^.;]{{3,80}}?)(?=[.;]|\s+and\s+(?-i:[A-Z])|,)"
)
_TITLED = re.compile(
    r"\bsub-?service\s+(?:organi[sz]ations?"
    r"|providers?)\s*(?:\([^()\n]{3,40}\)\s*)?:\s*(?P<list>[A-Z][^;\n]{3,120}(?:[^;]{0,60});[^.]{5,600}?)\.(?=\s|$)",
    re.I,
)
_PIECE = re.compile(
    rf"(?P<name>{_NN.replace(chr(92) + 'n', ' ')}|{_N})\s*(?:[-–—:,]|for|\()\s*(?P<service>[^;()]{{3,90}})"
)
_PART_OF = re.compile(
    rf"(?P<name>[A-Z][\w&’'-]*(?:\s+[A-Z&][\w&’'-]*){{0,5}},?\s+{SUFFIX}\.?)\s+(?P<service>(?:provides|hosts|operates"
    rf"|runs|supplies|stores|prints|scans|sends|delivers"
    r"|performs|processes)\s+[^.;]{3,90});\s+(?:its|their|the)\s+controls\s+(?P<method>are\s+[^.;]{4,90})"
)
_CENTRES = re.compile(
    rf"\b(?:run|runs|hosted|operated|located|housed)\s+(?:in|from|at)\s+(?P<service>(?:(?:the|an?|two|three"
    rf"|four)\s+)?(?:\w+\s+)?data\s+cent(?:er|re)s?)\s+(?:of|run\s+by|operated\s+by)\s+"
    rf"(?P<name>[A-Z][\w&’'-]*(?:\s+[A-Z&][\w&’'-]*){{0,5}}\s+{SUFFIX}\.?)"
)
_REMARK = re.compile(r",?\s+(?:which\s+(?:is|are|has|have)|whose|under\s+the|and\s+(?:is|are))\b.*$", re.I)
_CARVED = re.compile(
    r"\bcarve[ds]?[\s-]*out\b|\bexclud\w+\s+those\s+of\b|\b(?:leaves?|left)\s+out\b"
    r"|\bnot\s+(?:a\s+)?part\s+of\s+the\s+(?:description|examination"
    r"|engagement)\b|\b(?:controls|services)\s+of\b[^.]{0,80}\b(?:were|are)\s+(?:left\s+out"
    r"|excluded|not\s+included)\b|\bexclud(?:es?|ing)\b[^.]{0,80}\b(?:controls?|services)\b|\b(?:did"
    r"|does)\s+not\s+(?:include|extend\s+to)\b",
    re.I,
)
_INCLUDED = re.compile(
    r"\binclusive\s+method\b|\binclusive\b|\b(?:is"
    r"|are)\s+(?:also\s+)?(?:a\s+)?part\s+of\s+the\s+description\b",
    re.I,
)


def duties(pages: Sequence[PageText]) -> tuple[Fact, ...]:
    """List what customers have to do themselves: the items under a heading on user entity controls."""
    found = [fact for page in pages for fact in (*_duties_on(page), *_running(page), *_enumerated(page))]
    return distinct(found or (fact for page in pages for fact in _untitled(page)))


def _enumerated(page: PageText) -> Iterator[Fact]:
    """Read "Customers are responsible for: (1) keeping ...; (2) choosing ...; and (3) reporting ..."."""
    for match in _ENUMERATED.finditer(page.text):
        text, start = match["list"], match.start("list")
        marks = list(_MARK.finditer(text))
        for mark, end in zip(marks, [*(later.start() for later in marks[1:]), len(text)], strict=True):
            piece = text[mark.end() : end].rstrip(" ;,.\n")
            if len(piece.split()) > 3:
                quote = page.text[start + mark.end() : start + mark.end() + len(piece)]
                yield Fact(flat(piece), quote, page.number, PROSE, {"number": mark["number"]})


def _untitled(page: PageText) -> Iterator[Fact]:
    """Read sentences that say what user entities should do where nothing heads them; what speaks of such controls is none."""
    for match in _UNTITLED.finditer(page.text):
        if not _NO_DUTY.search(match["text"]):
            yield Fact(flat(match["text"]), match["text"], page.number, CUE)


def _running(page: PageText) -> Iterator[Fact]:
    """Read the duties that stand as sentences behind their title; the first sentence about others ends them."""
    for match in _RUNNING.finditer(page.text):
        for one in _ONE.finditer(page.text, *match.span("list")):
            if not _PLAIN.match(flat(one.group())) or "(1)" in one.group():
                break
            yield Fact(flat(one.group()).strip(" ;"), one.group().strip(), page.number, PROSE)


def _duties_on(page: PageText) -> Iterator[Fact]:
    within, begun, held = False, False, (0, 0)
    for start, end in [*lines_of(page.text), (len(page.text), len(page.text))]:
        line = page.text[start:end]
        if _DUTIES.match(line):
            yield from _duty(page, *held)
            within, begun, held = True, False, (0, 0)
        elif within and (_ITEM.match(line) or _PLAIN.match(line)):
            yield from _duty(page, *held)
            begun, held = True, (start, end)
        elif within and _ONLY_CRITERIA.match(line):
            yield from _duty(page, *held)
            held = (0, 0)
        elif held[1] and line and not _is_whole(page.text[slice(*held)]):
            held = held[0], end
        elif held[1] or begun:
            yield from _duty(page, *held)
            within, begun, held = False, False, (0, 0)


def _is_whole(text: str) -> bool:
    """Tell whether an item has come to its end: a full stop, or the criteria that a table names behind it."""
    return text[-1] in ".;" or _CRITERIA.search(text) is not None


def _duty(page: PageText, start: int, end: int) -> Iterator[Fact]:
    text = page.text[start:end]
    match = _ITEM.match(text)
    words = _LEADING.sub("", _CRITERIA.sub("", flat(match["text"] if match else text)))
    if len(words.split()) < 4:
        return
    number = (match["number"] or "").strip(" ():.") if match else ""
    if not number and (inner := _NUMBERED.match(words)):
        number, words = inner["number"], words[inner.end() :]
    yield Fact(words, text, page.number, CELL, {"number": number} if number else {})


def subservices(pages: Sequence[PageText]) -> tuple[Fact, ...]:
    """List the organisations that the service rests on, with what they do and whether the report covers them."""
    found = distinct(
        fact for page in pages for fact in (*_tabled(page), *_plainly_tabled(page), *_listed(page), *_told(page))
    )
    texts = {page.number: page.text for page in pages}
    return tuple(sorted(found, key=lambda fact: (fact.page, texts[fact.page].find(fact.value.split()[0]))))


def _plainly_tabled(page: PageText) -> Iterator[Fact]:
    """Read the rows of a table of names and services under a heading on subservice organisations."""
    header, near = None, ""
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        found = _BARE_HEADER.match(line)
        if found and (_LISTING.search(near) or _LISTING.search(line)):
            header = found
            continue
        row = _BARE_ROW.match(line) if header else None
        name = company(row["name"]) if row else None
        if row and header and name and bool(row["rest"]) == bool(header["more"]):
            yield _fact(page, start, end, name, row["service"], _method(page.text[: start + 600][-1200:]))
        elif not (header and line[0].islower()):
            header = None
        near = f"{near} {line}"[-300:]


def _tabled(page: PageText) -> Iterator[Fact]:
    within, held = False, -1
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        if _HEADER.match(line):
            within, held = True, -1
            continue
        if not within:
            continue
        begin = held if held >= 0 else start
        match = _ROW.match(flat(page.text[begin:end]))
        split = _name(match["name"]) if match else None
        if match and split:
            yield _fact(page, begin, end, split[0], split[1], match["method"])
            held = -1
        elif held < 0 and len(line) < 120:
            held = start
        else:
            within = False


def _name(text: str) -> tuple[str, str] | None:
    formed = re.match(rf"(?P<name>.{{2,50}}?,?\s+{SUFFIX}\.?)\s+(?P<service>\S.*)$", text)
    if formed:
        return formed["name"], formed["service"]
    words = text.split()
    return (words[0], " ".join(words[1:])) if len(words) > 1 else None


def _listed(page: PageText) -> Iterator[Fact]:
    within, led = False, False
    for start, end in lines_of(page.text):
        line = page.text[start:end]
        match = _LISTED.match(line) if within else None
        name = company(match["name"]) if match else None
        method = (match["method"] or match["after"] or "") if match else ""
        if (
            match
            and name
            and (method or FORMED.search(name) or _TWO_NAMES.fullmatch(name) or (led and _ONE_NAME.fullmatch(name)))
        ):
            yield _fact(page, start, end, name, match["service"], method or _method(page.text[: start + 600][-1200:]))
        elif match is None:
            within = _LISTING.search(line) is not None and len(line) < 160
            led = within and line[-1] == ":" and not _NOT_USED.search(line)


def _told(page: PageText) -> Iterator[Fact]:
    for pattern in (_USES, _NAMED_SO, _OUTSOURCED):
        for match in pattern.finditer(page.text):
            yield from _sentence(page, match.start(), match.end(), match["name"], match["service"])
    for match in _THAT.finditer(page.text):
        yield from _sentence(
            page,
            match.start(),
            match.end(),
            re.sub(r"^.*\b(?:of|from|by|with|at)\s+", "", flat(match["name"])),
            match["service"],
        )
    for match in _PROVIDES.finditer(page.text):
        near = match.end(), match.end() + 400
        if (_LISTING.search(page.text, *near) or _CARVED.search(page.text, *near)) and not NONE.search(
            page.text, *match.span()
        ):
            yield from _sentence(page, match.start(), match.end(), match["name"], match["service"])
    for match in _FOLLOWING.finditer(page.text):
        for each in _EACH.finditer(flat(match["list"])):
            yield from _sentence(page, match.start(), match.end(), each["name"], each["service"])
    yield from _beside(page)
    yield from _in_pieces(page)
    for match in _PLAIN_USE.finditer(page.text):
        if NONE.search(page.text, match.start(), match.end() + 300):
            continue
        if _LISTING.search(page.text, match.end(), match.end() + 300) or _CARVED.search(
            page.text, match.end(), match.end() + 160
        ):
            yield from _sentence(page, match.start(), match.end(), match["name"], match["service"])


def _in_pieces(page: PageText) -> Iterator[Fact]:
    """Read lists behind a title, and sentences that say of one organisation what it does and whether its controls are part."""
    for match in _TITLED.finditer(page.text):
        for piece in flat(match["list"]).split(";"):
            one = _PIECE.fullmatch(piece.strip())
            if one:
                yield from _sentence(page, match.start(), match.end(), one["name"], one["service"])
    for match in _PART_OF.finditer(page.text):
        for fact in _sentence(page, *match.span(), match["name"], match["service"].split(None, 1)[1]):
            method = _method(match["method"])
            yield replace(fact, parts=fact.parts | ({"method": method} if method else {}))
    for match in _CENTRES.finditer(page.text):
        if _CARVED.search(page.text, match.end(), match.end() + 160) or _LISTING.search(
            page.text, match.end(), match.end() + 300
        ):
            yield from _sentence(page, *match.span(), match["name"], match["service"])


def _beside(page: PageText) -> Iterator[Fact]:
    for start, end, name, service in named_in_text(page):
        yield _fact(page, start, end, name, service, _method(page.text[start : end + 500]), CUE)


def _sentence(page: PageText, start: int, end: int, name: str, service: str) -> Iterator[Fact]:
    read = company(re.sub(r"^and\s+", "", flat(name)))
    if (read and read[0].isupper()) or (read and FORMED.search(read)):
        yield _fact(page, start, end, read, service, _method(page.text[start : end + 600]), PROSE)


def _method(text: str) -> str:
    """Tell which method the words around name; both or neither tell nothing."""
    carved, included = _CARVED.search(text), _INCLUDED.search(text)
    return "" if bool(carved) == bool(included) else "carve-out" if carved else "inclusive"


def _fact(page: PageText, start: int, end: int, name: str, service: str, method: str, sure: float = CELL) -> Fact:
    kind = "carve-out" if method[:5].lower() == "carve" else "inclusive" if method else ""
    service = _REMARK.sub("", flat(service)).strip(" .,")
    parts = {"method": kind, "service": service}
    return Fact(name, page.text[start:end], page.number, sure, {key: value for key, value in parts.items() if value})
