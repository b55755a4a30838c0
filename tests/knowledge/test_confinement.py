"""Tests of what the confined child can no longer do."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFINED = f"import sys, socket, os; sys.path.append({str(ROOT)!r}); from knowledge.confinement import confine; "


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
