"""`surety vendor`."""

from pathlib import Path

import click

from portal.core.errors import InvalidForm
from portal.core.running import opened, with_data
from portal.core.scope import SYSTEM
from portal.vendors.adding import add_vendor


@click.group()
def vendor() -> None:
    """Add vendors."""


@vendor.command("add")
@click.argument("name")
@click.option("--website", default="", help="The vendor's website.")
@with_data
async def add(name: str, website: str, data: Path | None) -> None:
    """Add a vendor and print its slug, alone."""
    async with opened(data):
        try:
            click.echo((await add_vendor(SYSTEM, name, website)).slug)
        except InvalidForm as error:
            raise click.ClickException(error.sentence) from None
