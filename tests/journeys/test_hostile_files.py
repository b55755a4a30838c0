"""Hostile files go through a running portal: each ends ready or in a clear refusal, and nobody else notices.

As a rule the files are our own (tests/hostile.py). SURETY_CORPORA names folders of other people's PDFs (a:b) to send instead.
"""

import hashlib
import os
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.hostile import corpus
from tests.journeys.answering import Desk
from tests.journeys.folder import folder_with_sent
from tests.journeys.losses import pending
from tests.journeys.processes import MemoryWatch, descendants, named
from tests.journeys.server import Server, wait_for
from tests.journeys.staff import Colleague
from tests.journeys.stopwatch import Meanwhile, Page, Timings, time_idle
from tests.knowledge.pdfs import make_pdf

VENDOR = "helio-payments"
MEMORY = 800_000_000
MOST_SENTENCES = 15  # different ones, numbers aside: the refusals are a short list, not whatever went wrong
_PYTHON = re.compile(r"Traceback|Error\b|Exception|errno|None\b|object at 0x|pypdf|pdfium|\bself\b|<class|line \d+, in")
_SENTENCE = re.compile(r"[A-Z][^\n]{20,400}\.")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc, which Linux has"),
]


@dataclass(slots=True)
class Outcome:
    """What became of the files, of the server and of everybody else's pages."""

    sent: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    documents: dict[str, tuple[str, str]] = field(default_factory=dict)
    jobs: list[tuple[str, str, int, str]] = field(default_factory=list)
    idle: Timings = field(default_factory=Timings)
    busy: Timings = field(default_factory=Timings)
    memory: int = 0
    readers: int = 0
    same_process: bool = False
    children: list[int] = field(default_factory=list)
    left_behind: list[str] = field(default_factory=list)

    def sentences(self) -> Counter[str]:
        """The refusals without their numbers and names, and how often each was given."""
        given = [reason for state, reason in self.documents.values() if state != "ready"]
        return Counter(re.sub(r"\d+", "N", sentence) for sentence in [*given, *self.refused.values()])

    def figures(self) -> str:
        """Say what the run showed."""
        ready = sum(state == "ready" for state, _ in self.documents.values())
        lines = [
            f"{len(self.sent)} files and {len(self.refused)} refused at the door: {len(self.documents)} documents, "
            f"{ready} ready, {len(self.documents) - ready} refused by the reader",
            *(f"  {count} x {sentence}" for sentence, count in self.sentences().most_common()),
            self.busy.beside(self.idle),
            f"{self.readers} readers seen, the largest took {self.memory / 1e6:.0f} MB",
        ]
        return "\n".join(lines)


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give the files to send by name, some honest ones among them."""
    if corpora := os.environ.get("SURETY_CORPORA"):
        for path in sorted(path for place in corpora.split(os.pathsep) for path in Path(place).rglob("*.pdf")):
            yield f"{path.parent.name}-{path.name}", path.read_bytes()
        return
    yield from corpus().items()
    for number in range(4):
        path = make_pdf(folder / f"honest-{number}.pdf", [f"Backups are encrypted. This is report {number}."] * 3)
        yield path.name, path.read_bytes()


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outcome]:
    """Send every file to a running portal and wait until all are worked off, while others use their pages."""
    folder = tmp_path_factory.mktemp("hostile")
    data, scratch = folder / "data", folder / "scratch"
    scratch.mkdir()
    sent = folder_with_sent(data)
    server = Server(data, env={"TMPDIR": str(scratch)}).start().wait_ready()
    try:
        pid, desk, colleague = server.pid, Desk(server.url, sent), Colleague(server.url, data)
        result, pages = Outcome(), others_pages(desk, colleague)
        result.idle = time_idle(pages, rounds=20)
        with MemoryWatch(pid) as memory, Meanwhile(pages) as meanwhile:
            for name, content in files(folder):
                send(colleague, name, content, result)
            wait_for("the end of all jobs", lambda: pending(data) == 0, 300 + 120 * len(result.sent), pause=0.5)
        result.busy, result.memory, result.readers = meanwhile.timings, memory.most, len(memory.readers)
        result.same_process = server.running and server.pid == pid
        result.children = [each for each in descendants(pid) if named(each) != "surety-nursery"]
    finally:
        server.stop()
    result.left_behind = [str(path) for place in (scratch, data / "files" / "incoming") for path in place.rglob("*")]
    result.documents, result.jobs = kept(data)
    sys.stdout.write(f"\n{result.figures()}\n")
    yield result


def others_pages(desk: Desk, colleague: Colleague) -> dict[str, Page]:
    """The pages that people use meanwhile: a contact who answers, and a colleague who looks around."""
    return {
        "a contact's home": lambda: desk.client.get("/answer"),
        "a contact's questionnaire": lambda: desk.client.get(desk.base, follow_redirects=True),
        "the overview": lambda: colleague.see("/"),
        "the vendors": lambda: colleague.see("/vendors"),
        "a vendor": lambda: colleague.see(f"/vendors/{VENDOR}"),
        "a vendor's documents": lambda: colleague.see(f"/vendors/{VENDOR}/documents"),
        "the help": lambda: colleague.see("/help"),
    }


def send(colleague: Colleague, name: str, content: bytes, result: Outcome) -> None:
    """Upload one file, and note the sentence when it is refused at the door."""
    reply = colleague.upload(VENDOR, name, content)
    if reply.status_code == 200:
        result.sent[name] = hashlib.sha256(content).hexdigest()
        return
    assert reply.status_code == 422, f"{name}: {reply.status_code} {reply.text[:500]}"
    alerts = BeautifulSoup(reply.text, "html.parser").select("[role=alert]")
    assert alerts, f"{name}: refused without a word"
    result.refused[name] = alerts[0].get_text(" ", strip=True).partition(f"{name}: ")[2]


def kept(data: Path) -> tuple[dict[str, tuple[str, str]], list[tuple[str, str, int, str]]]:
    """Read every document's state and reason by hash, and the jobs that read them."""
    with closing(sqlite3.connect(data / "surety.sqlite")) as database:
        rows = database.execute("SELECT sha256, state, reason FROM document").fetchall()
        jobs = database.execute("SELECT subject, state, attempts, error FROM job WHERE kind = 'evidence.read'")
        return {sha256: (state, reason) for sha256, state, reason in rows}, jobs.fetchall()


def test_each_file_ends_ready_or_in_a_clear_refusal(outcome: Outcome) -> None:
    """Nothing that was taken in is lost or left half read, and each refusal is a sentence for people."""
    assert set(outcome.sent.values()) == set(outcome.documents)

    assert {"ready", "unreadable"} >= {state for state, _ in outcome.documents.values()}
    unclear = [s for s in outcome.sentences() if _PYTHON.search(s) or not _SENTENCE.fullmatch(s)]
    assert [] == unclear
    assert len(outcome.sentences()) <= MOST_SENTENCES


def test_no_file_broke_the_work_on_it(outcome: Outcome) -> None:
    """Each was read once and in one go: none was an error that had to be tried again."""
    assert [] == [job for job in outcome.jobs if job[1:] != ("done", 1, "")]


def test_everybody_elses_pages_kept_coming(outcome: Outcome) -> None:
    """Meanwhile every page answered, from the same process."""
    assert outcome.same_process
    assert len(outcome.busy.all()) >= len(outcome.busy.taken) > 0
    assert [] == outcome.busy.wrong


def test_no_reader_took_more_memory_than_it_may(outcome: Outcome) -> None:
    """The readers were seen at work, and none came near the memory of the machine."""
    assert outcome.readers > 0

    assert outcome.memory < MEMORY


def test_nothing_is_left_behind(outcome: Outcome) -> None:
    """No process, no temporary file, no half upload."""
    assert ([], []) == (outcome.children, outcome.left_behind)
