"""`surety demo`: the sample programme in a fresh data folder, served, with a door for each role."""

import socket
import sys
import tempfile
import threading
import time
import webbrowser
from datetime import timedelta
from pathlib import Path

import anyio
import click

from portal.core.errors import SettingsError
from portal.core.settings import Settings, load_settings, with_secret_key

_DOORS = timedelta(days=30)
_MARK = "sample"


@click.command()
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=None, help="Folder for the sample.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def demo(port: int, data: Path | None, no_browser: bool) -> None:
    """Make the sample programme, serve it, and print a sign-in link for each role."""
    from portal.serving import run_server

    started = time.monotonic()
    folder = data or Path(tempfile.mkdtemp(prefix="surety-demo-"))
    environ = {"SURETY_PUBLIC_URL": f"http://127.0.0.1:{port}"}
    settings = with_secret_key(load_settings(environ, folder))
    doors = anyio.run(_prepare, settings)
    click.echo(f"\nThe sample programme is ready after {time.monotonic() - started:.0f} seconds, in {settings.data}")
    click.echo("Sign-in links (each opens a page with one button):\n")
    for label, link in doors:
        click.echo(f"  {label:<32} {link}")
    click.echo("\nStop with Ctrl-C.")
    sys.stdout.flush()
    if not no_browser:
        threading.Thread(target=open_when_served, args=(doors[0][1], port), daemon=True).start()
    run_server(settings, "127.0.0.1", port)


def open_when_served(link: str, port: int, patience: float = 120.0) -> None:
    """Open a browser at the link once somebody answers at the port; blocking, and given up after `patience` seconds."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            webbrowser.open(link)
            return


async def _prepare(settings: Settings) -> list[tuple[str, str]]:
    from portal.core.database import open_database, transaction
    from portal.core.migrating import migrate
    from portal.core.tables import Fact

    existing = (settings.data / "surety.sqlite").exists()
    # The sample can be made again, so it need not survive a power cut while it is being made.
    async with open_database(settings, durable=False):
        await migrate()
        if not await Fact.exists().where(Fact.name == _MARK):
            if existing:
                raise SettingsError(
                    f"{settings.data} holds something else than the sample. Please name another folder."
                )
            await _play(settings)
            async with transaction():
                await Fact.insert(Fact(name=_MARK, value="yes"))
        return await _doors(settings)


async def _play(settings: Settings) -> None:
    from portal.engines import build_engines
    from portal.sample.loading import Player

    engines = build_engines(settings)
    try:
        await Player(settings, engines, _say).play()
    finally:
        engines.index.close()


async def _doors(settings: Settings) -> list[tuple[str, str]]:
    from portal.core.database import transaction
    from portal.core.scope import Role
    from portal.people.signing_in import make_link
    from portal.people.tables import Person

    doors = []
    for role in (Role.reviewer, Role.approver, Role.procurement, Role.auditor, Role.administrator):
        person = await Person.objects().where(Person.role == role.value).order_by(Person.created_at).first()
        if person is None:
            continue
        async with transaction():
            code = await make_link(person, _DOORS, reusable=True)
        doors.append((f"{role.label} ({person.name})", f"{settings.public_url}/door#{code}"))
    return doors + await _vendor_door(settings)


async def _vendor_door(settings: Settings) -> list[tuple[str, str]]:
    from portal.assessments.inviting import invite
    from portal.assessments.states import AssessmentState
    from portal.assessments.tables import Assessment
    from portal.core.company import load_company
    from portal.core.database import transaction
    from portal.core.scope import SYSTEM
    from portal.vendors.tables import Contact

    company = await load_company(settings)
    row = await Assessment.objects().where(Assessment.state == AssessmentState.in_progress.value).first()
    if row is None:
        return []
    contact = await Contact.objects().where(Contact.id == row.contact).first()
    assert contact is not None
    async with transaction():
        code = await invite(settings, company.name, row, contact, SYSTEM)
    return [(f"Vendor contact ({contact.name})", f"{settings.public_url}/invitation#{code}")]


def _say(words: str) -> None:
    click.echo(f"  {words}", err=True)
