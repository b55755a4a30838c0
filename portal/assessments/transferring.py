"""Questionnaires and answers from and to files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import anyio
from anyio import to_thread

from portal.assessments.access import assessment_for
from portal.assessments.choosing import add_questionnaire
from portal.assessments.imported_files import ImportedFile
from portal.assessments.opening_files import FilledIn, fill_sheet, fill_upload, open_upload, read_file
from portal.assessments.scanned_uploads import require_harmless
from portal.assessments.sheets.keeping import find_remembered, keep_sheets
from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.database import transaction
from portal.core.errors import NotFound
from portal.core.scope import Principal
from portal.core.settings import Settings
from questionnaires.answering import answers_of
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import Filled, Imported, Source, from_path, native
from questionnaires.formats.spreadsheet import in_words
from questionnaires.model import Questionnaire
from questionnaires.storing import get_questionnaire
from questionnaires.values import Given

_UNKNOWN = (
    "{name} is a spreadsheet of no kind we know, and nobody has said which of its columns holds what; "
    "import it under Questionnaires first and point the columns out."
)


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
    return await keep_imported(who, await read_file(path, format, extensions))


async def import_upload(who: Principal, source: Source, settings: Settings) -> ImportedFile | UUID:
    """Read a questionnaire that somebody uploaded, and keep it; a spreadsheet of no known kind waits under its id."""
    await require_harmless(who, source, settings)
    opened = await open_upload(source)
    match opened:
        case Imported():
            return await keep_imported(who, opened)
        case FilledIn():
            raise UnreadableQuestionnaire(
                f"{source.name} was given out here to be filled in; it is taken in where its questionnaire is answered."
            )
    return await keep_sheets(who, source.name, opened)


async def keep_imported(who: Principal, imported: Imported) -> ImportedFile:
    """Keep what was read, so that it can be sent."""
    asked = imported.questionnaire
    await add_questionnaire(who, asked)
    counts = len(asked.sections), len(asked.questions), len(imported.answers)
    tips = sum(len(section.tips) for section in asked.sections)
    return ImportedFile(asked.key, asked.version, *counts, tips, imported.warnings)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file that goes out to a browser, and a sentence for each answer that is not in it."""

    name: str
    data: bytes
    warnings: tuple[str, ...] = ()


async def exported_file(
    who: Principal, assessment_id: UUID, original: Source | None, anyway: bool, settings: Settings
) -> Outgoing:
    """Write an assessment as YAML, or its answers into the uploaded original; unless `anyway`, not if one does not fit."""
    assessment = await assessment_for(who, assessment_id)
    asked, answers = await get_questionnaire(assessment.questionnaire), await answers_of(assessment.response)
    found = Outgoing(f"{asked.key}-{assessment.id}.yaml", native.write(asked, answers).encode())
    if original is not None:
        await require_harmless(who, original, settings)
        filled = await _into(original, asked, answers)
        found = Outgoing(original.name, filled.data, filled.warnings)
    if anyway or not found.warnings:
        async with transaction():
            await audit.record(who, "assessment.exported", assessment, {"file": found.name}, vendor=assessment.vendor)
    return found


async def _into(original: Source, asked: Questionnaire, answers: Mapping[str, Given]) -> Filled:
    """Write answers into a copy of the file that asked for them; a spreadsheet's columns are those once pointed out."""
    opened = await open_upload(original)
    if not isinstance(opened, tuple):
        return await fill_upload(original, answers)
    remembered = await find_remembered(opened)
    if remembered is None:
        raise UnreadableQuestionnaire(_UNKNOWN.format(name=original.name))
    questions = {question.ref: question for question in asked.questions}
    words = {ref: in_words(questions[ref], given) for ref, given in answers.items()}
    return await fill_sheet(original, remembered.layout, words)


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
        filled = await _into(await to_thread.run_sync(from_path, original), asked, answers)
        written, warnings = filled.answers, filled.warnings
        await anyio.Path(path).write_bytes(filled.data)
    async with transaction():
        await audit.record(who, "assessment.exported", assessment, {"file": path.name}, vendor=assessment.vendor)
    counts = len(asked.questions), written
    return ExportedFile(str(assessment.id), str(path), asked.key, asked.version, *counts, warnings)
