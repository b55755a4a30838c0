"""Tables of vendors: the vendor, the services it gives us, and the people we write to."""

from piccolo.columns import UUID, Boolean, ForeignKey, Integer, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table


class Vendor(Table, tablename="vendor"):
    """An external partner. Tier and inherent risk are those of its most critical service, worked out, never typed in."""

    id = UUID(primary_key=True)
    slug = Varchar(80, index=True)
    name = Varchar(200)
    website = Varchar(300)
    summary = Text()
    tier = Varchar(10)
    likelihood = Integer(default=0)
    impact = Integer(default=0)
    inherent = Varchar(10)
    owner = UUID(default=None, null=True)
    archived = Boolean(default=False)
    created_at = Timestamptz(default=None, null=True)


class Service(Table, tablename="service"):
    """One thing a vendor does for us; `profile` is the JSON of portal.risk.tiering.ServiceProfile, `reasons` of its reasons."""

    id = UUID(primary_key=True)
    vendor = ForeignKey(Vendor, null=False, on_delete=OnDelete.restrict)
    name = Varchar(200)
    summary = Text()
    profile = Text()
    tier = Varchar(10)
    likelihood = Integer(default=0)
    impact = Integer(default=0)
    inherent = Varchar(10)
    reasons = Text()
    active = Boolean(default=True)
    created_at = Timestamptz(default=None, null=True)


class Contact(Table, tablename="contact"):
    """A person at a vendor who answers and uploads; has no account, only links."""

    id = UUID(primary_key=True)
    vendor = ForeignKey(Vendor, null=False, on_delete=OnDelete.restrict)
    name = Varchar(200)
    email = Varchar(254)
    title = Varchar(120)
    active = Boolean(default=True)
    created_at = Timestamptz(default=None, null=True)
