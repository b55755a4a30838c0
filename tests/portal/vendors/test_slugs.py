"""Slugs: readable, safe in an address, and each vendor's own."""

import asyncio

import pytest

from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.vendors.adding import add_vendor
from portal.vendors.slugs import slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Northpine Cloud", "northpine-cloud"),
        ("  Müller & Söhne GmbH ", "muller-sohne-gmbh"),
        ("O'Hara's", "oharas"),
        ("../../etc/passwd", "etc-passwd"),
        ("New", "new-vendor"),
        ("東京", "vendor"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_slug_is_plain(name: str, expected: str) -> None:
    """A name becomes lower-case letters, digits and hyphens, never a reserved word and never nothing."""
    assert slug(name) == expected


@pytest.mark.anyio
async def test_colliding_slugs_are_numbered(database: Settings) -> None:
    """Different names that read the same in an address get numbers behind them."""
    names = ["Acme, Inc.", "Acme Inc", "ACME: Inc!", "Acme Incorporated"]

    slugs = [(await add_vendor(SYSTEM, name)).slug for name in names]

    assert slugs == ["acme-inc", "acme-inc-2", "acme-inc-3", "acme-incorporated"]


@pytest.mark.anyio
async def test_vendors_added_at_once_get_slugs_of_their_own(database: Settings) -> None:
    """People who add vendors at the same moment never collide: every vendor has its own slug."""
    names = [f"Acme {'.' * n}Inc" for n in range(6)]

    vendors = await asyncio.gather(*(add_vendor(SYSTEM, name) for name in names))

    assert len({vendor.slug for vendor in vendors}) == 6
