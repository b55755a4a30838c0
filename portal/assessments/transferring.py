"""Questionnaires and answers from and to files."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import anyio

from portal.assessments.choosing import add_questionnaire
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.database import transaction
from portal.core.errors import NotFound
from portal.core.scope import Principal
from questionnaires import formats
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


async def import_questionnaire(who: Principal, path: Path, format: str) -> ImportedFile:
    """Read a questionnaire's file and keep it; answers in it are counted and checked, but belong to no assessment."""
    imported = formats.read(path, format)
    asked = imported.questionnaire
    await add_questionnaire(who, asked)
    counts = len(asked.sections), len(asked.questions), len(imported.answers)
    return ImportedFile(asked.key, asked.version, *counts, imported.warnings)


async def export_assessment(who: Principal, assessment_id: UUID, path: Path) -> ExportedFile:
    """Write an assessment's questions and answers in our own format."""
    assessment = await Assessment.objects().where(Assessment.id == assessment_id).first()
    if assessment is None:
        raise NotFound("There is no assessment with this id.")
    asked, answers = await get_questionnaire(assessment.questionnaire), await answers_of(assessment.response)
    await anyio.Path(path).write_text(native.write(asked, answers), encoding="utf-8")
    async with transaction():
        await audit.record(who, "assessment.exported", assessment, {"file": path.name}, vendor=assessment.vendor)
    counts = len(asked.questions), len(answers)
    return ExportedFile(str(assessment.id), str(path), asked.key, asked.version, *counts)
