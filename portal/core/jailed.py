"""Ask a confined process what a stranger's files hold; this process never opens them."""

import json
from collections.abc import Mapping, Sequence
from tempfile import TemporaryFile

from knowledge.children import Child
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.source import LARGEST_FILE, Source

MEMORY = 1 << 30
SECONDS = 60
LARGEST_OUTPUT = 80 << 20


def check_size(source: Source) -> None:
    """Refuse a file that is larger than any that is read."""
    if len(source.data) > LARGEST_FILE:
        raise UnreadableQuestionnaire(f"{source.name} is larger than {LARGEST_FILE // 1_000_000} MB.")


def asked_in_jail(jail: str, order: Mapping[str, object], sources: Sequence[Source]) -> tuple[dict[str, object], bytes]:
    """Hand an order and the files to a child that runs the module `jail`, and take what it says and what it writes.

    Raises UnreadableQuestionnaire with the child's sentence, or when it took too long or too much.
    """
    with TemporaryFile() as handed:
        files = [(source.name, len(source.data)) for source in sources]
        handed.write(json.dumps({**order, "files": files}).encode() + b"\n")
        handed.writelines(source.data for source in sources)
        handed.seek(0)
        with Child(jail, (MEMORY, SECONDS), handed, seconds=2 * SECONDS, output=LARGEST_OUTPUT) as child:
            line, _, data = b"".join(child.pieces()).partition(b"\n")
    if not child.in_time or not line:
        raise UnreadableQuestionnaire(f"{sources[0].name} took too long or too much to read, so it was given up.")
    said: dict[str, object] = json.loads(line)
    if "refused" in said:
        raise UnreadableQuestionnaire(str(said["refused"]))
    return said, data
