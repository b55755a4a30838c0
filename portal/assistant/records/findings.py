"""Rows about findings: which are open, overdue, or of a severity, and how many of each."""

from collections.abc import Sequence
from urllib.parse import urlencode

from portal.assistant.records.naming import Named
from portal.assistant.records.query import Query
from portal.assistant.records.telling import Block, Line, Told, counted, listed
from portal.core.clock import today
from portal.core.dates import due
from portal.findings.standing import is_overdue, number_words
from portal.findings.tables import Finding
from portal.risk.levels import FindingState, Severity


async def findings_of(vendors: Sequence[Named]) -> list[Finding]:
    """Return the findings of some vendors, the gravest first."""
    if not vendors:
        return []
    rows: list[Finding] = await Finding.objects().where(Finding.vendor.is_in([vendor.id for vendor in vendors]))
    return sorted(rows, key=lambda row: (-Severity(row.severity).rank, row.number))


async def findings(query: Query, vendors: Sequence[Named], among: str) -> Told:
    """Tell the findings asked for; how many of each severity if that was asked."""
    rows = [row for row in await findings_of(vendors) if _is_asked(row, query)]
    block = Block(("Number", "Vendor", "Finding", "Severity", "State", "Due"), tuple(finding_lines(rows, vendors)))
    blocks = [_tally(rows, query), block] if query.tally else [block]
    return Told(counted(_words(query), among, len(rows)), tuple(blocks) if rows else ())


def finding_lines(rows: Sequence[Finding], vendors: Sequence[Named]) -> list[Line]:
    """Return findings as lines that lead to their pages."""
    names = {vendor.id: vendor.name for vendor in vendors}
    return [
        Line(
            (
                number_words(row),
                names[row.vendor],
                row.title,
                Severity(row.severity).label,
                FindingState(row.state).label,
                due(row.due) if row.state == FindingState.OPEN.value else "",
            ),
            f"/findings/{row.id}",
            "finding",
        )
        for row in rows
    ]


def _is_asked(row: Finding, query: Query) -> bool:
    return (
        (not query.states or FindingState(row.state) in query.states)
        and (not query.severities or Severity(row.severity) in query.severities)
        and (not query.overdue or is_overdue(row, today()))
        and (query.span is None or (row.state == FindingState.OPEN.value and query.span.holds(row.due)))
    )


def _tally(rows: Sequence[Finding], query: Query) -> Block:
    levels = query.severities or tuple(reversed(Severity))
    states = query.states or tuple(FindingState)
    lines = []
    for level in levels:
        count = sum(row.severity == level.value for row in rows)
        asked = {"severity": level.value} | ({"state": states[0].value} if len(states) == 1 else {})
        lines.append(Line((level.label, str(count)), f"/findings?{urlencode(asked)}", "list"))
    return Block(("Severity", "Findings"), tuple(lines))


def _words(query: Query) -> str:
    said = ["overdue" if query.overdue else "", listed([state.label.lower() for state in query.states])]
    level = listed([one.value for one in query.severities])
    words = [word for word in said if word]
    due_words = f" that are due {query.span.words}" if query.span else ""
    return f"{' and '.join(words)} findings".strip() + (f" of severity {level}" if level else "") + due_words
