"""A contact reaches the own vendor only; staff reach every vendor."""

import pytest

from portal.core.errors import NotFound
from portal.vendors.access import contact_for, service_for, vendor_by_id_for, vendor_for
from tests.cast import Cast

pytestmark = pytest.mark.anyio


async def test_staff_reach_every_vendor(cast: Cast) -> None:
    """Anybody of the company finds a vendor by slug and by id."""
    found = await vendor_for(cast.auditor, "helio-payments")
    same = await vendor_by_id_for(cast.auditor, cast.helio.vendor.id)

    assert found.id == same.id == cast.helio.vendor.id


async def test_a_contact_reaches_the_own_vendor_only(cast: Cast) -> None:
    """Another vendor, its service and its contact are not there for a contact."""
    own = await vendor_for(cast.helio.who, "helio-payments")

    assert own.id == cast.helio.vendor.id
    with pytest.raises(NotFound):
        await vendor_for(cast.helio.who, "corvid-analytics")
    with pytest.raises(NotFound):
        await vendor_by_id_for(cast.helio.who, cast.corvid.vendor.id)
    with pytest.raises(NotFound):
        await service_for(cast.helio.who, cast.corvid.vendor, cast.corvid.service.id)
    with pytest.raises(NotFound):
        await contact_for(cast.helio.who, cast.corvid.vendor, cast.corvid.contact.id)
