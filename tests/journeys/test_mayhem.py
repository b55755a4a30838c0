"""Server, worker and readers may be killed at any moment: no acknowledged file is lost, indexed twice or stuck.

SURETY_UPLOADS files (24) are sent while SURETY_MURDERS processes (6) are killed.
"""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import anyio
import pytest

from knowledge.index import ChromaIndex, open_index
from portal.core.database import open_database
from portal.core.settings import load_settings
from tests.journeys import losses
from tests.journeys.folder import folder_with_sent
from tests.journeys.mayhem import Counts, Mayhem
from tests.journeys.processes import is_reader
from tests.journeys.promises import Aftermath, faults
from tests.journeys.server import Daemon, Server
from tests.journeys.staff import Colleague

UPLOADS = int(os.environ.get("SURETY_UPLOADS", "24"))
MURDERS = int(os.environ.get("SURETY_MURDERS", "6"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="readers are found in /proc, which Linux has"),
]


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aftermath]:
    """Upload while everything is killed, let the work come to its end and stop."""
    folder = tmp_path_factory.mktemp("mayhem")
    data, scratch = folder / "data", folder / "scratch"
    scratch.mkdir()
    folder_with_sent(data)
    server = Server(data, ("serve", "--no-worker"), env={"TMPDIR": str(scratch)}).start().wait_ready()
    worker = Daemon(data, ("work",), env={"TMPDIR": str(scratch)}).start()
    try:
        survived = Mayhem(server, worker, Colleague(server.url, data), Counts(data), MURDERS).rage(UPLOADS, MURDERS)
    finally:
        worker.stop()
        server.stop()
    sys.stdout.write(f"\n{survived.figures()}; {losses.interrupted(data)} jobs began again\n")
    yield Aftermath(data, scratch, survived)


def test_what_was_acknowledged_is_whole_and_there_once(aftermath: Aftermath) -> None:
    """Rows, bytes, states, pages, passages and both indexes; no job is stuck, and the log is whole."""
    assert UPLOADS == len(aftermath.survived.acknowledged)

    assert [] == faults(aftermath)


def test_the_kills_hit_work_in_progress(aftermath: Aftermath) -> None:
    """Server, worker and readers were all struck; among many kills some work had to begin again."""
    assert {"reader", "server", "worker"} <= set(aftermath.survived.kills)
    assert losses.interrupted(aftermath.data) >= MURDERS // 20


def test_nothing_is_left_behind(aftermath: Aftermath) -> None:
    """No half upload, no temporary file, no reader whose worker has died."""
    halves = list((aftermath.data / "files" / "incoming").glob("*"))

    assert ([], []) == (halves, list(aftermath.scratch.rglob("*")))
    assert [] == [pid for pid in aftermath.survived.readers if is_reader(pid)]


Harm = Callable[[Aftermath], object]


def _sql(statement: str) -> Harm:
    def harm(aftermath: Aftermath) -> None:
        with closing(sqlite3.connect(aftermath.data / "surety.sqlite")) as database, database:
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f'DROP TRIGGER "{name}"')
            assert database.execute(statement).rowcount

    return harm


def _bytes_gone(aftermath: Aftermath) -> None:
    digest = next(iter(aftermath.survived.acknowledged))
    (aftermath.data / "files" / digest[:2] / digest).unlink()


def _half_upload(aftermath: Aftermath) -> None:
    (aftermath.data / "files" / "incoming" / "half").write_bytes(b"%PDF-half")


def _in_chroma(act: str) -> Harm:
    async def change(data: Path) -> None:
        settings = load_settings({}, data)
        async with open_database(settings):
            index = open_index(settings.index)
            assert isinstance(index, ChromaIndex)
            for listed in index._store._client.list_collections():
                first = listed.get(limit=1, include=["embeddings", "metadatas"])
                if act == "lose":
                    listed.delete(ids=first["ids"])
                else:
                    listed.add(ids=["999999"], embeddings=first["embeddings"], metadatas=first["metadatas"])
            index.close()

    return lambda aftermath: anyio.run(change, aftermath.data)


_INDEXED = "replace(substr(words, 9), ' ', ' ' || substr(words, 1, 8))"
HARM: dict[str, tuple[Harm, str]] = {
    "a file's row gone": (_sql("UPDATE evidence SET removed_at = uploaded_at WHERE name LIKE 'report-0%'"), "has 0 rows"),
    "a file's bytes gone": (_bytes_gone, "are gone or changed"),
    "a half upload": (_half_upload, "is nobody's"),
    "a document never worked off": (_sql("UPDATE document SET state = 'reading' WHERE state = 'ready'"), "is reading"),
    "a page lost": (_sql("UPDATE document SET pages_read = pages_read - 1 WHERE state = 'ready'"), "good pages"),
    "a passage twice": (
        _sql("INSERT INTO passage (document, collection, page, start, \"end\", text, header, vector)"
             " SELECT document, collection, page, start, \"end\", text, header, vector FROM passage LIMIT 1"),
        "passage rows for",
    ),
    "a passage lost": (_sql("DELETE FROM passage WHERE id = (SELECT min(id) FROM passage)"), "passage rows for"),
    "words lost": (
        _sql(f"INSERT INTO passage_words (passage_words, rowid, words) SELECT 'delete', id, {_INDEXED} FROM passage LIMIT 1"),
        "are not in the lexical index",
    ),
    "words twice": (
        _sql(f"INSERT INTO passage_words (rowid, words) SELECT 999999, {_INDEXED} FROM passage LIMIT 1"),
        "the lexical index holds 999999",
    ),
    "a vector twice": (_in_chroma("double"), "the vector index holds 999999"),
    "a vector lost": (_in_chroma("lose"), "is not in the vector index"),
    "a job stuck": (_sql("UPDATE job SET state = 'running' WHERE id = (SELECT min(id) FROM job)"), "a job is not done"),
    "an audit entry gone": (_sql("DELETE FROM audit_entry WHERE position = 3"), "the audit log is not whole"),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARM)
def test_the_check_sees_a_loss_and_a_double(aftermath: Aftermath, harm: str, tmp_path: Path) -> None:
    """Each, done on purpose to a copy of the folder, is noticed: the check is not blind."""
    shutil.copytree(aftermath.data, tmp_path / "data")
    copy = Aftermath(tmp_path / "data", aftermath.scratch, aftermath.survived)
    act, sentence = HARM[harm]

    act(copy)

    found = faults(copy)
    assert any(sentence in one for one in found), found
