"""`surety person` and `surety token`."""

from pathlib import Path

import click

from portal.core.running import opened, with_data
from portal.core.scope import SYSTEM, Role
from portal.people.adding import add_person, create_token, get_person_by_email

_ROLES = [role.value for role in Role if not role.outside]


@click.group()
def person() -> None:
    """Add people."""


@person.command("add")
@click.argument("email")
@click.option("--role", type=click.Choice(_ROLES), required=True, help="What the person is here.")
@click.option("--name", default="", help="The person's name.")
@with_data
async def add(email: str, role: str, name: str, data: Path | None) -> None:
    """Add a person and print a sign-in link that works once."""
    async with opened(data) as settings:
        _, code = await add_person(SYSTEM, email, Role(role), name)
        click.echo(f"{settings.public_url}/door#{code}")


@click.group()
def token() -> None:
    """Make API tokens."""


@token.command("create")
@click.option("--email", required=True, help="The person the token acts for.")
@click.option("--name", default="command line", help="What the token is for.")
@with_data
async def create(email: str, name: str, data: Path | None) -> None:
    """Print a new API token; it is shown this once."""
    async with opened(data):
        click.echo(await create_token(SYSTEM, await get_person_by_email(email), name))
