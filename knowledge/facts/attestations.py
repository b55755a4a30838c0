"""Reads off a PCI attestation of compliance: assessor, entity, services, version, result and date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts import letters
from knowledge.facts.dates import slash_order
from knowledge.facts.forms import LABELLED, Entry, Form
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import FORMED, company, core
from knowledge.facts.phrases import PROSE, companies, said
from knowledge.facts.settling import dated, day, first_of, named, settled, settled_name
from knowledge.facts.spans import places
from knowledge.facts.values import DocumentFacts, Fact, FactKey
from knowledge.pages import PageText

FORM = Form(
    {
        "assessor": r"(?:lead\s+)?(?:QSA|assessor|assessing"
            r"|qualified\s+security\s+assessor)(?:\s+(?:company|firm|organi[sz]ation))(?:\s+name)?"
            r"|qualified\s+security\s+assessor|assessed\s+by|QSAC|QSA|assessor",
        "company": r"company\s+name",
        "entity": r"(?:name\s+of\s+(?:the\s+)?)?(?:assessed\s+)?(?:entity|service\s+provider|merchant"
            r"|organi[sz]ation)(?:\s+(?:organi[sz]ation\s+)?name)?|(?:this\s+certificate\s+)?(?:is\s+)?(?:hereby\s+"
            r"|proudly\s+)?(?:presented|issued|awarded|granted)\s+to|legal\s+name",
        "expires": r"(?:certificate\s+|attestation\s+)?(?:expir(?:y|ation)(?:\s+date)?|expires(?:\s+on)?"
        r"|valid\s+(?:until|till|to|through|thru))"
            r"|date\s+of\s+expir(?:y|ation)",
        "attested": r"(?:date\s+of\s+(?:PCI(?:\s+DSS)?\s+)?(?:compliance|validation|certification)|(?:compliance"
        r"|validation|certification)\s+date"
            r"|validated\s+on|attest(?:ed|ation\s+signed)(?:\s+on)?|signed\s+on|date\s+of\s+signature)"
            r"|(?:date\s+of\s+)?(?:this\s+)?attestation(?:\s+date)?"
            r"|(?:date\s+of\s+(?:the\s+)?)?AOC(?:\s+date)|date\s+of\s+(?:the\s+|this\s+)?AOC|issue\s+date"
            r"|date\s+of\s+issue|date\s+issued",
        "report": r"date\s+of\s+(?:the\s+)?(?:report"
            r"|ROC)(?:\s+as\s+noted\s+in\s+the\s+report\s+on\s+compliance)?|(?:report|ROC)\s+date",
        "ended": r"(?:self-assessment\s+|SAQ\s+)(?:completion\s+date|completed(?:\s+on)?)|completion\s+date"
        r"|date\s+(?:of\s+)?(?:completion|completed)|date\s+(?:the\s+)?assessment\s+(?:ended|was\s+completed|completed)"
            r"|assessment\s+(?:end\s+date|completed|completion\s+date|ended|date)|date\s+of\s+(?:the\s+)?assessment",
        "services": r"scope(?:\s+of\s+(?:the\s+)?(?:assessment|validation|attestation|compliance|services))?"
        r"|(?:in[\s-]scope|covered|assessed|validated)\s+services?(?:\(s\))?"
            r"|name\s+of\s+(?:the\s+)?services?(?:\s*\(s\))?\s+assessed"
            r"|(?:name\s+of\s+)?services?(?:\(s\))?\s+(?:that\s+were\s+)?(?:covered|assessed|included"
            r"|in\s+scope)(?:\s+(?:by|in)\s+(?:this\s+|the\s+)?(?:scope\s+of\s+(?:the\s+)?)?(?:assessment"
            r"|attestation|AOC|SAQ|validation|certificate|scope))?",
        "version": r"(?:PCI\s*DSS\s+)?version(?:\s+(?:of\s+(?:the\s+)?(?:standard|PCI\s+DSS)|assessed))?"
            r"|PCI\s*DSS\s+version(?:\s+assessed)?|standard(?:\s+version)?",
        "rating": r"(?:assessment|overall|final)\s+conclusion|overall(?:\s+compliance|\s+assessment)?\s+(?:rating"
        r"|result|status|conclusion)"
            r"|compliance\s+(?:status|rating|result|conclusion)|assessment\s+result"
            r"|result(?:\s+of\s+(?:the\s+)?assessment)?|conclusion|status",
        "level": r"(?:service\s+provider|merchant|compliance|PCI)\s+level|level",
        "_other": r"lead\s+QSA|contact|lead\s+assessor\s+name|assessor\s+certificate(?:\s+number)?"
            r"|services?\s+not\s+(?:included|assessed|covered)|next\s+assessment(?:\s+due)?|DBA|contact\s+name|title"
            r"|telephone|e-?mail|business\s+address|URL|signature"
            r"|type\s+of\s+services?(?:\(s\))?\s+assessed|part\s+\d[a-z]?",
    }
)  # fmt: skip
_ENTITY = re.compile(
    r"\b(?:assessed\s+entity|(?:service\s+provider|merchant)\s+organi[sz]ation\s+information|part\s+1a)\b", re.I
)
_ASSESSOR = re.compile(
    r"\b(?:part\s+1b|(?:qualified\s+security\s+)?assessor(?:\s+company)?(?:\s+information)?\s*(?:\n|\())", re.I
)
_PROSE_ENTITY = re.compile(
    r"(?:\bhas\s+assessed|\bhas\s+validated|certif(?:y|ies)\s+that|attests?\s+that"
    r"|confirms?\s+that)\s+(?P<value>[A-Z0-9a-z][^\n;:(]{1,70}?)(?=\s*(?:\n|,(?!\s+(?:Inc|LLC|Ltd))|\sas\s"
    r"|\sagainst\s|\sis\s|\shas\s|\()|(?<!Inc)(?<!Ltd)(?<!Corp)(?<!Co)\.\s)"
)
_PROSE_ASSESSOR = re.compile(
    r"(?:^[ \t]{0,40}|\bby\s+)(?P<value>[A-Z][^\n;:(“\"]{1,70}?)(?=\s+(?:has\s+assessed|has\s+validated"
    r"|certifies\s+that|attests\s+that|confirms\s+that)\b|,?\s+a\s+(?:PCI\s+)?(?:QSA|qualified\s+security))",
    re.MULTILINE,
)
_IS_COMPLIANT = re.compile(
    r"(?:^|[,.]\s+)(?P<value>[A-Z0-9][^\n;:(,]{1,70}?)\s+is\s+(?:fully\s+)?(?:non-?\s?)?compliant\b", re.I | re.M
)
_FOR_ITS = re.compile(r"\bfor\s+its\s+services?\s+(?P<value>[A-Z][^.;]{4,160}?)(?=\.(?:\s|$)|;)")
_SIGNED = re.compile(r"\b(?:was|were|is)\s+signed\s+on\s+(?P<value>[A-Z0-9][^.;]{5,24})")
_LEAD = re.compile(
    r"\b(?:following\s+services?(?:\s+(?:was|were|are)\s+(?:in\s+scope|assessed|covered|validated))?"
    r"|found\s+(?:them\s+|it\s+)?(?:to\s+be\s+)?compliant"
    r"|services?\s+(?:in\s+scope|covered|assessed)(?:\s+(?:was|were|are))?)\s*:[ \t]*(?P<colon>\n?)[ \t]*(?=\w)",
    re.I,
)
_NUMBER = r"(?P<value>[1-9](?:\.\d{1,2}){1,2})(?![\w.]*\d)"
_VERSION = (
    re.compile(rf"\bdata\s+security\s+standard,?\s+(?:\(PCI\s+DSS\),?\s+)?version\s+{_NUMBER}", re.I),
    re.compile(rf"\bPCI\s*DSS\b[\s,:(-]*(?:standard[\s,]*)?(?:version|ver\.?|v\.?)?\s*{_NUMBER}", re.I),
    re.compile(rf"\bversion\s+{_NUMBER}\s+of\s+the\s+(?:standard|PCI|data\s+security)", re.I),
)
_EARLIER = re.compile(r"\b(?:previous|prior|former|earlier|superseded|last\s+year|replac\w+|transition\w*)\b", re.I)
_OPTION = (
    r"(?P<value>compliant\s*,?\s*but\s+with\s+(?:a\s+)?legal\s+exception"
    r"|compliant\s+with\s+(?:a\s+)?legal\s+exception|non[\s-]*compliant|not\s+compliant|compliant)\b"
)
_TICKED = re.compile(
    rf"(?:\[[ ]?[xX✓✔][ ]?\]|☒|☑|✔|✓|\([xX]\)|■|\u2717|\uf0fe|\uf052)\s*(?:overall\s+)?{_OPTION}", re.I
)
_EMPTY = re.compile(rf"(?:\[[ _]{{0,2}}\]|☐|□|\([ ]?\)|\uf0a8)\s*{_OPTION}", re.I)
_RATED = re.compile(
    rf"\b(?:attests\s+that\s+it\s+is|(?:was|is|been|were)\s+(?:found|rated|assessed\s+as|judged|deemed"
    rf"|validated\s+as)(?:\s+to\s+be)?|is\s+(?:fully\s+)?|rating\s+of|result\s+is|result\s+of\s+(?:the"
    rf"|this)\s+assessment\s+is(?:\s+therefore)?|(?:overall\s+|compliance\s+)?status\s+(?:is|of|was)"
    rf"|found\s+(?:them|it|the\s+\w+)(?:\s+to\s+be)?|status\b[^.;]{{0,20}}(?:[^.;]"
    rf"|\.(?=[ ]?[A-Z]?\w*:)){{0,70}}(?=:))\s*:?\s*(?:fully\s+)?{_OPTION}"
    r"(?!\s*(?:by|on\s+or|until))", re.I,
)  # fmt: skip
_SHOWN = re.compile(r"\b(?P<value>has\s+demonstrated\s+(?:full\s+)?compliance\s+with)\b", re.I)
_FUTURE = re.compile(r"\b(?:expects?|intends?|plans?|aims?|will|once|until|when|if|whether)\b[^.]{0,60}$", re.I)
_LEVEL = re.compile(
    r"\b(?:service\s+provider,?\s*\(?level|level\s+(?=\d\s+service\s+provider))\s*(?P<value>[12])\b", re.I
)
_ROC = re.compile(
    r"\b(?:ROC|report\s+on\s+compliance"
    r"|SAQ(?:\s+[A-D](?:-\w+)?)?)\s+dated\s*[:(]?\s*(?:date\s+of\s+(?:the\s+)?report\s+as\s+noted\s+in\s+the\s+(?:ROC"
    r"|report\s+on\s+compliance)\s*:?\s*)?(?P<value>[^;)]{6,30})",
    re.I,
)


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off a PCI attestation."""
    order = slash_order(page.text for page in pages)
    entries = FORM.entries(pages)
    assessor = settled_name(
        _companies(entries, "assessor") or [*named(entries, "assessor", company), *companies(pages, _PROSE_ASSESSOR)]
    )
    entity = settled_name(
        [
            *named(entries, "entity", company),
            *(_companies(entries, "entity") or _companies(entries, "")),
            *companies(pages, _PROSE_ENTITY),
            *(one for one in companies(pages, _IS_COMPLIANT) if FORMED.search(one.value)),
        ]
    )
    details = {
        FactKey.PCI_VERSION: _version(pages, entries),
        FactKey.COMPLIANCE: _compliance(pages, entries),
        FactKey.SERVICE_PROVIDER_LEVEL: settled([*said(pages, _LEVEL), *named(entries, "level", _level)]),
    }
    return DocumentFacts(
        kind=EvidenceKind.PCI_AOC,
        issuer=assessor or _beside(pages[0], entity),
        subject=entity or _beside(pages[0], assessor),
        issued=first_of(
            *(dated(entries, name, order) for name in ("attested", "report")),
            _roc(pages, order),
            dated(entries, "ended", order),
            [replace(fact, value=found) for fact in said(pages, _SIGNED) if (found := day(fact.value, order))],
            list(letters.dateline(pages[0], order)),
        ),
        expires=settled(dated(entries, "expires", order)),
        scope=_services(entries) or settled(said(pages[:2], _FOR_ITS)) or settled(_led(pages[0])),
        details={key: (fact,) for key, fact in details.items() if fact},
    )


def _beside(page: PageText, known: Fact | None) -> Fact | None:
    """Name the other of the two companies that stand alone on lines, where one is known."""
    names = [one for one in letters.lone_names(page) if known and core(one.value) != core(known.value)]
    return settled_name(names)


def _led(page: PageText) -> Iterator[Fact]:
    """Read the services behind a line or words that lead to them."""
    for match in _LEAD.finditer(page.text):
        end = page.text.find("\n", match.end())
        entry = Entry("services", page, match.start(), match.end(), end if end >= 0 else len(page.text), PROSE)
        whole = (
            FORM.whole(entry, 400)
            if match["colon"] == "\n"
            else replace(entry, end=_sentence_end(page.text, match.end()))
        )
        if len(whole.text.split()) > 1:
            yield Fact(whole.text.rstrip("."), whole.quote, page.number, PROSE)


def _sentence_end(text: str, start: int) -> int:
    found = re.compile(r"\.(?=\s|$)|\n\s*\n").search(text, start)
    return found.start() if found else len(text)


def _companies(entries: Sequence[Entry], whose: str) -> list[Fact]:
    """Read the form's "Company name", which stands once under the entity and once under its assessor."""
    return named([entry for entry in entries if entry.name == "company" and _part(entry) == whose], "company", company)


def _part(entry: Entry) -> str:
    before = entry.page.text[: entry.label]
    last = {
        whose: max((match.start() for match in pattern.finditer(before)), default=-1)
        for whose, pattern in (("entity", _ENTITY), ("assessor", _ASSESSOR))
    }
    best = max(last, key=lambda whose: last[whose])
    return best if last[best] >= 0 else ""


def _roc(pages: Sequence[PageText], order: str) -> list[Fact]:
    return [replace(fact, value=found) for fact in said(pages, _ROC) if (found := day(fact.value, order))]


def _services(entries: Sequence[Entry]) -> Fact | None:
    found = []
    for entry in entries:
        if entry.name == "services":
            whole = FORM.whole(entry, 400)
            found.append(Fact(whole.text.rstrip("."), whole.quote, whole.page.number, entry.sure))
    return settled(found)


def _version(pages: Sequence[PageText], entries: Sequence[Entry]) -> Fact | None:
    """Tell which version of the standard was assessed; an earlier one that is only mentioned does not count."""
    prose = [
        fact
        for pattern in _VERSION
        for fact in said(pages, pattern, confidence=LABELLED)
        if not _EARLIER.search(fact.quote)
    ]
    return settled([*prose, *named(entries, "version", lambda text: _number(text))])


def _number(text: str) -> str | None:
    match = re.match(rf"(?:PCI\s*DSS\s*)?v?(?:ersion)?\s*{_NUMBER}", text, re.I)
    return match["value"] if match else None


def _level(text: str) -> str | None:
    match = re.match(r"(?:level\s*)?([12])\b", text, re.I)
    return match[1] if match else None


def _compliance(pages: Sequence[PageText], entries: Sequence[Entry]) -> Fact | None:
    """Tell the result: the box that is ticked, else what a label says, else what a sentence says of today."""
    ticked = list(said(pages, _TICKED, _result, LABELLED))
    if ticked:
        return settled(ticked)
    if next(places(pages, _EMPTY), None):
        return None
    rated = named(entries, "rating", _rating)
    prose = [*_rated(pages), *said(pages, _SHOWN, lambda _: "compliant", 0.75)]
    return settled([*rated, *prose])


def _rated(pages: Sequence[PageText]) -> Iterator[Fact]:
    for place in places(pages, _RATED, "value"):
        before = place.page.text[max(0, place.start - 100) : place.start]
        value = _result(place.text)
        if value and not _FUTURE.search(before):
            yield Fact(value, place.quote, place.page.number, PROSE)


def _rating(text: str) -> str | None:
    match = re.match(
        rf"(?:PCI\s*DSS\s+)?(?:fully\s+)?(?:in\s+place\s*[-–—:,]\s*)?{_OPTION}\.?(?:$|[\s,;(])", text, re.I
    )
    return _result(match["value"]) if match else None


def _result(text: str) -> str | None:
    words = text.casefold()
    if "legal" in words:
        return "compliant with legal exception"
    return "non-compliant" if words.startswith(("non", "not")) else "compliant"
