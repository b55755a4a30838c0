"""Reads off the record of a continuity or recovery test: when, of what, how fast and how well."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts import letters
from knowledge.facts.dates import dates, slash_order
from knowledge.facts.forms import LABELLED, Entry, Form
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import FORMED, company
from knowledge.facts.objectives import objectives
from knowledge.facts.phrases import CUE, PROSE, said
from knowledge.facts.settling import dated, first_of, less_sure, named, settled, settled_name
from knowledge.facts.spans import Place, flat, places
from knowledge.facts.values import DocumentFacts, Fact, FactKey
from knowledge.pages import PageText

FORM = Form(
    {
        "tested": r"(?:test|exercise|drill|failover|rehearsal|simulation)\s+(?:date|day|performed|held|conducted"
            r"|executed)(?:\s+on)?|(?:conducted|performed|executed|held|took\s+place)(?:\s+on)?"
            r"|dates?\s+of\s+(?:the\s+)?(?:test|exercise|drill|failover)"
            r"|(?:date\s+)?(?:tested|performed|conducted|executed|held)\s+on|date\s+(?:tested|performed"
            r"|conducted|executed)",
        "dated": r"date(?:\s+(?:held|of\s+(?:the\s+)?event|run|conducted))?|(?:drill|test|exercise)\s+of",
        "subject": r"company(?:\s+name)?|organi[sz]ation|entity|client|vendor|service\s+provider"
            r"|business\s+unit|prepared\s+for",
        "scope": r"in\s+scope|(?:test|exercise|drill)\s+scope|covered|component(?:s)?(?:\s+tested)?|workloads?"
        r"|recovered\s+(?:systems?|services?)"
        r"|business\s+(?:process(?:es)?|functions?|services?)(?:\s+(?:tested|covered|in\s+scope))?"
        r"|scope(?:\s+of\s+(?:the\s+)?(?:test|exercise))?|(?:systems?|services?|applications?"
            r"|environment|platform|plan)(?:\(s\))?\s+(?:tested|in\s+scope|covered|exercised|under\s+test)"
            r"|tested\s+(?:systems?|services?)|services?|systems?|environments?|applications?|platform",
        "result": r"overall(?:\s+(?:pass\s*/\s*fail|success))?|pass\s*/\s*fail|(?:overall\s+|test\s+|exercise\s+"
        r"|final\s+)?(?:result|outcome|status|conclusion|verdict"
            r"|rating|assessment)(?:\s+of\s+(?:the\s+)?(?:test|exercise))?",
        "_other": r"type(?:\s+of\s+(?:test|exercise))?|objectives?|tested\s+by|next\s+test|scenario"
            r"|participants|RTO|RPO|recovery\s+(?:time|point)\s+objective|report\s+date|date\s+of\s+report"
            r"|prepared\s+by|approved\s+by|previous\s+test|test\s+(?:lead|coordinator|type)|location|author|version",
    }
)  # fmt: skip
_TEST = r"(?:test|exercise|drill|failover|rehearsal|simulation)"
_ON = re.compile(
    rf"\b{_TEST}\b[^.;]{{0,80}}?\b(?:took\s+place|(?:was|were)\s+(?:conducted|performed|held|carried\s+out"
    rf"|executed|run|completed))\b[^.;]{{0,40}}?\bon\s+(?=(?-i:[A-Z0-9]))",
    re.I,
)
_ACTED = re.compile(
    r"\b[Oo]n\s+(?P<day>\d{4}-\d\d-\d\d|[^.;\n]{3,24}?\d{4}),?[ \t]+(?P<value>[A-Z0-9a-z][^\n;:(“\"]{1,70}?)\s+(?:exercised"
    r"|tested|conducted|performed|carried\s+out|ran|executed|held|rehearsed|failed\s+over)\b"
)
_DID = re.compile(
    r"^[ \t]{0,20}(?P<value>[A-Z0-9a-z][^\n;:(“\"]{1,70}?)\s+(?:exercised|tested|conducted|performed|carried\s+out"
    r"|ran|executed|rehearsed)\s+(?:(?:the|its|a|our)\s+)?(?:(?:\w+\s+){0,3}?(?:failover|recovery|restoration|restore"
    r"|continuity|test|exercise|drill)\s+"
    r"(?:of|for)\s+(?:the\s+|its\s+)?(?P<thing>[^.;]{3,80}?)(?=\s+(?:to|from|in|on"
    r"|at)\b))?[^.;]{0,80}?\son\s+(?P<day>[^.;]{6,24})",
    re.M,
)
_DATE_CELL = re.compile(r"(?<=[^\n] )Date[ \t]+(?P<value>[A-Z0-9][^\n]{5,25})$", re.M)
_OTHER_TEST = re.compile(r"\b(?:previous|prior|last\s+year|next|earlier|planned|repeated|scheduled|will)\b", re.I)
_COVERED = re.compile(
    rf"\b(?:{_TEST}|it|{_TEST}\b[^.;]{{0,90}}?\band)\s+(?:covered|restored|recovered|included|involved|comprised"
    rf"|encompassed)\s+(?:the\s+)?(?P<value>[^.;]{{5,160}}?)(?=\s+in\s+(?:the|a|our)\b|\s+from\b"
    rf"|\s+to\s+(?:the|a)\b|,?\s+and\s+(?:simulated|assumed|took|was|were|lasted|tested)\b|[.;]"
    rf"|,\s+(?:which|and\s+simulated))",
    re.I,
)
_OF_THING = re.compile(
    r"\b(?:disaster\s+recovery|continuity|recovery|restoration|restore|fail-?over|exercise|test|plan|played"
    r"|rehears\w+)\s+(?:plan\s+)?(?:of|for)\s+(?:the\s+|its\s+|our\s+)?"
    r"(?P<value>[A-Z0-9a-z][\w &/’'-]{2,60}?(?<!continuity plan)(?<!recovery plan))(?=\s+(?:on|in|at|from|to|by|was"
    r"|were|took)\b|[.,;])"
)
_SYSTEM_WORD = re.compile(
    r"\b(?:platform|system|service|portal|application|environment|database|software|app|API|website|suite|engine"
    r"|store)\b(?!.*\b(?:plan|exercise|test)\b)",
    re.I,
)
_FINDINGS = re.compile(
    r"\b(?:one|two|three|four|five|six|\d+|some|several|minor)\s+(?:\w+\s+){0,2}?(?:findings?|observations?|issues?"
    r"|deviations?|weaknesses|gaps|action\s+items|corrective\s+actions)\b"
    r"(?:\s+of\s+\w+\s+\w+)?\s+(?:is|are|was|were|remain|has|have|to\b)",
    re.I,
)
_OUTCOME = (
    r"(?P<value>(?:passed|successful(?:ly)?|pass|success|objectives\s+(?:were\s+)?met"
    r"|met\s+(?:all\s+)?(?:of\s+)?(?:its\s+|the\s+)?objectives|met(?=\s+with))(?:\s*[,(-]?\s*(?:with"
    r"|subject\s+to)\s+(?:\w+\s+){0,2}(?:findings?|observations?|remarks?|exceptions?|issues?|deviations?"
    r"|comments?|recommendations?))?|failed|fail|unsuccessful|not\s+(?:passed|successful))\b"
)
_SAID = re.compile(
    rf"\b(?:the|this)\s+(?:\w+\s+){{0,3}}?{_TEST}\s+(?:has\s+|had\s+)?(?:met\s+(?:all\s+)?(?:of\s+)?(?:its"
    rf"|the)\s+objectives\s+and\s+)?(?:is\s+(?:rated\s+|considered\s+)|was\s+(?:considered\s+|rated\s+"
    rf"|judged\s+|deemed\s+|a\s+)?(?:overall\s+)?)?(?:been\s+)?(?:(?:rated|judged|considered"
    rf"|deemed)\s+)?(?:as\s+)?(?:a\s+)?{_OUTCOME}",
    re.I,
)
_TICKED = re.compile(rf"(?:\[[ ]?[xX✓✔][ ]?\]|☒|☑|✔|✓|\([xX]\))\s*{_OUTCOME}", re.I)
_EMPTY = re.compile(rf"(?:\[[ _]{{0,2}}\]|☐|□)\s*{_OUTCOME}", re.I)


def read_off(pages: Sequence[PageText]) -> DocumentFacts:
    """Read the facts off a test's record."""
    order = slash_order(page.text for page in pages)
    entries = FORM.entries(pages)
    acted, actors = _acted(pages, order)
    did = list(_did(pages, order))
    details = objectives(pages) | ({FactKey.TEST_RESULT: (result,)} if (result := _result(pages, entries)) else {})
    heads = less_sure(letters.letterhead(pages[0]), CUE)
    return DocumentFacts(
        kind=EvidenceKind.CONTINUITY_TEST,
        subject=settled_name([*named(entries, "subject", company), *actors, *(one for _, one, _ in did), *heads]),
        issued=first_of(
            dated(entries, "tested", order),
            [*acted, *(day for day, _, _ in did), *_held(pages, order)],
            dated(entries, "dated", order),
            list(_beside(pages[0], order)),
            list(letters.dateline(pages[0], order)),
        ),
        scope=settled([*_scopes(entries), *said(pages, _COVERED), *(thing for _, _, thing in did)])
        or settled(less_sure(said(pages[:2], _OF_THING, _system), CUE)),
        details=details,
    )


def _beside(page: PageText, order: str) -> Iterator[Fact]:
    """Read the day behind "Date" where it stands behind another pair of label and value."""
    for match in _DATE_CELL.finditer(page.text[:1500]):
        found = next(iter(dates(match["value"], order)), None)
        if found and found.start == 0 and found.is_exact:
            yield Fact(found.first.isoformat(), match.group().strip(), page.number, CUE)


def _did(pages: Sequence[PageText], order: str) -> Iterator[tuple[Fact, Fact | None, Fact | None]]:
    """Read "Acme tested the failover of the portal to its second site on 12 March 2026": day, company and what it was of."""
    for page in pages[:3]:
        for match in _DID.finditer(page.text):
            found, name = dates(match["day"], order), company(flat(match["value"]))
            if name and found and found[0].start == 0 and found[0].is_exact and not _OTHER_TEST.search(match.group()):
                quote = Place(page, *match.span()).lines
                thing = Fact(flat(match["thing"]), quote, page.number, PROSE) if match["thing"] else None
                subject = Fact(name, quote, page.number, PROSE) if FORMED.search(name) else None
                yield Fact(found[0].first.isoformat(), quote, page.number, PROSE), subject, thing


def _acted(pages: Sequence[PageText], order: str) -> tuple[list[Fact], list[Fact]]:
    """Read "On 12 March 2026, Acme exercised its plan"."""
    days, actors = [], []
    for page in pages[:3]:
        for match in _ACTED.finditer(page.text):
            found, name = dates(match["day"], order), company(match["value"])
            quote = Place(page, *match.span()).lines
            if (
                len(found) == 1
                and found[0].is_exact
                and not _OTHER_TEST.search(Place(page, *match.span()).quote[: match.end() - match.start()])
            ):
                days.append(Fact(found[0].first.isoformat(), quote, page.number, PROSE))
                actors += [Fact(name, quote, page.number, PROSE)] if name else []
    return days, actors


def _held(pages: Sequence[PageText], order: str) -> Iterator[Fact]:
    for place in places(pages, _ON):
        found = next(iter(dates(place.page.text[place.end : place.end + 40], order)), None)
        if found and found.start == 0 and found.is_exact and not _OTHER_TEST.search(place.quote):
            whole = Place(place.page, place.start, place.end + found.end)
            yield Fact(found.first.isoformat(), whole.lines, place.page.number, PROSE)


def _scopes(entries: Sequence[Entry]) -> Iterator[Fact]:
    for entry in entries:
        if entry.name == "scope":
            whole = FORM.whole(entry, 300)
            yield Fact(whole.text.rstrip("."), whole.quote, whole.page.number, whole.sure)


def _result(pages: Sequence[PageText], entries: Sequence[Entry]) -> Fact | None:
    ticked = list(said(pages, _TICKED, _outcome, LABELLED))
    if ticked:
        return settled(ticked)
    if next(places(pages, _EMPTY), None):
        return None
    prose = [fact for fact in said(pages, _SAID, _outcome) if not _OTHER_TEST.search(fact.quote.split(".")[0])]
    result = settled([*named(entries, "result", _rating), *prose])
    if result and result.value == "passed" and next(places(pages, _FINDINGS), None):
        return replace(result, value="passed with findings")
    return result


def _rating(text: str) -> str | None:
    match = re.match(rf"(?:overall\s*:?\s*)?{_OUTCOME}", text, re.I)
    return _outcome(match["value"]) if match else None


def _system(text: str) -> str | None:
    """Keep what has a name or is called a system of some sort."""
    named_so = _SYSTEM_WORD.search(text) is not None or re.match(r"(?:[A-Z][\w&’'-]*\s?)+$", text) is not None
    return (
        text
        if named_so
        and len(text.split()) < 9
        and not re.match(
            r"(?:one|two|three|all|each|any|our|its"
            r"|\d)\b",
            text,
        )
        else None
    )


def _outcome(text: str) -> str | None:
    words = text.casefold()
    if words.startswith(("fail", "unsuc", "not")):
        return "failed"
    return "passed with findings" if re.search(r"\b(?:with|subject)\b", words) else "passed"
