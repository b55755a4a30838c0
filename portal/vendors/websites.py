"""A vendor's website as people type it."""

from urllib.parse import urlsplit


def whole_address(text: str) -> str:
    """Return the address with its scheme, which people leave out."""
    text = text.strip()
    return text if not text or "://" in text else f"https://{text}"


def website_problem(value: object) -> str:
    """Return a sentence when this is no web address, else an empty string."""
    text = whole_address(str(value))
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        plausible = parts.scheme in ("http", "https") and "." in (parts.hostname or "") and not parts.username
    except ValueError:
        plausible = False
    if plausible and len(text) <= 300 and text.isprintable() and " " not in text:
        return ""
    return "Website: please enter an address like https://example.com."
