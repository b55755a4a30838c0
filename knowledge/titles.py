"""Names a document: by the title in its own description when that can be trusted, else by its file's name."""

import re

from knowledge.reading import Reading

_SUFFIX = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|pptx?|pages|indd|tex|rtf)$", re.IGNORECASE)
_PROGRAM = re.compile(r"^(?:Microsoft (?:Word|PowerPoint|Excel)|Slide|LibreOffice)\s*-\s*", re.IGNORECASE)
_EMPTY_WORDS = frozenset(("untitled", "document", "certificate", "report", "title", "print", "unknown", "none"))
_MISREAD = re.compile(r"[\u00c2\u00c3][\u0080-\u00bf]|\ufffd|[\x00-\x1f]")


def title_of(reading: Reading, name: str) -> str:
    """Name the document in one line."""
    own = _plain(_PROGRAM.sub("", reading.title))
    usable = (
        len(own) >= 6 and own.lower() not in _EMPTY_WORDS and not _MISREAD.search(own) and any(map(str.isalpha, own))
    )
    return own if usable else _plain(name)


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[_]+", " ", _SUFFIX.sub("", name)).split())[:120]
