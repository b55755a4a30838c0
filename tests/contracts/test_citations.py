"""What reads stored quotes again can fail: on words that no page holds, on shifted places, and on another vendor's pages."""

from dataclasses import replace

import pytest

from knowledge.citations import Quote
from knowledge.evaluation.shelving import put_on_shelf
from knowledge.pages import PageState, PageText
from portal.core.clock import now
from portal.evidence.quoting import quotes_to_json
from portal.findings.tables import Finding
from portal.vendors.collections import collection_of
from portal.vendors.tables import Vendor
from tests.cast import Cast
from tests.citations import reread_all
from tests.knowledge.papers import tools

pytestmark = [pytest.mark.anyio, pytest.mark.invented_quotes]
SAID = "Backups are encrypted and kept for a year."


async def quoted(cast: Cast) -> Quote:
    """Return words that do stand on a page of Helio's."""
    page = PageText(1, "1", PageState.TEXT, f"Policy.\n{SAID}")
    document = await put_on_shelf(collection_of(cast.helio.vendor.id), "policy.pdf", [page], "Policy", tools().embedder)
    return Quote(document, "policy.pdf", 1, "1", 8, 8 + len(SAID), SAID)


async def raised(vendor: Vendor, quote: Quote) -> None:
    """Store a finding that quotes."""
    await Finding(
        vendor=vendor.id,
        ref="",
        title="Backups",
        description="",
        severity="low",
        state="open",
        quotes=quotes_to_json((quote,)),
        remediation="",
        raised_by="somebody",
        raised_by_name="Somebody",
        raised_at=now(),
    ).save()


async def test_words_that_stand_are_counted(cast: Cast) -> None:
    """One quote, read again on its page."""
    await raised(cast.helio.vendor, await quoted(cast))

    found = await reread_all()

    assert (1, ()) == (found.quotes, found.fallen)


@pytest.mark.parametrize("changed", [{"text": "Backups are not encrypted."}, {"start": 9}, {"page": 2}])
async def test_words_that_do_not_stand_fall(cast: Cast, changed: dict[str, object]) -> None:
    """Other words, another place, another page."""
    await raised(cast.helio.vendor, replace(await quoted(cast), **changed))  # type: ignore[arg-type]

    assert 1 == len((await reread_all()).fallen)


async def test_words_of_another_vendor_fall(cast: Cast) -> None:
    """They stand, but not where this vendor may be quoted from."""
    await raised(cast.corvid.vendor, await quoted(cast))

    assert 1 == len((await reread_all()).fallen)
