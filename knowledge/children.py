"""Runs a confined child process on a stranger's bytes and hands on what it writes, within time and size."""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

_BOOT = (
    "import sys; root = sys.argv[1]; "
    "sys.path.insert(next((n for n, p in enumerate(sys.path) if 'site-packages' in p), len(sys.path)), root); "
    "from knowledge.{module} import main; main(*sys.argv[2:])"
)
_AFTERMATH = 10.0
_OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)


class Child:
    """One child process in a session of its own; it and all it started are ended when the block is left.

    `module` names the module of `knowledge` whose `main` runs in the child, with the arguments as text; that `main`
    confines itself before it looks at its input. A `secret` goes through a pipe, whose number is the last argument: what
    stands on a command line is everybody's to read. `in_time` tells afterwards whether the child ended by itself.
    """

    def __init__(
        self,
        module: str,
        arguments: Sequence[object],
        source: IO[bytes],
        *,
        seconds: float,
        output: int,
        environment: Mapping[str, str] | None = None,
        secret: str = "",
    ) -> None:
        self.seconds = seconds
        self.output = output
        self.in_time = False
        root = str(Path(__file__).resolve().parent.parent)
        boot = _BOOT.format(module=module)
        handed = _pipe_with(secret) if secret else -1
        try:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-I", "-c", boot, root, *map(str, arguments), str(handed)],
                stdin=source,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={"LANG": "C.UTF-8", **(environment or {})},
                start_new_session=True,
                pass_fds=(handed,) if secret else (),
            )
        finally:
            if secret:
                os.close(handed)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child and whatever it started; it may have ended already."""
        process = self._process
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()

    def pieces(self) -> Iterator[bytes]:
        """Yield what the child writes as it comes, until it ends or its wall clock or output limit is reached."""
        assert self._process.stdout is not None
        deadline = time.monotonic() + self.seconds
        written = 0
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            while (left := deadline - time.monotonic()) > 0 and written <= self.output:
                if selector.select(left):
                    piece = os.read(self._process.stdout.fileno(), 1 << 16)
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
        try:
            return self._process.wait(_AFTERMATH) not in _OUT_OF_TIME
        except subprocess.TimeoutExpired:
            return False


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
