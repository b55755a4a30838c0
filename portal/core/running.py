"""What command-line commands share: the data-folder option, an opened and current database, and JSON on standard output."""

import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import anyio
import click
import msgspec

from portal.core.database import open_database
from portal.core.errors import SettingsError
from portal.core.migrating import migrate, pending_migrations
from portal.core.settings import Settings, load_settings, with_secret_key

P = ParamSpec("P")
T = TypeVar("T")


def with_data(function: Callable[P, Awaitable[T]]) -> Callable[P, T]:
    """Make an asynchronous command of a function and give it `--data`."""

    @click.option(
        "--data", type=click.Path(path_type=Path, file_okay=False), default=None, help="Data folder (or SURETY_DATA)."
    )
    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        async def call() -> T:
            return await function(*args, **kwargs)

        return anyio.run(call)

    return run


@asynccontextmanager
async def opened(data: Path | None) -> AsyncIterator[Settings]:
    """Open the database of a data folder for one command; a new SQLite folder is brought up to date by itself."""
    settings = with_secret_key(load_settings(data=data))
    fresh = not settings.postgres and not (settings.data / "surety.sqlite").exists()
    async with open_database(settings):
        if fresh:
            await migrate()
        elif await pending_migrations():
            raise SettingsError("The database is not up to date. Run: surety migrate")
        yield settings


def print_json(value: object) -> None:
    """Print one line of JSON on standard output."""
    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")
    sys.stdout.flush()
