"""The confined process's side of `portal.core.jailed`: it reads an order and files, and says how it went."""

import json
import sys
from collections.abc import Callable, Mapping

from knowledge.confinement import confine
from questionnaires.errors import QuestionnaireError
from questionnaires.formats.source import Source

Order = Mapping[str, object]
Said = tuple[Mapping[str, object], bytes]

BROKEN = "could not be read: it is damaged, or far larger inside than out."


def work_off(memory: str, cpu_seconds: str, work: Callable[[Order, list[Source]], Said]) -> None:
    """Do what the line on standard input says with the files behind it; the first line written says how it went."""
    confine(int(memory), int(cpu_seconds))
    order = json.loads(sys.stdin.buffer.readline())
    sources = [Source(name, sys.stdin.buffer.read(size)) for name, size in order["files"]]
    try:
        said, data = work(order, sources)
    except QuestionnaireError as error:
        said, data = {"refused": error.sentence}, b""
    except (Exception, MemoryError):
        said, data = {"refused": f"{sources[0].name} {BROKEN}"}, b""
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + data)
    sys.stdout.buffer.flush()
