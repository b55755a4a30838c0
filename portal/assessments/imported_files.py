"""What came in by a file, as it is told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A questionnaire that was taken in, counted, with a sentence for each thing that was not kept."""

    questionnaire: str
    version: str
    sections: int
    questions: int
    answers: int
    tips: int
    warnings: tuple[str, ...]
