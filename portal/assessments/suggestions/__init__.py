"""Suggestions: answers that a vendor's own documents seem to give, for the vendor's contact to confirm, correct or ignore."""
