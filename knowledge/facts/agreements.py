"""Reads off an agreement on processing: parties, term, when a breach is told, and what transfers rest on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts import labels, parties
from knowledge.facts.amounts import durations, first_duration
from knowledge.facts.dates import dates, slash_order
from knowledge.facts.forms import Entry, Form
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import FORMED, SUFFIX, company
from knowledge.facts.phrases import PROSE, WITHIN
from knowledge.facts.settling import dated, first_of, named, settled
from knowledge.facts.spans import Place, flat, places
from knowledge.facts.subprocessors import subprocessors
from knowledge.facts.transfers import transfers
from knowledge.facts.values import DocumentFacts, Fact, FactKey
from knowledge.pages import PageText

FORM = Form(
    {
        "processor": r"(?:data\s+)?processor(?:\s*\([^()\n:]{3,30}\))?|(?:name\s+of\s+(?:the\s+)?)(?:data\s+)?processor",
        "controller": r"(?:data\s+)?controller(?:\s*\([^()\n:]{3,30}\))?"
            r"|(?:name\s+of\s+(?:the\s+)?)(?:data\s+)?controller",
        "effective": r"effective\s+date(?:\s+of\s+(?:this|the)\s+\w+)?|(?:agreement|commencement|start"
            r"|contract)\s+date|date\s+of\s+(?:this\s+|the\s+)?(?:agreement|DPA|addendum)"
            r"|effective(?:\s+from)?|in\s+force\s+(?:from|since)",
        "dated": r"date|signed(?:\s+on)?",
        "revised": r"version\s+(?:of|dated)|last\s+(?:updated|revised|modified)(?:\s+on)?|version\s+date",
        "ends": r"ends(?:\s+on)?|term(?:\s+ends)?|expires(?:\s+on)?|(?:expir(?:y|ation)|end|termination)\s+date"
            r"|expires(?:\s+on)?|valid\s+until|term\s+ends(?:\s+on)?",
        "notice": r"notice\s+of\s+(?:a\s+)?(?:data\s+|personal\s+data\s+|security\s+)?(?:breach"
            r"|incident)(?:es|s)?|(?:data\s+)?breach\s+noti(?:ce|fication)(?:\s+(?:time|period|within))?",
        "_other": r"version|name|title|signature|for|annex|schedule|address|contact",
    }
)  # fmt: skip
_ROLE = re.compile(
    r"\(\s*(?:hereinafter\s+)?(?:(?:also\s+)?(?:referred\s+to\s+as|called)\s+)?(?:the\s+"
    r"|as\s+)?[“\"'‘„]?\s*(?:the\s+)?(?:[^()“”\"]{1,40}[”\"],\s+(?:the\s+)?)?(?:data\s+)?(?P<role>processor"
    r"|controller)[”\"'’“]?[^()]{0,40}\)|\bacting\s+as\s+(?:the\s+)?(?:data\s+)?(?P<acting>processor"
    r"|controller)\b(?=[\s,.;)])", re.I,
)  # fmt: skip
_OPENS = re.compile(
    r"\bbetween\b[:\s]*|\)\s*,?\s*(?:and|und)\b\s*|(?:^|\n)\s*(?:and|\(?[0-9a-z][.)]|[-–—•])\s+"
    r"|;\s*(?:and\s+)?|:\s*\n?",
    re.I,
)
_OPENS_PERHAPS = re.compile(r",\s+and\s+|\n(?=(?-i:[A-Z0-9]))|\.\s+(?=[A-Z])")
_DEFINED = re.compile(
    rf"(?<![\w.&’'-])(?P<full>[A-Za-z0-9][\w.&’'-]{{0,30}}(?:[ \t\n][\w.&’'-]{{1,30}}){{0,5}}?,?\s+{SUFFIX}"
    rf"\.?)(?:,\s+[A-Z]\w+(?:\s\w+)?,?)?\s*\((?:the\s+|hereinafter\s+)?[“\"](?P<short>[\w &.-]{{2,40}})[”\"]\)"
)
_ACTS = re.compile(
    r"\b(?P<short>[A-Z0-9][\w&.-]{1,30})\s+(?:acts?|is\s+acting|shall\s+act|will\s+act|is)\s+(?:only\s+"
    r"|solely\s+)?(?:as\s+)?(?:an?\s+|the\s+)?(?:data\s+)?(?P<role>processor|controller)\b"
)
_PUBLIC = re.compile(
    r"\b(?:Council|University|Hospital|Trust|Ministry|Authority|Foundation|Institute|Agency|College|School|Association"
    r"|Society|Department"
    r"|Bank|Federation|Municipality|Commission|Librar(?:y|ies)|Schools?|Charity|Cooperative|Union|Museum|Clinic|Laboratory)$",
    re.IGNORECASE,
)
_AFTER_PARTY = re.compile(
    r"\s*,\s+(?:of\s+[\dA-Z]|an?\s+(?:company|corporation|limited|charity|public|private|body)"
    r"|whose\b|with\s+(?:its|registered|company)"
    r"|having\b|incorporated\b|registered\b|established\b|company\s+(?:no|number))",
    re.I,
)
_SIGNS = re.compile(
    rf"\b(?i:(?P<controller>customer|controller|client)|(?P<processor>processor|provider|supplier"
    rf"|vendor))[ \t]*:[ \t]*(?P<name>[A-Z][\w.&’'-]*(?:[ \t]+[A-Z&(][\w.&’')-]*){{0,5}}?,?[ \t]+{SUFFIX}\.?)(?=[ \t]*"
    rf"(?:\n|$|By:|Name:|[A-Z]))"
)
_LAST_SIGNED = re.compile(
    r"\b(?:date|day)\s+of\s+(?:the\s+)?(?:last|latest|final)\s+(?:\w+\s+)?signature\b|\blast\s+(?:party\s+to\s+sign|signed)\b",
    re.I,
)
_DATE_LABEL = re.compile(r"\s*(?:date|signed)", re.I)
_START = (
    re.compile(
        r"\b(?:agreement|addendum|DPA|annex|contract)\b[^.;]{0,80}?\b(?:(?:is|was)\s+)?(?:entered\s+into"
        r"|made|concluded|effective|executed)(?:\s+and\s+effective)?\s+(?:as\s+of|on|effective"
        r"|from)?\s*(?:the\s+)?(?=(?-i:[A-Z0-9]))", re.I
    ),
    re.compile(r"\b(?:enters?|comes?)\s+into\s+(?:force|effect)\s+(?:on|as\s+of"
        r"|from)?\s*(?:the\s+)?(?=(?-i:[A-Z0-9]))|\b(?:is\s+effective|takes?\s+effect|applies)\s+(?:as\s+of"
        r"|on|from)\s+(?:the\s+)?(?=(?-i:[A-Z0-9]))", re.I),
    re.compile(r"\bthis\s+(?:agreement|addendum|DPA|contract)\s+(?:is\s+)?dated\s+(?:as\s+of\s+)?"
        r"(?:the\s+)?(?=(?-i:[A-Z0-9]))", re.I),
    re.compile(r"\breplaces\b[^.;]{0,60}?\bas\s+(?:of|from)\s+(?=(?-i:[A-Z0-9]))", re.I),
    re.compile(r"\b(?:terms|agreement|addendum|DPA)\b[^.;\n]{0,40}?,?\s+version\s+(?:of|dated)\s+(?=(?-i:[A-Z0-9]))", re.I),
    re.compile(r"\bwith\s+effect\s+from\s+(?:the\s+)?(?=(?-i:[A-Z0-9]))", re.I),
    re.compile(r"^[ \t]{0,40}(?:dated(?:\s+as\s+of)?|made\s+(?:on|as\s+of))\s+(?=(?-i:[A-Z0-9]))", re.I | re.M),
)  # fmt: skip
_END = re.compile(
    r"\b(?:it|they)\s+(?:(?:continues?|remains?|stays?|runs?|is)\s+(?:in\s+(?:force|effect)\s+)?(?:until|through|to)"
    r"|ends?|expires?|terminates?|lapses?)\s+(?:on\s+)?(?=(?-i:[A-Z0-9]))"
    r"|\b(?:agreement|addendum|DPA|term|contract)\b[^.;]{0,60}?\b(?:ends?|expires?|terminates?|(?:remains?"
    r"|continues?|is|stays?)\s+in\s+(?:force|effect)\s+until|runs?\s+(?:until|to|through)"
    r"|valid\s+until)\s+(?:on\s+)?(?=(?-i:[A-Z0-9]))",
    re.I,
)
_OTHER_AGREEMENT = re.compile(
    r"\b(?:master|services?|main|framework|licen[cs]e|previous|earlier)\s+(?:\w+\s+)?agreement\s+(?:dated"
    r"|of|entered)",
    re.I,
)
_BREACH = re.compile(
    r"\b(?:notif(?:y|ies|ication)|inform(?:s|ed)?|report(?:s|ed|ing)?|alert(?:s|ed)?|tell(?:s)?"
    r"|communicate[sd]?|give[sn]?\s+notice|announces?|notice\s+of|advise[sd]?)\b",
    re.I,
)
_INCIDENT = re.compile(
    r"\b(?:breach(?:es)?|(?:security|data)\s+incidents?|incidents?|unauthori[sz]ed\s+(?:access|disclosure|acquisition|use))\b",
    re.I,
)
_NOT_THEIRS = re.compile(
    r"\b(?:controller|customer|data\s+exporter|client)\s+(?:shall|will|must|may|is\s+(?:obliged"
    r"|required)\s+to|itself\s+)?\s*(?:\w+\s+)?(?:notif|inform|report)|\bsupervisory\s+authorit"
    r"|\bthe\s+authorit|\bdata\s+subject\s+(?:request|right)|\bprior\s+notice", re.I
)  # fmt: skip
_BOUND = re.compile(
    r"\b(?:within|no\s+later\s+than|not\s+later\s+than|not\s+exceed(?:ing)?"
    r"|at\s+(?:the\s+)?latest(?:\s+within)?|maximum\s+of|(?:and\s+)?at\s+most|in\s+no\s+(?:event"
    r"|case)\s+later\s+than|less\s+than|under)\s+(?:a\s+maximum\s+of\s+)?$",
    re.I,
)
_PROMPT = re.compile(r"\bwithout\s+(?:any\s+)?undue\s+delay\b", re.I)
_SENTENCE = re.compile(rf"[^.;\n]{WITHIN}{{0,900}}")


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off an agreement."""
    order = slash_order(page.text for page in pages[:30])
    front = pages[:3]
    entries = FORM.entries([*front, *pages[3:][-2:]])
    sides = _parties(front, entries)
    processors = [fact for fact in sides if fact.parts["role"] == "processor"]
    found = {
        FactKey.PARTY: sides,
        FactKey.SUBPROCESSOR: subprocessors(pages),
        FactKey.NOTIFICATION_TIME: _notified(pages, named(entries, "notice", first_duration)),
        FactKey.TRANSFER: transfers(pages),
    }
    return DocumentFacts(
        kind=EvidenceKind.AGREEMENT,
        subject=replace(processors[0], parts={}) if len(processors) == 1 else None,
        issued=_signed(front, entries, order)
        or _issued(front, entries, order)
        or labels.dated([*pages[:2], *pages[2:][-1:]], labels.ISSUED, latest=True),
        expires=settled([*dated(entries, "ends", order), *_days(pages, _END, order)]),
        details={key: facts for key, facts in found.items() if facts},
    )


def _signed(front: Sequence[PageText], entries: Sequence[Entry], order: str) -> Fact | None:
    """Take the later of the days beside the signatures where the agreement holds from the last one."""
    if next(places(front, _LAST_SIGNED), None) is None:
        return None
    signed = [fact for fact in dated(entries, "dated", order) if _DATE_LABEL.match(fact.quote)]
    return max(signed, key=lambda fact: fact.value) if len(signed) > 1 else None


def _issued(front: Sequence[PageText], entries: Sequence[Entry], order: str) -> Fact | None:
    started = [fact for pattern in _START for fact in _days(front, pattern, order)]
    first = [entry for entry in entries if entry.page.number == front[0].number]
    return first_of([*dated(entries, "effective", order), *started], dated(first, "dated revised", order))


def _days(pages: Sequence[PageText], cue: re.Pattern[str], order: str) -> Iterator[Fact]:
    for place in places(pages, cue):
        found = next(iter(dates(place.page.text[place.end : place.end + 40], order)), None)
        if found and found.start == 0 and found.is_exact and not _OTHER_AGREEMENT.search(flat(place.text)):
            whole = Place(place.page, place.start, place.end + found.end)
            yield Fact(found.first.isoformat(), whole.lines, place.page.number, PROSE)


def _parties(pages: Sequence[PageText], entries: Sequence[Entry]) -> tuple[Fact, ...]:
    """Name the two parties; a role that two names are given for is left out."""
    found = []
    for page in pages:
        for match in _ROLE.finditer(page.text):
            role = (match["role"] or match["acting"]).lower()
            name = _before(page.text[max(0, match.start() - 300) : match.start()])
            if name:
                start = page.text.rfind(name.split()[0], 0, match.start())
                found.append(Fact(name, page.text[start : match.end()], page.number, PROSE, {"role": role}))
    found += [*_acting(pages), *parties.told(pages, _before), *_signing(pages)]
    for role in ("processor", "controller"):
        found += [replace(fact, parts={"role": role}) for fact in _labelled(entries, role)]
    kept = [settled([fact for fact in found if fact.parts["role"] == role]) for role in ("processor", "controller")]
    return tuple(fact for fact in kept if fact)


def _labelled(entries: Sequence[Entry], role: str) -> list[Fact]:
    """Read the names behind a role; where several differ, those with a legal form, else the first: others only sign."""
    found = named(entries, role, company)
    formed = [fact for fact in found if FORMED.search(fact.value) or _PUBLIC.search(fact.value)]
    return formed or found[:1]


def _signing(pages: Sequence[PageText]) -> Iterator[Fact]:
    """Read "CUSTOMER: Acme Ltd" in a block of signatures."""
    for page in pages:
        for match in _SIGNS.finditer(page.text):
            role, name = "controller" if match["controller"] else "processor", company(match["name"])
            if name:
                yield Fact(name, match.group(), page.number, PROSE, {"role": role})


def _acting(pages: Sequence[PageText]) -> Iterator[Fact]:
    """Read "Acme acts as processor" of a company whose full name was given before."""
    full = {
        match["short"]: company(re.split(r"\b(?:between|and|by|with)\s+", flat(match["full"]))[-1])
        for page in pages
        for match in _DEFINED.finditer(page.text)
    }
    for page in pages:
        for match in _ACTS.finditer(page.text):
            name = full.get(match["short"])
            if name:
                yield Fact(name, match.group(), page.number, PROSE, {"role": match["role"].lower()})


def _before(text: str) -> str | None:
    """Read the name that stands at the beginning of the words before a role."""
    for opening in (_OPENS, _OPENS_PERHAPS):
        for match in reversed(list(opening.finditer(text))):
            rest = re.sub(r"^\s*\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+", "", text[match.end() :])
            rest = re.sub(r"^\s*the\s+(?=[A-Z])", "", rest)
            name = company(flat(rest))
            if name and _looks_whole(name, rest):
                return name
    return None


def _looks_whole(name: str, text: str) -> bool:
    """Tell whether a cut piece is a party: it has a legal form or is all there is, and is no street or state."""
    return (
        FORMED.search(name) is not None
        or _PUBLIC.search(name) is not None
        or (_AFTER_PARTY.match(flat(text), len(name)) is not None and flat(text).startswith(name))
        or (len(name) >= len(flat(text)) - 2 and 1 < len(name.split()) <= 6)
    )


def _notified(pages: Sequence[PageText], labelled: Sequence[Fact]) -> tuple[Fact, ...]:
    """Read how soon the processor tells of a breach; a promise without a number counts where there is no other."""
    numbered, prompt = [], []
    for page in pages:
        for match in _SENTENCE.finditer(page.text):
            sentence = match.group()
            if not _BREACH.search(sentence) or not _INCIDENT.search(sentence) or _NOT_THEIRS.search(sentence):
                continue
            quote = sentence.strip()
            bounded = [
                value for begin, _, value in durations(sentence) if _BOUND.search(sentence[max(0, begin - 60) : begin])
            ]
            if bounded:
                numbered += [Fact(value, quote, page.number, PROSE) for value in bounded]
            elif _PROMPT.search(sentence):
                prompt.append(Fact("without undue delay", quote, page.number, PROSE))
    numbered += labelled
    chosen = settled(numbered) if numbered else settled(prompt)
    return (chosen,) if chosen else ()
