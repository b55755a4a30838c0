"""Tests of what the confined child can no longer do."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFINED = f"import sys, socket, os; sys.path.insert(0, {str(ROOT)!r}); from knowledge.confinement import confine; "


def confined(statement: str) -> str:
    """Run a statement after `confine` in a process of its own; return the name of the error it ends with."""
    program = f"{CONFINED}confine(1 << 30, 10)\ntry:\n    {statement}\nexcept BaseException as e:\n    print('no')"
    finished = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False)
    return finished.stdout.strip()


@pytest.mark.parametrize(
    "statement",
    [
        "open('/etc/passwd').read()",
        "open('/tmp/written-by-the-child', 'w').write('x')",
        "socket.create_connection(('127.0.0.1', 22), 1)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "bytearray(2 << 30)",
    ],
)
def test_a_confined_process_is_refused(statement: str) -> None:
    """Reading elsewhere, writing, the network and much memory are all refused."""
    assert "no" == confined(statement)


def test_a_confined_process_still_imports() -> None:
    """Late imports from the Python tree go on working."""
    assert "yes" == confined("import sqlite3; print('yes')")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_a_confined_process_ends_with_whoever_started_it() -> None:
    """A worker that is killed leaves no reader behind that goes on with its file."""
    reader = f"{CONFINED}confine(1 << 30, 10); print(os.getpid(), flush=True)\nwhile True: pass"
    worker = f"import subprocess, sys; subprocess.run([sys.executable, '-I', '-c', {reader!r}])"
    with subprocess.Popen([sys.executable, "-c", worker], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        before = lives(pid)

        parent.kill()
        parent.wait()

        for _ in range(200):
            if lives(pid):
                time.sleep(0.05)
    assert (True, False) == (before, lives(pid))


def lives(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in ("Z", "X")
    except FileNotFoundError:
        return False
