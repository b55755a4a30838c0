"""Reads off a certificate of a management system: who certifies whom, to what standard, for what, and until when."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.facts import labels, letters, sites
from knowledge.facts.dates import dates, periods, slash_order
from knowledge.facts.forms import LABELLED, Entry, Form
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import FORMED, company, core
from knowledge.facts.phrases import CUE, PROSE, at, companies, said
from knowledge.facts.settling import (
    dated,
    day,
    distinct,
    first_of,
    less_sure,
    named,
    period,
    settled,
    settled_name,
    settled_period,
)
from knowledge.facts.spans import places
from knowledge.facts.standards import standards
from knowledge.facts.values import DocumentFacts, Fact, FactKey
from knowledge.pages import PageText

FORM = Form(
    {
        "number": r"(?:holds\s+)?(?:certificate|certification|registration"
            r"|approval)\s*(?:/\s*policy\s*)?(?:registration\s*)?(?:no|nr|number|id|ref(?:erence)?"
            r"|identification)\.?(?:\s*[#:])?|certificate\s*#|certificate\s+identification"
            r"|zertifikat[s-]*(?:nr|nummer)\.?|(?:certificate?|certificado|certificato|zertifikat)\s*(?:n[°ºo]\.?|num[eé]ro|numero|nr\.?)"
        r"|(?:certificate|registration)\s+reference",
        "issuer": r"(?:certification|certifying|issuing)\s+(?:body|company|authority|office)|(?:issued|certified"
            r"|registered)\s+by|registrar",
        "subject": r"(?:name\s+of\s+(?:the\s+)?)?(?:certified\s+|registered\s+)?(?:organi[sz]ation|company"
            r"|client|certificate\s+holder|holder|registrant|entity|customer)(?:\s+name)?"
            r"|certificate\s+(?:is\s+)?(?:issued|awarded|granted)\s+to|(?:issued|awarded|granted)\s+to",
        "scope": r"(?:certified\s+|certification\s+)?scope(?:\s+of\s+(?:the\s+)?(?:certification"
            r"|certificate|registration|approval|ISMS|PIMS|BCMS"
            r"|(?:information\s+security\s+)?management\s+system|activit(?:y|ies)"
            r"|supply))?(?:\s+statement)?|(?:for\s+the\s+)?following\s+(?:activities|scope"
            r"|fields?)(?:\s+of\s+\w+)?|field\s+of\s+application|geltungsbereich"
        r"|(?:in[\s-]scope|certified|covered)\s+(?:products?|services?|activit(?:y|ies)|systems?)"
        r"|(?:products?|services?|activit(?:y|ies))\s+(?:covered|in\s+scope|certified)",
        "initial": r"(?:date\s+of\s+)?(?:(?:initial|original|first)(?:ly)?|certified"
            r"|fecha\s+de\s+primera)\s+(?:issue|issuance|certification|registration|approval|certified"
            r"|registered|since|issued)(?:\s+(?:date|on))?|certified\s+since|date\s+(?:first\s+)?certified"
            r"|first\s+certified|cycle\s+start(?:\s+date)?",
        "revised": r"(?:date\s+of\s+)?(?:latest|last|current|this)\s+(?:revision|issued?|amend(?:ed"
            r"|ment))(?:\s+date)?|re-?issue\s+date|date\s+re-?issued|re-?issued(?:\s+on)?|revision\s+date",
        "surveillance": r"(?:\d(?:st|nd|rd|th)|first|second|next)\s+surveillance(?:\s+audit)?(?:\s+(?:due|date|by|on))*"
            r"|surveillance(?:\s+audit)?(?:\s+\d)?\s+(?:due|date|by)|recertification(?:\s+(?:audit|due|date|by))+",
        "issued": r"date\s+of\s+(?:the\s+)?certification\s+decision|certification\s+decision(?:\s+date)?"
            r"|granted(?:\s+on)?|date\s+of\s+(?:the\s+)?(?:issue|issuance|certification)"
            r"|(?:certificate\s+)?issue\s+date|issuance\s+date|(?:certificate\s+)?issued(?:\s+on)?"
            r"|(?:certification|registration)\s+date|date\s+issued|fecha\s+de\s+(?:[uú]ltima\s+)?emisi[oó]n"
            r"|date\s+d[’'][ée]mission|ausstellungsdatum|ausgestellt\s+am",
        "effective": r"(?:certificate\s+)?(?:valid|effective|validity)(?:\s+(?:from|as\s+of|start(?:\s+date)?))+"
        r"|effective\s+date(?:\s+of\s+\w+)?"
            r"|effective|start\s+date|g[üu]ltig\s+ab",
        "expires": r"(?:certificate\s+)?(?:expir(?:y|ation|es)|valid(?:ity)?\s+(?:until?|til+|to|through"
            r"|thru)|validity\s+date|validity\s+ends?|end\s+of\s+validity)(?:\s+(?:date|on))?|date\s+of\s+expir(?:y|ation)"
            r"|fecha\s+de\s+(?:expiraci[oó]n|caducidad)|v[aá]lido\s+hasta|date\s+d[’']expiration"
            r"|valable\s+jusqu[’']au|g[üu]ltig\s+bis|expiry\s+of\s+(?:the\s+)?certificate",
        "soa": r"(?:version\s+of\s+(?:the\s+)?)?statement\s+of\s+applicability(?:\s+\(SoA"
            r"\))?(?:\s+version)?|SoA(?:\s+version)?",
        "accreditation": r"accreditation(?:\s+(?:body|no\.?|number))?|accredited\s+by|accredited",
        "standard": r"(?:certification\s+)?standards?|norm|assessed\s+against|in\s+accordance\s+with",
        "site": r"(?:registered\s+|head\s+office\s+|principal\s+)?address|(?:certified\s+|main\s+)?(?:site"
            r"|location)s?(?:\s+covered)?|head\s+office|headquarters",
        "validity": r"valid(?:ity)?(?:\s+period)?|period\s+of\s+validity|certificate\s+(?:is\s+)?valid"
            r"|this\s+certificate\s+is\s+valid",
        "_other": r"(?:certificate\s+)?(?:version|revision|issue)(?:\s+(?:no|number)\.?)?"
            r"|audit\s+report\s+no\.?|issue\s+no\.?|page|signed|further\s+clarifications?|annex"
            r"|audit\s+dates?",
    }
)  # fmt: skip
_ENDS = (
    r"(?=\s*(?:\n|,(?!\s+(?:Inc|LLC|Ltd|L\.P))|;|\(|\s(?:has|have|is|operates|complies|meets|conforms"
    r"|maintains|applies|with|located|was)\b))"
)
_SUBJECT = re.compile(
    r"\b(?:certif(?:y|ies|ied)\s+that|confirms?\s+that|attests?\s+that|management\s+systems?\s+(?:of"
    r"|operated\s+by|maintained\s+by|implemented\s+by)|(?:issued|awarded|granted|granted\s+to"
    r"|presented)\s+to)(?:\s+(?:the\s+)?(?:following\s+)?(?:organi[sz]ation"
    r"|company|entity|firm)\b)?(?:\s+the\s+(?:[\w/()-]+\s+){0,7}?(?:management\s+systems?|[IPBQASE]{1,3}MS)\s+(?:\([A-Z]+\)\s+)?(?:of"
    r"|operated\s+by|implemented\s+by|maintained\s+by))?[:\s]*"
    rf"(?P<value>(?!the\s+(?!(?-i:[A-Z]))|organi[sz]ation\b|company\b)[A-Za-z0-9][^\n:]{{1,80}}?){_ENDS}",
    re.IGNORECASE,
)
_ISSUED_TO = re.compile(
    r"\bissued\s+(?:the\s+"
    r"|this\s+)?certificate\s+(?P<number>[A-Z0-9][\w./-]{3,30})\s+to"
    r"\s+(?P<value>[A-Z0-9a-z][^;:(“\"]{1,80}?)(?=\s+(?:for|whose|which|with)\b|[.;])"
)
_MEETS_IN = re.compile(
    r"\brequirements\s+of\s+(?:the\s+standard\s+)?ISO[^.;]{3,30}?\s+(?:in"
    r"|for)\s+(?P<value>(?:the\s+)?(?!all\b|its\b|accordance\b)[a-zA-Z][^.;]{15,300}?)(?=[.;]\s|[.;]?\Z)",
)
_BEFORE_SCOPE = re.compile(
    r"^[ \t]{0,40}(?P<value>[^\n:]{3,80}?)[ \t]{0,20}\n[ \t]{0,20}(?:for\s+the\s+following|has\s+(?:been"
    r"|established|implemented|introduced)|operates\b|dispone|applies\s+an?|complies)",
    re.IGNORECASE | re.MULTILINE,
)
_NAME = r"[A-Z][^\n:;(“\"]{1,80}?"
_CERTIFIER = (
    re.compile(rf"\b(?:registered|certified|audited|assessed)\s+by\s+(?P<value>{_NAME})(?=\s+(?:against|as"
        rf"|to|and|in)\b|[.,]?\s*\n|\.\s)"),
    re.compile(
        rf"^[ \t]{{0,40}}(?:(?i:the\s+certification\s+body\s+of)\s+)?(?P<value>{_NAME})\s+(?:(?:hereby"
        rf"\s+)?(?:confirms|certifies|attests)\b|has\s+(?:audited|assessed|issued)\b)", re.MULTILINE
    ),
    re.compile(r"\b(?:procedures|certification\s+body"
        r"|certification\s+department)\s+of\s+(?P<value>[A-Z][^:;(“\"]{1,80}?)(?=,\s+(?:it\b|hereby)"
        r"|\s+(?:hereby|certif))"),
    re.compile(rf"\b(?i:issuing|certification|certifying)\s+(?i:office|body|authority|company)[ \t]*:[ \t]*(?P<value>{_NAME})"
        r"(?=[ \t]*(?:[,(|]|\n|\.?\Z))"),
    re.compile(rf"^[ \t]{{0,40}}(?P<value>{_NAME})\s+\(\s*(?:the\s+)?[“\"]?"
        r"(?i:certification|certifying|registration)\s+(?i:body)", re.M),
    re.compile(rf"\bbehalf\s+of\s+(?P<value>{_NAME})(?=\s*:|[ \t]*\n|,)"),
    re.compile(rf"^[ \t]{{0,40}}(?P<value>{_NAME}),[ \t]*(?:Certification|Certifying)\s+Body\b", re.MULTILINE),
    re.compile(rf"\b(?:Head|Director|Manager|Officer)\s+of\s+Certification,\s*(?P<value>{_NAME})[ \t]*(?=\n"
        rf"|\.?$)", re.M),
    re.compile(rf"\b(?:Certification|Certifications|Compliance|Managing)\s+(?:Manager|Director"
        rf"|Officer),[ \t]*(?P<value>{_NAME})[ \t]*(?=\n|\.?$)", re.M),
)  # fmt: skip
_KNOWN = re.compile(
    r"\b(?P<value>BSI(?:\s+Group)?|British\s+Standards\s+Institution|DNV|T[ÜU]V\s+(?:S[ÜU]D|Rheinland|NORD"
    r"|Austria|Saarland)|Bureau\s+Veritas|LRQA|Schellman|A-LIGN|Coalfire\s+ISO|DEKRA|EY\s+CertifyPoint"
    r"|Prescient\s+Security|SGS|NQA|AENOR|DQS|Intertek|Kiwa|datenschutz\s+cert)\b"
)
_CODE = re.compile(
    r"(?=[^\n]{0,30}\d)[A-Z0-9][A-Za-z0-9./_-]*(?:[ ](?=[A-Z0-9./-]{0,30}"
    r"\d)[A-Z0-9./-]+){0,4}(?:[ ][A-Z]{2,4}(?=$|\s|\.(?:\s|$)))?"
)
_NUMBERED = re.compile(
    r"\b(?:certificate|certification|registration)\s+(?:registration\s+)?(?:number|no"
    r"|nr)\b\.?[:#\s]*(?P<value>[A-Z0-9][^\n,;]{2,40})",
    re.I,
)
_NAMES = """
UKAS|ANAB|DAkkS|JAS-ANZ|COFRAC|BELAC|RvA|ACCREDIA|ENAC|SWEDAC|DANAK|FINAS|SAS|INAB|IAS|NABCB|JAB|ISMS-AC|SCC|CNAS|HKAS|EIAC|IPAC|ESYD
|PCA|NAT|CAI|UAF|Norwegian Accreditation|Akkreditierung Austria
"""
_BODIES = _NAMES.replace("\n", "").split("|")
_BODY = r"(?P<value>" + "|".join(re.escape(body) for body in _BODIES) + r")(?![\w-])"
_ACCREDITED = (
    re.compile(
        rf"\b(?i:accredited\s+by(?:\s+the)?|accreditation(?:\s+by)?(?:\s+(?:body|no\.?|number"
        rf"|mark))?)[:\s]*(?:\w+\s+)?{_BODY}"
    ),
    re.compile(
        rf"\b{_BODY}\s+(?i:management\s+systems?|accredit\w+|no\.?\s|n[°ºr]\.?\s|number\b|registration|\d{{3,}})"
    ),
    re.compile(rf"\b{_BODY}[\s,:(–-]{{1,3}}(?:[A-Z]{{1,3}}-)?[A-Z]{{1,3}}[\s/-]?\d"),
)
_ACCREDITED_CUE = re.compile(
    rf"^[ \t]{{0,40}}{_BODY}(?=[ \t]*$|[ \t]+[A-Z]{{2,4}}\b|[ \t]+\d|[ \t]+N|[ \t]*[-–—(:,|])", re.MULTILINE
)
_SOA = re.compile(
    r"\b(?:statement\s+of\s+applicability"
    r"|SoA)\b[\s,:(-]*(?:SoA\)?[\s,:(-]*)?(?:in\s+(?:its\s+)?)?(?:document\s+)?(?:version|ver\.?|v\.?"
    r"|rev(?:ision)?\.?|issue)\s*(?:no\.?\s*|number\s*)?[:#]?\s*(?P<value>\d+(?:\.\d+)*)", re.I,
)  # fmt: skip
_VERSION = re.compile(
    r"(?:(?:version|ver|v|rev(?:ision)?|issue)\.?\s*:?\s*)?(\d{1,3}(?:\.\d{1,3}){0,2})(?![\w/-])(?!\.\d)", re.I
)
_VALID = re.compile(r"\bvalid(?:ity)?\s*:?\s*(?:from|between|for\s+the\s+period)?\s*$", re.IGNORECASE)
_ENDS_ON = re.compile(
    r"\b(?:it|certificate)\s+(?:ends|expires|lapses|runs\s+out)\s+on\s+(?P<value>[^.;]{6,30})", re.IGNORECASE
)
_GRANTED = re.compile(r"\b(?:granted|issued|awarded)\s+on\s+(?P<value>[A-Z0-9][^.;]{5,30})", re.IGNORECASE)
_CYCLE = 3.1
_DATING = ("issued", "effective", "expires", "initial", "revised", "surveillance")
_FOLLOWING = re.compile(
    r"(?<=\w)[ \t]+for\s+(?:the\s+following|these)\s+(?:scope|activities|fields?|products?"
    r"|services?)(?:\s+(?:of|and)\s+\w+)?\s*:?\s+",
    re.I,
)
_LED = re.compile(
    r"^[^\n]*\b(?:management\s+systems?|[IPBQASE]{1,3}MS|certif(?:ied|ies|ication)|conforms?|complies|requirements|scope|applies|operates)\b[^\n]*"
    r"\b(?:for|covering)(?:\s+(?:the\s+)?(?:following\s+)?(?:activit(?:y|ies)|scope|fields?|services?|processes))?"
    r"[ \t]*:?[ \t]*\n[ \t]*"
    r"(?=(?-i:[A-Z]))(?!\w+\s+(?:years?|months?)\b)"
    r"|\b(?:for|covering)\s+the\s+(?:following\s+)?(?:activit(?:y|ies)|scope|processes)[ \t]*:[ \t]*(?=(?-i:[A-Z]))",
    re.I | re.M,
)
_TOP_CODE = re.compile(
    r"\A\s{0,20}(?P<value>(?=[^\n]*\d)[A-Z]{2,6}[-/ ]?[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,12}){1,4})[ \t]*\n"
)
_FINDING = re.compile(
    r"\s+(?:has|have|was|were|is|are)\s+(?:been\s+)?(?:assessed|found|audited|certified|evaluated|registered|carried\s+out|conform)\b.*"
    r"|\s+which\s+(?:is|are)\s+carried\s+out\b.*",
    re.I | re.S,
)
_FOREIGN = re.compile(r",?\s*(?:(?:this\s+is\s+|and\s+)?in\s+accordance\s+with|as\s+(?:defined|set\s+out|described"
    r"|per|stated)\s+in|as\s+per|according\s+to"
    r"|(?:and\s+)?in\s+line\s+with)\s+(?:the\s+)?(?:statement\s+of\s+applicability"
    r"|SoA)\b.*", re.I | re.S)  # fmt: skip


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off a certificate."""
    order = slash_order(page.text for page in pages)
    entries = FORM.entries(pages)
    table = list(_table(pages, order))
    begins, ends = settled_period([*period(entries, "validity", order), *_valid(pages, order)])
    expires = ends or settled([*dated(entries, "expires", order), *_of(table, "expires")]) or _plainly(pages)
    subject = _subject(pages, entries)
    return DocumentFacts(
        kind=EvidenceKind.ISO_CERTIFICATE,
        issuer=_certifier(pages, entries, subject),
        subject=subject,
        issued=_issued(pages, entries, table, begins, expires, order),
        expires=expires if not _disagree(pages, expires) else None,
        scope=_scope(pages, entries),
        details=_details(pages, entries, table),
    )


def _details(
    pages: Sequence[PageText], entries: list[Entry], table: list[tuple[str, Fact]]
) -> dict[FactKey, tuple[Fact, ...]]:
    numbers = [*named(entries, "number", _code), *_of(table, "number"), *said(pages[:2], _NUMBERED, _code)] or list(
        _issued_numbers(pages)
    )
    numbers = numbers or list(said(pages[:1], _TOP_CODE, _code, CUE))
    accredited = [fact for pattern in _ACCREDITED for fact in said(pages, pattern)]
    accredited += list(named(entries, "accreditation", _body))
    accredited = accredited or list(said(pages[:1], _ACCREDITED_CUE, confidence=CUE))
    soa = [*said(pages, _SOA), *named(entries, "soa", _version)]
    found = {
        FactKey.STANDARD: standards(pages[:2]),
        FactKey.CERTIFICATE_NUMBER: (settled(numbers),),
        FactKey.ACCREDITATION: distinct(accredited) if len({fact.value for fact in accredited}) == 1 else (),
        FactKey.SOA_VERSION: (settled(soa),),
        FactKey.SITE: sites.sites(pages, [entry for entry in entries if entry.name == "site"]),
    }
    known = {key: tuple(fact for fact in facts if fact) for key, facts in found.items()}
    return {key: facts for key, facts in known.items() if facts}


def _of(table: list[tuple[str, Fact]], *names: str) -> list[Fact]:
    return [fact for name, fact in table if name in names]


def _issued(
    pages: Sequence[PageText],
    entries: list[Entry],
    table: list[tuple[str, Fact]],
    begins: Fact | None,
    expires: Fact | None,
    order: str,
) -> Fact | None:
    """Date the certificate as it stands: by its issue, else by its begin, else by the first issue of a single cycle."""
    names = ("issued", "effective", "revised", "initial")
    issued, effective, revised, initial = ([*dated(entries, name, order), *_of(table, name)] for name in names)
    issued = issued or list(said(pages, _GRANTED, lambda text: day(text, order)))
    if issued or effective or begins or revised:
        return first_of(issued, [*effective, *([begins] if begins else [])], revised)
    first = settled(initial)
    return first if first and expires and _years(first, expires) <= _CYCLE else None


def _plainly(pages: Sequence[PageText]) -> Fact | None:
    """Read the day behind words such as "expires on" in running text, where no row of labels could mislead."""
    if any(True for page in pages for _ in FORM.rows(page)):
        return None
    return labels.dated(pages, labels.EXPIRES) or settled(said(pages, _ENDS_ON, day))


def _years(first: Fact, last: Fact) -> float:
    return (date.fromisoformat(last.value) - date.fromisoformat(first.value)).days / 365.25


def _valid(pages: Sequence[PageText], order: str) -> Iterator[tuple[Fact, Fact]]:
    """Read "valid from 1 February 2025 until 31 January 2028"."""
    for page in pages[:2]:
        for one, two in periods(page.text, order):
            if _VALID.search(page.text[max(0, one.start - 40) : one.start]):
                yield (
                    at(page, one.start, two.end, one.first.isoformat()),
                    at(page, one.start, two.end, two.last.isoformat()),
                )


def _disagree(pages: Sequence[PageText], expires: Fact | None) -> bool:
    """Tell whether a date of the same label elsewhere, in running text, says otherwise."""
    if any(True for page in pages for _ in FORM.rows(page)):
        return False
    return expires is not None and labels.contradicted(pages, labels.EXPIRES, expires)


def _issued_numbers(pages: Sequence[PageText]) -> Iterator[Fact]:
    for place in places(pages[:1], _ISSUED_TO, "number"):
        yield Fact(place.text, place.lines, place.page.number, PROSE)


def _subject(pages: Sequence[PageText], entries: list[Entry]) -> Fact | None:
    before = [fact for fact in companies(pages[:2], _BEFORE_SCOPE) if FORMED.search(fact.value)]
    prose = [fact for fact in companies(pages[:2], _SUBJECT) if not FORM.is_label(fact.value)] or before
    prose += companies(pages[:1], _ISSUED_TO)
    return settled_name([*named(entries, "subject", company), *less_sure(prose, PROSE)])


def _certifier(pages: Sequence[PageText], entries: list[Entry], subject: Fact | None) -> Fact | None:
    prose = [fact for pattern in _CERTIFIER for fact in companies(pages, pattern)]
    issuer = settled_name([*named(entries, "issuer", company), *prose])
    if issuer or prose:
        return issuer
    heads = [
        fact for fact in letters.letterhead(pages[0]) if subject is None or core(fact.value) != core(subject.value)
    ]
    if heads:
        return settled_name(less_sure(heads, CUE))
    return settled_name(said(pages, _KNOWN, confidence=0.6))


def _scope(pages: Sequence[PageText], entries: list[Entry]) -> Fact | None:
    found = []
    led = [
        Entry("scope", place.page, place.start, place.end, _line_end(place.page.text, place.end), LABELLED)
        for place in (*places(pages, _FOLLOWING), *places(pages[:1], _LED))
    ]
    for entry in [*entries, *led]:
        if entry.name == "scope":
            whole = FORM.whole(entry)
            value = _FINDING.sub("", _FOREIGN.sub("", whole.text)).strip(" ,").rstrip(".")
            if len(value) >= 12 and len(value.split()) > 2 and not _points_on(value):
                found.append(Fact(value, whole.quote, whole.page.number, min(entry.sure, LABELLED)))
    return settled(found) if found else next(said(pages[:1], _MEETS_IN), None)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _points_on(value: str) -> bool:
    """Tell whether a value only points elsewhere, as "see annex" does."""
    return re.match(r"(?:see|as\s+(?:per|stated)|refer)\b", value, re.I) is not None


def _code(text: str) -> str | None:
    match = _CODE.match(text)
    code = match.group().rstrip(".-/ ") if match else ""
    return code if len(code) > 3 and any(map(str.isdigit, code)) and not dates(code) else None


def _body(text: str) -> str | None:
    match = re.search(_BODY, text)
    return match["value"] if match else None


def _version(text: str) -> str | None:
    match = _VERSION.match(text)
    return match[1] if match else None


def _table(pages: Sequence[PageText], order: str) -> Iterator[tuple[str, Fact]]:
    """Read a row of values under a row of labels: the days in their order, and a number before the first of them."""
    for page in pages:
        for names, head, (start, end) in FORM.rows(page):
            line = page.text[start:end]
            found = dates(line, order)
            dating = [name for name in names if name in _DATING]
            if not found or len(found) > len(dating):
                continue
            for name, written in zip(dating, found, strict=False):
                yield name, Fact(written.first.isoformat(), page.text[head[0] : end], page.number, 0.9)
            if names[0] == "number" and (code := _code(line[: found[0].start].strip())):
                yield "number", at(page, start, start + found[0].start, code, 0.9)
