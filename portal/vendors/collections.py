"""Where a vendor's documents are kept in the knowledge engine: one collection each."""

from uuid import UUID


def collection_of(vendor_id: UUID) -> str:
    """Return the name of the vendor's collection."""
    return f"vendor-{vendor_id}"
