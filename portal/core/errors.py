"""The portal's errors: each carries one sentence ready to show, and a status known only here."""

from typing import ClassVar


class PortalError(Exception):
    """Base of all errors that a person may read."""

    status: ClassVar[int] = 400

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotFound(PortalError):
    """The thing does not exist, or is not this person's to know of."""

    status = 404

    def __init__(self, sentence: str = "There is nothing here, or it is not yours to see.") -> None:
        super().__init__(sentence)


class NotSignedIn(PortalError):
    """Nobody is signed in."""

    status = 401

    def __init__(self, sentence: str = "Please sign in first.") -> None:
        super().__init__(sentence)


class NotAllowed(PortalError):
    """The person's role does not include this."""

    status = 403

    def __init__(self, sentence: str = "Your role does not include this.") -> None:
        super().__init__(sentence)


class Conflict(PortalError):
    """Somebody else, or an earlier click, changed the thing first."""

    status = 409


class TooManyAttempts(PortalError):
    """A limit on attempts was reached; `retry_after` is in seconds."""

    status = 429

    def __init__(self, sentence: str, retry_after: int = 60) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after


class TooLarge(PortalError):
    """What was sent is over a stated limit."""

    status = 413


class InvalidForm(PortalError):
    """A form has fields that cannot be taken; `errors` maps each field to its sentence, `entered` keeps what was typed."""

    status = 422

    def __init__(self, errors: dict[str, str], entered: dict[str, list[str]] | None = None) -> None:
        super().__init__("; ".join(errors.values()))
        self.errors = errors
        self.entered = entered or {}


class SettingsError(PortalError):
    """A setting is wrong; start-up stops with the sentence."""

    status = 500
