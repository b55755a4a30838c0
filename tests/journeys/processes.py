"""Processes as the system's /proc shows them: who is whose child, and how much memory a reader takes."""

import threading
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")


def descendants(pid: int) -> list[int]:
    """Return the children of a process and theirs; none where the system has no /proc."""
    parents: dict[int, list[int]] = {}
    for entry in _PROC.glob("[0-9]*/stat"):
        with suppress(OSError, ValueError):
            parents.setdefault(int(entry.read_text().rpartition(")")[2].split()[1]), []).append(int(entry.parent.name))
    found = list(parents.get(pid, []))
    for child in found:
        found += parents.get(child, [])
    return found


def children(pid: int) -> list[int]:
    """Return the children of a process alone, read from its threads: cheaper than asking every process there is."""
    found: list[int] = []
    for listed in (_PROC / str(pid) / "task").glob("*/children"):
        with suppress(OSError):
            found += map(int, listed.read_text().split())
    return found


def is_reader(pid: int) -> bool:
    """Whether a process is a confined reader, or the text recogniser that one has become."""
    return named(pid) in ("surety-reader", "tesseract")


def named(pid: int) -> str:
    """Return the name a process bears in the system's list; nothing when it has ended."""
    with suppress(OSError):
        return (_PROC / str(pid) / "comm").read_text().strip()
    return ""


def readers(pid: int) -> list[int]:
    """Return the readers that a server or worker has at work: they are its nursery's children."""
    return [each for nursery in children(pid) for each in children(nursery) if is_reader(each)]


def peak_memory(pid: int) -> int:
    """Return the most bytes a process ever held in memory; nothing when it has ended."""
    with suppress(OSError, StopIteration):
        lines = (_PROC / str(pid) / "status").read_text().splitlines()
        return 1024 * int(next(line for line in lines if line.startswith("VmHWM")).split()[1])
    return 0


class MemoryWatch:
    """Looks at the readers under a server many times a second and keeps the most memory that one of them took."""

    def __init__(self, server: int, pause: float = 0.05) -> None:
        self.most = 0
        self.readers: set[int] = set()
        self._server, self._pause = server, pause
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "MemoryWatch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(self._pause):
            for pid in readers(self._server):
                self.readers.add(pid)
                self.most = max(self.most, peak_memory(pid))
