"""A data folder in which a review is under way, on SQLite or on PostgreSQL: evidence read, answers checked, nothing running."""

import asyncio
import os
import shutil
import sqlite3
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import anyio
import asyncpg

from portal.assessments.sending import Sending, send_assessment
from portal.core.database import open_database
from portal.core.migrating import migrate
from portal.core.scope import Principal, Role
from portal.core.settings import Settings, load_settings, with_secret_key
from portal.engines import build_engines
from portal.evidence.receiving import receive
from portal.planted.papers import documents
from portal.planted.phrases import SEEN
from portal.planted.planning import Claimed, plan
from portal.planted.vendors import Vendor as Planted
from portal.planted.vendors import vendors
from portal.vendors.tables import Contact, Service, Vendor
from portal.worker import Worker
from questionnaires.authored import from_plain
from questionnaires.model import Questionnaire
from questionnaires.values import Given
from tests.cast import VendorSide, make_cast
from tests.portal.assistant.shelf import LEAVERS, SOC2, pdf
from tests.portal.review.story import submitted

SLUG = "helio-payments"
QUESTION = "How soon is access of leavers removed?"
CLAIMS = 20
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ledger:
    """One data folder with its database, and the review in it."""

    data: Path
    assessment: UUID
    address: str = ""
    papers: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def env(self) -> dict[str, str]:
        """What a process that works on it must be told."""
        return {"SURETY_DATABASE_URL": self.address} if self.address else {}

    @property
    def settings(self) -> Settings:
        """The settings of such a process."""
        return with_secret_key(load_settings(self.env, self.data))

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        """Return what a statement finds, values as SQLite has them; others may be at work on the database."""
        if self.address:
            found = _on_postgres(self.address, statement)
            return [tuple(_plain(value) for value in row.values()) for row in found]
        with closing(sqlite3.connect(self.data / "surety.sqlite", timeout=60)) as database:
            return list(database.execute(statement))

    def change(self, statement: str) -> None:
        """Run a statement that changes something, past every rule."""
        if self.address:
            _on_postgres(self.address, statement)
            return
        with closing(sqlite3.connect(self.data / "surety.sqlite", timeout=60)) as database, database:
            database.execute(statement)

    def one(self, statement: str) -> object:
        """Return the first value that a statement finds; None when it finds nothing."""
        found = self.rows(statement)
        return found[0][0] if found else None

    def pending(self) -> int:
        """Return how many jobs wait or run."""
        count = self.one("SELECT count(*) FROM job WHERE state IN ('waiting', 'running')")
        assert isinstance(count, int)
        return count

    def use(self, act: Callable[[Settings], Awaitable[T]]) -> T:
        """Run use-cases of the portal on it in this process, beside whatever else runs."""

        async def run() -> T:
            async with open_database(self.settings):
                return await act(self.settings)

        return anyio.run(run)

    def copied(self, folder: Path) -> "Ledger":
        """Return another one that is the same; nothing may be running on this one."""
        shutil.copytree(self.data, folder)
        if not self.address:
            return Ledger(folder, self.assessment, papers=self.papers)
        server, _, template = self.address.rpartition("/")
        return Ledger(folder, self.assessment, empty_postgres(server, template), self.papers)


def empty_postgres(server: str, template: str = "template1") -> str:
    """Make a database on a server, and return its address."""
    name = f"surety_ledger_{uuid.uuid4().hex[:10]}"
    _on_postgres(f"{server}/postgres", f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return f"{server}/{name}"


def databases() -> list[str]:
    """Return the databases there are to run on."""
    return ["sqlite", *(["postgres"] if os.environ.get("SURETY_TEST_POSTGRES") else [])]


def ledger_on(database: str, data: Path) -> Ledger:
    """Make a ledger: some documents read, a questionnaire submitted and checked, another one not yet answered."""
    address = empty_postgres(os.environ["SURETY_TEST_POSTGRES"].rpartition("/")[0]) if database == "postgres" else ""
    planted = vendors(SEEN)[0]
    claims = [each for each in plan(SEEN, planted) if each.decided_by][:CLAIMS]
    papers = {each.name: each.content for each in documents(SEEN, planted, claims)}
    bare = Ledger(data, uuid.uuid4(), address, papers)
    assessment = bare.use(lambda settings: _make(settings, planted, claims, papers))
    return Ledger(data, assessment, address, papers)


async def _make(settings: Settings, planted: Planted, claims: list[Claimed], papers: Mapping[str, bytes]) -> UUID:
    await migrate()
    cast = await make_cast()
    await Vendor.update({Vendor.name: planted.name}).where(Vendor.id == cast.helio.vendor.id)
    await Service.update({Service.name: planted.service}).where(Service.id == cast.helio.service.id)
    first = {
        name: content for name, content in papers.items() if name.startswith(("SOC 2 Type 2 Report 2026 - T", "Info"))
    }
    for name, content in {"helio-soc2.pdf": pdf(SOC2), **first}.items():
        await give(settings, cast.helio, name, content)
    engines = build_engines(settings)
    try:
        await Worker(settings, engines).work_off()
        asked = questionnaire(claims)
        answers = {one.ref: Given("yes") for one in asked.questions}
        row = await submitted(settings, cast, asked=asked, answers=answers)
        open_ = Sending(cast.helio.vendor.id, "lite", cast.helio.service.id, contact=cast.helio.contact.id)
        await send_assessment(settings, "Aldgate Bank", cast.reviewer, open_)
        await Worker(settings, engines).work_off()
    finally:
        engines.index.close()
    return row.id


async def give(settings: Settings, side: VendorSide, name: str, content: bytes) -> UUID:
    """Upload a document as the vendor's contact, and return its evidence."""

    async def whole() -> AsyncIterator[bytes]:
        yield content

    return (await receive(side.who, side.vendor.id, name, whole(), settings)).id


def questionnaire(claims: list[Claimed]) -> Questionnaire:
    """Ask for each claim whether it is so."""
    questions: list[dict[str, object]] = [
        {
            "ref": each.question.ref,
            "kind": "yes_no",
            "text": f"Is it so? {each.claim}",
            "weight": "normal",
            "expected": ["yes"],
            "claim": each.claim,
        }
        for each in claims
    ]
    own = {"ref": "OWN-1", "kind": "yes_no", "text": QUESTION, "weight": "low", "expected": ["yes"], "claim": LEAVERS}
    section = {"key": "all", "title": "Everything", "area": "access", "questions": [own, *questions]}
    return from_plain({"key": "ledger", "title": "The ledger", "sections": [section]})


async def contact() -> VendorSide:
    """Return the vendor whose review it is, as the cast has it."""
    vendor = await Vendor.objects().where(Vendor.slug == SLUG).first()
    assert vendor is not None
    one = await Contact.objects().where(Contact.vendor == vendor.id).first()
    service = await Service.objects().where(Service.vendor == vendor.id).first()
    assert one is not None
    assert service is not None
    who = Principal(
        kind="contact", id=str(one.id), name=one.name, email=one.email, role=Role.contact, vendor=vendor.id
    )  # fmt: skip
    return VendorSide(vendor, service, one, who)


def _on_postgres(address: str, statement: str) -> list[asyncpg.Record]:
    """Run a statement in a thread of its own: where a browser is driven, this one has a loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _postgres(address, statement)).result()


async def _postgres(address: str, statement: str) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(address)
    try:
        rows: list[asyncpg.Record] = await connection.fetch(statement)
        return rows
    finally:
        await connection.close()


def _plain(value: object) -> object:
    return str(value) if isinstance(value, UUID) else value
