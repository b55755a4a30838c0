"""Starting `surety` in a process of its own that begins at once: forked from an interpreter that has imported everything."""

import atexit
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

from tests.journeys.forking import LARGEST

ROOT = Path(__file__).resolve().parents[2]


class Forked:
    """A `surety` that was forked; what a test needs of subprocess.Popen."""

    def __init__(self, words: Sequence[str], env: Mapping[str, str], out: IO[bytes], err: IO[bytes]) -> None:
        self._hearing = threading.Lock()
        self._told = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._told.connect(_parent())
        request = json.dumps({"words": list(words), "env": dict(env), "folder": str(ROOT)}).encode()
        socket.send_fds(self._told, [request], [out.fileno(), err.fileno()])
        self.pid = int(self._told.recv(LARGEST))
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return the exit code, or None while the process lives."""
        with suppress(TimeoutError, subprocess.TimeoutExpired):
            return self.wait(0)
        return None

    def wait(self, timeout: float | None = None) -> int:
        """Wait until the process has ended and return its exit code; the one thread that hears it tells the others."""
        with self._hearing:
            if self.returncode is None:
                self._told.settimeout(timeout)
                try:
                    self.returncode = int(self._told.recv(LARGEST))
                except (TimeoutError, BlockingIOError):
                    raise subprocess.TimeoutExpired("surety", timeout or 0) from None
                self._told.close()
            return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal, if the process still lives."""
        if self.poll() is None:
            os.kill(self.pid, number)


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command that has run to its end returned and printed."""

    code: int
    out: str
    err: str


def ran(words: Sequence[str], env: Mapping[str, str], patience: float) -> Ended:
    """Run `surety` with these words to its end."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        code = Forked(words, env, out, err).wait(patience)
        return Ended(code, _whole(out), _whole(err))


def _whole(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8")


@cache
def _parent() -> str:
    """Start the interpreter that is forked, once a process, and return the address of its socket."""
    address = str(Path(tempfile.mkdtemp(prefix="surety-tests-")) / "fork")
    words = [sys.executable, "-m", "tests.journeys.forking", address]
    process = subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
    )
    atexit.register(_end, process, address)
    while not _listens(address):
        assert process.poll() is None, "the interpreter that is to be forked has ended"
        time.sleep(0.05)
    return address


def _end(process: "subprocess.Popen[bytes]", address: str) -> None:
    assert process.stdin is not None
    process.stdin.close()  # it ends when nobody holds the other end any more
    process.wait()
    shutil.rmtree(Path(address).parent, ignore_errors=True)


def _listens(address: str) -> bool:
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as probe:
        probe.connect(address)
        return True
    return False
