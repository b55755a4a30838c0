"""The errors of the knowledge engine, each with one sentence ready to be shown."""


class KnowledgeError(Exception):
    """The base of every error the knowledge engine raises on purpose; `str(error)` is a sentence for people."""


class UnreadableDocument(KnowledgeError):
    """The file cannot be used as it is; the sentence tells its uploader why and what to do."""


class PasswordNeeded(UnreadableDocument):
    """The file opens with a password only."""

    def __init__(self) -> None:
        super().__init__(
            "This PDF is protected by a password. Please enter the password here, or upload a copy that opens without one."
        )


class ReaderUnavailable(KnowledgeError):
    """The reading process does not start; the file is not to blame and may be tried again."""

    def __init__(self) -> None:
        super().__init__("The reader of files does not start on this machine; the file is kept and can be tried again.")


class DocumentNotFound(KnowledgeError):
    """There is no such document, or it has been forgotten."""

    def __init__(self) -> None:
        super().__init__("This document is not there, or it has been removed.")
