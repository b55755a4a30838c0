"""Pure: how far a document reaches and how far it has been read, in the words of the lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.facts import DocumentFacts
from knowledge.facts.clock import day_of
from knowledge.facts.coverage import coverage
from knowledge.facts.kinds import EvidenceKind
from portal.core.dates import date_long, plural

SOON = 60


@dataclass(frozen=True, slots=True)
class Reach:
    """From when to when a document speaks; `note` says what that means today and `tone` how much it asks for."""

    until: date | None = None
    note: str = ""
    tone: str = ""


def reach_of(facts: DocumentFacts, bridges: Sequence[DocumentFacts], today: date) -> Reach:
    """Work out how far a document reaches today, a report with the bridge letters that take it on."""
    end = day_of(facts.period_end)
    reached = coverage(facts, bridges, today)
    until = reached.covered_until or reached.valid_until
    if facts.kind is EvidenceKind.SOC_REPORT and end:
        return Reach(until, *_report_note(end, reached.covered_until or end, today))
    return Reach(until, *_note(until, today))


def period_of(facts: DocumentFacts) -> str:
    """Return what a document says it covers, in words, or the day it was issued; empty when it says neither."""
    start, end, issued = day_of(facts.period_start), day_of(facts.period_end), day_of(facts.issued)
    if start and end:
        return span_words(start, end)
    return f"of {issued.day} {issued:%b} {issued.year}" if issued else ""


def span_words(start: date, end: date) -> str:
    """Return a period as people say it: "1 Jan - 30 Sep 2026"."""
    first = f"{start.day} {start:%b}" + ("" if start.year == end.year else f" {start.year}")
    return f"{first} – {end.day} {end:%b} {end.year}"


def progress_words(done: int, pages: int) -> str:
    """Say how far the reading of a document is."""
    if not pages:
        return "Opening the file"
    return f"Reading page {done + 1} of {pages}" if done < pages else "Putting its words into the index"


def _report_note(end: date, reached: date, today: date) -> tuple[str, str]:
    bridged = f"bridge letter until {date_long(reached)}" if reached > end else ""
    days = (today - reached).days
    if days <= 0:
        return bridged, ""
    since = f"the {days} days since are not covered" if days > 1 else "the day since is not covered"
    return f"{bridged}, {since}" if bridged else since, "warn" if days > SOON else ""


def _note(until: date | None, today: date) -> tuple[str, str]:
    if until is None:
        return "", ""
    days = (until - today).days
    if days < 0:
        return f"{plural(-days, 'day')} ago", "warn"
    return (f"in {plural(days, 'day')}", "warn") if days <= SOON else ("", "")
