"""Ports for the servers that tests start: chosen by us, since one that the system lends may be lent again meanwhile.

A server in a process of its own is told its port before it listens, and again when it is started anew after it was
killed. Between the two, a port out of the system's own range (from 32768 on Linux, from 49152 elsewhere) goes to any
connection or browser that asks for one. Ours lie below, and each test process has some of its own.
"""

import itertools
import os
import random
import socket
from contextlib import suppress

_FIRST, _EACH, _PROCESSES = 14000, 1000, 16  # to 30000: above every port a browser refuses to open


def _own_ports() -> "itertools.cycle[int]":
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    start = _FIRST + worker % _PROCESSES * _EACH
    turn = random.SystemRandom().randrange(_EACH)  # another run of the tests on this machine begins elsewhere
    return itertools.cycle([start + (turn + count) % _EACH for count in range(_EACH)])


_PORTS = _own_ports()


def free_port() -> int:
    """Return a port of the loopback that nobody listens on, and that this run hands out to nobody else for long."""
    for port in itertools.islice(_PORTS, _EACH):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError(f"none of {_EACH} ports is free")
