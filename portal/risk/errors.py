"""What can be wrong with the values given to the risk method."""


class RiskError(Exception):
    """A value that the risk method cannot work with, as one ready sentence."""


class OutOfRange(RiskError):
    """A number outside the scale it belongs to."""

    def __init__(self, what: str, value: int, lowest: int, highest: int) -> None:
        super().__init__(f"{what} is {value}, but must be between {lowest} and {highest}.")


class UnscoredAnswer(RiskError):
    """An answered question that carries no score."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"Question {ref} is answered, but its answer has no score.")


class UnknownMethod(RiskError):
    """Inputs frozen for a method version that this release does not hold."""

    def __init__(self, version: str) -> None:
        super().__init__(f"The rating method {version} is not part of this release.")


class UnreadableRecord(RiskError):
    """Stored inputs that do not have the shape of rating inputs."""

    def __init__(self, where: str) -> None:
        super().__init__(f"The stored record cannot be read: {where}.")
