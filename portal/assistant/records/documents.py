"""Rows about documents: what they are, until when they hold, and what their auditors, testers and insurers said."""

from collections.abc import Sequence
from datetime import date

from knowledge.citations import page_texts
from knowledge.facts import EvidenceKind, Fact, FactKey
from knowledge.terms import essential, fills, names
from portal.assistant.records.amounts import limit_of, money
from portal.assistant.records.naming import Named
from portal.assistant.records.papers import Paper, Stated, lines_of, papers_of
from portal.assistant.records.query import Kinds, Query
from portal.assistant.records.telling import Block, Line, Told, counted, listed
from portal.core.clock import today
from portal.core.dates import date_long, plural
from portal.evidence.current import current_scope

Vendors = Sequence[Named]
_SOC = Kinds((EvidenceKind.SOC_REPORT,), "SOC reports")
_PENTEST = Kinds((EvidenceKind.PENETRATION_TEST,), "penetration tests")
_INSURANCE = Kinds((EvidenceKind.INSURANCE,), "insurance certificates")
_ROW_BEFORE = 600  # how far before its words the control stands that an exception is about


async def ends(query: Query, vendors: Vendors, among: str) -> Told:
    """Tell which documents end when it was asked; those whose end is not known are counted beside them."""
    day, what = today(), "period" if query.period else "validity"
    papers = await papers_of(vendors, query.kinds)
    dated = [(end, paper) for paper in papers if (end := _end(paper, query.period)) is not None]
    chosen = sorted(((end, one) for end, one in dated if _ends_then(end, query, day)), key=lambda each: each[0])
    rows = [
        Stated(paper, _end_fact(paper, query.period), (paper.vendor.name, paper.name, date_long(end), _left(end, day)))
        for end, paper in chosen
    ]
    wording = _ends_words(query, what)
    unknown = len(papers) - len(dated)
    notes = (f"Of {plural(unknown, 'more document')} the end is not known.",) if unknown and query.kinds.kinds else ()
    columns = ("Vendor", "Document", f"{what.capitalize()} ends", "That is")
    block = Block(columns, tuple(await lines_of(rows, vendors)))
    return Told(counted(f"{query.kinds.words}{wording}", among, len(rows)), (block,) if rows else (), notes)


def _ends_words(query: Query, what: str) -> str:
    said = [f"whose {what} ends {query.span.words}"] if query.span else []
    said += [f"whose {what} has ended"] if query.expired else []
    return f" {' or '.join(said)}" if said else f" and the end of their {what}"


def _ends_then(end: date, query: Query, day: date) -> bool:
    ended = query.expired and end < day
    if query.span is None:
        return ended or not query.expired
    return ended or query.span.holds(end)


def _end(paper: Paper, period: bool) -> date | None:
    return date.fromisoformat(paper.facts.period_end.value) if period and paper.facts.period_end else (
        None if period else paper.until
    )  # fmt: skip


def _end_fact(paper: Paper, period: bool) -> Fact | None:
    facts = paper.facts
    if period or facts.kind in (EvidenceKind.SOC_REPORT, EvidenceKind.INSURANCE):
        return facts.period_end
    return facts.expires or facts.period_end or facts.issued


def _left(end: date, day: date) -> str:
    days = (end - day).days
    return f"in {plural(days, 'day')}" if days > 0 else f"{plural(-days, 'day')} ago" if days < 0 else "today"


_OPINIONS = {"unqualified": ("unqualified",), "adverse": ("adverse",), "disclaimer": ("disclaimer",)}
_NOT_CLEAN = ("qualified", "adverse", "disclaimer")


async def opinions(query: Query, vendors: Vendors, among: str) -> Told:
    """Tell which reports have the opinion asked for; one that is "qualified" may be adverse or disclaimed, too."""
    kinds = query.kinds if query.kinds.kinds else _SOC
    papers = await papers_of(vendors, kinds)
    wanted = _OPINIONS.get(query.opinion, _NOT_CLEAN)
    rows = [
        Stated(one, one.facts.opinion, (one.vendor.name, one.name, one.facts.opinion.value.capitalize()))
        for one in papers
        if one.facts.opinion and one.facts.opinion.value in wanted
    ]
    silent = sum(one.facts.opinion is None for one in papers)
    notes = (f"Of {plural(silent, 'more report')} the opinion is not known.",) if silent else ()
    what = f"{kinds.words} with an opinion that is {listed(wanted)}"
    block = Block(("Vendor", "Document", "Opinion"), tuple(await lines_of(rows, vendors)))
    return Told(counted(what, among, len(rows)), (block,) if rows else (), (_looked_at(papers), *notes))


def _looked_at(papers: Sequence[Paper], words: str = "SOC report") -> str:
    whose = len({paper.vendor.id for paper in papers})
    return f"Looked at {plural(len(papers), words)} of {plural(whose, 'vendor')}."


async def exceptions(query: Query, vendors: Vendors, among: str) -> Told:
    """Tell the exceptions that auditors noted, those about the topic if one was named."""
    papers = await papers_of(vendors, query.kinds if query.kinds.kinds else _SOC)
    every = [(paper, fact) for paper in papers for fact in paper.facts.exceptions]
    around = await _around(every, vendors) if query.topic else {}
    chosen = [(paper, fact) for paper, fact in every if not query.topic or is_about(query.topic, around[id(fact)])]
    rows = [
        Stated(paper, fact, (paper.vendor.name, fact.parts.get("control", ""), fact.value)) for paper, fact in chosen
    ]
    about = f" about “{query.topic}”" if query.topic else ""
    others = len(every) - len(chosen)
    notes = (f"{plural(others, 'exception')} about other matters {'is' if others == 1 else 'are'} left out.",)
    block = Block(("Vendor", "Control", "Exception"), tuple(await lines_of(rows, vendors)))
    kinds = query.kinds.words if query.kinds.kinds else _SOC.words
    return Told(
        counted(f"exceptions noted in {kinds}{about}", among, len(rows)),
        (block,) if rows else (),
        (_looked_at(papers), *(notes if others else ())),
    )


async def _around(found: Sequence[tuple[Paper, Fact]], vendors: Vendors) -> dict[int, str]:
    """Return each exception with what stands before it on its page from the control's number on."""
    scope = await current_scope([vendor.id for vendor in vendors])
    texts = await page_texts({(paper.document, fact.page) for paper, fact in found}, scope)
    said = {}
    for paper, fact in found:
        page = texts.get((paper.document, fact.page), "")
        at = page.find(fact.quote)
        before = page[max(0, at - _ROW_BEFORE) : at] if at > 0 else ""
        control = fact.parts.get("control", "")
        row = before[before.rfind(control) :] if control and control in before else ""
        said[id(fact)] = f"{row} {fact.value} {fact.quote}"
    return said


def is_about(topic: str, text: str) -> bool:
    """Say whether a text names every idea of a topic, whatever the inflection or the synonym."""
    present = names(text)
    wanted = [term.name for term in essential(topic)]
    return bool(wanted) and all(fills(idea, present) for idea in wanted)


async def tests(query: Query, vendors: Vendors, among: str) -> Told:
    """Tell which penetration tests left findings open, of the severities named or of any but information."""
    papers = await papers_of(vendors, _PENTEST)
    levels = [one.value for one in reversed(query.severities)] or ["critical", "high", "medium", "low"]
    rows, unknown = [], 0
    for paper in papers:
        facts = [fact for fact in paper.details(FactKey.SEVERITY_COUNT) if fact.value in levels]
        unknown += not facts or any("open" not in fact.parts for fact in facts)
        for fact in facts:
            if int(fact.parts.get("open", "0")) > 0:
                found = f"{fact.parts['open']} of {fact.parts.get('found', '?')}"
                rows.append(Stated(paper, fact, (paper.vendor.name, paper.name, fact.value.capitalize(), found)))
    reports = len({row.paper.document for row in rows})
    block = Block(("Vendor", "Document", "Severity", "Still open"), tuple(await lines_of(rows, vendors)))
    notes = [_looked_at(papers, "penetration test")]
    notes += [f"Of {plural(unknown, 'test')} it is not known what is still open."] if unknown else []
    what = f"penetration tests that left findings open ({listed(levels)})"
    return Told(counted(what, among, reports), (block,) if rows else (), tuple(notes))


async def cover(query: Query, vendors: Vendors, among: str) -> Told:
    """Tell the limits of insurance, those within the bound if one was named; nothing is converted or added up."""
    papers = await papers_of(vendors, _INSURANCE)
    rows = []
    for paper in papers:
        for fact in paper.details(FactKey.LIMIT):
            limit = limit_of(fact.value)
            if limit is not None and (query.sum is None or query.sum.holds(limit[1], limit[0])):
                cells = (paper.vendor.name, paper.name, fact.parts.get("cover", ""), money(*limit))
                rows.append(Stated(paper, fact, cells))
    bound = f" of {query.sum.words}" if query.sum else ""
    block = Block(("Vendor", "Document", "Cover", "Limit"), tuple(await lines_of(rows, vendors)))
    notes = [_looked_at(papers, "insurance certificate")]
    notes += (
        ["Amounts are as the certificates state them; currencies are not converted."] if query.sum and papers else []
    )
    without = [vendor for vendor in vendors if vendor.id not in {paper.vendor.id for paper in papers}]
    notes += (
        [f"{plural(len(without), 'vendor')} sent no insurance certificate."] if without and len(vendors) > 1 else []
    )
    return Told(counted(f"limits of insurance{bound}", among, len(rows)), (block,) if rows else (), tuple(notes))


async def subservices(query: Query, vendors: Vendors, among: str) -> Told:
    """Tell the subservice organisations that reports carve out, or include."""
    papers = await papers_of(vendors, _SOC)
    every = [(paper, fact) for paper in papers for fact in paper.details(FactKey.SUBSERVICE)]
    rows = [
        Stated(paper, fact, (paper.vendor.name, fact.value, fact.parts.get("service", ""), query.method.capitalize()))
        for paper, fact in every
        if fact.parts.get("method") == query.method
    ]
    unsaid = sum("method" not in fact.parts for _, fact in every)
    columns = ("Vendor", "Subservice organisation", "What it does", "Method")
    block = Block(columns, tuple(await lines_of(rows, vendors)))
    notes = [_looked_at(papers)]
    notes += [f"Of {plural(unsaid, 'more subservice organisation')} the method is not known."] if unsaid else []
    word = "carved out of" if query.method == "carve-out" else "included in"
    return Told(
        counted(f"subservice organisations {word} SOC reports", among, len(rows)),
        (block,) if rows else (),
        tuple(notes),
    )


async def documents(query: Query, vendors: Vendors, among: str) -> Told:
    """Tell which documents vendors sent, or which vendors sent none of a kind."""
    papers = await papers_of(vendors, query.kinds, every=True)
    if query.without:
        return _without(query, vendors, papers, among)
    chosen = [one for one in papers if query.span is None or query.span.holds(one.uploaded.date())]
    rows = [
        Stated(one, None, (one.vendor.name, one.name, one.facts.kind.label, date_long(one.uploaded))) for one in chosen
    ]
    since = f" {query.span.words}" if query.span else ""
    block = Block(("Vendor", "Document", "Kind", "Received"), tuple(await lines_of(rows, vendors)))
    whose = plural(len({one.vendor.id for one in chosen}), "vendor")
    notes = (f"They are of {whose}.",) if len(vendors) > 1 and rows else ()
    return Told(counted(f"{query.kinds.words} received{since}", among, len(rows)), (block,) if rows else (), notes)


def _without(query: Query, vendors: Vendors, papers: Sequence[Paper], among: str) -> Told:
    have = {paper.vendor.id for paper in papers}
    lines = tuple(
        Line((one.name,), f"/vendors/{one.slug}/documents", "documents") for one in vendors if one.id not in have
    )
    what = f"vendors that sent none of these: {query.kinds.words}"
    return Told(counted(what, among, len(lines)), (Block(("Vendor",), lines),) if lines else ())
