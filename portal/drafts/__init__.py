"""Drafts: texts put together from rows for a person to edit and take; without effect until then."""
