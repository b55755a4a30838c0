"""Reads off a policy: whose it is, who owns and approved it, since when it holds and when it is due for review."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts import histories, labels, letters
from knowledge.facts.dates import dates, slash_order
from knowledge.facts.forms import BARE, CELL, Entry, Form, lines_of
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import FIRM_LIKE, FORMED, company
from knowledge.facts.phrases import CUE, PROSE, at, companies, said
from knowledge.facts.settling import dated, first_of, less_sure, named, settled, settled_name
from knowledge.facts.spans import Place, places
from knowledge.facts.values import DocumentFacts, Fact, FactKey
from knowledge.pages import PageText

FORM = Form(
    {
        "owner": r"maintained\s+by|(?:policy|document)\s+(?:manager|steward|contact)|responsible\s+(?:team|function"
        r"|officer)|(?:policy|document|process)\s+lead|accountable(?:\s+(?:executive|person|officer|owner|role))?"
            r"|(?:(?:policy|document|process|content)\s+)?owner(?:\s*/\s*\w+)?|owned\s+by|(?:policy"
            r"|document)\s+(?:custodian|sponsor)|person\s+responsible(?:\s+for\s+this\s+(?:policy"
            r"|document))?|responsible(?:\s+(?:person|owner|role|department))?",
        "version": r"(?:(?:document|policy|current)\s+)?(?:version|revision|rev|issue\s+(?:no"
            r"|number))(?:\s+(?:no|number|nr))?\.?|(?:document\s+)?(?:edition|release)(?:\s+(?:no|number))?\.?"
            r"|issue(?!\s+(?:date|no|number|d|by|on)\b)",
        "approver": r"sign(?:ed)?[\s-]off(?:\s+by)?"
            r"|(?:policy\s+|document\s+)?approv(?:ed\s+by|er|ing\s+(?:body|authority))|authori[sz]ed\s+by"
            r"|signed\s+off\s+by|endorsed\s+by|(?:final\s+)?approval\s+by|approved\s+and\s+issued\s+by|ratified\s+by"
            r"|adopted\s+by|approval\s+(?:authority|body)",
        "approved_or": r"approved",
        "approved": r"(?:date\s+(?:of\s+)?)?approv(?:al|ed)(?:\s+(?:date|on))?|date\s+(?:of\s+)?approv(?:al"
            r"|ed)|adopted(?:\s+on)?|ratified(?:\s+on)?",
        "effective": r"effective(?:\s+(?:date|from|as\s+of|since))?|(?:in\s+force|valid|applies)\s+(?:since"
            r"|from)|date\s+(?:effective|in\s+force)|issue\s+date|date\s+of\s+issue|issued(?:\s+on)?",
        "reviewed": r"(?:date\s+(?:of\s+)?)?(?:last|latest)\s+(?:review(?:ed)?|updated?|revis(?:ed|ion)"
            r"|approv(?:ed|al)|modified|changed?)(?:\s+(?:date|on))?|date|revised(?:\s+on)?|published(?:\s+on)?",
        "next": r"(?:date\s+of\s+)?next\s+(?:scheduled\s+|planned\s+|annual\s+)?(?:review|revision"
            r"|update)(?:\s+(?:date|due(?:\s+(?:date|by|on))?|by|on|planned))?|review\s+(?:date|due"
            r"|by)(?:\s+(?:date|by|on))?|(?:due\s+for|to\s+be)\s+review(?:ed)?(?:\s+(?:by|on|before"
            r"|no\s+later\s+than|not\s+later\s+than|on\s+or\s+before))?|(?:to\s+be\s+|due\s+to\s+be\s+)?(?:revisited"
            r"|re-?approved|renewed|reviewed\s+again)(?:\s+(?:by|on|before))?|good\s+(?:until|through)"
            r"|(?:review|revision)\s+deadline|(?:revision|review)\s+(?:is\s+)?due|valid\s+(?:until|through|to)|expir(?:y|ation"
            r"|es)(?:\s+(?:date|on))?|review\s+before",
        "subject": r"company(?:\s+name)?|organi[sz]ation|entity|legal\s+entity",
        "_other": r"policy\s+(?:no|number|id|ref)\.?|review\s+cycle|classification|author|prepared\s+by"
        r"|document\s+(?:no|number|id|title"
            r"|type)\.?|title|scope|purpose|distribution|status|superseded|reviewed\s+by|review\s+(?:cycle"
            r"|frequency|period)|change",
    }
)  # fmt: skip
_ROLE = r"(?:the\s+)?(?P<value>[A-Z][\w’'&/-]*(?:[ \t\n]+(?:(?:of|and|for|&)[ \t\n]+(?:the[ \t\n]+)?)?[A-Z][\w’'&/-]*){0,6})"
_OWNED = re.compile(rf"\b(?:owned|maintained)\s+by\s+{_ROLE}")
_IS_OWNER = re.compile(
    rf"(?:^|[.]\s+)[ \t]{{0,20}}(?:[Tt]he\s+)?{_ROLE}\s+is\s+(?:the\s+)?(?:owner\s+of|responsible\s+for)\s+this\s+policy",
    re.M,
)
_OWNER_IS = re.compile(rf"\b(?:policy|document)(?:[’']s)?\s+owner\s+is\s+{_ROLE}", re.I)
_ADOPTED = re.compile(
    rf"(?:^|[.]\s+)[ \t]{{0,20}}(?:[Tt]he\s+)?{_ROLE}\s+(?:has\s+)?(?:approved|adopted|ratified|endorsed)\s+(?:this|the)\s+"
    r"(?:policy|standard|procedure|document)\b",
    re.M,
)
# Who approves exceptions from a policy did not approve the policy.
_EXCEPTED = re.compile(r"\b(?:exceptions?|deviations?|requests?|waivers?|access)\b", re.I)
_APPROVED_BY = re.compile(
    rf"\b(?:approved|adopted|ratified|endorsed|authori[sz]ed|signed\s+off|(?:Approved|Adopted|Ratified"
    rf"|Endorsed)(?=\s+by\s+the\s))\s+by\s+(?:our\s+)?{_ROLE}"
)
_LINE = _ROLE.replace("[ \\t\\n]", "[ \\t]")
_APPROVED_LINE = re.compile(
    rf"^[ \t]{{0,20}}(?:Approved|Adopted|Ratified|Endorsed|Authori[sz]ed|Signed\s+off)[ \t]+by[ \t]+(?:our[ \t]+)?{_LINE}"
    r"(?=[ \t]+on\b|[ \t]*[,.;(\n]|$)",
    re.M,
)
_APPROVED_ON = re.compile(
    r"\b(?i:approved|adopted|ratified)\b(?!\s+(?:by\s+)?\w+\s+changes)(?:[^.;]|\.(?=\d)){0,80}?\bon\s+(?=(?-i:[A-Z0-9]))"
)
_EFFECTIVE = re.compile(
    r"\b(?:is|are|becomes?|became|,)?\s*(?:effective|in\s+force|takes?\s+effect|(?:comes?|came)\s+into\s+(?:force"
    r"|effect))\s+(?:as\s+of\s+|from\s+|since\s+|on\s+)?(?:the\s+)?(?=(?-i:[A-Z0-9]))",
    re.I,
)
_REVIEW = re.compile(
    r"\breviews?\b[^.;]{0,40}\bnext\s+(?:on|by|in|before)\s+(?=(?-i:[A-Z0-9]))|\b(?:next\s+(?:\w+\s+)?review\w*"
    r"|(?:will|shall|must|is\s+to)\s+be\s+reviewed|next\s+be\s+reviewed|(?:due"
    r"|scheduled)\s+(?:for"
    r"|to\s+be)\s+review(?:ed)?|be\s+reviewed\s+(?:again|next))\b[^.;]{0,40}?(?:\b(?:on|by|before|in"
    r"|no\s+later\s+than|on\s+or\s+before)\s+)(?=(?-i:[A-Z0-9]))",
    re.I,
)
_REPLACED = re.compile(r"\b(?:replac\w+|supersed\w+|previous|former)$", re.I)
_OF_THIS = re.compile(
    r"\bthis\s+(?:policy|standard|document|procedure)\s*\((?:version|revision|edition|issue|release"
    r"|v)\.?\s*(?P<value>\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z])\)",
    re.I,
)
_AT_END = re.compile(
    r"^(?=[^\n]{8,90}$)(?![^\n]*(?:replac|supersed|previous))[^\n.]*?(?:[\w)]|,)\s+(?:version|edition|revision|release"
    r"|issue|rev\.)\s*:?\s*(?P<value>\d{1,3}(?:\.\d{1,3}){0,3})[ \t]*$",
    re.I | re.M,
)
_DAY_THEN_BY = re.compile(
    r"\b(?:[Aa]pproved|[Aa]dopted|[Rr]atified)\s*:?\s*(?:on\s+)?[^\n.;:]{6,24}\d{4}\s+by\s+(?:our\s+)?(?:the\s+)?"
    + _ROLE.removeprefix(r"(?:the\s+)?")
)
_VERSION = re.compile(r"(?:v(?:ersion)?\.?\s*)?(?P<value>\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z])(?![\w.-]*\w)")
_STATED = re.compile(
    r"(?<!replaces\n)(?<!supersedes\n)(?<!replacing\n)"
    r"^[ \t]{0,40}(?:version|ver\.|rev(?:ision)?\.?|v)[ \t]*(?P<value>\d{1,3}(?:\.\d{1,3}){0,3}"
    r"|[A-Z])\b(?=[ \t]*(?:$|[,;|(–-]|of\b|effective))",
    re.I | re.M,
)
_APPLIES = re.compile(
    r"\b(?:staff|employees|personnel|systems|people|companies|contractors|information|assets"
    r"|data)\s+(?:and\s+\w+\s+)?(?:of|at)\s+(?P<value>[A-Z][^\n;:(]{1,60}?)(?=[.,;(\n])"
)
_TRAILING = re.compile(r"\s[-–|]\s+v(?:ersion\s*)?\.?(?P<value>\d{1,3}(?:\.\d{1,3}){0,3})[ \t]*$", re.I | re.M)
_REVISED = re.compile(r"\b(?:revised|updated)\s*:?\s+(?:on\s+)?(?=(?-i:[A-Z0-9]))", re.I)
_PUBLISHED = re.compile(
    r"\b(?i:published|issued"
    r"|maintained)\s+by\s+(?P<value>[A-Z][^\n;:(]{1,60}?)(?=\s+on\b|[.;(\n])"
)
_ROLES = re.compile(
    r"(?:Chief|Head|Director|Vice\s+President|VP|Data|Information|Security|General|Compliance|Risk|Quality"
    r"|IT)(?:\s+(?:of\s+)?[A-Z]\w+){0,3}?\s+(?:Officer|Counsel|Manager|Board|Committee|Council|Team|Owner"
    r"|Department)|(?:Head|Director|VP|Vice\s+President)\s+(?:of\s+)?[A-Z]\w+(?:\s+(?:and|&)\s+[A-Z]\w+)?"
    r"|C[A-Z]{1,2}O\b|(?:Management|Executive|Audit)\s+(?:Board|Committee)|Board\s+of\s+[A-Z]\w+"
)
_KIND_WORD = re.compile(r"\b(?:polic(?:y|ies)|standard|procedure|guideline|directive)\b", re.I)
_DOMAIN = re.compile(r"^[a-z0-9][\w-]*\.(?:io|com|net|org|ai|dev|app|cloud|eu|co|de|tech)$", re.I)
_OTHERS = re.compile(r"\b(?:supersed|previous|replac|prior)\w*", re.I)
_FRONT, _NEAR = 3, 60
_INNER_NAMES = ("owner", "version", "approver", "next", "effective", "approved", "reviewed", "_rest")
_INNER = re.compile(
    r"(?<=\s)(?:(?P<owner>(?:Policy |Document )?Owner)|(?P<version>Version)|(?P<approver>Approved [Bb]y|Approver)"
    r"|(?P<next>Next [Rr]eview(?: [Dd]ate)?|Review [Dd]ate)|(?P<effective>Effective(?: [Dd]ate)?)"
    r"|(?P<approved>Approval [Dd]ate|Date [Aa]pproved)"
    r"|(?P<reviewed>Last [Rr]eview(?:ed)?)|(?P<_rest>Classification|Status|Author|Document (?:ID|[Nn]umber)))\s+(?=[A-Z0-9v])"
)
_WRAPPED = re.compile(
    r"[ \t]*\n[ \t]*(?:Committee|Board|Council|Officer|Manager|Director|Team|Group|Department)(?=[ \t]*(?:\n|$))"
)
_PIECE = re.compile(r"(?<![^|·•])[^|·•\n]+(?=[|·•]|$)|[^|·•\n]+", re.M)
_PIECE_NAMES = ("owner", "version", "approver", "next", "effective", "approved", "reviewed")
_PIECED = re.compile(
    r"\s*(?:(?P<owner>(?:policy\s+|document\s+)?owner)|(?P<version>v(?=\d)|v(?:er(?:sion)?)?\.?(?=\s*\d))"
    r"|(?P<approver>approved\s+by|approver)"
    r"|(?P<next>(?:next\s+)?review(?:\s+(?:by|due|date|on))?|valid\s+until)"
    r"|(?P<effective>effective(?:\s+(?:date|from|as\s+of))?|in\s+force\s+(?:since|from))"
    r"|(?P<approved>(?:last\s+)?approved(?:\s+on)?|approval\s+date)|(?P<reviewed>(?:last\s+)?(?:reviewed|updated"
    r"|revised)(?:\s+on)?))[\s:]*(?=[A-Z0-9])",
    re.I,
)


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off a policy; a review that is due counts as its expiry."""
    front = [*pages[:_FRONT], *pages[_FRONT:][-1:]]
    order = slash_order(page.text for page in front)
    entries = [*_apart(FORM.entries(front)), *_in_edges(front)]
    history = histories.rows(front, order)
    table = list(_table(front, order))
    details = {
        FactKey.OWNER: settled(
            [
                *named(entries, "owner", _person),
                *_of(table, "owner"),
                *said(front, _OWNED, _person),
                *said(front, _OWNER_IS, _person),
                *said(front, _IS_OWNER, _person),
            ]
        ),
        FactKey.VERSION: settled(
            [
                *named([one for one in entries if not _REPLACED.search(_line_before(one))], "version", _version),
                *said(front[:1], _STATED),
                *(fact for fact in said(front, _OF_THIS)),
                *(fact for fact in said(front, _AT_END) if _is_own(fact.quote)),
                *said(front[:1], _TRAILING),
                *histories.latest(history, "version"),
            ]
        ),
        FactKey.APPROVED_BY: settled(
            [
                *named(entries, "approver", _person),
                *_of(table, "approver"),
                *named(
                    [one for one in entries if one.name == "approved_or" and not dates(one.text)],
                    "approved_or",
                    _person,
                ),
                *said(front, _ADOPTED, _person),
                *said(front, _APPROVED_LINE, _person),
                *said(front, _DAY_THEN_BY, _person),
                *(fact for fact in said(front, _APPROVED_BY, _person) if not _EXCEPTED.search(fact.quote)),
                *histories.latest(history, "approver"),
            ]
        ),
    }
    return DocumentFacts(
        kind=EvidenceKind.POLICY,
        subject=_subject(front, entries),
        issued=_issued(front, entries, history, order, table),
        expires=settled([*dated(entries, "next", order), *_days(front, _REVIEW, order)])
        or labels.dated(front, labels.NEXT_REVIEW),
        details={key: (fact,) for key, fact in details.items() if fact},
    )


def _apart(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Part a value without a colon from the labels that follow it on its line, as in a table of two pairs a row."""
    for entry in entries:
        marks = list(_INNER.finditer(entry.page.text, entry.start, entry.end)) if entry.sure <= BARE else []
        if not marks:
            yield entry
            continue
        yield replace(entry, end=marks[0].start())
        for mark, end in zip(marks, [*(later.start() for later in marks[1:]), entry.end], strict=True):
            name = next(name for name in _INNER_NAMES if mark[name])
            wrapped = (
                _WRAPPED.match(entry.page.text, end) if end == entry.end and name in ("owner", "approver") else None
            )
            yield replace(entry, name=name, label=mark.start(), start=mark.end(), end=wrapped.end() if wrapped else end)


def _in_edges(pages: Sequence[PageText]) -> Iterator[Entry]:
    """Read the pieces of a line that bars or dots part, such as a running foot."""
    for page in pages[:1]:
        for start, end in lines_of(page.text):
            pieces = list(_PIECE.finditer(page.text, start, end))
            for piece in pieces if len(pieces) > 2 else ():
                match = _PIECED.match(page.text, *piece.span())
                name = next((name for name in _PIECE_NAMES if match[name]), "") if match else ""
                if match and name:
                    yield Entry(name, page, piece.start(), match.end(), piece.end(), BARE)


def _issued(
    front: Sequence[PageText],
    entries: Sequence[Entry],
    history: list[dict[str, Fact]],
    order: str,
    table: list[tuple[str, Fact]],
) -> Fact | None:
    """Date the policy by when it took effect, else when it was approved, last revised, or last touched at all."""
    groups = (
        [*dated(entries, "effective", order), *_of(table, "effective")],
        [*dated(entries, "approved approved_or", order), *_of(table, "approved")],
        list(_days(front, _EFFECTIVE, order, own=True)),
        list(_days(front, _REVISED, order)),
        list(_days(front, _APPROVED_ON, order)),
        histories.latest(history, "date"),
        dated(entries, "reviewed", order),
    )
    return first_of(*groups) if any(groups) else labels.dated(front, labels.ISSUED, latest=True)


def _of(table: list[tuple[str, Fact]], name: str) -> list[Fact]:
    return [fact for known, fact in table if known == name]


def _table(pages: Sequence[PageText], order: str) -> Iterator[tuple[str, Fact]]:
    """Read a row of values under a row of labels: roles and days, each kind in its order."""
    for page in pages:
        for names, head, (start, end) in FORM.rows(page):
            if names[0] == "version":
                continue
            line, quote = page.text[start:end], page.text[head[0] : end]
            days = [written.first.isoformat() for written in dates(line, order) if written.is_exact]
            dating = [name for name in names if name in ("effective", "approved", "reviewed", "next")]
            people = [name for name in names if name in ("owner", "approver")]
            roles = [match.group() for match in _ROLES.finditer(line)]
            if len(days) == len(dating):
                yield from ((name, Fact(day, quote, page.number, CELL)) for name, day in zip(dating, days, strict=True))
            if len(roles) == len(people):
                yield from (
                    (name, Fact(role, quote, page.number, PROSE)) for name, role in zip(people, roles, strict=True)
                )


def _line_before(entry: Entry) -> str:
    """Give the line above an entry's own, where a sentence may have begun."""
    text = entry.page.text[: entry.label].rstrip()
    return text[text.rfind("\n") + 1 :]


def _is_own(quote: str) -> bool:
    return _OTHERS.search(quote) is None


def _subject(front: Sequence[PageText], entries: Sequence[Entry]) -> Fact | None:
    heads = [*letters.letterhead(front[0]), *_domains(front[0])] or list(_like_a_firm(front[0]))
    told = [
        fact
        for fact in [*companies(front, _PUBLISHED, CUE), *companies(front, _APPLIES, CUE)]
        if FORMED.search(fact.value)
    ]
    return settled_name([*named(entries, "subject", company), *less_sure(heads, PROSE)]) or settled_name(told)


def _like_a_firm(page: PageText) -> Iterator[Fact]:
    """Take a first line such as "Acme Media Group" for whose policy it is, where the title stands below it."""
    top = [page.text[slice(*span)] for span in lines_of(page.text)[:2]]
    is_firm = len(top) > 1 and FIRM_LIKE.search(top[0]) is not None and company(top[0]) == top[0]
    if is_firm and _KIND_WORD.search(top[1]) and not _KIND_WORD.search(top[0]):
        yield at(page, *lines_of(page.text)[0], top[0], CUE)


def _domains(page: PageText) -> Iterator[Fact]:
    for start, end in lines_of(page.text)[:3]:
        if _DOMAIN.match(page.text[start:end]):
            yield at(page, start, end, confidence=CUE)


def _days(pages: Sequence[PageText], cue: re.Pattern[str], order: str, *, own: bool = False) -> Iterator[Fact]:
    """Read the days behind words; where they are to be the document's own, words on another one before them rule them out."""
    for place in places(pages, cue):
        if own and not _is_own(place.page.text[max(0, place.start - _NEAR) : place.start]):
            continue
        found = next(iter(dates(place.page.text[place.end : place.end + 40], order)), None)
        if found and found.start == 0 and found.is_exact:
            whole = Place(place.page, place.start, place.end + found.end)
            yield Fact(found.first.isoformat(), whole.lines, place.page.number, PROSE)


def _person(text: str) -> str | None:
    """Read a person, a role or a body, without the day or remark behind it."""
    name = re.split(
        r"\s+on\s+\d|\s+on\s+[A-Z][a-z]+\s+\d|[;|(]|\s[-–—]\s|,?\s*(?:date|version|signature)\b|\.\s",
        text,
        maxsplit=1,
        flags=re.I,
    )[0]
    name = re.sub(r"^the\s+", "", name.strip(" ,.:"), flags=re.I)
    first = dates(name)
    name = name[: first[0].start].strip(" ,.:") if first else name
    if not 2 <= len(name) <= 70 or len(name.split()) > 9 or not name[0].isupper():
        return None
    return None if re.match(r"(?:n/?a|tbd|none|date|name|yes|no|this|all|each|our)\b", name, re.I) else name


def _version(text: str) -> str | None:
    match = _VERSION.match(text)
    return match["value"] if match else None
