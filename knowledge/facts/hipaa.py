"""Reads off a statement of compliance with HIPAA: who says it of whom, as of when, and about the associate's agreement."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts import letters
from knowledge.facts.dates import dates, slash_order
from knowledge.facts.forms import Entry, Form
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import FORMED, company, core
from knowledge.facts.phrases import PROSE, WITHIN, companies, said
from knowledge.facts.settling import dated, first_of, named, period, settled, settled_name
from knowledge.facts.spans import Place, places
from knowledge.facts.values import DocumentFacts, Fact, FactKey
from knowledge.pages import PageText

FORM = Form(
    {
        "assessor": r"(?:(?:independent|third[\s-]party|external)\s+)?(?:assessor|auditor|reviewer"
        r"|evaluator)(?:\s+(?:firm|company|name))?|assess(?:or|ed\s+by|ing\s+(?:firm|organi[sz]ation))(?:\s+(?:firm"
        r"|company|name))?"
            r"|(?:audited|examined|performed|conducted|prepared|issued)\s+by|independent\s+assessor|auditor",
        "subject": r"(?:name\s+of\s+(?:the\s+)?)?(?:assessed\s+|covered\s+)?(?:organi[sz]ation|entity"
            r"|company|client|business\s+associate|vendor)(?:\s+(?:name|assessed|evaluated))?|(?:prepared"
            r"|issued)\s+(?:for|to)",
        "scope": r"(?:in[\s-]scope\s+|covered\s+|assessed\s+)?(?:systems?|services?|products?|applications?"
        r"|platforms?)(?:\s*(?:and|/|&)\s*\w+)?"
            r"\s+(?:covered|assessed|in\s+scope|evaluated|reviewed|included)|(?:in[\s-]scope|covered"
            r"|assessed)\s+(?:systems?|services?|products?|applications?)"
            r"|scope(?:\s+of\s+(?:the\s+)?(?:assessment|attestation|evaluation|review|statement))?",
        "issued": r"last\s+(?:updated|revised)(?:\s+on)?|(?:attestation|statement|letter|certificate)\s+(?:issued"
        r"|signed|dated|of)(?:\s+on)?|date\s+signed"
            r"|effective(?:\s+date)?|report\s+issued(?:\s+on)?|version\s+of|date(?:\s+of\s+(?:the\s+)?(?:this\s+)?(?:issue"
            r"|statement|attestation|report|letter|certificate))?|(?:issue|report|statement|attestation"
            r"|letter)\s+date|issued(?:\s+on)?|date\s+issued|dated",
        "ended": r"(?:assessment|evaluation|review)\s+period\s+end(?:ed|s)?|(?:assessment|evaluation"
            r"|review)\s+(?:date|end\s+date|completed|ended|completion\s+date|as\s+of)"
            r"|date\s+of\s+(?:the\s+)?(?:assessment|evaluation)|as[\s-]+of(?:\s+date)?",
        "period": r"(?:assessment|evaluation|review|reporting)\s+period"
            r"|period(?:\s+(?:of\s+(?:the\s+)?(?:assessment|review)|covered))?",
        "baa": r"(?:business\s+associate\s+agreements?|BAAs?)(?:\s+\(BAA\))?",
        "_other": r"title|name|signed|signature",
    }
)  # fmt: skip
_N = r"[A-Z0-9a-z][^\n;:(“\"]{1,80}?"
_ENGAGED = re.compile(
    r"\b(?P<value>[A-Z0-9][^\n;:(“\"]{1,80}?)\s+(?:was|were|has\s+been|have\s+been)\s+(?:engaged|retained"
    r"|commissioned|hired|asked)\s+by\s+(?P<of>[A-Za-z0-9][^;:(“\"]{1,80}?)\s+(?:to|for)\b"
)
_ENGAGES = re.compile(
    r"\b(?P<of>[A-Z0-9][^\n;:(“\"]{1,80}?)\s+(?:has\s+)?(?:engaged|retained|commissioned"
    r"|hired)\s+(?P<value>[A-Z][^;:(“\"]{1,80}?)\s*(?:\(|,\s+an?\b|\s(?:to|for)\b)"
)
_EVALUATED = re.compile(
    r"^[ \t]{0,40}(?P<value>[A-Z][^\n;:(“\"]{1,80}?)\s+(?:has\s+|have\s+)?(?:evaluated|examined|assessed"
    r"|reviewed|audited)\s+[^.;]{0,120}?"
    r"\bof\s+(?P<of>[A-Z][^;:(“\"]{1,80}?)(?=\s+(?:against|as\s+of|under|for|with)\b)",
    re.M,
)
_BY_COMPANY = re.compile(r"\bstatement\b[^.;\n]{0,80}?\bby\s+(?P<value>[A-Z0-9a-z][^\n;:(]{1,70}?)(?=[.\n])", re.I)
_STATES = re.compile(
    rf"^[ \t]{{0,40}}(?P<value>{_N})\s+(?:states?|attests?|affirms?|declares?|confirms?|certifies"
    rf"|represents|hereby\s+\w+|is\s+committed|complies|maintains)\b",
    re.M,
)
_CERTIFIES = re.compile(
    r"\bcertif(?:y|ies)\s+that\s+(?P<value>[A-Z0-9][^\n;:(]{2,70}?)(?=\s+(?:has|is|was|meets|complies)\b|\n)"
)
_EXAMINED = re.compile(
    r"\bexamined\s+(?:the\s+|management[’']s\s+)?assertion\s+(?:of"
    r"|by)\s+(?P<value>[A-Z0-9][^\n;:(“\"]{1,80}?)(?=\s+(?:that|complied|has|maintained|was|met)\b|[’']s\b"
    r"|,\s+(?:as\s+of|that|dated))"
)
_COVERED = re.compile(
    r"\b(?:assessment|attestation|statement|evaluation|review|audit)\s+(?:covered|covers|applies\s+to|included"
    r"|includes|is\s+limited\s+to)\s+(?:the\s+)?"
    r"(?P<value>(?-i:[A-Z])[\w &/’'-]{3,90}?)(?=\s+and\s+(?:was|were|is|has|ended)\b|\s+(?:against|as\s+of"
    r"|in\s+accordance)\b|[.,;])",
    re.I,
)
_BY = re.compile(
    r"\b(?:assessment|evaluation|review|audit|examination|analysis|[Ii]t|safeguards|program"
    r"|which)\b[^.;]{0,60}?\b(?:carried\s+out"
    r"|performed|conducted|completed|prepared|reviewed|assessed|evaluated"
    r"|undertaken)(?:\s+on\s+[A-Z0-9][\w ,/-]{5,18})?\s+by\s+(?:the\s+)?(?P<value>[A-Z][^;:(“\"]{1,80}?)(?=\s+(?:and"
    r"|on|in|as|between|from|for"
    r"|which|who|was|against|in)\b|,(?!\s+(?:Inc|LLC|Ltd|P\.?C|LLP|CPAs?))|\.\s|\.$|\()", re.M,
)  # fmt: skip
_PLAIN_BY = re.compile(
    r"\b(?:an?|the|independent)\s+(?:\w+\s+)?(?:assessment|evaluation|audit|examination)\s+by\s+(?P<value>[A-Z][^;:(“\"]{1,80}?)"
    r"(?=,\s+(?:which|that|who)\b|\s+(?:on|in|as|and)\b|\.\s|\.$|\()",
    re.M,
)
_ASSESSMENT = re.compile(
    r"\bassessment\b|\bindependent\b[^\n]{0,60}\breport\b|\breport\s+of\s+(?:the\s+)?independent\b", re.IGNORECASE
)
_AS_OF = re.compile(r"\bas\s+of\s+(?=(?-i:[A-Z0-9]))", re.IGNORECASE)
_ENDED = re.compile(
    rf"\b(?:assessment|evaluation|review|audit|examination|(?:risk\s+)?analysis)\b{WITHIN}{{0,120}}?\b(?:ended|completed"
    rf"|concluded|finished)\s+(?:on\s+)?(?=(?-i:[A-Z0-9]))",
    re.I,
)
_YEAR_ENDED = re.compile(r"\b(?:year|period|twelve\s+months|quarter)\s+(?:ended|ending|to)\s+(?=(?-i:[A-Z0-9]))", re.I)
_AGREEMENT = r"(?:business\s+associate\s+(?:agreements?|contracts?|addend\w+)|BAAs?)\b"
_SIGNED = re.compile(rf"\b(?:has|have)\s+(?:already\s+)?(?:signed|executed|entered\s+into"
    rf"|concluded)\s+(?:an?\s+|its\s+|the\s+|our\s+)?(?:[\w-]+\s+){{0,2}}?{_AGREEMENT}"
    rf"|{_AGREEMENT}[^.;\n]{{0,40}}\b(?:is|are|was|were|has\s+been|have\s+been)\s+(?:signed|executed"
    rf"|in\s+place|in\s+force)\b(?!\s+(?:before|upon|on\s+request|prior|when|with\s+our\s+(?:vendors|providers|sub)))"
    rf"|\b(?:signs?|executes?|enters?\s+into|concludes?|maintains?)\s+(?:an?\s+|its\s+|the\s+"
    rf"|our\s+)?(?:[\w-]+\s+){{0,2}}?{_AGREEMENT}\s+with"
    rf"\s+(?:each|every|all)\s+(?:of\s+(?:its|our)\s+)?(?:covered|customers?|clients?)\b", re.I)  # fmt: skip
_OFFERED = re.compile(
    rf"\b(?:offers?|(?:will|shall|is\s+(?:ready|willing|able|prepared)\s+to|can)\s+(?:sign|execute"
    rf"|enter\s+into|conclude|provide)|makes?\s+available|makes?(?=[^.;]{{3,60}}\bavailable\b)|provides?)\s+(?:an?\s+"
    rf"|its\s+|our\s+|the\s+"
    rf"|to\s+sign\s+(?:an?\s+)?)?(?:[\w-]+\s+){{0,2}}?{_AGREEMENT}|{_AGREEMENT}[^.;\n]{{0,40}}\b(?:is"
    rf"|are)\s+(?:offered|available|provided|made\s+available)\b", re.I,
)  # fmt: skip
_DENIED = re.compile(r"\b(?:not|no|never|neither|unless|if|should|must|unable|refuses?)\b[^.]{0,40}$", re.I)


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off a HIPAA statement; an assessor's letter is issued by the assessor, else by the company itself."""
    order = slash_order(page.text for page in pages)
    entries = FORM.entries(pages)
    engaged, engagers = _engagements(pages)
    states = [
        fact
        for fact in [
            *companies(pages[:1], _STATES),
            *companies(pages[:1], _BY_COMPANY),
            *companies(pages[:1], _CERTIFIES),
        ]
        if not FORM.is_label(fact.value)
    ]
    states += companies(pages[:2], _EXAMINED)
    subject = settled_name([*named(entries, "subject", company), *engagers, *([] if engagers else states)])
    assessor = settled_name(
        [
            *named(entries, "assessor", company),
            *engaged,
            *(fact for fact in companies(pages, _BY) if FORMED.search(fact.value)),
            *_formed_by(pages),
        ]
    )
    accountants = [] if assessor or not next(places(pages, _EXAMINED), None) else _accountants(pages[0], subject)
    heads = list(letters.letterhead(pages[0]))
    foreign = [head for head in heads if subject is not None and core(head.value) != core(subject.value)]
    assessor = assessor or settled_name(foreign)
    is_own = (
        not accountants
        and not (assessor and _ASSESSMENT.search(pages[0].text[:200]))
        and (
            subject is None
            or assessor is None
            or not any(core(head.value) == core(assessor.value) for head in heads + engaged)
        )
    )
    start, end = next(period(entries, "period", order), (None, None))
    details = {FactKey.ASSESSOR: assessor, FactKey.BAA: _agreement(pages, entries)}
    return DocumentFacts(
        kind=EvidenceKind.HIPAA_STATEMENT,
        issuer=settled_name(accountants) or ((subject or settled_name(heads)) if is_own else assessor),
        subject=subject
        or settled_name(head for head in heads if assessor is None or core(head.value) != core(assessor.value)),
        period_start=start,
        period_end=end or _as_of(pages, entries, order),
        issued=first_of(
            dated(entries, "issued", order),
            list(letters.dateline(pages[0], order)),
            list(letters.signing(pages, order)),
            list(letters.dated_end(pages, order)),
        ),
        scope=settled(letters.whole_values(FORM, entries, "scope")) or settled(said(pages[:2], _COVERED)),
        details={key: (fact,) for key, fact in details.items() if fact},
    )


def _accountants(page: PageText, subject: Fact | None) -> list[Fact]:
    """Name the firm whose name stands alone under a report of accountants."""
    return [fact for fact in letters.lone_names(page) if subject and core(fact.value) != core(subject.value)]


def _formed_by(pages: Sequence[PageText]) -> list[Fact]:
    """Read "an assessment by Acme LLC": a company by its legal form, since staff assess as well."""
    return [fact for fact in companies(pages, _PLAIN_BY) if FORMED.search(fact.value)]


def _engagements(pages: Sequence[PageText]) -> tuple[list[Fact], list[Fact]]:
    """Read who was engaged by whom."""
    engaged, engagers = [], []
    for page in pages[:3]:
        for pattern in (_ENGAGED, _ENGAGES, _EVALUATED):
            for match in pattern.finditer(page.text):
                firm, client = company(" ".join(match["value"].split())), company(" ".join(match["of"].split()))
                if firm and client:
                    quote = Place(page, *match.span()).lines
                    engaged.append(Fact(firm, quote, page.number, PROSE))
                    engagers.append(Fact(client, quote, page.number, PROSE))
    return engaged, engagers


def _as_of(pages: Sequence[PageText], entries: list, order: str) -> Fact | None:  # type: ignore[type-arg]
    """Read the day that the statement speaks of."""
    covered = list(_days(pages, _YEAR_ENDED, order))
    if covered:
        return settled(covered)
    return settled([*dated(entries, "ended", order), *_days(pages, _AS_OF, order), *_days(pages, _ENDED, order)])


def _days(pages: Sequence[PageText], cue: re.Pattern[str], order: str) -> Iterator[Fact]:
    for place in places(pages, cue):
        found = next(iter(dates(place.page.text[place.end : place.end + 40], order)), None)
        if found and found.start == 0 and found.is_exact:
            whole = Place(place.page, place.start, place.end + found.end)
            yield Fact(found.first.isoformat(), whole.lines, place.page.number, PROSE)


def _agreement(pages: Sequence[PageText], entries: Sequence[Entry]) -> Fact | None:
    found = []
    for value, pattern in (("signed", _SIGNED), ("offered", _OFFERED)):
        for place in places(pages, pattern):
            if not _DENIED.search(place.page.text[max(0, place.start - 50) : place.start]):
                found.append(Fact(value, place.quote, place.page.number, PROSE))
    return settled([*named(entries, "baa", _stated), *found])


def _stated(text: str) -> str | None:
    match = re.match(r"(?:yes,?\s*)?(signed|executed|in\s+place|offered|available)\b", text, re.I)
    if match is None:
        return None
    return "offered" if match[1].lower() in ("offered", "available") else "signed"
