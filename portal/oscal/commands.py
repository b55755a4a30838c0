"""The commands that write OSCAL: `surety oscal results` and `surety oscal poam`."""

from pathlib import Path
from uuid import UUID

import click
from anyio import Path as AsyncPath

from portal.core.company import load_company
from portal.core.running import opened, print_json, with_data
from portal.core.scope import SYSTEM
from portal.oscal.exporting import Exported, export_plan, export_results

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def oscal() -> None:
    """Write assessment results and plans of action in OSCAL."""


@oscal.command("results")
@click.argument("assessment", type=click.UUID)
@click.argument("file", type=_FILE)
@with_data
async def results(assessment: UUID, file: Path, data: Path | None) -> None:
    """Write the results of ASSESSMENT to FILE."""
    async with opened(data) as settings:
        await _write(file, await export_results(SYSTEM, assessment, (await load_company(settings)).name))


@oscal.command("poam")
@click.option("--vendor", "slug", required=True, help="The vendor's slug.")
@click.argument("file", type=_FILE)
@with_data
async def poam(slug: str, file: Path, data: Path | None) -> None:
    """Write the plan of action and milestones of a vendor to FILE."""
    async with opened(data) as settings:
        await _write(file, await export_plan(SYSTEM, slug, (await load_company(settings)).name))


async def _write(file: Path, exported: Exported) -> None:
    await AsyncPath(file).write_bytes(exported.data)
    print_json({"file": str(file), "bytes": len(exported.data)})
