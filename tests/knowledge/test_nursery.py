"""Children are born from a process that stands ready, hold only what they were handed, and none outlives whoever asked."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from knowledge import children
from knowledge.children import Child
from knowledge.reading import read
from tests.journeys.processes import children as children_of
from tests.journeys.processes import is_reader, named
from tests.knowledge.pdfs import make_pdf

pytestmark = pytest.mark.skipif(not Path("/proc/self/comm").exists(), reason="processes are looked at in /proc")
ROOT = Path(__file__).resolve().parents[2]
DRAWING = (1 << 30, 20, 1, 1_000_000, 1_000)


@pytest.fixture
def endless() -> Iterator[IO[bytes]]:
    """A file that never comes to its end: a child that reads it waits."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as file:
        yield file
    os.close(writing)


def waiting_child(file: IO[bytes]) -> Child:
    return Child("picture_jail", DRAWING, file, seconds=60, output=1000)


def nursery() -> int:
    process = children.births._process
    assert process is not None
    return process.pid


def reader() -> int:
    until(lambda: any(map(is_reader, children_of(nursery()))))
    return next(pid for pid in children_of(nursery()) if is_reader(pid))


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 30
    while not holds() and time.monotonic() < ends:
        time.sleep(0.02)


def held(pid: int) -> set[str]:
    return {each.name for each in Path(f"/proc/{pid}/fd").iterdir()}


def lives(pid: int) -> bool:
    return named(pid) != ""


def test_a_child_holds_nothing_but_its_input_and_output(endless: IO[bytes]) -> None:
    """Neither the nursery's way to the parent nor another child's link or file is open in it."""
    with waiting_child(endless), waiting_child(endless):
        pid = reader()
        until(lambda: len(held(pid)) <= 3)

        found = held(pid)

    assert {"0", "1", "2"} == found


def test_a_child_that_is_not_waited_for_is_killed(endless: IO[bytes]) -> None:
    """It is gone when the block is left, and it did not end in time."""
    with waiting_child(endless) as child:
        pid = reader()

    assert (False, False) == (lives(pid), child.in_time)


def test_children_are_born_side_by_side_from_many_threads(tmp_path: Path) -> None:
    """Each thread reads its own file, and what the children took is known."""
    paths = [make_pdf(tmp_path / f"{number}.pdf", [f"This is report number {number}."]) for number in range(6)]
    before = children.USED.seconds
    found: dict[Path, str] = {}
    threads = [
        threading.Thread(target=lambda path=path: found.update({path: read(path).pages[0].text})) for path in paths
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [f"This is report number {number}." for number in range(6)] == [found[path].strip() for path in paths]
    assert children.USED.seconds > before


def test_a_nursery_that_dies_takes_its_children_along_and_is_replaced(endless: IO[bytes], tmp_path: Path) -> None:
    """Whoever waits hears of the end at once; the next file is read as ever."""
    path = make_pdf(tmp_path / "next.pdf", ["The next file."])
    with waiting_child(endless) as child:
        pid, dead = reader(), nursery()
        until(lambda: "NoNewPrivs:\t1" in Path(f"/proc/{pid}/status").read_text())

        os.kill(dead, signal.SIGKILL)
        written = list(child.pieces())
        until(lambda: not lives(pid))

    assert ([], False, False) == (written, child.in_time, lives(pid))
    assert "The next file." == read(path).pages[0].text.strip()
    assert dead != nursery()


def test_neither_nursery_nor_child_outlives_a_process_that_is_killed() -> None:
    """A worker that is killed leaves nobody behind."""
    program = (
        "import os; from knowledge import children; end = os.fdopen(os.pipe()[0], 'rb');"
        f"child = children.Child('picture_jail', {DRAWING}, end, seconds=60, output=1000);"
        "print(children.births._process.pid, flush=True); list(child.pieces())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
    ) as parent:
        assert parent.stdout
        orphaned = int(parent.stdout.readline())
        until(lambda: any(map(is_reader, children_of(orphaned))))
        born = children_of(orphaned)
        parent.kill()
        parent.wait()
    until(lambda: not any(map(lives, [orphaned, *born])))

    assert born
    assert not any(map(lives, [orphaned, *born]))
