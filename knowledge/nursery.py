"""The process that the confined children are born from: it has imported what they need, so that each costs no start.

It hears of births on one socket and never touches a stranger's bytes. Each child has a link of its own to whoever asked for
it: how the child ended is told there, and when the other side lets go of the link the child is killed.
"""

import gc
import io
import json
import os
import selectors
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Never

_READY = ("jail", "pdfium_jail", "picture_jail")
_MESSAGE = 1 << 16
_LINK, _INPUT, _OUTPUT, _SECRET = range(4)


@dataclass(frozen=True, slots=True)
class Born:
    """A child at work and the link to whoever asked for it."""

    pid: int
    link: socket.socket


def main(control: str) -> None:
    """Bear children until the other end of the control socket is closed; then none of them is left."""
    for module in _READY:
        import_module(f"knowledge.{module}")
    gc.collect()
    gc.freeze()
    _call_this("surety-nursery")
    Nursery(socket.socket(fileno=int(control))).tend()


class Nursery:
    """Bears children, tells how each ended, and ends those that nobody waits for any more."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._selector = selectors.DefaultSelector()
        self._selector.register(control, selectors.EVENT_READ)
        self._rung, bell = socket.socketpair()
        for end in (self._rung, bell):
            end.setblocking(False)
        self._bell = bell
        self._selector.register(self._rung, selectors.EVENT_READ)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(bell.fileno(), warn_on_full_buffer=False)
        self._born: dict[socket.socket, Born] = {}

    def tend(self) -> None:
        """Do what is asked for, in the order in which it comes."""
        while True:
            for key, _ in self._selector.select():
                if key.fileobj is self._control:
                    message, handed, _, _ = socket.recv_fds(self._control, _MESSAGE, 4)
                    if not message:
                        return self._end_all()
                    self._bear(json.loads(message), handed)
                elif key.fileobj is self._rung:
                    with suppress(BlockingIOError):
                        self._rung.recv(_MESSAGE)
                    for born in [each for each in self._born.values() if _has_ended(each.pid)]:
                        self._bury(born)
                elif born := self._born.get(key.fileobj):  # type: ignore[call-overload]
                    self._bury(born)

    def _bear(self, arguments: list[str], handed: list[int]) -> None:
        link = socket.socket(fileno=handed[_LINK])
        try:
            pid = os.fork()
        except OSError:
            pid = -1  # the system has no room for one more; closing the link says so
        if not pid:
            self._close()
            _live(arguments, handed)
        for end in handed[_INPUT:]:
            os.close(end)
        if pid < 0:
            link.close()
            return
        with suppress(OSError):
            os.setpgid(pid, pid)
        self._born[link] = Born(pid, link)
        self._selector.register(link, selectors.EVENT_READ)

    def _bury(self, born: Born) -> None:
        """End a child and whatever it started, unless that is done, and tell how it ended and what it took."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(born.pid, signal.SIGKILL)  # before it is reaped: until then the number is nobody else's
        _, status, used = os.wait4(born.pid, 0)
        told = [os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]
        with suppress(OSError):
            born.link.sendall(json.dumps(told).encode())
        self._selector.unregister(born.link)
        born.link.close()
        del self._born[born.link]

    def _end_all(self) -> None:
        for born in list(self._born.values()):
            self._bury(born)

    def _close(self) -> None:
        """Let go, in a child, of everything that is not its own."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self._selector.close()
        for held in (self._control, self._rung, self._bell, *self._born):
            held.close()


def _live(arguments: list[str], handed: list[int]) -> Never:
    """Run a child's module, in a group of its own, on the input and output it was handed; its link stays behind."""
    code = 1
    try:
        os.setpgid(0, 0)
        _call_this("surety-reader")
        os.close(handed[_LINK])
        for target, given in ((0, handed[_INPUT]), (1, handed[_OUTPUT])):
            os.dup2(given, target)
            os.close(given)
        sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0)))
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w")))
        secret = handed[_SECRET] if len(handed) > _SECRET else -1
        module, *words = arguments
        import_module(module if "." in module else f"knowledge.{module}").main(*words, str(secret))
        sys.stdout.flush()
        code = 0
    except SystemExit as stopped:
        code = stopped.code if isinstance(stopped.code, int) else 1
    finally:
        os._exit(code)


def _has_ended(pid: int) -> bool:
    """Tell whether a child has ended, without burying it."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _call_this(name: str) -> None:
    """Give the process a name of its own in the system's list, where there is such a thing."""
    with suppress(OSError):
        Path("/proc/self/comm").write_text(name, encoding="ascii")
