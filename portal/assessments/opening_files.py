"""Open questionnaires that strangers wrote, in a confined process and never in this one."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile

from anyio import to_thread

from knowledge.children import Child
from questionnaires.authored import from_plain
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import Filled, Imported, Source, from_path
from questionnaires.validating import validate
from questionnaires.values import Given, given_from_json, given_to_json

MEMORY = 1 << 30
SECONDS = 60
LARGEST_OUTPUT = 80 << 20
_JAIL = "portal.assessments.files_jail"


async def read_file(path: Path, format: str = "auto", extensions: Sequence[Path] = ()) -> Imported:
    """Read a questionnaire and its answers; a file that takes too long or too much is refused."""
    return await to_thread.run_sync(_read, path, format, extensions)


async def fill_file(path: Path, answers: Mapping[str, Given]) -> Filled:
    """Write answers into a copy of the file; the file itself stays as it is."""
    return await to_thread.run_sync(_fill, path, answers)


def _read(path: Path, format: str, extensions: Sequence[Path]) -> Imported:
    said, _ = _asked({"format": format, "answers": None}, [from_path(one) for one in (path, *extensions)])
    asked, answers = from_plain(said["questionnaire"]), said["answers"]
    validate(asked)
    assert isinstance(answers, dict)
    return Imported(asked, {ref: given_from_json(text) for ref, text in answers.items()}, _warnings(said))


def _fill(path: Path, answers: Mapping[str, Given]) -> Filled:
    written = {ref: given_to_json(given) for ref, given in answers.items()}
    said, data = _asked({"format": "auto", "answers": written}, [from_path(path)])
    return Filled(data, int(str(said["answers"])), _warnings(said))


def _asked(order: Mapping[str, object], sources: Sequence[Source]) -> tuple[dict[str, object], bytes]:
    """Hand the order and the files to a child, and take what it says."""
    with TemporaryFile() as handed:
        files = [(source.name, len(source.data)) for source in sources]
        handed.write(json.dumps({**order, "files": files}).encode() + b"\n")
        handed.writelines(source.data for source in sources)
        handed.seek(0)
        with Child(_JAIL, (MEMORY, SECONDS), handed, seconds=2 * SECONDS, output=LARGEST_OUTPUT) as child:
            line, _, data = b"".join(child.pieces()).partition(b"\n")
    if not child.in_time or not line:
        raise UnreadableQuestionnaire(f"{sources[0].name} took too long or too much to read, so it was given up.")
    said = json.loads(line)
    if "refused" in said:
        raise UnreadableQuestionnaire(said["refused"])
    return said, data


def _warnings(said: Mapping[str, object]) -> tuple[str, ...]:
    listed = said["warnings"]
    assert isinstance(listed, list)
    return tuple(map(str, listed))
