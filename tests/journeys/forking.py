"""An interpreter with the whole portal imported, which forks itself for each `surety` that is to start at once.

What is started so is a process like any other, but for the two seconds in which it would have imported everything. Run as
`python -m tests.journeys.forking SOCKET`; each connection sends one request, and is told the process's number and exit code.
"""

import gc
import importlib
import json
import os
import random
import select
import signal
import socket
import sys
import tempfile
import threading

IMPORTED = (
    "portal.app", "portal.serving", "portal.people.commands", "portal.vendors.commands", "portal.evidence.commands",
    "portal.assistant.commands", "uvicorn.protocols.http.auto", "uvicorn.lifespan.on", "uvicorn.loops.auto",
    "chromadb", "tokenizers",
)  # fmt: skip
LARGEST = 1 << 18


def serve(path: str) -> None:
    """Fork for each request until standard input is closed; returns in each forked process, which is to be `surety` then."""
    own = set(os.environ)
    for name in IMPORTED:
        importlib.import_module(name)
    meant = {name: os.environ[name] for name in set(os.environ) - own}  # what modules set for the process they are in
    assert threading.active_count() == 1, "a thread does not live on in a fork"
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    listener.bind(path)
    listener.listen()
    while True:
        ready, _, _ = select.select([listener.fileno(), 0], [], [])
        if 0 in ready:
            os._exit(0)
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            return _begin(connection, meant)
        connection.close()


def _begin(connection: socket.socket, meant: dict[str, str]) -> None:
    """Fork the process that was asked for and stay behind to tell how it ends."""
    sent, files, _, _ = socket.recv_fds(connection, LARGEST, 2)
    if not sent:  # somebody only looked whether this listens
        os._exit(0)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    pid = os.fork()
    if pid == 0:
        connection.close()
        return _become(json.loads(sent), files, meant)
    for file in files:
        os.close(file)
    connection.send(str(pid).encode())
    _, status = os.waitpid(pid, 0)
    connection.send(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def _become(request: dict[str, object], files: list[int], meant: dict[str, str]) -> None:
    """Take on what a process of its own would have: session, files, environment, words, and chance."""
    words, env, folder = request["words"], request["env"], request["folder"]
    assert isinstance(words, list)
    assert isinstance(env, dict)
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    for place, file in enumerate((nothing, *files)):
        os.dup2(file, place)
        os.close(file)
    os.chdir(str(folder))
    os.environ.clear()
    os.environ.update(env | meant)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    random.seed()
    tempfile.tempdir = None
    sys.argv[:] = ["surety", *map(str, words)]


if __name__ == "__main__":
    serve(sys.argv[1])
    from portal.cli import main

    main()
