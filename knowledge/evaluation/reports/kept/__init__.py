"""Kept apart: whoever writes rules for facts does not read this."""
