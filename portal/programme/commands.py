"""The commands about the standard: taking a catalog in."""

from pathlib import Path

import click
from anyio import to_thread

from portal.core.running import opened, print_json, with_data
from portal.core.scope import SYSTEM
from portal.programme.catalogs import OWN, weighed
from portal.programme.taking_in import Choice, hold_catalog, take_catalog
from questionnaires.formats.source import from_path


@click.group()
def standard() -> None:
    """Take catalogs in as requirements of the standard."""


@standard.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--show", is_flag=True, help="Only print what it would change.")
@click.option("--own", is_flag=True, help="As a catalog of its own, even if one like it is here.")
@click.option("--map", "map_questions", is_flag=True, help="Map new ones to our questions by their control references.")
@with_data
async def import_(file: Path, show: bool, own: bool, map_questions: bool, data: Path | None) -> None:
    """Take the OSCAL catalog FILE in; words that were changed here stay."""
    async with opened(data):
        reading = await hold_catalog(SYSTEM, await to_thread.run_sync(from_path, file))
        choice = Choice(of=OWN if own else "", map_questions=map_questions)
        if not show:
            print_json(await take_catalog(SYSTEM, reading.id, choice))
            return
        found = await weighed(reading.id, choice.of)
        change = found.comparison
        print_json(
            {
                "catalog": found.contents.title,
                "version": found.contents.version,
                "of": found.of.title if found.of else None,
                "added": [one.label for one in change.added],
                "changed": [pair.held.ref for pair in change.changed],
                "kept": [pair.held.ref for pair in change.edited],
                "gone": [one.ref for one in change.gone],
                "back": [pair.held.ref for pair in change.back],
                "unchanged": change.unchanged,
                "warnings": found.contents.warnings,
            }
        )
