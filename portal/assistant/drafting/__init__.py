"""Drafting: clarifications, findings, summaries and rating narratives, put together from rows by templates of ours."""
