"""Finds what a data folder has lost of what was acknowledged, and what came out twice; by plain SQL, not by our code."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from tests.journeys.killing import Acknowledged
from tests.journeys.server import PATIENCE, environment
from tests.journeys.started import ran


def losses(data: Path, taken: Acknowledged) -> list[str]:
    """Return one sentence for each thing that is not as the acknowledgements promised."""
    with closing(sqlite3.connect(data / "surety.sqlite")) as database:
        found = [
            *_answers(database, taken),
            *_files(database, data, taken),
            *documents(database),
            *unfinished(database),
            *integrity(database),
        ]
    return found + audit(data)


def interrupted(data: Path) -> int:
    """Return how often a job had to begin again."""
    with closing(sqlite3.connect(data / "surety.sqlite")) as database:
        return _one(database, "SELECT coalesce(sum(attempts - 1), 0) FROM job WHERE attempts > 1")


def pending(data: Path, *states: str) -> int:
    """Return how many jobs are in these states; by default how many wait or run."""
    states = states or ("waiting", "running")
    with closing(sqlite3.connect(data / "surety.sqlite")) as database:
        return _one(database, f"SELECT count(*) FROM job WHERE state IN ({', '.join('?' * len(states))})", *states)


def _answers(database: sqlite3.Connection, taken: Acknowledged) -> list[str]:
    found = []
    for ref, texts in taken.answers.items():
        stands = _text(database.execute("SELECT value, comment FROM answer WHERE question = ?", [ref]).fetchall(), ref)
        if not stands or stands[0] not in (texts[-1], taken.in_flight[ref]):
            found.append(f"{ref} stands as {stands}, acknowledged last was {texts[-1]!r}")
        history = database.execute("SELECT value, comment FROM answer_change WHERE question = ? ORDER BY id", [ref])
        kept = _text(history.fetchall(), ref)
        found += [f"{ref} lost the change {text!r}" for text in texts if kept.count(text) != 1]
    return found


def _text(rows: list[tuple[str, str]], ref: str) -> list[str]:
    return [json.loads(value) if ref == "SV-01" else comment for value, comment in rows]


def _files(database: sqlite3.Connection, data: Path, taken: Acknowledged) -> list[str]:
    found = files(database, data, taken.files)
    for digest, name in taken.files.items():
        behind = "SELECT count(*) FROM answer_evidence a JOIN evidence e ON e.id = a.evidence WHERE e.sha256 = ?"
        if _one(database, behind, digest) != 1:
            found.append(f"{name} is not behind its question once")
    return found


def files(database: sqlite3.Connection, data: Path, names: Mapping[str, str]) -> list[str]:
    """Each file of these hashes has one row, and each row its bytes."""
    rows = database.execute("SELECT sha256, count(*) FROM evidence WHERE removed_at IS NULL GROUP BY sha256").fetchall()
    known = dict(rows)
    found = [f"{name} has {known.get(digest, 0)} rows" for digest, name in names.items() if known.get(digest) != 1]
    for digest in known:
        path = data / "files" / digest[:2] / digest
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            found.append(f"the bytes of {digest} are gone or changed")
    return found


def documents(database: sqlite3.Connection) -> list[str]:
    """Each document was worked off to its end once, and its pages and passages are there once."""
    found = []
    for identity, name, state, passages, pages in database.execute(
        "SELECT id, name, state, passage_count, page_count FROM document"
    ):
        if state not in ("ready", "unreadable"):
            found.append(f"{name} is {state}")
        if state == "ready" and not passages:
            found.append(f"{name} is ready without a passage")
        spans = _one(database, "SELECT count(DISTINCT page || ':' || start) FROM passage WHERE document = ?", identity)
        for what, expected in (("passage", passages), ("page", pages)):
            rows = _one(database, f"SELECT count(*) FROM {what} WHERE document = ?", identity)
            if rows != (expected if state == "ready" else 0):
                found.append(f"{name} has {rows} {what} rows for {expected}")
        if state == "ready" and spans != passages:
            found.append(f"{name} has passages twice")
        ended = (
            "SELECT count(*) FROM audit_entry a JOIN evidence e ON e.id = a.subject_id"
            " WHERE e.document = ? AND a.action IN ('evidence.ready', 'evidence.unreadable')"
        )
        if (times := _one(database, ended, identity)) != 1:
            found.append(f"{name} was worked off {times} times")
    return found


def unfinished(database: sqlite3.Connection) -> list[str]:
    """No job waits, runs or has failed."""
    stuck = database.execute("SELECT kind, state, attempts, error FROM job WHERE state != 'done'").fetchall()
    return [f"a job is not done: {row}" for row in stuck]


def integrity(database: sqlite3.Connection) -> list[str]:
    """The database is sound in its own eyes."""
    said = [row[0] for row in database.execute("PRAGMA integrity_check")]
    dangling = database.execute("PRAGMA foreign_key_check").fetchall()
    return [f"SQLite says {line}" for line in said if line != "ok"] + [
        f"a row points nowhere: {row}" for row in dangling
    ]


def audit(data: Path, env: Mapping[str, str] = {}) -> list[str]:
    """The audit log is whole."""
    ended = ran(("audit", "verify", "--data", str(data)), environment(**env), PATIENCE)
    return [] if ended.code == 0 else [f"the audit log is not whole: {ended.out}{ended.err}"]


def _one(database: sqlite3.Connection, statement: str, *args: str) -> int:
    return int(database.execute(statement, args).fetchone()[0])
