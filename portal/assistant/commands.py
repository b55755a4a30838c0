"""`surety ask`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portal.core.running import opened, print_json, with_data
from portal.core.scope import SYSTEM

if TYPE_CHECKING:
    from knowledge.answering import Answer
    from knowledge.citations import Quote


@click.command()
@click.option("--vendor", "slug", required=True, help="The vendor's slug.")
@click.option("--older", is_flag=True, help="Search older versions as well, which newer ones have replaced.")
@click.argument("question")
@with_data
async def ask(slug: str, older: bool, question: str, data: Path | None) -> None:
    """Answer one question from a vendor's documents and print the answer with its quotes."""
    from knowledge.answering import whole_answer
    from portal.assistant.access import scope_for
    from portal.engines import build_engines
    from portal.vendors.access import vendor_for

    async with opened(data) as settings:
        vendor = await vendor_for(SYSTEM, slug)
        engines = build_engines(settings)
        scope = await scope_for(SYSTEM, vendor.id, older)
        answer = await whole_answer(question, scope, engines.tools, engines.language)
    print_json(_line(answer))


def _line(answer: "Answer") -> dict[str, object]:
    searched, cannot = answer.searched, answer.cannot
    return {
        "answer": answer.text,
        "answered": answer.answered,
        "citations": [_quote(quote) for quote in answer.citations],
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
        "note": answer.note,
    }


def _quote(quote: "Quote") -> dict[str, object]:
    return {"document": quote.document, "page": quote.page, "quote": quote.text}
