"""Rows about tiers: how closely each vendor is looked at."""

from collections.abc import Sequence

from portal.assistant.records.naming import Named
from portal.assistant.records.query import Query
from portal.assistant.records.telling import Block, Line, Told, counted, listed
from portal.risk.levels import Tier
from portal.vendors.tables import Vendor


async def tiers(query: Query, vendors: Sequence[Named], among: str) -> Told:
    """Tell which vendors are of the tiers asked for, each as its services make it."""
    wanted = [tier.value for tier in query.tiers]
    theirs = Vendor.id.is_in([vendor.id for vendor in vendors]) & Vendor.tier.is_in(wanted)
    rows = (
        await Vendor.select(Vendor.slug, Vendor.name, Vendor.tier).where(theirs).order_by(Vendor.slug)
        if vendors
        else []
    )
    lines = tuple(Line((row["name"], Tier(row["tier"]).label), f"/vendors/{row['slug']}", "vendor") for row in rows)
    what = f"vendors of tier {listed([tier.value for tier in query.tiers])}"
    return Told(counted(what, among, len(lines)), (Block(("Vendor", "Tier"), lines),) if lines else ())
