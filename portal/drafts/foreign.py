"""Makes words that others wrote safe to stand inside a template of ours: one line, no marks, no quotation marks; pure."""

import re
import unicodedata

_MARK = re.compile(r"\[(\s*\d{1,3}\s*)\]")
_QUOTATION = str.maketrans(dict.fromkeys('“”„«»"', "'"))


def plain(text: str, most: int = 300) -> str:
    """Return a text as one line in which nothing passes for a citation or for the end of a quotation."""
    visible = "".join(char if unicodedata.category(char) not in ("Cc", "Cf") else " " for char in text)
    return shortened(_MARK.sub(r"(\1)", " ".join(visible.split()).translate(_QUOTATION)), most)


def shortened(text: str, most: int) -> str:
    """Cut a text at a word, and say by an ellipsis that it was cut."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    cut = flat[: most - 2]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[most // 2 :] else cut} …"


def ended(text: str) -> str:
    """Return a text with a full stop at its end where it has none."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
