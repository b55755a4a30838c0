"""Measures verdicts on invented vendors: their documents are taken in as any are, and their answers checked as any are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from anyio.to_thread import run_sync

from knowledge.citations import Quote
from knowledge.evaluation.citing import Citations, reread
from knowledge.index import synchronise
from knowledge.ingesting import digest, register_document, store_digest
from knowledge.limits import DEFAULT_LIMITS
from knowledge.retrieval import Tools
from knowledge.scope import Scope
from knowledge.verification import Claim, Verdict, verify
from portal.planted.holding import held
from portal.planted.imported import imported
from portal.planted.papers import Document, documents, home_of
from portal.planted.planning import Claimed, plan
from portal.planted.sheets import Spot
from portal.planted.vendors import TODAY, Vendor, vendors


@dataclass(frozen=True, slots=True)
class Shelved:
    """An invented vendor whose documents are taken in: what it claims, where that is planted, and what was read."""

    vendor: Vendor
    claims: tuple[Claimed, ...]
    shelf: str
    spots: Mapping[tuple[str, str], Spot]
    pages: Mapping[str, dict[int, str]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A claim of an invented vendor beside the verdict it got; whether its quotes stand where the truth does, and at all."""

    vendor: str
    claimed: Claimed
    verdict: Verdict
    found: bool | None
    citations: Citations


async def outcomes(group: str, tools: Tools, most: int | None = None) -> list[Outcome]:
    """Check every claim of a group's vendors, or of the first few, against their own documents."""
    return (await put_both_ways(group, tools, most, imported_too=False))[0]


async def put_both_ways(
    group: str, tools: Tools, most: int | None = None, *, imported_too: bool = True
) -> tuple[list[Outcome], list[Outcome]]:
    """Do the same, and beside it with the claims put as an imported questionnaire puts them."""
    ours: list[Outcome] = []
    theirs: list[Outcome] = []
    for vendor in vendors(group)[:most]:
        shelved = await taken_in(group, vendor, tools)
        ours += await _checked(shelved.claims, shelved, tools)
        if imported_too:
            theirs += await _checked([one for one in map(imported, shelved.claims) if one is not None], shelved, tools)
    return ours, theirs


async def _checked(claims: Sequence[Claimed], shelved: Shelved, tools: Tools) -> list[Outcome]:
    vendor, scope, results = shelved.vendor, Scope((shelved.shelf,)), []
    for claimed in claims:
        claim = Claim(claimed.claim, claimed.question.text, "", vendor.service, *claimed.words)
        verdict = await verify(claim, scope, tools, TODAY)
        found = is_found(claimed, verdict.quotes, shelved)
        results.append(Outcome(vendor.key, claimed, verdict, found, await reread(verdict.quotes, scope)))
    return results


async def taken_in(group: str, vendor: Vendor, tools: Tools) -> Shelved:
    """Draw a vendor's documents and take them in; without a phrase bank there is nothing to draw."""
    claims = plan(group, vendor)
    shelf = f"{group}-{vendor.key}"
    drawn = documents(group, vendor, claims) if claims else []
    pages = {document.name: await _taken_in(shelf, document, tools) for document in drawn}
    spots = {key: spot for document in drawn for key, spot in document.spots.items()}
    return Shelved(vendor, (*claims, *held(vendor)) if claims else (), shelf, spots, pages)


async def _taken_in(shelf: str, document: Document, tools: Tools) -> dict[int, str]:
    """Take a document in from its bytes to the index; returns the text of its pages."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(document.content)
        digested = await run_sync(digest, path, document.name, tools.embedder, DEFAULT_LIMITS)
    hashed = sha256(document.content).hexdigest()
    row = await register_document(shelf, hashed, document.name, len(document.content))
    await store_digest(row.id, digested)
    await synchronise(tools.index, shelf)
    return {page.number: page.text for page in digested.pages}


def is_found(claimed: Claimed, quotes: Sequence[Quote], shelved: Shelved) -> bool | None:
    """Say whether a quote shows the planted words on their page; None where nothing is quoted or to be quoted."""
    if not quotes or (claimed.decided_by is None and not claimed.document):
        return None
    if claimed.decided_by is None:
        return any(claimed.document in quote.document.replace("_", " ") for quote in quotes)
    placed = claimed.decided_by
    spot = shelved.spots[(placed.phrase.key, home_of(placed, shelved.vendor))]
    wanted = set(placed.quote.lower().split())
    on = [
        number
        for number in range(spot.first, spot.last + 1)
        if 2 * len(wanted & set(shelved.pages[spot.document].get(number, "").lower().split())) > len(wanted)
    ]
    return any(
        quote.document == spot.document
        and quote.page in on
        and 2 * len(wanted & set(quote.text.lower().split())) >= min(len(wanted), len(quote.text.split()))
        for quote in quotes
    )
