"""Killing the server at any moment loses nothing that it acknowledged, and the work goes on."""

import os
import random
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from portal.core.clock import now
from tests.journeys.answering import Desk
from tests.journeys.folder import folder_with_sent
from tests.journeys.killing import Acknowledged, Storm
from tests.journeys.losses import interrupted, losses, pending
from tests.journeys.server import ColdServer, wait_for

KILLS = int(os.environ.get("SURETY_KILLS", "6"))


@dataclass(frozen=True, slots=True)
class Aftermath:
    """A stopped server's folder after the kills, and what had been acknowledged."""

    data: Path
    taken: Acknowledged


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aftermath]:
    """Answer and upload while the server is killed, then let it finish its work and stop it."""
    folder = tmp_path_factory.mktemp("kill")
    data, outbox = folder / "data", folder / "vendor"
    outbox.mkdir()
    sent = folder_with_sent(data)
    server = ColdServer(data).start().wait_ready()
    try:
        desk = Desk(server.url, sent)
        server.stop()
        taken = Storm(server, desk, outbox, seed=KILLS).rage(KILLS)
        wait_for("the end of all jobs", lambda: pending(data) == 0, 60 + 10 * len(taken.files))
    finally:
        server.stop()
    sys.stdout.write(
        f"\n{taken.figures()}; {interrupted(data)} interruptions of jobs; lost: {len(losses(data, taken))}\n"
    )
    yield Aftermath(data, taken)


def test_nothing_acknowledged_is_lost_and_nothing_comes_out_twice(aftermath: Aftermath) -> None:
    """Answers with their history, files with their bytes, documents, jobs, the database and the audit log are whole."""
    assert len(aftermath.taken.answers) == 3
    assert len(aftermath.taken.files) >= KILLS // 2

    assert [] == losses(aftermath.data, aftermath.taken)


def test_the_kills_hit_work_in_progress(aftermath: Aftermath) -> None:
    """Some file was being worked off when the server died, and was worked off again."""
    assert interrupted(aftermath.data) >= 1


def test_interrupted_uploads_leave_nothing_behind(aftermath: Aftermath) -> None:
    """What an upload had written when the server died is swept away at the next start."""
    assert [] == list((aftermath.data / "files" / "incoming").glob("*"))


def test_a_first_start_cut_short_can_be_repeated(tmp_path: Path) -> None:
    """Killed while it makes the database, the server comes up at the next start; nothing is left half made."""
    chance = random.Random(KILLS)
    server = ColdServer(tmp_path / "data")
    for _ in range(4):
        shutil.rmtree(server.data, ignore_errors=True)
        server.start()
        wait_for("the database's file", (server.data / "surety.sqlite").exists, pause=0.002)
        time.sleep(chance.uniform(0.0, 0.5))
        server.kill()

        server.start().wait_ready().stop()


def test_a_second_server_on_a_taken_port_leaves_the_first_ones_jobs_alone(tmp_path: Path) -> None:
    """It ends at once; what the first is working on is not begun again."""
    first = ColdServer(tmp_path / "data").start().wait_ready()
    try:
        with closing(sqlite3.connect(first.data / "surety.sqlite")) as database, database:
            database.execute(
                "INSERT INTO job (kind, subject, state, attempts, not_before, heartbeat, created_at, error) "
                "VALUES ('a long one', '', 'running', 1, :now, :now, :now, '')",
                {"now": now().isoformat(sep=" ")},
            )

        code = ColdServer(first.data, port=first.port).start().wait_ended()

        assert code
        assert "already in use" in first.said
        assert 1 == pending(first.data, "running")
    finally:
        first.stop()


def _sql(statement: str) -> Callable[[Aftermath, Path], None]:
    def harm(aftermath: Aftermath, data: Path) -> None:
        with closing(sqlite3.connect(data / "surety.sqlite")) as database, database:
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f'DROP TRIGGER "{name}"')
            assert database.execute(statement).rowcount

    return harm


def _lose_a_file(aftermath: Aftermath, data: Path) -> None:
    digest = next(iter(aftermath.taken.files))
    (data / "files" / digest[:2] / digest).unlink()


def _spoil_a_file(aftermath: Aftermath, data: Path) -> None:
    digest = next(iter(aftermath.taken.files))
    path = data / "files" / digest[:2] / digest
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1] + b"?")


HARM: dict[str, tuple[Callable[[Aftermath, Path], None], str]] = {
    "an answer set back": (_sql("UPDATE answer SET value = '\"old\"' WHERE question = 'SV-01'"), "SV-01 stands as"),
    "a change forgotten": (
        _sql("DELETE FROM answer_change WHERE question = 'GV-01' AND id = (SELECT min(id) FROM answer_change"
             " WHERE question = 'GV-01')"),
        "GV-01 lost the change",
    ),
    "a file's row gone": (
        _sql("UPDATE evidence SET removed_at = uploaded_at WHERE id = (SELECT min(id) FROM evidence)"),
        "has 0 rows",
    ),
    "a file's bytes gone": (_lose_a_file, "are gone or changed"),
    "a file's bytes changed": (_spoil_a_file, "are gone or changed"),
    "passages twice": (
        _sql("INSERT INTO passage (document, collection, page, start, \"end\", text, header, vector)"
             " SELECT document, collection, page, start, \"end\", text, header, vector FROM passage LIMIT 1"),
        "passage rows for",
    ),
    "a document never worked off": (_sql("UPDATE document SET state = 'reading' WHERE state = 'ready'"), "is reading"),
    "a job stuck": (_sql("UPDATE job SET state = 'running' WHERE id = (SELECT min(id) FROM job)"), "a job is not done"),
    "an audit entry gone": (_sql("DELETE FROM audit_entry WHERE position = 3"), "the audit log is not whole"),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARM)
def test_the_check_sees_a_loss(aftermath: Aftermath, harm: str, tmp_path: Path) -> None:
    """Each kind of loss, done on purpose to a copy of the folder, is noticed: the check is not blind."""
    data = tmp_path / "data"
    shutil.copytree(aftermath.data, data)
    act, sentence = HARM[harm]

    act(aftermath, data)

    found = losses(data, aftermath.taken)
    assert any(sentence in one for one in found), found
