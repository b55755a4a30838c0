"""Which process holds what: a mark that a process leaves on its work, and whether that process still lives."""

import os
import re
import socket
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

_PROC = Path("/proc")


def own_mark() -> str:
    """Return this process's mark: host, boot, process id and the moment it began, so that a number used again differs."""
    return _mark(os.getpid())


def is_gone(mark: str) -> bool:
    """Whether the process of a mark has surely ended; one on another host is never known to have."""
    host, boot, pid, began = (mark.split("~") + [""] * 4)[:4]
    if host != _host() or not pid.isdigit():
        return False
    if boot != _boot():
        return True
    return not _lives(int(pid)) or began != _began(int(pid))


def is_here(mark: str) -> bool:
    """Whether a mark is of a process on this host, alive or not."""
    return mark.partition("~")[0] == _host()


@lru_cache(maxsize=1)
def _mark(pid: int) -> str:
    return "~".join((_host(), _boot(), str(pid), _began(pid)))


@lru_cache(maxsize=1)
def _host() -> str:
    """Name the host, or the container: process numbers mean something only among those who share them."""
    numbering = ""
    with suppress(OSError):
        numbering = "".join(filter(str.isdigit, str((_PROC / "self/ns/pid").readlink())))
    return f"{re.sub('[^A-Za-z0-9.-]', '-', socket.gethostname())[:30]}.{numbering}"


@lru_cache(maxsize=1)
def _boot() -> str:
    with suppress(OSError):
        return (_PROC / "sys/kernel/random/boot_id").read_text().strip()[:8]
    return ""


def _began(pid: int) -> str:
    fields = _status(pid)
    return fields[19] if len(fields) > 19 else ""


def _lives(pid: int) -> bool:
    if fields := _status(pid):
        return fields[0] not in ("Z", "X")  # ended, and only its parent has not asked for the reason yet
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _PROC.is_dir()


def _status(pid: int) -> list[str]:
    """Return the fields that /proc gives behind a process's name; none where there is no such process or no /proc."""
    with suppress(OSError):
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return []
