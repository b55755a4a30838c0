"""`surety ask`."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click

from portal.core.running import opened, print_json, with_data
from portal.core.scope import SYSTEM

if TYPE_CHECKING:
    from knowledge.answering import Answer
    from knowledge.citations import Quote
    from portal.assistant.records.telling import Told


@click.command()
@click.option("--vendor", "slug", required=True, help="The vendor's slug.")
@click.option("--older", is_flag=True, help="Search older versions as well, which newer ones have replaced.")
@click.option("--document", "name", default="", help="Ask one document alone, by its name.")
@click.argument("question")
@with_data
async def ask(slug: str, older: bool, name: str, question: str, data: Path | None) -> None:
    """Answer one question from a vendor's documents and print the answer with its quotes."""
    from knowledge.answering import whole_answer
    from portal.assistant.access import scope_for
    from portal.assistant.looking_up import looked_up_at, narrowed
    from portal.assistant.records.telling import joined
    from portal.engines import build_engines
    from portal.vendors.access import vendor_for

    async with opened(data) as settings:
        vendor = await vendor_for(SYSTEM, slug)
        engines = build_engines(settings)
        document = await _named(vendor.id, name)
        found = None
        narrow = await narrowed(question, SYSTEM, vendor.id, None) if document is None else None
        question = narrow.question if narrow else question
        if narrow is not None and not narrow.vendors:
            found = narrow.told, True
        elif document is None:
            found = await looked_up_at(question, SYSTEM, vendor, engines.tools, engines.language)
            found = (joined(narrow.told, found[0]), found[1]) if found and narrow else found
        if found is not None:
            print_json(_records(*found))
            return
        scope = await scope_for(SYSTEM, vendor.id, older, document=document)
        answer = await whole_answer(question, scope, engines.tools, engines.language)
    print_json(_line(answer, narrow.told if narrow else None))


async def _named(vendor_id: UUID, name: str) -> UUID | None:
    """Return the newest document of that name; None where none is named. Stops with a sentence where there is no such one."""
    from portal.evidence.current import evidence_named, evidence_of

    if not name:
        return None
    row = await evidence_named(vendor_id, name)
    if row is None:
        there = ", ".join(each.name for each in await evidence_of(vendor_id)) or "none"
        raise click.ClickException(f"There is no document '{name}' of this vendor; there are: {there}.")
    return row.id


def _records(told: "Told", answered: bool) -> dict[str, object]:
    """Return an answer made of rows in the form of every answer, with the rows beside it."""
    from portal.assistant.keeping import FROM_ROWS
    from portal.assistant.records.telling import told_text

    drafted = told.draft
    return {
        "answer": told_text(told)[0],
        "answered": answered,
        "citations": [
            *(_quote(line.quote) for line in told.lines if line.quote),
            *(_quote(quote) for quote in (drafted.quotes if drafted else ())),
        ],
        "records": _rows(told),
        "reason": "" if answered else told.asked,
        "nearest": [],
        "searched": {"documents": 0, "pages": 0, "unread": [], "unread_documents": []},
        "written_by": (drafted.written_by if drafted else "") or FROM_ROWS,
        "prompt_version": drafted.prompt_version if drafted else "",
        "removed": 0,
        "removed_by": {},
        "note": "",
    }


def _line(answer: "Answer", ahead: "Told | None") -> dict[str, object]:
    """Return an answer from the documents; where rows say that they are those of a vendor meant, the rows come first."""
    from portal.assistant.records.telling import told_text

    searched, cannot = answer.searched, answer.cannot
    quotes = [line.quote for line in ahead.lines if line.quote] if ahead else []
    return {
        "answer": f"{told_text(ahead)[0]}\n\n{answer.text}".strip() if ahead else answer.text,
        "answered": answer.answered,
        "citations": [_quote(quote) for quote in (*quotes, *answer.citations)],
        "records": _rows(ahead) if ahead else [],
        "reason": cannot.reason if cannot else "",
        "nearest": [_quote(quote) for quote in cannot.nearest] if cannot else [],
        "searched": {
            "documents": searched.documents,
            "pages": searched.pages,
            "unread": [
                {"document": page.document, "page": page.page, "state": page.state.value} for page in searched.unread
            ],
            "unread_documents": list(searched.unread_documents),
        },
        "written_by": answer.written_by,
        "prompt_version": answer.prompt_version,
        "removed": answer.removed,
        "removed_by": {gate.value: count for gate, count in answer.gates.items()},
        "note": answer.note,
    }


def _rows(told: "Told") -> list[dict[str, object]]:
    from portal.assistant.records.telling import line_cells

    return [
        {
            "row": line_cells(block, line),
            "link": line.link,
            "citation": _quote(line.quote) if line.quote else None,
        }
        for block in told.blocks
        for line in block.lines
    ]


def _quote(quote: "Quote") -> dict[str, object]:
    return {"document": quote.document, "page": quote.page, "quote": quote.text}
