"""What reading a file brings, and what filling one in does."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from questionnaires.model import Questionnaire
from questionnaires.values import Given


@dataclass(frozen=True, slots=True)
class Imported:
    """A questionnaire, the answers that came with it, and a sentence for each thing that was left out."""

    questionnaire: Questionnaire
    answers: Mapping[str, Given] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A file with answers written into it, how many, and a sentence for each that could not be."""

    data: bytes
    answers: int
    warnings: tuple[str, ...] = ()
