"""How far a turn is: waiting, being answered by somebody, answered, or failed."""

from enum import StrEnum


class TurnState(StrEnum):
    """The state of one question and its answer; an honest "cannot answer" is answered too."""

    waiting = "waiting"
    answering = "answering"
    answered = "answered"
    failed = "failed"

    @property
    def label(self) -> str:
        """The words shown to people."""
        return {"answering": "Being answered", "failed": "Not answered"}.get(self.value, self.value.capitalize())

    @property
    def is_final(self) -> bool:
        """Whether nothing more comes unless somebody asks again."""
        return self in (TurnState.answered, TurnState.failed)
