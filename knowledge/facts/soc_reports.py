"""Reads off an auditor's report on a service organisation: who reports on whom, on what system, for what time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts import letters
from knowledge.facts.dates import Written, dates, periods, slash_order
from knowledge.facts.forms import BARE, CELL, Entry, Form, lines_of
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import FIRM_LIKE, FORMED, company, core
from knowledge.facts.phrases import CUE, PROSE, WITHIN, at, companies, said
from knowledge.facts.settling import dated, less_sure, named, period, settled, settled_name, settled_period
from knowledge.facts.soc_exceptions import exceptions
from knowledge.facts.soc_opinions import opinion
from knowledge.facts.soc_parties import duties, subservices
from knowledge.facts.soc_scope import report_type, soc_type, trust_criteria
from knowledge.facts.spans import Place, places
from knowledge.facts.values import DocumentFacts, Fact, FactKey, last_day
from knowledge.pages import PageText

FORM = Form(
    {
        "subject": r"(?:name\s+of\s+(?:the\s+)?)?service\s+organi[sz]ation(?:\s+name)?(?!\s+controls?\b)|prepared\s+for"
        r"|client(?:\s+name)?"
        r"|report\s+for|company(?:\s+name)?|entity",
        "issuer": r"(?:independent\s+)?(?:service\s+)?auditors?|(?:audit(?:ed)?(?:\s+and\s+attestation)?"
        r"|issued|prepared|examined|attested|report)\s+by|CPA\s+firm|(?:assurance\s+)?practitioner|audit\s+firm",
        "period": r"(?:reporting|examination|audit|review|report"
        r"|test(?:ing)?)?\s*period(?:\s+(?:of\s+(?:the\s+)?(?:report|examination|review)|covered))?"
        r"|for\s+the\s+period(?:\s+of)?",
        "issued": r"(?:report\s+)?(?:date(?:\s+of\s+(?:the\s+|this\s+)?(?:report|issue))?|issue\s+date"
        r"|issued(?:\s+on)?)|date\s+issued|report\s+date",
        "scope": r"(?:name\s+of\s+(?:the\s+)?)?system(?:\s+(?:name|examined|in\s+scope))?|subject\s+matter"
        r"|(?:services?(?!\s+(?:organi|auditor|provider))|products?|platform|solution|application)(?:\s+(?:in\s+scope"
        r"|examined|covered))?"
        r"|system\s*/\s*services?",
        "_other": r"standard|use|category|criteria|type|version|trust\s+services\s+(?:criteria|categories)"
        r"|subservice\s+organi[sz]ations?|scope",
    }
)
_PERIOD_CUE = re.compile(r"(?:period|throughout|during|between|from)\b[^.]{0,30}$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:prior|previous|last|earlier|next|following)\s+(?:\w+\s+)?(?:report|period|examination|year)\b", re.I
)
_AS_OF = re.compile(r"\bas\s+(?:of|at)\s+", re.IGNORECASE)
_TYPE_1 = re.compile(r"\b(?i:type)\s*(?:1|I)\b")
_N = r"[A-Z0-9a-z][^\n:;(“\"]{1,90}?"
_SUBJECT = (
    re.compile(rf"\bto\s+the\s+(?:management|board\s+of\s+directors|directors"
        rf"|shareholders)\b[^\n:]{{0,60}}?\bof[:\s]+(?P<value>{_N})[ \t]*(?=[:(\n]|$)", re.I),
    re.compile(rf"^to[ \t]*:?[ \t]+(?:the\s+(?:members|partners|shareholders)\s+of\s+)?(?!the\b"
        rf"|whom\b)(?P<value>{_N})[ \t]*(?=[:(\n]|$)", re.I | re.M),
    re.compile(rf"^(?:(?:to|attention)[ \t]*:?[ \t]+)?(?:the\s+)?(?:board\s+of\s+(?:directors|managers|trustees)|management"
        rf"|managers|directors|members|partners|trustees)(?:\s+and\s+\w+)?(?:(?:,|\s+of)?[ \t]*\n[ \t]*|(?:,"
        rf"|\s+of)[ \t]+)(?P<value>{_N})[ \t]*$", re.I | re.M),
    re.compile(rf"\bassertion\s+of\s+(?:the\s+)?(?:management\s+of\s+)?(?P<value>{_N})(?=\s+(?:management"
        rf"|that)\b|[ \t]*[(\n]|’s|'s)", re.I),
    re.compile(rf"\bdescription\s+by\s+(?P<value>{_N})(?=\s+of\s+(?:its|the)\b)", re.I),
    re.compile(rf"\bexamined\s+(?:the\s+assertion\s+of\s+)?(?P<value>{_N})(?=[’']s?\s+(?:\([^()]*\)"
        rf"\s+)?(?:accompanying\s+)?(?:description|assertion)\b|\s+that\b)", re.I),
)  # fmt: skip
_FIRM = re.compile(
    r"^[ \t]{0,40}(?:[A-Z][\w. ]+\n?,?[ \t]*Partner,[ \t]*)?(?:(?:prepared|issued)\s+by[ \t]+"
    r"|/s/[ \t]*)?(?P<value>[A-Z][\w.&’'-]*,?[ \t]+(?:(?:[A-Z][\w.&’'-]*,?|&|and)[ \t]+){0,5}(?:LLP|PLLC"
    r"|P\.C\.|CPAs?(?:,?[ \t]+(?:P\.C\.|LLC|PLLC))?|L\.L\.P\.|Chartered[ \t]+Accountants"
    r"|Certified[ \t]+Public[ \t]+Accountants))(?!\w)",
    re.MULTILINE,
)
_SIGNED_BY = re.compile(r"\bPartner,\s+(?P<value>(?:[A-Z][\w&’'-]*[ \t]*){1,5}?)(?=[ \t]*(?:,|\n|$))")
_SYSTEM_ENDS = (
    r"(?=\s+(?:for|throughout|in\s+section|in\s+accordance|titled|from\s+(?:\d|[A-Z][a-z]+\s+\d)"
    r"|and\s+(?:its|the|their|of|on|whether|that|controls?|suitab\w+|operat\w+|related|relevant|for|to|in)"
    r"|as\s+of|as\s+at|as\s+it|by|of|were"
    r"|was|during|provided|relevant|found|included|set\s+out|entitled|presented|based|that|which|to)\b"
    r"|\s*[(,.;\"“]|\s*\n\s*\n)"
)
_SYSTEM = (
    re.compile(r"\bdescription\s+of\s+(?:its|the|their)\s+[“\"](?P<value>[^”\"\n]{3,80})[”\"]", re.IGNORECASE),
    re.compile(r"\b(?:description"
        r"|system)\s+(?:of\s+the\s+system\s+)?titled\s+[“\"](?P<value>(?!description"
        r"\b)[^”\"]{3,80})[”\"]", re.IGNORECASE),
    re.compile(rf"\bdescription\s+of\s+(?:its|the|their)\s+(?P<value>(?-i:[A-Z0-9]"
        rf"|[a-z]+\d)[\w.&’'\s-]{{2,70}}?){_SYSTEM_ENDS}", re.IGNORECASE),
    re.compile(rf"\bdescription\s+of\s+(?P<value>(?-i:[A-Z])(?!(?:the|its|their|management"
        rf"|controls)\b)[\w.&’'\s-]{{2,70}}?){_SYSTEM_ENDS}", re.IGNORECASE),
    re.compile(rf"\bdescription\s+by\s+{WITHIN}{{2,80}}?\s+of\s+(?:its"
        rf"|the)\s+(?P<value>(?-i:[A-Z])[\w.&’'\s-]{{2,70}}?){_SYSTEM_ENDS}", re.IGNORECASE),
    re.compile(rf"\bdescription\s+(?:fairly\s+)?presents\s+(?:the\s+|its\s+)?"
        rf"(?P<value>(?-i:[A-Z])[\w.&’'\s-]{{2,70}}?){_SYSTEM_ENDS}", re.IGNORECASE),
    re.compile(rf"\bcontrols\s+(?:within|over)\s+(?:its|the"
        rf"|their|(?:[A-Z][\w.,&]*\s){{0,5}}?[A-Z][\w.&]*[’']s?)\s+(?P<value>"
        rf"(?-i:[A-Z])[\w.&’'\s-]{{2,70}}?){_SYSTEM_ENDS}", re.IGNORECASE),
)  # fmt: skip
_LOWER_SYSTEM = re.compile(
    r"\bcontrols\s+(?:within|over|of|at|for)\s+(?:its|the|their"
    r"|our)\s+(?P<value>(?-i:[a-z])[\w -]{3,40}?\s(?:services?|system|platform|application))(?=\s+(?:were|was|is"
    r"|are)\b|[ \t]*[.,\n])",
    re.I,
)
_ON_SYSTEM = re.compile(
    r"\breport\s+on\s+(?:the\s+)?(?:[\w .&,]{2,40}[’']s?\s+)?(?P<value>(?-i:[A-Z0-9])(?!ontrols\b"
    r"|ompliance\b|escription\b)[\w&’' -]{3,60}?)(?=[ \t]*(?:\n|$|,|\sas\s+(?:of|at)\b|\sfor\s))",
    re.I,
)
_NO_SYSTEM = re.compile(
    r"^(?:(?:service\s+)?organi[sz]ation[’'`]s\s+system|system|the\s+system|controls?|criteria|tests?|section|services?)$",
    re.I,
)
_SENTENCE = re.compile(r"[.;]\s|\s(?:is|are|was|were|has|have|meets|reviews|provides)\s|(?:\S+\s+){12}")
_SIGNED_AT = re.compile(r"(?:electronically\s+)?(?:signed|dated|issued)\b[^\d\n]{0,40}\b(?:on|in\s+\w+,?)", re.I)
_OPINES = re.compile(r"\bin\s+our\s+opinion\b", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d")
_FRONT = 15
_BESIDE = 0.65


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off a SOC report."""
    front = pages[:_FRONT]
    order = slash_order(page.text for page in front)
    entries = FORM.entries(front[:2])
    start, end = _period(front, entries, order)
    subject = _subject(front, entries)
    auditor = _auditor(front, entries, subject)
    kind = soc_type(pages)
    found = {
        FactKey.SOC_TYPE: (kind,),
        FactKey.REPORT_TYPE: (None if kind and kind.value == "SOC 3" else report_type(pages),),
        FactKey.TRUST_CRITERIA: () if kind and kind.value == "SOC 1" else trust_criteria(pages),
        FactKey.CUEC: duties(pages),
        FactKey.SUBSERVICE: _others(subservices(pages), subject, auditor),
    }
    known = {key: tuple(fact for fact in facts if fact) for key, facts in found.items()}
    return DocumentFacts(
        kind=EvidenceKind.SOC_REPORT,
        issuer=auditor,
        subject=subject,
        period_start=start,
        period_end=end,
        issued=_issued(front, entries, auditor, end, order),
        opinion=opinion(pages),
        scope=_system(front, entries),
        exceptions=tuple(exceptions(pages)),
        details={key: facts for key, facts in known.items() if facts},
    )


def _others(found: Sequence[Fact], *known: Fact | None) -> tuple[Fact, ...]:
    """Leave out the organisation itself and its auditor."""
    cores = {core(one.value) for one in known if one}
    return tuple(fact for fact in found if core(fact.value) not in cores)


def _period(pages: Sequence[PageText], entries: Sequence[Entry], order: str) -> tuple[Fact | None, Fact | None]:
    """Find the period the report covers; a type 1 report has only the day it speaks of."""
    start, end = settled_period([*period(entries, "period", order), *_told(pages, order)])
    if end is not None or not any(_TYPE_1.search(page.text) for page in pages[:3]):
        return start, end
    for place in places(pages, _AS_OF):
        day = next(iter(dates(place.page.text[place.end : place.end + 30], order)), None)
        if day and day.start == 0 and day.is_exact:
            return None, last_day(Place(place.page, place.start, place.end + day.end), _moved(day, place.end))
    return None, None


def _told(pages: Sequence[PageText], order: str) -> Iterator[tuple[Fact, Fact]]:
    """Read the first period of the cover and those that words call so; of an earlier report's nothing."""
    for page in pages[:6]:
        for one, two in periods(page.text, order):
            before = page.text[max(0, one.start - 110) : one.start]
            sentence = before[max(before.rfind(". "), before.rfind(".\n")) + 1 :]
            on_cover = (
                page is pages[0] and not page.text[max(0, page.text.rfind("\n", 0, one.start)) : one.start].strip()
            )
            if (on_cover or _PERIOD_CUE.search(sentence[-60:])) and not _EARLIER.search(sentence):
                if (two.last - one.first).days < 60 and not on_cover:
                    continue
                sure = CELL if page is pages[0] or "throughout" in sentence else PROSE
                yield (
                    at(page, one.start, two.end, one.first.isoformat(), sure),
                    at(page, one.start, two.end, two.last.isoformat(), sure),
                )
                return


def _moved(written: Written, by: int) -> Written:
    return Written(written.start + by, written.end + by, written.first, written.last)


def _subject(pages: Sequence[PageText], entries: Sequence[Entry]) -> Fact | None:
    labelled = named(entries, "subject", company)
    if labelled:
        return settled_name(labelled)
    prose = [fact for pattern in _SUBJECT for fact in companies(pages, pattern) if not _NO_SYSTEM.match(fact.value)]
    formed = [fact for fact in prose if FORMED.search(fact.value)]
    heads = list(letters.letterhead(pages[0]))
    return settled_name(formed) or settled_name(heads) or settled_name(prose)


def _auditor(pages: Sequence[PageText], entries: Sequence[Entry], subject: Fact | None) -> Fact | None:
    """Name the firm that signed; two different firms are none."""
    labelled = [
        fact for fact in named(entries, "issuer", _firm) if subject is None or core(fact.value) != core(subject.value)
    ]
    if labelled:
        return settled_name(labelled)
    for found in (
        list(said(pages, _FIRM, _firm)),
        list(_signatures(pages, subject)),
        list(said(pages, _SIGNED_BY, _firm)),
    ):
        found = [fact for fact in found if subject is None or core(fact.value) != core(subject.value)]
        if found:
            return settled_name(found)
    return None


def _firm(text: str) -> str | None:
    """Read the name of a firm, with what it calls itself in place of a legal form."""
    profession = re.match(r"(?P<name>[^,\n]{3,60}),?\s+(?:Chartered|Certified\s+Public)\s+Accountants$", text)
    if profession:
        return text
    list_of_names = re.match(
        r"[A-Z][\w’'-]+,\s+[A-Z][\w’'-]+\s+(?:and|&)\s+[^,\n]{3,40}?,?\s+(?:LLP|PLLC|P\.C\.|LLC)", text
    )
    name = list_of_names.group() if list_of_names else company(text)
    return name if name and (FORMED.search(name) or FIRM_LIKE.search(name) or len(name.split()) > 1) else None


def _signatures(pages: Sequence[PageText], subject: Fact | None) -> Iterator[Fact]:
    """Read the companies that stand alone on a line next to a day on a line of its own."""
    for page in pages[:8]:
        lines = lines_of(page.text)
        for at_line, (start, end) in enumerate(lines):
            name = company(page.text[start:end].removeprefix("/s/"))
            if name is None or len(name) < end - start - 5 or not FORMED.search(name):
                continue
            near = " | ".join(page.text[slice(*span)] for span in lines[max(0, at_line - 2) : at_line + 4])
            if dates(near):
                yield at(page, start, end, name, PROSE)


def _issued(
    pages: Sequence[PageText], entries: Sequence[Entry], auditor: Fact | None, end: Fact | None, order: str
) -> Fact | None:
    """Date the report by its label, else by the day that stands alone beside the auditor's name after the period."""
    labelled = dated(entries, "issued", order)
    if labelled:
        return settled(labelled)
    lines = [fact for page in pages[:8] for fact in _datelines(page, auditor, order)]
    later = [fact for fact in lines if end is None or fact.value > end.value]
    return settled([fact for fact in later if fact.confidence > CUE]) or settled(later)


def _datelines(page: PageText, auditor: Fact | None, order: str) -> Iterator[Fact]:
    lines = lines_of(page.text)
    for number, (start, end) in enumerate(lines):
        line = page.text[start:end]
        found = dates(line, order) if _YEAR.search(line) else []
        town = line[: found[0].start].strip() if found else ""
        if (
            len(found) != 1
            or not found[0].is_exact
            or found[0].end < len(line) - 1
            or not (letters.is_town(town) or _SIGNED_AT.fullmatch(town) or (auditor and line.startswith(auditor.value)))
        ):
            continue
        near = " ".join(page.text[slice(*span)] for span in lines[max(0, number - 3) : number + 4])
        sure = PROSE if auditor and auditor.value[:20] in near else _BESIDE if _OPINES.search(page.text) else CUE
        yield at(page, start, end, found[0].first.isoformat(), sure)


def _system(pages: Sequence[PageText], entries: Sequence[Entry]) -> Fact | None:
    labelled = [
        Fact(whole.text.rstrip("."), whole.quote, whole.page.number, whole.sure)
        for entry in entries
        if entry.name == "scope" and not _SENTENCE.search((whole := FORM.whole(entry, 200)).text)
    ]
    prose = [fact for pattern in _SYSTEM for fact in said(pages[:6], pattern, _system_name)]
    marked = [fact for fact in labelled if fact.confidence > BARE]
    if marked:
        return settled(marked)
    told = next(iter(less_sure(prose, PROSE)), None)
    plain = settled(labelled)
    if told and plain and plain.value.casefold().startswith(f"{told.value.casefold()} "):
        return plain
    return (
        told
        or plain
        or next(_cover_system(pages[0]), None)
        or settled(said(pages[:3], _LOWER_SYSTEM, _system_name, CUE))
    )


def _cover_system(page: PageText) -> Iterator[Fact]:
    """Read "SOC 3 report on the Ringdove Messaging API" off a cover."""
    return said([replace(page, text=page.text[:600])], _ON_SYSTEM, _system_name, CUE)


def _system_name(text: str) -> str | None:
    return None if _NO_SYSTEM.match(text) or len(text) < 3 else text
