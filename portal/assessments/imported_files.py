"""What came in by a file, as it is told."""

from dataclasses import dataclass

from portal.core.dates import plural


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


def said_of(found: ImportedFile) -> str:
    """Say what came in, and what becomes of answers that stand in the file."""
    came = f"It is in: {plural(found.questions, 'question')} in {plural(found.sections, 'section')}."
    if not found.answers:
        return came
    return (
        f"{came} The {plural(found.answers, 'answer')} in the file count once the questionnaire has been sent and the "
        "vendor brings the file under “Answer in a file”."
    )
