"""Reads off a certificate of a management system: who certifies whom, to what standard, for what, and until when."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.facts import labels, letters, sites
from knowledge.facts.accreditations import accreditations
from knowledge.facts.certificate_labels import FORM
from knowledge.facts.dates import dates, periods, slash_order
from knowledge.facts.forms import LABELLED, Entry
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import FORMED, company, core
from knowledge.facts.phrases import CUE, PROSE, at, companies, said
from knowledge.facts.settling import (
    dated,
    day,
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

_ENDS = (
    r"(?=\s*(?:\n|,(?!\s+(?:Inc|LLC|Ltd|L\.P))|;|\(|\s(?:has|have|is|operates|complies|meets|conforms"
    r"|maintains|applies|with|located|was)\b))"
)
_SUBJECT = re.compile(
    r"\b(?:certif(?:y|ies|ied)\s+that|confirms?\s+that|attests?\s+that|management\s+systems?\s+(?:of"
    r"|operated\s+by|maintained\s+by|implemented\s+by)|(?:issued|awarded|granted|granted\s+to"
    r"|presented)\s+to)(?:\s+(?:the\s+)?(?:following\s+)?(?:organi[sz]ation"
    r"|company|entity|firm)\b)?(?:\s+the\s+(?:[\w/()-]+\s+){0,7}?(?:management\s+systems?"
    r"|[IPBQASE]{1,3}MS)\s+(?:\([A-Z]+\)\s+)?(?:of"
    r"|operated\s+by|implemented\s+by|maintained\s+by))?[:\s]*"
    rf"(?P<value>(?!the\s+(?!(?-i:[A-Z]))|organi[sz]ation\b|company\b)[A-Za-z0-9][^\n:]{{1,80}}?){_ENDS}",
    re.IGNORECASE,
)
_GRANTS = re.compile(
    r"\b(?:grants|awards|issues)\s+(?:to\s+)?(?P<value>[A-Z0-9][^:;(“\"]{1,80}?),?\s+(?:(?:the\s+|this\s+"
    r"|a\s+)?(?:registration|certification|certificate"
    r"|approval)\b)"
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
    re.compile(rf"\b(?:registered|certified|audited|assessed|approved)\s+by\s+(?P<value>{_NAME})(?=\s+(?:against|as"
        rf"|to|and|in)\b|[.,]?\s*\n|\.\s)"),
    re.compile(
        rf"^[ \t]{{0,40}}(?:(?i:the\s+certification\s+body\s+of)\s+)?(?P<value>{_NAME})\s+(?:(?:hereby"
        rf"\s+)?(?:confirms|certifies|attests|declares|grants|awards)\b|has\s+(?:audited|assessed|issued"
        rf"|certified)\b)", re.MULTILINE
    ),
    re.compile(r"\b(?:procedures|certification\s+body"
        r"|certification\s+department)\s+of\s+(?P<value>[A-Z][^:;(“\"]{1,80}?)(?=,\s+(?:it\b|hereby)"
        r"|\s+(?:hereby|certif))"),
    re.compile(rf"\b(?i:issuing|certification|certifying)\s+(?i:office|body|authority|company)[ \t]*:[ \t]*(?P<value>{_NAME})"
        r"(?=[ \t]*(?:[,(|]|\n|\.?\Z))"),
    re.compile(rf"^[ \t]{{0,40}}(?P<value>{_NAME})\s+\(\s*(?:the\s+)?[“\"]?"
        r"(?i:certification|certifying|registration)\s+(?i:body)", re.M),
    re.compile(rf"^[ \t]{{0,40}}(?P<value>{_NAME})(?:,[^.;\n]{{3,60}},)?\s+is\s+(?:an?\s+)?(?:"
    rf"(?:certification\s+body\s+)?accredited\b"
        r"|(?:independent|accredited)\s+(?:certification\s+)?(?:body|registrar))", re.MULTILINE),
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
_IS_STANDARD = re.compile(r"ISO\b|IEC\b", re.I)
_UNDER_STANDARD = re.compile(r"ISO(?:/IEC)?\s\d{4,5}(?::\d{4})?\s[-–]\s\d{5,}")
_NUMBERED = re.compile(
    r"\b(?:certificate|certification|registration)\s+(?:registration\s+)?(?:number|no"
    r"|nr)\b\.?[:#\s]*(?P<value>[A-Z0-9][^\n,;]{2,40})",
    re.I,
)
_SOA = re.compile(
    r"\b(?:statement\s+of\s+applicability"
    r"|SoA)\b[\s,:(-]*(?:SoA\)?[\s,:(-]*)?(?:in\s+(?:its\s+)?)?(?:document\s+)?(?:version|ver\.?|v\.?"
    r"|rev(?:ision)?\.?|issue|edition)\s*(?:no\.?\s*|number\s*)?[:#]?\s*(?P<value>\d+(?:\.\d+)*|(?-i:[A-Z])(?![\w]))", re.I,
)  # fmt: skip
_VERSION = re.compile(
    r"(?:(?:version|ver|v|rev(?:ision)?|issue)\.?\s*:?\s*)?(\d{1,3}(?:\.\d{1,3}){0,2})(?![\w/-])(?!\.\d)", re.I
)
_LETTERED = re.compile(r"(?:version|ver|v|rev(?:ision)?|issue)\.?\s*:?\s*([A-Z])(?![\w])", re.I)
_VALID = re.compile(
    r"\bvalid(?:ity)?\s*:?\s*(?:from|between|since|as\s+of|(?:for"
    r"|during)\s+the\s+period(?:\s+from)?)?\s*(?:\([^()\n]{2,30}\)\s*)?$",
    re.IGNORECASE,
)
_ENDS_ON = re.compile(
    r"\b(?:it|certificate)\s+(?:ends|expires|lapses|runs\s+out)\s+on\s+(?P<value>[^.;]{6,30})", re.IGNORECASE
)
_GRANTED = re.compile(
    r"\b(?:granted|issued|awarded)\s+(?:on|(?:at"
    r"|in)\s+[A-Z][\w ]{2,20},?(?:\s+on)?)\s+(?P<value>[A-Z0-9][^.;]{5,30})",
    re.IGNORECASE,
)
_CYCLE = 3.1
_DATING = ("issued", "effective", "expires", "initial", "revised", "surveillance")
_FOLLOWING = re.compile(
    r"(?<=\w)[ \t]+for\s+(?:the\s+following|these)\s+(?:scope|activities|fields?|products?"
    r"|services?)(?:\s+(?:of|and)\s+\w+)?\s*:?\s+",
    re.I,
)
_LED = re.compile(
    r"^[^\n]*\b(?:management\s+systems?|[IPBQASE]{1,3}MS|certif(?:ied|ies|ication)|conforms?|complies"
    r"|requirements|scope|applies|operates|approval|registration)\b[^\n]*"
    r"\b(?:for|concerning|regarding|relating\s+to|cover(?:ing|s)|applicable\s+to|appl(?:ies|ying)\s+to|comprises"
    r"|encompasses)(?:\s+(?:the\s+)?(?:following\s+)?(?:kinds?\s+of\s+)?(?:activit(?:y|ies)|scope|fields?|services?"
    r"|processes|products?)(?:\s*/\s*\w+)?)?"
    r"[ \t]*:?[ \t]*\n[ \t]*"
    r"(?=(?-i:[A-Z]))(?!\w+\s+(?:years?|months?)\b)"
    r"|^(?:concerning|regarding|for|covering)\s+(?:the\s+)?following\s+(?:kinds?\s+of\s+)?(?:products?|services?"
    r"|activit(?:y|ies))(?:\s*/\s*\w+)?[ \t]*:?[ \t]*\n[ \t]*(?=(?-i:[A-Z]))"
    r"|\b(?:for|covering)\s+the\s+(?:following\s+)?(?:activit(?:y|ies)|scope|processes)[ \t]*:[ \t]*(?=(?-i:[A-Z]))",
    re.I | re.M,
)
_LED_ON = re.compile(
    r"^[^\n]*\b(?:(?:management\s+system|[IPBQASE]{1,3}MS)\s+(?:for|covering)|(?:certificate|scope|certification)\s+covers)"
    r"[ \t]*:?[ \t]*\n[ \t]*(?=[a-z])",
    re.I | re.M,
)
_ACTS_FOR = re.compile(
    r"^for[ \t]*:?[ \t]*\n[ \t]*(?=(?-i:[A-Z]))|^for\s+the\s+following\s+(?:activit(?:y|ies)|scope|processes"
    r"|services)(?:\s+of\s+\w+)?[ \t]*:?[ \t]*\n[ \t]*(?=(?-i:[A-Z]))",
    re.I | re.M,
)
_TOP_CODE = re.compile(
    r"\A\s{0,20}(?P<value>(?=[^\n]*\d)[A-Z]{2,6}[-/ ]?[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,12}){1,4})[ \t]*\n"
)
_FINDING = re.compile(
    r"\s+(?:has|have|was|were|is|are)\s+(?:been\s+)?(?:assessed|found|audited|certified|evaluated|registered"
    r"|carried\s+out|conform)\b.*"
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
    issuer = _certifier(pages, entries, subject)
    subject = subject or _alone(pages[0], issuer)
    return DocumentFacts(
        kind=EvidenceKind.ISO_CERTIFICATE,
        issuer=issuer,
        subject=subject,
        issued=_issued(pages, entries, table, begins, expires, order),
        expires=expires if not _disagree(pages, expires) else None,
        scope=_scope(pages, entries),
        details=_details(pages, entries, table, issuer),
    )


def _details(
    pages: Sequence[PageText], entries: list[Entry], table: list[tuple[str, Fact]], issuer: Fact | None
) -> dict[FactKey, tuple[Fact, ...]]:
    numbers = [*named(entries, "number", _code), *_of(table, "number"), *said(pages[:2], _NUMBERED, _code)] or list(
        _issued_numbers(pages)
    )
    numbers = numbers or list(said(pages[:1], _TOP_CODE, _code, CUE))
    soa = [*said(pages, _SOA), *named(entries, "soa", _version)]
    found = {
        FactKey.STANDARD: standards(pages[:2]),
        FactKey.CERTIFICATE_NUMBER: (settled(numbers),),
        FactKey.ACCREDITATION: accreditations(pages, entries),
        FactKey.SOA_VERSION: (settled(soa),),
        FactKey.SITE: sites.sites(
            pages, [entry for entry in entries if entry.name == "site"], issuer.value if issuer else ""
        ),
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
    prose += [*companies(pages[:1], _ISSUED_TO), *companies(pages[:1], _GRANTS)]
    return settled_name([*named(entries, "subject", company), *less_sure(prose, PROSE)])


def _alone(page: PageText, issuer: Fact | None) -> Fact | None:
    """Take the one company besides the certifier whose name stands alone on a line."""
    names = [fact for fact in letters.lone_names(page) if issuer and core(fact.value) != core(issuer.value)]
    return settled_name(names)


def _certifier(pages: Sequence[PageText], entries: list[Entry], subject: Fact | None) -> Fact | None:
    prose = [fact for pattern in _CERTIFIER for fact in companies(pages, pattern)]
    prose += [fact for fact in named(entries, "signer", company) if FORMED.search(fact.value)]
    prose = [fact for fact in prose if subject is None or core(fact.value) != core(subject.value)]
    issuer = settled_name([*named(entries, "issuer", company), *prose])
    if issuer or prose:
        return issuer
    heads = [
        fact for fact in letters.letterhead(pages[0]) if subject is None or core(fact.value) != core(subject.value)
    ]
    if heads:
        return settled_name(less_sure(heads, CUE))
    lone = [fact for fact in letters.lone_names(pages[0]) if subject and core(fact.value) != core(subject.value)]
    if lone:
        return settled_name(lone)
    return settled_name(said(pages, _KNOWN, confidence=0.6))


def _scope(pages: Sequence[PageText], entries: list[Entry]) -> Fact | None:
    found = []
    led = [
        Entry("scope", place.page, place.start, place.end, _line_end(place.page.text, place.end), LABELLED)
        for place in (
            *places(pages, _FOLLOWING),
            *places(pages[:1], _LED),
            *places(pages[:1], _LED_ON),
            *places(pages[:1], _ACTS_FOR),
        )
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
    match = _UNDER_STANDARD.match(text)
    if match or _IS_STANDARD.match(text):
        return match.group() if match else None
    match = _CODE.match(text)
    code = match.group().rstrip(".-/ ") if match else ""
    return code if len(code) > 3 and any(map(str.isdigit, code)) and not dates(code) else None


def _version(text: str) -> str | None:
    match = _VERSION.match(text) or _LETTERED.match(text)
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
