"""Runs a confined child process on a stranger's bytes and hands on what it writes, within time and size."""

import atexit
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

_BOOT = (
    "import sys; root = sys.argv[1]; "
    "sys.path.insert(next((n for n, p in enumerate(sys.path) if 'site-packages' in p), len(sys.path)), root); "
    "from knowledge.nursery import main; main(sys.argv[2])"
)
_AFTERMATH = 10.0
_OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
_KIBIBYTES = 1 if sys.platform == "darwin" else 1024


@dataclass(slots=True)
class Used:
    """What all children of this process that have ended took: seconds of processor time, and the most bytes of one."""

    seconds: float = 0.0
    memory: int = 0


USED = Used()


class _Births:
    """The way to this process's nursery, which is started at the first birth and again should it have died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def ask(self, arguments: Sequence[object], handed: Sequence[int]) -> None:
        """Have a child born with these descriptors: its link, its input, its output and maybe its secret."""
        message = json.dumps([*map(str, arguments)]).encode()
        with self._lock:
            if self._control is not None:
                with suppress(OSError):
                    socket.send_fds(self._control, [message], list(handed))
                    return
            self._start()
            assert self._control is not None
            with suppress(OSError):  # it did not start: the child's link ends, which says so
                socket.send_fds(self._control, [message], list(handed))

    def forget(self) -> None:
        """Leave the nursery to the process this one was forked from."""
        self._lock, self._process, self._control = threading.Lock(), None, None

    def end(self) -> None:
        """Have the nursery end, and all children with it; the next birth starts another."""
        if self._control is not None and self._process is not None:
            self._control.close()
            self._process.kill()
            self._process.wait()
        self._control = self._process = None

    def _start(self) -> None:
        self.end()
        root = str(Path(__file__).resolve().parent.parent)
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-I", "-c", _BOOT, root, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={"LANG": "C.UTF-8"},
                start_new_session=True,
                pass_fds=(theirs.fileno(),),
            )


births = _Births()
atexit.register(births.end)
os.register_at_fork(after_in_child=births.forget)


class Child:
    """One child process in a session of its own; it and all it started are ended when the block is left.

    `module` names the module whose `main` runs in the child, one of `knowledge` or, with dots, any other. It gets the
    arguments as text, and confines itself before it looks at its input. A `secret` goes through a pipe, whose number is
    the last argument: what stands on a command line is everybody's to read. `in_time` tells afterwards whether the child
    ended by itself.
    """

    def __init__(
        self,
        module: str,
        arguments: Sequence[object],
        source: IO[bytes],
        *,
        seconds: float,
        output: int,
        secret: str = "",
    ) -> None:
        self.seconds = seconds
        self.output = output
        self.in_time = False
        self._link, link = socket.socketpair()
        self._output, written = os.pipe()
        handed = [link.fileno(), source.fileno(), written, *([_pipe_with(secret)] if secret else [])]
        try:
            births.ask([module, *arguments], handed)
        except BaseException:
            self._link.close()
            os.close(self._output)
            raise
        finally:
            link.close()
            for end in handed[2:]:
                os.close(end)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child and whatever it started, and wait until it is gone; it may have ended already."""
        with suppress(OSError):
            self._link.shutdown(socket.SHUT_WR)
        self._ended_in_time()
        self._link.close()
        os.close(self._output)

    def pieces(self) -> Iterator[bytes]:
        """Yield what the child writes as it comes, until it ends or its wall clock or output limit is reached."""
        deadline = time.monotonic() + self.seconds
        written = 0
        with selectors.DefaultSelector() as selector:
            selector.register(self._output, selectors.EVENT_READ)
            while (left := deadline - time.monotonic()) > 0 and written <= self.output:
                if selector.select(left):
                    piece = os.read(self._output, 1 << 16)
                    if not piece:
                        self.in_time = self._ended_in_time()
                        return
                    written += len(piece)
                    yield piece

    def lines(self) -> Iterator[bytes]:
        """Yield whole lines as they come; one cut off by a kill is not taken."""
        rest = b""
        for piece in self.pieces():
            *whole, rest = (rest + piece).split(b"\n")
            yield from whole

    def _ended_in_time(self) -> bool:
        """Tell whether a child that has closed its output ended by itself rather than by its CPU limit."""
        self._link.settimeout(_AFTERMATH)
        told = b""
        with suppress(OSError):
            while piece := self._link.recv(1 << 10):
                told += piece
        if not told:
            return self.in_time
        code, seconds, memory = json.loads(told)
        USED.seconds, USED.memory = USED.seconds + seconds, max(USED.memory, memory * _KIBIBYTES)
        return code not in _OUT_OF_TIME


def _pipe_with(secret: str) -> int:
    """Put a short secret into a pipe; return the end to read it from."""
    reading, writing = os.pipe()
    os.write(writing, secret.encode()[:1000])
    os.close(writing)
    return reading


def handed_secret(descriptor: str) -> str:
    """Take the secret that a child was handed, or nothing; for the child's own `main`."""
    if int(descriptor) < 0:
        return ""
    with os.fdopen(int(descriptor), "rb") as pipe:
        return pipe.read().decode()
