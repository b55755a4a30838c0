"""Answers and files that a server acknowledged while it was killed over and over, and what is left of them."""

import hashlib
import random
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import httpx

from tests.journeys.answering import Desk, revision_in
from tests.journeys.server import PATIENCE, Server, wait_for
from tests.knowledge.pdfs import blank_pdf, save

TYPED = ("SV-01", "GV-01", "GV-05")  # questions that always apply, one writer each
SHELVES = ("SV-01", "SV-02", "GV-01", "GV-05")  # where the files are dropped
FILES_A_ROUND = 2
_WORDS = ("backups", "keys", "networks", "suppliers", "engineers", "auditors", "laptops", "incidents", "restores")


@dataclass(slots=True)
class Acknowledged:
    """What the server said it had taken: the texts of each question in their order, and files by hash."""

    answers: dict[str, list[str]] = field(default_factory=dict)
    in_flight: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    kills: int = 0
    early: int = 0

    def figures(self) -> str:
        """Say how much was at stake."""
        answers = sum(map(len, self.answers.values()))
        return f"{self.kills} kills ({self.early} while starting): {answers} answers and {len(self.files)} files acknowledged"


class Storm:
    """Threads that answer and upload without a pause while the server is killed and started again."""

    def __init__(self, server: Server, desk: Desk, folder: Path, seed: int) -> None:
        self.server, self.desk, self.folder = server, desk, folder
        self.chance = random.Random(seed)
        self.taken = Acknowledged()
        self._up = threading.Event()
        self._over = threading.Event()
        self._acks = threading.Semaphore(0)
        self._errors: list[BaseException] = []
        self._quota = threading.Semaphore(0)
        self._whole = False

    def rage(self, kills: int) -> Acknowledged:
        """Kill the server this often at moments nobody can foresee; returns what it had acknowledged by then."""
        jobs = [*(partial(self._write, ref) for ref in TYPED), self._send, self._send]
        threads = [threading.Thread(target=self._guarded, args=(job,), daemon=True) for job in jobs]
        for thread in threads:
            thread.start()
        for number in range(kills):
            (self._die_answering, self._die_reading, self._die_starting)[number % 3]()
            self.taken.kills += 1
        self.server.start().wait_ready()
        self._over.set()
        self._up.set()
        self._quota.release(len(threads))
        for thread in threads:
            thread.join(60)
        assert not self._errors, self._errors
        return self.taken

    def _die_answering(self) -> None:
        """Die at any moment after some things were acknowledged."""
        self._live()
        self._see_acknowledged(self.chance.randint(5, 40))
        time.sleep(self.chance.uniform(0.0, 0.2))
        self._die()

    def _die_reading(self) -> None:
        """Die while a file is being worked off."""
        for _ in range(5):  # the file may be done a moment before the blow falls
            self._whole = True
            self._live()
            self._see_acknowledged(self.chance.randint(1, 5))
            wait_for("a file that is being read", lambda: reading(self.server.data))
            time.sleep(self.chance.uniform(0.0, 0.1))
            self._die()
            if reading(self.server.data):
                return

    def _die_starting(self) -> None:
        """Die while starting: migrating, putting jobs back, opening the index."""
        self.server.start()
        time.sleep(self.chance.uniform(0.5, 3.0))
        self.taken.early += 1
        self._die()

    def _live(self) -> None:
        self.server.start().wait_ready()
        while self._acks.acquire(blocking=False):
            pass
        self._up.set()
        self._quota.release(FILES_A_ROUND)

    def _see_acknowledged(self, count: int) -> None:
        for _ in range(count):
            assert self._acks.acquire(timeout=PATIENCE), "nothing was acknowledged"

    def _die(self) -> None:
        self._up.clear()
        self._whole = False
        self.server.kill()

    def _guarded(self, job: Callable[[], None]) -> None:
        try:
            job()
        except BaseException as error:
            self._errors.append(error)
            raise

    def _write(self, ref: str) -> None:
        """Answer one question again and again; what got no reply is sent again, as the page's own script does."""
        number = revision = 0
        while not self._over.is_set():
            number += 1
            text = f"{ref} as of change {number}."
            self.taken.in_flight[ref] = text
            form = {"SV-01": {"answer": text}, "GV-01": {"answer": "yes", "comment": text}}
            given = form.get(ref, {"answer": "iso27001", "comment": text})
            reply = self._insist(partial(self.desk.answer, ref, {**given, "revision": str(revision)}))
            if reply is None:
                return
            assert reply.status_code == 200, reply.text
            revision = revision_in(reply, ref)
            self.taken.answers.setdefault(ref, []).append(text)
            self._acks.release()

    def _send(self) -> None:
        """Drop files onto a question, a few in each round."""
        while True:
            self._quota.acquire()
            if self._over.is_set():
                return
            number = self.chance.randrange(1 << 30)
            path = self._file(number)
            ref = SHELVES[number % len(SHELVES)]
            reply = self._insist(partial(self.desk.upload, ref, path))
            if reply is None:
                return
            assert reply.status_code == 200, reply.text
            self.taken.files[hashlib.sha256(path.read_bytes()).hexdigest()] = path.name
            self._acks.release()

    def _insist(self, act: Callable[[], httpx.Response]) -> httpx.Response | None:
        while True:
            self._up.wait()
            try:
                return act()
            except httpx.TransportError:
                if self._over.is_set():
                    return None
                time.sleep(0.05)

    def _sentence(self) -> str:
        first, second, third = self.chance.sample(_WORDS, 3)
        return f"The {first} are checked against {second} and {third} by the team in Rotterdam."

    def _file(self, number: int) -> Path:
        """Make a file nobody has sent yet: as a rule some pages of text and some ballast, now and then a broken one."""
        path = self.folder / f"evidence-{number}.pdf"
        if number % 5 == 0 and not self._whole:
            path.write_bytes(b"%PDF-1.7\nbroken " + str(number).encode())
            return path
        pdf = blank_pdf()
        for _ in range(2 + number % 9):
            pdf.add_page()
            pdf.multi_cell(0, 6, " ".join(self._sentence() for _ in range(12)))
        save(pdf, path)
        with path.open("ab") as file:
            file.write(b"\n%" + b"x" * (number % 3 * 2_000_000))
        return path


def reading(data: Path) -> bool:
    """Whether a file is being worked off."""
    with closing(sqlite3.connect(data / "surety.sqlite")) as database:
        busy = "SELECT count(*) FROM job WHERE kind = 'evidence.read' AND state = 'running'"
        return bool(database.execute(busy).fetchone()[0])
