"""The errors of the knowledge engine, each with one sentence ready to be shown."""


class KnowledgeError(Exception):
    """The base of every error the knowledge engine raises on purpose; `str(error)` is a sentence for people."""


class UnreadableDocument(KnowledgeError):
    """The file cannot be used as it is; the sentence tells its uploader why and what to do."""


class DocumentNotFound(KnowledgeError):
    """There is no such document, or it has been forgotten."""

    def __init__(self) -> None:
        super().__init__("This document is not there, or it has been removed.")
