"""How far a document reaches: from when to when it speaks, what a bridge letter adds, and the gap up to a day."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.facts.clock import day_of, valid_from, valid_until
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.naming import same_company
from knowledge.facts.values import DocumentFacts

BRIDGED_MONTHS = 3
_DAY = timedelta(days=1)
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s*\n\s*")
_NAME = re.compile(r"(?:the\s+)?[A-Z0-9][\w.&'’-]*(?:\s+(?:\([^()]*\)|[\w.&'’-]+)){0,5}")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a document reaches; `gap_days` is None where its end is not known, 0 where it reaches the day asked."""

    valid_from: date | None
    valid_until: date | None
    covered_until: date | None
    gap_days: int | None
    bridged_by: DocumentFacts | None
    words: str


def coverage(facts: DocumentFacts, bridges: Sequence[DocumentFacts], today: date) -> Coverage:
    """Work out how far a document reaches, a SOC report with the bridge letters that take it on.

    A letter counts where it is about the same company and begins no later than the day after the report's period. It
    counts for three months beyond the period at most: a bridge letter is management's own word, not the auditor's, and
    audit firms give three months as the most that one should stand for.
    """
    start, until = valid_from(facts), valid_until(facts)
    if facts.kind is not EvidenceKind.SOC_REPORT:
        gap = None if until is None else _days_after(until, today)
        return Coverage(start, until, until, gap, None, _plain_words(start, until, today))
    end = day_of(facts.period_end)
    if end is None:
        return Coverage(start, until, None, None, None, "The report's period is not known.")
    reached, letter = _bridged(facts, end, bridges, today)
    words = _report_words(day_of(facts.period_start), end, reached, today)
    return Coverage(start, until, reached, _days_after(reached, today), letter, words)


def covered_services(facts: DocumentFacts) -> tuple[str, ...]:
    """List the services that a document's scope names; a scope that is one statement is given whole."""
    if facts.scope is None:
        return ()
    scope = facts.scope.value.strip(" .")
    names = [name.strip(" .") for name in _BETWEEN.split(scope) if name.strip(" .")]
    return tuple(names) if len(names) > 1 and all(_NAME.fullmatch(name) for name in names) else (scope,)


def _bridged(
    report: DocumentFacts, end: date, bridges: Sequence[DocumentFacts], today: date
) -> tuple[date, DocumentFacts | None]:
    """Follow the letters on from the period's end, each where the one before it leaves off."""
    reached, last = end, None
    spans = [(span, letter) for letter in bridges if (span := _span(letter, report, today))]
    for (start, until), letter in sorted(spans, key=lambda one: one[0]):
        until = min(until, _months_after(end, BRIDGED_MONTHS))
        if start <= reached + _DAY and until > reached:
            reached, last = until, letter
    return reached, last


def _span(letter: DocumentFacts, report: DocumentFacts, today: date) -> tuple[date, date] | None:
    """Say from when to when a letter speaks of a report's company; None for any other letter or one not yet written."""
    start, until, issued = day_of(letter.period_start), valid_until(letter), day_of(letter.issued)
    if letter.kind is not EvidenceKind.BRIDGE_LETTER or not start or not until or not _is_of(letter, report):
        return None
    return None if issued and issued > today else (start, until)


def _is_of(letter: DocumentFacts, report: DocumentFacts) -> bool:
    theirs = letter.subject or letter.issuer
    return theirs is not None and report.subject is not None and same_company(theirs.value, report.subject.value)


def _months_after(day: date, months: int) -> date:
    """Go on by whole months; a month's last day stays a last day, as periods end with months."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))


def _days_after(end: date, today: date) -> int:
    return max(0, (today - end).days)


def _report_words(start: date | None, end: date, reached: date, today: date) -> str:
    period = f"The report covers {start.isoformat()} to {end.isoformat()}" if start else f"The report is of {end}"
    bridge = f", a bridge letter goes on to {reached.isoformat()}" if reached > end else ""
    return f"{period}{bridge}; {_gap_words(_days_after(reached, today))}."


def _gap_words(gap: int) -> str:
    if not gap:
        return "that reaches today"
    return f"the {gap} days since are not covered" if gap > 1 else "the day since is not covered"


def _plain_words(start: date | None, until: date | None, today: date) -> str:
    if until is None:
        return "It does not state until when it holds."
    if until < today:
        return f"It held until {until.isoformat()}, {(today - until).days} days ago."
    if start is not None and start > today:
        return f"It holds from {start.isoformat()} to {until.isoformat()}, not yet today."
    return f"It holds until {until.isoformat()}."
