"""The form of a requirement."""

import re
from dataclasses import dataclass, field

_REF = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-()&_:]{0,19}")


def ref_problem(value: object) -> str:
    """Return a sentence when this is no short reference, else an empty string."""
    fits = _REF.fullmatch(str(value))
    return "" if fits else "Reference: please use up to 20 letters, digits, dots, hyphens and brackets, like R-01."


@dataclass(frozen=True, slots=True)
class RequirementForm:
    """A requirement as a person writes it; `questions` names the questions whose answers show it."""

    ref: str = field(metadata={"label": "Reference", "check": ref_problem})
    title: str = field(metadata={"label": "Title", "limit": 200})
    text: str = field(metadata={"label": "What we require", "limit": 8000})
    questions: tuple[str, ...] = ()
