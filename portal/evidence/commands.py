"""`surety evidence add` and `surety verify`."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import anyio
import click
import msgspec

from portal.core.errors import InvalidForm, PortalError
from portal.core.running import opened, print_json, with_data
from portal.core.scope import SYSTEM
from portal.core.settings import Settings

if TYPE_CHECKING:
    from portal.engines import Engines

_CHUNK = 1 << 18


@click.group()
def evidence() -> None:
    """Take evidence in."""


@evidence.command("add")
@click.option("--vendor", "slug", required=True, help="The vendor's slug.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_data
async def add(slug: str, files: tuple[Path, ...], data: Path | None) -> None:
    """Take files in, work them off, and print one JSON line for each."""
    from portal.engines import build_engines
    from portal.vendors.access import vendor_for

    async with opened(data) as settings:
        vendor = await vendor_for(SYSTEM, slug)
        engines = build_engines(settings)
        for file in files:
            print_json(await _take_in(file, vendor.id, settings, engines))


@click.command()
@click.option("--vendor", "slug", required=True, help="The vendor's slug.")
@click.argument("claim")
@with_data
async def verify(slug: str, claim: str, data: Path | None) -> None:
    """Check one claim against a vendor's evidence and print the verdict with its quotes."""
    from knowledge.verification import Claim
    from knowledge.verification import verify as verify_claim
    from portal.core.clock import today
    from portal.engines import build_engines
    from portal.evidence.current import current_scope
    from portal.learnt.standing import taught
    from portal.vendors.access import vendor_for

    async with opened(data) as settings:
        vendor = await vendor_for(SYSTEM, slug)
        engines = build_engines(settings)
        scope = await current_scope([vendor.id])
        verdict = await verify_claim(Claim(claim), scope, await taught(engines.tools), today(), engines.language)
    print_json(
        {
            "verdict": verdict.state.value,
            "reason": verdict.reason,
            "confidence": verdict.confidence,
            "quotes": [{"document": q.document, "page": q.page, "quote": q.text} for q in verdict.quotes],
        }
    )


async def _take_in(file: Path, vendor_id: UUID, settings: Settings, engines: "Engines") -> dict[str, object]:
    from knowledge.tables import Document
    from portal.evidence.receiving import receive

    try:
        row = await receive(SYSTEM, vendor_id, file.name, _pieces(file), settings)
    except InvalidForm as error:
        return _line(file, "unreadable", next(iter(error.errors.values())))
    except PortalError as error:
        return _line(file, "unreadable", error.sentence)
    await _wait_until_done(row.document, settings, engines)
    document = await Document.objects().where(Document.id == row.document).first()
    assert document is not None
    facts = msgspec.json.decode(document.facts) if document.facts else {}
    return _line(file, document.state, document.reason, document.page_count or 0, document.passage_count or 0, facts)


async def _wait_until_done(document_id: UUID, settings: Settings, engines: "Engines") -> None:
    from portal.core import queue
    from portal.evidence.receiving import READ
    from portal.evidence.working_off import work_off

    while not await _done(document_id):
        job = await queue.claim(READ, str(document_id))
        if job is None:
            await asyncio.sleep(0.3)  # a running server took the job
            continue
        try:
            await work_off(document_id, settings, engines)
            await queue.finish(job)
        except queue.Postponed as reason:
            await queue.postpone(job, reason.sentence)
            return


async def _done(document_id: UUID) -> bool:
    from knowledge.tables import Document, DocumentState

    final = [DocumentState.READY.value, DocumentState.UNREADABLE.value]
    return await Document.exists().where((Document.id == document_id) & Document.state.is_in(final))


async def _pieces(file: Path) -> AsyncIterator[bytes]:
    async with await anyio.open_file(file, "rb") as opened_file:
        while piece := await opened_file.read(_CHUNK):
            yield piece


def _line(
    file: Path, state: str, reason: str, pages: int = 0, passages: int = 0, facts: dict[str, object] | None = None
) -> dict[str, object]:
    return {
        "file": file.name,
        "state": state,
        "reason": reason,
        "pages": pages,
        "passages": passages,
        "facts": facts or {},
    }
