"""The JSON API under /api/v1, thin over the same use-cases as the pages."""
