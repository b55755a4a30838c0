"""The child process that reads a stranger's questionnaire, or writes answers into one; it knows no vendors and no database."""

import json
import sys
from collections.abc import Mapping

from knowledge.confinement import confine
from questionnaires import formats
from questionnaires.canonical import to_plain
from questionnaires.errors import QuestionnaireError
from questionnaires.formats.source import Source
from questionnaires.values import given_from_json, given_to_json

BROKEN = "could not be read: it is damaged, or far larger inside than out."


def main(memory: str, cpu_seconds: str, _secret: str) -> None:
    """Do what the line on standard input says with the files behind it; the first line written says how it went."""
    confine(int(memory), int(cpu_seconds))
    order = json.loads(sys.stdin.buffer.readline())
    sources = [Source(name, sys.stdin.buffer.read(size)) for name, size in order["files"]]
    try:
        said, data = _read(order, sources) if order["answers"] is None else _filled(order, sources)
    except QuestionnaireError as error:
        said, data = {"refused": error.sentence}, b""
    except (Exception, MemoryError):
        said, data = {"refused": f"{sources[0].name} {BROKEN}"}, b""
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + data)
    sys.stdout.buffer.flush()


def _read(order: Mapping[str, str], sources: list[Source]) -> tuple[Mapping[str, object], bytes]:
    imported = formats.read_source(sources[0], order["format"], sources[1:])
    answers = {ref: given_to_json(given) for ref, given in imported.answers.items()}
    asked = to_plain(imported.questionnaire)
    return {"questionnaire": asked, "answers": answers, "warnings": imported.warnings}, b""


def _filled(order: Mapping[str, Mapping[str, str]], sources: list[Source]) -> tuple[Mapping[str, object], bytes]:
    answers = {ref: given_from_json(text) for ref, text in order["answers"].items()}
    filled = formats.fill(sources[0], answers)
    return {"answers": filled.answers, "warnings": filled.warnings}, filled.data
