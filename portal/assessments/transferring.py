"""Questionnaires and answers from and to files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import anyio

from portal.assessments.choosing import add_questionnaire
from portal.assessments.opening_files import fill_file, read_file
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.database import transaction
from portal.core.errors import NotFound
from portal.core.scope import Principal
from questionnaires.answering import answers_of
from questionnaires.formats import native
from questionnaires.storing import get_questionnaire


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What came in by a file."""

    questionnaire: str
    version: str
    sections: int
    questions: int
    answers: int
    tips: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """What went out into a file."""

    assessment: str
    file: str
    questionnaire: str
    version: str
    questions: int
    answers: int
    warnings: tuple[str, ...] = ()


async def import_questionnaire(
    who: Principal, path: Path, format: str, extensions: Sequence[Path] = ()
) -> ImportedFile:
    """Read a questionnaire's file and keep it; answers in it are counted and checked, but belong to no assessment."""
    imported = await read_file(path, format, extensions)
    asked = imported.questionnaire
    await add_questionnaire(who, asked)
    counts = len(asked.sections), len(asked.questions), len(imported.answers)
    tips = sum(len(section.tips) for section in asked.sections)
    return ImportedFile(asked.key, asked.version, *counts, tips, imported.warnings)


async def export_assessment(
    who: Principal, assessment_id: UUID, path: Path, original: Path | None = None
) -> ExportedFile:
    """Write an assessment's questions and answers in our own format, or its answers into the file they were asked by."""
    assessment = await Assessment.objects().where(Assessment.id == assessment_id).first()
    if assessment is None:
        raise NotFound("There is no assessment with this id.")
    asked, answers = await get_questionnaire(assessment.questionnaire), await answers_of(assessment.response)
    warnings: tuple[str, ...] = ()
    written = len(answers)
    if original is None:
        await anyio.Path(path).write_text(native.write(asked, answers), encoding="utf-8")
    else:
        filled = await fill_file(original, answers)
        written, warnings = filled.answers, filled.warnings
        await anyio.Path(path).write_bytes(filled.data)
    async with transaction():
        await audit.record(who, "assessment.exported", assessment, {"file": path.name}, vendor=assessment.vendor)
    counts = len(asked.questions), written
    return ExportedFile(str(assessment.id), str(path), asked.key, asked.version, *counts, warnings)
