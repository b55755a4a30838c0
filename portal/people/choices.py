"""What a person may choose for themselves."""

from enum import StrEnum


class MessageMail(StrEnum):
    """How a person hears by mail that vendors wrote to them."""

    daily = "daily"
    at_once = "at_once"
    never = "never"

    @property
    def label(self) -> str:
        """The words shown to people."""
        return {"daily": "One mail a day", "at_once": "A mail for each, after ten minutes", "never": "No mail"}[
            self.value
        ]

    @classmethod
    def of(cls, text: str) -> "MessageMail":
        """Read what is stored; one mail a day for whoever chose nothing."""
        return cls(text) if text else cls.daily
