"""`surety ask`."""

from pathlib import Path
from typing import TYPE_CHECKING

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
@click.argument("question")
@with_data
async def ask(slug: str, older: bool, question: str, data: Path | None) -> None:
    """Answer one question from a vendor's documents and print the answer with its quotes."""
    from knowledge.answering import whole_answer
    from portal.assistant.access import scope_for
    from portal.assistant.looking_up import looked_up_at
    from portal.engines import build_engines
    from portal.vendors.access import vendor_for

    async with opened(data) as settings:
        vendor = await vendor_for(SYSTEM, slug)
        engines = build_engines(settings)
        found = await looked_up_at(question, SYSTEM, vendor, engines.tools, engines.language)
        if found is not None:
            print_json(_records(*found))
            return
        scope = await scope_for(SYSTEM, vendor.id, older)
        answer = await whole_answer(question, scope, engines.tools, engines.language)
    print_json(_line(answer))


def _records(told: "Told", answered: bool) -> dict[str, object]:
    """Return an answer made of rows in the form of every answer, with the rows beside it."""
    from portal.assistant.keeping import FROM_ROWS
    from portal.assistant.records.telling import line_cells, told_text

    drafted = told.draft
    rows = [(line_cells(block, line), line) for block in told.blocks for line in block.lines]
    return {
        "answer": told_text(told)[0],
        "answered": answered,
        "citations": [
            *(_quote(line.quote) for _, line in rows if line.quote),
            *(_quote(quote) for quote in (drafted.quotes if drafted else ())),
        ],
        "records": [
            {"row": cells, "link": line.link, "citation": _quote(line.quote) if line.quote else None}
            for cells, line in rows
        ],
        "reason": "" if answered else told.asked,
        "nearest": [],
        "searched": {"documents": 0, "pages": 0, "unread": [], "unread_documents": []},
        "written_by": (drafted.written_by if drafted else "") or FROM_ROWS,
        "prompt_version": drafted.prompt_version if drafted else "",
        "removed": 0,
        "removed_by": {},
        "note": "",
    }


def _line(answer: "Answer") -> dict[str, object]:
    searched, cannot = answer.searched, answer.cannot
    return {
        "answer": answer.text,
        "answered": answer.answered,
        "citations": [_quote(quote) for quote in answer.citations],
        "records": [],
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


def _quote(quote: "Quote") -> dict[str, object]:
    return {"document": quote.document, "page": quote.page, "quote": quote.text}
