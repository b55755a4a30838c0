"""A process's mark tells whether it still lives, and never guesses about another host."""

import os
import signal
import subprocess
import sys

from portal.core.workers import is_gone, is_here, own_mark

MARK = "from portal.core.workers import own_mark; print(own_mark(), flush=True); input()"


def test_a_mark_is_told_apart_alive_ended_and_not_yet_buried() -> None:
    """A killed process is gone at once, also while its parent has not yet taken notice."""
    child = subprocess.Popen([sys.executable, "-c", MARK], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    mark = child.stdout.readline().strip()
    alive = is_gone(mark)

    os.kill(child.pid, signal.SIGKILL)
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    unburied = is_gone(mark)
    child.communicate()

    assert [False, True, True] == [alive, unburied, is_gone(mark)]
    assert is_here(mark)


def test_a_number_used_again_is_another_process() -> None:
    """The moment it began, and the machine's own start, are part of the mark."""
    host, boot, pid, began = own_mark().split("~")

    assert not is_gone(own_mark())
    assert is_gone(f"{host}~{boot}~{pid}~1")
    assert is_gone(f"{host}~before~{pid}~{began}")


def test_of_another_host_nothing_is_known() -> None:
    """Neither a mark from elsewhere nor something that is no mark counts as dead."""
    _, boot, _, began = own_mark().split("~")

    assert not is_gone(f"elsewhere~{boot}~999999999~{began}")
    assert not any(map(is_gone, ["", "half", "~~~", "a~b"]))
    assert not is_here("elsewhere~~1~2")
