"""Where the quotes of a draft are shown on their pages."""

from urllib.parse import quote as escaped

from knowledge.citations import Quote


def page_url(quote: Quote) -> str:
    """Return the address at which a quote is marked on its page."""
    return f"/documents/of/{quote.document_id}?page={quote.page}&quote={escaped(quote.text[:1500])}"
