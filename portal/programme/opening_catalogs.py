"""Open OSCAL catalogs in a confined process, and keep what was read as text."""

import msgspec
from anyio import to_thread

from portal.core.jailed import asked_in_jail, check_size
from questionnaires.formats.oscal import Catalog
from questionnaires.formats.source import Source

_JAIL = "portal.programme.catalog_jail"


async def read_catalog_file(source: Source) -> Catalog:
    """Read a catalog that somebody handed in; raises UnreadableQuestionnaire with the one sentence to show."""
    check_size(source)
    said, _ = await to_thread.run_sync(asked_in_jail, _JAIL, {}, [source])
    return msgspec.convert(said, Catalog)


def catalog_to_json(catalog: Catalog) -> str:
    """Write a catalog for a row."""
    return msgspec.json.encode(catalog).decode()


def catalog_from_json(text: str) -> Catalog:
    """Read a catalog from a row."""
    return msgspec.json.decode(text, type=Catalog)
