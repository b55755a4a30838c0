"""`surety serve`, `work`, `migrate`, `reindex` and `audit`: running the portal and looking after it."""

import asyncio
import signal
import sys
from pathlib import Path

import click

from portal.core.running import opened, print_json, with_data
from portal.core.settings import Settings, load_settings, with_secret_key


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--migrate", "migrating", is_flag=True, help="Bring the database up to date first.")
@click.option("--no-worker", is_flag=True, help="Only serve; jobs are left to `surety work`.")
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=None, help="Data folder (or SURETY_DATA)."
)
def serve(host: str, port: int, migrating: bool, no_worker: bool, data: Path | None) -> None:
    """Serve the portal; unless told otherwise, jobs are worked off in the same process."""
    settings = with_secret_key(load_settings(data=data))
    asyncio.run(_migrate(settings) if migrating else _check(settings))
    run_server(settings, host, port, worker=not no_worker)


def run_server(settings: Settings, host: str, port: int, *, worker: bool = True) -> None:
    """Run the web server in this process until it is told to stop."""
    import uvicorn

    from portal.app import create_app

    app = create_app(settings, worker=worker)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=10,
        ws="none",
    )
    # A port that is taken ends this here, before the worker puts back the jobs of whoever holds it.
    listening = config.bind_socket()
    server = uvicorn.Server(config)
    server.run(sockets=[listening])
    if not server.started:
        sys.exit(1)


@click.command()
@with_data
async def work(data: Path | None) -> None:
    """Work jobs off until stopped; run as many as you want beside PostgreSQL."""
    from portal.engines import build_engines
    from portal.worker import Worker

    async with opened(data) as settings:
        worker = Worker(settings, build_engines(settings))
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, worker.stop)
        await worker.run()


@click.command()
@with_data
async def migrate(data: Path | None) -> None:
    """Bring the database up to date; running it again changes nothing."""
    await _migrate(with_secret_key(load_settings(data=data)))
    click.echo("The database is up to date.", err=True)


@click.command()
@with_data
async def reindex(data: Path | None) -> None:
    """Build the indexes again from the database, while questions go on; needs no model."""
    from knowledge.index import ChromaIndex, ask_to_rebuild, rebuild
    from knowledge.lexical import rebuild_words
    from portal.core.database import transaction
    from portal.engines import build_engines

    async with opened(data) as settings:
        async with transaction():
            await rebuild_words()
        index = build_engines(settings).index
        if isinstance(index, ChromaIndex):
            print_json(await rebuild(index))
        else:
            ask_to_rebuild(settings.index)
            click.echo(
                "The portal is running: it builds each vendor's vectors again before they are next searched.", err=True
            )
            print_json({"added": 0, "removed": 0})


@click.group()
def audit() -> None:
    """Verify the audit log."""


@audit.command("verify")
@with_data
async def verify_audit(data: Path | None) -> None:
    """Walk the audit log's hash chain; exit 1 when an entry was changed, removed, added or reordered."""
    from portal.core import audit as log

    async with opened(data):
        await log.seal()
        found = await log.verify()
    print_json(
        {
            "entries": found.entries,
            "whole": not found.broken_at,
            "broken_at": found.broken_at or None,
            "last_hash": found.last_hash,
        }
    )
    if found.broken_at:
        sys.exit(1)


async def _check(settings: Settings) -> None:
    async with opened(settings.data):
        pass  # opening says in one sentence when the database is not up to date


async def _migrate(settings: Settings) -> None:
    from portal.core.database import open_database
    from portal.core.migrating import migrate as bring_up_to_date

    async with open_database(settings):
        await bring_up_to_date()
