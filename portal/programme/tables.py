"""Tables of the standard: what the company requires of its partners, and the catalogs that some of it came from."""

from piccolo.columns import UUID, Boolean, Integer, Text, Timestamptz, Varchar
from piccolo.table import Table


class Requirement(Table, tablename="requirement"):
    """One requirement of the standard; `question_refs` (JSON list) names the questions whose answers show it.

    One that came from a catalog knows its control there, the words that were taken (`taken`, JSON), so that words changed
    here are told from those, and since when the catalog no longer has it.
    """

    id = UUID(primary_key=True)
    ref = Varchar(20)  # type: ignore[assignment]  # our word; Piccolo's Table.ref is not used
    title = Varchar(200)
    text = Text()
    question_refs = Text()
    position = Integer(default=0)
    active = Boolean(default=True)
    created_at = Timestamptz(default=None, null=True)
    catalog = UUID(default=None, null=True)
    control = Varchar(120, default=None, null=True)
    grouped = Varchar(200, default=None, null=True)
    guidance = Text(default=None, null=True)
    taken = Text(default=None, null=True)
    gone_at = Timestamptz(default=None, null=True)


class Catalog(Table, tablename="catalog"):
    """A published set of controls that requirements came from, in the version that was taken in last."""

    id = UUID(primary_key=True)
    title = Varchar(300)
    version = Varchar(100)
    uuid = Varchar(60)
    file = Varchar(255)
    taken_by_name = Varchar(200)
    taken_at = Timestamptz(default=None, null=True)


class CatalogReading(Table, tablename="catalog_reading"):
    """What a catalog's file holds (`contents`, JSON), kept until a person has seen what it changes and takes it in."""

    id = UUID(primary_key=True)
    file = Varchar(255)
    contents = Text()
    read_by = Varchar(40)
    read_by_name = Varchar(200)
    read_at = Timestamptz(default=None, null=True)
    taken_at = Timestamptz(default=None, null=True)
