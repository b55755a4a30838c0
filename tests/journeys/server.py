"""Real servers and workers in processes of their own, that a journey starts, stops and kills."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

import httpx

from tests.journeys.processes import descendants
from tests.journeys.started import Forked, ran
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = float(os.environ.get("SURETY_TEST_PATIENCE", "180"))  # seconds a loaded machine may take for what takes few


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment without the settings of Surety, but with those that are given."""
    return {name: value for name, value in os.environ.items() if not name.startswith("SURETY_")} | more


def command(*words: str, days_ahead: int = 0) -> list[str]:
    """Return the command line of `surety` with these words, run from this source, with a clock that may be ahead."""
    program = ["tests.journeys.ahead", str(days_ahead)] if days_ahead else ["portal.cli"]
    return [sys.executable, "-m", *program, *words]


def run(*words: str, env: Mapping[str, str] = {}) -> str:
    """Run `surety` with these words to its end and return what it printed."""
    ended = ran(words, environment(**env), PATIENCE)
    assert ended.code == 0, ended.err
    return ended.out


def wait_for(what: str, holds: Callable[[], object], patience: float = PATIENCE, pause: float = 0.05) -> None:
    """Wait until the condition holds; fail with the name of what never came about."""
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, f"{what}: not within {patience:.0f} seconds"
        time.sleep(pause)


class Daemon:
    """`surety` with these words on a data folder, in a process of its own that is started, stopped and killed."""

    forked = True  # False: as a person starts it, from an interpreter that has yet to import everything

    def __init__(self, data: Path, words: Sequence[str], env: Mapping[str, str] = {}, days_ahead: int = 0) -> None:
        self.data = data
        self._days_ahead = days_ahead
        self.log = data.parent / f"{data.name}-{words[0]}.log"
        self._words = [*words, "--data", str(data)]
        self._env = environment(**env)
        self._process: subprocess.Popen[bytes] | Forked | None = None

    def start(self) -> Self:
        """Start the process."""
        assert not self.running, "this runs already"
        with self.log.open("ab") as log:
            if self.forked and not self._days_ahead:
                self._process = Forked(self._words, self._env, log, log)
            else:
                self._process = self._from_nothing(log)
        return self

    def _from_nothing(self, log: IO[bytes]) -> "subprocess.Popen[bytes]":
        words = command(*self._words, days_ahead=self._days_ahead)
        return subprocess.Popen(words, cwd=ROOT, env=self._env, stdout=log, stderr=log, start_new_session=True)

    def wait_ended(self) -> int:
        """Wait until the process ends by itself; returns its exit code."""
        assert self._process is not None
        return self._process.wait(timeout=PATIENCE)

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process that was started last."""
        assert self._process is not None
        return self._process.pid

    @property
    def said(self) -> str:
        """What the process has written so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def kill(self, family: bool = True) -> None:
        """Kill everything at once, without a word of warning: the process and, as a rule, the readers it started."""
        assert self._process is not None
        for pid in [self._process.pid, *(descendants(self._process.pid) if family else [])]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """Ask the process to stop, as an operator does; kill it when it does not."""
        if self._process is None or not self.running:
            return
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.kill()


class Server(Daemon):
    """`surety serve` (or another command that serves); the same port each time it is started."""

    def __init__(
        self,
        data: Path,
        words: Sequence[str] = ("serve", "--migrate"),
        env: Mapping[str, str] = {},
        port: int = 0,
    ) -> None:
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        super().__init__(data, (*words, "--port", str(self.port)), {"SURETY_PUBLIC_URL": self.url, **env})
        self.log = data.parent / f"{data.name}.log"

    def wait_ready(self, patience: float = PATIENCE) -> Self:
        """Wait until the server says that it is ready."""
        wait_for("the server's readiness", self._ready, patience)
        return self

    def _ready(self) -> bool:
        assert self.running, f"the server has ended:\n{self.said[-4000:]}"
        with suppress(httpx.TransportError):
            return httpx.get(f"{self.url}/readyz", timeout=10).status_code == 200
        return False


class ColdServer(Server):
    """A server that is started as a person starts it: what it does before it is ready takes as long as it takes there."""

    forked = False
