"""A draft as pages show it: its text for a form, its citations as links, and what its reader has to know of it."""

from dataclasses import dataclass
from uuid import UUID

from portal.drafts.composing import WRITTEN_BY
from portal.drafts.kinds import DraftKind
from portal.drafts.quoting import page_url
from portal.drafts.tables import Draft
from portal.evidence.quoting import quotes_from_json, short_name


@dataclass(frozen=True, slots=True)
class Cite:
    """One quote of a draft and where it is shown on its page."""

    label: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class DraftShown:
    """A draft; `written` says who worded it and `note` what else is to be known."""

    id: UUID
    kind: DraftKind
    title: str
    text: str
    severity: str
    cites: tuple[Cite, ...]
    written: str
    note: str


def shown(row: Draft) -> DraftShown:
    """Return a kept draft as it is shown."""
    cites = tuple(
        Cite(f"{short_name(quote.document)} {quote.place}", quote.text, page_url(quote))
        for quote in quotes_from_json(row.citations)
    )
    return DraftShown(
        row.id, DraftKind(row.kind), row.title, row.text, row.severity, cites, _written(row), _note(row)
    )  # fmt: skip


def _written(row: Draft) -> str:
    if row.written_by == WRITTEN_BY:
        return "Put together by rules from the rows that stand today."
    return f"Worded by {row.written_by} from what rules put together; prompt {row.prompt_version}."


def _note(row: Draft) -> str:
    return " ".join(text for text in (left_out_words(row.removed), row.note) if text)


def left_out_words(removed: int) -> str:
    """Say how many sentences went because their words do not stand on their page; nothing for none."""
    if not removed:
        return ""
    left = "1 sentence was" if removed == 1 else f"{removed} sentences were"
    return f"{left} left out: the words are not on their page any more."
