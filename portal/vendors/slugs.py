"""The short name of a vendor in addresses and on the command line."""

import re
import unicodedata

from portal.vendors.tables import Vendor

LONGEST = 60
# These would stand where a page of the register's own stands.
RESERVED = frozenset({"new"})


def slug(name: str) -> str:
    """Return the name in lower-case ASCII letters, digits and hyphens; "vendor" when nothing of it is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:LONGEST].strip("-")
    return f"{short}-vendor" if short in RESERVED else short or "vendor"


async def free_slug(name: str) -> str:
    """Return the name's slug, with a number behind it when another vendor has it. Runs inside the open transaction."""
    wanted = slug(name)
    taken = await Vendor.select(Vendor.slug).where(Vendor.slug.like(f"{wanted}%")).output(as_list=True)
    number = 2
    free = wanted
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    return free
