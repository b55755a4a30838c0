"""Uploads to a server with a worker beside it, while server, worker and readers are killed at moments nobody can foresee."""

import hashlib
import itertools
import math
import os
import queue
import random
import signal
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

from tests.journeys.processes import descendants, is_reader, readers
from tests.journeys.server import Daemon, Server, wait_for
from tests.journeys.staff import Colleague
from tests.knowledge.pdfs import blank_pdf

VENDOR = "helio-payments"
UPLOADERS = 3
_WORDS = ("backups", "keys", "networks", "suppliers", "engineers", "auditors", "laptops", "incidents", "restores")


@dataclass(frozen=True, slots=True)
class Document:
    """A file to send; `pages` are those that must be read in the end, none where nothing is promised."""

    name: str
    content: bytes
    pages: int

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(slots=True)
class Survived:
    """What was acknowledged by hash, who was killed how often, and which readers were seen."""

    acknowledged: dict[str, Document] = field(default_factory=dict)
    kills: Counter[str] = field(default_factory=Counter)
    readers: set[int] = field(default_factory=set)

    def figures(self) -> str:
        """Say how much was at stake."""
        killed = ", ".join(f"{count} x {victim}" for victim, count in sorted(self.kills.items()))
        return f"{len(self.acknowledged)} files acknowledged; killed: {killed}"


class Counts:
    """Counts in a SQLite folder while others write to it."""

    def __init__(self, data: Path) -> None:
        self._path = data / "surety.sqlite"

    def finished(self) -> int:
        """Return how many documents have been worked off."""
        return self.count("SELECT count(*) AS n FROM document WHERE state IN ('ready', 'unreadable')")

    def pending(self) -> int:
        """Return how many jobs wait or run."""
        return self.count("SELECT count(*) AS n FROM job WHERE state IN ('waiting', 'running')")

    def count(self, statement: str) -> int:
        """Return the one number that a statement asks for."""
        with closing(sqlite3.connect(self._path, timeout=60)) as database:
            return int(database.execute(statement).fetchone()[0])


class Mayhem:
    """The uploads, the kills, and the restarts."""

    def __init__(self, server: Server, worker: Daemon, colleague: Colleague, counts: Counts, seed: int) -> None:
        self.server, self.worker, self.colleague = server, worker, colleague
        self.counts = counts
        self.chance = random.Random(seed)
        self.survived = Survived()
        self._documents: Iterator[Document] = iter(())
        self._waiting: queue.SimpleQueue[Document | None] = queue.SimpleQueue()
        self._errors: list[BaseException] = []

    def rage(self, uploads: int, kills: int) -> Survived:
        """Send this many files while this many processes are killed, then let the work come to its end."""
        self._documents = made(uploads, self.chance)
        uploaders = [threading.Thread(target=self._upload, daemon=True) for _ in range(UPLOADERS)]
        for thread in uploaders:
            thread.start()
        victims = itertools.cycle(("worker", "reader", "server"))
        for _ in range(kills):
            self._hand_out(math.ceil(uploads / kills))
            self._kill(next(victims))
        self._hand_out(uploads)
        for _ in uploaders:
            self._waiting.put(None)
        for thread in uploaders:
            thread.join(600)
        assert not self._errors, self._errors
        wait_for("the end of all jobs", lambda: self.counts.pending() == 0, 120 + 10 * uploads, pause=0.3)
        return self.survived

    def _kill(self, victim: str) -> None:
        """Strike at any moment, but let something be finished between two blows: nobody gets on without any time to."""
        before = self.counts.finished()
        wait_for("a finished file", lambda: self.counts.finished() > before or not self.counts.pending())
        time.sleep(self.chance.uniform(0.1, 3.0))
        if victim != "reader" or not self._kill_reader():
            victim = "server" if victim == "server" else "worker"
            daemon = self.server if victim == "server" else self.worker
            self.survived.readers |= set(filter(is_reader, descendants(daemon.pid)))
            daemon.kill(family=False)
            time.sleep(self.chance.uniform(0.0, 0.5))
            daemon.start()
        self.survived.kills[victim] += 1

    def _kill_reader(self) -> bool:
        """Strike a reader, and the next one sooner where it was quicker than the blow."""
        for patience in (0.3, 0.1, 0.03, 0.01, 0.0, 0.0):
            if not (reader := self._reader()):
                break
            time.sleep(self.chance.uniform(0.0, patience))
            if strike(reader):
                return True
            self.survived.kills["reader, too late"] += 1
        return False

    def _reader(self) -> int | None:
        """Wait a while for a reader at work, and give one something to read where nothing is left."""
        for look in range(1000):
            if found := readers(self.worker.pid):
                return found[0]
            if look % 100 == 50 and not self.counts.pending():
                self._hand_out(1)
            time.sleep(0.01)
        return None

    def _hand_out(self, count: int) -> None:
        for document in itertools.islice(self._documents, count):
            self._waiting.put(document)

    def _upload(self) -> None:
        try:
            while document := self._waiting.get():
                reply = self._insist(document)
                assert reply.status_code == 200, reply.text
                self.survived.acknowledged[document.sha256] = document
        except BaseException as error:
            self._errors.append(error)
            raise

    def _insist(self, document: Document) -> httpx.Response:
        """Send a file again until there is a reply, as a person does."""
        while True:
            try:
                return self.colleague.upload(VENDOR, document.name, document.content)
            except httpx.TransportError:
                time.sleep(0.1)


def strike(pid: int) -> bool:
    """Kill a reader; whether it was still there."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def made(count: int, chance: random.Random) -> Iterator[Document]:
    """Make files with words of their own: most of some pages of text, some pictures of a page, some broken."""
    for number in range(count):
        if number % 10 == 7:
            yield Document(f"broken-{number}.pdf", b"%PDF-1.7\nbroken " + str(number).encode(), 0)
        elif number % 8 == 3:
            yield Document(f"scan-{number}.pdf", _picture(f"Certificate {number}"), 0)
        else:
            pages = 2 + number % 5
            yield Document(f"report-{number}.pdf", _report(number, pages, chance), pages)


def _report(number: int, pages: int, chance: random.Random) -> bytes:
    pdf = blank_pdf()
    for page in range(pages):
        pdf.add_page()
        lines = (_sentence(chance) for _ in range(12))
        pdf.multi_cell(0, 6, f"Report {number}, part {page + 1}. " + " ".join(lines))
    return bytes(pdf.output())


def _sentence(chance: random.Random) -> str:
    first, second, third = chance.sample(_WORDS, 3)
    return f"The {first} are checked against {second} and {third} by the team in Rotterdam."


def _picture(words: str) -> bytes:
    page = Image.new("L", (620, 877), 246)
    ImageDraw.Draw(page).text((60, 90), words, fill=40, font=ImageFont.load_default(32))
    pdf = FPDF(format="A4")
    pdf.add_page()
    pdf.image(page, 0, 0, pdf.w, pdf.h)
    return bytes(pdf.output())
