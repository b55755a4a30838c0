"""The same bytes are one document on a shelf, and a page's number stands once in a document."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import create_table_class

ID = "2026-11-21T23:30:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Unique indexes"

INDEXES = (
    'CREATE UNIQUE INDEX "document_collection_sha256_unique" ON "document" ("collection", "sha256")',
    'CREATE UNIQUE INDEX "page_document_number_unique" ON "page" ("document", "number")',
)


async def _indexes() -> None:
    raw = create_table_class("Raw")
    for statement in INDEXES:
        await raw.raw(statement)


async def forwards() -> MigrationManager:
    """Create the indexes."""
    manager = MigrationManager(migration_id=ID, app_name="knowledge", description=DESCRIPTION)
    manager.add_raw(_indexes)
    return manager
