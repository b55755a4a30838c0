"""The commands about questionnaires: import, export and list."""

from pathlib import Path
from uuid import UUID

import click

from portal.assessments.choosing import offered_questionnaires
from portal.assessments.transferring import export_assessment, import_questionnaire
from portal.core.running import opened, print_json, with_data
from portal.core.scope import SYSTEM
from questionnaires.formats import FORMATS

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def questionnaire() -> None:
    """Import, export and list questionnaires."""


@questionnaire.command("import")
@click.argument("file", type=_FILE)
@click.option("--format", "format_", type=click.Choice(["auto", *FORMATS]), default="auto", help="How FILE is written.")
@click.option("--extension", "extensions", type=_FILE, multiple=True, help="A VSAQ extension that goes with FILE.")
@with_data
async def import_(file: Path, format_: str, extensions: tuple[Path, ...], data: Path | None) -> None:
    """Take a questionnaire in from FILE, so that it can be sent; what it is in is seen by what it holds."""
    async with opened(data):
        print_json(await import_questionnaire(SYSTEM, file, format_, extensions))


@questionnaire.command("export")
@click.argument("assessment", type=click.UUID)
@click.argument("file", type=_FILE)
@click.option(
    "--into", "original", type=_FILE, help="The CAIQ or HECVAT file whose answers to write; FILE is its copy."
)
@with_data
async def export(assessment: UUID, file: Path, original: Path | None, data: Path | None) -> None:
    """Write the questions and answers of ASSESSMENT to FILE."""
    async with opened(data):
        print_json(await export_assessment(SYSTEM, assessment, file, original))


@questionnaire.command("list")
@with_data
async def list_(data: Path | None) -> None:
    """List the questionnaires that can be sent, one a line."""
    async with opened(data):
        for offered in await offered_questionnaires():
            asked = offered.questionnaire
            print_json(
                {
                    "questionnaire": asked.key,
                    "title": asked.title,
                    "version": asked.version,
                    "sections": len(asked.sections),
                    "questions": len(asked.questions),
                    "imported": not offered.own,
                }
            )
